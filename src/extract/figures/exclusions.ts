import { MONTHS } from '../../language/en/months.js';
import {
  DESIGNATORS,
  LOWER_DESIGNATORS,
  PRONOUN_ONE_AFTER,
  PRONOUN_ONE_BEFORE,
  STREET_ENDS,
  WORD_DESIGNATORS,
} from '../../language/en/number-contexts.js';
import { PLURAL_SCALES, SCALES, SMALL_NUMBERS, SURE_SHORT_SCALES } from '../../language/en/numbers.js';
import { isDash, type Piece } from '../lexer.js';
import type { NumberPhrase } from './numbers.js';

/** What is known of a number when it is asked whether it counts anything. */
interface Context {
  /** A currency stands before it. */
  readonly money: boolean;
  /** A unit stands behind it. */
  readonly unit: boolean;
  /** Capitals tell nothing in its sentence. */
  readonly headline: boolean;
}

/** False for what is written with digits or number words and counts nothing. */
export function isFigure(pieces: readonly Piece[], number: NumberPhrase, context: Context): boolean {
  if (context.money) return true;
  if (/^o['’]?clock$/.test(pieces[number.to]?.key ?? '')) return false;
  return number.digits ? digitsCount(pieces, number, context) : wordsCount(pieces, number, context);
}

// Digits

const DIGIT_TESTS: readonly ((pieces: readonly Piece[], number: NumberPhrase) => boolean)[] = [
  isOrdinal,
  isPartOfDateOrCode,
  isPartOfWord,
  isTelephone,
  isPostcode,
  isDotted,
  isListMarker,
  isPlainList,
  isDay,
  isClock,
  isHouseNumber,
];

function digitsCount(pieces: readonly Piece[], number: NumberPhrase, { unit }: Context): boolean {
  if (isDesignated(pieces, number.from)) return false;
  if (!unit && isIdentifier(pieces, number)) return false;
  return !DIGIT_TESTS.some((test) => test(pieces, number));
}

/** "1st" */
function isOrdinal(pieces: readonly Piece[], { to }: NumberPhrase): boolean {
  const next = pieces[to];
  return next !== undefined && !next.gap && /^(?:st|nd|rd|th)$/.test(next.key);
}

/** "24/7", "9/11", "#3", "@5", "12:30", "10^400" */
function isPartOfDateOrCode(pieces: readonly Piece[], { from, to }: NumberPhrase): boolean {
  const [before, next] = [pieces[from - 1], pieces[to]];
  if ((next?.text === '/' || next?.text === '^') && !next.gap && pieces[to + 1]?.type === 'number')
    return true;
  if (before?.text === '^' && !pieces[from]!.gap) return true;
  if (before?.text === '/' && !pieces[from]!.gap && pieces[from - 2]?.type === 'number') return true;
  return before?.type === 'mark' && !pieces[from]!.gap && /^[#@:_/\\]$/.test(before.text);
}

const NUMERIC_PREFIXES = /^(?:mid|sub|under|over|nearly|almost)$/;

/** "A320", "COVID-19", "F-16" */
function isPartOfWord(pieces: readonly Piece[], { from }: NumberPhrase): boolean {
  const [piece, before] = [pieces[from]!, pieces[from - 1]];
  if (before === undefined || piece.gap) return false;
  if (before.type === 'word') return true;
  const stem = pieces[from - 2];
  return (
    isDash(before) &&
    !before.gap &&
    stem !== undefined &&
    (stem.type === 'word' || (stem.type === 'number' && !stem.gap && pieces[from - 3]?.type === 'word')) &&
    !NUMERIC_PREFIXES.test(stem.key) &&
    SMALL_NUMBERS[stem.key] === undefined &&
    SCALES[stem.key] === undefined
  );
}

/** "24703L202", "5G", "11a": letters hang on the digits and are no unit, no scale and no plural. */
function isIdentifier(pieces: readonly Piece[], { from, to }: NumberPhrase): boolean {
  const next = pieces[to];
  // "501(c)"
  if (next?.text === '(' && !next.gap && /^\p{L}$/u.test(pieces[to + 1]?.text ?? '')) return true;
  if (next?.type !== 'word' || next.gap || to - from > 1) return false;
  if (pieces[to + 1]?.type === 'number' && !pieces[to + 1]!.gap) return true;
  return !/^(?:x|k|m|b|plus|percent|pc|pct)$/.test(next.key) && SURE_SHORT_SCALES[next.key] === undefined;
}

/** "555-0123", "(202) 555-0123", "+44 20 7946 0958" */
function isTelephone(pieces: readonly Piece[], { from, to }: NumberPhrase): boolean {
  const piece = pieces[from]!;
  const [before, next] = [pieces[from - 1], pieces[to]];
  const joined = (dash: Piece | undefined, other: Piece | undefined, after: boolean): boolean =>
    dash !== undefined &&
    (isDash(dash) || dash.text === '.') &&
    !dash.gap &&
    other?.type === 'number' &&
    (after ? !other.gap : !piece.gap);
  if (joined(next, pieces[to + 1], true) && piece.key.length === 3 && pieces[to + 1]!.key.length >= 4)
    return true;
  if (
    joined(before, pieces[from - 2], false) &&
    /^\d{4,}$/.test(piece.key) &&
    /^\d{3,}$/.test(pieces[from - 2]!.key)
  )
    return true;
  // Three runs of digits or more, joined by dashes.
  if (joined(next, pieces[to + 1], true) && joined(pieces[to + 2], pieces[to + 3], true)) return true;
  if (joined(before, pieces[from - 2], false) && joined(pieces[from - 3], pieces[from - 4], false))
    return true;
  if (isInternational(pieces, from)) return true;
  // "(202) 555-0123"
  if (
    next?.text === ')' &&
    /^\d{3}$/.test(piece.key) &&
    /^\d{3}$/.test(pieces[to + 1]?.text ?? '') &&
    isDash(pieces[to + 2])
  )
    return true;
  if (/^0\d/.test(piece.key) && !/^0+$/.test(piece.key)) return true;
  if (before?.type === 'number' && piece.gap && /^0\d/.test(before.key)) return true;
  return before?.text === ')' && next !== undefined && isDash(next) && !next.gap && /^\d{3}$/.test(piece.key);
}

/** Runs of digits in a telephone number at most. */
const LONGEST_TELEPHONE = 6;

/** "+44 20 7946 0958": runs of digits behind a plus sign. */
function isInternational(pieces: readonly Piece[], from: number): boolean {
  let first = from;
  while (first > 0 && from - first < LONGEST_TELEPHONE && pieces[first - 1]!.type === 'number') first--;
  let runs = 0;
  while (pieces[first + runs]?.type === 'number') runs++;
  return runs >= 3 && pieces[first - 1]?.text === '+' && !pieces[first]!.gap;
}

/** "PA 23456" */
function isPostcode(pieces: readonly Piece[], { from }: NumberPhrase): boolean {
  return (
    /^\d{5}$/.test(pieces[from]!.text) && /^[A-Z]{2}$/.test(pieces[from - 1]?.text ?? '') && pieces[from]!.gap
  );
}

/** "192.168.1.2", "2.0.1" */
function isDotted(pieces: readonly Piece[], { from, to }: NumberPhrase): boolean {
  const next = pieces[to];
  return (
    (next?.type === 'number' && !next.gap && /^\./.test(next.text)) ||
    (/^\./.test(pieces[from]!.text) && pieces[from - 1]?.type === 'number' && !pieces[from]!.gap)
  );
}

/** "1) …; 2) …", "(1)" */
function isListMarker(pieces: readonly Piece[], { from, to }: NumberPhrase): boolean {
  if (pieces[to]?.text !== ')' || !/^\d{1,2}$/.test(pieces[from]!.text)) return false;
  if (pieces[from - 1]?.text === '(')
    return pieces[to + 1]?.type === 'word' && from > 1 && pieces[from - 2]!.type === 'mark';
  for (let k = from - 1; k >= Math.max(0, from - 40); k--) {
    if (pieces[k]!.text === '(') return false;
    if (pieces[k]!.text === ')') return true;
  }
  return true;
}

/** "1,2,3,4" */
function isPlainList(pieces: readonly Piece[], { from, to }: NumberPhrase): boolean {
  const single = (piece: Piece | undefined): boolean => piece?.type === 'number' && /^\d$/.test(piece.key);
  if (!single(pieces[from])) return false;
  const [before, next] = [pieces[from - 1], pieces[to]];
  const after = next?.text === ',' && !next.gap && single(pieces[to + 1]) && !pieces[to + 1]!.gap;
  return (
    after ||
    (before?.text === ',' && !before.gap && !pieces[from]!.gap && pieces[from - 2]?.type === 'number')
  );
}

/** "the 19 Sept. 11 hijackers": a day, also where it names an event; "No. 5" */
function isDay(pieces: readonly Piece[], { from, value }: NumberPhrase): boolean {
  if (pieces[from - 1]?.text !== '.') return false;
  const word = pieces[from - 2]?.key ?? '';
  return /^(?:no|nos|nr)$/.test(word) || (MONTHS[word] !== undefined && value <= 31);
}

function isClock(pieces: readonly Piece[], { to }: NumberPhrase): boolean {
  const next = pieces[to];
  return next?.text === ':' && !next.gap && pieces[to + 1]?.type === 'number' && !pieces[to + 1]!.gap;
}

/** "19 Orchard St." */
function isHouseNumber(pieces: readonly Piece[], { to }: NumberPhrase): boolean {
  for (let k = to; k < Math.min(pieces.length, to + 4); k++) {
    if (pieces[k]!.type !== 'word' || !/^\p{Lu}/u.test(pieces[k]!.text)) return false;
    if (STREET_ENDS.has(pieces[k]!.key)) return k > to;
  }
  return false;
}

/** A word before makes the number a designation ("Boeing 737", "Article 5", "page 2"). */
function isDesignated(pieces: readonly Piece[], from: number): boolean {
  const before = pieces[from - 1];
  if (before?.type !== 'word' || !pieces[from]!.gap) return false;
  // "S&P 500"
  if (before.text === 'P' && pieces[from - 2]?.text === '&') return true;
  return (
    LOWER_DESIGNATORS.has(before.key) ||
    (DESIGNATORS.has(before.key) && /^\p{Lu}/u.test(before.text) && from > 1)
  );
}

// Words

function wordsCount(pieces: readonly Piece[], number: NumberPhrase, { unit, headline }: Context): boolean {
  const { from, to, value } = number;
  const piece = pieces[from]!;
  if (number.share) return true;
  if (isYearInWords(pieces, number)) return false;
  // "phase two", "chapters three and four"
  if (value < 100 && WORD_DESIGNATORS.has(pieces[from - 1]?.key ?? '')) return false;
  if (!headline && isInName(pieces, number)) return false;
  if (value === 1 && to - from === 1 && piece.key === 'one') return unit || onesCounts(pieces, from);
  // "zero in on", "Ground Zero"
  if (piece.key === 'zero' && (/^in$/.test(pieces[to]?.key ?? '') || pieces[from - 1]?.key === 'ground'))
    return false;
  return true;
}

/** "nineteen eighty-four", "twenty twenty" */
function isYearInWords(pieces: readonly Piece[], { from, to, value }: NumberPhrase): boolean {
  const century = pieces[from - 1]?.key;
  if ((century === 'nineteen' || century === 'eighteen') && value >= 10 && value < 100) return true;
  if (to - from !== 1) return false;
  const tens = (word: string | undefined): boolean => {
    const n = SMALL_NUMBERS[word ?? ''];
    return n !== undefined && n >= 10;
  };
  if (value === 18 || value === 19 || value === 20) {
    const next = pieces[to];
    if (
      next?.type === 'word' &&
      tens(next.key) &&
      PLURAL_SCALES[pieces[to + 1]?.key ?? ''] === undefined &&
      SCALES[pieces[to + 1]?.key ?? ''] === undefined
    )
      return true;
  }
  return false;
}

/** "the Big Ten conference", "Three Mile Island": capitals on both sides, or before, inside a sentence. */
function isInName(pieces: readonly Piece[], { from, to }: NumberPhrase): boolean {
  const capital = (piece: Piece | undefined): boolean =>
    piece?.type === 'word' && /^\p{Lu}/u.test(piece.text);
  if (from === 0 || !capital(pieces[from])) return false;
  if (SMALL_NUMBERS[pieces[from]!.key] === undefined) return false;
  return capital(pieces[from - 1]) || (capital(pieces[to]) && pieces[from - 1]?.type === 'word');
}

/** "one official", "one of them", not "no one", "the one", "one another". */
function onesCounts(pieces: readonly Piece[], i: number): boolean {
  const before = pieces[i - 1]?.key ?? '';
  const next = pieces[i + 1];
  if (before === 'minus' || before === 'negative') return true;
  // "to take one or two officers"
  if (next?.key === 'or' && SMALL_NUMBERS[pieces[i + 2]?.key ?? ''] !== undefined) return true;
  if (next?.key === 'of') return !/^(?:no|any|every|each|the|this|that)$/.test(before);
  if (PRONOUN_ONE_BEFORE.has(before)) return false;
  if (next === undefined) return i === 0;
  if (next.type === 'mark')
    return isDash(next) && next.gap === pieces[i + 2]?.gap && pieces[i + 2]?.key !== 'on';
  return !PRONOUN_ONE_AFTER.has(next.key);
}
