/** Closed-class words that bound clauses and phrases. */

export const SUBORDINATORS = new Set(
  'that because if while although though whether as since when where unless until how why what whereas lest'.split(
    ' ',
  ),
);

export const RELATIVES = new Set(['who', 'which', 'that', 'whose', 'whom']);

/** Nouns of time and days: "said Tuesday", "said last week". */
export const TIME_WORDS = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow january february march april may june july ' +
    'august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'morning afternoon evening night week month year weekend earlier later recently last this ago day hours minutes here there again'
  ).split(' '),
);

/** Prepositions that begin a new phrase after an inverted subject ("said Smith in a statement"), unlike "of". */
export const PHRASE_BREAKERS = new Set(
  'in on during after before as about via by when while at to because since if amid over into upon through'.split(
    ' ',
  ),
);

/** Words that open a clause which is content: "said that", "asked whether". */
export const CLAUSE_OPENERS: ReadonlySet<string> = new Set([
  'that',
  'what',
  'how',
  'whether',
  'why',
  'if',
  'who',
  'when',
  'where',
]);

/** Pronouns that are subjects. */
export const PERSONAL: ReadonlySet<string> = new Set(['he', 'she', 'they', 'i', 'we', 'it', 'you']);

/** Pronouns that stand before a noun and own it. */
export const POSSESSIVE: ReadonlySet<string> = new Set([
  'his',
  'her',
  'its',
  'their',
  'our',
  'my',
  'your',
  'whose',
]);
