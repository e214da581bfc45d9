/** The passages of one document after another with the documents before it in a corpus. */
import { ROW } from '../model/passage-rows.js';
import type { Corpus } from './corpus.js';
import { type Acceptance, Aligner, FIELDS, type SharedSeeds } from './kernel/align.js';
import { grown, Uint32List } from './kernel/grow.js';
import { readLayout } from './kernel/layout.js';
import { type Evidence, PairSearch, SharedBySegment } from './kernel/pairs.js';
import { FIRST, LONG, type Postings } from './kernel/postings.js';
import type { SeedBlock } from './seeding.js';

/** Everything that is known of a corpus once its seeds are grouped. */
export interface Index {
  readonly corpus: Corpus;
  /** Of one run of partitions of the hashes after another. */
  readonly postings: readonly Postings[];
  /** By segment: by run of partitions, the seeds that are in the postings. */
  readonly kept: readonly (readonly SeedBlock[])[];
}

export interface Matching {
  readonly acceptance: Acceptance;
  /** Entries of a group that one entry is compared with, so that phrases all the world uses stay linear. */
  readonly mostCompared: number;
  /** Whether two documents may be a pair. */
  readonly allowed: ((a: number, b: number) => boolean) | null;
}

export class Matcher {
  private readonly search: PairSearch;
  private readonly aligner: Aligner;
  private readonly found = new Uint32List();

  /** The segment at hand, and the seeds its documents share with documents before them. */
  private segment = -1;
  private readonly shared = new SharedBySegment();
  private flags: Uint32Array = new Uint32Array(0);

  private readonly sides = [new Side(), new Side()] as const;

  constructor(
    private readonly index: Index,
    private readonly matching: Matching,
  ) {
    this.search = new PairSearch(index.corpus.length);
    this.aligner = new Aligner(matching.acceptance);
  }

  /** Appends the passages of a document with those before it to `rows`: by document, then by place there. */
  match(doc: number, rows: Uint32List): void {
    const first = rows.length;
    let opened = false;
    this.candidates(doc, (other, evidence, seeds) => {
      if (!opened) this.open(doc);
      opened = true;
      this.alignWith(other, evidence, seeds, rows);
    });
    sortRows(rows, first);
  }

  /** Appends the passages of a document with `others` to `rows`, found without seeds. */
  align(doc: number, others: Iterable<number>, rows: Uint32List): void {
    const first = rows.length;
    this.open(doc);
    for (const other of others) this.alignWith(other, 'agreeing', null, rows);
    sortRows(rows, first);
  }

  /** Calls `found` with each document before this one that is worth aligning with it, in order, and the seeds they share. */
  candidates(
    doc: number,
    found: (other: number, evidence: Exclude<Evidence, 'none'>, seeds: SharedSeeds) => void,
  ): void {
    const { corpus } = this.index;
    const { allowed } = this.matching;
    const s = corpus.segmentOf[doc]!;
    if (s !== this.segment) this.spread(s);
    const { search, shared } = this;
    const index = doc - corpus.firstOf[s]!;
    search.judge(
      shared.sorted,
      shared.starts[index]!,
      shared.starts[index + 1]!,
      (other, evidence, seeds) => {
        if (allowed === null || allowed(doc, other)) found(other, evidence, seeds);
      },
    );
  }

  private open(doc: number): void {
    const [own] = this.sides;
    own.open(this.index.corpus, doc);
    own.locate(0, own.to - own.from);
    this.aligner.load(own.tokens, own.from, own.to);
  }

  private alignWith(doc: number, evidence: Evidence, seeds: SharedSeeds | null, rows: Uint32List): void {
    const [own, other] = this.sides;
    const { aligner, found } = this;
    const { run } = this.matching.acceptance;
    other.open(this.index.corpus, doc);
    found.length = 0;
    aligner.align(other.tokens, other.from, other.to, found, seeds, own.quiet, other.quiet);
    if (found.length === 0 || !sharesText(found, own, other, run)) return;
    for (let r = 0; r < found.length; r += FIELDS) {
      // A lone common seed is a stock phrase unless the words run on.
      if (evidence === 'lone' && found.values[r + 5]! < run) continue;
      other.locate(found.values[r + 2]!, found.values[r + 2]! + 1);
      other.locate(found.values[r + 3]! - 1, found.values[r + 3]!);
      this.put(rows, own, other, r);
    }
  }

  private put(rows: Uint32List, own: Side, other: Side, r: number): void {
    const { values } = this.found;
    const [ownFrom, ownTo, otherFrom, otherTo] = [values[r]!, values[r + 1]!, values[r + 2]!, values[r + 3]!];
    const [a, b] = own.doc < other.doc ? [own, other] : [other, own];
    const [aFrom, aTo, bFrom, bTo] =
      a === own ? [ownFrom, ownTo, otherFrom, otherTo] : [otherFrom, otherTo, ownFrom, ownTo];
    rows.push(a.doc);
    rows.push(b.doc);
    rows.push(a.starts[aFrom]!);
    rows.push(a.ends[aTo - 1]!);
    rows.push(b.starts[bFrom]!);
    rows.push(b.ends[bTo - 1]!);
    rows.push(aTo - aFrom);
    rows.push(bTo - bFrom);
    rows.push(values[r + 4]!);
  }

  /** Gathers the seeds that documents of a segment share with documents before them, by document. */
  private spread(s: number): void {
    const { corpus, postings, kept } = this.index;
    this.shared.open(corpus.firstOf[s]!, corpus.segments[s]!.documents);
    // Partition by partition, so that its part of the postings stays in cache.
    for (const [run, block] of kept[s]!.entries()) this.gather(block, postings[run]!);
    this.shared.sort();
    this.segment = s;
  }

