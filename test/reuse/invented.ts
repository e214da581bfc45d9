import fc from 'fast-check';

/** Invented text: words from a small vocabulary (so that chance 3-grams occur), some marked up, in lines. */
const SYLLABLES = ['ka', 'lo', 'mi', 'ren', 'tu', 'vas', 'po', 'del', 'shi', 'bor'];

export const word = fc
  .array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 3 })
  .map((syllables) => syllables.join(''));

export const words = (minLength: number, maxLength: number) => fc.array(word, { minLength, maxLength });

const gap = fc.constantFrom(' ', ' ', ' ', ' ', ', ', '. ', '\n', '\n\n', ' – ', '” “', '-', "'");

/** Joins words with spaces, marks and line breaks drawn anew. */
export const written = (list: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(gap, { minLength: list.length, maxLength: list.length })
    .map((gaps) => list.map((w, i) => (i === 0 ? w : gaps[i]! + w)).join(''));

export const document = (id: string, text: string, outlet: string | null = null) => ({
  id,
  text,
  outlet,
  blocks: [],
});

/** Words `\w+` of a text, case folded, with their offsets. */
export const wordsOf = (text: string) =>
  [...text.matchAll(/[\p{L}\p{N}_]+/gu)].map((m) => ({
    word: m[0].toLowerCase(),
    start: m.index,
    end: m.index + m[0].length,
  }));

/** Every maximal common run of at least `least` words, by brute force. */
export function commonRuns(a: string, b: string, least: number) {
  const x = wordsOf(a);
  const y = wordsOf(b);
  const runs: { a: { start: number; end: number }; b: { start: number; end: number } }[] = [];
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k < y.length; k++) {
      if (i > 0 && k > 0 && x[i - 1]!.word === y[k - 1]!.word) continue;
      let n = 0;
      while (i + n < x.length && k + n < y.length && x[i + n]!.word === y[k + n]!.word) n++;
      if (n < least) continue;
      runs.push({
        a: { start: x[i]!.start, end: x[i + n - 1]!.end },
        b: { start: y[k]!.start, end: y[k + n - 1]!.end },
      });
    }
  }
  return runs;
}
