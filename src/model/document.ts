import { z } from 'zod';

export const BlockRole = z.enum([
  'headline',
  'heading',
  'summary',
  'byline',
  'dateline',
  'body',
  'quote',
  'list',
  'caption',
  'credit',
  'copyright',
  'boilerplate',
]);
export type BlockRole = z.infer<typeof BlockRole>;

/** A stretch of a document by role. Blocks do not overlap, are in order, and only white space lies between them. */
export const Block = z.object({ start: z.int().min(0), end: z.int().min(0), role: BlockRole }).readonly();
export type Block = z.infer<typeof Block>;

/** The roles that make statements; byline, dateline, caption, credit and copyright are evidence for lineage. */
export const STATEMENT_ROLES: ReadonlySet<BlockRole> = new Set<BlockRole>([
  'headline',
  'heading',
  'summary',
  'body',
  'quote',
  'list',
]);

export const DocumentStatus = z.enum(['published', 'unpublished']);

/**
 * One account. `text` is immutable; everything said about the document is an anchor into it.
 * `published` is ISO 8601 at the precision known (`2020-03-05` or with time), null where nothing tells.
 * `captured` is when an archive took it down, ISO 8601, null where nothing tells. As ingest gives it, `blocks` is empty for formats without markup and set for HTML; after analysis always set.
 */
export const Document = z
  .object({
    id: z.string(),
    ref: z.string(),
    sha256: z.string(),
    url: z.string().nullable(),
    outlet: z.string().nullable(),
    title: z.string().nullable(),
    byline: z.string().nullable(),
    published: z.string().nullable(),
    captured: z.string().nullable().default(null),
    language: z.string().nullable(),
    status: DocumentStatus,
    text: z.string(),
    blocks: z.array(Block).readonly(),
  })
  .readonly();
export type Document = z.infer<typeof Document>;
