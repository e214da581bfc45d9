/** Lines by which a body's own text says what it is. */

/** Beginnings of such lines, case-insensitive sources of regular expressions. */
export const RELEASE_OPENINGS: readonly string[] = [
  '(?:press|news|media) (?:release|notice|statement|summary|information|bulletin|communiqu[eé])\\b',
  'for immediate (?:release|use)\\b',
  '(?:[\\p{L}-]+ )?(?:notice|circular|bulletin|communiqu[eé]) (?:no\\.? ?|nr\\.? ?)?\\d',
  'statement (?:on|by|of|from|about|regarding|concerning)\\b',
  'to all (?:members|staff|employees|editors)\\b',
];

/** Ends of such lines: "Harbour Office press release". */
export const RELEASE_ENDS = '(?:press|news|media) (?:release|notice|statement|summary)';

/** Small words inside the name of a body; those of the second list may also part it from what it is in ("… in the Assembly"). */
export const NAME_LINKS = 'of|for|and|the|in|at|on|&';
export const NAME_PARTERS = 'of|for|in|at|on';
