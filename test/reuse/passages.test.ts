import { describe, expect, it } from 'vitest';
import { findPassages } from '../../src/reuse/passages.js';

const document = (id: string, text: string, outlet: string | null = null) => ({ id, text, outlet, blocks: [] });

describe('passages', () => {
  it('finds a run of twelve words, exact on both sides', () => {
    const run = 'the harbour office said it would open three more berths before winter';
    const { passages } = findPassages([
      document('a', `In Port Elm, ${run}; nobody knows why.`),
      document('b', `"${run.toUpperCase()}", as we wrote.`),
    ]);
    expect(passages).toMatchObject([
      { a: { doc: 'a', exact: run }, b: { doc: 'b', exact: run.toUpperCase() }, kind: 'verbatim', similarity: 1 },
    ]);
  });
});
