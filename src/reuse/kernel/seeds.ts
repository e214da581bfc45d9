/**
 * Seeds: the 4-grams of a text by which passages are found. Which are kept is told by the gram alone (closed syncmers:
 * Edgar, "Syncmers are more sensitive than minimizers …", PeerJ 2021), so that a gram kept in one text is kept in every
 * other, whatever was edited around it; winnowing (Schleimer, Wilkerson, Aiken 2003) keeps by the neighbours.
 */
import { grown } from './grow.js';

/** Tokens that a seed covers. 5 lose a third of the heavily edited pairs of bench/corpus.ts, 3 are common phrases. */
export const GRAM = 4;

/**
 * Tokens of the longest stretch that may hold a single seed: of any three 4-grams in a row one has its least token
 * first or last. A common run of 12 tokens has nine, and so three seeds.
 */
export const SURE_RUN = 12;

/** Of a text's grams this share are seeds: two of four places are right for the least token. */
export const SEED_DENSITY = 0.5;

/** Seeds of one or more texts. Only the first `length` entries count. */
export class SeedSink {
  length = 0;
  hashes: Uint32Array = new Uint32Array(1024);
  /** Token index of the gram's first token. */
  places: Uint32Array = new Uint32Array(1024);
}

/** Hashes whose upper bits, as a number, are from `from` to `to`, the latter left out. */
export interface HashRange {
  readonly bits: number;
  readonly from: number;
  readonly to: number;
}
const ALL_HASHES: HashRange = { bits: 0, from: 0, to: 1 };

/**
 * Appends the seeds of tokens `from` … `to` whose hash is in a range. A gram is a seed where its least token (as a number,
 * which is a hash) is its first or last; `every`: all grams are seeds. A text of fewer tokens than GRAM has none.
 */
export function seedsOf(
  tokens: Uint16Array,
  from: number,
  to: number,
  every: boolean,
  sink: SeedSink,
  { bits, from: first, to: end }: HashRange = ALL_HASHES,
): void {
  if (to - from < GRAM) return;
  sink.hashes = grown(sink.hashes, sink.length + to - from);
  sink.places = grown(sink.places, sink.length + to - from);
  const { hashes, places } = sink;
  let { length } = sink;
  const all = every ? 1 : 0;
  // A shift by 32 is none; with a bit more than there is, both halves are in.
  const shift = bits === 0 ? 31 : 32 - bits;
  const last = bits === 0 ? 1 : end - 1;
  let a = 0;
  let b = tokens[from]!;
  let c = tokens[from + 1]!;
  let d = tokens[from + 2]!;
  for (let at = from; at + GRAM <= to; at++) {
    a = b;
    b = c;
    c = d;
    d = tokens[at + 3]!;
    // The mixing of hash.ts on signed numbers: unsigned ones would be doubles.
    let hash = Math.imul((a << 16) | b, 0x9e3779b1) ^ ((c << 16) | d);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
    const part = hash >>> shift;
    // Half of the grams are seeds, and no processor guesses which: 1 where x <= y, by the sign of x - y - 1.
    const begins = ((a - b - 1) & (a - c - 1) & (a - d - 1)) >>> 31;
    const ends = ((d - a - 1) & (d - b - 1) & (d - c - 1)) >>> 31;
    const inRange = (((part - first) | (last - part)) >>> 31) ^ 1;
    hashes[length] = hash;
    places[length] = at;
    length += (begins | ends | all) & inRange;
  }
  sink.length = length;
}
