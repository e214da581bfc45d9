/**
 * Seeds: the 4-grams of a text by which passages are found. Which are kept is told by the gram alone (closed syncmers:
 * Edgar, "Syncmers are more sensitive than minimizers …", PeerJ 2021), so that a gram kept in one text is kept in every
 * other, whatever was edited around it; winnowing (Schleimer, Wilkerson, Aiken 2003) keeps by the neighbours.
 */
import { assembly, CHUNK, HASHES, PLACES, TOKENS } from './assembly.js';
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
  const least = bits === 0 ? 0 : first * 2 ** (32 - bits);
  const most = bits === 0 ? 0xffffffff : end * 2 ** (32 - bits) - 1;
  // Pieces overlap, so that no gram lies across.
  for (let at = from; at + GRAM <= to; at += CHUNK - GRAM + 1) {
    const piece = Math.min(to - at, CHUNK);
    TOKENS.set(tokens.subarray(at, at + piece));
    const count = assembly.seeds(piece, at, every, least, most);
    sink.hashes = grown(sink.hashes, sink.length + count);
    sink.places = grown(sink.places, sink.length + count);
    sink.hashes.set(HASHES.subarray(0, count), sink.length);
    sink.places.set(PLACES.subarray(0, count), sink.length);
    sink.length += count;
  }
}
