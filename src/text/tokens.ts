import {
  GENERAL_ABBREVIATIONS,
  TITLE_ABBREVIATIONS,
  WORDS_LIKE_ABBREVIATIONS,
} from '../language/en/abbreviations.js';
import type { Span } from '../model/span.js';

/**
 * Kinds of raw token, tried in this order. Every quantifier that could run over the same text again from a later
 * start is bounded, so that tokenising stays linear.
 */
const TOKEN = new RegExp(
  [
    '(?<url>(?:https?://|www\\.)[^\\s<>"“”]+)',
    '(?<email>[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8})',
    '(?<tag>[@#][\\p{L}\\p{N}_]+)',
    '(?<initials>(?:\\p{L}\\.){2,}(?:\\p{L}(?![\\p{L}\\p{N}]))?)',
    '(?<number>\\p{N}+(?:[.,:]\\p{N}+)*(?:(?:st|nd|rd|th|s|pm|am)(?![\\p{L}\\p{N}]))?(?:-[\\p{L}][\\p{L}\\p{M}]*(?:-[\\p{L}\\p{M}]+)*)?)',
    "(?<word>[\\p{L}\\p{M}_][\\p{L}\\p{M}\\p{N}_]*(?:(?:['’&‐‑-]|-(?=\\p{N}))[\\p{L}\\p{M}\\p{N}_]+)*)",
    "(?<mark>\\.{2,}|-{2,}|``|''|\\p{RI}\\p{RI}|\\p{Extended_Pictographic}[\\p{M}\\u200d\\ufe0f\\p{Emoji_Modifier}]*|[^\\s])",
  ].join('|'),
  'gu',
);

/** n't and the clitics that hang on a word with an apostrophe. */
const NOT = /n['’]t$/i;
const CLITIC = /['’](?:s|ll|re|ve|d|m)$/i;
/** Closing punctuation that a web address drags along. */
const URL_TAIL = /[.,;:!?'"’”)\]]+$/;

/** Tokens of `text[from, to)`: words, clitics, numbers and marks, in order; only white space lies between them. */
export function tokenize(text: string, from: number, to: number): Span[] {
  // A slice, since a match on the whole text would run on past the sentence.
  const sentence = text.slice(from, to);
  const tokens: Span[] = [];
  const add = (start: number, end: number): void => {
    if (end > start) tokens.push({ start: from + start, end: from + end });
  };
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(sentence); match !== null; match = TOKEN.exec(sentence)) {
    const { index: start, 0: value, groups } = match;
    let end = start + value.length;
    if (groups!.word !== undefined) {
      if (takesStop(value, sentence, end)) {
        end++;
        add(start, end);
      } else {
        const cut = start + stemLength(value);
        add(start, cut);
        add(cut, end);
      }
    } else {
      if (groups!.url !== undefined) end -= URL_TAIL.exec(value.slice(-8))?.[0].length ?? 0;
      add(start, end);
    }
    TOKEN.lastIndex = Math.max(end, start + 1);
  }
  return tokens;
}

/** Length of the word before its clitic: 2 of "it’s", 2 of "can't"; the whole length where there is none. */
function stemLength(word: string): number {
  if (!/['’]/.test(word)) return word.length;
  const clitic = NOT.exec(word) ?? CLITIC.exec(word);
  return clitic !== null && clitic.index > 0 ? clitic.index : word.length;
}

/** A title, an abbreviation or an initial keeps its stop ("Dr.", "Inc.", "J."). */
function takesStop(word: string, sentence: string, end: number): boolean {
  if (sentence.charAt(end) !== '.' || sentence.charAt(end + 1) === '.') return false;
  if (TITLE_ABBREVIATIONS.has(word)) return true;
  const bare = word.slice(word.lastIndexOf('-') + 1);
  // The last word of a sentence keeps its stop as well: a sentence that ends in "Inc." has one stop, not two.
  if (GENERAL_ABBREVIATIONS.has(bare) && (bare !== word || !WORDS_LIKE_ABBREVIATIONS.has(bare))) return true;
  return /^\p{Lu}$/u.test(word) && /^\s+\p{Lu}/u.test(sentence.slice(end + 1, end + 4));
}
