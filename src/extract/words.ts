import type { Span } from '../model/span.js';
import type { ParsedSentence, ParsedText, PartOfSpeech } from '../text/parsed.js';
import { fold } from './places/gazetteer.js';

/** A token, or several that stand together without space around hyphens and apostrophes ("Jean-Pierre", "O'Neil"). */
export interface Word extends Span {
  readonly text: string;
  /** Folded, without a final full stop unless others stand inside ("mr", "u.s.", "dec"). */
  readonly key: string;
  readonly pos: PartOfSpeech;
  /** Begins with an upper-case letter (after "al-", "d'" too). */
  readonly capital: boolean;
  /** Number of line breaks before it in the sentence: names do not run over them. */
  readonly line: number;
  /** White space stands before it, or nothing. */
  readonly spaced: boolean;
}

const CAPITAL = /^(?:(?:al|el|as|an|d|l)[-'’])?\p{Lu}/u;
const LETTER_START = /^[\p{L}\p{N}]/u;

/** Names and places read the same words. */
const memo = new WeakMap<ParsedSentence, readonly Word[]>();

/** The words and marks of a sentence. */
export function wordsOf(parsed: ParsedText, sentence: ParsedSentence): readonly Word[] {
  let words = memo.get(sentence);
  if (words === undefined) {
    words = join(parsed, sentence);
    memo.set(sentence, words);
  }
  return words;
}

function join(parsed: ParsedText, sentence: ParsedSentence): Word[] {
  const words: Word[] = [];
  const { tokens } = sentence;
  let line = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    let end = token.end;
    let last = i;
    if (tokens[i + 1]?.start === end && LETTER_START.test(token.text)) {
      for (;;) {
        const joint = tokens[last + 1];
        const next = tokens[last + 2];
        if (joint === undefined || next === undefined || joint.start !== end || next.start !== joint.end)
          break;
        if (!/^[-‑–&/]$/.test(joint.text) || !LETTER_START.test(next.text)) break;
        if (joint.text === '–' && /\d/.test(next.text)) break;
        if (joint.text === '/' && !/^\p{Lu}/u.test(next.text)) break;
        last += 2;
        end = next.end;
      }
    }
    const text = last === i ? token.text : parsed.text.slice(token.start, end);
    const previous = tokens[i - 1];
    if (previous !== undefined && breaks(parsed.text, previous.end, token.start)) line++;
    words.push({
      start: token.start,
      end,
      text,
      key: last === i && isAscii(token.norm) ? withoutStop(token.norm) : keyOf(text),
      pos: tokens[last]!.pos,
      capital: isCapital(text),
      line,
      spaced: previous === undefined || previous.end < token.start,
    });
    i = last;
  }
  return words;
}

/** Folded; a final full stop goes unless the word is an abbreviation with others inside. */
export function keyOf(text: string): string {
  return withoutStop(fold(text));
}

function withoutStop(key: string): string {
  const end = key.length - 1;
  return end > 0 && key.charCodeAt(end) === 0x2e && key.indexOf('.') === end ? key.slice(0, end) : key;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is the point
const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);

function isCapital(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code >= 0x41 && code <= 0x5a) return true;
  const small = code >= 0x61 && code <= 0x7a;
  return small && !/^[aedl]/.test(text) ? false : CAPITAL.test(text);
}

/** Whether a line ends between two offsets. */
function breaks(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 0x0a) return true;
  return false;
}

/** True where nearly all longer words are capitalised: a headline in title case or capitals, where capitals tell nothing. */
export function isTitleCase(words: readonly Word[]): boolean {
  // A full stop ends a sentence, hardly ever a headline.
  const stopped = words[words.length - 1]?.text === '.';
  let longer = 0;
  let capitals = 0;
  if (stopped && words.some(({ capital, pos }) => !capital && (pos === 'VERB' || pos === 'AUX')))
    return false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word.text.length < 4 || !/^\p{L}/u.test(word.text)) continue;
    // What stands between commas is a list of names.
    if (words[i - 1]?.text === ',' && (words[i + 1]?.text === ',' || words[i + 1]?.key === 'and')) continue;
    longer++;
    if (word.capital) capitals++;
    else if (stopped) return false;
  }
  return stopped ? longer >= 6 : longer >= 4 && capitals / longer >= 0.75;
}
