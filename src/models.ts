/** The weights in `models/` that the tiers need, each read once a thread and only when asked for. */
import { readFileSync } from 'node:fs';
import { readWeights } from './encoder/weights.js';
import { fastScorer, fastTagger } from './extract/fast-tagger.js';
import { encoderTagger, type FrameTagger } from './extract/frame-tagger.js';
import type { Tier } from './model/settings.js';
import { createTagger } from './tagging/tagger.js';

const read = (name: string) => readWeights(readFileSync(new URL(`../models/${name}`, import.meta.url)));

const MAKE: { readonly [tier in Tier]: () => FrameTagger | null } = {
  rules: () => null,
  accurate: () =>
    encoderTagger(createTagger(read('attribution.bin')), fastScorer(read('attribution-fast.bin'))),
  fast: () => fastTagger(fastScorer(read('attribution-fast.bin'))),
};
const made = new Map<Tier, FrameTagger | null>();

/** What corrects the spans of the rules in a tier, or null where nothing does. Throws where its weights cannot be read. */
export function taggerOf(tier: Tier): FrameTagger | null {
  let tagger = made.get(tier);
  if (tagger === undefined) {
    tagger = MAKE[tier]();
    made.set(tier, tagger);
  }
  return tagger;
}
