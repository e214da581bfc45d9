/** Small words that may stand inside an item of a list. Token norms. */
export const LIST_LINKS: ReadonlySet<string> = new Set([
  'of',
  '-',
  '’',
  "'s",
  '.',
  '/',
  '&',
  '–',
  '$',
  '%',
  'de',
  'the',
]);

/** Words that stand for a thing and are no item of a list. Token norms. */
export const PRONOUNS: ReadonlySet<string> = new Set(
  'he she they it we i you who which that there this these'.split(' '),
);

/** A subject that is what is left of a number: "the other five", "the remaining ferries". */
export const THE_OTHERS = /^the (?:other|others|remaining|rest)\b/i;
