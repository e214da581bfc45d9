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
    ['It will run through Dec. 31.', [date('2020-12-31', null, '2020-12-31')]],
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
    ['In early March 2019 it lost money.', [date('2019-03', '2019-03-01', '2019-03-10')]],
    ['He worked for ten days.', [['DURATION', 'P10D', null, null]]],
    ['A 24-hour watch.', [['DURATION', 'PT24H', null, null]]],
    ['In the coming weeks more will come.', [['DURATION', 'PXW', null, null]]],
    ['It meets every Monday.', [['SET', 'XXXX-WXX-1', null, null]]],
    ['It recently changed.', [date('PAST_REF', null)]],
  ])('%s', (text, expected) => expect(times(text)).toEqual(expected));

  it.each([
    // stretches
    ['It has been shut since August 2019.', [date('2019-08', '2019-08', null)]],
    ['They asked it to wait until Sunday.', [date('2020-03-08', null, '2020-03-08')]],
    ['They extended it until Monday.', [date('2020-03-09', null, '2020-03-09')]],
    ['They said they would go on Monday next week.', [date('2020-03-09', '2020-03-09', '2020-03-09')]],
    ['It began in the last week of February.', [date('2020-W09', '2020-02-24', '2020-03-01')]],
    ['It will stay shut until Friday.', [date('2020-03-06', null, '2020-03-06')]],
    ['They must reply by April 3.', [date('2020-04-03', null, '2020-04-03')]],
    ['It closed before 2015.', [date('2015', null, '2014')]],
    ['It reopened after May 2015.', [date('2015-05', '2015-06', null)]],
    ['Between 2015 and 2018 it fell.', [date('2015', '2015', '2018'), date('2018', '2015', '2018')]],
    [
      'It runs from November through February.',
      [date('2019-11', '2019-11', '2020-02'), date('2020-02', '2019-11', '2020-02')],
    ],
    [
      'They sail March 3-5.',
      [date('2020-03-03', '2020-03-03', '2020-03-05'), date('2020-03-05', '2020-03-03', '2020-03-05')],
    ],
    ['They met on June 18 and 19, 2019.', [date('2019-06-18'), date('2019-06-19')]],
    ['In 2015-16 it rose.', [date('2015', '2015', '2016')]],
    // parts
    ['It comes later this week.', [date('2020-W10', '2020-03-06', '2020-03-08')]],
    ['It came earlier this month.', [date('2020-03', '2020-03', '2020-03-06')]],
    ['It ends in the middle of May 2020.', [date('2020-05', '2020-05-11', '2020-05-20')]],
    ['It began in the late 1990s.', [date('199', '1997', '1999')]],
    ['It began in mid-2019.', [date('2019', '2019-05', '2019-08')]],
    // clocks
    ['He left at 10 p.m. Wednesday.', [['TIME', '2020-03-04T22:00', '2020-03-04T22:00', '2020-03-04T22:00']]],
    [
      'He left on Wednesday at noon.',
      [date('2020-03-04'), ['TIME', '2020-03-04T12:00', '2020-03-04T12:00', '2020-03-04T12:00']],
    ],
    [
      'He ordered them at noon on Wednesday to use it no longer.',
      [['TIME', '2020-03-04T12:00', '2020-03-04T12:00', '2020-03-04T12:00']],
    ],
    [
      'It broke out at two in the morning.',
      [['TIME', '2020-03-06T02:00', '2020-03-06T02:00', '2020-03-06T02:00']],
    ],
    ['By nine in the evening it was out.', [['TIME', '2020-03-06T21:00', null, '2020-03-06T21:00']]],
    [
      'On Monday it starts at 10 a.m.',
      [date('2020-03-02'), ['TIME', '2020-03-02T10:00', '2020-03-02T10:00', '2020-03-02T10:00']],
    ],
    // of any day
    ['A child on the quay at two in the morning is not at liberty.', [['TIME', 'T02:00', null, null]]],
    ['They asked whether arcades must close at 9 p.m.', [['TIME', 'T21:00', null, null]]],
    [
      'It applies from 11 p.m. to 6 a.m.',
      [
        ['TIME', 'T23:00', null, null],
        ['TIME', 'T06:00', null, null],
      ],
    ],
    ['It sank on the night of March 4.', [['TIME', '2020-03-04TNI', '2020-03-04', '2020-03-04']]],
    // told from what was told before
    ['He came on Feb. 3, 2019. The next day he left.', [date('2019-02-03'), date('2019-02-04')]],
    ['He came in 2014 and left the following year.', [date('2014'), date('2015')]],
    ['He came on Feb. 3, 2019; two days later he left.', [date('2019-02-03'), date('2019-02-05')]],
    // years and decades in words, days of a month, holidays
    ['It began in nineteen ninety-four.', [date('1994')]],
    ['It began in the nineties.', [date('199', '1990', '1999')]],
    ['They vote on the second Tuesday in November 2019.', [date('2019-11-12')]],
    ['It was the first week of March 2020.', [date('2020-W10', '2020-03-02', '2020-03-08')]],
    ['They met on Good Friday 2019.', [date('2019-04-19')]],
    ['They will meet on Thanksgiving.', [date('2020-11-26')]],
    ['In July last year it burned.', [date('2019-07')]],
    ['It fell in last year’s third quarter.', [date('2019-Q3', '2019-07', '2019-09')]],
    // lengths
    ['It took two and a half hours.', [['DURATION', 'PT2H30M', null, null]]],
    ['It lasts 12 to 18 months.', [['DURATION', 'P12M', null, null]]],
    ['It has grown in recent years.', [['DURATION', 'PXY', null, null]]],
    ['It was the past two quarters.', [['DURATION', 'P2Q', null, null]]],
  ])('%s', (text, expected) => expect(times(text)).toEqual(expected));

  it.each([
    ['The plan was announced Aug. 21.', '2019-08-21'],
    ['The record, set Aug. 6, was broken.', '2019-08-06'],
    ['She will succeed him Nov. 1.', '2020-11-01'],
    ['It is to resume on Tuesday.', '2020-03-10'],
    ['It resumed on Tuesday.', '2020-03-03'],
  ])('asks the verb which way a date lies: %s', (text, expected) =>
    expect(times(text).map(([, value]) => value)).toEqual([expected]),
  );

  it.each([
    'A second group came as soon as it could.',
    'It paid a quarterly dividend.',
    'Anyone held under section 2 may be searched, persons under 16 may not.',
    'They had been there hundreds of years.',
    'On 0001-01-01 and on 31 April it rained.',
  ])('finds no calendar time in: %s', (text) =>
    expect(times(text).filter(([, , start]) => start !== null)).toEqual([]),
  );

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
    ['The hearing will be held on 31 December.', ['2031-12-31']],
    ['The bridge may stay closed until December, two officials said.', ['2031-12']],
    ['The bridge stays closed until 20 December.', ['2031-12-20']],
    ['The pier is closed until 20 December.', ['2031-12-20']],
    ['The pier was to be closed in December.', ['2030-12']],
    ['The herring are late this year.', ['2031']],
    ['He died on Oct. 25, 2030. At 7:30 a.m. she called.', ['2030-10-25', '2030-10-25T07:30']],
    ['It began in January 2016 and ended in June of that year.', ['2016-01', '2016-06']],
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
