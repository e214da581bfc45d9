/** What passes between the stages that see a whole story. Plain serialisable values. */
import type { Analysis } from './analysis.js';
import type { Document } from './document.js';
import type { Edge, Family, Passage, Source } from './record.js';

/** One document with the user's amendments applied and its blocks set, and what was found in it. */
export interface Account {
  readonly document: Document;
  readonly analysis: Analysis;
}

/** The accounts of one story in the record's order of documents, and the passages between them. */
export interface StoryAccounts {
  readonly accounts: readonly Account[];
  readonly passages: readonly Passage[];
}

/** What lineage finds in one story. Keys of the objects are document ids. */
export interface StoryLineage {
  /** Sources joined across the accounts, with content-hash ids that do not depend on the other documents' order. */
  readonly sources: readonly Source[];
  /** The source id of each of the analysis's local sources, by index. */
  readonly sourceIds: { readonly [doc: string]: readonly string[] };
  /** The source id (kind outlet) of each of the analysis's credits, by index. */
  readonly creditIds: { readonly [doc: string]: readonly string[] };
  /** The outlet or agency (a source id) whose report each document is, null where nothing tells (DESIGN §4). */
  readonly reportOf: { readonly [doc: string]: string | null };
  readonly edges: readonly Edge[];
  readonly families: readonly Family[];
}