  private gather({ hashes: owns, starts }: SeedBlock, { entries, common, commonStarts }: Postings): void {
    const { shared } = this;
    const { mostCompared } = this.matching;
    for (let p = 0; p + 1 < starts.length; p++) {
      const start = starts[p]!;
      const end = starts[p + 1]!;
      // All first reads at once: each waits for memory, and those that need not wait for one another wait together.
      this.flags = grown(this.flags, end - start);
      const { flags: flagsOf } = this;
      for (let i = start; i < end; i++) flagsOf[i - start] = entries[2 * owns[i]! + 1]!;
      for (let i = start; i < end; i++) {
        const own = owns[i]!;
        const doc = entries[2 * own]!;
        const flags = flagsOf[i - start]!;
        let first = own;
        const last = Math.max(0, own - mostCompared);
        while (first > last && (entries[2 * first + 1]! & FIRST) === 0) first--;
        if (first < own) shared.add(doc, flags, entries, first, own, true);
        if ((flags & LONG) === 0) continue;
        const head = lastUpTo(common, commonStarts[p]!, commonStarts[p + 1]!, own);
        let behind = head;
        while (entries[2 * behind]! < doc && (behind === head || (entries[2 * behind + 1]! & FIRST) === 0))
          behind++;
        if (behind > head) shared.add(doc, flags, entries, head, behind, false);
      }
    }
  }
}

/** The last of the numbers `from` … `to`, which ascend, that is not above `most`. */
function lastUpTo(numbers: Uint32Array, from: number, to: number, most: number): number {
  let low = from;
  let high = to - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (numbers[middle]! <= most) low = middle;
    else high = middle - 1;
  }
  return numbers[low]!;
}

/** One document of a pair. */
class Side {
  doc = -1;
  tokens: Uint16Array = new Uint16Array(0);
  from = 0;
  to = 0;
  /** Marks of its repeated lines, by token; null where it has none. */
  quiet: Uint8Array | null = null;
  /** Offsets of the tokens that were asked for. */
  starts: Uint32Array = new Uint32Array(1024);
  ends: Uint32Array = new Uint32Array(1024);
  private layout: Uint8Array = new Uint8Array(0);
  private layoutMarks: Uint32Array = new Uint32Array(0);
  private firstMark = 0;
  private marks: Uint8Array = new Uint8Array(1024);

  open(corpus: Corpus, doc: number): void {
    const s = corpus.segmentOf[doc]!;
    const segment = corpus.segments[s]!;
    const index = doc - corpus.firstOf[s]!;
    this.doc = doc;
    this.tokens = segment.tokens;
    this.from = segment.tokenStarts[index]!;
    this.to = segment.tokenStarts[index + 1]!;
    this.layout = segment.layout;
    this.layoutMarks = segment.marks;
    this.firstMark = segment.markStarts[index]!;
    this.quiet = null;
    const { quiet, quietStarts } = corpus;
    if (quietStarts[doc] === quietStarts[doc + 1]) return;
    this.marks = grown(this.marks, this.to - this.from);
    this.marks.fill(0);
    for (let q = quietStarts[doc]!; q < quietStarts[doc + 1]!; q++)
      this.marks.fill(1, quiet[2 * q]! - this.from, quiet[2 * q + 1]! - this.from);
    this.quiet = this.marks;
  }

  /** Makes the offsets of tokens `from` … `to` known. */
  locate(from: number, to: number): void {
    this.starts = grown(this.starts, to);
    this.ends = grown(this.ends, to);
    readLayout(this.layout, this.layoutMarks, this.firstMark, from, to, this.starts, this.ends);
  }
}

/** False where two documents share nothing but lines that the outlet of either repeats under its articles. */
function sharesText(found: Uint32List, own: Side, other: Side, least: number): boolean {
  if (own.quiet === null && other.quiet === null) return true;
  for (let r = 0; r < found.length; r += FIELDS) {
    const ownText = loud(own.quiet, found.values[r]!, found.values[r + 1]!);
    const otherText = loud(other.quiet, found.values[r + 2]!, found.values[r + 3]!);
    if (Math.min(ownText, otherText) >= least / 2) return true;
  }
  return false;
}

function loud(quiet: Uint8Array | null, from: number, to: number): number {
  if (quiet === null) return to - from;
  let count = 0;
  for (let t = from; t < to; t++) if (quiet[t] === 0) count++;
  return count;
}

const rowScratch = new Uint32Array(ROW);

/** Sorts rows from `first` on: a, start in a, b, start in b, ends. */
export function sortRows(rows: Uint32List, first: number): void {
  const { values } = rows;
  const count = (rows.length - first) / ROW;
  const before = (p: number, q: number): boolean => {
    for (const field of ORDER) {
      const difference = values[p + field]! - values[q + field]!;
      if (difference !== 0) return difference < 0;
    }
    return false;
  };
  if (count <= 32) {
    for (let r = 1; r < count; r++) {
      for (let at = first + r * ROW; at > first && before(at, at - ROW); at -= ROW) {
        rowScratch.set(values.subarray(at - ROW, at));
        values.copyWithin(at - ROW, at, at + ROW);
        values.set(rowScratch, at);
      }
    }
    return;
  }
  const order = Array.from({ length: count }, (_, r) => first + r * ROW).sort((p, q) =>
    before(p, q) ? -1 : before(q, p) ? 1 : 0,
  );
  const sorted = new Uint32Array(count * ROW);
  order.forEach((at, r) => {
    sorted.set(values.subarray(at, at + ROW), r * ROW);
  });
  values.set(sorted, first);
}

/** a, start in a, b, start in b, end in a, end in b. */
const ORDER = [0, 2, 1, 4, 3, 5];
