import { describe, expect, it } from 'vitest';
import { drawingOf } from '../../../src/export/stemma/drawing.js';
import { viewOf } from '../../../src/export/view.js';
import type { Record } from '../../../src/model/record.js';
import { type Given, recordOf } from './invented.js';
import { sketch } from './sketch.js';

const sketches = (record: Record): readonly string[] => drawingOf(viewOf(record)).map(sketch);
const drawn = (given: Given): string => sketches(recordOf(given)).join('\n\n');

const LEDGER = { id: 'ledger', outlet: 'The Ledger', published: '2031-05-12' };
const GAZETTE = { id: 'gazette', outlet: 'The Gazette', published: '2031-05-13T08:00' };
const HERALD = { id: 'herald', outlet: 'The Herald', published: '2031-05-13' };
const PASTED = { id: 'pasted' };
const MEMO = { id: 'memo', name: 'a memo', seenBy: [] };
const many = <T>(n: number, of: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => of(i));

describe('a drawing', () => {
  it('runs down by time, origins at the left, a lost witness before its earliest heir', () => {
    expect(
      drawn({
        documents: [PASTED, HERALD, GAZETTE, LEDGER],
        sources: [MEMO],
        edges: [
          { from: 'memo', to: 'ledger' },
          { from: 'ledger', to: 'gazette', share: 0 },
          { from: 'ledger', to: 'herald', relation: 'reprint', share: 0.98 },
          { from: 'herald', to: 'pasted', relation: 'rewrite', direction: 'undetermined', share: 0.4 },
        ],
      }),
    ).toBe(
      `
4 accounts; 3 go back to a memo
 1             ○ A memo | not read, behind 3 accounts
 2 12 May 2031 ● The Ledger | credits a memo, behind 2 accounts
 3 13 May 2031   ● The Herald | reprint of The Ledger, 98 %, 1 more tie
 4                 ● The Gazette | credits The Ledger
 5 undated       ● pasted.txt | 40 % in common with The Herald
1 → 2 credit, 2 → 3 reprint, 2 → 4 credit, 3 -- 5 rewrite`.trim(),
    );
  });

  it('sets what others have it from first, where the day alone would not', () => {
    expect(
      drawn({
        documents: [HERALD, GAZETTE, PASTED, { id: 'a-copy' }],
        sources: [MEMO],
        edges: [
          { from: 'memo', to: 'gazette' },
          { from: 'gazette', to: 'herald', relation: 'reprint', share: 1 },
          { from: 'pasted', to: 'a-copy', relation: 'follow-up', share: 0.2 },
        ],
      }),
    ).toBe(
      `
4 accounts; 2 go back to a memo
 1             ○ A memo | not read, behind 2 accounts
 2 13 May 2031 ● The Gazette | credits a memo
 3             ● The Herald | reprint of The Gazette, 100 %
 4 undated     ● pasted.txt | behind 1 account
 5             ● a-copy.txt | follow-up to pasted.txt
1 → 2 credit, 2 → 3 reprint, 4 → 5 follow-up`.trim(),
    );
  });

  it('leaves out what a copy has from its original, and says so', () => {
    expect(
      drawn({
        documents: [LEDGER, GAZETTE, HERALD],
        sources: [{ id: 'outlet', kind: 'outlet', name: 'The Gazette' }],
        reports: [{ doc: 'gazette', of: 'outlet' }],
        edges: [
          { from: 'ledger', to: 'gazette', share: 0 },
          { from: 'gazette', to: 'herald', relation: 'reprint', share: 1 },
          { from: 'ledger', to: 'herald', share: 0 },
          { from: 'outlet', to: 'herald', relation: 'reprint' },
        ],
      }),
    ).toBe(
      `
3 accounts; 2 go back to The Ledger
 1 12 May 2031 ● The Ledger | behind 2 accounts
 2 13 May 2031 ● The Gazette | credits The Ledger
 3             ● The Herald | reprint of The Gazette, 100 %
1 → 2 credit, 2 → 3 reprint
Not drawn: 2 ties that a copy has from the text it takes over.`.trim(),
    );
  });

  it('draws a source that a document of the corpus is as that document', () => {
    const text = drawn({
      documents: [LEDGER, GAZETTE],
      sources: [{ id: 'letter', name: 'the letter', documents: ['ledger'] }],
      edges: [{ from: 'letter', to: 'gazette' }],
    });
    expect(text).toContain('● The Gazette | credits The Ledger');
    expect(text).not.toContain('letter');
  });

  it('counts accounts without a tie and sources that nothing is drawn of', () => {
    expect(
      drawn({
        documents: [
          LEDGER,
          ...many(6, (i) => ({ id: `lone${i}`, outlet: `Paper ${i}`, published: `2031-05-0${i + 1}` })),
          GAZETTE,
        ],
        sources: [MEMO, { id: 'act', name: 'the act' }],
        edges: [{ from: 'ledger', to: 'gazette' }],
      }),
    ).toBe(
      `
8 accounts
 1 12 May 2031 ● The Ledger | behind 1 account
 2 13 May 2031 ● The Gazette | credits The Ledger
 3             [6] accounts without a tie | 1–6 May 2031: Paper 0, Paper 1, Paper 2, Paper 3, Paper 4,…
 4             (2) further sources named, not read | a memo, the act
1 → 2 credit`.trim(),
    );
  });
});

