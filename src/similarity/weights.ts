/** How much a word tells: inverse document frequency from a shipped table of hashed words. */
import { IDF_TABLE } from './idf-table.js';

/** Steps of a byte of the table, in nats: a byte holds 0 to 15.9. */
const STEPS_PER_NAT = 16;

const table = Uint8Array.from(Buffer.from(IDF_TABLE.bytes, 'base64'));

/** Two hashes of a stem: FNV-1a over UTF-16 code units, then two finishers. Part of the table's format. */
function bucketsOf(stem: string, buckets: number): readonly [number, number] {
  let hash = 0x811c9dc5;
  for (let i = 0; i < stem.length; i++) {
    const unit = stem.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >> 8), 0x01000193);
  }
  return [finish(hash, 0x2c1b3c6d) % buckets, finish(hash, 0x297a2d39) % buckets];
}

function finish(hash: number, multiplier: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), multiplier);
  return (mixed ^ (mixed >>> 12)) >>> 0;
}

/**
 * Inverse document frequency of a stem in nats, 0 for one in every document. The rarer of two buckets counts, so a
 * rare stem looks common only where it meets common ones in both; one that the table has not seen is as rare as can be.
 */
export function idf(stem: string): number {
  const [first, second] = bucketsOf(stem, table.length);
  return Math.max(table[first]!, table[second]!) / STEPS_PER_NAT;
}

/** The table of a collection, for the trainer: `frequency` is the number of documents of each stem, of `documents`. */
export function trainIdf(
  frequency: ReadonlyMap<string, number>,
  documents: number,
  buckets: number,
): Uint8Array {
  const sums = new Float64Array(buckets).fill(1);
  for (const [stem, count] of frequency) {
    const [first, second] = bucketsOf(stem, buckets);
    sums[first] = Math.max(sums[first]!, count);
    if (second !== first) sums[second] = Math.max(sums[second]!, count);
  }
  return Uint8Array.from(sums, (f) => Math.round(Math.log((documents + 1) / f) * STEPS_PER_NAT));
}
