/** The weights in `models/` that the tiers need, each read once a thread and only when asked for. */
import { readFileSync } from 'node:fs';
import { createSentenceEncoder, type SentenceEncoder } from './encoder/sentence-encoder.js';
import { readWeights } from './encoder/weights.js';
import { type Models, NO_MODELS } from './extract/analyse.js';
import { fastScorer, fastTagger } from './extract/fast-tagger.js';
import { encoderTagger, type FrameTagger } from './extract/frame-tagger.js';
import { type Depth, type Tier, tierOf } from './model/settings.js';
import { createTagger } from './tagging/tagger.js';

const read = (name: string) => readWeights(readFileSync(new URL(`../models/${name}`, import.meta.url)));

const TAGGERS: { readonly [tier in Tier]: () => FrameTagger | null } = {
  rules: () => null,
  accurate: () =>
    encoderTagger(createTagger(read('attribution.bin')), fastScorer(read('attribution-fast.bin'))),
  fast: () => fastTagger(fastScorer(read('attribution-fast.bin'))),
};
const taggers = new Map<Tier, FrameTagger | null>();
let encoder: SentenceEncoder | null = null;

/** The models that reading to a depth takes. Throws where their weights cannot be read. */
export function modelsOf(depth: Depth): Models {
  const found = tierOf(depth);
  if (found === null) return NO_MODELS;
  const { tier, speechOnly } = found;
  if (!taggers.has(tier)) taggers.set(tier, TAGGERS[tier]());
  const meant = tier === 'accurate' && !speechOnly;
  if (meant) encoder ??= createSentenceEncoder(read('sentence.bin'));
  return { tagger: taggers.get(tier)!, encoder: meant ? encoder : null };
}
