import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SortedTable } from '../../src/extract/places/sorted-table.js';
import { WordTable } from '../../src/text/word-table.js';

const word = fc.string({ minLength: 1, maxLength: 6 }).filter((w) => !/[\t\n]/.test(w));

it('finds in a text what was put in, and nothing else', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, fc.string(), (words, other, before) => {
      const table = new WordTable<number>(64);
      for (const [i, w] of words.entries()) table.set(w, i);
      words.forEach((w, i) => {
        expect(table.get(`${before}${w}`, before.length, before.length + w.length)).toBe(i);
      });
      if (!words.includes(other)) expect(table.get(other, 0, other.length)).toBeUndefined();
    }),
    { seed: 7 },
  );
});

it('is emptied when it is full', () => {
  const table = new WordTable<number>(4);
  for (let i = 0; i < 9; i++) table.set(`w${i}`, i);
  expect(table.get('w8', 0, 2)).toBe(8);
  expect(table.get('w0', 0, 2)).toBeUndefined();
});

it('looks up sorted lines', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, (words, other) => {
      const sorted = [...words].sort((a, b) => (a < b ? -1 : 1));
      const table = new SortedTable(sorted.map((w) => `${w}\tof ${w}\n`).join(''));
      for (const w of words) expect(table.find(w)).toBe(`of ${w}`);
      if (!words.includes(other)) expect(table.find(other)).toBeNull();
    }),
    { seed: 7 },
  );
});
