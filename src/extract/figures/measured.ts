import { MINOR_CURRENCY_WORDS } from '../../language/en/currencies.js';
import { isDash, type Piece } from '../lexer.js';
import type { BoundPhrase } from './bounds.js';
import type { Counted } from './counted.js';
import { type NumberPhrase, numberAt, rounded } from './numbers.js';
import { rangeAt, sameKind } from './ranges.js';
import { type Currency, isMoney, unitAfter } from './units.js';

export interface Amount {
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

/** A figure before its neighbours are looked at; spans in pieces, half-open. */
export interface Draft {
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

export const single = (value: number): Amount => ({ value, min: null, max: null });
export const range = (min: number, max: number): Amount => ({ value: null, min, max });
type Measured = Omit<Draft, 'counted' | 'before' | 'after' | 'free'>;

/** A number with its currency or unit, and the second number of a range. */
export function measured(
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
