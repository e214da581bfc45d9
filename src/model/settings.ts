import { z } from 'zod';

/**
 * How attributions are found. `rules`: by rules alone; `fast`: their spans corrected by a small statistical model, for
 * corpora; `accurate`: spans found by a neural encoder, about 2,000 words a second and thread. Speakers, layouts and what
 * a cue does are resolved by the same rules in all.
 */
export const Tier = z.enum(['rules', 'fast', 'accurate']);
export type Tier = z.infer<typeof Tier>;

/** What shapes the record besides the documents and the amendments. */
export const Settings = z.object({ tier: Tier }).readonly();
export type Settings = z.infer<typeof Settings>;

/** The record rests on rules: claims were tuned to their spans, and join worse on either model's (claim_clusters). */
export const DEFAULT_SETTINGS: Settings = { tier: 'rules' };

/** Who says what is told at its most exact. */
export const QUOTES_SETTINGS: Settings = { tier: 'accurate' };
