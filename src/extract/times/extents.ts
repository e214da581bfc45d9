import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  daysIn,
  intervalOf,
  isoDay,
  isoMonth,
  pad,
} from './calendar.js';
import type { Mod } from './meanings.js';

/** A stretch of calendar time, ISO 8601, end inclusive, at the precision written; null at an end that is not told. */
export interface Extent {
  readonly start: string | null;
  readonly end: string | null;
}

/** What makes a time one end of a stretch: "since March", "through Dec. 31", "by Friday". */
export type Relation = 'since' | 'until' | 'before' | 'after' | 'by';

/**
 * The stretch that a TIMEX3 value tells, the part of it that `mod` names, and what it bounds. A third of a month, a year or
 * a decade is its early, middle or late part; "earlier" ends and "later" begins with today. Null where the value is no
 * calendar time.
 */
export function extentOf(
  value: string,
  mod: Mod | null,
  relation: Relation | null,
  published: string | null,
): Extent | null {
  const whole = intervalOf(value);
  if (whole === null) return null;
  const part = mod === null || mod === 'APPROX' ? whole : partOf(value, whole, mod, dayOf(published));
  switch (relation) {
    case 'since':
      return { start: part.start, end: null };
    case 'until':
    case 'by':
      return { start: null, end: part.end };
    case 'before':
      return { start: null, end: beside(part.start, -1) };
    case 'after':
      return { start: beside(part.end, 1), end: null };
    case null:
      return part;
  }
}

interface Whole {
  readonly start: string;
  readonly end: string;
}

function partOf(value: string, whole: Whole, mod: Exclude<Mod, 'APPROX'>, today: Day | null): Whole {
  if (mod === 'EARLIER' || mod === 'LATER') return sideOf(value, whole, mod, today);
  const third = mod === 'START' ? 0 : mod === 'MID' ? 1 : 2;
  const month = /^(\d{4})-(\d{2})$/.exec(value);
  if (month !== null) {
    const [year, number] = [Number(month[1]), Number(month[2])];
    const ends = [10, 20, daysIn(year, number)];
    return { start: `${value}-${pad([1, 11, 21][third]!)}`, end: `${value}-${pad(ends[third]!)}` };
  }
  if (/^\d{4}$/.test(value))
    return { start: `${value}-${pad([1, 5, 9][third]!)}`, end: `${value}-${pad([4, 8, 12][third]!)}` };
  if (/^\d{3}$/.test(value))
    return { start: `${value}${[0, 4, 7][third]}`, end: `${value}${[3, 6, 9][third]}` };
  if (/^\d{4}-W\d{2}$/.test(value)) {
    const monday = dayOf(whole.start)!;
    return {
      start: isoDay(addDays(monday, [0, 2, 4][third]!)),
      end: isoDay(addDays(monday, [1, 3, 6][third]!)),
    };
  }
  const season = /^\d{4}-(?:SP|SU|FA|WI|Q\d|H\d)$/.test(value) ? monthsOf(whole) : null;
  if (season === null || season.length % 3 !== 0) return whole;
  const size = season.length / 3;
  return { start: season[third * size]!, end: season[third * size + size - 1]! };
}

/** "earlier this week" ends with today, "later this week" begins with it, where today lies in it. */
function sideOf(value: string, whole: Whole, mod: 'EARLIER' | 'LATER', today: Day | null): Whole {
  if (today === null) return whole;
  const now = isoDay(today);
  const [first, last] = [firstDay(whole.start), lastDay(whole.end)];
  if (first === null || last === null || now < first || now > last)
    return partOf(value, whole, mod === 'EARLIER' ? 'START' : 'END', today);
  return mod === 'EARLIER' ? { start: whole.start, end: now } : { start: now, end: whole.end };
}

function firstDay(iso: string): string | null {
  if (/^\d{4}$/.test(iso)) return `${iso}-01-01`;
  if (/^\d{4}-\d{2}$/.test(iso)) return `${iso}-01`;
  return /^\d{4}-\d{2}-\d{2}/.test(iso) ? iso.slice(0, 10) : null;
}

function lastDay(iso: string): string | null {
  if (/^\d{4}$/.test(iso)) return `${iso}-12-31`;
  const month = /^(\d{4})-(\d{2})$/.exec(iso);
  if (month !== null) return `${iso}-${pad(daysIn(Number(month[1]), Number(month[2])))}`;
  return /^\d{4}-\d{2}-\d{2}/.test(iso) ? iso.slice(0, 10) : null;
}

function monthsOf({ start, end }: Whole): string[] {
  const months: string[] = [];
  let at = { year: Number(start.slice(0, 4)), month: Number(start.slice(5, 7)), day: 1 };
  for (let n = 0; n < 12; n++) {
    months.push(isoMonth(at.year, at.month));
    if (isoMonth(at.year, at.month) === end) break;
    at = addMonths(at, 1);
  }
  return months;
}

/** The day, month or year next before (-1) or after (1), at the precision written. */
function beside(iso: string, step: -1 | 1): string {
  const day = dayOf(iso);
  if (day !== null) return iso.length > 10 ? iso : isoDay(addDays(day, step));
  const month = /^(\d{4})-(\d{2})$/.exec(iso);
  if (month !== null) {
    const to = addMonths({ year: Number(month[1]), month: Number(month[2]), day: 1 }, step);
    return isoMonth(to.year, to.month);
  }
  return pad(Number(iso) + step, 4);
}
