import { z } from 'zod';

/** `fast`: rules alone, for corpora and deadlines. `accurate` is kept for the encoder and is refused until it is there. */
export const Tier = z.enum(['fast', 'accurate']);
export type Tier = z.infer<typeof Tier>;

/** What shapes the record besides the documents and the amendments. */
export const Settings = z.object({ tier: Tier }).readonly();
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = { tier: 'fast' };
