/** What two statements have in common that two accounts seldom have by chance: a count, a phrase in quotation marks. */
import { contentWords } from '../similarity/words.js';
import { quotedIn } from '../text/quoting.js';
import { baseUnit, comparable as inOneUnit, LEAST_TELLING_COUNT, pairFigures } from './figures.js';
import { type Candidate, wordsOf } from './statements.js';

/** The same number, of things with one head: "500 special agents", "500 ICE agents"; or the same measure, "1.2 tonnes". */
export function shareCount(x: Candidate, y: Candidate): boolean {
  return pairFigures(x, y).some(([f, g]) => {
    const [p, q] = [inOneUnit(f), inOneUnit(g)];
    const telling = (p.value ?? 0) >= LEAST_TELLING_COUNT && (f.unit === '' || f.kind === 'measure');
    return telling && p.value === q.value && !TIME_UNIT.test(f.unit);
  });
}

/** Both measure in one unit ("24-hour", "24 hours a day"): the same, or each something else; null where they do not. */
export function compareMeasures(x: Candidate, y: Candidate): 'same' | 'other' | null {
  // A percentage says nothing without what it is of.
  const measures = (c: Candidate) =>
    c.figures.filter(({ unit, value }) => unit !== '' && unit !== 'percent' && value !== null);
  const inOne = measures(x).flatMap((f) =>
    measures(y).flatMap((g) => (baseUnit(f) === baseUnit(g) ? [f.value === g.value] : [])),
  );
  return inOne.length === 0 ? null : inOne.includes(true) ? 'same' : 'other';
}

/** Hours and years meet by chance. */
const TIME_UNIT = /^(?:second|minute|hour|day|week|month|year|decade)\b/;

/** The same hour to the minute, and no round one: "called at 5:52 a.m.", "at 05:52 today". */
export function shareMinute(x: Candidate, y: Candidate): boolean {
  const minutes = (c: Candidate): string[] =>
    c.times.flatMap(({ value }) => {
      const [, hour, minute] = HOUR.exec(value) ?? [];
      return minute === undefined || Number(minute) % ROUND === 0 ? [] : [`${hour}:${minute}`];
    });
  const there = new Set(minutes(y));
  return there.size > 0 && minutes(x).some((minute) => there.has(minute));
}

const HOUR = /T(\d\d):(\d\d)/;
/** Minutes that a clock time told by guess is rounded to. */
const ROUND = 15;

/** Quoted words of so many content words are a phrase that somebody coined ("flood the streets"), not a word held at arm's length. */
const LEAST_QUOTED = 2;

/** Both have the same phrase in quotation marks. */
export function shareQuoted(x: Candidate, y: Candidate): boolean {
  const phrases = (c: Candidate): string[] =>
    quotedIn(c.unit.text).flatMap((words) =>
      contentWords(words).length < LEAST_QUOTED ? [] : [wordsOf(words).join(' ')],
    );
  const there = new Set(phrases(y));
  return there.size > 0 && phrases(x).some((phrase) => there.has(phrase));
}
