/** Dates of publication as pages and tables write them → ISO 8601. */
import { MONTH, MONTHS } from '../language/en/calendar.js';
import { TIME_ZONES } from '../language/en/time-zones.js';
import { MONTH_NAMES } from '../language/month-names.js';

/** No account that a newsroom or an office works with was published outside these years; 0001-01-01 is a filler. */
const FIRST_YEAR = 1600;
const LAST_YEAR = 2199;

const TIME =
  '(?:(?:[T,]|\\s|\\bat\\b|[-–|•·])*(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d+)?)?\\s?([ap]\\.?m\\b\\.?)?\\s?(Z\\b|[A-Z]{2,4}T\\b|UTC\\b|GMT\\b|BST\\b|MSK\\b)?\\s?([+-]\\d{2}:?\\d{2})?)?';
const YEAR_FIRST = new RegExp(`(?<!\\d)(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)${TIME}`, 'i');
const COMPACT = /(?<!\d)(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?(?!\d)/;
const MONTH_FIRST = new RegExp(`\\b(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)${TIME}`, 'i');
const DAY_FIRST = new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)? (${MONTH}),? (\\d{4})${TIME}`, 'i');
const NUMERIC = new RegExp(`(?<!\\d)(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})(?!\\d)${TIME}`, 'i');

const ABROAD = Object.values(MONTH_NAMES);
/** "3. März 2031", "1er mars 2031", "3 de marzo de 2031", "3 marzo 2031"; accents off. */
const DAY_FIRST_ABROAD = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:\\.|er|º)? (?:de |d['’])?(${ABROAD.flat().join('|')})\\.?,? (?:de |del )?(\\d{4})(?!\\d)${TIME.replace('\\bat\\b', '\\b(?:um|a|as|a las|alle)\\b')}`,
  'i',
);
/** "2031年3月5日", "2031년 3월 5일" */
const YEAR_FIRST_EAST = new RegExp(
  `(?<!\\d)(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]${TIME}`,
  'i',
);

/** Which number comes first in "03/04/2031"; null where nothing tells. */
export type DateOrder = 'day' | 'month' | null;

/** A date in a text, in UTF-16 code units; `iso` is null where its day cannot be told (see isoDate). */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly iso: string | null;
}

/**
 * The first date in `raw` as ISO 8601, with the time of day and the offset where written ("2020-03-05",
 * "2020-09-30T17:00+01:00"). Months in English, German, French, Spanish, Italian and Portuguese. Null where there is
 * none, where day and month cannot be told apart ("03/04/2020") and `order` is null, or where the date is a filler such
 * as 0001-01-01.
 */
export function isoDate(raw: string, order: DateOrder = null): string | null {
  return findDate(raw, order)?.iso ?? null;
}

/** The first date in the first 200 code units of `raw`; null where there is none. */
export function findDate(raw: string, order: DateOrder = null): FoundDate | null {
  const text = raw.slice(0, 200);
  const found: FoundDate[] = [];
  const add = (match: RegExpExecArray | null, year: number, month: number, day: number): void => {
    if (match === null) return;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      iso: build(Number(match[year]), month, Number(match[day]), match, 4),
    });
  };
  const iso = YEAR_FIRST.exec(text) ?? YEAR_FIRST_EAST.exec(text);
  add(iso, 1, Number(iso?.[2]), 3);
  const named = MONTH_FIRST.exec(text);
  add(named, 3, monthNumber(named?.[1]), 2);
  const dayFirst = DAY_FIRST.exec(text);
  add(dayFirst, 3, monthNumber(dayFirst?.[2]), 1);
  const abroad = dayFirst === null ? DAY_FIRST_ABROAD.exec(withoutAccents(text)) : null;
  add(abroad, 3, 1 + ABROAD.findIndex((names) => names.includes(abroad?.[2]?.toLowerCase() ?? '')), 1);
  const numeric = NUMERIC.exec(text);
  if (numeric !== null && iso === null) {
    const [a, b] = [Number(numeric[1]), Number(numeric[2])];
    // 5.3.2020 has the day first
    const day =
      numeric[0].includes('.') || a > 12 ? 1 : b > 12 ? 2 : order === null ? null : order === 'day' ? 1 : 2;
    if (day !== null) add(numeric, 3, day === 1 ? b : a, day);
  }
  if (found.length === 0) {
    const compact = COMPACT.exec(text);
    if (compact !== null) add(compact, 1, Number(compact[2]), 3);
    else if (numeric !== null)
      found.push({ start: numeric.index, end: numeric.index + numeric[0].length, iso: null });
  }
  return found.sort((a, b) => a.start - b.start)[0] ?? null;
}

/** Of the same length. */
function withoutAccents(text: string): string {
  return text.replace(/[\u00c0-\u017f]/g, (letter) => letter.normalize('NFD').charAt(0));
}

function monthNumber(name: string | undefined): number {
  const bare = (name ?? '').toLowerCase().replace('.', '');
  return MONTHS.findIndex((forms) => forms.includes(bare)) + 1;
}

/** `at` is the group of the hour; after it stand minute, second, a.m./p.m., zone, offset. */
function build(year: number, month: number, day: number, match: RegExpExecArray, at: number): string | null {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR) || !isDay(year, month, day)) return null;
  const date = `${year}-${two(month)}-${two(day)}`;
  if (match[at] === undefined) return date;
  const half = match[at + 3]?.charAt(0).toLowerCase();
  let hour = Number(match[at]);
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  const minute = Number(match[at + 1]);
  const second = Number(match[at + 2] ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return date;
  const zone = zoneOf(match[at + 4], match[at + 5]);
  // Midnight without a zone is how tables write "no time known".
  if (zone === '' && hour + minute + second === 0) return date;
  return `${date}T${two(hour)}:${two(minute)}${match[at + 2] === undefined ? '' : `:${two(second)}`}${zone}`;
}

function zoneOf(name: string | undefined, offset: string | undefined): string {
  if (offset !== undefined) return offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
  return name === undefined ? '' : (TIME_ZONES.get(name.toLowerCase()) ?? '');
}

function isDay(year: number, month: number, day: number): boolean {
  if (!(month >= 1 && month <= 12 && day >= 1)) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
