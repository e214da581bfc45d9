/** Where two statements of one thing differ: count, day, place, actor, planned or done, yes or no. */
import type { LocalFigure, LocalTime } from '../model/analysis.js';
import type { ModalityKind } from '../model/vocabulary.js';
import type { Candidate } from './statements.js';

export type Slot = 'figure' | 'time' | 'place' | 'actor' | 'modality' | 'negation';

/** An "about", "nearly" or a bare round number stands for this part around it: editors round to two digits. */
const ROUNDING = 0.1;

const PLANNED: ReadonlySet<ModalityKind> = new Set<ModalityKind>([
  'future',
  'planned',
  'requested',
  'ordered',
  'possible',
]);
const DONE: ReadonlySet<ModalityKind> = new Set<ModalityKind>(['done']);

/** The slots in which both statements say something and say it differently. */
export function differingSlots(a: Candidate, b: Candidate): Slot[] {
  const slots: Slot[] = [];
  if (figuresDiffer(a, b)) slots.push('figure');
  if (timesDiffer(a.times, b.times)) slots.push('time');
  if (placesDiffer(a.unit.places, b.unit.places)) slots.push('place');
  if (actorsDiffer(a, b)) slots.push('actor');
  const [m, n] = [a.assertion.modality, b.assertion.modality];
  if (plannedAgainstDone(m, n) || conditionAgainstAct(m, n)) slots.push('modality');
  if (a.assertion.negated !== b.assertion.negated) slots.push('negation');
  return slots;
}

export function plannedAgainstDone(a: ModalityKind, b: ModalityKind): boolean {
  return (PLANNED.has(a) && DONE.has(b)) || (DONE.has(a) && PLANNED.has(b));
}

/** What holds if something else does against an order, a request or an act: "if he is arrested, …". */
function conditionAgainstAct(a: ModalityKind, b: ModalityKind): boolean {
  const act = (kind: ModalityKind): boolean => kind === 'requested' || kind === 'ordered' || kind === 'done';
  return (a === 'conditional' && act(b)) || (b === 'conditional' && act(a));
}

/** How firmly a clause puts what it says; a standing fact has no place on this scale. */
const FIRMNESS: { readonly [kind in ModalityKind]?: number } = {
  possible: 0,
  conditional: 0,
  requested: 1,
  planned: 1,
  obliged: 1,
  ordered: 2,
  future: 2,
  done: 3,
};

/** Planned became certain, asked became ordered, ordered became done: or the other way round. */
export function firmnessDiffers(a: ModalityKind, b: ModalityKind): boolean {
  const [x, y] = [FIRMNESS[a], FIRMNESS[b]];
  return x !== undefined && y !== undefined && x !== y;
}

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
    comparable(x).unit === comparable(y).unit && sameHead(x, y);
  for (const x of a.figures) {
    const y = b.figures.find((f) => !taken.has(f) && agree(x, f) && compatible(x, f));
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

function sameHead(x: LocalFigure, y: LocalFigure): boolean {
  if (x.unit !== '' && x.of === '' && y.of === '') return true;
  const [p, q] = [headWord(x.of), headWord(y.of)];
  return p !== '' && p === q;
}

/** The last word of what is counted, in the singular: "special agents" → "agent". */
export function headWord(of: string): string {
  const words = of.toLowerCase().match(/[\p{L}]+/gu) ?? [];
  return (words[words.length - 1] ?? '').replace(/ies$/, 'y').replace(/(?<!s)s$/, '');
}

function figuresDiffer(a: Candidate, b: Candidate): boolean {
  return pairFigures(a, b).some(([x, y]) => !compatible(x, y));
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

/** One significant digit less tells 498 and 500 are one number; 40 and 44 are two. */
function rounds(precise: number, round: number): boolean {
  if (precise === round) return true;
  const digits = Math.max(1, String(Math.trunc(Math.abs(round))).replace(/0+$/, '').length);
  return Math.abs(precise) >= 100 && Number(precise.toPrecision(digits)) === round;
}

const calendar = (times: readonly LocalTime[]): LocalTime[] =>
  times.filter((t) => (t.start !== null || t.end !== null) && (t.type === 'DATE' || t.type === 'TIME'));

/** Both name calendar time and no stretch of the one meets a stretch of the other. */
export function timesDiffer(a: readonly LocalTime[], b: readonly LocalTime[]): boolean {
  const [x, y] = [calendar(a), calendar(b)];
  if (x.length === 0 || y.length === 0) return false;
  return !x.some((s) => y.some((t) => meets(s, t)));
}

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

/** Of an ISO 8601 day. */
const DAY_LENGTH = 10;

function atOnePrecision(x: string, y: string, test: (x: string, y: string) => boolean): boolean {
  const cut = Math.min(x.length, y.length, DAY_LENGTH);
  return test(x.slice(0, cut), y.slice(0, cut));
}

function placesDiffer(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const known = new Set(a.map((place) => place.toLowerCase()));
  return !b.some((place) => known.has(place.toLowerCase()));
}

function actorsDiffer(a: Candidate, b: Candidate): boolean {
  if (a.actors.length === 0 || b.actors.length === 0) return false;
  const known = new Set(a.actors.flatMap(namesOf));
  return !b.actors.flatMap(namesOf).some((name) => known.has(name));
}

function namesOf(name: { readonly name: string; readonly aliases: readonly string[] }): string[] {
  return [name.name, ...name.aliases].map((n) => n.toLowerCase().replace(/^the\s+/, ''));
}
