/** Calendar arithmetic on the proleptic Gregorian calendar, in whole days; months are 1–12. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAY_MS = 86_400_000;

/** The day of an ISO 8601 date or time, at least at day precision; null otherwise. */
export function dayOf(iso: string | null): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '');
  if (match === null) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isDay(day) ? day : null;
}

/** False for 31 February and the like. */
export function isDay({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export const pad = (n: number, digits = 2): string => String(n).padStart(digits, '0');
export const isoDay = (day: Day): string => `${pad(day.year, 4)}-${pad(day.month)}-${pad(day.day)}`;
export const isoMonth = (year: number, month: number): string => `${pad(year, 4)}-${pad(month)}`;

function serial({ year, month, day }: Day): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY_MS);
}

function fromSerial(days: number): Day {
  const date = new Date(days * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export const addDays = (day: Day, days: number): Day => fromSerial(serial(day) + days);
export const daysBetween = (from: Day, to: Day): number => serial(to) - serial(from);

export function addMonths(day: Day, months: number): Day {
  const index = day.year * 12 + day.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return { year, month, day: Math.min(day.day, daysIn(year, month)) };
}

/** Monday 1 to Sunday 7. */
export const weekdayOf = (day: Day): number => ((((serial(day) + 3) % 7) + 7) % 7) + 1;

/** ISO week, "1998-W07". */
export function isoWeek(day: Day): string {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const week = Math.floor(daysBetween({ year: thursday.year, month: 1, day: 1 }, thursday) / 7) + 1;
  return `${pad(thursday.year, 4)}-W${pad(week)}`;
}

export const quarterOf = (month: number): number => Math.ceil(month / 3);

/** First and last instant of a TIMEX3 value, ISO 8601 at the precision written; null where it is no stretch of calendar time. */
export function intervalOf(value: string): { readonly start: string; readonly end: string } | null {
  if (/^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?)?)?$/.test(value))
    return { start: value, end: value };
  if (/^\d{3}$/.test(value)) return { start: `${value}0`, end: `${value}9` };
  if (/^\d{2}$/.test(value)) return { start: `${value}00`, end: `${value}99` };
  const partOfDay = /^(\d{4}-\d{2}-\d{2})T/.exec(value);
  if (partOfDay !== null) return { start: partOfDay[1]!, end: partOfDay[1]! };
  const [, year, part, number, weekend] = /^(\d{4})-(Q|H|W|SP|SU|FA|WI)(\d{0,2})(-WE)?$/.exec(value) ?? [];
  if (year === undefined) return null;
  const n = Number(number);
  if (part === 'Q') return months(year, n * 3 - 2, 3);
  if (part === 'H') return months(year, n * 6 - 5, 6);
  if (part !== 'W')
    return months(year, { SP: 3, SU: 6, FA: 9, WI: 12 }[part as 'SP' | 'SU' | 'FA' | 'WI'], 3);
  const first = { year: Number(year), month: 1, day: 4 };
  const monday = addDays(first, 1 - weekdayOf(first) + (n - 1) * 7);
  return {
    start: isoDay(weekend === undefined ? monday : addDays(monday, 5)),
    end: isoDay(addDays(monday, 6)),
  };
}

function months(year: string, first: number, count: number): { start: string; end: string } {
  const last = addMonths({ year: Number(year), month: first, day: 1 }, count - 1);
  return { start: `${year}-${pad(first)}`, end: isoMonth(last.year, last.month) };
}
