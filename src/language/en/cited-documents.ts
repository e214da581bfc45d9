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
