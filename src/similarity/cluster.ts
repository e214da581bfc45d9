/** Average-link clustering of a sparse graph: what is not linked counts as probability nought. */

export interface Link {
  readonly a: number;
  readonly b: number;
  /** Probability that the two belong together, 0 to 1. */
  readonly p: number;
}

interface Candidate {
  readonly a: number;
  readonly b: number;
  /** Weighed mean of the links between them. */
  readonly mean: number;
}

/**
 * Joins items 0 … size−1 as long as two groups are left whose links have a mean probability (over all pairs between
 * them) of at least `threshold`, likeliest first. Groups in ascending order of their first item, items ascending.
 * `mayJoin` may refuse two groups; it is asked once they are next to be joined. `weigh` is a factor by which the mean of
 * groups of so many items counts, where their sizes say how much it tells.
 */
export function averageLink(
  size: number,
  links: readonly Link[],
  threshold: number,
  mayJoin: (a: readonly number[], b: readonly number[]) => boolean = () => true,
  weigh: (sizeA: number, sizeB: number) => number = () => 1,
): number[][] {
  // Groups go by their lowest item; sums[a].get(b) is the sum of probabilities between groups a and b.
  const groups: (number[] | null)[] = Array.from({ length: size }, (_, item) => [item]);
  const sums = Array.from({ length: size }, () => new Map<number, number>());
  for (const { a, b, p } of links) {
    if (a === b) continue;
    sums[a]!.set(b, p);
    sums[b]!.set(a, p);
  }
  const queue = new Queue();
  const meanOf = (x: number, y: number) => {
    const [m, n] = [groups[x]!.length, groups[y]!.length];
    return (sums[x]!.get(y)! / (m * n)) * weigh(m, n);
  };
  const offer = (x: number, y: number) => {
    const mean = meanOf(x, y);
    if (mean >= threshold) queue.push({ a: Math.min(x, y), b: Math.max(x, y), mean });
  };
  sums.forEach((neighbours, a) => {
    for (const b of neighbours.keys()) if (a < b) offer(a, b);
  });

  for (let next = queue.pop(); next !== null; next = queue.pop()) {
    const { a, b, mean } = next;
    const left = groups[a];
    const right = groups[b];
    if (left == null || right == null) continue;
    // An entry of before one of the two grew is out of date; the grown group has offered itself again.
    if (meanOf(a, b) !== mean) continue;
    if (!mayJoin(left, right)) {
      sums[a]!.delete(b);
      sums[b]!.delete(a);
      continue;
    }
    groups[a] = [...left, ...right].sort((x, y) => x - y);
    groups[b] = null;
    sums[a]!.delete(b);
    sums[b]!.delete(a);
    for (const [other, sum] of sums[b]!) {
      const joined = sum + (sums[a]!.get(other) ?? 0);
      sums[a]!.set(other, joined);
      sums[other]!.set(a, joined);
      sums[other]!.delete(b);
    }
    sums[b]!.clear();
    for (const other of sums[a]!.keys()) offer(a, other);
  }
  return groups.filter((group) => group !== null);
}

/** Binary heap, greatest mean first, then lowest items. */
class Queue {
  private readonly heap: Candidate[] = [];

  push(candidate: Candidate): void {
    const { heap } = this;
    let at = heap.length;
    heap.push(candidate);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!before(candidate, heap[parent]!)) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = candidate;
  }

  pop(): Candidate | null {
    const { heap } = this;
    const top = heap[0];
    if (top === undefined) return null;
    const last = heap.pop()!;
    if (heap.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child += 1;
      if (!before(heap[child]!, last)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return top;
  }
}

function before(x: Candidate, y: Candidate): boolean {
  return x.mean !== y.mean ? x.mean > y.mean : x.a !== y.a ? x.a < y.a : x.b < y.b;
}
