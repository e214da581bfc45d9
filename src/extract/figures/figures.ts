import { CURRENCY_WORDS, MINOR_CURRENCY_WORDS } from '../../language/en/currencies.js';
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
import { type BoundPhrase, boundAfter, boundBefore, hedgeBefore } from './bounds.js';
import { changeAt } from './changes.js';
import { type Counted, countedAfter, ownerAfter, ownerBefore } from './counted.js';
import { isFigure } from './exclusions.js';
import { normalOf } from './normal.js';
import { type NumberPhrase, numberAt, rounded } from './numbers.js';
import { rangeAt, sameKind } from './ranges.js';
import { type Currency, currencyBefore, isMoney, perAfter, unitAfter } from './units.js';
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

interface Amount {
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

/** A figure before its neighbours are looked at; spans in pieces, half-open. */
interface Draft {
  readonly from: number;
  /** Behind number and unit. */
  readonly to: number;
  readonly amount: Amount;
  readonly unit: string;
  readonly part: 'share' | 'ratio' | null;
  readonly vague: boolean;
  readonly counted: Counted | null;
  readonly before: BoundPhrase | null;
  readonly after: BoundPhrase | null;
  /** First piece that belongs to no earlier figure. */
  readonly free: number;
}

const single = (value: number): Amount => ({ value, min: null, max: null });
const range = (min: number, max: number): Amount => ({ value: null, min, max });

function draftsIn(sentence: ParsedSentence, pieces: readonly Piece[]): Draft[] {
  const drafts: Draft[] = [];
  const headline = isHeadline(pieces);
  let free = 0;
  const add = (draft: Omit<Draft, 'counted' | 'before' | 'after' | 'free'>): number => {
    const { from, to, unit } = draft;
    const counted = unit === '' || unit === 'percent' ? countedAfter(sentence, pieces, to) : null;
    const rate = unit === '' && counted !== null ? perAfter(pieces, counted.to) : unit === '' ? null : null;
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

type Measured = Omit<Draft, 'counted' | 'before' | 'after' | 'free'>;

/** A number with its currency or unit, and the second number of a range. */
function measured(
  pieces: readonly Piece[],
  first: NumberPhrase,
  currency: Currency | null,
  free: number,
): Measured {
  const negative = currency === null && first.from > free && isNegative(pieces, first);
  const from = currency?.from ?? (negative ? first.from - 1 : first.from);
  const draft = (
    to: number,
    amount: Amount,
    unit: string,
    per: string | null,
    part: Draft['part'] = null,
  ): Measured => ({
    from,
    to,
    amount,
    unit: per === null ? unit : `${unit} per ${per}`.trim(),
    part,
    vague: false,
  });
  const times = currency === null ? ratioBehind(pieces, first) : null;
  if (times !== null) return draft(times.to, single(times.value), '', null, 'ratio');
  const value = (negative ? -first.value : first.value) * (currency?.factor ?? 1);
  let unit = unitAfter(pieces, first.to, currency?.unit ?? null, first.digits);
  const end = rangeAt(pieces, first, unit.to, currency !== null);
  if (end !== null && sameKind(unit, pieces, end.number)) {
    const second = end.number;
    const whole = unitAfter(
      pieces,
      second.to,
      currency?.unit ?? null,
      second.digits,
      unit.name === '' ? null : unit,
    );
    const shared = first.scale === 1 && second.scale > 1 && first.digits && first.to === end.joint;
    // "€2 to €3 million", but "€900,000 to €1.1 million"
    const low = shared && value * second.scale < second.value ? value * second.scale : value;
    if (low < second.value) {
      const scale = (n: number): number => rounded(n * whole.factor);
      return draft(
        Math.max(whole.to, second.to),
        range(scale(low), scale(second.value)),
        whole.name,
        whole.per,
      );
    }
    unit = unitAfter(pieces, first.to, currency?.unit ?? null, first.digits);
  }
  const amount = rounded(value * unit.factor);
  const composite =
    unit.name === 'foot'
      ? inchesBehind(pieces, unit.to, amount)
      : isMoney(unit.name)
        ? centsBehind(pieces, unit, amount)
        : null;
  if (composite !== null) return draft(composite.to, single(composite.value), unit.name, unit.per);
  const below =
    /^(?:degree|celsius|fahrenheit)$/.test(unit.name) &&
    pieces[unit.to]?.key === 'below' &&
    pieces[unit.to + 1]?.key === 'zero';
  if (below) return draft(unit.to + 2, single(-amount), unit.name, null);
  return draft(
    Math.max(unit.to, first.to),
    single(amount),
    unit.name,
    unit.per,
    first.share && unit.name === '' ? 'share' : null,
  );
}

/** "three times as many", "seven times faster"; "3-to-1", "nearly 2-1" after a word for a margin. */
function ratioBehind(
  pieces: readonly Piece[],
  number: NumberPhrase,
): { readonly to: number; readonly value: number } | null {
  const { to, value } = number;
  const next = pieces[to];
  if (
    next?.key === 'times' &&
    /^(?:as|more|less|fewer|the|that|what|faster|higher|lower|greater|larger|over|its|their)$|[^e]er$/.test(
      pieces[to + 1]?.key ?? '',
    )
  )
    return { to: to + 1, value };
  if (isDash(next) && !next!.gap && pieces[to + 1]?.key === 'to' && isDash(pieces[to + 2])) {
    const one = numberAt(pieces, to + 3);
    return one?.value === 1 ? { to: one.to, value } : null;
  }
  return null;
}

/** "minus 5", "-5", "- 20 degrees": a sign, not the dash of a range or of a compound. */
function isNegative(pieces: readonly Piece[], { from, to, digits }: NumberPhrase): boolean {
  const [before, piece] = [pieces[from - 1], pieces[from]!];
  if (before === undefined) return false;
  if (before.key === 'minus' || before.key === 'negative') return true;
  if (before.text === '−' && digits && !piece.gap) return pieces[from - 2]?.type !== 'number';
  if (!isDash(before) || before.text === '—' || !digits) return false;
  if (!piece.gap)
    return (
      (before.gap || from === 1 || /^[<>=(]$/.test(pieces[from - 2]?.text ?? '')) &&
      pieces[from - 2]?.type !== 'number'
    );
  const alone = from === 1 && to === pieces.length;
  const degrees = /^(?:celsius|fahrenheit|degree)$/.test(unitAfter(pieces, to, null, true).name);
  return before.text === '-' && pieces[from - 2]?.type !== 'number' && (alone || degrees);
}

/** "5 feet 2 inches", "12 ft 2 in", "5ft 2" is no more than 5 feet. */
function inchesBehind(
  pieces: readonly Piece[],
  to: number,
  feet: number,
): { readonly to: number; readonly value: number } | null {
  const at = pieces[to]?.key === 'and' || pieces[to]?.text === ',' ? to + 1 : to;
  const inches = numberAt(pieces, at);
  if (inches === null || inches.value >= 12) return null;
  return /^(?:in|inch|inches|["”″])$/.test(pieces[inches.to]?.key ?? '')
    ? { to: inches.to + 1, value: rounded(feet + inches.value / 12) }
    : null;
}

/** "3 dollars 50 cents", "thirteen dollars and forty-five", "17 USD 25": hundredths behind whole money. */
function centsBehind(
  pieces: readonly Piece[],
  unit: { readonly name: string; readonly to: number; readonly factor: number },
  whole: number,
): { readonly to: number; readonly value: number } | null {
  if (!Number.isInteger(whole) || unit.factor !== 1) return null;
  const and = pieces[unit.to]?.key === 'and';
  const sum = numberAt(pieces, and ? unit.to + 1 : unit.to);
  if (sum === null || sum.value >= 100 || sum.value < 1 || !Number.isInteger(sum.value)) return null;
  const next = pieces[sum.to];
  const value = rounded(whole + sum.value / 100);
  if (MINOR_CURRENCY_WORDS[next?.key ?? ''] !== undefined) return { to: sum.to + 1, value };
  // Without a word for cents: two digits at the end of the phrase.
  const named = pieces[unit.to - 1]?.type === 'word' || and;
  const ends =
    next === undefined ||
    (next.type === 'mark' && !/^[%/$]$/.test(next.text) && !isDash(next)) ||
    next.key === 'more';
  return named && ends && sum.value >= 10 && whole < 1e5 ? { to: sum.to, value } : null;
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
