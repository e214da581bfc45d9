import { FUNCTION_WORDS_BY_LANGUAGE } from '../language/function-words.js';

/** How much of a text is looked at, in code units. */
const SAMPLE = 4_000;
/** Fewer function words than this tell nothing. */
const MIN_HITS = 8;
/** The best language must have this many times the hits of the second: related languages share small words. */
const MIN_LEAD = 1.4;

/** The languages that have a function word. */
const LANGUAGES_OF = new Map<string, string[]>();
for (const [language, words] of FUNCTION_WORDS_BY_LANGUAGE) {
  for (const word of words) {
    const known = LANGUAGES_OF.get(word);
    if (known) known.push(language);
    else LANGUAGES_OF.set(word, [language]);
  }
}

/** ISO 639-1 code of the language a text is written in, by its function words; null where they do not tell. */
export function detectLanguage(text: string): string | null {
  const hits = new Map<string, number>();
  for (const word of text
    .slice(0, SAMPLE)
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []) {
    for (const language of LANGUAGES_OF.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1);
  }
  const [best, second] = [...hits].sort((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < MIN_HITS) return null;
  return best[1] >= MIN_LEAD * (second?.[1] ?? 0) ? best[0] : null;
}
