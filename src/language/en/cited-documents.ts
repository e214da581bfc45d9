/** Types of cited documents that are one under two words: word → the word used. */
export const SAME_TYPE: ReadonlyMap<string, string> = new Map([
  ['email', 'e-mail'],
  ['memorandum', 'memo'],
  ['study', 'report'],
  ['press release', 'statement'],
  ['news release', 'statement'],
  ['release', 'statement'],
  ['lawsuit', 'filing'],
  ['complaint', 'filing'],
  ['tweet', 'post'],
]);

/** Descriptors that many documents bear and that therefore tie no two of them. */
export const COMMON_DESCRIPTORS: ReadonlySet<string> = new Set(
  'new recent latest earlier later separate written same first second own public official'.split(' '),
);

/** Types of which a release, a letter or a bulletin of the issuer is one: its report is another text. */
export const ISSUED_TYPES: ReadonlySet<string> = new Set(
  'statement letter post filing transcript'.split(' '),
);

/** Types that a document of the corpus can be: what is made public, and letters. */
export const PUBLISHED_TYPES: ReadonlySet<string> = new Set([
  'statement',
  'letter',
  'report',
  'filing',
  'post',
  'statistics',
  'law',
  'court record',
  'transcript',
]);

/** Words at the head of a record of what was spoken. */
export const TRANSCRIPT = /\b(?:transcript|minutes|hansard)\b/i;

/** What the head of a document says where it is of a type, lower case. */
export const HEAD_WORDS: ReadonlyMap<string, RegExp> = new Map([
  ['transcript', TRANSCRIPT],
  ['letter', /\b(?:letter|dear)\b/],
  ['statement', /\b(?:statement|release|notice|bulletin|communique)\b/],
  ['report', /\breport\b/],
]);
