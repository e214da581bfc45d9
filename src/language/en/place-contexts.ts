const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''));

/** Prepositions before a place's name that hardly stand before a person's. Lower case. */
export const LOCATIVES = words(
  'in near outside around throughout across inside within via toward towards into',
);
/** Prepositions that stand before both. */
export const WEAK_LOCATIVES = words('from to of at between through over on for and or');
/** Words next before a place's name that belong to places. */
export const PLACE_OPENERS = words(
  'downtown greater central north south east west northern southern eastern western northeast northwest southeast southwest nearby neighbouring neighboring upstate suburban metro metropolitan',
);
/** Nouns before "of" and a place's name: "the city of …". */
export const PLACE_NOUNS = words(
  'city town village suburb suburbs port township county borough district province state region hamlet mayor streets people residents university north south east west northeast northwest southeast southwest outskirts area part parts centre center municipality parish community',
);
/** Nouns behind a town's name: "Danbury police". Lower case. */
export const TOWN_NOUNS = words(
  'police mayor man men woman women teen resident residents council area school schools city town county officials firefighters native couple family families officers officer suburb suburbs home house street road neighborhood neighbourhood community region district fire hospital airport court courthouse jail students student teacher teachers business businesses lawyer attorney doctor church metro downtown detective detectives sheriff campus native natives voters taxpayers newspaper',
);
/** Words of a town's bodies and officers, with a capital behind its name: "Fargo Police Chief". */
export const PUBLIC = words(
  'police mayor council city county fire school schools elementary high middle junior senior public department superior district municipal regional volunteer sheriff town township community memorial chamber board commission planning parks recreation',
);
/** What of a state and of a town of one name speaks for the state: "New York Gov. …", "the Washington legislature". */
export const STATE_NOUNS = words(
  'gov governor state senator attorney legislature legislators lawmakers border senate assembly voters law laws constitution general lt republican republicans democrat democrats',
);
/** Heads of bodies of a place, by which it can be told where they stand. */
export const HOUSED = words(
  'jail school hospital court courthouse airport police prison park library college university station mall center centre church cemetery arena stadium theater theatre museum hotel dam bridge harbor harbour port lake creek river',
);
