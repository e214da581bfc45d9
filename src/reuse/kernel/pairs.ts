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

/** The seeds that one document shares with those before it, judged by document. */
export class PairSearch {
  // A table of the documents at hand, small enough for the cache: by slot the document, and its count of seeds with LONG
  // where one of them has it; an empty slot has a count of 0.
  private docs: Uint32Array = new Uint32Array(1024);
  private counts: Uint32Array = new Uint32Array(1024);
  /** By slot: where the next of its seeds goes. */
  private next: Uint32Array = new Uint32Array(1024);
  private shift = 0;
  /** By seed: the slot of its document. */
  private slots: Uint32Array = new Uint32Array(1024);
  private touched: Uint32Array = new Uint32Array(64);
  private bucket: Uint32Array = new Uint32Array(1024);
  private readonly seeds = { count: 0, places: new Uint32Array(64), otherPlaces: new Uint32Array(64) };

  /**
   * Calls `found` with each document whose seeds shared with document `index` of those gathered are evidence, in order; the
   * seeds hold during the call.
   */
  judge(
    { seeds: list, starts }: SharedByDocument,
    index: number,
    found: (doc: number, evidence: Exclude<Evidence, 'none'>, seeds: SharedSeeds) => void,
  ): void {
    const from = starts[index]!;
    const count = starts[index + 1]! - from;
    const documents = this.count(list, from, count);
    // Most documents share one seed by chance: they are out before anything is put in order.
    const { touched, counts, next, seeds } = this;
    let kept = 0;
    for (let t = 0; t < documents; t++) {
      const slot = touched[t]!;
      if (counts[slot]! > 1) touched[kept++] = this.docs[slot]!;
    }
    touched.subarray(0, kept).sort();
    let at = 0;
    for (let t = 0; t < kept; t++) {
      const slot = this.slotOf(touched[t]!);
      next[slot] = at;
      at += counts[slot]! & ~LONG;
    }
    this.bucket = grown(this.bucket, 2 * at);
    const { bucket, slots } = this;
    for (let k = 0; k < count; k++) {
      const slot = slots[k]!;
      if (counts[slot] === 1) continue;
      const i = SHARED * (from + k);
      const to = next[slot]!++;
      bucket[2 * to] = list[i + 1]!;
      bucket[2 * to + 1] = list[i + 2]!;
    }
    let first = 0;
    for (let t = 0; t < kept; t++) {
      const doc = touched[t]!;
      const end = next[this.slotOf(doc)]!;
      seeds.count = end - first;
      seeds.places = grown(seeds.places, seeds.count);
      seeds.otherPlaces = grown(seeds.otherPlaces, seeds.count);
      for (let i = 0; first < end; i++, first++) {
        seeds.places[i] = bucket[2 * first]!;
        seeds.otherPlaces[i] = bucket[2 * first + 1]!;
      }
      const evidence = evidenceOf(seeds);
      if (evidence !== 'none') found(doc, evidence, seeds);
    }
  }

  /** Enters the documents of some seeds into the table and lists their slots in `touched`; returns how many there are. */
  private count(list: Uint32Array, from: number, count: number): number {
    let bits = 6;
    while (1 << bits < 2 * count) bits++;
    this.shift = 32 - bits;
    this.docs = grown(this.docs, 1 << bits);
    this.counts = grown(this.counts, 1 << bits);
    this.next = grown(this.next, 1 << bits);
    this.slots = grown(this.slots, count);
    this.touched = grown(this.touched, count);
    const { docs, counts, slots, touched } = this;
    counts.fill(0, 0, 1 << bits);
    let documents = 0;
    for (let k = 0; k < count; k++) {
      const i = SHARED * (from + k);
      const slot = this.slotOf(list[i]!);
      if (counts[slot] === 0) {
        docs[slot] = list[i]!;
        touched[documents++] = slot;
      }
      slots[k] = slot;
      counts[slot] = (counts[slot]! + 1) | (list[i + 2]! & LONG);
    }
    return documents;
  }

  /** Slot of a document, or the empty one where it belongs. */
  private slotOf(doc: number): number {
    const { docs, counts, shift } = this;
    const mask = (1 << (32 - shift)) - 1;
    let slot = Math.imul(doc, 0x9e3779b1) >>> shift;
    while (counts[slot] !== 0 && docs[slot] !== doc) slot = (slot + 1) & mask;
    return slot;
  }
}
