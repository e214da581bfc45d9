import type { TimexType } from '../../model/vocabulary.js';
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  daysBetween,
  isDay,
  isoDay,
  isoMonth,
  isoWeek,
  pad,
  quarterOf,
  weekdayOf,
} from './calendar.js';
import { durationValue } from './durations.js';
import { holidayIn, nthWeekday } from './holidays.js';
import type { Shift, TimeMeaning } from './meanings.js';

export type Tense = 'past' | 'future';

/** What the text has been speaking about, as far as later expressions depend on it. */
export interface Narrative {
  /** The quarter named last ("the quarter", "a year earlier" in a report of results). */
  quarter: { readonly year: number; readonly quarter: number } | null;
  /** The TIMEX3 value of the day, month or year named last, in this sentence or the one before ("the next day"). */
  date: string | null;
}

export interface Timex {
  readonly type: TimexType;
  readonly value: string;
}

/** Durations longer than this are no durations of news. */
const MAX_COUNT = 1_000_000;

/**
 * TIMEX3 type and value of a meaning, against the day of publication. Without one, what is not absolute keeps X for
 * what is unknown. Null for dates that do not exist.
 */
export function resolve(
  meaning: TimeMeaning,
  published: string | null,
  tense: Tense | null,
  narrative: Narrative,
): Timex | null {
  const today = dayOf(published);
  switch (meaning.kind) {
    case 'value':
      return { type: 'DATE', value: meaning.value };
    case 'duration':
      return /\d{7}/.test(meaning.value) ? null : { type: 'DURATION', value: meaning.value };
    case 'set':
      return { type: 'SET', value: meaning.value };
    case 'year':
      return { type: 'DATE', value: pad(meaning.year, 4) };
    case 'date': {
      const { yearShift } = meaning;
      if (yearShift === 'that') {
        const year = /^\d{4}/.exec(narrative.date ?? '')?.[0];
        return dateValue({ ...meaning, year: year === undefined ? null : Number(year) }, today, tense);
      }
      if (yearShift === undefined || today === null) return dateValue(meaning, today, tense);
      return dateValue({ ...meaning, year: today.year + STEP[yearShift] }, today, tense);
    }
    case 'clock': {
      const time = `T${pad(meaning.hour)}:${pad(meaning.minute)}`;
      const named = meaning.day === null ? null : resolve(meaning.day, published, tense, narrative);
      if (meaning.day !== null && named === null) return null;
      const told = /^\d{4}-\d{2}-\d{2}$/.test(narrative.date ?? '') ? narrative.date : null;
      const day = named?.value ?? told ?? (today === null ? 'XXXX-XX-XX' : isoDay(today));
      return { type: 'TIME', value: day + time };
    }
    case 'day': {
      const type = meaning.part === null ? 'DATE' : 'TIME';
      if (today === null) return { type, value: `XXXX-XX-XX${meaning.part ?? ''}` };
      return { type, value: isoDay(addDays(today, meaning.offset)) + (meaning.part ?? '') };
    }
    case 'weekday': {
      const type = meaning.part === null ? 'DATE' : 'TIME';
      if (today === null) return { type, value: `XXXX-WXX-${meaning.weekday}${meaning.part ?? ''}` };
      return {
        type,
        value: isoDay(weekdayNear(today, meaning, tense)) + (meaning.part ?? ''),
      };
    }
    case 'month': {
      if (today === null) return { type: 'DATE', value: `XXXX-${pad(meaning.month)}` };
      const { shift, month } = meaning;
      let { year } = today;
      if (shift === 'last' && month >= today.month) year--;
      if (shift === 'next' && month <= today.month) year++;
      return { type: 'DATE', value: isoMonth(year, month) };
    }
    case 'season': {
      if (meaning.year !== null) return { type: 'DATE', value: `${pad(meaning.year, 4)}-${meaning.season}` };
      if (today === null) return { type: 'DATE', value: `XXXX-${meaning.season}` };
      return {
        type: 'DATE',
        value: `${seasonYear(today, meaning.season, meaning.shift, tense)}-${meaning.season}`,
      };
    }
    case 'unit':
      return unitValue(meaning.unit, meaning.offset, today, tense);
    case 'ago': {
      const from = meaning.narrative ? fromNarrative(meaning.unit, -meaning.count, narrative) : null;
      return from ?? agoValue(meaning.unit, meaning.count, today, narrative);
    }
    case 'after': {
      const from = tense === 'future' ? null : fromNarrative(meaning.unit, meaning.count, narrative);
      if (from !== null) return from;
      if (meaning.unit.startsWith('T') || Math.abs(meaning.count) !== 1)
        return { type: 'DURATION', value: durationValue(meaning.count, meaning.unit) };
      return unitValue(meaning.unit, meaning.count, today);
    }
    case 'nthWeekday': {
      const of = resolve(meaning.of, published, tense, narrative);
      const first = dayOf(of === null ? null : `${of.value}-01`);
      if (first === null) return { type: 'DATE', value: `XXXX-WXX-${meaning.weekday}` };
      return { type: 'DATE', value: isoDay(nthWeekday(first.year, first.month, meaning.n, meaning.weekday)) };
    }
    case 'partOf': {
      const day = resolve(meaning.day, published, tense, narrative);
      return day === null ? null : { type: 'TIME', value: day.value + meaning.part };
    }
    case 'weekOf':
      return weekOfValue(meaning, published, tense, narrative);
    case 'holiday':
      return holidayValue(meaning, today, tense);
    case 'quarter':
      return quarterValue(meaning, today, tense, narrative);
    case 'half': {
      const year = meaning.year ?? today?.year;
      return {
        type: 'DATE',
        value: year === undefined ? `XXXX-H${meaning.half}` : `${pad(year, 4)}-H${meaning.half}`,
      };
    }
  }
}

