import { BOUNDS_AFTER } from '../../language/en/bounds.js';
import { SMALL_NUMBERS, VAGUE_COUNTS } from '../../language/en/numbers.js';
import type { LocalFigure } from '../../model/analysis.js';
import type { Bound } from '../../model/vocabulary.js';
import type { ParsedSentence, ParsedText } from '../../text/parsed.js';
import { isDash, type Piece, piecesOf } from '../lexer.js';
import { timePhraseAt } from '../times/phrases.js';
import { boundBefore } from './bounds.js';
import { countedAfter } from './counted.js';
import { isFigure } from './exclusions.js';
import { type NumberPhrase, numberAt } from './numbers.js';
import { rangeAt, sameKind } from './ranges.js';
import { currencyBefore, unitAfter } from './units.js';
import { vagueAt } from './vague-counts.js';

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
