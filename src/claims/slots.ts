/** Where two statements of one thing differ: count, day, place, actor, planned or done, yes or no. */
import { REMAINDER } from '../language/en/bounds.js';
import { ORDER_VERBS, REQUEST_VERBS, REQUEST_VERBS_WITH_OBJECT } from '../language/en/modality.js';
import { NEGATORS } from '../language/en/negation.js';
import type { LocalFigure, LocalPlace, LocalTime } from '../model/analysis.js';
import type { ModalityKind } from '../model/vocabulary.js';
import { stemOf } from '../similarity/words.js';
import type { Candidate } from './statements.js';

export type Slot = 'figure' | 'time' | 'place' | 'actor' | 'modality' | 'negation' | 'speaker';

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
  if (placesDiffer(a, b)) slots.push('place');
  if (actorsDiffer(a, b)) slots.push('actor');
  if (modalitiesDiffer(a, b)) slots.push('modality');
  if (negationsDiffer(a, b)) slots.push('negation');
  if (speakersDiffer(a, b)) slots.push('speaker');
  return slots;
}

/** The words of one speaker are not those of another, nor is one's refusal to comment another's. */
function speakersDiffer(a: Candidate, b: Candidate): boolean {
  if (a.speaker === null || b.speaker === null || a.speaker === b.speaker) return false;
  const act = (c: Candidate): boolean => c.assertion.kind === 'quotation' || c.assertion.aboutSpeech;
  const person = (c: Candidate): boolean => speakerKind(c) === 'person';
  return act(a) && act(b) && person(a) && person(b);
}

function speakerKind({ account, draft }: Candidate): string | null {
  const attribution = draft.attribution === null ? null : account.analysis.attributions[draft.attribution];
  return attribution?.speaker == null ? null : (account.analysis.sources[attribution.speaker]?.kind ?? null);
}

/** Planned against done; but "urged", "was asked" against "asked" are two words for one act of asking. */
function modalitiesDiffer(a: Candidate, b: Candidate): boolean {
  const [m, n] = [a.assertion.modality, b.assertion.modality];
  if (!plannedAgainstDone(m, n) && !conditionAgainstAct(m, n)) return false;
  const [asked, other] = m === 'requested' || m === 'ordered' ? [m, b] : [n, a];
  return !((asked === 'requested' || asked === 'ordered') && asks(other));
}

/** The predicate is itself an act of asking or ordering, whatever it governs. */
function asks({ account, assertion }: Candidate): boolean {
  if (assertion.predicate === null) return false;
  const { start, end } = assertion.predicate;
  return (account.document.text.slice(start, end).match(WORDS) ?? []).some((word) =>
    ASKING.has(stemOf(word.toLowerCase())),
  );
}

const WORDS = /\p{L}+/gu;

const ASKING: ReadonlySet<string> = new Set(
  [...REQUEST_VERBS, ...REQUEST_VERBS_WITH_OBJECT, ...ORDER_VERBS].map(stemOf),
);

/** One says no to what the other says yes to; where the other has a "not" of its own, who can tell what it is of. */
function negationsDiffer(a: Candidate, b: Candidate): boolean {
  if (a.assertion.negated === b.assertion.negated) return false;
  const other = a.assertion.negated ? b : a;
  const words =
    other.unit.text
      .toLowerCase()
      .replace(/’/g, "'")
      .match(/\p{L}+(?:'t)?/gu) ?? [];
  return !words.some((word) => NEGATORS.has(word));
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
    comparable(x).unit === comparable(y).unit && sameHead(x, y) && stands(a, x) === stands(b, y);
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

/** "Up from 300", "up by 40", "all but 30": what was, by how much it changed, what is left over, is not what is. */
function stands({ account }: Candidate, { change, span }: LocalFigure): 'from' | 'by' | 'remainder' | null {
  if (change !== null && change.role !== 'to') return change.role;
  return REMAINDER.test(account.document.text.slice(Math.max(0, span.start - BEFORE), span.start))
    ? 'remainder'
    : null;
}

/** Code units before a figure in which "all but" stands. */
const BEFORE = 20;

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

/** Numbers of one thing that two accounts tell differently are seldom further apart than threefold. */
const FARTHEST = 3;

/** The two may be one number told differently: not so far apart that they count two things. */
export function mayContend(x: LocalFigure, y: LocalFigure): boolean {
  const [a, b] = [comparable(x), comparable(y)].map((f) => Math.abs(f.value ?? f.max ?? f.min ?? 0)) as [
    number,
    number,
  ];
  return Math.max(a, b) <= FARTHEST * Math.min(a, b);
}

/** Each is said of a time that the other does not name: counts of two days are no contradiction. */
export function toldOfOtherTimes(a: Candidate, b: Candidate): boolean {
  if (a.times.length === 0 && b.times.length === 0) return false;
  const words = (c: Candidate): string[] =>
    c.times.map(({ span }) => c.account.document.text.slice(span.start, span.end).toLowerCase());
  const there = new Set(words(b));
  return (
    !words(a).some((time) => there.has(time)) && !a.times.some((s) => b.times.some((t) => meetsAtAll(s, t)))
  );
}

const meetsAtAll = (s: LocalTime, t: LocalTime): boolean =>
  (s.start !== null || s.end !== null) && (t.start !== null || t.end !== null) && meets(s, t);

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

/** Each names a place that the other's sentence does not, nor one that it lies in or that lies in it, and they share none. */
function placesDiffer(a: Candidate, b: Candidate): boolean {
  if (a.places.length === 0 || b.places.length === 0) return false;
  const [x, y] = [a, b].map((c) => c.draft.anchor.exact.toLowerCase()) as [string, string];
  const elsewhere = (place: LocalPlace, others: readonly LocalPlace[], sentence: string): boolean =>
    !sentence.includes(place.name.toLowerCase()) && !others.some((other) => maySharePlace(place, other));
  return (
    a.places.every((place) => elsewhere(place, b.places, y)) &&
    b.places.every((place) => elsewhere(place, a.places, x))
  );
}

const WIDE: ReadonlySet<LocalPlace['kind']> = new Set(['country', 'state', 'region'] as const);

/** One of a name, or a country or region and what lies in it. */
function maySharePlace(a: LocalPlace, b: LocalPlace): boolean {
  if (a.name.toLowerCase() === b.name.toLowerCase()) return true;
  const wide = (place: LocalPlace): boolean => WIDE.has(place.kind);
  return a.country !== null && a.country === b.country && wide(a) !== wide(b);
}

/** Neither's actors are named anywhere in the other's sentence: "A posted it" and "it was posted by A" have one actor. */
function actorsDiffer(a: Candidate, b: Candidate): boolean {
  return a.actors.length > 0 && b.actors.length > 0 && !namesActor(a, b) && !namesActor(b, a);
}

function namesActor(a: Candidate, b: Candidate): boolean {
  const there = new Set(b.names.flatMap(namesOf));
  const sentence = b.draft.anchor.exact.toLowerCase();
  return a.actors.flatMap(namesOf).some((name) => there.has(name) || sentence.includes(name));
}

function namesOf(name: { readonly name: string; readonly aliases: readonly string[] }): string[] {
  return [name.name, ...name.aliases].map((n) => n.toLowerCase().replace(/^the\s+/, ''));
}
