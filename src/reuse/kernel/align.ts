/**
 * Local alignment of two token sequences: maximal common runs found through 3-grams, chained, and their ends extended
 * (seed – chain – extend). Finds several stretches a pair, in any order.
 */
import { Uint32List } from './grow.js';
import { PLACE } from './postings.js';

/** Tokens of the shortest run that can start or join a chain. */
export const SHORTEST_RUN = 3;
/** Most tokens between two runs of a chain, on either side. */
export const WIDEST_GAP = 16;
/** How far beyond a run another may end that a chain joins to it. */
const REACH = WIDEST_GAP + SHORTEST_RUN;
/** Runs that a run looks back on for its predecessor. */
const LOOK_BACK = 24;
/** What a token between two runs costs, in matched tokens: below it a chance 3-gram far off would join. */
const GAP_COST = 0.3;
/** 3-grams that stand in one text more often than this start no runs; repetitive text stays linear. */
const MOST_OCCURRENCES = 16;

// How the end of a chain is extended over edits; chosen on bench/corpus.ts, seed 1 (ends of blocks exact .75 → .81, of
// heavily edited ones .20 → .56, without loss of precision).
/** Most tokens skipped on one side. */
const WIDEST_EDIT = 3;
/** The same, and tokens skipped on both sides beyond which one frequent token is not enough, in edited chains. */
const WIDEST_WHEN_EDITED = 8;
const LONE_SKIP = 2;
/** Tokens skipped on both sides beyond which one rare token is not enough. */
const RARE_SKIP = 3;
const RARE_WHEN_EDITED = 8;
/** A chain is edited if less than this part of its longer side is matched. */
const EDITED = 0.85;
/** At this density it takes no more matched tokens than an exact run has: twelve words with two changed. */
const CLOSE = 0.8;

/** Tokens skipped on either side, the nearest first, of equally near ones the more even. */
const SKIPS = skipsUpTo(WIDEST_EDIT);
const WIDE_SKIPS = skipsUpTo(WIDEST_WHEN_EDITED);

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

/** Seeds that two texts share: places on the first side, and on the second (perhaps with flags). */
export interface SharedSeeds {
  readonly count: number;
  readonly places: Uint32Array;
  readonly otherPlaces: Uint32Array;
}

/** Marks of the tokens in lines that an outlet repeats; two of them never match. Null: there are none. */
export type Quiet = Uint8Array | null;

export class Aligner {
  // The tokens of each side stand in an array of more, from a place on; all other indices count from there.
  private x: Uint16Array = new Uint16Array(0);
  private y: Uint16Array = new Uint16Array(0);
  private xFrom = 0;
  private yFrom = 0;
  private xLength = 0;
  private yLength = 0;
  private xQuiet: Quiet = null;
  private yQuiet: Quiet = null;

  // The 3-grams of the first side by slot: the first place of each and the next place with the same slot.
  private head = new Int32Array(0);
  private counts = new Uint8Array(0);
  private next = new Int32Array(0);
  private shift = 0;

  // The last run met on each diagonal, on the second side; and a table of where runs begin, by number from 1.
  private diagonalStarts = new Int32Array(0);
  private diagonalEnds = new Int32Array(0);
  /** Added to the ends of this pair; tokens of the second side of the pair before. */
  private base = 0;
  private before = 0;
  private known = new Uint32Array(256);
  private readonly runX = new Uint32List();
  private readonly runY = new Uint32List();
  private readonly runLength = new Uint32List();
  private score = new Float64Array(0);
  private link = new Int32Array(0);
  private used = new Uint8Array(0);
  private firstRow = 0;
  private readonly ends: number[] = [];
  private readonly members: number[] = [];
  private readonly row = new Uint8Array(WIDEST_GAP + 2);

  constructor(private readonly acceptance: Acceptance) {}

  /** Sets the first side: tokens `from` … `to`. */
  load(tokens: Uint16Array, from: number, to: number): void {
    const length = to - from;
    this.x = tokens;
    this.xFrom = from;
    this.xLength = length;
    const grams = Math.max(0, length - SHORTEST_RUN + 1);
    let bits = 8;
    while (1 << bits < grams * 2) bits++;
    const size = 1 << bits;
    if (this.head.length < size) {
      this.head = new Int32Array(size);
      this.counts = new Uint8Array(size);
    }
    if (this.next.length < grams) this.next = new Int32Array(Math.max(grams, this.next.length * 2));
    this.shift = 32 - bits;
    const { head, counts, next, shift } = this;
    head.fill(-1, 0, size);
    counts.fill(0, 0, size);
    for (let at = grams - 1; at >= 0; at--) {
      const slot = slotOf(tokens[from + at]!, tokens[from + at + 1]!, tokens[from + at + 2]!, shift);
      if (counts[slot]! > MOST_OCCURRENCES) continue;
      if (++counts[slot]! > MOST_OCCURRENCES) {
        head[slot] = -1;
        continue;
      }
      next[at] = head[slot]!;
      head[slot] = at;
    }
  }

