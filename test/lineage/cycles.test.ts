import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditCycles } from '../../src/lineage/cycles.js';
import type { Edge } from '../../src/model/record.js';

const docs = ['a', 'b', 'c', 'd', 'e', 'f'];
/** "a>b" is known, "a?b" undetermined, of a credit or, with "=", of shared text. */
const edge = (words: string): Edge => ({
  from: words[0]!,
  to: words.at(-1)!,
  relation: words.includes('=') ? 'reprint' : 'credit',
  direction: words.includes('?') ? 'undetermined' : 'known',
  share: 0,
  evidence: [],
});

test.each([
  ['a chain', ['a>b', 'b>c', 'a>c'], []],
  ['two that credit one another', ['a?b'], [['a', 'b']]],
  ['two that share text, nobody knows who took it', ['a=?b'], []],
  ['a ring, and one that hangs on it', ['a>b', 'b>c', 'c>a', 'c>d'], [['a', 'b', 'c']]],
  [
    'two rings',
    ['f>a', 'a>f', 'b>c', 'c>b', 'a>b'],
    [
      ['a', 'f'],
      ['b', 'c'],
    ],
  ],
  ['a credit to itself', ['a>a'], []],
  ['a source that is no account', ['s>a', 'a>b'], []],
] as const)('%s', (_, edges, circles) => {
  expect(creditCycles(docs, edges.map(edge))).toEqual(circles);
});

test('two documents are in one circle just where each leads to the other', () => {
  const pair = fc
    .tuple(fc.constantFrom(...docs), fc.constantFrom(...docs))
    .map(([x, y]) => edge(`${x}>${y}`));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 12 }), (edges) => {
      const reach = (from: string): Set<string> => {
        const found = new Set<string>([from]);
        for (let size = 0; size !== found.size; ) {
          size = found.size;
          for (const e of edges) if (found.has(e.from)) found.add(e.to);
        }
        return found;
      };
      const circleOf = new Map(creditCycles(docs, edges).flatMap((c) => c.map((doc) => [doc, c] as const)));
      for (const x of docs)
        for (const y of docs)
          if (x !== y) expect(circleOf.get(x)?.includes(y) ?? false).toBe(reach(x).has(y) && reach(y).has(x));
      expect(creditCycles(docs, [...edges].reverse())).toEqual(creditCycles(docs, edges));
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('a circle of any size ends', () => {
  const many = Array.from({ length: 20_000 }, (_, i) => `d${i}`);
  const ring = many.map((from, i): Edge => ({ ...edge('a>b'), from, to: many[(i + 1) % many.length]! }));
  expect(creditCycles(many, ring)[0]).toHaveLength(many.length);
});
