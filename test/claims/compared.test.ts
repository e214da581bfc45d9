import { expect, test } from 'vitest';
import { comparedOf } from '../../src/claims/compared.js';
import type { Candidate } from '../../src/claims/statements.js';

/** Statements of so many accounts, all but the last of each account carried from the first account. */
function statements(accounts: number, each: number): Candidate[] {
  return Array.from({ length: accounts * each }, (_, index) => {
    const [account, place] = [Math.floor(index / each), index % each];
    const own = place === each - 1;
    const words = own
      ? [`account${account}`, 'has', 'one', 'thing', 'more', 'than', 'all', 'others']
      : [`sentence${place}`, 'is', 'in', 'every', 'account', 'of', 'this', 'story'];
    return {
      index,
      words,
      assertion: { kind: 'clause' },
      draft: { doc: `d${account}` },
    } as unknown as Candidate;
  });
}

test('all statements of a small story are compared', () => {
  const all = statements(10, 5);
  expect(comparedOf(all, [[0, 5]])).toEqual({ compared: all, copies: [[0, 5]] });
});

test('of a large story one statement of each group of copies is compared, and the others are its copies', () => {
  const all = statements(1000, 5);
  const { compared, copies } = comparedOf(all, []);
  expect(compared.length).toBe(4 + 1000);
  expect(copies.length).toBe(4 * 999);
  expect(copies.every(([a]) => a < 4)).toBe(true);
});

test('what a passage carries with other words is a copy too', () => {
  const all = statements(1000, 5);
  const { compared } = comparedOf(all, [[4, 9]]);
  expect(compared.map(({ index }) => index)).not.toContain(9);
});
