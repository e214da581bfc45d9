import { BOUNDS_AFTER, BOUNDS_BEFORE } from '../language/en/bounds.js';
import { FRACTIONS, SMALL_NUMBERS, VAGUE_COUNTS } from '../language/en/numbers.js';
import type { LocalFigure } from '../model/analysis.js';
import type { Bound } from '../model/vocabulary.js';
import type { ParsedSentence, ParsedText } from '../text/parsed.js';
import { countedAfter } from './counted.js';
import { isDash, type Piece, piecesOf } from './lexer.js';
import { type NumberPhrase, numberAt } from './number-phrases.js';
import { timePhraseAt } from './time-phrases.js';
import { currencyBefore, type UnitPhrase, unitAfter } from './units.js';

/** A sentence without digits or any of these holds no figure. */
const HINT = new RegExp(
  `\\d|[½⅓⅔¼¾⅛⅜⅝⅞]|\\b(?:${[...Object.keys(SMALL_NUMBERS), ...Object.keys(VAGUE_COUNTS), 'dozen', 'hundred', 'thousand', 'million', 'billion', 'trillion', 'half', 'third', 'quarter', 'fifth', 'lakh', 'crore', 'tenth', 'grand'].join('|')})s?\\b`,
  'i',
);

/** The figures of a document in text order: one number is `value`, a range or vague count `min` and `max`. */
export function findFigures(parsed: ParsedText): LocalFigure[] {
  const figures: LocalFigure[] = [];
  for (const sentence of parsed.sentences) {
    if (!HINT.test(parsed.text.slice(sentence.start, sentence.end))) continue;
    figuresIn(sentence, piecesOf(parsed, sentence), figures);
  }
  return figures;
}

function figuresIn(sentence: ParsedSentence, pieces: readonly Piece[], out: LocalFigure[]): void {
  const figures = out;
  for (let i = 0; i < pieces.length; ) {
    if (pieces[i]!.type === 'mark') {
      i++;
      continue;
    }
    const calendar = timePhraseAt(pieces, i);
    if (calendar !== null && !/^(?:duration|set|ago|value)$/.test(calendar.meaning.kind)) {
      i = calendar.to;
      continue;
    }
    const vague = vagueAt(pieces, i);
    if (vague !== null) {
      push(
        sentence,
        pieces,
        vague.from,
        vague.to,
        vague.to,
        { min: vague.min, max: vague.max },
        '',
        null,
        figures,
        true,
      );
      i = vague.to;
      continue;
    }
    const currency = currencyBefore(pieces, i);
    const number = numberAt(pieces, i, currency !== null);
    if (number === null || !isFigure(pieces, number, currency !== null)) {
      i = number === null ? i + 1 : number.to;
      continue;
    }
    i = figureFrom(sentence, pieces, number, currency, figures);
  }
}

/** Adds the figure that starts with `first` and returns the piece after it. */
function figureFrom(
  sentence: ParsedSentence,
  pieces: readonly Piece[],
  first: NumberPhrase,
  currency: { readonly unit: string; readonly from: number } | null,
  out: LocalFigure[],
): number {
  const from = currency?.from ?? (isNegative(pieces, first.from) ? first.from - 1 : first.from);
  const sign = currency === null && from < first.from ? -1 : 1;
  let value = first.value * sign;
  let unit = unitAfter(pieces, first.to, currency?.unit ?? null, first.digits);
  // "$5.1 million to $6 million", "10 to 20", "between 5 and 10", "40 - 50"
  const range = rangeAt(pieces, first, unit.to, currency !== null);
  if (range !== null && sameKind(unit, pieces, range.number)) {
    const second = range.number;
    unit = unitAfter(
      pieces,
      second.to,
      currency?.unit ?? null,
      second.digits,
      unit.name === '' ? null : unit,
    );
    const low =
      first.scale === 1 &&
      second.scale > 1 &&
      first.digits &&
      unit.to >= second.to &&
      first.to === range.joint
        ? value * second.scale
        : value;
    if (low < second.value) {
      push(
        sentence,
        pieces,
        from,
        second.to,
        unit.to,
        { min: low, max: second.value },
        unit.name,
        unit.per,
        out,
      );
      return Math.max(unit.to, second.to);
    }
    unit = unitAfter(pieces, first.to, currency?.unit ?? null, first.digits);
  }
  value = unit.factor === 1 ? value : Number((value * unit.factor).toPrecision(12));
  // "5 feet 2 inches"
  if (unit.name === 'foot') {
    const at = pieces[unit.to]?.key === 'and' ? unit.to + 1 : unit.to;
    const inches = numberAt(pieces, at);
    if (inches !== null && inches.value < 12 && /^(?:in|inch|inches)$/.test(pieces[inches.to]?.key ?? '')) {
      value = Number((value + inches.value / 12).toPrecision(16));
      push(sentence, pieces, from, inches.to + 1, inches.to + 1, value, unit.name, unit.per, out);
      return inches.to + 1;
    }
  }
  // "3 dollars 50 cents", "thirteen dollars and forty-five cents"
  if (/^[A-Z]{3}$/.test(unit.name) && unit.factor === 1) {
    const minor = numberAt(pieces, pieces[unit.to]?.key === 'and' ? unit.to + 1 : unit.to);
    const cents = minor === null ? null : unitAfter(pieces, minor.to, null, minor.digits);
    if (minor !== null && cents !== null && cents.factor === 0.01 && minor.value < 100) {
      value = Number((value + minor.value / 100).toPrecision(12));
      push(sentence, pieces, from, cents.to, cents.to, value, unit.name, cents.per, out);
      return cents.to;
    }
  }
  push(sentence, pieces, from, first.to, unit.to, value, unit.name, unit.per, out);
  return Math.max(unit.to, first.to);
}

