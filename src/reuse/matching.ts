/** The passages of one document after another with the documents before it in a corpus. */

import { PairAligner, sortRows } from './aligning.js';
import type { Pair } from './families.js';
import { Gatherer } from './gathering.js';
import type { Index } from './grouping.js';
import type { Acceptance } from './kernel/align.js';
import type { Uint32List } from './kernel/grow.js';
import { type Evidence, PairSearch } from './kernel/pairs.js';
import type { SharedSeeds } from './kernel/runs.js';

export interface Matching {
  readonly acceptance: Acceptance;
  /** Entries of a group that one entry is compared with, so that phrases all the world uses stay linear. */
  readonly mostCompared: number;
  /** Whether two documents may be a pair. */
  readonly allowed: ((a: number, b: number) => boolean) | null;
}

export class Matcher {
  private readonly gatherer: Gatherer;
  private readonly search = new PairSearch();
  private readonly aligner: PairAligner;

  constructor(
    index: Index,
    private readonly matching: Matching,
  ) {
    this.gatherer = new Gatherer(index, matching.mostCompared);
    this.aligner = new PairAligner(index.corpus, matching.acceptance);
  }

  /** Appends the passages of a document with those before it to `rows`: by document, then by place there. */
  match(doc: number, rows: Uint32List): void {
    const first = rows.length;
    let opened = false;
    this.candidates(doc, (other, evidence, seeds) => {
      if (!opened) this.aligner.open(doc);
      opened = true;
      this.aligner.align(other, evidence, seeds, rows);
    });
    sortRows(rows, first);
  }

  /** Appends the passages of a document with those it is paired with to `rows`, found without seeds. */
  align(doc: number, pairs: readonly Pair[], rows: Uint32List): void {
    const first = rows.length;
    this.aligner.open(doc);
    for (const { a, b, evidence } of pairs) this.aligner.align(a === doc ? b : a, evidence, null, rows);
    sortRows(rows, first);
  }

  /** Calls `found` with each document before this one that is worth aligning with it, in order, and the seeds they share. */
  candidates(
    doc: number,
    found: (other: number, evidence: Exclude<Evidence, 'none'>, seeds: SharedSeeds) => void,
  ): void {
    const { allowed } = this.matching;
    const place = this.gatherer.placeOf(doc);
    this.search.judge(this.gatherer.gathered, place, (other, evidence, seeds) => {
      if (allowed === null || allowed(doc, other)) found(other, evidence, seeds);
    });
  }
}
