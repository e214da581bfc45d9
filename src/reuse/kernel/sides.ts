/** Two token sequences beside each other. */

/** Marks of the tokens in lines that an outlet repeats; two of them never match. Null: there are none. */
export type Quiet = Uint8Array | null;

/** A side's tokens stand in an array of more, from a place on; all other indices count from there. */
export class Sides {
  x: Uint16Array = new Uint16Array(0);
  y: Uint16Array = new Uint16Array(0);
  xFrom = 0;
  yFrom = 0;
  xLength = 0;
  yLength = 0;
  private xQuiet: Quiet = null;
  private yQuiet: Quiet = null;

  /** The first side becomes tokens `from` … `to`. */
  setFirst(tokens: Uint16Array, from: number, to: number): void {
    this.x = tokens;
    this.xFrom = from;
    this.xLength = to - from;
  }

  /** The second side becomes tokens `from` … `to`; the marks of both. */
  setSecond(tokens: Uint16Array, from: number, to: number, xQuiet: Quiet, yQuiet: Quiet): void {
    this.y = tokens;
    this.yFrom = from;
    this.yLength = to - from;
    this.xQuiet = yQuiet === null ? null : xQuiet;
    this.yQuiet = xQuiet === null ? null : yQuiet;
  }

  /** Whether two places match. */
  same(x: number, y: number): boolean {
    return (
      this.x[this.xFrom + x] === this.y[this.yFrom + y] &&
      (this.xQuiet === null || this.xQuiet[x] === 0 || this.yQuiet![y] === 0)
    );
  }

  /** How many places match in a row from these on. */
  matchesFrom(x: number, y: number): number {
    const { x: xs, y: ys, xFrom, yFrom } = this;
    const most = Math.min(this.xLength - x, this.yLength - y);
    let count = 0;
    while (count < most && xs[xFrom + x + count] === ys[yFrom + y + count]) {
      if (this.xQuiet !== null && !this.same(x + count, y + count)) break;
      count++;
    }
    return count;
  }

  /** How many places match in a row before these. */
  matchesBefore(x: number, y: number): number {
    const { x: xs, y: ys, xFrom, yFrom } = this;
    const most = Math.min(x, y);
    let count = 0;
    while (count < most && xs[xFrom + x - count - 1] === ys[yFrom + y - count - 1]) {
      if (this.xQuiet !== null && !this.same(x - count - 1, y - count - 1)) break;
      count++;
    }
    return count;
  }

  /** Whether a token that both have stands once in each. */
  isRare(token: number): boolean {
    return (
      standsOnce(this.x, this.xFrom, this.xLength, token) &&
      standsOnce(this.y, this.yFrom, this.yLength, token)
    );
  }

  /** Whether the second comes first: the shorter, of equally long ones the one whose first differing token is less. */
  get inDisorder(): boolean {
    const { x, y, xFrom, yFrom, xLength, yLength } = this;
    if (xLength !== yLength) return xLength > yLength;
    for (let i = 0; i < xLength; i++) if (x[xFrom + i] !== y[yFrom + i]) return x[xFrom + i]! > y[yFrom + i]!;
    return false;
  }

  swap(): void {
    [this.x, this.y] = [this.y, this.x];
    [this.xFrom, this.yFrom] = [this.yFrom, this.xFrom];
    [this.xLength, this.yLength] = [this.yLength, this.xLength];
    [this.xQuiet, this.yQuiet] = [this.yQuiet, this.xQuiet];
  }
}

function standsOnce(tokens: Uint16Array, from: number, length: number, token: number): boolean {
  let count = 0;
  for (let i = from; i < from + length && count < 2; i++) if (tokens[i] === token) count++;
  return count === 1;
}
