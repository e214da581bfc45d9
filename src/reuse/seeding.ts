/** The seeds of a segment, parted by hash, so that each part of all segments can be grouped on its own. */
import type { Corpus } from './corpus.js';
import { NO_ENTRY } from './kernel/postings.js';
import { type HashRange, SeedSink, seedsOf } from './kernel/seeds.js';
import type { Allocate, Segment } from './segment.js';

/** Seeds of a partition that are sorted in cache. */
const PARTITION_SEEDS = 1 << 16;

/** More partitions than 2 to this would leave a segment so few seeds in each that visiting them costs more than sorting. */
const MOST_BITS = 11;

/** Partitions that a corpus of so many tokens is grouped in, as a power of two. */
export function partitionBits(tokens: number): number {
  return Math.min(MOST_BITS, Math.max(0, Math.ceil(Math.log2(tokens / 2 / PARTITION_SEEDS))));
}

/** Seeds of one segment in the order of partition, then of place. */
export interface SeedBlock {
  /** Until they are grouped the hashes, then the entry of each in the postings of its partition (or NO_ENTRY). */
  readonly hashes: Uint32Array;
  /** Token index in the segment. */
  readonly places: Uint32Array;
  /** First seed of each partition from `from` on, and the end of the last. */
  readonly starts: Uint32Array;
}

/** Where the seeds of a segment go, run after run; what is not written to takes no memory. */
export interface SeedRoom {
  readonly hashes: Uint32Array;
  readonly places: Uint32Array;
  readonly starts: Uint32Array;
}

/** Room for the seeds of a segment in runs of so many partitions. */
export function seedRoom({ tokens }: Segment, partitions: number, allocate: Allocate): SeedRoom {
  const list = (length: number) => new Uint32Array(allocate(length * 4));
  return { hashes: list(tokens.length), places: list(tokens.length), starts: list(partitions + 1) };
}

const sink = new SeedSink();

/**
 * The seeds of segment `s` of a corpus; documents that take no part have none. `only`: bits of hashes (by their upper 24 bits) that are wanted, or null for all.
 */
export function seedSegment(
  corpus: Corpus,
  s: number,
  partitions: HashRange,
  every: boolean,
  only: Uint8Array | null,
  room: SeedRoom,
): SeedBlock {
  sink.length = 0;
  const { tokens, tokenStarts, documents } = corpus.segments[s]!;
  const first = corpus.firstOf[s]!;
  for (let index = 0; index < documents; index++) {
    if (corpus.skipped[first + index] === 1) continue;
    const before = sink.length;
    seedsOf(tokens, tokenStarts[index]!, tokenStarts[index + 1]!, every, sink, partitions);
    if (only !== null) sink.length = keepWanted(sink, before, only);
  }
  const { hashes, places, length } = sink;
  const { bits, from, to } = partitions;
  const shift = 32 - bits;
  const starts = room.starts.subarray(0, to - from + 1).fill(0);
  if (bits === 0) starts[1] = length;
  else {
    for (let i = 0; i < length; i++) starts[(hashes[i]! >>> shift) - from + 1]!++;
    for (let p = 0; p < to - from; p++) starts[p + 1]! += starts[p]!;
  }
  const block = {
    hashes: room.hashes.subarray(0, length),
    places: room.places.subarray(0, length),
    starts,
  };
  const at = starts.slice();
  for (let i = 0; i < length; i++) {
    const slot = at[bits === 0 ? 0 : (hashes[i]! >>> shift) - from]!++;
    block.hashes[slot] = hashes[i]!;
    block.places[slot] = places[i]!;
  }
  return block;
}

/** Drops the seeds from `first` on that are not in a set of hashes; returns how many are left in all. */
function keepWanted({ hashes, places, length }: SeedSink, first: number, set: Uint8Array): number {
  let kept = first;
  for (let i = first; i < length; i++) {
    const hash = hashes[i]!;
    if ((set[hash >>> 11]! & (1 << ((hash >>> 8) & 7))) === 0) continue;
    hashes[kept] = hash;
    places[kept++] = places[i]!;
  }
  return kept;
}

/** Bytes of a set of hashes by their upper 24 bits. */
export const HASH_SET_BYTES = 1 << 21;

/** Adds the seeds of a segment to a set of hashes. */
export function addHashes(
  { tokens, tokenStarts, documents }: Segment,
  every: boolean,
  set: Uint8Array,
): void {
  for (let doc = 0; doc < documents; doc++) {
    sink.length = 0;
    seedsOf(tokens, tokenStarts[doc]!, tokenStarts[doc + 1]!, every, sink);
    for (let i = 0; i < sink.length; i++) {
      const hash = sink.hashes[i]!;
      set[hash >>> 11]! |= 1 << ((hash >>> 8) & 7);
    }
  }
}

/** The seeds of a segment that are in the postings, in the order of partition, then of place. */
export interface KeptSeeds {
  readonly entries: Uint32Array;
  /** First of each partition, and the end of the last. */
  readonly starts: Uint32Array;
}

/** Those of a grouped block. */
export function keptOf({ hashes: entries, starts }: SeedBlock, allocate: Allocate): KeptSeeds {
  let count = 0;
  for (let i = 0; i < entries.length; i++) if (entries[i] !== NO_ENTRY) count++;
  const kept = {
    entries: new Uint32Array(allocate(count * 4)),
    starts: new Uint32Array(allocate(starts.length * 4)),
  };
  let at = 0;
  for (let p = 0; p + 1 < starts.length; p++) {
    for (let i = starts[p]!; i < starts[p + 1]!; i++)
      if (entries[i] !== NO_ENTRY) kept.entries[at++] = entries[i]!;
    kept.starts[p + 1] = at;
  }
  return kept;
}
