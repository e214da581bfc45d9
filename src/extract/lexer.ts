import { VULGAR_FRACTIONS } from '../language/en/numbers.js';
import type { Span } from '../model/span.js';
import type { ParsedSentence, ParsedText } from '../text/parsed.js';
import { plainEnd } from '../text/tokens.js';

/** A piece of a sentence for the grammars of figures and times: finer than a token, digits apart from letters. */
export interface Piece extends Span {
  readonly type: 'number' | 'word' | 'mark';
  /** Lower case; of a number its digits. */
  readonly key: string;
  readonly text: string;
  /** Of a number its value, else NaN. */
  readonly value: number;
  /** White space stands before it. */
  readonly gap: boolean;
}

/**
 * Digits in groups (1,200; 12,34,567; 1 234 567; 12 000 where the last group or the words around leave no doubt; 1.234,50), else words, else
 * single marks.
 */
const PIECE =
  /(\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?![\d,])|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)|[1-9]\d{0,2}(?:(?: \d{3})* 000|(?: \d{3}){2,3}(?:\.\d+)?)(?![\d,]|\.\d| \d)|[1-9]\d{0,2}, 000(?!\d)|(?<=\p{Ll} )(?<!\b(?:at|on|by|in|of|for|and|to|aged?|page|room|section|chapter|line|flight|route|article) )[1-9]\d{0,2} \d{3}(?= \p{Ll})|\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d|[,.]\d)|\d{1,3}(?:,\d{3}(?!\d))+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])|(\p{L}(?:\.\p{L})+\.?|\p{L}+(?:['’](?!s(?!\p{L}))\p{L}+)?)|[^\s]/gu;

/** Longer runs of digits are identifiers, not figures: doubles hold 15 digits surely. */
const MAX_DIGITS = 15;

/** Figures and times read the same pieces. */
const memo = new WeakMap<ParsedSentence, readonly Piece[]>();

/** The pieces of a sentence, with offsets into the document. */
export function piecesOf(parsed: ParsedText, sentence: ParsedSentence): readonly Piece[] {
  let pieces = memo.get(sentence);
  if (pieces === undefined) {
    pieces = split(parsed, sentence);
    memo.set(sentence, pieces);
  }
  return pieces;
}

function split(parsed: ParsedText, sentence: ParsedSentence): Piece[] {
  const pieces: Piece[] = [];
  const text = parsed.text.slice(sentence.start, sentence.end);
  let last = 0;
  const add = (type: Piece['type'], start: number, exact: string): void => {
    pieces.push({
      start: sentence.start + start,
      end: sentence.start + start + exact.length,
      type,
      key: type === 'number' ? exact : exact.toLowerCase().replace('’', "'"),
      text: exact,
      value: type === 'number' ? numberOf(exact) : Number.NaN,
      gap: start > last || start === 0,
    });
    last = start + exact.length;
  };
  for (let at = 0; at < text.length; ) {
    // Most pieces are words in plain letters with a space or a comma behind them.
    const plain = plainEnd(text, at);
    if (plain > at) {
      const first = text.charAt(at);
      if (first !== ' ') add(first === ',' ? 'mark' : 'word', at, text.slice(at, plain));
      at = plain;
      continue;
    }
    PIECE.lastIndex = at;
    const match = PIECE.exec(text);
    if (match === null) break;
    const [exact, digits, word] = match;
    add(digits !== undefined ? 'number' : word !== undefined ? 'word' : 'mark', match.index, exact);
    at = match.index + exact.length;
  }
  return pieces;
}

function numberOf(digits: string): number {
  const vulgar = VULGAR_FRACTIONS[digits];
  if (vulgar !== undefined) return vulgar;
  if (digits.replace(/\D/g, '').length > MAX_DIGITS) return Number.NaN;
  // "1.234,50": the comma stands before decimals.
  if (/\.\d{3},\d{1,2}$/.test(digits)) return Number(digits.replace(/\./g, '').replace(',', '.'));
  return Number(digits.replace(/[,\s]/g, ''));
}

/** True for hyphens and dashes. */
export function isDash(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.type === 'mark' && /^[-‐‑‒–—]$/.test(piece.text);
}
