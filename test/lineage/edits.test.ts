import { describe, expect, it } from 'vitest';
import { traceLineage } from '../../src/lineage/lineage.js';
import { findPassages } from '../../src/reuse/passages.js';
import { account } from './accounts.js';

/** The notes of what was edited, by pair. */
function notes(...texts: readonly (readonly [id: string, text: string, published: string | null])[]) {
  const accounts = texts.map(([id, text, published]) => account(id, text, { published }));
  const { passages } = findPassages(
    accounts.map(({ document }) => document),
    { thorough: true },
  );
  const { edges } = traceLineage({ accounts, passages });
  return Object.fromEntries(
    edges.map(({ from, to, evidence }) => [
      `${from} ${to}`,
      evidence.filter(({ kind }) => kind === 'edit').map(({ note }) => note),
    ]),
  );
}

const FERRY =
  'The ferry to the outer islands will stop at the end of October because its engine is worn out, the harbor office said on Monday. Some three hundred people live on the islands in winter, and the mail boat takes only twelve of them at a time. A second ship is being looked for in the yards of the south.';
const LAST = ' Nobody at the ministry of transport would say on Tuesday who is to pay for it.';

describe('what one text does with another', () => {
  it.each<[what: string, second: string, dated: boolean, expected: readonly string[]]>([
    ['copies it', FERRY, true, []],
    ['leaves out its end', FERRY, true, ['leaves out 16 words of the other']],
    [
      'adds an end of its own',
      `${FERRY}${LAST} The council meets on Thursday in the old school.`,
      true,
      ['adds 9 words of its own'],
    ],
    [
      'spells it otherwise',
      `${FERRY.replace('harbor', 'harbour').replace('looked for', 'sought')}${LAST}`,
      true,
      ['writes “harbour” for “harbor”, “sought” for “looked for”'],
    ],
    [
      'spells it otherwise, undated',
      `${FERRY.replace('harbor', 'harbour')}${LAST}`,
      false,
      ['has “harbour” where the other has “harbor”'],
    ],
    ['only changes the case of letters', `${FERRY.replace('ferry', 'Ferry')}${LAST}`, true, []],
  ])('%s', (what, second, dated, expected) => {
    const first = what === 'copies it' ? FERRY : FERRY + LAST;
    const found = notes(
      ['a', first, dated ? '2031-10-01' : null],
      ['b', second, dated ? '2031-10-03' : null],
    );
    expect(found).toEqual({ 'a b': expected });
  });

  it('two copies share an edit that the fullest text lacks', () => {
    const edited = FERRY.replace('harbor', 'harbour').replace('three hundred', '300');
    const found = notes(
      ['a', FERRY + LAST, null],
      ['b', `${edited} One letter said so.`, null],
      ['c', `${edited} Two letters were sent to say so.`, null],
    );
    expect(found['b c']).toContain(
      'both write “harbour” where the fullest text has “harbor”, and 1 more such',
    );
  });

  it('long words are in no note', () => {
    const long = 'x'.repeat(5000);
    const found = notes(['a', FERRY.replace('harbor', long), '2031-10-01'], ['b', FERRY, '2031-10-02']);
    for (const note of Object.values(found).flat()) expect(note.length).toBeLessThan(200);
  });
});
