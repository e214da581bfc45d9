/** Two documents of a corpus aligned, and their passages written as rows. */
import { BOILERPLATE, ROW } from '../model/passage-rows.js';
import { type Corpus, indexOf, segmentOf } from './corpus.js';
import { type Acceptance, Aligner, FIELDS } from './kernel/align.js';
import { grown, Uint32List } from './kernel/grow.js';
import { readLayout } from './kernel/layout.js';
import type { Evidence } from './kernel/pairs.js';
import type { SharedSeeds } from './kernel/runs.js';
import type { TokenText } from './kernel/sides.js';

/** Aligns one document of a corpus after another with others. */
export class PairAligner {
  private readonly aligner: Aligner;
  private readonly found = new Uint32List();
  private readonly sides = [new Side(), new Side()] as const;
  /** Whether the offsets of the open document are known. */
  private located = false;

  constructor(
    /** May be replaced by one that holds the same documents and more. */
    public corpus: Corpus,
    private readonly acceptance: Acceptance,
  ) {
    this.aligner = new Aligner(acceptance);
  }

  /** The document that others are aligned with from now on. */
  open(doc: number): void {
    const [own] = this.sides;
    own.open(this.corpus, doc);
    this.located = false;
    this.aligner.load(own);
  }

  /**
   * Appends the passages of the open document with another to `rows`, best first, marked BOILERPLATE where they share
   * nothing but lines that the outlet of either repeats. Without seeds all of both is searched.
   */
  align(doc: number, evidence: Evidence, seeds: SharedSeeds | null, rows: Uint32List): void {
    const [own, other] = this.sides;
    const { aligner, found } = this;
    const { run } = this.acceptance;
    other.open(this.corpus, doc);
    found.length = 0;
    aligner.align(other, found, seeds);
    if (found.length === 0) return;
    if (!this.located) own.locate(0, own.to - own.from);
    this.located = true;
    const flag = sharesText(found, own, other, run) ? 0 : BOILERPLATE;
    for (let r = 0; r < found.length; r += FIELDS) {
      // A lone common seed is a stock phrase unless the words run on.
      if (evidence === 'lone' && found.values[r + 5]! < run) continue;
      other.locate(found.values[r + 2]!, found.values[r + 2]! + 1);
      other.locate(found.values[r + 3]! - 1, found.values[r + 3]!);
      this.put(rows, own, other, r, flag);
    }
  }

  private put(rows: Uint32List, own: Side, other: Side, r: number, flag: number): void {
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
    rows.push((values[r + 4]! | flag) >>> 0);
  }
}

/** One document of a pair. */
class Side implements TokenText {
  doc = -1;
  tokens: Uint16Array = new Uint16Array(0);
  from = 0;
  to = 0;
  lineEnds: Uint32Array = new Uint32Array(0);
  /** Offsets of the tokens that were asked for. */
  starts: Uint32Array = new Uint32Array(1024);
  ends: Uint32Array = new Uint32Array(1024);
  private corpus: Corpus | null = null;
  private quietKnown = false;
  private hasQuiet = false;
  private marks: Uint8Array = new Uint8Array(1024);

  open(corpus: Corpus, doc: number): void {
    const s = corpus.segmentOf[doc]!;
    const { tokens, tokenStarts, lineEnds } = corpus.segments[s]!;
    const index = doc - corpus.firstOf[s]!;
    this.corpus = corpus;
    this.doc = doc;
    this.tokens = tokens;
    this.from = tokenStarts[index]!;
    this.to = tokenStarts[index + 1]!;
    this.lineEnds = lineEnds;
    this.quietKnown = false;
  }

  /** Made when asked for: most texts are only glanced at. */
  get quiet(): Uint8Array | null {
    if (!this.quietKnown) this.markQuiet();
    return this.hasQuiet ? this.marks : null;
  }

  private markQuiet(): void {
    const { corpus, doc, from, to } = this;
    const { quiet, quietStarts } = corpus!;
    const [first, end] = [quietStarts[doc]!, quietStarts[doc + 1]!];
    this.quietKnown = true;
    this.hasQuiet = first < end;
    if (first === end) return;
    this.marks = grown(this.marks, to - from);
    this.marks.fill(0, 0, to - from);
    for (let q = first; q < end; q++) this.marks.fill(1, quiet[2 * q]! - from, quiet[2 * q + 1]! - from);
  }

  /** Makes the offsets of tokens `from` … `to` known. */
  locate(from: number, to: number): void {
    this.starts = grown(this.starts, to);
    this.ends = grown(this.ends, to);
    const { layout, marks, markStarts } = segmentOf(this.corpus!, this.doc);
    const first = markStarts[indexOf(this.corpus!, this.doc)]!;
    readLayout(layout, marks, first, from, to, this.starts, this.ends);
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
