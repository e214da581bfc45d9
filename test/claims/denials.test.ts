import { expect, test } from 'vitest';
import { ingestBytes } from '../../src/ingest/ingest.js';
import type { Record } from '../../src/model/record.js';
import { readRecord } from '../../src/pipeline.js';

async function read(...texts: readonly string[]): Promise<Record> {
  const rows = texts.map((text, i) =>
    JSON.stringify({ id: `${i}`, outlet: ['Courier', 'Gazette'][i], date: `2031-05-0${i + 1}`, text }),
  );
  const { documents } = await ingestBytes('case.jsonl', new TextEncoder().encode(rows.join('\n')));
  return (await readRecord(documents)).record;
}

const NEWS =
  'The Harbour Board sold the old lighthouse at Pellmouth to a hotel company in secret last winter. ' +
  'The lighthouse at Pellmouth had stood empty for nine years. Ana Ruiz, the mayor, lives near the lighthouse.';

test.each([
  [
    'denies what the other asserts',
    'Mayor Ana Ruiz denied that the Harbour Board sold the old lighthouse at Pellmouth to a hotel company.',
    ['denies'],
    1,
  ],
  [
    'denies what nobody asserts',
    'Mayor Ana Ruiz denied that the ferry to Skarvick would lose its subsidy in the autumn.',
    ['denies'],
    0,
  ],
  [
    'does not deny',
    'Mayor Ana Ruiz did not deny that the Harbour Board sold the old lighthouse at Pellmouth to a hotel company.',
    [],
    0,
  ],
  [
    'rejects a thing, and says nothing of it',
    'Mayor Ana Ruiz rejected a plan of the Harbour Board for the old lighthouse at Pellmouth and its hotel company.',
    [],
    0,
  ],
  [
    'speaks of falsehood without denying',
    'Mayor Ana Ruiz said the false ceiling of the old lighthouse at Pellmouth was sold to a hotel company last winter.',
    [],
    0,
  ],
] as const)('a speaker %s', async (_, sentence, stances, conflicts) => {
  const record = await read(NEWS, `${sentence} The Harbour Board meets at Pellmouth on Mondays.`);
  const found = record.claims.flatMap((c) => c.statements.filter((s) => s.stance === 'denies'));
  expect(found.map((s) => s.stance)).toEqual(stances);
  expect(record.claims.flatMap((c) => c.conflicts.map(({ kind }) => kind))).toEqual(
    Array(conflicts).fill('wording'),
  );
});

test.each([
  [
    'an offer turned down',
    'The offer for the lighthouse at Pellmouth looked weak.',
    'The mayor rejected it before noon.',
  ],
  [
    'papers dismissed',
    'The drafts on the lighthouse at Pellmouth reached the mayor in May, officials said.',
    'When she read the drafts, the mayor dismissed them.',
  ],
  [
    'allegations that are only named',
    'The Harbour Board opened an inquiry into the allegations about the lighthouse.',
    'The mayor denied the allegations.',
  ],
])('%s is no denial of what stands before', async (_, before, after) => {
  const record = await read(`The keepers left long ago. ${before} ${after}`, 'Gulls nest at Pellmouth.');
  expect(record.claims.flatMap((c) => c.conflicts)).toEqual([]);
});

test.each([
  [
    'a number beside another',
    'The board has $8 billion in all, more than the $5.7 billion that it asked for the lighthouse at Pellmouth.',
    0,
  ],
  ['another number of one thing', 'The board at Pellmouth asked for $7.5 billion for the lighthouse.', 1],
] as const)('%s', async (_, sentence, conflicts) => {
  const record = await read(
    'The board at Pellmouth asked for $5.7 billion for the lighthouse. The keepers left long ago.',
    `${sentence} Gulls nest there.`,
  );
  expect(record.claims.flatMap((c) => c.conflicts).length).toBeLessThanOrEqual(conflicts);
});

test('a denial by somebody in a paper that credits the first report is not derived from it', async () => {
  const record = await read(
    NEWS,
    'The Harbour Board sold the old lighthouse at Pellmouth to a hotel company, the Courier reported. Mayor Ana Ruiz denied that the Harbour Board sold the old lighthouse at Pellmouth to a hotel company.',
  );
  const statements = record.claims.flatMap((c) => c.statements);
  const denial = statements.find(({ stance }) => stance === 'denies')!;
  const named = denial.roots.map((id) => record.sources.find((s) => s.id === id)?.name);
  expect([denial.rule, ...named]).toEqual(['attributed', 'Ana Ruiz']);
});
