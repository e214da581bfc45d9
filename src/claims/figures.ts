/** Figures of two statements that count one thing, and whether both can hold. */
import { OTHERS, REMAINDER, WHOLE } from '../language/en/bounds.js';
import type { LocalFigure } from '../model/analysis.js';
import type { Candidate } from './statements.js';
import { toldOfOtherTimes } from './times.js';

/** An "about", "nearly" or a bare round number stands for this part around it: editors round to two digits. */
const ROUNDING = 0.1;

/**
 * Pairs of figures that count the same thing: one unit and agreeing heads, each figure in one pair. Those that agree
 * first; of what is left only what can be nothing else: "$8 billion, more than the $6 billion asked" differs from
 * "the $6 billion" in nothing.
 */
export function pairFigures(a: Candidate, b: Candidate): (readonly [LocalFigure, LocalFigure])[] {
  const pairs: (readonly [LocalFigure, LocalFigure])[] = [];
  const taken = new Set<LocalFigure>();
  const pair = (x: LocalFigure, y: LocalFigure): void => {
    taken.add(x).add(y);
    pairs.push([x, y]);
  };
  const agree = (x: LocalFigure, y: LocalFigure): boolean =>
    comparable(x).unit === comparable(y).unit && sameHead(x, y) && stands(a, x) === stands(b, y);
  for (const x of a.figures) {
    const y = b.figures.find((f) => !taken.has(f) && agree(x, f) && compatible(x, f));
    if (y) pair(x, y);
  }
  for (const x of a.figures) {
    const after = taken.has(x) ? '' : wordsAfter(a, x);
    const y = after && b.figures.find((f) => !taken.has(f) && agree(x, f) && wordsAfter(b, f) === after);
    if (y) pair(x, y);
  }
  for (const x of a.figures) {
    if (taken.has(x)) continue;
    const [y, ...more] = b.figures.filter((f) => agree(x, f));
    const rivals = a.figures.filter((f) => f !== x && y !== undefined && agree(f, y));
    if (y !== undefined && more.length === 0 && rivals.length === 0) pair(x, y);
  }
  return pairs;
}

/** Words behind a figure that tell what it is of, where its head does not. */
const AFTER = 3;

/** The words behind a figure: "in federal taxes" of "$43 million in federal taxes"; empty where there are fewer. */
function wordsAfter({ account }: Candidate, { span }: LocalFigure): string {
  const behind = account.document.text.slice(span.end, span.end + AFTER * BEFORE);
  const words = /^[^.;:!?]*/.exec(behind)![0].match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < AFTER ? '' : words.slice(0, AFTER).join(' ').toLowerCase();
}

/** "Up from 300", "up by 40", "all but 30", "one of the 30": what was, how much it changed, what is left over or whole, is not what is. */
function stands(
  { account, figures }: Candidate,
  { change, span }: LocalFigure,
): 'from' | 'by' | 'remainder' | 'whole' | null {
  if (change !== null && change.role !== 'to') return change.role;
  const before = account.document.text.slice(Math.max(0, span.start - BEFORE), span.start);
  if (REMAINDER.test(before) || OTHERS.test(account.document.text.slice(span.end, span.end + BEFORE)))
    return 'remainder';
  if (WHOLE.test(before) && /\bOf\b[^.]*$/.test(before)) return 'whole';
  const part = figures.some((f) => f.span.end < span.start && f.span.end >= span.start - BEFORE);
  return part && WHOLE.test(before) ? 'whole' : null;
}

/** Code units before a figure in which "all but" stands. */
const BEFORE = 20;

function sameHead(x: LocalFigure, y: LocalFigure): boolean {
  if (x.unit !== '' && x.of === '' && y.of === '') return true;
  const [p, q] = [headWord(x.of), headWord(y.of)];
  return p !== '' && p === q;
}

/**
 * Further pairs of a statement and the one that it has its words from, which are one number though their heads do not say so:
 * the same number with a head in one alone ("190 million"), with another head ("214 youngsters"), with a rate put to it
 * ("340 million a year"); and the only large count of each ("28,000 signatures", "20,000 people").
 */
export function pairHeirs(a: Candidate, b: Candidate): (readonly [LocalFigure, LocalFigure])[] {
  const taken = new Set(pairFigures(a, b).flat());
  const [left, right] = [a, b].map((c) =>
    c.figures.filter((f) => !taken.has(f) && stands(c, f) === null),
  ) as [LocalFigure[], LocalFigure[]];
  const pairs: (readonly [LocalFigure, LocalFigure])[] = [];
  for (const x of left) {
    const y = right.find(
      (f) => !taken.has(f) && f.value !== null && f.value === x.value && oneUnit(x, f) && mayCountOne(x, f),
    );
    if (!y) continue;
    taken.add(x).add(y);
    pairs.push([x, y]);
  }
  const counts = (figures: readonly LocalFigure[]): LocalFigure[] =>
    figures.filter((f) => f.kind === 'count' && f.unit === '' && (f.value ?? 0) >= LEAST_TELLING_COUNT);
  const [x, ...more] = counts(a.figures);
  const [y, ...others] = counts(b.figures);
  if (x && y && more.length + others.length === 0 && !taken.has(x) && !taken.has(y) && nearEnough(x, y))
    pairs.push([x, y]);
  return pairs;
}

/** Smaller counts meet by chance ("two officials", "three cities"). */
export const LEAST_TELLING_COUNT = 13;

const oneUnit = (x: LocalFigure, y: LocalFigure): boolean => baseUnit(x) === baseUnit(y);

/** A rate's unit without what it is a rate of. */
export const baseUnit = ({ unit }: LocalFigure): string => unit.replace(/ ?\bper .*$/, '');

