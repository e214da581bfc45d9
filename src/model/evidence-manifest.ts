/** What ties the accounts of a record to the bytes that they were read from, where both travel in one WACZ. */
import { z } from 'zod';

/** Files of ours in a WACZ, each a listed resource. */
export const EVIDENCE = {
  manifest: 'stemma/manifest.json',
  record: 'stemma/record.json',
  amendments: 'stemma/amendments.json',
  /** Left out where accounts were left out for being unpublished: it counts them. */
  log: 'stemma/log.json',
  /** The WARC with what was received; web archives that were received lie beside it as they are. */
  received: 'archive/received.warc.gz',
} as const;

export const EVIDENCE_VERSION = 1;

/** What a user said of an account; it goes over what its bytes tell. */
const Said = z
  .object({
    outlet: z.string().optional(),
    published: z.string().optional(),
    title: z.string().optional(),
    url: z.string().optional(),
    status: z.enum(['published', 'unpublished']).optional(),
  })
  .readonly();
export type Said = z.infer<typeof Said>;

export const EvidenceAccount = z.object({ id: z.string(), said: Said }).readonly();
export type EvidenceAccount = z.infer<typeof EvidenceAccount>;

export const EvidenceFile = z
  .object({
    /** What the case calls it. */
    ref: z.string(),
    /** ISO 8601. */
    received: z.string(),
    /** The columns that the user named, as it was read. */
    map: z.array(z.tuple([z.string(), z.string()])).readonly(),
    /**
     * True where the file itself holds more than may leave the case: the record then has one account of it, as JSON, and
     * nothing here shows what the file's own bytes are.
     */
    excerpt: z.boolean(),
    /** Of the bytes that lie here: hex, and how many. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    size: z.int().min(0),
    /** Where they lie: a file in the WACZ, and there one WARC record; `warc` is null where the whole of `path` is the file. */
    path: z.string(),
    warc: z
      .object({
        id: z.string(),
        url: z.string(),
        digest: z.string(),
        offset: z.int().min(0),
        length: z.int().min(0),
      })
      .readonly()
      .nullable(),
    accounts: z.array(EvidenceAccount).readonly(),
  })
  .readonly();
export type EvidenceFile = z.infer<typeof EvidenceFile>;

export const EvidenceManifest = z
  .object({
    version: z.literal(EVIDENCE_VERSION),
    generator: z.string(),
    files: z.array(EvidenceFile).readonly(),
  })
  .readonly();
export type EvidenceManifest = z.infer<typeof EvidenceManifest>;
