import { CURRENCY_WORDS } from '../../language/en/currencies.js';
import { AGED_POSSESSIVES } from '../../language/en/number-contexts.js';
import {
  PLURAL_SCALES,
  SCALES,
  SMALL_NUMBERS,
  VAGUE_COEFFICIENTS,
  VAGUE_COUNTS,
} from '../../language/en/numbers.js';
import type { LocalFigure } from '../../model/analysis.js';
import type { Span } from '../../model/span.js';
import type { Bound, FigureKind } from '../../model/vocabulary.js';
import type { ParsedSentence, ParsedText } from '../../text/parsed.js';
import { tokenAt } from '../../text/token-at.js';
import { isDash, type Piece, piecesOf } from '../lexer.js';
import { dayBehind } from '../times/dates.js';
import { timePhraseAt } from '../times/phrases.js';
import { boundAfter, boundBefore, hedgeBefore } from './bounds.js';
import { changeAt } from './changes.js';
import { countedAfter, ownerAfter, ownerBefore } from './counted.js';
import { isFigure } from './exclusions.js';
import { type Draft, measured, range, single } from './measured.js';
import { normalOf } from './normal.js';
import { numberAt } from './numbers.js';
import { currencyBefore, isMoney, perAfter, unitAfter } from './units.js';
import { vagueAt } from './vague-counts.js';

/** A sentence without digits or any of these holds no figure. */
const HINT = new RegExp(
  `\\d|[½⅓⅔¼¾⅛⅜⅝⅞]|\\b(?:${[...Object.keys(SMALL_NUMBERS), ...Object.keys(VAGUE_COUNTS), ...Object.keys(SCALES), ...Object.keys(PLURAL_SCALES), 'twice', 'half', 'third', 'quarter', 'fifth', 'tenth', 'hundredth', 'thousandth', 'trillionth'].join('|')})s?\\b`,
  'i',
);

/** Every word that can open a figure. */
const OPENERS: ReadonlySet<string> = new Set([
  ...[SMALL_NUMBERS, SCALES, PLURAL_SCALES, VAGUE_COUNTS, VAGUE_COEFFICIENTS].flatMap(Object.keys),
  ...['a', 'an', 'the', 'half', 'quarter', 'tens'],
]);

/** The figures of a document in text order: one number is `value`, a range or vague count `min` and `max`. */
export function findFigures(parsed: ParsedText): LocalFigure[] {
  const figures: LocalFigure[] = [];
  for (const sentence of parsed.sentences) {
    if (!HINT.test(parsed.text.slice(sentence.start, sentence.end))) continue;
    const pieces = piecesOf(parsed, sentence);
    for (const draft of paired(pieces, draftsIn(sentence, pieces)))
      figures.push(figureOf(sentence, pieces, draft));
  }
  return figures;
}

function draftsIn(sentence: ParsedSentence, pieces: readonly Piece[]): Draft[] {
  const drafts: Draft[] = [];
  const headline = isHeadline(pieces);
  let free = 0;
  const add = (draft: Omit<Draft, 'counted' | 'before' | 'after' | 'free'>): number => {
    const { from, to, unit } = draft;
    const counted = unit === '' || unit === 'percent' ? countedAfter(sentence, pieces, to) : null;
    const rate = unit === '' && counted !== null ? perAfter(pieces, counted.to) : null;
    const before = boundBefore(pieces, from, {
      time: TIME_UNIT.test(unit),
      free,
      noun: (at) => at >= 0 && !isMoney(unit) && tokenAt(sentence, pieces[at]!.start)?.pos === 'NOUN',
    });
    const after = boundAfter(pieces, to) ?? (counted === null ? null : boundAfter(pieces, counted.to));
    drafts.push({
      ...draft,
      unit: rate === null ? unit : ` per ${rate.name}`.trim(),
      counted,
      before,
      after,
      free,
    });
    free = to;
    return to;
  };
  for (let i = 0; i < pieces.length; ) {
    if (pieces[i]!.type === 'mark') {
      i++;
      continue;
    }
    const calendar = timePhraseAt(pieces, i);
    if (calendar !== null && !/^(?:duration|set|ago|value)$/.test(calendar.meaning.kind)) {
      i = dayBehind(pieces, calendar.to, calendar)?.to ?? calendar.to;
      continue;
    }
    // "twice as likely"
    if (pieces[i]!.key === 'twice' && /^(?:as|the|that|its|their|his|her)$/.test(pieces[i + 1]?.key ?? '')) {
      i = add({ from: i, to: i + 1, amount: single(2), unit: '', part: 'ratio', vague: false });
      continue;
    }
    if (pieces[i]!.type === 'word' && !OPENERS.has(pieces[i]!.key)) {
      i++;
      continue;
    }
    const decade = agedAt(pieces, i);
    if (decade !== null) {
      i = add({
        from: i,
        to: decade.to,
        amount: range(decade.min, decade.max),
        unit: 'year of age',
        part: null,
        vague: true,
      });
      continue;
    }
    const vague = vagueAt(pieces, i);
    if (vague !== null) {
      const { from, to, min, max } = vague;
      // "tens of billions of dollars"
      const money = pieces[to]?.key === 'of' ? CURRENCY_WORDS[pieces[to + 1]?.key ?? ''] : undefined;
      const end = money === undefined ? to : to + 2;
      i = add({ from, to: end, amount: range(min, max), unit: money ?? '', part: null, vague: true });
      continue;
    }
    const number = numberAt(pieces, i, currencyBefore(pieces, i, free) !== null);
    if (number === null) {
      i++;
      continue;
    }
    const currency = currencyBefore(pieces, i, free);
    const unit = currency !== null || unitAfter(pieces, number.to, null, number.digits).name !== '';
    if (!isFigure(pieces, number, { money: currency !== null, unit, headline })) {
      i = number.to;
      continue;
    }
    i = add(measured(pieces, number, currency, free));
  }
  return drafts;
}

