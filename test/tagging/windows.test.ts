import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutWindows, type Paged } from '../../src/tagging/windows.js';

/** "2 2 | 3 / 1" : words by their number of pieces, | between blocks, / between frames of one block. */
function paged(text: string): Paged {
  const pieces: { length: number }[] = [];
  const block: number[] = [];
  const frame: number[] = [];
  let b = 0;
  let f = 0;
  for (const part of text.split(' ')) {
    if (part === '|' || part === '/') {
      f++;
      if (part === '|') b++;
    } else {
      pieces.push({ length: Number(part) });
      block.push(b);
      frame.push(f);
    }
  }
  return { pieces, block, frame };
}

const show = (words: Paged, limit: number): string =>
  cutWindows(words, limit)
    .map(({ from, to }) => `${from}-${to}`)
    .join(' ');

describe('windows', () => {
  test.each([
    ['blocks share a window while they fit', '2 2 | 2', 10, '0-3'],
    ['a block that does not fit begins the next', '2 2 | 4', 8, '0-2 2-3'],
    ['a block too long is cut between frames', '3 / 3 / 3', 8, '0-2 2-3'],
    ['a frame too long is cut between words', '3 3 3', 8, '0-2 2-3'],
    ['what is left of a long block shares its window with the next', '3 / 3 / 3 | 1', 8, '0-2 2-4'],
  ])('%s', (_, words, limit, windows) => {
    expect(show(paged(words), limit)).toBe(windows);
  });

  test('every word stands in one window, and no window is longer than the limit', () => {
    const word = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.nat(9));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), fc.integer({ min: 16, max: 64 }), (words, limit) => {
        let b = 0;
        let f = 0;
        const block: number[] = [];
        const frame: number[] = [];
        for (const [, turn] of words) {
          if (turn < 3) f++;
          if (turn === 0) b++;
          block.push(b);
          frame.push(f);
        }
        const pieces = words.map(([length]) => ({ length }));
        let next = 0;
        for (const { from, to } of cutWindows({ pieces, block, frame }, limit)) {
          expect(from).toBe(next);
          expect(to).toBeGreaterThan(from);
          next = to;
          const blocks = new Set(block.slice(from, to)).size;
          const size = pieces.slice(from, to).reduce((sum, { length }) => sum + length, 0);
          expect(1 + size + blocks).toBeLessThanOrEqual(limit);
        }
        expect(next).toBe(words.length);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
