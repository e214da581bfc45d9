import { z } from 'zod';

/** A stretch of a document's text: UTF-16 code units, half-open. */
export const Span = z.object({ start: z.int().min(0), end: z.int().min(0) }).readonly();
export type Span = z.infer<typeof Span>;

/** A span of a named document with the exact string there. `text.slice(start, end) === exact` always holds. */
export const Anchor = z
  .object({ doc: z.string(), start: z.int().min(0), end: z.int().min(0), exact: z.string() })
  .readonly();
export type Anchor = z.infer<typeof Anchor>;
