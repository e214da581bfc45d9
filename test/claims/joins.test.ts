import { expect, test } from 'vitest';
import { ingestBytes } from '../../src/ingest/ingest.js';
import type { Record } from '../../src/model/record.js';
import { readRecord } from '../../src/pipeline.js';

async function read(accounts: readonly (readonly [outlet: string, text: string])[]): Promise<Record> {
  const rows = accounts.map(([outlet, text], i) =>
    JSON.stringify({ id: `${i}`, outlet, date: `2031-05-0${i + 1}`, text }),
  );
  const { documents } = await ingestBytes('case.jsonl', new TextEncoder().encode(rows.join('\n')));
  return (await readRecord(documents, { settings: { tier: 'fast' } })).record;
}

const BACKGROUND =
  ' The Harbour Board runs four ferries between Pellmouth and Skarvick. Ana Ruiz is the mayor of Pellmouth.';

test('a phrase in quotation marks that moves to another source, in a paper that credits the first, is one claim', async () => {
  const record = await read([
    [
      'Courier',
      `The orders are simple, and the point is to “flood the harbours” with officers, one board official told the Courier.${BACKGROUND}`,
    ],
    [
      'Gazette',
      `A circular obtained by the Courier calls on inspectors to “flood the harbours” with officers next week. The circular has been kept from the mayor.${BACKGROUND}`,
    ],
  ]);
  const claim = record.claims.find(({ statements }) =>
    statements.some(({ anchor }) => anchor.exact.includes('flood the harbours')),
  )!;
  expect(new Set(claim.statements.map(({ anchor }) => anchor.doc)).size).toBe(2);
  expect(claim.origins).toMatchObject({ min: 1, max: 1 });
});

test.each([
  ['another town', 'in Boston', 'in Denver'],
  ['another day', 'on 2 June 2031', 'on 9 June 2031'],
  ['planned and done', 'will inspect', 'inspected'],
  ['another town beside one that both name', 'the old ferry', 'the Chicago ferry', 'the Denver ferry'],
])('what differs in a slot is two claims or a conflict: %s', async (_, words, others, first = words) => {
  const sentence =
    'The Harbour Board will inspect the old ferry of Captain Moll in Boston on 2 June 2031, its director said.';
  const record = await read([
    ['Courier', sentence.replace(words, first) + BACKGROUND],
    ['Gazette', `Nobody had expected it in the town. ${sentence.replace(words, others)} She gave no reason.`],
  ]);
  const joined = record.claims.find(
    ({ statements }) =>
      new Set(statements.flatMap(({ anchor }) => (anchor.exact.includes('Captain Moll') ? [anchor.doc] : [])))
        .size === 2,
  );
  expect(joined === undefined || joined.conflicts.length + joined.drift.length > 0).toBe(true);
});

test.each([
  [
    '“not only” adds',
    'The Harbour Board closed not only the northern gate in May but the chapel gate.',
    true,
  ],
  [
    'a “not” elsewhere',
    'It was not a hard choice, but the Harbour Board closed the northern gate in May.',
    true,
  ],
  ['a “not” of its own', 'In May the northern gate was not closed by the Harbour Board.', false],
])('what negates another part keeps nothing apart: %s', async (_, sentence, together) => {
  const record = await read([
    ['Courier', `The Harbour Board closed the northern gate in May.${BACKGROUND}`],
    ['Gazette', `Rain fell all day. ${sentence} Nobody was hurt.`],
  ]);
  const joined = record.claims.some(
    ({ statements }) =>
      new Set(
        statements.flatMap(({ anchor, stance }) =>
          stance === 'asserts' && anchor.exact.includes('northern gate') ? [anchor.doc] : [],
        ),
      ).size === 2,
  );
  expect(joined).toBe(together);
});

const SIGNED =
  '“We offered the board an opportunity to balance its one-sided invitation with a private meeting”';

test('words that two people signed are one claim', async () => {
  const record = await read([
    ['Courier', `${SIGNED}, said Ana Ruiz, the mayor of Pellmouth.${BACKGROUND}`],
    ['Gazette', `Rain fell all day. ${SIGNED}, said Tom Brandt, the mayor of Skarvick. Nobody was hurt.`],
  ]);
  const claim = record.claims.find(({ statements }) =>
    statements.some(({ anchor }) => anchor.exact.includes('one-sided')),
  )!;
  expect(new Set(claim.statements.map(({ anchor }) => anchor.doc)).size).toBe(2);
});

test('what is left of a number is not what was taken', async () => {
  const record = await read([
    ['Courier', `Four of the ferries have been ordered from the Pellmouth yard.${BACKGROUND}`],
    [
      'Gazette',
      'Rain fell all day. The other five ferries were ordered at the Pellmouth yard in spring. Nobody was hurt.',
    ],
  ]);
  const claim = record.claims.find(({ statements }) =>
    statements.some(({ anchor }) => anchor.exact.startsWith('Four of the ferries')),
  )!;
  expect(new Set(claim.statements.map(({ anchor }) => anchor.doc)).size).toBe(1);
});
