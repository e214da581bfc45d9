/** Dates of publication as pages and tables write them → ISO 8601. */
import { MONTH, MONTHS } from '../language/en/calendar.js';
import { TIME_ZONES } from '../language/en/time-zones.js';

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

/**
 * The first date in `raw` as ISO 8601, with the time of day and the offset where written ("2020-03-05",
 * "2020-09-30T17:00+01:00"). Null where there is none, where day and month cannot be told apart ("03/04/2020"), or
 * where the date is a filler such as 0001-01-01.
 */
export function isoDate(raw: string): string | null {
  const text = raw.slice(0, 200);
  const found: { at: number; iso: string | null }[] = [];
  const add = (match: RegExpExecArray | null, year: number, month: number, day: number): void => {
    if (match !== null) found.push({ at: match.index, iso: build(year, month, day, match, 4) });
  };
  const iso = YEAR_FIRST.exec(text);
  add(iso, Number(iso?.[1]), Number(iso?.[2]), Number(iso?.[3]));
  const named = MONTH_FIRST.exec(text);
  add(named, Number(named?.[3]), monthNumber(named?.[1]), Number(named?.[2]));
  const dayFirst = DAY_FIRST.exec(text);
  add(dayFirst, Number(dayFirst?.[3]), monthNumber(dayFirst?.[2]), Number(dayFirst?.[1]));
  const numeric = NUMERIC.exec(text);
  if (numeric !== null && iso === null) {
    const [a, b] = [Number(numeric[1]), Number(numeric[2])];
    const known = numeric[0].includes('.') || a > 12 ? [b, a] : b > 12 ? [a, b] : null; // 5.3.2020 has the day first
    if (known !== null) add(numeric, Number(numeric[3]), known[0]!, known[1]!);
  }
  if (found.length === 0) {
    const compact = COMPACT.exec(text);
    if (compact === null) return null;
    return build(Number(compact[1]), Number(compact[2]), Number(compact[3]), compact, 4);
  }
  return found.sort((a, b) => a.at - b.at)[0]!.iso;
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
