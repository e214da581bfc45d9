import { HOLIDAYS, LONGEST_HOLIDAY } from '../../language/en/holidays.js';
import type { Piece } from '../lexer.js';
import { addDays, type Day, daysIn, weekdayOf } from './calendar.js';
import { phrase, type Shift, type TimePhrase } from './meanings.js';
import { yearAt } from './years.js';

/** First words of the days with a name. */
export const HOLIDAY_OPENERS: ReadonlySet<string> = new Set(
  Object.keys(HOLIDAYS).map((name) => /^[\p{L}]+/u.exec(name)![0]),
);

/** "Christmas", "Good Friday 2019", "Labor Day": written with a capital. */
export function holidayAt(
  pieces: readonly Piece[],
  i: number,
  shift: Shift | null = null,
): TimePhrase | null {
  const first = pieces[i];
  if (first === undefined || !HOLIDAY_OPENERS.has(first.key) || !/^\p{Lu}/u.test(first.text)) return null;
  let name = '';
  let found: { readonly to: number; readonly name: string } | null = null;
  for (let k = i; k < Math.min(pieces.length, i + LONGEST_HOLIDAY + 2); k++) {
    const piece = pieces[k]!;
    name += (piece.gap && k > i ? ' ' : '') + piece.key.replace('’', "'");
    if (HOLIDAYS[name] !== undefined) found = { to: k + 1, name };
  }
  if (found === null) return null;
  const year = yearAt(pieces, found.to);
  return phrase(i, year === null ? found.to : found.to + 1, {
    kind: 'holiday',
    holiday: found.name,
    year,
    shift,
  });
}

/** The day of a holiday in a year. */
export function holidayIn(name: string, year: number): Day {
  const rule = HOLIDAYS[name]!;
  if (rule.startsWith('E')) return addDays(easter(year), Number(rule.slice(1)));
  const [, month, n, weekday] = /^(\d\d)-(-?\d+)(?:-(\d))?$/.exec(rule)!.map(Number) as [
    number,
    number,
    number,
    number,
  ];
  if (!rule.slice(3).includes('-')) return { year, month, day: n };
  return nthWeekday(year, month, n, weekday);
}

/** The nth weekday (Monday 1 to Sunday 7) of a month; n = -1 the last. */
export function nthWeekday(year: number, month: number, n: number, weekday: number): Day {
  if (n < 0) {
    const last = { year, month, day: daysIn(year, month) };
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  }
  const first = { year, month, day: 1 };
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (n - 1));
}

/** Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher). */
function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return { year, month: Math.floor(sum / 31), day: (sum % 31) + 1 };
}
