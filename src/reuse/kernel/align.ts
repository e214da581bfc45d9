/**
 * Local alignment of two token sequences: maximal common runs found through 3-grams, chained, and their ends extended
 * (seed – chain – extend). Finds several stretches a pair, in any order.
 */
import { mixed } from './fingerprints.js';
import { Uint32List } from './grow.js';

/** Tokens of the shortest run that can start or join a chain. */
export const SHORTEST_RUN = 3;
/** Most tokens between two runs of a chain, on either side. */
export const WIDEST_GAP = 16;
/** Runs that a run looks back on for its predecessor. */
const LOOK_BACK = 24;
/** What a token between two runs costs, in matched tokens: below it a chance 3-gram far off would join. */
const GAP_COST = 0.3;
/** 3-grams that stand in one text more often than this start no runs; repetitive text stays linear. */
const MOST_OCCURRENCES = 16;
/** Most tokens skipped on one side when the end of a chain is extended over an edit. */
const WIDEST_EDIT = 3;

/** What a stretch must have. Matched counts tokens; density is matched / tokens of the longer side. */
export interface Acceptance {
  /** Accepted outright with an exact run this long. */
  readonly run: number;
  /** Or with this many matched tokens at this density. */
  readonly matched: number;
  readonly density: number;
}

/** Rows of FIELDS numbers: start and end on the first side, start and end on the second, matched tokens. */
export const FIELDS = 5;

export class Aligner {
  private head = new Int32Array(0);
  private counts = new Uint8Array(0);
  private next = new Int32Array(0);
  private mask = 0;
  private diagonals = new Int32Array(0);
  private readonly runX = new Uint32List();
  private readonly runY = new Uint32List();
  private readonly runLength = new Uint32List();
  private score = new Float64Array(0);
  private link = new Int32Array(0);
  private from = 0;
  private to = 0;
  private yFrom = 0;
  private yTo = 0;
  private muted = false;

  /** `quiet[token]` is 1 in lines that an outlet repeats; two quiet tokens never match. */
  constructor(
    private readonly tokens: Uint32Array,
    private readonly quiet: Uint8Array | null,
    private readonly acceptance: Acceptance,
  ) {}

  /** Sets the first side: tokens `from` … `to`. */
  load(from: number, to: number): void {
    this.from = from;
    this.to = to;
    const { tokens } = this;
    const grams = Math.max(0, to - from - SHORTEST_RUN + 1);
    let size = 256;
    while (size < grams * 2) size *= 2;
    if (this.head.length < size) {
      this.head = new Int32Array(size);
      this.counts = new Uint8Array(size);
    }
    if (this.next.length < grams) this.next = new Int32Array(Math.max(grams, this.next.length * 2));
    this.mask = size - 1;
    this.head.fill(-1, 0, size);
    this.counts.fill(0, 0, size);
    for (let x = grams - 1; x >= 0; x--) {
      const slot = gram(tokens, from + x) & this.mask;
      if (this.counts[slot]! > MOST_OCCURRENCES) continue;
      if (++this.counts[slot]! > MOST_OCCURRENCES) {
        this.head[slot] = -1;
        continue;
      }
      this.next[x] = this.head[slot]!;
      this.head[slot] = x;
    }
  }

  /** Appends the stretches that the first side shares with tokens `from` … `to` to `rows`, best first. */
  align(from: number, to: number, muted: boolean, rows: Uint32List): void {
    this.yFrom = from;
    this.yTo = to;
    this.muted = muted && this.quiet !== null;
    this.findRuns();
    if (this.runX.length > 0) this.chain(rows);
  }

  private same(x: number, y: number): boolean {
    return this.tokens[x] === this.tokens[y] && !(this.muted && this.quiet![x] === 1 && this.quiet![y] === 1);
  }

  /** Runs are in absolute token indices. */
  private findRuns(): void {
    const { tokens, head, next, mask, from, to, yFrom, yTo } = this;
    this.runX.length = this.runY.length = this.runLength.length = 0;
    const width = to - from + (yTo - yFrom);
    if (this.diagonals.length < width)
      this.diagonals = new Int32Array(Math.max(width, this.diagonals.length * 2));
    this.diagonals.fill(0, 0, width);
    // Common beginnings and ends first: whole copies of repetitive text have no rare 3-gram to start from.
    this.addRun(from, yFrom);
    for (let y = yFrom; y + SHORTEST_RUN <= yTo; y++) {
      for (let g = head[gram(tokens, y) & mask]!; g >= 0; g = next[g]!) this.addRun(from + g, y);
    }
    if (to > from && yTo > yFrom) this.addRun(to - 1, yTo - 1);
  }

  /** Adds the maximal run around a place on both sides, unless it is known or too short. */
  private addRun(x: number, y: number): void {
    const { from, to, yFrom, yTo, diagonals } = this;
    const diagonal = x - y + yTo - from;
    if (diagonals[diagonal]! > y) return;
    let end = 0;
    while (x + end < to && y + end < yTo && this.same(x + end, y + end)) end++;
    if (end === 0) return;
    let back = 0;
    while (x - back > from && y - back > yFrom && this.same(x - back - 1, y - back - 1)) back++;
    if (back + end < SHORTEST_RUN) return;
    diagonals[diagonal] = y + end;
    this.runX.push(x - back);
    this.runY.push(y - back);
    this.runLength.push(back + end);
  }

