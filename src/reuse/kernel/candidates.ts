/** Pairs of documents that share enough fingerprints in the same order to be worth aligning. */
import type { Corpus } from './corpus.js';
import { Uint32List } from './grow.js';
import { NO_ENTRY, type Postings } from './postings.js';

/**
 * How far two seeds may lie from one diagonal, in tokens. "Two shared seeds" anywhere lets unrelated pairs grow faster
 * than the corpus (notes/text-reuse.md: ±12 was measured there).
 */
export const DIAGONAL_BAND = 12;
/** A lone seed makes a candidate if the same words run on around it for this many tokens. */
export const LONE_RUN = 10;
/** Seeds before it that a seed is held against; a run that this could miss is found by LONE_RUN. */
const LOOK_BACK = 8;
/**
 * A hash's entry is compared with this many entries before it. Keeps frequent phrases linear; a family larger than this
 * stays connected, since each copy meets those just before it (notes: a cap of 500 lost nothing, 100 lost families).
 */
export const MOST_COMPARED = 768;

/** Side by side: two documents, `earlier` < `later` by index, and the seeds they share. Ordered by later, then earlier. */
export interface Candidates {
  readonly length: number;
  readonly earlier: Uint32Array;
  readonly later: Uint32Array;
  readonly seeds: Uint32Array;
}

/** `quiet[token]` is 1 in lines that an outlet repeats; two quiet places share nothing. */
export function candidates(corpus: Corpus, postings: Postings, quiet: Uint8Array | null): Candidates {
  const { tokens, tokenStarts, fingerprintStarts, positions } = corpus;
  const { hashes, docs, entryOf } = postings;
  const earlier = new Uint32List();
  const later = new Uint32List();
  const seeds = new Uint32List();
  const shared = new Uint32Array(corpus.length);
  const bucketAt = new Uint32Array(corpus.length);
  const touched = new Uint32List();
  const eventEntry = new Uint32List();
  const eventPosition = new Uint32List();
  const bucket = new Uint32List();

  for (let doc = 0; doc < corpus.length; doc++) {
    touched.length = 0;
    eventEntry.length = 0;
    eventPosition.length = 0;
    for (let f = fingerprintStarts[doc]!; f < fingerprintStarts[doc + 1]!; f++) {
      const entry = entryOf[f]!;
      if (entry === NO_ENTRY) continue;
      const hash = hashes[entry]!;
      const silent = quiet !== null && quiet[positions[f]!] === 1;
      const last = Math.max(0, entry - MOST_COMPARED);
      for (let other = entry - 1; other >= last && hashes[other]! === hash; other--) {
        const otherDoc = docs[other]!;
        if (otherDoc === doc) continue;
        if (silent && quiet[postings.positions[other]!] === 1) continue;
        if (shared[otherDoc]!++ === 0) touched.push(otherDoc);
        eventEntry.push(other);
        eventPosition.push(positions[f]!);
      }
    }
    if (touched.length === 0) continue;

    // Events by document, in order of place, as one counting sort.
    let at = 0;
    for (let t = 0; t < touched.length; t++) {
      const other = touched.values[t]!;
      bucketAt[other] = at;
      at += shared[other]!;
    }
    while (bucket.values.length < at) bucket.values = new Uint32Array(bucket.values.length * 2);
    for (let e = 0; e < eventEntry.length; e++) {
      bucket.values[bucketAt[docs[eventEntry.values[e]!]!]!++] = e;
    }
    touched.values.subarray(0, touched.length).sort();
    for (let t = 0; t < touched.length; t++) {
      const other = touched.values[t]!;
      const count = shared[other]!;
      shared[other] = 0;
      const end = bucketAt[other]!;
      if (isCandidate(end - count, end, other)) {
        earlier.push(other);
        later.push(doc);
        seeds.push(count);
      }
    }

    function isCandidate(from: number, to: number, other: number): boolean {
      for (let i = from; i < to; i++) {
        const place = eventPosition.values[bucket.values[i]!]!;
        const otherPlace = postings.positions[eventEntry.values[bucket.values[i]!]!]!;
        for (let k = i - 1; k >= from && k >= i - LOOK_BACK; k--) {
          const before = eventPosition.values[bucket.values[k]!]!;
          const otherBefore = postings.positions[eventEntry.values[bucket.values[k]!]!]!;
          if (place === before || otherPlace === otherBefore) continue;
          if (Math.abs(place - otherPlace - (before - otherBefore)) <= DIAGONAL_BAND) return true;
        }
        if (runAround(place, doc, otherPlace, other) >= LONE_RUN) return true;
      }
      return false;
    }
  }
  return { length: later.length, earlier: earlier.values, later: later.values, seeds: seeds.values };

  function runAround(place: number, doc: number, otherPlace: number, other: number): number {
    let from = 0;
    const back = Math.min(place - tokenStarts[doc]!, otherPlace - tokenStarts[other]!, LONE_RUN);
    while (from < back && tokens[place - from - 1] === tokens[otherPlace - from - 1]) from++;
    let to = 0;
    const on = Math.min(tokenStarts[doc + 1]! - place, tokenStarts[other + 1]! - otherPlace, LONE_RUN);
    while (to < on && tokens[place + to] === tokens[otherPlace + to]) to++;
    return from + to;
  }
}
