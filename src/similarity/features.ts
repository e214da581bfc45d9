/** What two units have in common and where they differ, as numbers for the logistic regression of `same.ts`. */
import type { ModalityKind } from '../model/vocabulary.js';
import type { PreparedUnit, Vector } from './prepare.js';
import type { UnitFigure } from './unit.js';

/** The features in the order of the vector. All are symmetric in the two units. */
export const FEATURES = [
  'cosine',
  'sharedOfLighter',
  'sharedOfHeavier',
  'plainOfLighter',
  'plainOfHeavier',
  'namedOfLighter',
  'gramsOfLighter',
  'gramsOfHeavier',
  'sharedWeight',
  'rarestShared',
  'run',
  'runOfLighter',
  'lengthOfShorter',
  'lengthRatio',
  'sameDay',
  'otherDay',
  'otherFigure',
  'oneNegated',
  'oneUnreal',
  'oneQuotation',
  'bothQuotations',
] as const;

/** Modalities that put a thing as not yet so. */
const UNREAL: ReadonlySet<ModalityKind> = new Set([
  'future',
  'planned',
  'requested',
  'ordered',
  'possible',
  'conditional',
  'obliged',
]);

export function features(a: PreparedUnit, b: PreparedUnit): number[] {
  const words = shared(a.words, b.words);
  const plain = shared(a.plain, b.plain);
  const named = shared(a.named, b.named);
  const [gramsA, gramsB] = [a.grams(), b.grams()];
  const grams = sharedCount(gramsA, gramsB);
  const run = longestRun(a.sequence, b.sequence);
  const shorter = Math.min(a.sequence.length, b.sequence.length);
  const longer = Math.max(a.sequence.length, b.sequence.length);
  const days = compareDays(a, b);
  return [
    ratio(words.squares, a.words.norm * b.words.norm),
    ratio(words.sum, Math.min(a.words.sum, b.words.sum)),
    ratio(words.sum, Math.max(a.words.sum, b.words.sum)),
    ratio(plain.sum, Math.min(a.plain.sum, b.plain.sum)),
    ratio(plain.sum, Math.max(a.plain.sum, b.plain.sum)),
    ratio(named.sum, Math.min(a.named.sum, b.named.sum)),
    ratio(grams, Math.min(gramsA.length, gramsB.length)),
    ratio(grams, Math.max(gramsA.length, gramsB.length)),
    Math.log1p(words.sum),
    words.most,
    Math.log1p(run),
    ratio(run, shorter),
    Math.log1p(shorter),
    ratio(shorter, longer),
    days.same,
    days.other,
    figuresDiffer(a.unit.figures, b.unit.figures) ? 1 : 0,
    a.unit.negated !== b.unit.negated ? 1 : 0,
    UNREAL.has(a.unit.modality) !== UNREAL.has(b.unit.modality) ? 1 : 0,
    a.unit.quotation !== b.unit.quotation ? 1 : 0,
    a.unit.quotation && b.unit.quotation ? 1 : 0,
  ];
}

/** Of the weights of their words. */
export function lexicalCosine(a: PreparedUnit, b: PreparedUnit): number {
  return ratio(shared(a.words, b.words).squares, a.words.norm * b.words.norm);
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** Weight of the ids in both, its squares, and the greatest. Weights of an id are the same in both. */
function shared(a: Vector, b: Vector): { sum: number; squares: number; most: number } {
  let sum = 0;
  let squares = 0;
  let most = 0;
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length; ) {
    const difference = a.ids[i]! - b.ids[j]!;
    if (difference === 0) {
      const weight = a.weights[i]!;
      sum += weight;
      squares += weight * weight;
      if (weight > most) most = weight;
      i++;
      j++;
    } else if (difference < 0) i++;
    else j++;
  }
  return { sum, squares, most };
}

/** How many numbers two ascending lists share. */
function sharedCount(a: Int32Array, b: Int32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = a[i]! - b[j]!;
    if (difference === 0) count++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return count;
}

/** Most content words in a row that both have. */
function longestRun(a: Int32Array, b: Int32Array): number {
  let longest = 0;
  let previous = new Int16Array(b.length + 1);
  let current = new Int16Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      const length = a[i] === b[j] ? previous[j]! + 1 : 0;
      current[j + 1] = length;
      if (length > longest) longest = length;
    }
    [previous, current] = [current, previous];
  }
  return longest;
}

/** Days and months count as one: a day agrees with its month. */
function compareDays(a: PreparedUnit, b: PreparedUnit): { same: number; other: number } {
  const left = [...a.unit.days, ...a.unit.months];
  const right = [...b.unit.days, ...b.unit.months];
  if (left.length === 0 || right.length === 0) return { same: 0, other: 0 };
  const agree = left.some((x) => right.some((y) => x.startsWith(y) || y.startsWith(x)));
  return agree ? { same: 1, other: 0 } : { same: 0, other: 1 };
}

/** True where a number of one finds numbers of the same thing in the other, and none that may be the same. */
function figuresDiffer(a: readonly UnitFigure[], b: readonly UnitFigure[]): boolean {
  return a.some((x) => {
    const comparable = b.filter((y) => y.unit === x.unit && countsAlike(x.of, y.of));
    return comparable.length > 0 && !comparable.some((y) => overlap(x, y));
  });
}

/** What is counted is called alike: the same last word, or one is not told. */
function countsAlike(a: string, b: string): boolean {
  if (a === '' || b === '') return true;
  const last = (text: string) =>
    text
      .slice(text.lastIndexOf(' ') + 1)
      .toLowerCase()
      .replace(/s$/, '');
  return last(a) === last(b);
}

/** Bounds and rounding allowed: "at least 500", "about 500" and 512 may be one number. */
function overlap(a: UnitFigure, b: UnitFigure): boolean {
  const [aMin, aMax] = reach(a);
  const [bMin, bMax] = reach(b);
  return aMin <= bMax && bMin <= aMax;
}

/** How far "about" reaches, as a part of the number. */
const ABOUT = 0.1;

function reach({ min, max, bound }: UnitFigure): readonly [number, number] {
  const low = min ?? Number.NEGATIVE_INFINITY;
  const high = max ?? Number.POSITIVE_INFINITY;
  if (bound === 'min') return [low, Number.POSITIVE_INFINITY];
  if (bound === 'max') return [Number.NEGATIVE_INFINITY, high];
  if (bound === 'approx') return [low - Math.abs(low) * ABOUT, high + Math.abs(high) * ABOUT];
  return [low, high];
}
