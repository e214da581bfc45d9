/** Seeds grouped by hash: which documents have one, and where. */
import { grown, Uint32List } from './grow.js';
import { RadixSorter, sortedBy } from './radix.js';

/** Places of one hash in one document beyond this are dropped: repetitive text would meet itself without end. */
export const MOST_PLACES = 4;
/**
 * A hash that more entries have than this is common: a stock phrase, or a passage of a large family. Its entries are
 * compared with those that share LONG_GRAM tokens from there on, which keeps copies together and tells stock phrases
 * apart, and with its first HEADS entries, so that a heavily edited copy still meets the oldest of its family. Were all
 * compared with all, the number of chance pairs would grow with the square of the corpus. On 10,000 articles of
 * bench/corpus.ts this finds as many pairs of a copy and its original as comparing all; without the heads 76 % of heavily
 * edited ones for 88 %.
 */
export const MOST_COMMON = 64;
export const HEADS = 16;
/** Tokens of a lengthened seed. A common run of SURE_RUN tokens holds one in any case (seeds.ts). */
export const LONG_GRAM = 9;

/** Where a group begins; an entry of a common hash; the place lies in a line that an outlet repeats. */
export const FIRST = 0x80000000;
export const LONG = 0x40000000;
export const QUIET = 0x20000000;
export const PLACE = 0x1fffffff;

/**
 * Entries of a hash in lines that outlets repeat beyond this are dropped: they make no passage among themselves, and who
 * lifts from such a line is told by as many.
 */
const MOST_QUIET = 16;

export const NO_ENTRY = 0xffffffff;

/**
 * Entries of hashes that at least two documents have, two numbers to an entry: the document, and the token index in it
 * with the flags FIRST, LONG and QUIET. Groups of one hash stand together, each in document order; those of a partition
 * begin at its base.
 */
export interface Postings {
  readonly entries: Uint32Array;
  /** By partition: where its entries may begin, and the end of the last. */
  readonly bases: Uint32Array;
  /** Where the entries of each common hash begin: its first HEADS in a group, then groups of equal LONG_GRAM tokens. */
  readonly common: Uint32Array;
  /** By partition: its first in `common`, and the end of the last. */
  readonly commonStarts: Uint32Array;
}

/** Entries that a partition of so many seeds may take: a common hash repeats its heads. */
export const mostEntries = (seeds: number): number => seeds + HEADS * Math.floor(seeds / MOST_COMMON);

/** Seeds of one partition of the hashes, in document order. Only the first `length` entries count. */
export class Gathered {
  length = 0;
  hashes: Uint32Array = new Uint32Array(1024);
  docs: Uint32Array = new Uint32Array(1024);
  /** With the flag QUIET. */
  places: Uint32Array = new Uint32Array(1024);

  reserve(count: number): void {
    this.hashes = grown(this.hashes, count);
    this.docs = grown(this.docs, count);
    this.places = grown(this.places, count);
  }
}

interface Grouping {
  /** Of entry i of what was gathered: a hash of LONG_GRAM tokens from its place on. */
  readonly longHash: (i: number) => number;
  /** Groups without a document from here on are dropped. */
  readonly firstNew: number;
}

/**
 * Groups what was gathered. `entryOf[i]` becomes the entry of seed i in the postings; NO_ENTRY where it is in none, has
 * none before it to be compared with, or is of a document that is not new.
 */
export class Grouper {
  private counts = new Uint8Array(0);
  private readonly sorter = new RadixSorter();
  private entries: Uint32Array = new Uint32Array(0);
  private end = 0;
  /** Where the entries of each common hash began in the last partition. */
  readonly common = new Uint32List();
  entryOf = new Uint32Array(0);

