/** Fingerprints of a corpus grouped by hash, each group in document order. */

/** Places of one hash in one document beyond this are dropped: repetitive text would meet itself without end. */
export const MOST_PLACES = 4;

/** Entries of hashes that at least two documents have; the arrays of entries run side by side. */
export interface Postings {
  readonly length: number;
  readonly hashes: Uint32Array;
  readonly docs: Uint32Array;
  readonly positions: Uint32Array;
  /** Entry of each fingerprint of the corpus, in its order; NO_ENTRY where no other document has its hash. */
  readonly entryOf: Uint32Array;
}

export const NO_ENTRY = 0xffffffff;

const RADIX_BITS = 11;
const RADIX = 1 << RADIX_BITS;

/** Indices of the hashes in ascending order of hash, equal hashes in order of index (least significant digit radix sort). */
export function sortedByHash(hashes: Uint32Array, length: number): Uint32Array {
  let order = new Uint32Array(length);
  let next = new Uint32Array(length);
  for (let i = 0; i < length; i++) order[i] = i;
  const counts = new Uint32Array(RADIX);
  for (let shift = 0; shift < 32; shift += RADIX_BITS) {
    counts.fill(0);
    for (let i = 0; i < length; i++) counts[(hashes[i]! >>> shift) & (RADIX - 1)]!++;
    let at = 0;
    for (let digit = 0; digit < RADIX; digit++) {
      const count = counts[digit]!;
      counts[digit] = at;
      at += count;
    }
    for (let i = 0; i < length; i++) {
      const index = order[i]!;
      next[counts[(hashes[index]! >>> shift) & (RADIX - 1)]!++] = index;
    }
    [order, next] = [next, order];
  }
  return order;
}

/** `docs[i]` is the document of fingerprint i; the fingerprints of a document stand together, in document order. */
export function group(
  hashes: Uint32Array,
  positions: Uint32Array,
  docs: Uint32Array,
  length: number,
): Postings {
  const order = sortedByHash(hashes, length);
  const entryOf = new Uint32Array(length).fill(NO_ENTRY);
  let kept = 0;
  // In place: entries are written at or before the place they are read from.
  for (let start = 0; start < length; ) {
    const hash = hashes[order[start]!]!;
    const first = docs[order[start]!]!;
    let end = start + 1;
    let shared = false;
    while (end < length && hashes[order[end]!]! === hash) {
      if (docs[order[end]!]! !== first) shared = true;
      end++;
    }
    if (shared) {
      let doc = NO_ENTRY;
      let places = 0;
      for (let i = start; i < end; i++) {
        const index = order[i]!;
        places = docs[index]! === doc ? places + 1 : 1;
        doc = docs[index]!;
        if (places > MOST_PLACES) continue;
        entryOf[index] = kept;
        order[kept++] = index;
      }
    }
    start = end;
  }
  const entries = {
    hashes: new Uint32Array(kept),
    docs: new Uint32Array(kept),
    positions: new Uint32Array(kept),
  };
  for (let i = 0; i < kept; i++) {
    const index = order[i]!;
    entries.hashes[i] = hashes[index]!;
    entries.docs[i] = docs[index]!;
    entries.positions[i] = positions[index]!;
  }
  return { length: kept, ...entries, entryOf };
}