  /**
   * Appends the stretches that the first side shares with tokens `from` … `to` to `rows`, best first, in token indices
   * of each side: those around `seeds`, or all. The same whichever side is loaded, but for texts that repeat a 3-gram
   * more than 16 times.
   */
  align(
    tokens: Uint16Array,
    from: number,
    to: number,
    rows: Uint32List,
    seeds: SharedSeeds | null = null,
    xQuiet: Quiet = null,
    yQuiet: Quiet = null,
  ): void {
    const length = to - from;
    this.y = tokens;
    this.yFrom = from;
    this.yLength = length;
    this.xQuiet = yQuiet === null ? null : xQuiet;
    this.yQuiet = xQuiet === null ? null : yQuiet;
    this.findRuns(seeds);
    if (this.runX.length === 0) return;
    const swapped = this.mustSwap();
    if (swapped) this.swap();
    this.sortRuns();
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

  private same(x: number, y: number): boolean {
    return (
      this.x[this.xFrom + x] === this.y[this.yFrom + y] &&
      (this.xQuiet === null || this.xQuiet[x] === 0 || this.yQuiet![y] === 0)
    );
  }

  /** The runs around the seeds, and those that a chain can reach from them; without seeds all runs. */
  private findRuns(seeds: SharedSeeds | null): void {
    const { xLength, yLength } = this;
    this.runX.length = this.runY.length = this.runLength.length = 0;
    if (xLength === 0 || yLength === 0) return;
    const width = xLength + yLength;
    if (this.diagonalEnds.length < width) {
      this.diagonalStarts = new Int32Array(width * 2);
      this.diagonalEnds = new Int32Array(width * 2);
      this.base = this.before = 0;
    }
    // What the pair before wrote lies below what this one writes, so that nothing need be cleared.
    this.base += this.before;
    this.before = yLength;
    if (this.base + yLength > 0x7fffffff) {
      this.diagonalEnds.fill(0);
      this.base = 0;
    }
    this.known.fill(0);
    // Common beginnings and ends first: whole copies of repetitive text have no rare 3-gram to start from.
    this.addRun(0, 0);
    if (seeds === null) this.scan(0, yLength, 0, xLength);
    else {
      for (let i = 0; i < seeds.count; i++) this.addRun(seeds.places[i]!, seeds.otherPlaces[i]! & PLACE);
    }
    this.addRun(xLength - 1, yLength - 1);
    if (seeds !== null) this.reachOut();
  }

  /** Adds the runs between those found that lie close, and those that a chain can reach from any of them. */
  private reachOut(): void {
    this.sortRuns();
    const { runX, runY, runLength } = this;
    const found = runX.length;
    let joined = false;
    for (let r = 0; r < found; r++) {
      const startX = runX.values[r]!;
      const startY = runY.values[r]!;
      if (!joined) this.reach(startX, startY, -1);
      const endX = startX + runLength.values[r]!;
      const endY = startY + runLength.values[r]!;
      const gapX = r + 1 < found ? runX.values[r + 1]! - endX : REACH;
      const gapY = r + 1 < found ? runY.values[r + 1]! - endY : REACH;
      joined = gapX < REACH && gapY < REACH && gapX > -SHORTEST_RUN && gapY > -SHORTEST_RUN;
      if (!joined) this.reach(endX, endY, 1);
      else if (gapX >= SHORTEST_RUN && gapY >= SHORTEST_RUN) this.scan(endY, endY + gapY, endX, endX + gapX);
    }
  }

  /** Adds the runs within reach of a place in one direction, and those within reach of these. */
  private reach(x: number, y: number, direction: 1 | -1): void {
    let [atX, atY] = [x, y];
    for (let next = this.runX.length; ; next++) {
      if (direction === 1) this.scan(atY, atY + REACH, atX, atX + REACH);
      else this.scan(atY - REACH, atY, atX - REACH, atX);
      if (next === this.runX.length) return;
      const length = direction === 1 ? this.runLength.values[next]! : 0;
      [atX, atY] = [this.runX.values[next]! + length, this.runY.values[next]! + length];
    }
  }

  /** Adds the runs that a 3-gram begins which lies within a window. */
  private scan(fromY: number, toY: number, fromX: number, toX: number): void {
    const { y, yFrom, head, next, shift } = this;
    const last = Math.min(toY, this.yLength) - SHORTEST_RUN;
    const lastX = toX - SHORTEST_RUN;
    for (let at = Math.max(0, fromY); at <= last; at++) {
      for (
        let g = head[slotOf(y[yFrom + at]!, y[yFrom + at + 1]!, y[yFrom + at + 2]!, shift)]!;
        g >= 0;
        g = next[g]!
      ) {
        if (g >= fromX && g <= lastX) this.addRun(g, at);
      }
    }
  }

  /** Adds the maximal run around a place on both sides, unless it is known or too short. */
  private addRun(x: number, y: number): void {
    const { xLength, yLength, diagonalStarts, diagonalEnds, base } = this;
    const diagonal = x - y + yLength;
    if (diagonalEnds[diagonal]! > base + y && diagonalStarts[diagonal]! <= y) return;
    let end = 0;
    while (x + end < xLength && y + end < yLength && this.same(x + end, y + end)) end++;
    if (end === 0) return;
    let back = 0;
    while (x - back > 0 && y - back > 0 && this.same(x - back - 1, y - back - 1)) back++;
    if (back + end < SHORTEST_RUN) return;
    diagonalStarts[diagonal] = y - back;
    diagonalEnds[diagonal] = base + y + end;
    if (!this.isNew(x - back, y - back)) return;
    this.runX.push(x - back);
    this.runY.push(y - back);
    this.runLength.push(back + end);
  }

  /** Whether no run begins there yet; from now on one does. */
  private isNew(x: number, y: number): boolean {
    if (this.runX.length * 2 >= this.known.length) {
      this.known = new Uint32Array(this.known.length * 4);
      for (let r = 0; r < this.runX.length; r++)
        this.known[this.knownSlot(this.runX.values[r]!, this.runY.values[r]!)] = r + 1;
    }
    const slot = this.knownSlot(x, y);
    if (this.known[slot] !== 0) return false;
    this.known[slot] = this.runX.length + 1;
    return true;
  }

  private knownSlot(x: number, y: number): number {
    const mask = this.known.length - 1;
    let slot = (Math.imul(x, 0x9e3779b1) + y) & mask;
    for (let r = this.known[slot]!; r !== 0; r = this.known[slot]!) {
      if (this.runX.values[r - 1] === x && this.runY.values[r - 1] === y) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Whether the second side comes first: the shorter, of equally long ones the one whose first differing token is less. */
  private mustSwap(): boolean {
    const { x, y, xFrom, yFrom, xLength, yLength } = this;
    if (xLength !== yLength) return xLength > yLength;
    for (let i = 0; i < xLength; i++) if (x[xFrom + i] !== y[yFrom + i]) return x[xFrom + i]! > y[yFrom + i]!;
    return false;
  }

  private swap(): void {
    [this.x, this.y] = [this.y, this.x];
    [this.xFrom, this.yFrom] = [this.yFrom, this.xFrom];
    [this.xLength, this.yLength] = [this.yLength, this.xLength];
    [this.xQuiet, this.yQuiet] = [this.yQuiet, this.xQuiet];
    const runX = this.runX.values;
    this.runX.values = this.runY.values;
    this.runY.values = runX;
  }

  /** By place on the second side, then on the first. */
  private sortRuns(): void {
    const x = this.runX.values;
    const y = this.runY.values;
    const length = this.runLength.values;
    const runs = this.runX.length;
    // As a rule they are few or all but sorted; a long list in disorder goes through keys.
    if (runs <= 64) {
      for (let r = 1; r < runs; r++) {
        const [rx, ry, rl] = [x[r]!, y[r]!, length[r]!];
        let at = r;
        while (at > 0 && (y[at - 1]! > ry || (y[at - 1]! === ry && x[at - 1]! > rx))) {
          x[at] = x[at - 1]!;
          y[at] = y[at - 1]!;
          length[at] = length[at - 1]!;
          at--;
        }
        x[at] = rx;
        y[at] = ry;
        length[at] = rl;
      }
      return;
    }
    const order = Array.from({ length: runs }, (_, r) => r).sort((p, q) => y[p]! - y[q]! || x[p]! - x[q]!);
    for (const list of [this.runX, this.runY, this.runLength]) {
      const sorted = new Uint32Array(list.values.length);
      for (let r = 0; r < runs; r++) sorted[r] = list.values[order[r]!]!;
      list.values = sorted;
    }
  }

  private chain(rows: Uint32List): void {
    const runs = this.runX.length;
    if (this.score.length < runs) {
      this.score = new Float64Array(runs * 2);
      this.link = new Int32Array(runs * 2);
      this.used = new Uint8Array(runs * 2);
    }
    const { score, link, used, ends, members } = this;
    const x = this.runX.values;
    const y = this.runY.values;
    const lengths = this.runLength.values;
    const least = Math.min(this.acceptance.run, this.acceptance.matched) / 2;
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
    const x = this.runX.values;
    const y = this.runY.values;
    const lengths = this.runLength.values;
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
    const wasEdited = matched < EDITED * Math.max(endX - startX, endY - startY);
    for (;;) {
      const step = this.resync(endX, endY, 1, wasEdited);
      if (step === 0) break;
      endX += step >>> 16;
      endY += (step >>> 8) & 0xff;
      matched += step & 0xff;
    }
    for (;;) {
      const step = this.resync(startX - 1, startY - 1, -1, wasEdited);
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
      const x = this.runX.values[members[m]!]!;
      const y = this.runY.values[members[m]!]!;
      const length = this.runLength.values[members[m]!]!;
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
        return true;
      }
      const held = Math.min(sharedX / (endX - startX), sharedY / (endY - startY));
      if (held === 1 || (held > 0.5 && longest < this.acceptance.run)) return true;
    }
    return false;
  }

  /**
   * The nearest matching tokens beyond an edit, from (x, y) on in a direction, as tokens of x << 16 | of y << 8 |
   * matched; 0 where there are none within WIDEST_EDIT. Of equally near ones the more even. One token is enough that
   * stands nowhere else in either text, or, `edited`, beyond the slightest edit; else it takes two, since a frequent
   * word stands almost anywhere.
   */
  private resync(x: number, y: number, direction: 1 | -1, edited: boolean): number {
    const { x: xs, y: ys, xFrom, yFrom, xLength, yLength } = this;
    const skips = edited ? WIDE_SKIPS : SKIPS;
    for (let k = 0; k < skips.length; k += 2) {
      const atX = x + direction * skips[k]!;
      const atY = y + direction * skips[k + 1]!;
      if (atX < 0 || atX >= xLength || atY < 0 || atY >= yLength) continue;
      if (xs[xFrom + atX] !== ys[yFrom + atY] || !this.same(atX, atY)) continue;
      const skip = skips[k]! + skips[k + 1]!;
      const overX = atX + direction;
      const overY = atY + direction;
      let matched = 1;
      if (overX >= 0 && overX < xLength && overY >= 0 && overY < yLength && this.same(overX, overY))
        matched = 2;
      else if (
        !(edited && skip <= LONE_SKIP) &&
        !(skip <= (edited ? RARE_WHEN_EDITED : RARE_SKIP) && this.isRare(xs[xFrom + atX]!))
      )
        continue;
      return ((skips[k]! + matched) << 16) | ((skips[k + 1]! + matched) << 8) | matched;
    }
    return 0;
  }

  /** Whether a token that both texts have stands once in each. */
  private isRare(token: number): boolean {
    return (
      standsOnce(this.x, this.xFrom, this.xLength, token) &&
      standsOnce(this.y, this.yFrom, this.yLength, token)
    );
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
}

function slotOf(a: number, b: number, c: number, shift: number): number {
  return (Math.imul((a << 16) | b, 0x9e3779b1) + Math.imul(c, 0x85ebca6b)) >>> shift;
}

function standsOnce(tokens: Uint16Array, from: number, length: number, token: number): boolean {
  let count = 0;
  for (let i = from; i < from + length && count < 2; i++) if (tokens[i] === token) count++;
  return count === 1;
}

function skipsUpTo(widest: number): Uint8Array {
  const skips: number[] = [];
  for (let skip = 1; skip <= 2 * widest; skip++) {
    for (let uneven = skip & 1; uneven <= skip; uneven += 2) {
      for (const side of uneven === 0 ? [0] : [uneven, -uneven]) {
        const skipX = (skip + side) / 2;
        if (Math.max(skipX, skip - skipX) <= widest) skips.push(skipX, skip - skipX);
      }
    }
  }
  return Uint8Array.from(skips);
}