function dateValue(
  { year, month, day }: { readonly year: number | null; readonly month: number; readonly day: number | null },
  today: Day | null,
  tense: Tense | null,
): Timex | null {
  if (!isDay({ year: year ?? LEAP_YEAR, month, day: day ?? 1 })) return null;
  const resolved = year ?? (today === null ? null : yearNear(today, month, day, tense));
  if (resolved === null)
    return { type: 'DATE', value: day === null ? `XXXX-${pad(month)}` : `XXXX-${pad(month)}-${pad(day)}` };
  if (day === null) return { type: 'DATE', value: isoMonth(resolved, month) };
  const date = { year: resolved, month, day };
  return isDay(date) ? { type: 'DATE', value: isoDay(date) } : null;
}

const STEP = { last: -1, this: 0, next: 1 } as const;

/** A time counted from the one spoken of, null where none is at the precision that the unit needs. */
function fromNarrative(unit: string, count: number, { date }: Narrative): Timex | null {
  if (date === null || !Number.isInteger(count) || Math.abs(count) > MAX_COUNT) return null;
  const day = dayOf(date);
  const month = /^(\d{4})-(\d{2})/.exec(date);
  switch (unit) {
    case 'D':
    case 'N':
      return day === null ? null : inCalendar(addDays(day, count), isoDay);
    case 'W':
      return day === null ? null : inCalendar(addDays(day, 7 * count), isoWeek);
    case 'M': {
      if (month === null) return null;
      const to = addMonths({ year: Number(month[1]), month: Number(month[2]), day: 1 }, count);
      return to.year < 1 || to.year > 9999 ? null : { type: 'DATE', value: isoMonth(to.year, to.month) };
    }
    case 'Y':
      return inRange(Number(date.slice(0, 4)) + count);
    default:
      return null;
  }
}

const inCalendar = (day: Day, write: (day: Day) => string): Timex | null =>
  day.year < 1 || day.year > 9999 ? null : { type: 'DATE', value: write(day) };

/** The week of a day (week 0), or the nth of a month (-1 the last): weeks belong to the month of their Thursday, as in ISO 8601. */
function weekOfValue(
  meaning: { readonly week: number; readonly of: TimeMeaning },
  published: string | null,
  tense: Tense | null,
  narrative: Narrative,
): Timex | null {
  const of = resolve(meaning.of, published, tense, narrative);
  if (of === null) return null;
  const day = dayOf(meaning.week === 0 ? of.value : `${of.value}-01`);
  if (day === null) return { type: 'DATE', value: 'XXXX-WXX' };
  return {
    type: 'DATE',
    value: isoWeek(meaning.week === 0 ? day : nthWeekday(day.year, day.month, meaning.week, THURSDAY)),
  };
}

