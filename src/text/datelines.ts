import { CLOCK, ISSUE_WORDS, MONTH, WEEKDAY } from '../language/en/calendar.js';

const ISO = '\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?';
const NUMERIC = '\\d{1,2}[./-]\\d{1,2}[./-](?:19|20)?\\d{2}';
/** Source of a pattern for a day in words, with its year. */
export const WORDED_DATE = `(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d{2}|\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? (?:19|20)\\d{2})`;
const DATE = `(?:${WEEKDAY},? )?(?:${ISO}|${WORDED_DATE}|${NUMERIC})`;
const LABEL =
  '(?:(?:first |last |originally )?(?:published|updated|posted|modified|created|date|dated|time|as of|on|at)(?: on| at)?\\s?:?\\s?)';
const TIME = `(?:(?:,| at| \\||  ?[-–—•·/])? ?${CLOCK})`;
/** What a press office puts behind the date. */
const RELEASE = '(?:\\W{1,3}for immediate (?:release|use))?';
const STAMP = `${LABEL}{0,2}${DATE}${TIME}?`;

/** A line of nothing but dates: "March 6, 2020Updated: March 6, 2020", "Wednesday 30 September 2020 17:00 BST". */
const DATE_LINE = new RegExp(
  `^\\W{0,3}(?:${STAMP}(?:\\s?[|,;•·/()–—-]?\\s?)){1,3}(?:\\d+ ?min(?:ute)?s? read|\\W{0,2}reading time:? \\d+ ?min(?:ute)?s?)?${RELEASE}\\W{0,3}$|^${LABEL}${WEEKDAY}${TIME}?$|^(?:${LABEL})?\\d{1,2} (?:min(?:ute)?|hour|day|week|month|year)s? (?:ago|read)$|^${LABEL}${CLOCK}$|^${LABEL}?(?=.*(?:\\d[:.]\\d|[ap]\\.?m))${CLOCK}$`,
  'i',
);
/** "London, 13 May 2024", "The Harbour Gazette, 22 August 2023": a few capitalised words and a date with its year. */
const PLACED_DATE = new RegExp(
  `^(?!By )(.{2,50}?)(?:,| ?[|·•–—-]) (?:${WEEKDAY},? )?${WORDED_DATE}${RELEASE}\\W{0,2}$`,
  'i',
);
/** "Evening edition", "Coast branch": small words that may stand there. */
const ISSUE_WORD = new RegExp(`^(?:${ISSUE_WORDS})$`, 'i');
const WIRE_DATE = new RegExp(`^\\s*${WORDED_DATE}\\s?(?:—|–|--|-)(?=\\s|[A-Z])`, 'i');
/** A date glued to the front of a paragraph: "date 2020-03-05 The agency …". */
const GLUED_DATE = new RegExp(
  `^(?:(?:date|published|updated|posted)\\W{0,3} ?(?:${DATE})${TIME}?|${ISO}|${DATE}${TIME}? ?[—–|:-])\\s*(?=[\\p{Lu}“"‘'(])`,
  'iu',
);

