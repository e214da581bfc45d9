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
  for (let at = 0; at < sentence.length; ) {
    // Most tokens are words in plain letters with a space or a comma behind them.
    const plain = plainEnd(sentence, at);
    if (plain > at) {
      if (sentence.charCodeAt(at) !== SPACE) add(at, plain);
      at = plain;
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(sentence);
    if (match === null) break;
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
    at = Math.max(end, start + 1);
  }
  return tokens;
}

const SPACE = 0x20;

/**
 * End of the space, the comma or the word in ASCII letters at `at`, where nothing behind it can belong to it; `at` where
 * only the expression tells.
 */
export function plainEnd(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first === SPACE || first === COMMA) return at + 1;
  let end = at;
  while (isAsciiLetter(text.charCodeAt(end))) end++;
  const next = text.charCodeAt(end);
  const ends = next === SPACE || next === COMMA || next === LINE_FEED;
  return ends ? end : at;
}

const COMMA = 0x2c;
const LINE_FEED = 0x0a;

function isAsciiLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
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
