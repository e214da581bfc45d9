/** claim_pairs as feature vectors, and the logistic regression on them. */

import { features } from '../src/similarity/features.js';
import { prepare } from '../src/similarity/prepare.js';
import { type Regression, weigh } from '../src/similarity/same.js';
import { OF_LOOKS } from '../src/similarity/story-features.js';
import type { Bag } from './claim-bags.js';
import { type Doc, eventOf, type GoldSpan, readLines, unitsOfEvent } from './similarity-data.js';

export interface Example {
  readonly event: string;
  readonly same: boolean;
  readonly values: readonly number[];
  readonly texts: readonly [string, string];
}

/** Strength of the pull towards zero of standardised coefficients, as a part of one example's weight. */
const RIDGE = 10;
const FOLDS = 5;

export function claimPairs(shared: string): Example[] {
  const docs = new Map<string, Doc[]>();
  for (const doc of readLines<Doc>(shared, 'basil_half.docs')) {
    const event = eventOf(doc.id);
    docs.set(event, [...(docs.get(event) ?? []), doc]);
  }
  const byEvent = new Map<string, { label: string; a: GoldSpan; b: GoldSpan }[]>();
  for (const pair of readLines<{ label: string; a: GoldSpan; b: GoldSpan }>(shared, 'claim_pairs.gold')) {
    const event = eventOf(pair.a.doc);
    byEvent.set(event, [...(byEvent.get(event) ?? []), pair]);
  }
  return [...byEvent]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([event, pairs]) => {
      const { units, indexOf } = unitsOfEvent(
        docs.get(event)!,
        pairs.flatMap((pair) => [pair.a, pair.b]),
      );
      const prepared = prepare(units);
      return pairs.map(({ label, a, b }) => ({
        event,
        same: label === 'same',
        values: features(prepared.units[indexOf(a)]!, prepared.units[indexOf(b)]!),
        texts: [a.text, b.text] as const,
      }));
    });
}

/** Rounds in which each bag is told by the pair of statements that is likeliest by the fit before (Felzenszwalb et al. 2010). */
const ROUNDS = 8;

/** A logistic regression on bags: each is as likely as its likeliest instance, at first the one with the greatest first value. */
export function fitBags(bags: readonly Bag[], ridge = RIDGE): Regression {
  const told = bags.filter(({ instances }) => instances.length > 0);
  let fit: Regression = { bias: 0, coefficients: told[0]!.instances[0]!.map((_, k) => (k === 0 ? 1 : 0)) };
  for (let round = 0; round < ROUNDS; round++) {
    const before = fit;
    fit = fitLogistic(
      told.map(({ event, same, instances }) => ({
        event,
        same,
        values: instances.reduce((x, y) => (weigh(y, before) > weigh(x, before) ? y : x)),
      })),
      ridge,
    );
  }
  return fit;
}

/**
 * The mean of two fits: of the features of the looks alone on the pairs of claim_pairs, which were chosen for being hard
 * and are too few for more, and of all on all pairs of its events.
 */
export function fitBoth(bags: readonly Bag[]): Regression {
  const hard = fitBags(
    bags
      .filter(({ given }) => given)
      .map((bag) => ({ ...bag, instances: bag.instances.map((values) => values.slice(0, OF_LOOKS.length)) })),
  );
  const all = fitBags(bags);
  return {
    bias: (hard.bias + all.bias) / 2,
    coefficients: all.coefficients.map((c, k) => (c + (hard.coefficients[k] ?? 0)) / 2),
  };
}

/** Probability of each bag by a fit that has not seen its event; 0 for an empty one. */
export function crossValidateBags(bags: readonly Bag[]): number[] {
  const fold = foldsOf(bags);
  const fits = Array.from({ length: FOLDS }, (_, f) =>
    fitBoth(bags.filter(({ event }) => fold.get(event) !== f)),
  );
  return bags.map(({ event, instances }) =>
    Math.max(0, ...instances.map((values) => 1 / (1 + Math.exp(-weigh(values, fits[fold.get(event)!]!))))),
  );
}

function foldsOf(examples: readonly { readonly event: string }[]): ReadonlyMap<string, number> {
  return new Map([...new Set(examples.map((e) => e.event))].sort().map((event, i) => [event, i % FOLDS]));
}

/** Steps of Newton's method, far more than it needs to converge. */
const STEPS = 25;