  private chain(rows: Uint32List): void {
    const { runX, runY, runLength } = this;
    const runs = runX.length;
    if (this.score.length < runs) {
      this.score = new Float64Array(runs * 2);
      this.link = new Int32Array(runs * 2);
    }
    const { score, link } = this;
    const ends: number[] = [];
    for (let r = 0; r < runs; r++) {
      const length = runLength.values[r]!;
      let best = length;
      let from = -1;
      for (let p = r - 1; p >= 0 && p >= r - LOOK_BACK; p--) {
        const gapX = runX.values[r]! - runX.values[p]! - runLength.values[p]!;
        const gapY = runY.values[r]! - runY.values[p]! - runLength.values[p]!;
        // Where two runs overlap (a repeated word at an edit), the later one is cut.
        const overlap = Math.max(0, -gapX, -gapY);
        const gap = Math.max(gapX, gapY) + overlap;
        if (overlap >= length || gap > WIDEST_GAP) continue;
        if (runX.values[p]! >= runX.values[r]! || runY.values[p]! >= runY.values[r]!) continue;
        const through = score[p]! + length - overlap - GAP_COST * gap;
        if (through > best) {
          best = through;
          from = p;
        }
      }
      score[r] = best;
      link[r] = from;
      if (best >= Math.min(this.acceptance.run, this.acceptance.matched) / 2) ends.push(r);
    }
    ends.sort((a, b) => score[b]! - score[a]! || a - b);
    const used = new Uint8Array(runs);
    const members: number[] = [];
    for (const end of ends) {
      if (used[end]) continue;
      members.length = 0;
      for (let r = end; r >= 0 && !used[r]; r = link[r]!) {
        used[r] = 1;
        members.push(r);
      }
      this.accept(members, rows);
    }
  }

  /** `members`: the runs of a chain, last first. */
  private accept(members: readonly number[], rows: Uint32List): void {
    const { runX, runY, runLength } = this;
    const first = members[members.length - 1]!;
    let startX = runX.values[first]!;
    let startY = runY.values[first]!;
    let endX = startX;
    let endY = startY;
    let matched = 0;
    let longest = 0;
    for (let m = members.length - 1; m >= 0; m--) {
      const r = members[m]!;
      const length = runLength.values[r]!;
      longest = Math.max(longest, length);
      const overlap =
        m === members.length - 1 ? 0 : Math.max(0, endX - runX.values[r]!, endY - runY.values[r]!);
      if (m !== members.length - 1) {
        matched += this.common(endX, runX.values[r]! + overlap, endY, runY.values[r]! + overlap);
      }
      matched += length - overlap;
      endX = runX.values[r]! + length;
      endY = runY.values[r]! + length;
    }
    for (;;) {
      const step = this.resync(endX, endY, 1);
      if (step === 0) break;
      endX += step >>> 16;
      endY += (step >>> 8) & 0xff;
      matched += step & 0xff;
    }
    for (;;) {
      const step = this.resync(startX - 1, startY - 1, -1);
      if (step === 0) break;
      startX -= step >>> 16;
      startY -= (step >>> 8) & 0xff;
      matched += step & 0xff;
    }
    const long = Math.max(endX - startX, endY - startY);
    const { acceptance } = this;
    if (longest < acceptance.run && !(matched >= acceptance.matched && matched >= acceptance.density * long))
      return;
    rows.push(startX);
    rows.push(endX);
    rows.push(startY);
    rows.push(endY);
    rows.push(matched);
  }

  /**
   * The nearest two matching tokens beyond an edit, from (x, y) on in a direction, as tokens of x << 16 | of y << 8 |
   * matched; 0 where there are none within WIDEST_EDIT. Of equally near ones the more even.
   */
  private resync(x: number, y: number, direction: 1 | -1): number {
    const { from, to, yFrom, yTo } = this;
    for (let skip = 1; skip <= 2 * WIDEST_EDIT; skip++) {
      for (let uneven = skip & 1; uneven <= skip; uneven += 2) {
        for (let side = 0; side < (uneven === 0 ? 1 : 2); side++) {
          const skipX = (skip + (side === 0 ? uneven : -uneven)) / 2;
          const skipY = skip - skipX;
          if (skipX > WIDEST_EDIT || skipY > WIDEST_EDIT) continue;
          const atX = x + direction * skipX;
          const atY = y + direction * skipY;
          const overX = atX + direction;
          const overY = atY + direction;
          if (Math.min(atX, overX) < from || Math.max(atX, overX) >= to) continue;
          if (Math.min(atY, overY) < yFrom || Math.max(atY, overY) >= yTo) continue;
          if (this.same(atX, atY) && this.same(overX, overY))
            return ((skipX + 2) << 16) | ((skipY + 2) << 8) | 2;
        }
      }
    }
    return 0;
  }

  /** Longest common subsequence of two gaps, at most WIDEST_GAP tokens each. */
  private common(fromX: number, toX: number, fromY: number, toY: number): number {
    if (fromX >= toX || fromY >= toY) return 0;
    const row = this.row.fill(0);
    for (let x = fromX; x < toX; x++) {
      let diagonal = 0;
      for (let y = fromY; y < toY; y++) {
        const above = row[y - fromY + 1]!;
        row[y - fromY + 1] = this.same(x, y) ? diagonal + 1 : Math.max(above, row[y - fromY]!);
        diagonal = above;
      }
    }
    return row[toY - fromY]!;
  }
  private readonly row = new Uint8Array(WIDEST_GAP + 2);
}

function gram(tokens: Uint32Array, at: number): number {
  return mixed(Math.imul(Math.imul(tokens[at]!, 0x01000193) + tokens[at + 1]!, 0x01000193) + tokens[at + 2]!);
}
