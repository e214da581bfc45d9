/**
 * Local alignment of two token sequences: maximal common runs (runs.ts), chained, and their ends extended (extension.ts):
 * seed – chain – extend. Finds several stretches a pair, in any order.
 */
import { isEdited, resync } from './extension.js';
import type { Uint32List } from './grow.js';
import { Runs, SHORTEST_RUN, type SharedSeeds } from './runs.js';
import { Sides, type TokenText } from './sides.js';
import { mayMatch } from './vicinity.js';

/** Most tokens between two runs of a chain, on either side. */
const WIDEST_GAP = 16;
/** Runs that a run looks back on for its predecessor. */
const LOOK_BACK = 24;
/** What a token between two runs costs, in matched tokens: below it a chance 3-gram far off would join. */
const GAP_COST = 0.3;
/**
 * At this density it takes no more matched tokens than an exact run has: twelve words with two changed. On bench/corpus.ts
 * it finds four in a hundred more of the shortest blocks; a token less lets in titles of office by the hundred on `throughput`.
 */
const CLOSE = 0.8;

/**
 * What a stretch must have. Matched counts tokens; density is matched / tokens of the longer side. With a density of
 * CLOSE too, as many matched tokens as `run` are enough.
 */
export interface Acceptance {
  /** An exact run this long is accepted outright, by itself where the stretch it stands in is not. */
  readonly run: number;
  /** A stretch with this many matched tokens at this density is accepted. */
  readonly matched: number;
  readonly density: number;
}

/** Rows of FIELDS numbers: start and end on the first side, start and end on the second, matched tokens, longest run. */
export const FIELDS = 6;

export class Aligner {
  private readonly sides = new Sides();
  private readonly runs = new Runs(this.sides, WIDEST_GAP + SHORTEST_RUN);
  private score = new Float64Array(0);
  private link = new Int32Array(0);
  private used = new Uint8Array(0);
  private firstRow = 0;
  private readonly ends: number[] = [];
  private readonly members: number[] = [];
  private readonly row = new Uint8Array(WIDEST_GAP + 2);

  /** Matched tokens of the least stretch that is accepted. */
  private readonly least: number;

  constructor(private readonly acceptance: Acceptance) {
    this.least = Math.min(acceptance.run, acceptance.matched);
  }

  /** Sets the first side. */
  load(text: TokenText): void {
    this.sides.setFirst(text);
    this.runs.load();
  }

  /**
   * Appends the stretches that the first side shares with a text to `rows`, best first, in token indices of each side:
   * those around `seeds`, or all. The same whichever side is loaded, but for texts that repeat a 3-gram more than 16 times.
   */
  align(text: TokenText, rows: Uint32List, seeds: SharedSeeds | null = null): void {
    const { sides, runs } = this;
    sides.setSecond(text);
    if (seeds !== null && !mayMatch(sides, seeds, this.least)) return;
    sides.heedQuiet();
    runs.find(seeds);
    if (runs.count === 0) return;
    const swapped = sides.inDisorder;
    if (swapped) this.swap();
    runs.sort();
    const first = rows.length;
    this.firstRow = first;
    this.chain(rows);
    if (!swapped) return;
    this.swap();
    const { values } = rows;
    for (let r = first; r < rows.length; r += FIELDS) {
      for (let k = 0; k < 2; k++) {
        const side = values[r + k]!;
        values[r + k] = values[r + 2 + k]!;
        values[r + 2 + k] = side;
      }
    }
  }

  private swap(): void {
    this.sides.swap();
    this.runs.swap();
  }

  private chain(rows: Uint32List): void {
    const runs = this.runs.count;
    if (this.score.length < runs) {
      this.score = new Float64Array(runs * 2);
      this.link = new Int32Array(runs * 2);
      this.used = new Uint8Array(runs * 2);
    }
    const { score, link, used, ends, members } = this;
    const x = this.runs.x.values;
    const y = this.runs.y.values;
    const lengths = this.runs.lengths.values;
    const least = this.least / 2;
    ends.length = 0;
    for (let r = 0; r < runs; r++) {
      const length = lengths[r]!;
      let best = length;
      let from = -1;
      for (let p = r - 1; p >= 0 && p >= r - LOOK_BACK; p--) {
        const gapX = x[r]! - x[p]! - lengths[p]!;
        const gapY = y[r]! - y[p]! - lengths[p]!;
        // Where two runs overlap (a repeated word at an edit), the later one is cut.
        const overlap = Math.max(0, -gapX, -gapY);
        const gap = Math.max(gapX, gapY) + overlap;
        if (overlap >= length || gap > WIDEST_GAP) continue;
        if (x[p]! >= x[r]! || y[p]! >= y[r]!) continue;
        const through = score[p]! + length - overlap - GAP_COST * gap;
        if (through > best) {
          best = through;
          from = p;
        }
      }
      score[r] = best;
      link[r] = from;
      used[r] = 0;
      if (best >= least) ends.push(r);
    }
    if (ends.length > 1) ends.sort((a, b) => score[b]! - score[a]! || a - b);
    for (const end of ends) {
      if (used[end] === 1) continue;
      members.length = 0;
      for (let r = end; r >= 0 && used[r] === 0; r = link[r]!) {
        used[r] = 1;
        members.push(r);
      }
      this.accept(members, rows);
    }
  }

