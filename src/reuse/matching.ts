/** The passages of one document after another with the documents before it in a corpus. */

import { PairAligner, sortRows } from './aligning.js';
import type { Corpus } from './corpus.js';
import type { Pair } from './families.js';
import type { Acceptance } from './kernel/align.js';
import { grown, type Uint32List } from './kernel/grow.js';
import { type Evidence, PairSearch, SharedByDocument } from './kernel/pairs.js';
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

/** Shared seeds that are gathered at a time, unless one document has more: a large family has millions in a segment. */
const MOST_SHARED = 1 << 18;

export class Matcher {
  private readonly search: PairSearch;
  private readonly aligner: PairAligner;

  /** The seeds that documents `first` … `end`, of one segment, share with documents before them. */
  private readonly shared = new SharedByDocument();
  private first = 0;
  private end = 0;
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
    const { allowed } = this.matching;
    if (doc < this.first || doc >= this.end) this.gather(doc);
    const { search, shared, first } = this;
    search.judge(shared, doc - first, (other, evidence, seeds) => {
      if (allowed === null || allowed(doc, other)) found(other, evidence, seeds);
    });
  }

  /** Gathers what the documents of a segment share from `doc` on, of as many as there is room for. */
  private gather(doc: number): void {
    const { firstOf, segmentOf } = this.index.corpus;
    this.first = doc;
    this.end = firstOf[segmentOf[doc]! + 1]!;
    while (!this.gathered()) this.end = doc + Math.ceil((this.end - doc) / 2);
    this.shared.sort();
  }

  /** False where there is no room for the seeds of so many documents. */
  private gathered(): boolean {
    const { first, end, shared } = this;
    const { corpus, postings, kept } = this.index;
    shared.open(first, end - first);
    // Partition by partition, so that its part of the postings stays in cache.
    return kept[corpus.segmentOf[first]!]!.every((block, run) => this.gatherFrom(block, postings[run]!));
  }

  private gatherFrom(
    { hashes: owns, places, starts }: SeedBlock,
    { entries, common, commonStarts }: Postings,
  ): boolean {
    const { shared } = this;
    const { mostCompared } = this.matching;
    const { corpus } = this.index;
    const s = corpus.segmentOf[this.first]!;
    const { tokenStarts } = corpus.segments[s]!;
    const fromToken = tokenStarts[this.first - corpus.firstOf[s]!]!;
    const toToken = tokenStarts[this.end - corpus.firstOf[s]!]!;
    for (let p = 0; p + 1 < starts.length; p++) {
      if (shared.count > MOST_SHARED && this.end - this.first > 1) return false;
      let start = starts[p]!;
      let end = starts[p + 1]!;
      while (start < end && places[start]! < fromToken) start++;
      while (start < end && places[end - 1]! >= toToken) end--;
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
    return true;
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
