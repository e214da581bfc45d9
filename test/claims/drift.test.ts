import { expect, test } from 'vitest';
import { ingestBytes } from '../../src/ingest/ingest.js';
import type { Drift, Record } from '../../src/model/record.js';
import { readRecord } from '../../src/pipeline.js';

const BACKGROUND =
  ' The Harbour Board runs four ferries between Pellmouth and Skarvick. Ana Ruiz is the mayor of Pellmouth.';

async function read(accounts: readonly (readonly [outlet: string, text: string])[]): Promise<Record> {
  const rows = accounts.map(([outlet, text], i) =>
    JSON.stringify({ id: `${i}`, outlet, date: `2031-05-0${i + 1}`, text }),
  );
  const { documents } = await ingestBytes('case.jsonl', new TextEncoder().encode(rows.join('\n')));
  return (await readRecord(documents, { settings: { tier: 'fast' } })).record;
}

/** Drift between a sentence of the Courier and one of the Gazette, which credits the Courier. */
async function driftOf(first: string, then: string): Promise<string[]> {
  const record = await read([
    ['Courier', first + BACKGROUND],
    ['Gazette', `${then} Nobody had expected it.`],
  ]);
  return told(record.claims.flatMap(({ drift }) => drift));
}

const told = (drift: readonly Drift[]): string[] =>
  drift.map(({ kind, from, to }) => `${kind}: ${from.exact} → ${to?.exact ?? '–'}`);

test.each([
  [
    'a condition',
    'The lighthouse at Pellmouth may cost the Harbour Board 40 million crowns if steel prices keep climbing.',
    'The lighthouse at Pellmouth may cost the Harbour Board 40 million crowns, the Courier reported.',
    'hedge: if steel prices keep climbing → –',
  ],
  [
    'what was considered',
    'The Harbour Board is considering whether to sell the old lighthouse at Pellmouth.',
    'The Harbour Board will sell the old lighthouse at Pellmouth, the Courier reported.',
    'modality: is considering whether to sell the old lighthouse at Pellmouth → will sell the old lighthouse at Pellmouth',
  ],
  [
    'what was asked',
    'The Harbour Board asked the keepers to leave the old lighthouse at Pellmouth.',
    'The Harbour Board has ordered the keepers to leave the old lighthouse at Pellmouth, the Courier reported.',
    'modality: asked the keepers to leave the old lighthouse at Pellmouth → has ordered the keepers to leave the old lighthouse at Pellmouth',
  ],
  [
    'a bound',
    'The old lighthouse at Pellmouth drew up to 340 visitors on Sunday.',
    'The old lighthouse at Pellmouth drew about 340 visitors on Sunday, the Courier reported.',
    'hedge: up to 340 → about 340',
  ],
  [
    'a bound behind its number',
    'The old lighthouse at Pellmouth will cost the Harbour Board 340 million crowns at most.',
    'The old lighthouse at Pellmouth will cost the Harbour Board 340 million crowns, the Courier reported.',
    'hedge: 340 million crowns at most → 340 million',
  ],
  [
    'an assumption',
    'On the auditor’s own assumptions the lighthouse at Pellmouth will cost the Harbour Board 340 million crowns.',
    'The lighthouse at Pellmouth will cost the Harbour Board 340 million crowns, the Courier reported.',
    'hedge: On the auditor’s own assumptions → –',
  ],
  [
    'a rate',
    'The old lighthouse at Pellmouth costs the Harbour Board 340 million crowns.',
    'The old lighthouse at Pellmouth costs the Harbour Board 340 million crowns a year, the Courier reported.',
    'figure: 340 million → 340 million',
  ],
  [
    'a part that became the whole',
    'The Harbour Board closed one of the nine old lighthouses of Skarvick.',
    'The Harbour Board closed all nine old lighthouses of Skarvick, the Courier reported.',
    'figure: one → nine',
  ],
  [
    'who acted',
    'The treasury has put by 200 million crowns for the old lighthouse at Pellmouth.',
    'The ministry has put by 200 million crowns for the old lighthouse at Pellmouth, the Courier reported.',
    'actor: The treasury → The ministry',
  ],
  [
    'at once for a day',
    'The Harbour Board wants the keepers to leave the old lighthouse at Pellmouth on 9 June 2031.',
    'The Harbour Board wants the keepers to leave the old lighthouse at Pellmouth at once, the Courier reported.',
    'time: 9 June 2031 → at once',
  ],
  [
    'the source for the report',
    'Harbour master Petra Noone said the old lighthouse at Pellmouth had lost its lamp in the storm.',
    'The old lighthouse at Pellmouth lost its lamp in the storm, the Courier reported.',
    'attribution: Harbour master Petra Noone → Courier',
  ],
])('%s changes on the way', async (_, first, then, expected) => {
  expect(await driftOf(first, then)).toContain(expected);
});

