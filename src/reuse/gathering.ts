/** The seeds that each document of a corpus shares with the documents before it, gathered for many documents at a time. */
import type { Index } from './grouping.js';
import { grown } from './kernel/grow.js';
import { SharedByDocument } from './kernel/pairs.js';
import { FIRST, LONG, type Postings } from './kernel/postings.js';

import type { KeptSeeds } from './seeding.js';

/**
 * Seeds that are gathered at a time, unless one document shares more: in a large family a segment shares millions. They
 * take some 4 MB; twice as many take no less time on 100,000 articles.
 */
const MOST_SHARED = 1 << 17;

export class Gatherer {
  /** What documents `first` … `end`, of one segment, share. */
  readonly gathered = new SharedByDocument();
  private first = 0;
  private end = 0;
  private segment = -1;
  /** How many documents there was room for. */
  private room = MOST_SHARED;
  // By partition, one run of partitions after the other: the first kept seed of the documents from `first`, and from `end` on.
  private starts: Uint32Array = new Uint32Array(0);
  private ends: Uint32Array = new Uint32Array(0);
  private docs: Uint32Array = new Uint32Array(0);
  private flags: Uint32Array = new Uint32Array(0);

  constructor(
    private readonly index: Index,
    /** Entries of a group that one entry is compared with. */
    private readonly mostCompared: number,
  ) {}

  /** The place of a document among those gathered. Fastest where documents are asked for in order. */
  placeOf(doc: number): number {
    if (doc < this.first || doc >= this.end) this.gather(doc);
    return doc - this.first;
  }

  private gather(doc: number): void {
    const { firstOf, segmentOf } = this.index.corpus;
    const segment = segmentOf[doc]!;
    if (segment !== this.segment || doc < this.end) this.begin(segment);
    this.first = doc;
    const last = firstOf[segment + 1]!;
    this.end = Math.min(last, doc + 2 * this.room);
    while (!this.gathers()) this.end = doc + Math.ceil((this.end - doc) / 2);
    // As many again as there was room for; of the last of a segment there may have been more.
    if (this.end < last || this.end - doc > this.room) this.room = this.end - doc;
    [this.starts, this.ends] = [this.ends, this.starts];
    this.gathered.sort();
  }

  private begin(segment: number): void {
    this.segment = segment;
    const kept = this.index.kept[segment]!;
    const partitions = kept.reduce((sum, { starts }) => sum + starts.length - 1, 0);
    this.starts = grown(this.starts, partitions);
    this.ends = grown(this.ends, partitions);
    let at = 0;
    for (const { starts } of kept) {
      this.starts.set(starts.subarray(0, -1), at);
      at += starts.length - 1;
    }
  }

  /** False where there is no room for the seeds of so many documents. */
  private gathers(): boolean {
    const { postings, kept } = this.index;
    this.gathered.open(this.first, this.end - this.first);
    let at = 0;
    // Partition by partition, so that its part of the postings stays in cache.
    return kept[this.segment]!.every((seeds, run) => {
      at += seeds.starts.length - 1;
      return this.gathersFrom(seeds, postings[run]!, at - seeds.starts.length + 1);
    });
  }

  /** `at`: the first of the partitions in `starts` and `ends`. */
  private gathersFrom(
    { entries: owns, starts }: KeptSeeds,
    { entries, common, commonStarts }: Postings,
    at: number,
  ): boolean {
    const { gathered, mostCompared, end: endDoc } = this;
    for (let p = 0; p + 1 < starts.length; p++) {
      if (gathered.count > MOST_SHARED && endDoc - this.first > 1) return false;
      const start = this.starts[at + p]!;
      const count = this.readFirst(owns, entries, start, starts[p + 1]!);
      const { docs, flags } = this;
      this.ends[at + p] = start + count;
      for (let i = 0; i < count; i++) {
        const own = owns[start + i]!;
        const doc = docs[i]!;
        const flag = flags[i]!;
        let first = own;
        const last = Math.max(0, own - mostCompared);
        while (first > last && (entries[2 * first + 1]! & FIRST) === 0) first--;
        if (first < own) gathered.add(doc, flag, entries, first, own, flag & LONG);
        if ((flag & LONG) === 0) continue;
        const head = lastUpTo(common, commonStarts[p]!, commonStarts[p + 1]!, own);
        let behind = head;
        while (entries[2 * behind]! < doc && (behind === head || (entries[2 * behind + 1]! & FIRST) === 0))
          behind++;
        if (behind > head) gathered.add(doc, flag, entries, head, behind, 0);
      }
    }
    return true;
  }

  /**
   * Reads the entries of the kept seeds from `start` on, up to those of documents that are not gathered, and returns how
   * many. All at once: each waits for memory, and those that need not wait for one another wait together.
   */
  private readFirst(owns: Uint32Array, entries: Uint32Array, start: number, end: number): number {
    this.docs = grown(this.docs, end - start);
    this.flags = grown(this.flags, end - start);
    const { docs, flags, end: endDoc } = this;
    for (let i = start; i < end; i++) {
      const own = owns[i]!;
      const doc = entries[2 * own]!;
      if (doc >= endDoc) return i - start;
      docs[i - start] = doc;
      flags[i - start] = entries[2 * own + 1]!;
    }
    return end - start;
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