function mayCountOne(x: LocalFigure, y: LocalFigure): boolean {
  return sameHead(x, y) || x.of === '' || y.of === '' || x.value! >= LEAST_TELLING_COUNT;
}

/** The last word of what is counted, in the singular: "special agents" → "agent". */
export function headWord(of: string): string {
  const words = of.toLowerCase().match(/[\p{L}]+/gu) ?? [];
  return (words[words.length - 1] ?? '').replace(/ies$/, 'y').replace(/(?<!s)s$/, '');
}

/** A count of the one differs from that of the other. */
export function figuresDiffer(a: Candidate, b: Candidate): boolean {
  return pairFigures(a, b).some(([x, y]) => !compatible(x, y) || limitsDiffer(x, y)) || rateAgainstSum(a, b);
}

/** "200,000 marks a week" against "3 million marks", where each tells one amount: a rate that is not of that sum. */
function rateAgainstSum(a: Candidate, b: Candidate): boolean {
  const amounts = (c: Candidate): readonly LocalFigure[] =>
    c.figures.filter(({ unit, value }) => unit !== '' && value !== null);
  const [[x, ...more], [y, ...others]] = [amounts(a), amounts(b)] as [LocalFigure[], LocalFigure[]];
  if (x === undefined || y === undefined || more.length + others.length > 0) return false;
  return x.unit !== y.unit && baseUnit(x) !== '' && oneUnit(x, y) && x.value !== y.value;
}

/** The figure in the unit that all of its kind are compared in: 26.2 miles and 42 km are metres. */
export function comparable(f: LocalFigure): Pick<LocalFigure, 'value' | 'min' | 'max' | 'bound' | 'unit'> {
  return f.normal === null ? f : { ...f.normal, bound: f.bound };
}

/** Editors round what they convert from one unit to another by this part. */
const CONVERSION = 0.05;

/** Lowest and highest number that a figure leaves open. */
function interval(f: Pick<LocalFigure, 'value' | 'min' | 'max' | 'bound'>): readonly [number, number] {
  const low = f.value ?? f.min ?? Number.NEGATIVE_INFINITY;
  const high = f.value ?? f.max ?? Number.POSITIVE_INFINITY;
  if (f.bound === 'min') return [low, Number.POSITIVE_INFINITY];
  if (f.bound === 'max') return [Number.NEGATIVE_INFINITY, high];
  if (f.bound === 'approx') return [low - Math.abs(low) * ROUNDING, high + Math.abs(high) * ROUNDING];
  return [low, high];
}

/** Both can hold: the intervals meet, or one number is the other rounded. */
export function compatible(x: LocalFigure, y: LocalFigure): boolean {
  if (x.unit !== y.unit) return convertible(comparable(x), comparable(y));
  const [a, b] = [interval(x), interval(y)];
  if (a[0] <= b[1] && b[0] <= a[1]) return true;
  return x.value !== null && y.value !== null && (rounds(x.value, y.value) || rounds(y.value, x.value));
}

function convertible(x: Parameters<typeof interval>[0], y: Parameters<typeof interval>[0]): boolean {
  const [a, b] = [interval(x), interval(y)];
  const slack = CONVERSION * Math.min(Math.abs(a[0]), Math.abs(b[0]));
  return a[0] <= b[1] + slack && b[0] <= a[1] + slack;
}

/** Numbers of one thing that two accounts tell differently are seldom further apart than threefold. Read on the five example cases. */
const FARTHEST = 3;

/**
 * A pair of `pairFigures` that is one number told differently, of which one at most can hold. What is counted at two
 * times, or is many times the other, is two things.
 */
export function contradict(a: Candidate, b: Candidate, [x, y]: readonly [LocalFigure, LocalFigure]): boolean {
  // "One of the nine sections" against "all nine": the part cannot be the whole.
  if (partOf(a, x) === y.value || partOf(b, y) === x.value) return true;
  if (toldOfOtherTimes(a, b)) return false;
  if (isRateOf(x, y) || isRateOf(y, x)) return true;
  return (!compatible(x, y) || limitsDiffer(x, y)) && nearEnough(x, y);
}

/** "340 million a year" of "340 million". */
export const isRateOf = (x: LocalFigure, y: LocalFigure): boolean =>
  x.value !== null &&
  x.value === y.value &&
  x.unit !== y.unit &&
  x.unit !== baseUnit(x) &&
  y.unit === baseUnit(x);

/** "Up to 12,000" and "up to 20,000" are two limits, though a number may lie below both. */
function limitsDiffer(x: LocalFigure, y: LocalFigure): boolean {
  const [p, q] = [x.value ?? x.max, y.value ?? y.max];
  if (x.unit !== y.unit || x.bound !== 'max' || y.bound !== 'max' || p === null || q === null) return false;
  return p !== q && !rounds(p, q) && !rounds(q, p);
}

/** The whole that a figure is told to be a part of ("one of the nine sections"); undefined where none is. */
function partOf(c: Candidate, figure: LocalFigure): number | null | undefined {
  return c.figures.find((f) => f !== figure && f.span.start > figure.span.end && stands(c, f) === 'whole')
    ?.value;
}

function nearEnough(x: LocalFigure, y: LocalFigure): boolean {
  const [a, b] = [comparable(x), comparable(y)].map((f) => Math.abs(f.value ?? f.max ?? f.min ?? 0)) as [
    number,
    number,
  ];
  return Math.max(a, b) <= FARTHEST * Math.min(a, b);
}

/** One significant digit less tells 498 and 500 are one number; 40 and 44 are two. */
function rounds(precise: number, round: number): boolean {
  if (precise === round) return true;
  const digits = Math.max(1, String(Math.trunc(Math.abs(round))).replace(/0+$/, '').length);
  return Math.abs(precise) >= 100 && Number(precise.toPrecision(digits)) === round;
}
