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

test('a rate is not a sum of another amount', async () => {
  const record = await read([
    ['Harbour Board', 'The bridge was closed today. Repairs are expected to cost 3 million marks.'],
    [
      'Courier',
      'The bridge will stay closed until 31 August, said Ana Ruiz.\n\nThe closure costs shops in Pellmouth 200,000 marks a week, Odo Brandt, a baker, said.',
    ],
    [
      'Gazette',
      'The bridge will stay closed until 31 August, said Ana Ruiz.\n\nRepairs will cost 3 million marks, the Harbour Board said on Thursday.',
    ],
    [
      'Argus',
      'The bridge was closed on Tuesday, Mayor Ana Ruiz told the Argus. Repairs will cost 5 million marks, she added.',
    ],
  ]);
  const sums = record.claims.filter(({ statements }) =>
    statements.some(({ anchor }) => /marks/.test(anchor.exact)),
  );
  for (const { statements } of sums) {
    const said = statements.map(({ anchor }) => anchor.exact).join(' ');
    expect(/a week/.test(said) && /Repairs/.test(said), said).toBe(false);
  }
  // Who says five millions is no source of three.
  for (const { title } of sums) expect(/3 million/.test(title) && /Ruiz/.test(title), title).toBe(false);
});

test('a release has nothing from a paper that copied a copy of it, though nothing dates a further account', async () => {
  const rows = [
    [
      'Press Office',
      '2031-03-03T16:00:00+00:00',
      'Press release, Tollmar Roads Authority\n\nThe Wexcombe Road Bridge was closed today after a routine inspection. Inspectors found a crack at least 40 centimetres long in the main girder.\n\n“We could not in good conscience leave it open,” said Perrin Oakhollow, chief engineer of the authority.\n\nAbout 12,000 vehicles cross the bridge each day. Repairs are expected to cost 3 million marks.',
    ],
    [
      'Tollmar Gazette',
      '2031-03-04T09:15:00Z',
      'Home News\n\nBridge at Wexcombe closed after crack found\n\nBy Ilsa Brandreth\n\n4 March 2031\n\nWEXCOMBE — The Wexcombe Road Bridge was closed on Monday after inspectors found a crack at least 40 centimetres long in its main girder, the Tollmar Roads Authority said.\n\nAbout 12,000 vehicles cross the bridge each day, according to the authority.\n\n“We could not in good conscience leave it open,” said Perrin Oakhollow, chief engineer of the Tollmar Roads Authority.\n\nAn internal report seen by the Gazette warned of rust in the girder in 2029. The report was reportedly sent to the council in October 2029.\n\nMayor Dessa Quillfeather said the council never received the report.\n\nThe bridge may stay closed until June, two officials at the authority said.\n\n© 2031 Tollmar Gazette',
    ],
    [
      'The Marrow Post',
      '2031-03-05',
      'The Marrow Post\n5 March 2031\nBy Tom Vessick\n\nWexcombe bridge shut as 60cm crack is found\n\nThe Wexcombe Road Bridge was closed on Monday after inspectors found a crack 60 centimetres long in its main girder, the Tollmar Roads Authority said.\n\nAbout 12,000 vehicles cross the bridge each day, according to the authority.\n\nAn internal report seen by the Tollmar Gazette warned of rust in the girder in 2029. The report was sent to the council in October 2029.\n\nThe bridge will stay closed until June, the Gazette reported.',
    ],
    [
      null,
      '2031-03-13',
      'Radio Siltmouth\n13 March 2031\n\nBridge in Wexcombe to stay shut until end of August\n\nThe Wexcombe Road Bridge will stay closed until 31 August, said Perrin Oakhollow, chief engineer of the Tollmar Roads Authority.\n\nThe closure costs shops in Wexcombe 200,000 marks a week, Anselm Tuckwell, a baker, said.',
    ],
    [
      null,
      '2031-03-20',
      'Harrow Bell\n20 March 2031\nBy Orla Finch\n\nTraffic on the closed bridge\n\nAbout 12,000 vehicles crossed the Wexcombe Road Bridge each day, said Lise Corran, a traffic researcher.\n\nThe Wexcombe Road Bridge will stay closed until 31 August, said Perrin Oakhollow, chief engineer of the Tollmar Roads Authority.\n\nRepairs will cost 3 million marks, the Tollmar Roads Authority said on Thursday.',
    ],
    [
      null,
      null,
      "Notes of a call with a council clerk, 10 March 2031\n\nThe clerk, who asked not to be named, said the council received the rust report in October 2029. She said the report was filed by the mayor's office and nobody read it. The bridge will stay closed until 31 August, she said.",
    ],
  ].map(([outlet, date, text], i) => JSON.stringify({ id: `${i}`, outlet, date, text }));
  const { documents } = await ingestBytes('case.jsonl', new TextEncoder().encode(rows.join('\n')));
  const { record } = await readRecord(documents, { settings: { tier: 'fast' } });
  const release = record.documents.find(({ outlet }) => outlet === 'Press Office')!;
  const others = new Set(record.documents.map(({ id }) => id).filter((id) => id !== release.id));
  for (const { statements } of record.claims)
    for (const { anchor, paths } of statements)
      if (anchor.doc === release.id)
        expect(
          paths.flat().filter((id) => others.has(id)),
          anchor.exact,
        ).toEqual([]);
});
