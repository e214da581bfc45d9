/** The weights in `models/` that the tiers need, each read once a thread and only when asked for. */
import { readFileSync } from 'node:fs';
import { createSentenceEncoder } from './encoder/sentence-encoder.js';
import { readWeights } from './encoder/weights.js';
import { type Models, NO_MODELS } from './extract/analyse.js';
import { fastScorer, fastTagger } from './extract/fast-tagger.js';
import { encoderTagger } from './extract/frame-tagger.js';
import type { Tier } from './model/settings.js';
import { createTagger } from './tagging/tagger.js';

const read = (name: string) => readWeights(readFileSync(new URL(`../models/${name}`, import.meta.url)));

const MAKE: { readonly [tier in Tier]: () => Models } = {
  rules: () => NO_MODELS,
  accurate: () => ({
    tagger: encoderTagger(createTagger(read('attribution.bin')), fastScorer(read('attribution-fast.bin'))),
    encoder: createSentenceEncoder(read('sentence.bin')),
  }),
  fast: () => ({ tagger: fastTagger(fastScorer(read('attribution-fast.bin'))), encoder: null }),
};
const made = new Map<Tier, Models>();

/** The models of a tier. Throws where its weights cannot be read. */
export function modelsOf(tier: Tier): Models {
  let models = made.get(tier);
  if (models === undefined) {
    models = MAKE[tier]();
    made.set(tier, models);
  }
  return models;
}