/** Logistic regression with a ridge on standardised features, by Newton's method (iteratively reweighted least squares). */
export function fitLogistic(
  examples: readonly Pick<Example, 'same' | 'values'>[],
  ridge = RIDGE,
): Regression {
  const width = examples[0]!.values.length;
  const mean = Array.from({ length: width }, (_, k) => average(examples.map((e) => e.values[k]!)));
  const spread = mean.map((m, k) => Math.sqrt(average(examples.map((e) => (e.values[k]! - m) ** 2))) || 1);
  const size = width + 1;
  // The last column is the bias.
  const rows = examples.map((e) =>
    Float64Array.from({ length: size }, (_, k) => (k < width ? (e.values[k]! - mean[k]!) / spread[k]! : 1)),
  );
  const w = new Float64Array(size);
  for (let step = 0; step < STEPS; step++) {
    const gradient = Float64Array.from(w, (x, k) => (k < width ? ridge * x : 0));
    const hessian = Array.from({ length: size }, (_, k) => {
      const row = new Float64Array(size);
      row[k] = k < width ? ridge : 1e-9;
      return row;
    });
    rows.forEach((row, i) => {
      let z = 0;
      for (let k = 0; k < size; k++) z += w[k]! * row[k]!;
      const p = 1 / (1 + Math.exp(-z));
      const error = p - (examples[i]!.same ? 1 : 0);
      const curve = p * (1 - p);
      for (let k = 0; k < size; k++) {
        gradient[k]! += error * row[k]!;
        const scaled = curve * row[k]!;
        for (let l = 0; l <= k; l++) hessian[k]![l]! += scaled * row[l]!;
      }
    });
    const move = solve(hessian, gradient);
    for (let k = 0; k < size; k++) w[k]! -= move[k]!;
    if (move.every((x) => Math.abs(x) < 1e-8)) break;
  }
  const coefficients = spread.map((s, k) => w[k]! / s);
  return { bias: w[width]! - coefficients.reduce((sum, c, k) => sum + c * mean[k]!, 0), coefficients };
}

/** Solves a symmetric positive definite system, given by its lower triangle, by Cholesky's method. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const n = right.length;
  const lower = matrix.map((row) => Float64Array.from(row));
  for (let k = 0; k < n; k++) {
    for (let l = 0; l <= k; l++) {
      let sum = lower[k]![l]!;
      for (let m = 0; m < l; m++) sum -= lower[k]![m]! * lower[l]![m]!;
      lower[k]![l] = k === l ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[l]![l]!;
    }
  }
  const x = Float64Array.from(right);
  for (let k = 0; k < n; k++) {
    for (let m = 0; m < k; m++) x[k]! -= lower[k]![m]! * x[m]!;
    x[k]! /= lower[k]![k]!;
  }
  for (let k = n - 1; k >= 0; k--) {
    for (let m = k + 1; m < n; m++) x[k]! -= lower[m]![k]! * x[m]!;
    x[k]! /= lower[k]![k]!;
  }
  return x;
}

/** For each event a fit that has not seen it. */
export function unseen(examples: readonly Example[], ridge = RIDGE): (event: string) => Regression {
  const fold = foldsOf(examples);
  const fits = Array.from({ length: FOLDS }, (_, f) =>
    fitLogistic(
      examples.filter((e) => fold.get(e.event) !== f),
      ridge,
    ),
  );
  return (event) => fits[fold.get(event)!]!;
}

/** Probability of each example by a fit that has not seen its event. */
export function crossValidate(examples: readonly Example[], ridge = RIDGE): number[] {
  const fitOf = unseen(examples, ridge);
  return examples.map(({ event, values }) => 1 / (1 + Math.exp(-weigh(values, fitOf(event)))));
}

export function averagePrecision(scores: readonly number[], labels: readonly boolean[]): number {
  const order = scores.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]!);
  let hits = 0;
  let sum = 0;
  order.forEach((i, rank) => {
    if (labels[i]) sum += ++hits / (rank + 1);
  });
  return sum / Math.max(1, hits);
}

export function f1At(scores: readonly number[], labels: readonly boolean[], threshold: number): number {
  let both = 0;
  let said = 0;
  scores.forEach((s, i) => {
    if (s >= threshold) said += 1;
    if (s >= threshold && labels[i]) both += 1;
  });
  return (2 * both) / (said + labels.filter(Boolean).length);
}

function average(values: readonly number[]): number {
  return values.reduce((sum, v) => sum + v, 0) / values.length;
}