const THURSDAY = 4;

function holidayValue(
  {
    holiday,
    year,
    shift,
  }: { readonly holiday: string; readonly year: number | null; readonly shift: Shift | null },
  today: Day | null,
  tense: Tense | null,
): Timex {
  if (year !== null) return { type: 'DATE', value: isoDay(holidayIn(holiday, year)) };
  if (today === null) return { type: 'DATE', value: 'XXXX-XX-XX' };
  const days = [-1, 0, 1].map((step) => holidayIn(holiday, today.year + step));
  const before = days.findLast((day) => daysBetween(today, day) < (shift === 'last' ? 0 : 1)) ?? days[0]!;
  const after = days.find((day) => daysBetween(today, day) > (shift === 'next' ? 0 : -1)) ?? days[2]!;
  if (shift === 'this') return { type: 'DATE', value: isoDay(days[1]!) };
  const past =
    shift === 'last' ||
    (shift === null &&
      (tense === 'past' || (tense === null && -daysBetween(today, before) <= daysBetween(today, after))));
  const chosen =
    past && !(shift === null && tense === 'past' && -daysBetween(today, before) > TENSE_REACH.past)
      ? before
      : after;
  return { type: 'DATE', value: isoDay(chosen) };
}

/** Any leap year: 29 February exists in some year. */
const LEAP_YEAR = 2000;

/**
 * How far, in days, a date without a year may lie on the side that the tense tells before the nearer date on the other
 * side is taken: "on June 2" in May is not last year's, whatever verb stands near. Chosen on TimeBank.
 */
const TENSE_REACH = { past: 280, future: 310 };

/** The year of a date written without one: the nearest on the side that the tense tells, else the nearest. */
function yearNear(today: Day, month: number, day: number | null, tense: Tense | null): number {
  const candidates = [today.year - 1, today.year, today.year + 1].map((year) => ({
    year,
    distance: daysBetween(today, {
      year,
      month,
      day: day ?? (year === today.year && month === today.month ? today.day : MIDDLE_OF_MONTH),
    }),
  }));
  const side = tense === 'past' ? -1 : tense === 'future' ? 1 : 0;
  const suits = candidates.filter(
    ({ distance }) => tense !== null && distance * side >= 0 && Math.abs(distance) <= TENSE_REACH[tense],
  );
  const pool = suits.length > 0 ? suits : candidates;
  return pool.reduce((best, c) => (Math.abs(c.distance) < Math.abs(best.distance) ? c : best)).year;
}

const MIDDLE_OF_MONTH = 15;

function weekdayNear(
  today: Day,
  {
    weekday,
    shift,
    week,
  }: { readonly weekday: number; readonly shift: Shift | null; readonly week: number | null },
  tense: Tense | null,
): Day {
  const diff = weekday - weekdayOf(today);
  if (week !== null) return addDays(today, diff + 7 * week);
  if (shift === 'last') return addDays(today, diff >= 0 ? diff - 7 : diff);
  if (shift === 'next') return addDays(today, diff <= 0 ? diff + 7 : diff);
  if (shift === 'this' || tense === 'future') return addDays(today, diff < 0 ? diff + 7 : diff);
  // News tells of the days before unless it says otherwise.
  return addDays(today, diff > 0 ? diff - 7 : diff);
}

function seasonYear(today: Day, season: string, shift: Shift | null, tense: Tense | null): string {
  const first = { SP: 3, SU: 6, FA: 9, WI: 12 }[season] ?? 1;
  let { year } = today;
  if (shift === 'last') year = first + 2 < today.month ? year : year - 1;
  else if (shift === 'next') year = first > today.month ? year : year + 1;
  else if (shift === null && tense === 'past' && first > today.month) year--;
  if (season === 'WI' && shift === 'this' && today.month <= 3) year--;
  return pad(year, 4);
}

