import { expect, test } from 'vitest';
import { ingestBytes } from '../../src/ingest/ingest.js';
import { readRecord } from '../../src/pipeline.js';

const REST = ' It will be unveiled in August by the sculptor and the schools of the town.';
const PAID = (marks: string) =>
  `The town paid ${marks} marks for the statue on the quay, treasurer Kaja Moen told the Courier.`;
const NOTE =
  '\n\nCorrection: An earlier version of this article said that the town paid 40,000 marks for the statue.';
const CREDITS = (marks: string) =>
  `The town paid ${marks} marks for the statue on the quay, the Lisk Courier reported.`;

/** Outlet and text of each account, a day apart; places of those that carry what was taken back, null where nothing was. */
const CASES: readonly [string, readonly (readonly [string, string])[], readonly number[] | null][] = [
  [
    'an account that carries the old figure',
    [
      ['The Lisk Courier', PAID('40,000') + REST],
      ['The Pell Gazette', CREDITS('40,000')],
      ['The Lisk Courier', PAID('14,000') + REST + NOTE],
    ],
    [1],
  ],
  [
    'an account that has the new figure',
    [
      ['The Lisk Courier', PAID('40,000') + REST],
      ['The Lisk Courier', PAID('14,000') + REST + NOTE],
      ['The Pell Gazette', CREDITS('14,000')],
    ],
    [],
  ],
  [
    'an article of its own that was wrong',
    [
      ['The Lisk Courier', PAID('40,000') + REST],
      ['The Pell Gazette', CREDITS('40,000')],
      [
        'The Lisk Courier',
        `${PAID('14,000')}${REST}\n\nCORRECTION\n\nOur article of 1 July said that the town paid 40,000 marks for the statue. This was wrong, and the mistake was ours.`,
      ],
    ],
    [1],
  ],
  [
    'a report of its own that was not',
    [
      ['The Lisk Courier', PAID('40,000') + REST],
      [
        'The Lisk Courier',
        `The gulls have taken to the statue.${REST}\n\nOur article of 1 July said that the town paid 40,000 marks for the statue.`,
      ],
    ],
    null,
  ],
  [
    'a note that sets it right',
    [
      ['The Lisk Courier', PAID('40,000') + REST],
      ['The Pell Gazette', CREDITS('40,000')],
      [
        'The Lisk Courier',
        `${PAID('14,000')}${REST}\n\nCorrection: The statue cost 14,000 marks, not 40,000.`,
      ],
    ],
    [1],
  ],
  [
    'a later version without a word on it',
    [
      ['The Lisk Courier', PAID('40,000') + REST],
      ['The Pell Gazette', CREDITS('40,000')],
      ['The Lisk Courier', PAID('14,000') + REST],
    ],
    [1],
  ],
  [
    'a later account of another outlet that has it otherwise',
    [
      ['The Lisk Courier', PAID('40,000') + REST],
      ['The Pell Gazette', PAID('14,000') + REST],
    ],
    null,
  ],
  [
    'a note that says only what is not so',
    [
      ['The Lisk Courier', PAID('40,000') + REST],
      [
        'The Lisk Courier',
        `${PAID('40,000')}${REST}\n\nEditor’s note: Comments on this article are closed, not for long.`,
      ],
    ],
    null,
  ],
  [
    'nothing taken back',
    [
      ['The Lisk Courier', PAID('40,000') + REST],
      ['The Pell Gazette', CREDITS('40,000')],
    ],
    null,
  ],
];

test.each(CASES)('%s', async (_, accounts, carriers) => {
  const rows = accounts.map(([outlet, text], i) =>
    JSON.stringify({ id: `account ${i}`, outlet, date: `2031-07-0${i + 1}`, text }),
  );
  const { documents } = await ingestBytes('case.jsonl', new TextEncoder().encode(rows.join('\n')));
  const { record } = await readRecord(documents);
  const idOf = (i: number) => record.documents.find(({ ref }) => ref.endsWith(`account ${i}`))!.id;
  expect(record.corrections).toHaveLength(carriers === null ? 0 : 1);
  for (const { doc, anchor, corrects, carriedBy, note } of record.corrections) {
    expect(doc).toBe(idOf(accounts.findIndex(([, text]) => text.includes('14,000'))));
    expect(anchor.exact).toMatch(/An earlier version of this article|^Our article|^Correction|14,000/);
    expect(corrects.map((a) => [a.doc, a.exact])).toEqual([[idOf(0), expect.stringContaining('40,000')]]);
    expect(carriedBy).toEqual(carriers!.map(idOf));
    expect(note).toContain(carriers!.length === 0 ? 'no other account' : 'one account still carries');
  }
});
