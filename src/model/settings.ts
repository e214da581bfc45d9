import { z } from 'zod';

/**
 * How attributions are found. `rules`: by rules alone; `fast`: their spans corrected by a small statistical model, for
 * corpora; `accurate`: by that model and a neural encoder together, about 2,000 words a second and thread. Speakers, layouts and what
 * a cue does are resolved by the same rules in all.
 */
export const Tier = z.enum(['rules', 'fast', 'accurate']);
export type Tier = z.infer<typeof Tier>;

/** How far a document is read: to who says what by a tier, or to its `facts` alone (no attributions, no assertions). */
export type Depth = Tier | 'facts';

/** What shapes the record besides the documents and the amendments. */
export const Settings = z.object({ tier: Tier }).readonly();
export type Settings = z.infer<typeof Settings>;

/** Who says what at its most exact; corpora are for the fast tier. */
export const DEFAULT_SETTINGS: Settings = { tier: 'accurate' };