const CITY = "\\p{Lu}[\\p{Lu}.’'-]+(?: [\\p{Lu}.’'-]{2,}){0,3}";
const REGION = "(?:, ?(?:\\p{Lu}[\\p{L}.’'-]*)(?: \\p{Lu}[\\p{L}.’'-]*){0,2})?";
const DAY = '(?:,? \\p{Lu}\\p{L}{2,8}\\.? \\d{1,2}(?:, \\d{4})?)?';
const AGENCY = "\\((?:[\\p{L}&./’' -]{2,40})\\)";
const DASH = '(?:—|–|--?|_|\\||:)';
/** "WASHINGTON (AP) —", "LONDON, March 5 (Reuters) -", "(CNN) —", "Washington (CNN)", "KABUL, Afghanistan —". */
const WIRE_DATELINES: readonly RegExp[] = [
  new RegExp(`^${CITY}${REGION}${DAY},? ?${AGENCY}\\s{0,2}${DASH}{0,2}(?=\\s|\\p{Lu})`, 'u'),
  new RegExp(`^${CITY}${REGION}${DAY},? ?(?:—|–|--|_| - | \\|)\\s?(?=\\p{Lu}|[“"‘'])`, 'u'),
  /^(?:\p{Lu}[\p{L}.’'-]+(?:,? \p{Lu}[\p{L}.’'-]+){0,4} ?)?\(\p{Lu}[\p{L}&./ ]{1,30}\)\s?(?:—|–|--|_|-)(?=\s|\p{Lu})/u,
  /^(?:\p{Lu}[\p{L}.’'-]+(?:,? \p{Lu}[\p{L}.’'-]+){0,3} )?\((?:\p{Lu}{2,6}|Reuters|Bloomberg|Xinhua|Kyodo|CNN[\p{L} ]*)\)(?=\s\p{Lu}|\s[“"])/u,
];
/** Set in capitals before a dash, but no place. */
const NO_PLACE =
  /^(?:BREAKING|UPDATED?|EXCLUSIVE|WATCH|LIVE|VIDEO|OPINION|ANALYSIS|COMMENT|EDITORIAL|REVIEW|CORRECTION|NOTE|PHOTOS?|POLL|FACT|JUST IN|REPORT|ALERT|DEVELOPING|READ|MORE|Q|A|QUESTION|ANSWER|I)\b/;
/** No dateline is longer, in code units. */
const MAX_DATELINE = 90;
/** A headline that ends in a date has more words before it. */
const MAX_PLACE_WORDS = 5;

/** What stands before the date in "Harrowfleet, 6 May 2021" and "The Harbour Gazette, 6 May 2021"; null for any other line. */
export function placeOfDate(line: string): string | null {
  if (line.length > MAX_DATELINE) return null;
  const place = PLACED_DATE.exec(line)?.[1];
  const words = place?.split(' ') ?? [];
  if (words.length === 0 || words.length > MAX_PLACE_WORDS || !/^\p{Lu}/u.test(place!)) return null;
  return words.every((word) => /^(?:\p{Lu}[\p{L}.,’'-]*|&)$/u.test(word) || ISSUE_WORD.test(word))
    ? place!
    : null;
}

/** True for a line that bears only dates and times of publication. */
export function isDateLine(line: string): boolean {
  if (line.length > 160 || !/\d|day\b/i.test(line)) return false;
  return DATE_LINE.test(line) || placeOfDate(line) !== null;
}

/** Length of the date or wire dateline at the head of a paragraph, without the space after it; 0 where none. */
export function datelineLength(paragraph: string): number {
  const head = paragraph.slice(0, MAX_DATELINE + 20);
  const glued = gluedDateLength(paragraph);
  if (glued > 0) return glued;
  if (NO_PLACE.test(head)) return 0;
  for (const dateline of WIRE_DATELINES) {
    const match = dateline.exec(head);
    if (match === null || match[0].length > MAX_DATELINE) continue;
    // "PORTLAND, Ore. (AP) — Jan. 3, 2025 — A storm"
    const date = WIRE_DATE.exec(paragraph.slice(match[0].length, MAX_DATELINE + 20))?.[0] ?? '';
    return (match[0] + date).trimEnd().length;
  }
  return 0;
}

/** Length of a scraper's date at the head of a line ("date 2020-03-05 …"), without the space after it; 0 where none. */
export function gluedDateLength(line: string): number {
  return GLUED_DATE.exec(line.slice(0, MAX_DATELINE + 20))?.[0].trimEnd().length ?? 0;
}

/** True for a line that is a wire dateline and nothing more: "Washington (CNN)". */
export function isWireDateline(line: string): boolean {
  return (
    line.length <= MAX_DATELINE && /[)—–_-]$/.test(line) && datelineLength(`${line} The`) === line.length
  );
}
