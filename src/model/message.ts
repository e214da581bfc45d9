import { z } from 'zod';
import { Anchor } from './span.js';

/** What could not be read or resolved; never dropped in silence. `rule` is a kebab-case name, `ref` the input. */
export const Message = z
  .object({
    rule: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    ref: z.string().nullable(),
    anchor: Anchor.optional(),
    note: z.string(),
  })
  .readonly();
export type Message = z.infer<typeof Message>;
