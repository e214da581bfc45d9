import { expect, test } from 'vitest';
import { period } from '../../src/export/period.js';
import { textDocument } from '../../src/index.js';
import { readRecord } from '../../src/pipeline.js';

/** Texts of accounts published on 12 May 2031, and the timeline as a reader sees it, with its precision. */
const TIMELINES: readonly [string, readonly string[], readonly string[]][] = [
  ['a day', ['The pier was closed on 2 May 2031.'], ['day: 2 May 2031']],
  ['a month', ['The pier was closed in March 2031.'], ['month: March 2031']],
  ['a year', ['The pier was built in 1987.'], ['year: 1987']],
  [
    'a stretch with both ends',
    ['The checks will run from 2 June to 30 September.'],
    ['day: 2 June – 30 September 2031'],
  ],
  ['a stretch with one end', ['The pier has been closed since March.'], ['month: since March 2031']],
  [
    'in order, whatever the precision',
    ['The pier was closed on 2 May 2031. It was built in 1987. The ferry was sold in March 2031.'],
    ['year: 1987', 'month: March 2031', 'day: 2 May 2031'],
  ],
  [
    'an hour of a day, and none of what is so on any day',
    ['He shut the pier at noon on Thursday. A child on the pier at two in the morning is not at liberty.'],
    ['time: 8 May 2031, 12:00'],
  ],
  ['no time', ['The pier was closed.'], []],
];

test.each(TIMELINES)('a timeline of %s', async (_, texts, expected) => {
  const documents = texts.map((text, i) =>
    textDocument(text, { ref: `${i}.txt`, outlet: `Outlet ${i}`, published: '2031-05-12' }),
  );
  const { record } = await readRecord(documents, { settings: { tier: 'rules' } });
  expect(record.timeline.map((entry) => `${entry.precision}: ${period(entry)}`)).toEqual(expected);
});

test('accounts that differ on the day both stand in the timeline', async () => {
  const told = (day: string) =>
    `Inspectors boarded the first fishing boats at Orrelhaven at dawn on ${day}, the harbour master Ines Calder said.`;
  const documents = ['2 June', '3 June'].map((day, i) =>
    textDocument(told(day), { ref: `${i}.txt`, outlet: `Outlet ${i}`, published: '2031-06-05' }),
  );
  const { record } = await readRecord(documents, { settings: { tier: 'rules' } });
  expect(record.claims[0]!.conflicts.map(({ kind }) => kind)).toEqual(['time']);
  expect(record.timeline.map(period)).toEqual(['2 June 2031', '3 June 2031']);
});

test.each([
  ['2031', '2031', null, '2031'],
  ['2031-06', '2031-08', null, 'June – August 2031'],
  ['2031-06-02', '2031-06-08', null, '2 – 8 June 2031'],
  ['2031-06-28', '2031-07-02', null, '28 June – 2 July 2031'],
  ['2030-12-30', '2031-01-02', null, '30 December 2030 – 2 January 2031'],
  ['2030', '2031-03', null, '2030 – March 2031'],
  ['2031-06-02T12:00', '2031-06-02T12:00', null, '2 June 2031, 12:00'],
  ['2031-03', '2031-03', 'end', 'since March 2031'],
  ['2031-08-31', '2031-08-31', 'start', 'until 31 August 2031'],
] as const)('%s to %s (open: %s) reads “%s”', (start, end, open, words) => {
  expect(period({ start, end, open })).toBe(words);
});