function isNegative(pieces: readonly Piece[], i: number): boolean {
  const before = pieces[i - 1];
  if (before === undefined) return false;
  if (/^(?:minus|negative)$/.test(before.key)) return true;
  return (
    isDash(before) &&
    !pieces[i]!.gap &&
    (before.gap || i === 1) &&
    pieces[i - 2]?.type !== 'number' &&
    before.text !== '—'
  );
}

interface RangeEnd {
  readonly number: NumberPhrase;
  /** Piece of the joint ("to", "–"). */
  readonly joint: number;
}

/** The second number of a range whose first ends before piece `unitTo` (or before its unit). */
function rangeAt(
  pieces: readonly Piece[],
  first: NumberPhrase,
  unitTo: number,
  money: boolean,
): RangeEnd | null {
  for (const at of unitTo === first.to ? [first.to] : [unitTo, first.to]) {
    const joint = pieces[at];
    if (joint === undefined) continue;
    const opener = openerBefore(pieces, first.from);
    const dash = isDash(joint) && joint.gap === (pieces[at + 1]?.gap ?? false);
    const joins =
      joint.key === 'to' ||
      (joint.key === 'or' && first.value < 100) ||
      (joint.key === 'and' && opener === 'between') ||
      dash;
    if (!joins) continue;
    const currency = /^[$£€¥]$/.test(pieces[at + 1]?.text ?? '') ? at + 2 : at + 1;
    const number = numberAt(pieces, currency, money);
    if (number === null) continue;
    // "rose 6.2% to $1.45 billion"
    if (!money && at === unitTo && unitTo > first.to && currency === at + 2) continue;
    if (!money && unitTo > first.to && isPercent(pieces[unitTo - 1]) && !isPercent(pieces[number.to]))
      continue;
    if (
      joint.key === 'or' &&
      !(
        number.value === first.value + 1 ||
        ((first.digits !== number.digits) === false && number.value > first.value)
      )
    )
      continue;
    // "won 3-2", "5-4 vote": scores and votes fall; telephone numbers have several dashes.
    if (dash && isDash(pieces[number.to]) && pieces[number.to + 1]?.type === 'number') return null;
    const after = timePhraseAt(pieces, currency);
    if (after !== null && after.meaning.kind !== 'duration') continue;
    return { number, joint: at };
  }
  return null;
}

/** False where both ends name a unit and the units differ: "fell 3.5 points to 61 percent". */
function sameKind(unit: UnitPhrase, pieces: readonly Piece[], second: NumberPhrase): boolean {
  if (unit.name === '' || /^[A-Z]{3}$/.test(unit.name)) return true;
  const other = unitAfter(pieces, second.to, null, second.digits).name;
  return other === '' || other === unit.name;
}

const isPercent = (piece: Piece | undefined): boolean => /^(?:%|percent|cent)$/.test(piece?.key ?? '');

/** "between" or "from" not far before. */
function openerBefore(pieces: readonly Piece[], i: number): string | null {
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
    const { key } = pieces[k]!;
    if (key === 'between' || key === 'from') return key;
  }
  return null;
}

