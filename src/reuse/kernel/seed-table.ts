/** Seeds that stay, to be looked up by hash: many in order, and the latest in chains. */
import { grown, Uint32List } from './grow.js';
import { type Gathered, HEADS, MOST_COMMON } from './postings.js';
import { RadixSorter, sortedBy } from './radix.js';

/** Hashes in order, and for each an entry: document, place with the flag QUIET (postings.ts). */
export interface SeedTable {
  readonly hashes: Uint32Array;
  readonly entries: Uint32Array;
}

/** Upper bits of a hash by which a table is entered. */
const DIRECTORY_BITS = 16;

/** Puts seeds into a table, partition after partition of the hashes in their order. */
export class SeedTableBuilder {
  private readonly sorter = new RadixSorter();
  private readonly hashes = new Uint32List();
  private readonly entries = new Uint32List();

  /** A common hash has its first HEADS entries and then all of them in order of `longHash(i)`. */
  add({ hashes, docs, places, length }: Gathered, longHash: (i: number) => number): void {
    const { sorter } = this;
    sorter.reserve(length);
    for (let i = 0; i < length; i++) sorter.order[i] = i;
    sorter.sort(hashes, length);
    const { order } = sorter;
    const put = (i: number) => {
      this.hashes.push(hashes[i]!);
      this.entries.push(docs[i]!);
      this.entries.push(places[i]!);
    };
    for (let start = 0; start < length; ) {
      let end = start + 1;
      while (end < length && hashes[order[end]!] === hashes[order[start]!]) end++;
      if (end - start <= MOST_COMMON) for (let i = start; i < end; i++) put(order[i]!);
      else {
        for (let i = start; i < start + HEADS; i++) put(order[i]!);
        for (const i of sortedBy(order, start, end, longHash).sorted) put(i);
      }
      start = end;
    }
  }

  take(): SeedTable {
    return {
      hashes: this.hashes.values.slice(0, this.hashes.length),
      entries: this.entries.values.slice(0, this.entries.length),
    };
  }
}

/** Where the entries of hashes stand in a table. */
export class SeedDirectory {
  private readonly starts = new Uint32Array((1 << DIRECTORY_BITS) + 1);

  constructor(private readonly table: SeedTable) {
    for (const hash of table.hashes) this.starts[(hash >>> (32 - DIRECTORY_BITS)) + 1]!++;
    for (let b = 0; b < 1 << DIRECTORY_BITS; b++) this.starts[b + 1]! += this.starts[b]!;
  }

  /** First entry of a hash; where there is none, the place where it would stand. */
  first(hash: number): number {
    const { hashes } = this.table;
    let low = this.starts[hash >>> (32 - DIRECTORY_BITS)]!;
    let high = this.starts[(hash >>> (32 - DIRECTORY_BITS)) + 1]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (hashes[middle]! < hash) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Behind the last entry of a hash. */
  end(hash: number): number {
    return hash === 0xffffffff ? this.table.hashes.length : this.first(hash + 1);
  }
}

/** Seeds added one by one. */
export class SeedChains {
  private heads = new Int32Array(1024).fill(-1);
  private hashes: Uint32Array = new Uint32Array(1024);
  private entries: Uint32Array = new Uint32Array(2048);
  private before: Uint32Array = new Uint32Array(1024);
  count = 0;

  add(hash: number, doc: number, place: number): void {
    if (this.count * 2 > this.heads.length) this.widen();
    this.hashes = grown(this.hashes, this.count + 1);
    this.before = grown(this.before, this.count + 1);
    this.entries = grown(this.entries, 2 * this.count + 2);
    this.hashes[this.count] = hash;
    this.entries[2 * this.count] = doc;
    this.entries[2 * this.count + 1] = place;
    this.link(this.count++);
  }

  /** Appends the entries of a hash to a list, the latest first, `most` of them at most. */
  find(hash: number, most: number, found: Uint32List): void {
    let left = most;
    for (let i = this.heads[hash & (this.heads.length - 1)]!; i >= 0 && left > 0; i = this.before[i]! | 0) {
      if (this.hashes[i] !== hash) continue;
      found.push(this.entries[2 * i]!);
      found.push(this.entries[2 * i + 1]!);
      left--;
    }
  }

  private link(i: number): void {
    const slot = this.hashes[i]! & (this.heads.length - 1);
    this.before[i] = this.heads[slot]!;
    this.heads[slot] = i;
  }

  private widen(): void {
    this.heads = new Int32Array(this.heads.length * 4).fill(-1);
    for (let i = 0; i < this.count; i++) this.link(i);
  }
}