describe('folding', () => {
  const copies = (n: number, prefix: string, day: number) =>
    many(n, (i) => ({
      id: `${prefix}${i}`,
      outlet: `${prefix} ${i}`,
      published: `2031-05-${String(day + (i % 7)).padStart(2, '0')}`,
    }));

  it('leaves forty rows as they are', () => {
    const record = recordOf({
      documents: [LEDGER, ...copies(39, 'Paper', 12)],
      edges: many(39, (i) => ({ from: 'ledger', to: `Paper${i}`, relation: 'reprint' as const, share: 1 })),
      families: [
        {
          id: 'f',
          origin: 'ledger',
          members: [
            { doc: 'ledger', role: 'origin' },
            ...many(39, (i) => ({ doc: `Paper${i}`, role: 'copy' as const })),
          ],
        },
      ],
    });
    expect(drawingOf(viewOf(record))[0]!.rows).toHaveLength(40);
  });

  it('folds the copies of a family behind their origin', () => {
    expect(
      drawn({
        documents: [LEDGER, ...copies(45, 'Paper', 13), GAZETTE],
        edges: [
          ...many(45, (i) => ({ from: 'ledger', to: `Paper${i}`, relation: 'reprint' as const, share: 1 })),
          { from: 'Paper0', to: 'gazette', share: 0 },
        ],
        families: [
          {
            id: 'f',
            origin: 'ledger',
            members: [
              { doc: 'ledger', role: 'origin' },
              ...many(45, (i) => ({ doc: `Paper${i}`, role: 'copy' as const })),
            ],
          },
        ],
      }),
    ).toBe(
      `
47 accounts; 46 go back to The Ledger
 1 12 May 2031 ● The Ledger | behind 46 accounts
 2 13 May 2031 [45] copies of The Ledger | 13–19 May 2031: Paper 0, Paper 14, Paper 21, Paper 28,…
 3             ● The Gazette | credits Paper 0 and 44 more
1 → 2 reprint, 2 → 3 credit`.trim(),
    );
  });

  it('then folds those that hang on one account alike, and the sources of one account', () => {
    const text = drawn({
      documents: [LEDGER, ...copies(45, 'Paper', 13), GAZETTE],
      sources: many(4, (i) => ({ id: `s${i}`, kind: 'outlet' as const, name: `Wire ${i}` })),
      edges: [
        ...many(45, (i) => ({ from: 'ledger', to: `Paper${i}`, share: 0 })),
        ...many(4, (i) => ({ from: `s${i}`, to: 'gazette' })),
      ],
    });
    expect(text).toContain('[45] accounts that credit The Ledger | 13–19 May 2031: Paper 0,');
    expect(text).toContain('○ Wire 3');
  });

  it('at last folds what stands together in time, and keeps what most rest on', () => {
    const chain = copies(120, 'Paper', 1);
    const record = recordOf({
      documents: chain,
      sources: [MEMO],
      edges: [
        { from: 'memo', to: 'Paper0' },
        ...many(119, (i) => ({ from: `Paper${i}`, to: `Paper${i + 1}`, relation: 'follow-up' as const })),
      ],
    });
    const [panel] = drawingOf(viewOf(record));
    expect(panel!.rows.length).toBeLessThanOrEqual(40);
    expect(sketch(panel!)).toContain('○ A memo | not read, behind 120 accounts');
  });

  it('draws the largest stories, the others as a row each, and the last in one', () => {
    const stories = many(120, (s) => ({
      id: `story${s}`,
      title: `Ferry ${s}`,
      documents: many(s === 7 ? 4 : 2, (i) => `d${s}-${i}`),
    }));
    const [first, ...others] = drawingOf(
      viewOf(
        recordOf({
          documents: stories.flatMap((story) =>
            story.documents.map((id) => ({ id, outlet: `Paper ${id}`, published: '2031-05-12' })),
          ),
          stories,
          edges: stories.flatMap(({ documents }) =>
            documents.slice(1).map((to) => ({ from: documents[0]!, to })),
          ),
        }),
      ),
    );
    expect(first!.title).toBe('Ferry 7');
    const last = others.at(-1)!;
    expect(last.title).toBe('Further stories');
    expect(last.rows).toHaveLength(41);
    expect(last.rows.at(-1)!.words.name).toBe(`in ${120 - 1 - (others.length - 1) - 40} more stories`);
  });
});
