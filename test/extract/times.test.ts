import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTimes } from '../../src/extract/times/times.js';
import { parsed } from './facts-helpers.js';

const times = (text: string, published: string | null = '2020-03-06') =>
  findTimes(parsed(text, published)).map((t) => [t.type, t.value, t.start, t.end]);
const date = (value: string, start: string | null = value, end = start) => ['DATE', value, start, end];

describe('findTimes', () => {
  it.each([
    ['It was reported on March 5.', [date('2020-03-05')]],
    ['It will run through Dec. 31.', [date('2020-12-31')]],
    ['They met on 30 September 2020.', [date('2020-09-30')]],
    ['Wednesday 30 September 2020', [date('2020-09-30')]],
    ['The raids began last month.', [date('2020-02')]],
    ['He said on Monday that it was over.', [date('2020-03-02')]],
    ['The council will vote on Monday.', [date('2020-03-09')]],
    ['It was announced this week.', [date('2020-W10', '2020-03-02', '2020-03-08')]],
    ['Arrests fell last year.', [date('2019')]],
    ['Two years ago they closed.', [date('2018')]],
    ['They left yesterday.', [date('2020-03-05')]],
    ['It opened in the 1990s.', [date('199', '1990', '1999')]],
    ['In the third quarter of 2019 it lost money.', [date('2019-Q3', '2019-07', '2019-09')]],
    ['In early March 2019 it lost money.', [date('2019-03')]],
    ['He worked for ten days.', [['DURATION', 'P10D', null, null]]],
    ['A 24-hour watch.', [['DURATION', 'PT24H', null, null]]],
    ['In the coming weeks more will come.', [['DURATION', 'PXW', null, null]]],
    ['It meets every Monday.', [['SET', 'XXXX-WXX-1', null, null]]],
    ['It recently changed.', [date('PAST_REF', null)]],
  ])('%s', (text, expected) => expect(times(text)).toEqual(expected));

  it('leaves relative times unresolved where the document has no date', () => {
    expect(times('It began last month, on Monday, on March 5 and in 2018.', null)).toEqual([
      date('XXXX-XX', null),
      date('XXXX-WXX-1', null),
      date('XXXX-03-05', null),
      date('2018'),
    ]);
  });

  it.each([
    ['Visits are to begin on June 2 and run through Sept. 30.', ['2031-06-02', '2031-09-30']],
    ['The visits, to begin on 2nd June, were announced.', ['2031-06-02']],
    ['The order, signed Nov. 3, was dropped.', ['2030-11-03']],
    ['He resigned in November.', ['2030-11']],
    ['It will last until September.', ['2031-09']],
    ['She has served since August.', ['2030-08']],
    ['The memo is dated 30 April.', ['2031-04-30']],
  ])('takes the year that suits a date without one: %s', (text, expected) =>
    expect(times(text, '2031-05-14').map(([, value]) => value)).toEqual(expected),
  );

  it.each([
    'He may go and march on.',
    'She is 19 years old.',
    'The fall was steep.',
    'It met on 31 February 2020.',
  ])('finds no date in: %s', (text) => expect(times(text).filter(([type]) => type === 'DATE')).toEqual([]));

  it('never throws and keeps spans in order inside the text', () => {
    const words = fc.constantFrom(
      'last',
      'next',
      'the',
      'year',
      'March',
      '5',
      '2020',
      '31',
      'of',
      'Friday',
      'ago',
      'two',
      '-',
      ',',
      '.',
      'week',
      'quarter',
      'third',
      "'s",
      'a',
      '10',
      ':',
      '30',
      'pm',
      'this',
      'end',
      'every',
      'few',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), (parts) => {
        const text = parts.join(' ');
        let at = 0;
        for (const time of findTimes(parsed(text))) {
          expect(time.span.start).toBeGreaterThanOrEqual(at);
          expect(time.span.end).toBeLessThanOrEqual(text.length);
          at = time.span.end;
        }
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