/** False for what is written with digits or number words and counts nothing. */
function isFigure(pieces: readonly Piece[], number: NumberPhrase, money: boolean): boolean {
  const { from, to } = number;
  const piece = pieces[from]!;
  const before = pieces[from - 1];
  const next = pieces[to];
  if (money) return true;
  if (number.digits) {
    // "24/7", "9/11", "1,2,3,4", "555-0123", "10.1.2.3", "COVID-19", "Boeing 737", "F-16", "No. 5", "#3", "@", "1st"
    if (next !== undefined && !next.gap && /^(?:st|nd|rd|th)$/.test(next.key)) return false;
    if (next?.text === '/' && !next.gap && pieces[to + 1]?.type === 'number') return false;
    if (before?.text === '/' && !piece.gap) return false;
    if (before?.type === 'mark' && !piece.gap && /^[#@:_]$/.test(before.text)) return false;
    if (before?.type === 'word' && !piece.gap) return false;
    if (
      before !== undefined &&
      isDash(before) &&
      !piece.gap &&
      !before.gap &&
      pieces[from - 2]?.type === 'word' &&
      !/^(?:mid|sub|pre|post|non)$/.test(pieces[from - 2]!.key) &&
      SMALL_NUMBERS[pieces[from - 2]!.key] === undefined
    )
      return false;
    if (
      isDash(next) &&
      !next!.gap &&
      pieces[to + 1]?.type === 'number' &&
      pieces[to + 1]!.key.length >= 4 &&
      piece.key.length === 3
    )
      return false;
    if (
      /^0\d/.test(piece.key) ||
      (isDash(before) &&
        !piece.gap &&
        !before!.gap &&
        pieces[from - 2]?.type === 'number' &&
        piece.key.length === 4)
    )
      return false;
    if (
      next?.text === ',' &&
      !next.gap &&
      pieces[to + 1]?.type === 'number' &&
      !pieces[to + 1]!.gap &&
      /^\d$/.test(pieces[to + 1]!.key) &&
      /^\d$/.test(piece.key)
    )
      return false;
    if (
      before?.text === ',' &&
      !piece.gap &&
      !before.gap &&
      /^\d$/.test(piece.key) &&
      pieces[from - 2]?.type === 'number'
    )
      return false;
    if (before?.text === '.' && /^(?:no|nos|nr)$/i.test(pieces[from - 2]?.key ?? '')) return false;
    if (before?.type === 'word' && isDesignated(pieces, from)) return false;
    if (next?.text === ':' && !next.gap && pieces[to + 1]?.type === 'number' && !pieces[to + 1]!.gap)
      return false;
    // "19 Orchard St."
    if (next?.type === 'word' && /^\p{Lu}/u.test(next.text) && houseNumber(pieces, to)) return false;
    return true;
  }
  if (number.value === 1 && to - from === 1) return onesCounts(pieces, from);
  if (number.value === 0.5 && piece.key === 'half') return true;
  if (piece.key === 'a' && pieces[from + 1]?.key === 'quarter' && pieces[to]?.key !== 'of') return false;
  return FRACTIONS[piece.key] === undefined || to - from > 1;
}

const DESIGNATORS =
  /^(?:boeing|airbus|flight|page|pages|chapter|section|article|route|highway|interstate|channel|number|no|nos|nr|room|suite|apartment|apt|unit|gate|platform|line|level|phase|title|rule|case|docket|item|figure|table|part|volume|vol|grade|windows|version|area|zone|district|ward|precinct|block|box|proposition|prop|amendment|resolution|group|act|verse|psalm|formula|act|bill)$/;

/** A capitalised word before makes the number a designation ("Boeing 737", "Article 5", "District 2"). */
function isDesignated(pieces: readonly Piece[], from: number): boolean {
  const before = pieces[from - 1]!;
  if (DESIGNATORS.test(before.key))
    return (
      /^\p{Lu}/u.test(before.text) ||
      /^(?:flight|page|chapter|section|article|route|number|no|room|version|line)$/.test(before.key)
    );
  return false;
}

function houseNumber(pieces: readonly Piece[], i: number): boolean {
  for (let k = i; k < Math.min(pieces.length, i + 4); k++) {
    if (pieces[k]!.type !== 'word' || !/^\p{Lu}/u.test(pieces[k]!.text)) return false;
    if (
      /^(?:st|street|ave|avenue|rd|road|blvd|boulevard|drive|dr|lane|ln|court|ct|way|highway|hwy|square|place|pl)$/.test(
        pieces[k]!.key,
      )
    )
      return k > i;
  }
  return false;
}

/** "one official", "one of them", not "no one", "the one", "one another". */
function onesCounts(pieces: readonly Piece[], i: number): boolean {
  const before = pieces[i - 1]?.key ?? '';
  const next = pieces[i + 1];
  if (
    /^(?:no|any|every|some|each|the|this|that|another|which|only|other|good|bad|big|is|was|day)$/.test(before)
  )
    return false;
  if (next === undefined) return i === 0;
  if (next.type === 'mark') return isDash(next) && !next.gap;
  return !/^(?:another|who|that|would|could|should|can|has|is|was|day|thing|way|must|might|may|will|and|or|to|in|on|at|for|by|with|side|hand)$/.test(
    next.key,
  );
}

/** "hundreds of", "tens of thousands", "a handful", "dozens". */
function vagueAt(
  pieces: readonly Piece[],
  i: number,
): { readonly from: number; readonly to: number; readonly min: number; readonly max: number } | null {
  let at = i;
  const first = pieces[i]!.key;
  if ((first === 'a' || first === 'the') && /^(?:handful|couple)$/.test(pieces[i + 1]?.key ?? '')) at = i + 1;
  const word = pieces[at]!.key;
  const size = VAGUE_COUNTS[word];
  const of = pieces[at + 1]?.key === 'of';
  const then = of ? pieces[at + 2]?.key : undefined;
  if (
    word === 'tens' ||
    ((word === 'hundreds' || word === 'dozens' || word === 'scores') &&
      then !== undefined &&
      /^(?:thousands|millions|billions)$/.test(then))
  ) {
    const base = word === 'tens' ? [20, 99] : VAGUE_COUNTS[word]!;
    const scale = { thousands: 1e3, millions: 1e6, billions: 1e9 }[then ?? ''];
    if (scale === undefined) return null;
    return { from: i, to: at + 3, min: base[0]! * scale, max: (base[1]! + 1) * scale - 1 };
  }
  if (size === undefined) return null;
  if (word === 'couple' && timePhraseAt(pieces, i) !== null) return null;
  if ((word === 'scores' || word === 'couple' || word === 'handful') && !of && word !== 'handful')
    return null;
  if ((word === 'handful' || word === 'couple') && at === i) return null;
  const before = pieces[i - 1];
  if (before?.type === 'number' || SMALL_NUMBERS[before?.key ?? ''] !== undefined) return null;
  return { from: i, to: at + 1, min: size[0], max: size[1] };
}

/** Pieces looked at on either side for words that bound. */
const BOUND_WORDS = 6;

function boundBefore(
  pieces: readonly Piece[],
  from: number,
): { readonly bound: Bound; readonly from: number } | null {
  const mark = pieces[from - 1]?.text;
  if (mark === '>' || mark === '≥') return { bound: 'min', from: from - 1 };
  if (mark === '<' || mark === '≤') return { bound: 'max', from: from - 1 };
  if (mark === '~' || mark === '≈') return { bound: 'approx', from: from - 1 };
  if (mark === '=' && (pieces[from - 2]?.text === '>' || pieces[from - 2]?.text === '<'))
    return { bound: pieces[from - 2]!.text === '>' ? 'min' : 'max', from: from - 2 };
  for (let n = Math.min(BOUND_WORDS, from); n > 0; n--) {
    let phrase = '';
    for (let k = from - n; k < from; k++) phrase += (k > from - n ? ' ' : '') + pieces[k]!.key;
    const bound = BOUNDS_BEFORE[phrase];
    if (bound !== undefined) return { bound, from: from - n };
  }
  return null;
}

function push(
  sentence: ParsedSentence,
  pieces: readonly Piece[],
  from: number,
  numberTo: number,
  unitTo: number,
  amount: number | { readonly min: number; readonly max: number },
  unit: string,
  per: string | null,
  out: LocalFigure[],
  vague = false,
): void {
  const to = Math.max(numberTo, unitTo);
  const counted = unit === '' || unit === 'percent' ? countedAfter(sentence, pieces, to) : null;
  const before = boundBefore(pieces, from);
  let bound: Bound = before?.bound ?? (vague ? 'approx' : 'exact');
  for (const at of counted === null ? [to] : [to, counted.to]) {
    const plus = pieces[at];
    if (plus?.text === '+' && !plus.gap) bound = 'min';
    if (isDash(plus) && pieces[at + 1]?.key === 'plus') bound = 'min';
    const after = BOUNDS_AFTER[`${pieces[at]?.key} ${pieces[at + 1]?.key}`] ?? undefined;
    if (after !== undefined && before === null) bound = after;
  }
  const single = typeof amount === 'number';
  out.push({
    span: { start: pieces[from]!.start, end: pieces[to - 1]!.end },
    value: single ? amount : null,
    min: single ? null : amount.min,
    max: single ? null : amount.max,
    bound,
    unit: per === null ? unit : `${unit} per ${per}`.trim(),
    of: counted?.text ?? '',
    ofSpan: counted === null ? null : { start: counted.start, end: counted.end },
    sentence: sentence.index,
  });
}