  /** `members`: the runs of a chain, last first. */
  private accept(members: readonly number[], rows: Uint32List): void {
    const x = this.runs.x.values;
    const y = this.runs.y.values;
    const lengths = this.runs.lengths.values;
    const first = members[members.length - 1]!;
    let startX = x[first]!;
    let startY = y[first]!;
    let endX = startX;
    let endY = startY;
    let matched = 0;
    let longest = 0;
    for (let m = members.length - 1; m >= 0; m--) {
      const r = members[m]!;
      const length = lengths[r]!;
      if (length > longest) longest = length;
      let overlap = 0;
      if (r !== first) {
        overlap = Math.max(0, endX - x[r]!, endY - y[r]!);
        matched += this.common(endX, x[r]! + overlap, endY, y[r]! + overlap);
      }
      matched += length - overlap;
      endX = x[r]! + length;
      endY = y[r]! + length;
    }
    const wasEdited = isEdited(matched, Math.max(endX - startX, endY - startY));
    for (;;) {
      const step = resync(this.sides, endX, endY, 1, wasEdited);
      if (step === 0) break;
      endX += step >>> 16;
      endY += (step >>> 8) & 0xff;
      matched += step & 0xff;
    }
    for (;;) {
      const step = resync(this.sides, startX - 1, startY - 1, -1, wasEdited);
      if (step === 0) break;
      startX -= step >>> 16;
      startY -= (step >>> 8) & 0xff;
      matched += step & 0xff;
    }
    const long = Math.max(endX - startX, endY - startY);
    const { run, matched: enough, density } = this.acceptance;
    const edited =
      matched >= density * long && (matched >= enough || (matched >= run && matched >= CLOSE * long));
    if (!edited) {
      if (longest >= run) this.acceptRuns(members, rows);
      return;
    }
    if (this.joined(rows, startX, endX, startY, endY, matched, longest)) return;
    rows.push(startX);
    rows.push(endX);
    rows.push(startY);
    rows.push(endY);
    rows.push(matched);
    rows.push(longest);
  }

  /** The runs of a chain that are long enough alone. */
  private acceptRuns(members: readonly number[], rows: Uint32List): void {
    for (let m = members.length - 1; m >= 0; m--) {
      const x = this.runs.x.values[members[m]!]!;
      const y = this.runs.y.values[members[m]!]!;
      const length = this.runs.lengths.values[members[m]!]!;
      if (length < this.acceptance.run || this.joined(rows, x, x + length, y, y + length, length, length))
        continue;
      rows.push(x);
      rows.push(x + length);
      rows.push(y);
      rows.push(y + length);
      rows.push(length);
      rows.push(length);
    }
  }

  /**
   * Joins a stretch to a row of this pair that it overlaps on both sides, as where the extended ends of two chains meet:
   * together they are one stretch if dense enough. True where it was joined, or where the row holds it or, but for a run
   * that must be told, most of it.
   */
  private joined(
    rows: Uint32List,
    startX: number,
    endX: number,
    startY: number,
    endY: number,
    matched: number,
    longest: number,
  ): boolean {
    const { values } = rows;
    for (let r = this.firstRow; r < rows.length; r += FIELDS) {
      const sharedX = Math.min(endX, values[r + 1]!) - Math.max(startX, values[r]!);
      const sharedY = Math.min(endY, values[r + 3]!) - Math.max(startY, values[r + 2]!);
      if (sharedX <= 0 || sharedY <= 0) continue;
      const [fromX, toX] = [Math.min(startX, values[r]!), Math.max(endX, values[r + 1]!)];
      const [fromY, toY] = [Math.min(startY, values[r + 2]!), Math.max(endY, values[r + 3]!)];
      const most = Math.max(sharedX, sharedY);
      const together = Math.max(values[r + 4]!, matched, values[r + 4]! + matched - most);
      const grows =
        Math.max(toX - fromX, toY - fromY) >
        Math.max(values[r + 1]! - values[r]!, values[r + 3]! - values[r + 2]!);
      if (grows && together >= this.acceptance.density * Math.max(toX - fromX, toY - fromY)) {
        values[r] = fromX;
        values[r + 1] = toX;
        values[r + 2] = fromY;
        values[r + 3] = toY;
        values[r + 4] = together;
        values[r + 5] = Math.max(values[r + 5]!, longest);
        return true;
      }
      const held = Math.min(sharedX / (endX - startX), sharedY / (endY - startY));
      if (held === 1 || (held > 0.5 && longest < this.acceptance.run)) return true;
    }
    return false;
  }

  /** Longest common subsequence of two gaps, at most WIDEST_GAP tokens each. */
  private common(fromX: number, toX: number, fromY: number, toY: number): number {
    if (fromX >= toX || fromY >= toY) return 0;
    const row = this.row.fill(0);
    for (let x = fromX; x < toX; x++) {
      let diagonal = 0;
      for (let y = fromY; y < toY; y++) {
        const above = row[y - fromY + 1]!;
        row[y - fromY + 1] = this.sides.same(x, y) ? diagonal + 1 : Math.max(above, row[y - fromY]!);
        diagonal = above;
      }
    }
    return row[toY - fromY]!;
  }
}
