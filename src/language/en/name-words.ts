/** Last words that an outlet's name is often without. Lower case. */
export const GENERIC_ENDS: ReadonlySet<string> = new Set([
  'news',
  'newspaper',
  'newspapers',
  'magazine',
  'online',
  'agency',
]);

/** Words of a body's name that its acronym leaves out. Lower case. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(['and', 'of', 'the', 'for', 'on', 'in', 'to', 'at']);
