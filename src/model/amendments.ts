import { z } from 'zod';

/** What the user says of one document. It overrides what the program found; `ref` is the path, URL or row id. */
export const DocumentAmendment = z
  .object({
    ref: z.string(),
    outlet: z.string().optional(),
    published: z.string().optional(),
    title: z.string().optional(),
    url: z.string().optional(),
    status: z.enum(['published', 'unpublished']).optional(),
  })
  .readonly();
export type DocumentAmendment = z.infer<typeof DocumentAmendment>;

/** The user's amendments: an input at the start, never written to by a stage. */
export const Amendments = z.object({ documents: z.array(DocumentAmendment).readonly() }).readonly();
export type Amendments = z.infer<typeof Amendments>;

export const NO_AMENDMENTS: Amendments = { documents: [] };
