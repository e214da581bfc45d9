/** What passes between a run over a corpus and its threads. */
import type { Block } from '../../model/document.js';
import type { Message } from '../../model/message.js';
import type { Corpus } from '../../reuse/corpus.js';
import type { Index } from '../../reuse/grouping.js';
import type { Postings } from '../../reuse/kernel/postings.js';
import type { HashRange } from '../../reuse/kernel/seeds.js';
import type { KeptSeeds, SeedBlock, SeedRoom } from '../../reuse/seeding.js';
import type { Segment } from '../../reuse/segment.js';
import type { ReuseSettings } from '../../reuse/settings.js';

/** A document given whole, not as a row. */
export interface WholeDocument {
  readonly id: string;
  readonly text: string;
  readonly outlet: string | null;
  readonly status: 'published' | 'unpublished';
  readonly blocks: readonly Block[];
}

/** What is known to every thread; each part replaces the one before. */
export interface Shared {
  readonly settings?: ReuseSettings;
  readonly corpus?: Corpus;
  /** First document that is new, 0 where all are; the seeds of the new ones as a set, null where all count. */
  readonly firstNew?: number;
  readonly only?: Uint8Array | null;
  /** Outlet of each document by number, 0 where it is not known. */
  readonly outletOf?: Uint32Array;
  /** By segment. */
  readonly rooms?: readonly SeedRoom[];
  readonly blocks?: readonly SeedBlock[];
  readonly postings?: Pick<Postings, 'entries' | 'bases'>;
  readonly index?: Index;
}

export type ReuseJob =
  | { readonly kind: 'share'; readonly shared: Shared }
  | {
      readonly kind: 'rows';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly ref: string;
      readonly firstLine: number;
    }
  | { readonly kind: 'documents'; readonly documents: readonly WholeDocument[] }
  | { readonly kind: 'boilerplate'; readonly outlets: readonly (readonly number[])[] }
  | { readonly kind: 'hashes'; readonly segment: number }
  | { readonly kind: 'seed'; readonly segment: number; readonly partitions: HashRange }
  | { readonly kind: 'group'; readonly from: number; readonly to: number }
  | { readonly kind: 'keep'; readonly segment: number }
  | { readonly kind: 'match'; readonly from: number; readonly to: number };

/** The rows of a batch that hold a text, as a segment, and what is known of each. */
export interface Rows {
  readonly segment: Segment;
  readonly ids: readonly string[];
  readonly outlets: readonly (string | null)[];
  /** Those marked unpublished, by their place in `ids`. */
  readonly unpublished: readonly number[];
  /** Line of each, and where it begins and ends in the batch, in bytes; empty for whole documents. */
  readonly lines: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly messages: readonly Message[];
  /** What held the batch, to be used again; null for whole documents. */
  readonly buffer: ArrayBuffer | null;
}

export interface Answers {
  readonly share: null;
  readonly rows: Rows;
  readonly documents: Rows;
  /** By outlet. */
  readonly boilerplate: readonly Uint32Array[];
  readonly hashes: Uint8Array;
  readonly seed: SeedBlock;
  /** By partition: where the entries of common hashes begin. */
  readonly group: readonly Uint32Array[];
  readonly keep: KeptSeeds;
  /** Rows (model/passage-rows.ts). */
  readonly match: Uint32Array;
}
