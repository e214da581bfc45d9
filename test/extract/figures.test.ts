import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures } from '../../src/extract/figures/figures.js';
import { parsed } from './facts-helpers.js';

const figures = (text: string) =>
  findFigures(parsed(text)).map((f) => [f.value ?? [f.min, f.max], f.bound, f.unit, f.of]);

describe('findFigures', () => {
  it.each([
    ['It sent at least 500 special agents who track smugglers.', [[500, 'min', '', 'special agents']]],
    ['About 10 arrests per day were made.', [[10, 'approx', '', 'arrests']]],
    ['The plan covers 10 sanctuary cities.', [[10, 'exact', '', 'sanctuary cities']]],
    ['Hundreds of inspectors came.', [[[200, 999], 'approx', '', 'inspectors']]],
    ['Just a handful of boats left.', [[[2, 6], 'approx', '', 'boats']]],
    ['They counted five hundred and twelve crates.', [[512, 'exact', '', 'crates']]],
    ['A dozen harbours closed.', [[12, 'exact', '', 'harbours']]],
    ['It cost $1.5 million.', [[1_500_000, 'exact', 'USD', '']]],
    ['It cost up to €20bn.', [[20_000_000_000, 'max', 'EUR', '']]],
    ['Between 10 and 20 ships were checked.', [[[10, 20], 'exact', '', 'ships']]],
    ['Fines of as much as 12 000 marks were set.', [[12_000, 'max', 'DEM', '']]],
    ['Some 12,34,567 voters came.', [[1_234_567, 'approx', '', 'voters']]],
    ['Crews earn half of their year’s income in spring.', [[0.5, 'exact', '', 'income']]],
    ['A third of the staff left.', [[0.333333333333, 'exact', '', 'staff']]],
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
    ['Arrests dropped by about one-third.', [[0.333333333333, 'approx', '', '']]],
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
