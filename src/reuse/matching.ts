/** The passages of one document after another with the documents before it in a corpus. */

import { PairAligner, sortRows } from './aligning.js';
import type { Corpus } from './corpus.js';
import type { Pair } from './families.js';
import type { Acceptance } from './kernel/align.js';
import { grown, type Uint32List } from './kernel/grow.js';
import { type Evidence, PairSearch, SharedBySegment } from './kernel/pairs.js';
import { FIRST, LONG, type Postings } from './kernel/postings.js';
import type { SharedSeeds } from './kernel/runs.js';
import type { SeedBlock } from './seeding.js';

/** Everything that is known of a corpus once its seeds are grouped. */
export interface Index {
  readonly corpus: Corpus;
  /** Of one run of partitions of the hashes after another. */
  readonly postings: readonly Postings[];
  /** By segment: by run of partitions, the seeds that are in the postings. */
  readonly kept: readonly (readonly SeedBlock[])[];
}

export interface Matching {
  readonly acceptance: Acceptance;
  /** Entries of a group that one entry is compared with, so that phrases all the world uses stay linear. */
  readonly mostCompared: number;
  /** Whether two documents may be a pair. */
  readonly allowed: ((a: number, b: number) => boolean) | null;
}

export class Matcher {
  private readonly search: PairSearch;
  private readonly aligner: PairAligner;

  /** The segment at hand, and the seeds its documents share with documents before them. */
  private segment = -1;
  private readonly shared = new SharedBySegment();
  private flags: Uint32Array = new Uint32Array(0);

  constructor(
    private readonly index: Index,
    private readonly matching: Matching,
  ) {
    this.search = new PairSearch(index.corpus.length);
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
    const { corpus } = this.index;
    const { allowed } = this.matching;
    const s = corpus.segmentOf[doc]!;
    if (s !== this.segment) this.spread(s);
    const { search, shared } = this;
    const index = doc - corpus.firstOf[s]!;
    search.judge(shared, index, (other, evidence, seeds) => {
      if (allowed === null || allowed(doc, other)) found(other, evidence, seeds);
    });
  }

  /** Gathers the seeds that documents of a segment share with documents before them, by document. */
  private spread(s: number): void {
    const { corpus, postings, kept } = this.index;
    this.shared.open(corpus.firstOf[s]!, corpus.segments[s]!.documents);
    // Partition by partition, so that its part of the postings stays in cache.
    for (const [run, block] of kept[s]!.entries()) this.gather(block, postings[run]!);
    this.shared.sort();
    this.segment = s;
  }

  private gather({ hashes: owns, starts }: SeedBlock, { entries, common, commonStarts }: Postings): void {
    const { shared } = this;
    const { mostCompared } = this.matching;
    for (let p = 0; p + 1 < starts.length; p++) {
      const start = starts[p]!;
      const end = starts[p + 1]!;
      // All first reads at once: each waits for memory, and those that need not wait for one another wait together.
      this.flags = grown(this.flags, end - start);
      const { flags: flagsOf } = this;
      for (let i = start; i < end; i++) flagsOf[i - start] = entries[2 * owns[i]! + 1]!;
      for (let i = start; i < end; i++) {
        const own = owns[i]!;
        const doc = entries[2 * own]!;
        const flags = flagsOf[i - start]!;
        let first = own;
        const last = Math.max(0, own - mostCompared);
        while (first > last && (entries[2 * first + 1]! & FIRST) === 0) first--;
        if (first < own) shared.add(doc, flags, entries, first, own, flags & LONG);
        if ((flags & LONG) === 0) continue;
        const head = lastUpTo(common, commonStarts[p]!, commonStarts[p + 1]!, own);
        let behind = head;
        while (entries[2 * behind]! < doc && (behind === head || (entries[2 * behind + 1]! & FIRST) === 0))
          behind++;
        if (behind > head) shared.add(doc, flags, entries, head, behind, 0);
      }
    }
  }
}

/** The last of the numbers `from` … `to`, which ascend, that is not above `most`. */
function lastUpTo(numbers: Uint32Array, from: number, to: number, most: number): number {
  let low = from;
  let high = to - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (numbers[middle]! <= most) low = middle;
    else high = middle - 1;
  }
  return numbers[low]!;
}
