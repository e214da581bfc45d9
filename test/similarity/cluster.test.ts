import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageLink, type Link } from '../../src/similarity/cluster.js';

/** The same by the book: the likeliest pair of groups over and over, all pairs looked at. */
function reference(
  size: number,
  links: readonly Link[],
  threshold: number,
  weigh: (sizeA: number, sizeB: number) => number = () => 1,
): number[][] {
  const p = (a: number, b: number) =>
    links.find((link) => (link.a === a && link.b === b) || (link.a === b && link.b === a))?.p ?? 0;
  const groups = Array.from({ length: size }, (_, item) => [item]);
  for (;;) {
    let best: { x: number; y: number; mean: number } | null = null;
    for (let x = 0; x < groups.length; x++) {
      for (let y = x + 1; y < groups.length; y++) {
        let sum = 0;
        for (const a of groups[x]!) for (const b of groups[y]!) sum += p(a, b);
        const [m, n] = [groups[x]!.length, groups[y]!.length];
        const mean = (sum / (m * n)) * weigh(m, n);
        if (mean >= threshold && (best === null || mean > best.mean)) best = { x, y, mean };
      }
    }
    if (best === null) return groups;
    groups[best.x] = [...groups[best.x]!, ...groups[best.y]!].sort((a, b) => a - b);
    groups.splice(best.y, 1);
    groups.sort((a, b) => a[0]! - b[0]!);
  }
}

const graph = fc.uniqueArray(
  fc
    .tuple(fc.nat(7), fc.nat(7), fc.integer({ min: 1, max: 64 }))
    .filter(([a, b]) => a < b)
    .map(([a, b, p]) => ({ a, b, p: p / 64 })),
  { selector: ({ a, b }) => `${a} ${b}`, maxLength: 20 },
);

describe('averageLink', () => {
  it('does not chain: a mean below the threshold keeps groups apart', () => {
    const links = [
      { a: 0, b: 1, p: 0.9 },
      { a: 1, b: 2, p: 0.8 },
    ];
    expect(averageLink(3, links, 0.5)).toEqual([[0, 1], [2]]);
  });

  it('asks mayJoin', () => {
    expect(averageLink(2, [{ a: 0, b: 1, p: 0.9 }], 0.5, () => false)).toEqual([[0], [1]]);
  });

  it('agrees with the reference', () => {
    fc.assert(
      fc.property(graph, (links) => {
        expect(averageLink(8, links, 0.4)).toEqual(reference(8, links, 0.4));
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('agrees with the reference where sizes weigh', () => {
    const weigh = (m: number, n: number) => 1 / Math.min(m, n);
    fc.assert(
      fc.property(graph, (links) => {
        expect(averageLink(8, links, 0.2, undefined, weigh)).toEqual(reference(8, links, 0.2, weigh));
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
