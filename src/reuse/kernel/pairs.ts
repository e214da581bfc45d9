/** Which documents share enough seeds with one document, in the same order, to be worth aligning. */

import { grown } from './grow.js';
import { LONG, PLACE, QUIET } from './postings.js';
import type { SharedSeeds } from './runs.js';

/**
 * How far two seeds may lie from one diagonal, in tokens. Two shared seeds anywhere let unrelated pairs grow faster than
 * the corpus (notes/text-reuse.md: ±12 was measured there; two hits on a diagonal are the rule of BLAST, Altschul and
 * others 1997).
 */
const DIAGONAL_BAND = 12;
/** With more shared seeds than this a pair is aligned wherever they lie. */
const MANY_SEEDS = 64;

/** What a pair's seeds carry: nothing, a lengthened seed that an exact run must bear out, or two seeds that agree. */
export type Evidence = 'none' | 'lone' | 'agreeing';

/**
 * Judges the seeds that two documents share. Two seeds agree that lie near one diagonal, in the same order; they may
 * overlap, since judging a pair wrongly costs little (align.ts begins at its seeds) and short passages share no more.
 * Those of common hashes carry the flag LONG.
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
      const nearest = apart > 0 ? Math.min(apart, otherApart) : Math.min(-apart, -otherApart);
      if (nearest > 0 && Math.abs(apart - otherApart) <= DIAGONAL_BAND) return 'agreeing';
    }
  }
  return evidence;
}

/** Numbers of a shared seed: the other document, the place in the one, the place in the other with flags. */
const SHARED = 3;

/** The seeds that some documents in a row share with documents before them. */
export class SharedByDocument {
  /** By document, SHARED numbers each; the first of each document, and the end of the last. */
  seeds: Uint32Array = new Uint32Array(0);
  starts: Uint32Array = new Uint32Array(1);
  private first = 0;
  private documents = 0;
  /** Seeds added. */
  count = 0;
  /** As they were added, and the document of each. */
  private added: Uint32Array = new Uint32Array(1024 * SHARED);
  private docs: Uint32Array = new Uint32Array(1024);

  /** Forgets what was gathered. There are so many documents, from `first` on. */
  open(first: number, documents: number): void {
    this.first = first;
    this.documents = documents;
    this.count = 0;
  }

  /**
   * Adds the entries (postings.ts) `from` … `to` of a hash that `doc` has where its own flags say; its own entries and,
   * for a quiet place, quiet ones are passed over. `flag`: LONG where the entries share a lengthened seed with it, else 0.
   */
  add(doc: number, own: number, entries: Uint32Array, from: number, to: number, flag: number): void {
    const most = this.count + to - from;
    if (most > this.docs.length) {
      this.docs = grown(this.docs, most);
      this.added = grown(this.added, this.docs.length * SHARED);
    }
    const { docs, added } = this;
    const index = doc - this.first;
    const place = own & PLACE;
    const without = own & QUIET;
    let { count } = this;
    for (let e = from; e < to; e++) {
      const other = entries[2 * e]!;
      const otherPlace = entries[2 * e + 1]!;
      if (other === doc || (otherPlace & without) !== 0) continue;
      docs[count] = index;
      added[SHARED * count] = other;
      added[SHARED * count + 1] = place;
      added[SHARED * count++ + 2] = (otherPlace & PLACE) | flag;
    }
    this.count = count;
  }

  /** Puts them in order of document. */
  sort(): void {
    const { documents, count, docs, added } = this;
    this.seeds = grown(this.seeds, count * SHARED);
    this.starts = grown(this.starts, documents + 1);
    const { seeds, starts } = this;
    starts.fill(0, 0, documents + 1);
    for (let i = 0; i < count; i++) starts[docs[i]! + 1]!++;
    for (let d = 0; d < documents; d++) starts[d + 1]! += starts[d]!;
    // Filled from behind, so that the ends become the beginnings.
    for (let i = count - 1; i >= 0; i--) {
      const slot = SHARED * --starts[docs[i]! + 1]!;
      seeds[slot] = added[SHARED * i]!;
      seeds[slot + 1] = added[SHARED * i + 1]!;
      seeds[slot + 2] = added[SHARED * i + 2]!;
    }
    starts.copyWithin(0, 1, documents + 1);
    starts[documents] = count;
  }
}

/** Marks a count once its document is listed; LONG marks it where one of the seeds does. */
const LISTED = 0x80000000;

/** The seeds that one document shares with those before it, judged by document. */
export class PairSearch {
  private readonly shared: Uint32Array;
  private readonly bucketAt: Uint32Array;
  private readonly seeds = { count: 0, places: new Uint32Array(64), otherPlaces: new Uint32Array(64) };
  private touched: Uint32Array = new Uint32Array(64);
  private bucket: Uint32Array = new Uint32Array(1024);

  /** Documents are numbered from 0 up to `documents`. */
  constructor(documents: number) {
    this.shared = new Uint32Array(documents);
    this.bucketAt = new Uint32Array(documents);
  }

  /**
   * Calls `found` with each document whose seeds shared with document `index` of those gathered are evidence, in order; the
   * seeds hold during the call.
   */
  judge(
    { seeds: list, starts }: SharedByDocument,
    index: number,
    found: (doc: number, evidence: Exclude<Evidence, 'none'>, seeds: SharedSeeds) => void,
  ): void {
    const { shared, bucketAt, seeds } = this;
    const from = starts[index]!;
    const to = starts[index + 1]!;
    this.touched = grown(this.touched, to - from);
    this.bucket = grown(this.bucket, 2 * (to - from));
    const { touched, bucket } = this;
    // Most documents share one seed by chance: they are out before anything is put in order.
    for (let k = from; k < to; k++) {
      const i = SHARED * k;
      shared[list[i]!] = (shared[list[i]!]! + 1) | (list[i + 2]! & LONG);
    }
    let touchedCount = 0;
    for (let k = from; k < to; k++) {
      const doc = list[SHARED * k]!;
      const count = shared[doc]!;
      if (count >= LISTED) continue;
      if (count > 1) {
        shared[doc] = ((count & ~LONG) | LISTED) >>> 0;
        touched[touchedCount++] = doc;
      } else shared[doc] = 0;
    }
    touched.subarray(0, touchedCount).sort();
    let at = 0;
    for (let t = 0; t < touchedCount; t++) {
      bucketAt[touched[t]!] = at;
      at += shared[touched[t]!]! - LISTED;
    }
    for (let k = from; k < to; k++) {
      const i = SHARED * k;
      const doc = list[i]!;
      if (shared[doc] === 0) continue;
      const slot = bucketAt[doc]!++;
      bucket[2 * slot] = list[i + 1]!;
      bucket[2 * slot + 1] = list[i + 2]!;
    }
    let first = 0;
    for (let t = 0; t < touchedCount; t++) {
      const doc = touched[t]!;
      const count = shared[doc]! - LISTED;
      shared[doc] = 0;
      seeds.places = grown(seeds.places, count);
      seeds.otherPlaces = grown(seeds.otherPlaces, count);
      seeds.count = count;
      for (let i = 0; i < count; i++) {
        seeds.places[i] = bucket[2 * (first + i)]!;
        seeds.otherPlaces[i] = bucket[2 * (first + i) + 1]!;
      }
      first += count;
      const evidence = evidenceOf(seeds);
      if (evidence !== 'none') found(doc, evidence, seeds);
    }
  }
}
