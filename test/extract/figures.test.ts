import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures } from '../../src/extract/figures/figures.js';
import { findOrdinals } from '../../src/extract/figures/ordinals.js';
import { parsed } from './facts-helpers.js';

const figures = (text: string) =>
  findFigures(parsed(text)).map((f) => [f.value ?? [f.min, f.max], f.bound, f.unit, f.of]);

describe('findFigures', () => {
  it.each([
    ['It sent at least 500 special agents who track smugglers.', [[500, 'min', '', 'special agents']]],
    ['About 10 arrests per day were made.', [[10, 'approx', 'per day', 'arrests']]],
    ['The plan covers 10 sanctuary cities.', [[10, 'exact', '', 'sanctuary cities']]],
    ['Hundreds of inspectors came.', [[[200, 999], 'approx', '', 'inspectors']]],
    ['Just a handful of boats left.', [[[2, 6], 'approx', '', 'boats']]],
    ['They counted five hundred and twelve crates.', [[512, 'exact', '', 'crates']]],
    ['A dozen harbours closed.', [[12, 'exact', '', 'harbours']]],
    ['It cost $1.5 million.', [[1_500_000, 'exact', 'USD', '']]],
    ['It cost up to €20bn.', [[20_000_000_000, 'max', 'EUR', '']]],
    ['Between 10 and 20 ships were checked.', [[[10, 20], 'exact', '', 'ships']]],
    ['Fines of as much as 12 000 marks were set.', [[12_000, 'max', 'mark', '']]],
    ['Some 12,34,567 voters came.', [[1_234_567, 'approx', '', 'voters']]],
    ['Crews earn half of their year’s income in spring.', [[0.5, 'exact', '', 'income']]],
    ['A third of the staff left.', [[0.333333333333333, 'exact', '', 'staff']]],
    ['By four o’clock it was over.', []],
    [
      'They keep a 24-hour watch, 12 hours a day.',
      [
        [24, 'exact', 'hour', ''],
        [12, 'exact', 'hour per day', ''],
      ],
    ],
    [
      'Forty boats and some 40 nets were checked.',
      [
        [40, 'exact', '', 'boats'],
        [40, 'approx', '', 'nets'],
      ],
    ],
    ['They expect 40–50 inspectors.', [[[40, 50], 'exact', '', 'inspectors']]],
    [
      'Turnout fell 3.5 percentage points to 61 percent.',
      [
        [3.5, 'exact', 'percentage point', ''],
        [61, 'exact', 'percent', ''],
      ],
    ],
    ['Some 70 per cent of the arrests were local.', [[70, 'approx', 'percent', 'arrests']]],
    ['Arrests dropped by about one-third.', [[0.333333333333333, 'approx', '', '']]],
    ['The wall is 12 km long.', [[12, 'exact', 'kilometre', '']]],
    ['A 19-year-old sailor was held.', [[19, 'exact', 'year of age', '']]],
    ['Ines Calder, 51, disagreed.', [[51, 'exact', 'year of age', '']]],
    [
      'It rose 6.2% to $1.45 billion.',
      [
        [6.2, 'exact', 'percent', ''],
        [1_450_000_000, 'exact', 'USD', ''],
      ],
    ],
    [
      'It fell by €3 million to €20 million.',
      [
        [3_000_000, 'exact', 'EUR', ''],
        [20_000_000, 'exact', 'EUR', ''],
      ],
    ],
    ['It carries 3m passengers.', [[3_000_000, 'exact', '', 'passengers']]],
    ['The pool is 3m deep.', [[3, 'exact', 'metre', '']]],
    ['She was twice as likely to go.', [[2, 'exact', '', '']]],
    ['It was −5 °C.', [[-5, 'exact', 'celsius', '']]],
    ['The April 20-26 survey asked 300 men.', [[300, 'exact', '', 'men']]],
    [
      'They were aged 19 and 23.',
      [
        [19, 'exact', 'year of age', ''],
        [23, 'exact', 'year of age', ''],
      ],
    ],
    ['His wife, Runa, 69, left.', [[69, 'exact', 'year of age', '']]],
    ['Adults 65 and older left.', [[65, 'min', 'year of age', '']]],
    [
      'They won five of the eight seats.',
      [
        [5, 'exact', '', 'seats'],
        [8, 'exact', '', 'seats'],
      ],
    ],
    ['It rose to 33 percent Sunday.', [[33, 'exact', 'percent', '']]],
    ['Three dollars and 50 cents.', [[3.5, 'exact', 'USD', '']]],
  ])('%s', (text, expected) => expect(figures(text)).toEqual(expected));

  it.each([
    'In 2018 they met.',
    'It began on Dec. 31, 2019.',
    'Open 24/7 since 9/11.',
    'A Boeing 737 landed.',
    'The meeting starts at 9:30 a.m. on Monday.',
    'It was the 3rd time.',
    'Call 555-0123 now.',
    'No one came.',
  ])('finds no figure in: %s', (text) => expect(figures(text)).toEqual([]));

  it.each([
    // numbers in words
    ['Two million three hundred thousand and five votes were cast.', [2_300_005]],
    ['It took twenty-two and a half hours.', [22.5]],
    ['There are one million and a half boats.', [1_500_000]],
    ['Three and a half million boats sailed.', [3_500_000]],
    ['They paid one hundred and three quarters.', [100.75]],
    ['Two hundred thirty-fifths were left.', [5.71428571428571]],
    ['Nine point nought four was measured.', [9.04]],
    ['Nearly three quarters of a million boats sailed.', [750_000]],
    ['It is fifty - two , the clerk wrote .', [52]],
    ['Some 4 thousand 3 hundred and 21 votes were lost.', [4321]],
    // digits
    ['The harbour holds 1 234 567 fish.', [1_234_567]],
    ['The sum of 1.234,50 was entered.', [1234.5]],
    ['It grew by 1.3x10^6 cells.', [1_300_000]],
    ['It weighs 2 1/2 pounds.', [2.5]],
    ['Rs. 12,34,567.89 were paid.', [1_234_567.89]],
    ['About 80, 000 spectators came.', [80_000]],
    // ratios and shares
    ['One in five skippers refused.', [0.2]],
    ['Nine out of 10 skippers refused.', [0.9]],
    ['They were outnumbered 3-to-1.', [3]],
    ['It was three times as many.', [3]],
    ['More than half refused.', [0.5]],
    // sums and sizes of two parts
    ['He is 5 feet 6 inches tall.', [5.5]],
    ['It cost 15 dollars 50.', [15.5]],
    ['It is 20 degrees below zero.', [-20]],
    ['It was minus 4 at noon.', [-4]],
    // vague
    ['A few hundred skippers came.', [[200, 999]]],
    ['Several thousand skippers came.', [[3000, 9999]]],
    ['A couple of million fish died.', [[2e6, 4e6 - 1]]],
    ['Tens of thousands marched.', [[20_000, 99_999]]],
    ['She is in her 40s.', [[40, 49]]],
    // two bounds of one figure
    ['Catches above 1,000 and below 1,500 tonnes are free.', [[1000, 1500]]],
    ['Crews of at least 20 but no more than 50 may sail.', [[20, 50]]],
  ])('reads %s', (text, expected) =>
    expect(findFigures(parsed(text)).map((f) => f.value ?? [f.min, f.max])).toEqual(expected),
  );

  it.each([
    ['It cost C$5 million.', 'CAD', 'money'],
    ['It cost 10 U.S. dollars.', 'USD', 'money'],
    ['It cost 50 pence a share.', 'penny per share', 'money'],
    ['It cost MAUD 60.', 'AUD', 'money'],
    ['They buy 2 million gallons a year.', 'gallon per year', 'measure'],
    ['It is 60 mph.', 'mile per hour', 'measure'],
    ['It covers 24 m2.', 'square metre', 'measure'],
    ['It weighs 20 (kg).', 'kilogram', 'measure'],
    ['It rose 3 percentage points.', 'percentage point', 'percent'],
    ['It grows 15 % per annum.', 'percent per year', 'percent'],
    ['It took 30 minutes.', 'minute', 'duration'],
    ['A 28 - year - old was held.', 'year of age', 'age'],
    ['Some 40 boats sailed.', '', 'count'],
    ['Two-thirds of the boats sailed.', '', 'share'],
    ['It was twice; then three times as many.', '', 'ratio'],
  ])('names the unit of: %s', (text, unit, kind) =>
    expect(findFigures(parsed(text)).map((f) => [f.unit, f.kind])).toEqual([[unit, kind]]),
  );

  it.each([
    ['It is 26.2 miles long.', 42164.8128, 'metre'],
    ['It is 42 km long.', 42_000, 'metre'],
    ['It weighs 3 tonnes.', 3000, 'kilogram'],
    ['It was 68 degrees F.', 20, 'celsius'],
    ['It runs at 36 km/h.', 10, 'metre per second'],
    ['It lasted 90 minutes.', 5400, 'second'],
  ])('compares in one unit: %s', (text, value, unit) => {
    const [figure] = findFigures(parsed(text));
    const normal = figure!.normal ?? { value: figure!.value, unit: figure!.unit };
    expect([normal.value, normal.unit]).toEqual([value, unit]);
  });

  it.each([
    [
      'Arrests fell 12 percent to 40.',
      [
        ['down', 'by'],
        ['down', 'to'],
      ],
    ],
    [
      'Arrests rose from 8 to 12.',
      [
        ['up', 'from'],
        ['up', 'to'],
      ],
    ],
    ['Arrests are down by about one-third.', [['down', 'by']]],
    ['It was a 20 percent drop.', [['down', 'by']]],
    ['It is shaping up to be one of 40 raids.', [null, null]],
    ['They raised $6 million.', [null]],
    ['Between 8 and 12 boats came.', [null]],
  ])('tells rise and fall: %s', (text, expected) =>
    expect(
      findFigures(parsed(text)).map(({ change }) =>
        change === null ? null : [change.direction, change.role],
      ),
    ).toEqual(expected),
  );

  it.each([
    ["Orrelhaven's 40 inspectors came.", 'Orrelhaven'],
    ['The directorate lent its 40 inspectors.', 'its'],
    ["Five of the agency's boats sank.", 'agency'],
    ['Some 40 inspectors of the Coastal Directorate came.', 'the Coastal Directorate'],
    ['They fired 40 rounds of ammunition.', null],
  ])('tells whose: %s', (text, expected) => {
    const [figure] = findFigures(parsed(text));
    expect(figure!.whose === null ? null : text.slice(figure!.whose.start, figure!.whose.end)).toBe(expected);
  });

  it.each([
    ['Reportedly at least 500 agents came.', ['Reportedly', 'at least']],
    ['Nearly 500 agents came.', ['Nearly']],
    ['500 agents or so came.', ['or so']],
    ['As many as another 500 agents came.', ['As many as']],
    ['It spent $6 million over 9,000 visits.', []],
    ['It spent $6 million over five years.', []],
  ])('finds what weakens: %s', (text, expected) =>
    expect(
      findFigures(parsed(text)).flatMap(({ hedges }) => hedges.map((h) => text.slice(h.start, h.end))),
    ).toEqual(expected),
  );

  it.each([
    'It opened in the 1980s and ’90s.',
    'Call (202) 555-0123 or +44 20 7946 0958.',
    'Write to Cloud City, PA 23456.',
    'The server is 192.168.1.2, version 2.0.1.',
    'Part 24703L202 of type F-16 is lost.',
    'They live at 19 Orchard St.',
    'The S&P 500 and flight 93, page 2 and No. 5.',
    'In phase two the 501(c) groups stay away.',
    'It began in nineteen eighty-four.',
    'He lives near Three Mile Island in the Big Ten country.',
    'The one they want is no one.',
    '1) Sail. 2) Return.',
  ])('counts nothing in: %s', (text) => expect(figures(text)).toEqual([]));

  it('makes no nonsense of hostile digits', () => {
    for (const text of [
      `${'9'.repeat(400)} ships`,
      '1,2,3,4',
      '10^400 ships',
      '1'.repeat(20_000),
      'one '.repeat(5000),
      '- '.repeat(5000),
    ]) {
      for (const figure of findFigures(parsed(text))) {
        for (const value of [figure.value, figure.min, figure.max])
          expect(value === null || Math.abs(value) < 1e18).toBe(true);
      }
    }
  });

  it('never throws, and every figure has a value or a range inside its text', () => {
    const words = fc.constantFrom(
      '500',
      '1.5',
      'million',
      'to',
      '-',
      '$',
      'one',
      'half',
      'a',
      'of',
      'dozen',
      'agents',
      '%',
      ',',
      '.',
      'between',
      'and',
      'third',
      'feet',
      '2',
      'inches',
      '½',
      'per',
      'hour',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), (parts) => {
        const text = parts.join(' ');
        for (const figure of findFigures(parsed(text))) {
          expect(figure.span.start).toBeLessThan(figure.span.end);
          expect(figure.span.end).toBeLessThanOrEqual(text.length);
          expect((figure.value === null) === (figure.min !== null && figure.max !== null)).toBe(true);
          if (figure.min !== null) expect(figure.min).toBeLessThanOrEqual(figure.max!);
        }
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe('findOrdinals', () => {
  it.each([
    [
      'The third raid was the 21st of the year.',
      [
        [3, 'raid'],
        [21, ''],
      ],
    ],
    ['It was her one hundred twenty-fifth visit.', [[125, 'visit']]],
    ['On March 3rd they met in the third quarter.', []],
    ['Two thirds of the crew left.', []],
    ['A third of the crew left within seconds.', []],
  ])('%s', (text, expected) =>
    expect(findOrdinals(parsed(text)).map(({ value, of }) => [value, of])).toEqual(expected),
  );
});
