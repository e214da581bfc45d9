import { expect, test } from 'vitest';
import { ingestBytes } from '../../src/ingest/ingest.js';
import { readRecord } from '../../src/pipeline.js';

const BACKGROUND =
  ' The Harbour Board runs four ferries between Pellmouth and Skarvick. Ana Ruiz is the mayor of Pellmouth.';

/** What is told of words changed inside the quotation marks of two accounts, each of which quotes the mayor. */
async function changesBetween(first: string, second: string): Promise<string[]> {
  const rows = [first, second].map((words, i) =>
    JSON.stringify({
      id: `${i}`,
      outlet: ['Courier', 'Gazette'][i],
      date: `2031-05-0${i + 1}`,
      text: `“${words},” Ana Ruiz, the mayor of Pellmouth, said on Monday.${BACKGROUND}`,
    }),
  );
  const { documents } = await ingestBytes('case.jsonl', new TextEncoder().encode(rows.join('\n')));
  const { record } = await readRecord(documents, { settings: { tier: 'fast' } });
  return record.claims.flatMap(({ drift }) =>
    drift.flatMap(({ kind, from, to, note }) => {
      if (kind !== 'quotation') return [];
      for (const anchor of [from, to]) {
        const text = anchor && record.documents.find(({ id }) => id === anchor.doc)!.text;
        if (anchor) expect(text!.slice(anchor.start, anchor.end)).toBe(anchor.exact);
      }
      return [note];
    }),
  );
}

test.each([
  [
    'a word for another',
    'We will never sell the old ferries to a foreign yard while I am mayor',
    'We will never sell the new ferries to a foreign yard while I am mayor',
    ['“old” became “new” inside the quotation marks'],
  ],
  [
    'an ellipsis that hides a condition',
    'We will keep the old ferries, if the council pays for them, until the next election',
    'We will keep the old ferries … until the next election',
    ['“if the council pays for them” was left out inside the quotation marks'],
  ],
  [
    'a word put in',
    'We will keep the old ferries running until the next election',
    'We will gladly keep the old ferries running until the next election',
    ['“gladly” was put in inside the quotation marks'],
  ],
  ['the same words', 'We will keep the old ferries running', 'We will keep the old ferries running', []],
  [
    'a quotation cut short',
    'We will keep the old ferries running until the next election',
    'We will keep the old ferries running',
    [],
  ],
  [
    'another spelling',
    'Nobody in this town wants a worldview that Gen. Holm brings from the capital',
    'Nobody in this town wants a world view that General Holm brings from the capital',
    [],
  ],
  [
    'a contraction',
    'We are asking the council to keep the old ferries, and it is not for sale',
    'We’re asking the council to keep the old ferries, and it’s not for sale',
    [],
  ],
  [
    'a contraction that loses its "not"',
    'We won’t sell the old ferries to a foreign yard while I am mayor',
    'We will sell the old ferries to a foreign yard while I am mayor',
    ['“n’t” was left out inside the quotation marks by Gazette'],
  ],
  [
    'an editor’s words in brackets',
    'Now these (local) harbours of the coast have [far] too much of a free hand',
    'Now these harbours of the coast have too much of a free hand',
    [],
  ],
  [
    'an exception with brackets in it, cut off',
    'The keepers of the lamp should keep it, but if the council pays for [more] of them they should train others',
    'The keepers of the lamp should keep it',
    [
      '“but if the council pays for [more] of them they should train others” was left out inside the quotation marks by Gazette',
    ],
  ],
  [
    'one name in two transcriptions',
    'It looks as if Muammar al-Qaddafi is going to beat the old ferries of this town',
    'It looks as if Moammar Gadhafi is going to beat the old ferries of this town',
    [],
  ],
  [
    'a quotation that begins later',
    'Then we will end up in court, and hopefully we will get a fair hearing, and we will win the old ferries back',
    'And we will win the old ferries back',
    [],
  ],
  [
    'another sentence of one speech',
    'We are talking about an invasion of our harbours',
    'We have an invasion of foreign yards coming into our harbours',
    [],
  ],
  [
    'words for which the earlier account has an ellipsis',
    'We will keep the old ferries … one way or the other, and we will have to pay for them',
    'We will keep the old ferries, and we are going to do it one way or the other',
    ['“and we are going to do it” was left out inside the quotation marks'],
  ],
])('%s', async (_, first, second, notes) => {
  expect(await changesBetween(first, second)).toEqual(notes);
});
