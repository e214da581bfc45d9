import type { LocalName } from '../../model/analysis.js';
import type { TakeFeature } from './kind-features.js';
import { KIND_MODEL } from './kind-weights.js';

/** What a capitalised sequence is: one of the kinds of names, or no name at all. */
export const NAME_CLASSES = [
  'person',
  'organisation',
  'outlet',
  'place',
  'facility',
  'law',
  'operation',
  'other',
  'none',
] as const satisfies readonly (LocalName['kind'] | 'none')[];
export type NameClass = (typeof NAME_CLASSES)[number];

/** Steps of a weight of 1. */
export const STEPS = 24;

const rows = new Map<string, Int8Array>();
const bytes = Int8Array.from(Buffer.from(KIND_MODEL.weights, 'base64'));
KIND_MODEL.features.split('|').forEach((feature, i) => {
  rows.set(feature, bytes.subarray(i * NAME_CLASSES.length, (i + 1) * NAME_CLASSES.length));
});

/**
 * Probabilities of the classes, in the order of NAME_CLASSES: a multinomial logistic regression (maximum entropy) on the
 * features that `tell` gives. Features that training has not seen add nothing. Trained by `eval/train-names.ts`; card:
 * models/names.md.
 */
export function classProbabilities(tell: (take: TakeFeature) => void): Float64Array {
  const scores = new Float64Array(NAME_CLASSES.length);
  tell((feature, value) => {
    const row = rows.get(feature);
    if (row === undefined) return;
    for (let k = 0; k < scores.length; k++) scores[k]! += row[k]! * value;
  });
  let most = scores[0]!;
  for (const score of scores) if (score > most) most = score;
  let sum = 0;
  for (let k = 0; k < scores.length; k++) {
    scores[k] = Math.exp((scores[k]! - most) / STEPS);
    sum += scores[k]!;
  }
  for (let k = 0; k < scores.length; k++) scores[k]! /= sum;
  return scores;
}
