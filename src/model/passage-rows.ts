/**
 * Passages between the documents of a corpus as rows of numbers, ROW to a passage: two documents a < b (numbers in the
 * corpus), start and end in a, start and end in b (UTF-16 code units), words in a, words in b, words matched.
 */
export const ROW = 9;

/** Added to the words matched where both sides lie in lines that an outlet repeats under its articles, or one does. */
export const BOILERPLATE = 0x80000000;

/** Row `r` (counted in numbers) in words; `similarity`: twice the words matched by the words of both sides, 0 to 1. */
export function passageIn(rows: Uint32Array, r: number) {
  const [aWords, bWords] = [rows[r + 6]!, rows[r + 7]!];
  const matched = (rows[r + 8]! & ~BOILERPLATE) >>> 0;
  return {
    a: { doc: rows[r]!, start: rows[r + 2]!, end: rows[r + 3]! },
    b: { doc: rows[r + 1]!, start: rows[r + 4]!, end: rows[r + 5]! },
    kind: matched === aWords && matched === bWords ? ('verbatim' as const) : ('edited' as const),
    similarity: (2 * matched) / (aWords + bWords),
    boilerplate: rows[r + 8]! >= BOILERPLATE,
  };
}