function unitValue(
  unit: string,
  offset: number,
  today: Day | null,
  tense: Tense | null = null,
): Timex | null {
  if (today === null) {
    const value = {
      Y: 'XXXX',
      M: 'XXXX-XX',
      W: 'XXXX-WXX',
      WE: 'XXXX-WXX-WE',
      D: 'XXXX-XX-XX',
      E: 'XXX',
      C: 'XX',
    }[unit];
    return value === undefined ? null : { type: 'DATE', value };
  }
  switch (unit) {
    case 'Y':
      return { type: 'DATE', value: pad(today.year + offset, 4) };
    case 'M': {
      const { year, month } = addMonths({ ...today, day: 1 }, offset);
      return { type: 'DATE', value: isoMonth(year, month) };
    }
    case 'W':
      return { type: 'DATE', value: isoWeek(addDays(today, offset * 7)) };
    case 'WE':
      return {
        type: 'DATE',
        value: `${isoWeek(addDays(today, offset * 7 - (offset === 0 && tense !== 'future' && weekdayOf(today) < 4 ? 7 : 0)))}-WE`,
      };
    case 'D':
      return { type: 'DATE', value: isoDay(addDays(today, offset)) };
    case 'E':
      return { type: 'DATE', value: String(Math.floor(today.year / 10) + offset) };
    case 'C':
      return { type: 'DATE', value: String(Math.floor(today.year / 100) + offset) };
    default:
      return null;
  }
}

function agoValue(unit: string, count: number, today: Day | null, narrative: Narrative): Timex | null {
  if (Math.abs(count) > MAX_COUNT) return null;
  if (unit.startsWith('T')) return { type: 'DURATION', value: `PT${Math.abs(count)}${unit[1]}` };
  if (unit === 'Y' && count === 1 && narrative.quarter !== null) {
    // In reports of results "a year earlier" is the same quarter of the year before.
    return { type: 'DATE', value: `${pad(narrative.quarter.year - 1, 4)}-Q${narrative.quarter.quarter}` };
  }
  if (today === null) return unitValue(unit, 0, null);
  const whole = Math.round(count);
  switch (unit) {
    case 'E':
      return inRange(today.year - whole * 10);
    case 'C':
      return inRange(today.year - whole * 100);
    case 'Y':
      return inRange(today.year - whole);
    case 'M':
    case 'Q': {
      const { year, month } = addMonths({ ...today, day: 1 }, -Math.round(count * (unit === 'Q' ? 3 : 1)));
      return year < 1 ? null : { type: 'DATE', value: isoMonth(year, month) };
    }
    case 'W':
    case 'F': {
      const day = addDays(today, -whole * (unit === 'F' ? 14 : 7));
      return day.year < 1 || day.year > 9999 ? null : { type: 'DATE', value: isoWeek(day) };
    }
    default: {
      const day = addDays(today, -whole);
      return day.year < 1 || day.year > 9999 ? null : { type: 'DATE', value: isoDay(day) };
    }
  }
}

const inRange = (year: number): Timex | null =>
  year < 1 || year > 9999 ? null : { type: 'DATE', value: pad(year, 4) };

function quarterValue(
  meaning: { readonly quarter: number | null; readonly year: number | null; readonly shift: Shift | null },
  today: Day | null,
  tense: Tense | null,
  narrative: Narrative,
): Timex | null {
  let { quarter, year } = meaning;
  const shift = meaning.shift === 'last' ? -1 : meaning.shift === 'next' ? 1 : 0;
  if (quarter === null) {
    if (narrative.quarter !== null && meaning.shift !== 'next') {
      quarter = narrative.quarter.quarter;
      year ??= narrative.quarter.year;
      return { type: 'DATE', value: `${pad(year, 4)}-Q${quarter}` };
    }
    if (year !== null) return { type: 'DATE', value: pad(year, 4) };
    if (today === null) return { type: 'DATE', value: 'XXXX-QX' };
    const index = today.year * 4 + quarterOf(today.month) - 1 + (meaning.shift === null ? 0 : shift);
    return { type: 'DATE', value: `${pad(Math.floor(index / 4), 4)}-Q${(index % 4) + 1}` };
  }
  if (year === null && today !== null) {
    if (meaning.shift !== null) year = today.year + shift;
    else {
      const current = quarterOf(today.month);
      year =
        quarter > current && tense !== 'future'
          ? quarter - current >= 2
            ? today.year - 1
            : today.year
          : today.year;
    }
  }
  if (year === null) return { type: 'DATE', value: `XXXX-Q${quarter}` };
  narrative.quarter = { year, quarter };
  return { type: 'DATE', value: `${pad(year, 4)}-Q${quarter}` };
}
