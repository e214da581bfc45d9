/** The weights in `models/` that the tiers need, each read once a thread and only when asked for. */
import { readFileSync } from 'node:fs';
import { readWeights } from './encoder/weights.js';
import { encoderTagger, type FrameTagger } from './extract/frame-tagger.js';
import type { Tier } from './model/settings.js';
import { createTagger } from './tagging/tagger.js';

const read = (name: string) => readWeights(readFileSync(new URL(`../models/${name}`, import.meta.url)));

const made = new Map<Tier, FrameTagger | null>();

/** What finds the spans of attributions in a tier. */
export function taggerOf(tier: Tier): FrameTagger | null {
  let tagger = made.get(tier);
  if (tagger === undefined) {
    tagger = tier === 'accurate' ? encoderTagger(createTagger(read('attribution.bin'))) : null;
    made.set(tier, tagger);
  }
  return tagger;
}
