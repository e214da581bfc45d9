import { z } from 'zod';

/**
 * How attributions are found. `accurate`: by a neural encoder, about 2,500 words a second and thread; `fast`: by rules that
 * a small statistical model corrects, ten times faster, for corpora. What both find is resolved by the same rules.
 */
export const Tier = z.enum(['fast', 'accurate']);
export type Tier = z.infer<typeof Tier>;

/** What shapes the record besides the documents and the amendments. */
export const Settings = z.object({ tier: Tier }).readonly();
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = { tier: 'accurate' };