  /** Writes the entries from `base` on, with room for mostEntries. */
  group(gathered: Gathered, grouping: Grouping, entries: Uint32Array, base: number): void {
    const { hashes, length } = gathered;
    this.entries = entries;
    this.end = base;
    if (this.entryOf.length < length) this.entryOf = new Uint32Array(length * 2);
    this.entryOf.fill(NO_ENTRY, 0, length);
    this.common.length = 0;
    this.sorter.reserve(length);
    const kept = this.shared(hashes, length);
    this.sorter.sort(hashes, kept);
    const { order } = this.sorter;
    for (let start = 0; start < kept; ) {
      const hash = hashes[order[start]!]!;
      let end = start + 1;
      while (end < kept && hashes[order[end]!]! === hash) end++;
      const last = this.withoutMuchQuiet(gathered, start, end);
      if (this.isShared(gathered, grouping, start, last)) {
        if (last - start > MOST_COMMON) this.putCommon(gathered, grouping, start, last);
        else this.put(gathered, order, start, last, 0, grouping.firstNew);
      }
      start = end;
    }
  }

  /** Puts the seeds whose hash may stand twice into `order`, and returns their number. Most stand once. */
  private shared(hashes: Uint32Array, length: number): number {
    let size = 256;
    while (size < length * 4) size *= 2;
    if (this.counts.length < size) this.counts = new Uint8Array(size);
    const { counts } = this;
    const { order } = this.sorter;
    const mask = size - 1;
    counts.fill(0, 0, size);
    for (let i = 0; i < length; i++) {
      const slot = hashes[i]! & mask;
      if (counts[slot]! < 2) counts[slot]!++;
    }
    let kept = 0;
    for (let i = 0; i < length; i++) if (counts[hashes[i]! & mask]! > 1) order[kept++] = i;
    return kept;
  }

  /** Moves the seeds order[start … end] that count to the front and returns their end; `start` where all are quiet. */
  private withoutMuchQuiet({ places }: Gathered, start: number, end: number): number {
    if (end - start < 2) return end;
    const { order } = this.sorter;
    let quiet = 0;
    let kept = start;
    for (let i = start; i < end; i++) {
      if ((places[order[i]!]! & QUIET) !== 0 && ++quiet > MOST_QUIET) continue;
      order[kept++] = order[i]!;
    }
    return kept - start === Math.min(quiet, MOST_QUIET) ? start : kept;
  }

  /** Whether seeds order[start … end] make a group: of two documents, one of them new. */
  private isShared({ docs }: Gathered, { firstNew }: Grouping, start: number, end: number): boolean {
    if (end - start < 2) return false;
    const last = docs[this.sorter.order[end - 1]!]!;
    return last >= firstNew && docs[this.sorter.order[start]!] !== last;
  }

  private putCommon(gathered: Gathered, grouping: Grouping, start: number, end: number): void {
    const { order } = this.sorter;
    this.common.push(this.end);
    this.put(gathered, order, start, Math.min(start + HEADS, end), 0, Number.POSITIVE_INFINITY);
    const { sorted, keys } = sortedBy(order, start, end, grouping.longHash);
    for (let from = 0; from < keys.length; ) {
      let to = from + 1;
      while (to < keys.length && keys[to] === keys[from]) to++;
      this.put(gathered, sorted, from, to, LONG, grouping.firstNew);
      from = to;
    }
  }

  /** Puts the seeds order[start … end] down as a group. */
  private put(
    { docs, places }: Gathered,
    order: Uint32Array,
    start: number,
    end: number,
    flag: number,
    firstNew: number,
  ): void {
    let doc = NO_ENTRY;
    let here = 0;
    let first = FIRST;
    for (let i = start; i < end; i++) {
      const index = order[i]!;
      here = docs[index]! === doc ? here + 1 : 1;
      doc = docs[index]!;
      if (here > MOST_PLACES) continue;
      // What has no entry before it, nor heads, has nothing to be compared with.
      if (doc >= firstNew && (first === 0 || flag === LONG)) this.entryOf[index] = this.end;
      this.entries[2 * this.end] = doc;
      this.entries[2 * this.end++ + 1] = places[index]! | flag | first;
      first = 0;
    }
  }
}
