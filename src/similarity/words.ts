/** Content words of a span: what similarity compares. Language-neutral but for the stop words and the stemmer. */
import { stemmer } from 'stemmer';
import { STOP_WORDS } from '../language/en/stopwords.js';
import { ownCopy } from '../text/copies.js';

/**
 * A content word. `stem` is what words are compared by. `form` is how it is written: `capital` inside a sentence, which
 * names are, or `opening` a sentence with a capital, which tells nothing.
 */
export interface Word {
  readonly stem: string;
  readonly form: 'lower' | 'capital' | 'opening';
}

/** Dotted letters ("U.S."), numbers ("1,650", "2.5"), words with inner apostrophes; one class a step, so linear. */
const WORD = /(?:\p{L}\.){2,}|\p{N}+(?:[.,]\p{N}+)*|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*|[%$€£]/gu;

/** Longer runs of letters are no words (encoded data); the stemmer's patterns are kept away from them. */
const LONGEST_STEMMED = 32;

const SYMBOLS: { readonly [symbol: string]: string } = {
  '%': 'percent',
  $: 'dollar',
  '€': 'euro',
  '£': 'pound',
};

const SMALL_NUMBERS: ReadonlyMap<string, string> = new Map(
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map(
    (word, index) => [word, String(index + 1)],
  ),
);

/** Entries after which the memo starts afresh: a bound on memory, without effect on results. */
const MEMO_LIMIT = 200_000;
let memo = new Map<string, string>();

/** The stem of a word as written, '' for a stop word. */
export function stemOf(word: string): string {
  const known = memo.get(word);
  if (known !== undefined) return known;
  const own = ownCopy(word);
  const stem = computeStem(own);
  if (memo.size >= MEMO_LIMIT) memo = new Map();
  memo.set(own, stem);
  return stem;
}

function computeStem(word: string): string {
  const symbol = SYMBOLS[word];
  if (symbol !== undefined) return symbol;
  let form = word.toLowerCase().replace(/’/g, "'");
  if (/^\p{N}/u.test(form)) return form.replace(/,(?=\p{N}{3})/gu, '');
  if (form.includes('.')) {
    form = form.replace(/\./g, '');
    // "U.S." and "US" are a name, "us" is a pronoun.
    return STOP_WORDS.has(form) ? `${form}.` : form;
  }
  if (STOP_WORDS.has(form)) return word === 'US' ? 'us.' : '';
  form = form.replace(/'s?$/, '');
  if (STOP_WORDS.has(form)) return '';
  const number = SMALL_NUMBERS.get(form);
  if (number !== undefined) return number;
  return form.length > LONGEST_STEMMED ? form : stemmer(form);
}

/** Content words in order, repeated ones too, at most so many of them. */
export function contentWords(text: string, most = Number.POSITIVE_INFINITY): Word[] {
  const words: Word[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const exact = match[0];
    const stem = stemOf(exact);
    if (stem === '') continue;
    const first = exact.charCodeAt(0);
    const capital = first >= 65 && (first <= 90 || (first > 127 && exact[0] !== exact[0]!.toLowerCase()));
    words.push({ stem, form: !capital ? 'lower' : opensSentence(text, match.index) ? 'opening' : 'capital' });
    if (words.length >= most) break;
  }
  return words;
}

/** True where nothing but quotation marks and white space stands between the start or a full stop and `at`. */
function opensSentence(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i < 6; i--) {
    const c = text[i]!;
    if (c === ' ' || c === '\n' || c === '"' || c === '“' || c === "'" || c === '‘' || c === '(') continue;
    return c === '.' || c === '!' || c === '?' || c === ':' || c === '—';
  }
  return true;
}

/** The stems of the content words of a text. */
export const stemsIn = (text: string): Set<string> => new Set(contentWords(text).map(({ stem }) => stem));
