/** Confidence intervals by resampling documents: those of one article stand or fall together. */
import { random } from '../random.js';
import { type Counts, f1, sum } from './spans.js';

const RESAMPLES = 1000;
const SEED = 20311;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The middle 95 % of the F1 of as many documents drawn with replacement. The same documents give the same interval. */
export function interval(documents: readonly Counts[], seed = SEED): Interval {
  const next = random(seed);
  const values = Array.from({ length: RESAMPLES }, () =>
    f1(sum(documents.map(() => documents[Math.floor(next() * documents.length)]!))),
  ).sort((a, b) => a - b);
  const at = (share: number): number => values[Math.round(share * (RESAMPLES - 1))]!;
  return { low: at(0.025), high: at(0.975) };
}