const TIME_UNIT = /^(?:second|minute|hour|day|week|month|year|decade|century)$/;

/** "in her 40s" */
function agedAt(
  pieces: readonly Piece[],
  i: number,
): { readonly to: number; readonly min: number; readonly max: number } | null {
  const piece = pieces[i]!;
  if (
    piece.type !== 'number' ||
    !/^[2-9]0$/.test(piece.text) ||
    pieces[i + 1]?.key !== 's' ||
    pieces[i + 1]!.gap
  )
    return null;
  const position = /^(?:early|mid|late)$/.test(pieces[i - 1]?.key ?? '')
    ? 1
    : isDash(pieces[i - 1]) && pieces[i - 2]?.key === 'mid'
      ? 2
      : 0;
  if (!AGED_POSSESSIVES.has(pieces[i - 1 - position]?.key ?? '')) return null;
  return { to: i + 2, min: piece.value, max: piece.value + 9 };
}

/** "above 1,000 and below 1,500", "at least 20 but no more than 50": two bounds of one figure. */
function paired(pieces: readonly Piece[], drafts: readonly Draft[]): readonly Draft[] {
  const out: Draft[] = [];
  for (const draft of drafts) {
    const last = out[out.length - 1];
    const both = last === undefined ? null : between(pieces, last, draft);
    if (both === null) out.push(draft);
    else out[out.length - 1] = both;
  }
  return out;
}

function between(pieces: readonly Piece[], a: Draft, b: Draft): Draft | null {
  const [x, y] = [boundOf(a), boundOf(b)];
  if (a.amount.value === null || b.amount.value === null || a.before === null || b.before === null)
    return null;
  if (!((x === 'min' && y === 'max') || (x === 'max' && y === 'min'))) return null;
  if (a.unit !== b.unit && a.unit !== '' && b.unit !== '') return null;
  let at = a.counted !== null && a.counted.to <= b.before.from ? a.counted.to : a.to;
  while (/^(?:,|and|but)$/.test(pieces[at]?.key ?? '')) at++;
  if (at !== b.before.from || at === a.to) return null;
  const [low, high] = x === 'min' ? [a.amount.value, b.amount.value] : [b.amount.value, a.amount.value];
  if (low >= high) return null;
  return {
    ...b,
    from: a.from,
    amount: range(low, high),
    before: null,
    after: null,
    unit: b.unit || a.unit,
    free: a.free,
  };
}

function boundOf({ before, after, vague }: Draft): Bound {
  if (after !== null && (before === null || before.bound === 'approx')) return after.bound;
  return before?.bound ?? (vague ? 'approx' : 'exact');
}

function figureOf(sentence: ParsedSentence, pieces: readonly Piece[], draft: Draft): LocalFigure {
  const { from, to, amount, unit, counted, before, after, part, free } = draft;
  const spanOf = (a: number, b: number): Span => ({ start: pieces[a]!.start, end: pieces[b - 1]!.end });
  const first = before?.from ?? from;
  const hedge = hedgeBefore(pieces, first);
  const hedges = [
    ...(hedge === null ? [] : [spanOf(hedge, hedge + 1)]),
    ...(before === null ? [] : [spanOf(before.from, before.to)]),
    ...(after === null ? [] : [spanOf(after.from, after.to)]),
  ];
  return {
    span: spanOf(from, to),
    kind: part ?? kindOf(unit),
    ...amount,
    bound: boundOf(draft),
    unit,
    normal: normalOf(amount, unit, part === 'share'),
    of: counted?.text ?? '',
    ofSpan: counted === null ? null : { start: counted.start, end: counted.end },
    whose:
      ownerBefore(sentence, pieces, first) ??
      (counted === null ? null : ownerAfter(sentence, pieces, to, counted)),
    hedges,
    change: changeAt(pieces, { from: first, to }, free),
    sentence: sentence.index,
  };
}

function kindOf(unit: string): FigureKind {
  const base = unit.split(' per ')[0]!;
  if (base === '' || unit.startsWith('per ')) return 'count';
  if (/^(?:percent|percentage point|basis point)$/.test(base)) return 'percent';
  if (isMoney(base) || /^(?:mark|cent|penny|kopeck|paisa|centavo|sen)$/.test(base)) return 'money';
  if (base.endsWith(' of age')) return 'age';
  return TIME_UNIT.test(base) ? 'duration' : 'measure';
}

/** Most words of four letters or more begin with a capital. */
function isHeadline(pieces: readonly Piece[]): boolean {
  let [long, capital] = [0, 0];
  for (const { type, text } of pieces) {
    if (type !== 'word' || text.length < 4) continue;
    long++;
    if (/^\p{Lu}/u.test(text)) capital++;
  }
  return long >= 3 && capital >= 0.8 * long;
}
