import { FEATURES, features } from './features.js';
import type { PreparedUnits } from './prepare.js';
import { SAME_MODEL } from './same-model.js';

/** Below this two units are not joined: more likely than not they assert different things. Not tuned: one half. */
export const SAME_THRESHOLD = 0.5;

const SHIPPED: Regression = {
  bias: SAME_MODEL.bias,
  coefficients: FEATURES.map((name) => SAME_MODEL.coefficients[name] ?? 0),
};

/** Probability that two prepared units (indices) assert the same thing; symmetric. Calibrated on claim_pairs. */
export function sameAssertion(prepared: PreparedUnits, a: number, b: number): number {
  return 1 / (1 + Math.exp(-logOdds(prepared, a, b)));
}

/** A logistic regression over `FEATURES`, in their order. */
export interface Regression {
  readonly bias: number;
  readonly coefficients: readonly number[];
}

/** The logarithm of the odds that `sameAssertion` tells as a probability. `model`: another fit, for the trainer. */
export function logOdds(prepared: PreparedUnits, a: number, b: number, model: Regression = SHIPPED): number {
  return weigh(features(prepared.units[a]!, prepared.units[b]!), model);
}

/** The score of a feature vector: log odds. */
export function weigh(values: readonly number[], { bias, coefficients }: Regression): number {
  let score = bias;
  for (let i = 0; i < values.length; i++) score += coefficients[i]! * values[i]!;
  return score;
}

/** The part of the lighter unit's words, names and numbers left out, that the other has too. */
export function plainShare(prepared: PreparedUnits, a: number, b: number): number {
  return features(prepared.units[a]!, prepared.units[b]!)[PLAIN]!;
}

const PLAIN = FEATURES.indexOf('plainOfLighter');
