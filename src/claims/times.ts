/** Times of two statements: whether they meet, differ, or are not told of one time. */
import type { LocalTime } from '../model/analysis.js';
import type { Candidate } from './statements.js';

/** Calendar times of a statement; "by Friday" is of Friday. */
const calendar = (c: Candidate): LocalTime[] =>
  c.times
    .filter((t) => (t.start !== null || t.end !== null) && (t.type === 'DATE' || t.type === 'TIME'))
    .map((t) => (t.start === null && BY.test(wordsAround(c, t)) ? { ...t, start: t.end } : t));

const BY = /\bby\b/i;

/** The words of a time and the one before it. */
function wordsAround({ account }: Candidate, { span }: LocalTime): string {
  const { text } = account.document;
  return `${/\S*\s*$/.exec(text.slice(0, span.start))![0]}${text.slice(span.start, span.end)}`;
}

/** Both name calendar time and no stretch of the one meets a stretch of the other. */
export function timesDiffer(a: Candidate, b: Candidate): boolean {
  const [x, y] = [calendar(a), calendar(b)];
  if (x.length === 0 || y.length === 0) return false;
  return !x.some((s) => y.some((t) => meets(s, t) || oneHour(a, s, b, t)));
}

/** "Two in the morning", "9 p.m." and "9pm": the day that each was read with is a guess. */
function oneHour(a: Candidate, s: LocalTime, b: Candidate, t: LocalTime): boolean {
  if (s.type !== 'TIME' || t.type !== 'TIME') return false;
  const [h, k] = [s, t].map(({ value }) => /T\d\d.*$/.exec(value ?? '')?.[0]);
  if (h !== undefined && h === k) return true;
  const [x, y] = [wordsAt(a, s), wordsAt(b, t)].map((words) => words.replace(/[\s.]/g, ''));
  return x === y;
}

const wordsAt = ({ account }: Candidate, { span }: LocalTime): string =>
  account.document.text.slice(span.start, span.end).toLowerCase();

/** Stretches that overlap at the coarser precision. Of two that are open at one end ("through Dec. 31") the told ends must. */
export function meets(s: LocalTime, t: LocalTime): boolean {
  if (s.start === null && t.start === null) return atOnePrecision(s.end!, t.end!, (x, y) => x === y);
  if (s.end === null && t.end === null) return atOnePrecision(s.start!, t.start!, (x, y) => x === y);
  const before = (x: string | null, y: string | null): boolean =>
    x === null || y === null || atOnePrecision(x, y, (a, b) => a <= b);
  if (s.start === null || s.end === null || t.start === null || t.end === null)
    return before(s.start, t.end) && before(t.start, s.end);
  const cut = Math.min(s.start.length, t.start.length, s.end.length, t.end.length, DAY_LENGTH);
  return s.start.slice(0, cut) <= t.end.slice(0, cut) && t.start.slice(0, cut) <= s.end.slice(0, cut);
}

/** Of an ISO 8601 day and year. */
export const DAY_LENGTH = 10;
const YEAR_LENGTH = 4;

function atOnePrecision(x: string, y: string, test: (x: string, y: string) => boolean): boolean {
  const cut = Math.min(x.length, y.length, DAY_LENGTH);
  return test(x.slice(0, cut), y.slice(0, cut));
}

/** Each is said of a time that the other does not name: counts of two days are no contradiction. */
export function toldOfOtherTimes(a: Candidate, b: Candidate): boolean {
  if (a.times.length === 0 && b.times.length === 0) return false;
  const words = (c: Candidate): string[] => c.times.map((time) => wordsAt(c, time));
  const there = new Set(words(b));
  return (
    !words(a).some((time) => there.has(time)) && !a.times.some((s) => b.times.some((t) => meetsAtAll(s, t)))
  );
}

/** A year, and the years from one to another. */
const yearInYears = (s: LocalTime, t: LocalTime): boolean =>
  [s, t].every(({ start, end }) => start?.length === YEAR_LENGTH && end?.length === YEAR_LENGTH) &&
  (s.start === s.end) !== (t.start === t.end);

/** Two hours of one day are two times, as are an hour and the night, a year and several. */
const meetsAtAll = (s: LocalTime, t: LocalTime): boolean =>
  !yearInYears(s, t) &&
  !(s.type === 'TIME' && t.type === 'TIME' && s.value !== t.value) &&
  (s.start !== null || s.end !== null) &&
  (t.start !== null || t.end !== null) &&
  meets(s, t);
