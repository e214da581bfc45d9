/**
 * Maximal common runs of two token sequences: those around shared seeds, and those that a chain of runs can reach from
 * them, found through a table of the 3-grams of the first.
 */
import { Uint32List } from './grow.js';
import { PLACE } from './postings.js';
import type { Sides } from './sides.js';

/** Tokens of the shortest run that can start or join a chain. */
export const SHORTEST_RUN = 3;
/** 3-grams that stand in one text more often than this start no runs; repetitive text stays linear. */
const MOST_OCCURRENCES = 16;
/** Slots of the table of runs that each pair begins with, a power of two. */
const FEWEST_KNOWN = 64;

/** Seeds that two texts share: places on the first side, and on the second (perhaps with flags). */
export interface SharedSeeds {
  readonly count: number;
  readonly places: Uint32Array;
  readonly otherPlaces: Uint32Array;
}

/** The runs of a pair: where each begins on either side, and its tokens. */
export class Runs {
  readonly x = new Uint32List();
  readonly y = new Uint32List();
  readonly lengths = new Uint32List();

  // The 3-grams of the first side by slot: the first place of each and the next place with the same slot.
  private head = new Int32Array(0);
  private counts = new Uint8Array(0);
  private next = new Int32Array(0);
  private shift = 0;
  private tabled = false;

  // The last run met on each diagonal, on the second side; and a table of where runs begin, by number from 1.
  private diagonalStarts = new Int32Array(0);
  private diagonalEnds = new Int32Array(0);
  private known = new Uint32Array(FEWEST_KNOWN);
  private knownMask = 0;
  /** Added to the ends of this pair; tokens of the second side of the pair before. */
  private base = 0;
  private before = 0;

  /** `reach`: how far beyond a run another may end that a chain joins to it, in tokens. */
  constructor(
    private readonly sides: Sides,
    private readonly reach: number,
  ) {}

  get count(): number {
    return this.lengths.length;
  }

  /** The first side is another. */
  load(): void {
    this.tabled = false;
  }

  private table(): void {
    this.tabled = true;
    const { x: tokens, xFrom: from, xLength: length } = this.sides;
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

  /** The runs around the seeds, and those that a chain can reach from them; without seeds all runs. */
  find(seeds: SharedSeeds | null): void {
    const { xLength, yLength } = this.sides;
    this.x.length = this.y.length = this.lengths.length = 0;
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
    this.forget();
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
    this.sort();
    // Their numbers are others now.
    this.know();
    const { x, y, lengths, reach, count: found } = this;
    let joined = false;
    for (let r = 0; r < found; r++) {
      const startX = x.values[r]!;
      const startY = y.values[r]!;
      if (!joined) this.follow(startX, startY, -1);
      const endX = startX + lengths.values[r]!;
      const endY = startY + lengths.values[r]!;
      const gapX = r + 1 < found ? x.values[r + 1]! - endX : reach;
      const gapY = r + 1 < found ? y.values[r + 1]! - endY : reach;
      joined = gapX < reach && gapY < reach && gapX > -SHORTEST_RUN && gapY > -SHORTEST_RUN;
      if (!joined) this.follow(endX, endY, 1);
      else if (gapX >= SHORTEST_RUN && gapY >= SHORTEST_RUN) this.scan(endY, endY + gapY, endX, endX + gapX);
    }
  }

  /** Adds the runs within reach of a place in one direction, and those within reach of these. */
  private follow(x: number, y: number, direction: 1 | -1): void {
    const { reach } = this;
    let [atX, atY] = [x, y];
    for (let next = this.count; ; next++) {
      if (direction === 1) this.scan(atY, atY + reach, atX, atX + reach);
      else this.scan(atY - reach, atY, atX - reach, atX);
      if (next === this.count) return;
      const length = direction === 1 ? this.lengths.values[next]! : 0;
      [atX, atY] = [this.x.values[next]! + length, this.y.values[next]! + length];
    }
  }

  /** Adds the runs that a 3-gram begins which lies within a window. */
  private scan(fromY: number, toY: number, fromX: number, toX: number): void {
    const { y, yFrom, yLength } = this.sides;
    const last = Math.min(toY, yLength) - SHORTEST_RUN;
    if (last < Math.max(0, fromY)) return;
    if (!this.tabled) this.table();
    const { head, next, shift } = this;
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
    const { sides, diagonalStarts, diagonalEnds, base } = this;
    const diagonal = x - y + sides.yLength;
    if (diagonalEnds[diagonal]! > base + y && diagonalStarts[diagonal]! <= y) return;
    const end = sides.matchesFrom(x, y);
    if (end === 0) return;
    const back = sides.matchesBefore(x, y);
    if (back + end < SHORTEST_RUN) return;
    diagonalStarts[diagonal] = y - back;
    diagonalEnds[diagonal] = base + y + end;
    if (!this.isNew(x - back, y - back)) return;
    this.x.push(x - back);
    this.y.push(y - back);
    this.lengths.push(back + end);
  }

  /** Whether no run begins there yet; from now on one does. */
  private isNew(x: number, y: number): boolean {
    if (this.count * 2 > this.knownMask) {
      this.knownMask = this.knownMask * 4 + 3;
      if (this.knownMask >= this.known.length) this.known = new Uint32Array(this.knownMask + 1);
      this.know();
    }
    const slot = this.knownSlot(x, y);
    if (this.known[slot] !== 0) return false;
    this.known[slot] = this.count + 1;
    return true;
  }

  private forget(): void {
    this.knownMask = FEWEST_KNOWN - 1;
    this.known.fill(0, 0, FEWEST_KNOWN);
  }

  /** Enters all runs anew into the table of where runs begin. */
  private know(): void {
    this.known.fill(0, 0, this.knownMask + 1);
    for (let r = 0; r < this.count; r++)
      this.known[this.knownSlot(this.x.values[r]!, this.y.values[r]!)] = r + 1;
  }

  private knownSlot(x: number, y: number): number {
    const mask = this.knownMask;
    let slot = (Math.imul(x, 0x9e3779b1) + y) & mask;
    for (let r = this.known[slot]!; r !== 0; r = this.known[slot]!) {
      if (this.x.values[r - 1] === x && this.y.values[r - 1] === y) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** By place on the second side, then on the first. */
  sort(): void {
    const x = this.x.values;
    const y = this.y.values;
    const length = this.lengths.values;
    const runs = this.count;
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
    for (const list of [this.x, this.y, this.lengths]) {
      const sorted = new Uint32Array(list.values.length);
      for (let r = 0; r < runs; r++) sorted[r] = list.values[order[r]!]!;
      list.values = sorted;
    }
  }

  /** Turns the sides of the runs round, as Sides.swap those of the tokens. */
  swap(): void {
    const { values } = this.x;
    this.x.values = this.y.values;
    this.y.values = values;
  }
}

function slotOf(a: number, b: number, c: number, shift: number): number {
  return (Math.imul((a << 16) | b, 0x9e3779b1) + Math.imul(c, 0x85ebca6b)) >>> shift;
}
