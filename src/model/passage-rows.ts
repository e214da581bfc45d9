/**
 * Passages between the documents of a corpus as rows of numbers, ROW to a passage: two documents a < b (numbers in the
 * corpus), start and end in a, start and end in b (UTF-16 code units), words in a, words in b, words matched.
 */
export const ROW = 9;

/** Added to the words matched where both sides lie in lines that an outlet repeats under its articles, or one does. */
export const BOILERPLATE = 0x80000000;
