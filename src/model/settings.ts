import { z } from 'zod';

/**
 * How attributions are found. `rules`: by rules alone; `fast`: their spans corrected by a small statistical model, for
 * corpora; `accurate`: by that model and a neural encoder together, about 2,000 words a second and thread (700 for a record). Speakers, layouts and what
 * a cue does are resolved by the same rules in all.
 */
export const Tier = z.enum(['rules', 'fast', 'accurate']);
export type Tier = z.infer<typeof Tier>;

/**
 * How far a document is read: to its `facts` alone (no attributions, no assertions); to who says what in a tier; or whole,
 * with what its statements mean where the tier has an encoder for it.
 */
export type Depth = 'facts' | `speech: ${Tier}` | Tier;

/** The tier of a depth, and whether it stops at who says what; null for facts, which are the same in all. */
export function tierOf(depth: Depth): { readonly tier: Tier; readonly speechOnly: boolean } | null {
  if (depth === 'facts') return null;
  const [last, speech] = depth.split(' ').reverse();
  return { tier: last as Tier, speechOnly: speech !== undefined };
}

/** What shapes the record besides the documents and the amendments. */
export const Settings = z.object({ tier: Tier }).readonly();
export type Settings = z.infer<typeof Settings>;

/** Who says what at its most exact; corpora are for the fast tier. */
export const DEFAULT_SETTINGS: Settings = { tier: 'accurate' };
