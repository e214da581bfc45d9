/** Confidence intervals by resampling documents: those of one article stand or fall together. */
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

/** Numbers from 0 up to 1 (mulberry32, public domain, T. Ettinger). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
