import type { Frame } from './frames.js';

/** How a word is written: 0 without letters, 1 lower case, 2 capitalised, 3 capitals (two letters or more), 4 mixed. */
export const CASES = 5;
/** Where it stands among quotation marks: 0 outside, 1 first of speech, 2 inside speech, 3 last of speech, 4 in a quoted term or title. */
export const QUOTE_STATES = 5;
/** Where it stands on the page: 0 inside a sentence, 1 first of one; 2 and 3 the same in a headline, summary or list. */
export const PLACES = 4;

/** What the uncased encoder cannot see of each word of a frame: case, quotation state, place. One value a word each. */
export interface WordFeatures {
  readonly case: Uint8Array;
  readonly quote: Uint8Array;
  readonly place: Uint8Array;
}

/** Features of a frame's words. `sentenceStarts`: UTF-16 offsets at which sentences start. */
export function wordFeatures(frame: Frame, sentenceStarts: ReadonlySet<number>): WordFeatures {
  const { words, quote, speech, display } = frame;
  const n = words.length;
  const features = { case: new Uint8Array(n), quote: new Uint8Array(n), place: new Uint8Array(n) };
  for (let i = 0; i < n; i++) {
    features.case[i] = caseOf(words[i]!.text);
    if (quote[i]! >= 0) {
      if (speech[i] !== 1) features.quote[i] = 4;
      else if (i === 0 || quote[i - 1] !== quote[i]) features.quote[i] = 1;
      else features.quote[i] = i + 1 === n || quote[i + 1] !== quote[i] ? 3 : 2;
    }
    features.place[i] = (display ? 2 : 0) + (sentenceStarts.has(words[i]!.start) ? 1 : 0);
  }
  return features;
}

function caseOf(word: string): number {
  const lower = word.toLowerCase();
  const upper = word.toUpperCase();
  if (lower === upper) return 0;
  if (word === lower) return 1;
  if (word === upper) return word.length > 1 ? 3 : 2;
  const rest = word.slice(1);
  return rest === rest.toLowerCase() ? 2 : 4;
}
