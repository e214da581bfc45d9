/** Dates of a whole column: one value tells whether its days or its months stand first. */
import { epoch } from './rows.js';
import { isoDay } from './told.js';

/** What a column of dates says, in the order of its values. */
export interface ColumnDates {
  /** ISO 8601 at the precision written; null where the cell is empty or cannot be read for sure. */
  readonly dates: readonly (string | null)[];
  /** How many could be read with the day or with the month first, and nothing in the column tells which. */
  readonly ambiguous: number;
  /** Values that are no date, some of them. */
  readonly unread: readonly string[];
  readonly unreadCount: number;
}

const SLASHED = /^\s*(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?!\d)/;
const NUMBER = /^\d{1,14}(?:[.,]\d{1,12})?$/;
/** Days since the end of 1899 that stand for 1954 to 2099: what a sheet's dates are where they were not set as dates. */
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 73_050;
const SERIAL_OF_1970 = 25_569;
const DAY_SECONDS = 86_400;
const SHOWN = 3;

/** `column`: all that the column holds, where `values` are a part of it. */
export function columnDates(
  values: readonly (string | null)[],
  column: readonly (string | null)[] = values,
): ColumnDates {
  const dayFirst = dayIsFirst(column);
  let ambiguous = 0;
  let unreadCount = 0;
  const unread: string[] = [];
  const dates = values.map((raw) => {
    if (raw === null || raw.trim() === '') return null;
    const read = dateOf(raw.trim(), dayFirst);
    if (read === 'ambiguous') {
      ambiguous++;
      return null;
    }
    if (read === null) {
      unreadCount++;
      if (unread.length < SHOWN) unread.push(raw.trim().slice(0, 40));
    }
    return read;
  });
  return { dates, ambiguous, unread, unreadCount };
}

function dateOf(raw: string, dayFirst: boolean | null): string | 'ambiguous' | null {
  if (NUMBER.test(raw)) {
    const value = Number(raw.replace(',', '.'));
    if (value >= FIRST_SERIAL && value < LAST_SERIAL) return ofSerial(value);
    return epoch(value) ?? isoDay(raw);
  }
  const slashed = SLASHED.exec(raw);
  if (slashed === null) return isoDay(raw);
  const [a, b] = [Number(slashed[1]), Number(slashed[3])];
  const day = a === b || a > 12 ? a : b > 12 ? b : dayFirst === null ? null : dayFirst ? a : b;
  if (day === null) return 'ambiguous';
  const month = a === b ? a : day === a ? b : a;
  return isoDay(`${slashed[4]}-${two(month)}-${two(day)}${raw.slice(slashed[0].length)}`);
}

/** True or false where a value over 12 tells and none tells otherwise, else null. */
function dayIsFirst(values: readonly (string | null)[]): boolean | null {
  let day = false;
  let month = false;
  for (const raw of values) {
    const slashed = raw === null ? null : SLASHED.exec(raw);
    if (slashed === null) continue;
    if (Number(slashed[1]) > 12) day = true;
    if (Number(slashed[3]) > 12) month = true;
  }
  return day === month ? null : day;
}

/** The time of day is the sheet's own, without a zone; a whole number is a day. */
function ofSerial(serial: number): string {
  const seconds = Math.round((serial - SERIAL_OF_1970) * DAY_SECONDS);
  const iso = new Date(seconds * 1000).toISOString();
  return seconds % DAY_SECONDS === 0 ? iso.slice(0, 10) : iso.slice(0, 19);
}

const two = (n: number): string => String(n).padStart(2, '0');
