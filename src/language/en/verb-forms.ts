/** Irregular past tenses that are never past participles ("began"): always finite. */
export const PAST_ONLY: ReadonlySet<string> = new Set(
  `arose ate awoke became began bit blew broke came chose did drank drew drove fell flew forbade forgot forgave
  froze gave got went grew hid knew lay overcame overthrew oversaw overtook ran rang rode rose sang sank saw shook
  shrank spoke sprang stole strode strove swam swore threw took tore undertook underwent undid was were
  withdrew woke wore wrote said told`.split(/\s+/),
);

/** Past participles that are never past tenses ("begun"): never finite without an auxiliary. */
export const PARTICIPLE_ONLY: ReadonlySet<string> = new Set(
  `arisen eaten awoken begun bitten blown broken chosen done drunk drawn driven fallen flown forbidden forgotten
  forgiven frozen given gotten gone grown hidden known overthrown overseen overtaken risen rung ridden sung sunk seen
  shaken shown shrunk spoken sprung stolen striven sworn thrown taken torn undertaken undergone undone withdrawn
  woken worn written been born`.split(/\s+/),
);

/** Auxiliaries that are finite by themselves. */
export const FINITE_AUXILIARIES: ReadonlySet<string> = new Set(
  `am is are was were 'm 're has have had 've do does did isn't aren't wasn't weren't hasn't haven't hadn't don't
  doesn't didn't`.split(/\s+/),
);

/** Modal auxiliaries, contracted forms included ("wo" of "won't", "ca" of "can't"). */
export const MODALS: ReadonlySet<string> = new Set(
  `will would shall should can could may might must ought 'll 'd wo ca sha cannot won't can't wouldn't couldn't
  shouldn't mustn't`.split(/\s+/),
);

export const BE: ReadonlySet<string> = new Set(
  `am is are was were be been being 'm 're 's isn't aren't wasn't weren't`.split(/\s+/),
);

export const HAVE: ReadonlySet<string> = new Set(
  `has have had having 've hasn't haven't hadn't`.split(/\s+/),
);

export const DO: ReadonlySet<string> = new Set(`do does did don't doesn't didn't`.split(/\s+/));

export const PAST_AUXILIARIES: ReadonlySet<string> = new Set(
  `was were had did wasn't weren't hadn't didn't`.split(/\s+/),
);

/** Verbs whose past participle may be followed by a noun phrase: "a plan called Operation X", "the man given a visa". */
export const PARTICIPLE_WITH_OBJECT: ReadonlySet<string> = new Set(
  'call name dub title entitle nickname give grant offer pay elect appoint send deny show assign award hand'.split(
    ' ',
  ),
);

/** Words that open a time adverbial after a participle: "a man arrested last week", "made public Monday". */
export const TIME_OPENERS: ReadonlySet<string> = new Set(
  `last next this earlier late later early today yesterday tomorrow tonight monday tuesday wednesday thursday friday
  saturday sunday january february march april may june july august september october november december public
  free`.split(/\s+/),
);

/** Those of PAST_ONLY that are nouns too: "a saw", "a rose". */
export const PAST_OR_NOUN: ReadonlySet<string> = new Set(
  'saw bit lay rose ran rang fell drank wore swore broke'.split(' '),
);

/** Verbs whose base form ends like a past or a gerund. */
export const BASE_ED: ReadonlySet<string> = new Set(
  'bleed breed embed exceed feed heed need proceed seed shed speed succeed weed'.split(' '),
);
export const BASE_ING: ReadonlySet<string> = new Set(
  'bring cling fling ring sing sling spring sting string swing wring'.split(' '),
);