test.each([
  [
    'a refusal in other words',
    'The Harbour Board declined to comment on the old lighthouse at Pellmouth.',
    'The Harbour Board would not discuss the old lighthouse at Pellmouth, the Courier reported.',
  ],
  [
    'a comparison with “as if”',
    'The fall of the lighthouse at Pellmouth sounded like a train in the kitchen.',
    'The fall of the lighthouse at Pellmouth was as if a train came through the kitchen, the Courier reported.',
  ],
  [
    'thousands with a space',
    'The old lighthouse at Pellmouth drew 412,600 visitors last year.',
    'The old lighthouse at Pellmouth drew 412 600 visitors last year, the Courier reported.',
  ],
  [
    'a month that has the name of a modal',
    'The keepers are to leave the old lighthouse at Pellmouth by May 15.',
    'The keepers are to leave the old lighthouse at Pellmouth by 15 May, the Courier reported.',
  ],
])('%s changes nothing', async (_, first, then) => {
  expect((await driftOf(first, then)).filter((drift) => !drift.startsWith('attribution'))).toEqual([]);
});

test.each([
  [
    'two clauses of one thing',
    'Ana Ruiz, who lives in Pellmouth, criticized the Harbour Board and urged her own Lanternbook friends to share the message.',
    'Ana Ruiz has taken to Lanternbook to blast her older sister, the Courier reported.',
  ],
  [
    'an expectation in another tense',
    'The keeper of the old lighthouse at Pellmouth was expected to be charged with fraud.',
    'The keeper of the old lighthouse at Pellmouth is expected to be charged with fraud, the Courier reported.',
  ],
  [
    'a person by kinship and by office',
    'Their father, former Mayor Tom Holm, supports the sale of the old lighthouse at Pellmouth.',
    'Former Mayor Holm supports the sale of the old lighthouse at Pellmouth, the Courier reported.',
  ],
  [
    'an inquiry and whoever inquires',
    'The inquiry into the old lighthouse, by the Harbour Board and the Coast Guard, began with its lamp.',
    'The Ministry of Transport began its inquiry into the old lighthouse with its lamp, the Courier reported.',
  ],
  [
    'a report credited with the source that it cites',
    'The old lighthouse at Pellmouth had lost its lamp in the storm, two of the people said.',
    'The Courier reported the old lighthouse at Pellmouth had lost its lamp in the storm, citing someone familiar with it.',
  ],
  [
    'a list with an “and” inside an item',
    'The plan has four parts: guards, the sale of lamps and lenses, safety and health.',
    'The plan has four parts, the Courier reported.',
  ],
])('no drift is told of %s', async (_, first, then) => {
  expect(await driftOf(first, then)).toEqual([]);
});

test('a name with initials and a suffix is no other source', async () => {
  const record = await read([
    [
      'Courier',
      `Chief Judge Alan C. Noone Jr. said the old lighthouse at Pellmouth had lost its lamp in the storm.${BACKGROUND}`,
    ],
    [
      'Gazette',
      'Judge A. Noone said the old lighthouse at Pellmouth had lost its lamp in the storm, the Courier reported.',
    ],
  ]);
  const drift = told(record.claims.flatMap((claim) => claim.drift));
  expect(drift.filter((d) => d.startsWith('attribution') && d.includes('Judge'))).toEqual([]);
});

test('drift is measured from the own paper of the source that an account names', async () => {
  const record = await read([
    [
      'Harbour Union',
      `Our members will vote on 20 June on whether to refuse overtime at the Pellmouth docks.${BACKGROUND}`,
    ],
    [
      'Gazette',
      'Members will refuse overtime at the Pellmouth docks from 20 June, the Harbour Union said. Nobody had expected it.',
    ],
  ]);
  const drift = record.claims.flatMap((claim) => claim.drift);
  expect(drift.map(({ kind }) => kind)).toContain('modality');
});

test.each([
  [
    'with the condition that it began with',
    'If the board does not vote the money, we shall have to close the lighthouse at Pellmouth',
    '… we shall have to close the lighthouse at Pellmouth',
    ['quotation'],
  ],
  [
    'with no more than its end',
    'We shall have to close the lighthouse at Pellmouth, and I should be sorry for it',
    'We shall have to close the lighthouse at Pellmouth',
    [],
  ],
])('a quotation cut %s', async (_, whole, cut, expected) => {
  const record = await read([
    ['Courier', `“${whole},” Petra Noone, the harbour master, told the Courier.${BACKGROUND}`],
    [
      'Gazette',
      `“${cut},” Petra Noone, the harbour master, said, the Courier reported. Nobody had expected it.`,
    ],
  ]);
  const kinds = record.claims.flatMap(({ drift }) => drift.map(({ kind }) => kind));
  expect(kinds.filter((kind) => kind === 'quotation')).toEqual(expected);
});
