import { expect, test } from 'vitest';
import { ingestBytes } from '../../src/ingest/ingest.js';
import { readRecord } from '../../src/pipeline.js';

const BACKGROUND =
  ' The Harbour Board runs four ferries between Pellmouth and Skarvick. Ana Ruiz is the mayor of Pellmouth.';

/** Kinds of the conflicts between accounts that each begin with one of the sentences. */
async function conflictsOf(...sentences: readonly string[]): Promise<string[]> {
  const rows = sentences.map((sentence, i) =>
    JSON.stringify({
      id: `${i}`,
      outlet: ['Courier', 'Gazette', 'Packet'][i],
      date: `2031-05-0${i + 1}`,
      text: sentence + BACKGROUND,
    }),
  );
  const { documents } = await ingestBytes('case.jsonl', new TextEncoder().encode(rows.join('\n')));
  const { record } = await readRecord(documents);
  return record.claims.flatMap(({ conflicts }) => conflicts.map(({ kind }) => kind));
}

test('two days of one thing conflict', async () => {
  expect(
    await conflictsOf(
      'The Pellmouth ferry strike of the Harbour Board crews is to begin on 2 June 2031.',
      'The Pellmouth ferry strike of the Harbour Board crews is to begin on 9 June 2031.',
    ),
  ).toEqual(['time']);
});

test('… but not where one account names both, as first and last day', async () => {
  expect(
    await conflictsOf(
      'The Pellmouth ferry strike of the Harbour Board crews is to begin on 2 June 2031.',
      'The Pellmouth ferry strike of the Harbour Board crews is to run until 9 June 2031.',
      'The Pellmouth ferry strike of the Harbour Board crews is to begin on 2 June 2031 and run until 9 June 2031.',
    ),
  ).toEqual([]);
});
