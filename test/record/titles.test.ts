import { describe, expect, test } from 'vitest';
import { ingestBytes } from '../../src/ingest/ingest.js';
import { readRecord } from '../../src/pipeline.js';

/** The titles of the claims of accounts, a day apart. */
async function titles(...accounts: readonly (readonly [outlet: string, text: string])[]): Promise<string[]> {
  const rows = accounts.map(([outlet, text], i) =>
    JSON.stringify({ id: `${i}`, outlet, date: `2031-05-1${i}`, text }),
  );
  const { documents } = await ingestBytes('case.jsonl', new TextEncoder().encode(rows.join('\n')));
  const { record } = await readRecord(documents, { settings: { tier: 'rules' } });
  return record.claims.map(({ title }) => title);
}

describe('a title is a sentence of the account, or what the account says in quotation marks', () => {
  test.each<readonly [why: string, text: string, title: string]>([
    [
      'a sentence stands as it is',
      'The harbour, which opened in 1990, will close in May.',
      'The harbour will close in May, reports The Courier',
    ],
    [
      'a relative about the subject is a sentence of its own',
      'The harbour, which opened in 1990, will close in May.',
      'The harbour opened in 1990, reports The Courier',
    ],
    [
      'an object is told with its sentence',
      'He visited towns led by Democrats, who he blames for the strike.',
      '“He visited towns led by Democrats, who he blames for the strike”, reports The Courier',
    ],
    [
      'so is a part of a noun phrase',
      'The cars in use, which were built at Kemmer, are 37 years old.',
      '“The cars in use, which were built at Kemmer …”, reports The Courier',
    ],
    [
      'and a pronoun that nobody can resolve',
      'Three flaws were found: it requires no suspicion, and it provides for no record.',
      '“Three flaws were found: it requires no suspicion …”, reports The Courier',
    ],
    [
      'what follows the words is left out, credit and all',
      'It was also studying the cameras on the fish quay, the mayor Ana Ruiz said.',
      '“It was also studying the cameras on the fish quay …”, says Ana Ruiz',
    ],
    [
      'who says "we" is quoted',
      'The board said we shall spend the money on a telephone line.',
      '“We shall spend the money on a telephone line”, says the board',
    ],
    [
      'inner marks are single ones',
      'They called the campaign "a raid by another name" in May.',
      '“They called the campaign ‘a raid by another name’ in May”, reports The Courier',
    ],
    [
      'a list goes with its sentence',
      'The wardens will visit Orrelhaven, Skarvick, Pellmouth and Tessaquay on Monday.',
      '“The wardens will visit Orrelhaven, Skarvick, Pellmouth and Tessaquay on Monday”, reports The Courier',
    ],
    [
      'a dateline is no part of it',
      'VESSARY (Courier) — A court on Thursday annulled the curfew in the port.',
      'A court on Thursday annulled the curfew in the port, reports The Courier',
    ],
    [
      'a court is named by the act that it is the source of',
      'The Supreme Court of Corvane annulled the toll on the northern bridge on Monday.',
      'The Supreme Court of Corvane annulled the toll on the northern bridge on Monday',
    ],
  ])('%s', async (_, text, title) => {
    expect(await titles(['The Courier', text])).toContain(title);
  });

  test('a person is named where the record knows who "she" is', async () => {
    const text = 'Ana Ruiz, the mayor, said the pier is old. She declined to comment on the cost.';
    expect(await titles(['The Courier', text])).toContain(
      'Ana Ruiz declined to comment on the cost, reports The Courier',
    );
  });
});

test('the sources of a title are those of its words; the rest are others', async () => {
  const found = await titles(
    [
      'The Courier',
      'The agency will send about 40 inspectors to six harbours, the mayor Ana Ruiz told the Courier.',
    ],
    [
      'The Gazette',
      'The agency will send 40 inspectors to six harbours, the pilot Jon Lund told the Gazette.',
    ],
  );
  expect(found[0]).toBe(
    'The agency will send about 40 inspectors to six harbours, say Ana Ruiz and one other',
  );
});
