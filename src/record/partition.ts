/** Disjoint sets of the numbers from 0 (union–find with path halving); the least number of a set stands for it. */
export class Partition {
  private readonly above: Int32Array;

  constructor(size: number) {
    this.above = Int32Array.from({ length: size }, (_, i) => i);
  }

  find(i: number): number {
    const { above } = this;
    let at = i;
    while (above[at] !== at) {
      above[at] = above[above[at]!]!;
      at = above[at]!;
    }
    return at;
  }

  join(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    this.above[Math.max(x, y)] = Math.min(x, y);
  }

  /** Each set ascending, the sets by their least number. */
  parts(): Iterable<number[]> {
    const parts = new Map<number, number[]>();
    for (let i = 0; i < this.above.length; i++) {
      const least = this.find(i);
      const part = parts.get(least);
      if (part === undefined) parts.set(least, [i]);
      else part.push(i);
    }
    return parts.values();
  }
}
