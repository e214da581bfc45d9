/** What the end of a contraction stands for: "we're", "they'll". "'d" stands for two words and is left as it is. */
export const CONTRACTED_ENDS: ReadonlyMap<string, string> = new Map([
  ['re', 'are'],
  ['m', 'am'],
  ['ve', 'have'],
  ['ll', 'will'],
]);

/** Words whose "'s" is "is"; that of a noun is mostly its owner's. */
export const BEFORE_IS: ReadonlySet<string> = new Set(
  'it he she that this there here what who where how when'.split(' '),
);

/** Contracted negations that are not their verb with "n't" behind it. */
export const IRREGULAR_NEGATIONS: ReadonlyMap<string, string> = new Map([
  ["won't", 'will'],
  ["can't", 'can'],
  ["shan't", 'shall'],
]);
