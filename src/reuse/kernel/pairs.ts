/** Which documents share enough seeds with one document, in the same order, to be worth aligning. */
import type { SharedSeeds } from './align.js';
import { grown } from './grow.js';
import { LONG, PLACE } from './postings.js';
import { GRAM } from './seeds.js';

/**
 * How far two seeds may lie from one diagonal, in tokens. Two shared seeds anywhere let unrelated pairs grow faster than
 * the corpus (notes/text-reuse.md: ±12 was measured there; two hits on a diagonal are the rule of BLAST, Altschul and
 * others 1997).
 */
export const DIAGONAL_BAND = 12;
/** With more shared seeds than this a pair is aligned wherever they lie. */
const MANY_SEEDS = 64;

/** What a pair's seeds carry: nothing, a lengthened seed that an exact run must bear out, or two seeds that agree. */
export type Evidence = 'none' | 'lone' | 'agreeing';

/**
 * Judges the seeds that two documents share, in order of their places in the one. Seeds agree that lie near one diagonal
 * and do not overlap on either side; those of common hashes carry the flag LONG.
 */
export function evidenceOf({ count, places, otherPlaces }: SharedSeeds): Evidence {
  if (count > MANY_SEEDS) return 'agreeing';
  let evidence: Evidence = 'none';
  for (let i = 0; i < count; i++) {
    const place = places[i]!;
    const otherPlace = otherPlaces[i]! & PLACE;
    if ((otherPlaces[i]! & LONG) !== 0) evidence = 'lone';
    for (let k = i - 1; k >= 0; k--) {
      const apart = place - places[k]!;
      const otherApart = otherPlace - (otherPlaces[k]! & PLACE);
      if (apart >= GRAM && otherApart >= GRAM && Math.abs(apart - otherApart) <= DIAGONAL_BAND)
        return 'agreeing';
    }
  }
  return evidence;
}

/** The seeds that one document shares with those before it, gathered in order of place and then judged by document. */
export class PairSearch {
  private readonly shared: Uint32Array;
  private readonly bucketAt: Uint32Array;
  private readonly seeds = { count: 0, places: new Uint32Array(64), otherPlaces: new Uint32Array(64) };
  private touched = new Uint32Array(64);
  private touchedCount = 0;
  // A shared seed: the other document, the place in this one, the place in the other with flags.
  private count = 0;
  private docs = new Uint32Array(1024);
  private places = new Uint32Array(1024);
  private otherPlaces = new Uint32Array(1024);
  private bucket = new Uint32Array(1024);

  /** Documents are numbered from 0 up to `documents`. */
  constructor(documents: number) {
    this.shared = new Uint32Array(documents);
    this.bucketAt = new Uint32Array(documents);
  }

  /**
   * Adds a seed at `place` of document `doc` with the `entries` (postings.ts) `from` … `to` of other
   * documents; those that have a flag of `without` are passed over. Where the entries are common, `long`: they keep LONG.
   */
  add(
    place: number,
    doc: number,
    entries: Uint32Array,
    from: number,
    to: number,
    without: number,
    long: boolean,
  ): void {
    const most = this.count + to - from;
    this.docs = grown(this.docs, most);
    this.places = grown(this.places, most);
    this.otherPlaces = grown(this.otherPlaces, most);
    this.touched = grown(this.touched, this.touchedCount + to - from);
    const { shared, touched, docs: others, places: own, otherPlaces } = this;
    const mask = long ? PLACE | LONG : PLACE;
    let { count, touchedCount } = this;
    for (let e = from; e < to; e++) {
      const other = entries[2 * e]!;
      const otherPlace = entries[2 * e + 1]!;
      if (other === doc || (otherPlace & without) !== 0) continue;
      if (shared[other]!++ === 0) touched[touchedCount++] = other;
      others[count] = other;
      own[count] = place;
      otherPlaces[count++] = otherPlace & mask;
    }
    this.count = count;
    this.touchedCount = touchedCount;
  }

  /** Calls `found` with each document whose seeds are evidence, in order (they hold during the call); forgets everything. */
  finish(found: (doc: number, evidence: Exclude<Evidence, 'none'>, seeds: SharedSeeds) => void): void {
    const { touched, touchedCount, shared, bucketAt, count, docs, places, otherPlaces, seeds } = this;
    touched.subarray(0, touchedCount).sort();
    let at = 0;
    for (let t = 0; t < touchedCount; t++) {
      const doc = touched[t]!;
      bucketAt[doc] = at;
      at += shared[doc]!;
    }
    if (this.bucket.length < at) this.bucket = new Uint32Array(at * 2);
    const { bucket } = this;
    for (let e = 0; e < count; e++) bucket[bucketAt[docs[e]!]!++] = e;
    for (let t = 0; t < touchedCount; t++) {
      const doc = touched[t]!;
      const own = shared[doc]!;
      shared[doc] = 0;
      const first = bucketAt[doc]! - own;
      seeds.places = grown(seeds.places, own);
      seeds.otherPlaces = grown(seeds.otherPlaces, own);
      seeds.count = own;
      for (let i = 0; i < own; i++) {
        const e = bucket[first + i]!;
        seeds.places[i] = places[e]!;
        seeds.otherPlaces[i] = otherPlaces[e]!;
      }
      const evidence = evidenceOf(seeds);
      if (evidence !== 'none') found(doc, evidence, seeds);
    }
    this.touchedCount = this.count = 0;
  }
}
