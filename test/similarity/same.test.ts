import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidates } from '../../src/similarity/candidates.js';
import { prepare } from '../../src/similarity/prepare.js';
import { SAME_THRESHOLD, sameAssertion } from '../../src/similarity/same.js';
import { bareUnit, type Unit } from '../../src/similarity/unit.js';

const unit = (text: string, slots: Partial<Unit> = {}): Unit => ({ ...bareUnit(text), ...slots });

/** A story's other sentences, so that its statistics are those of a story. */
const STORY = [
  'The harbour office opened a new quay in the spring.',
  'Ferries to the islands stopped for two days because of the storm.',
  'Residents complained about the noise of the cranes.',
  'The mayor asked the council for more money.',
  'Fishermen blocked the entrance with their boats.',
  'An audit of the port found missing receipts.',
  'The union called a strike of dock workers.',
  'Prices of fish rose in the markets.',
].map((text) => unit(text));

const probability = (a: Unit, b: Unit) => sameAssertion(prepare([a, b, ...STORY]), 0, 1);

describe('sameAssertion', () => {
  it.each([
    [
      'The agency sent 40 inspectors to six harbours on the coast.',
      'The agency sent 40 inspectors to six coast harbours.',
    ],
    [
      'Inspectors from the agency searched the warehouse in Hull.',
      'The warehouse in Hull was searched by inspectors from the agency.',
    ],
  ])('joins: %s | %s', (a, b) => {
    expect(probability(unit(a), unit(b))).toBeGreaterThanOrEqual(SAME_THRESHOLD);
  });

  it.each([
    [
      'The agency sent 40 inspectors to six harbours.',
      'The mayor wants a new school for the agency quarter.',
    ],
    [
      'On Friday Ines Calder was told of the searches in two warehouses.',
      'Last year Ines Calder resigned as head of the office after eleven years.',
    ],
  ])('keeps apart: %s | %s', (a, b) => {
    expect(probability(unit(a), unit(b))).toBeLessThan(SAME_THRESHOLD);
  });

  it('is less likely where slots differ', () => {
    const text = 'The agency sent inspectors to the harbour warehouse.';
    const alike = probability(unit(text), unit(`${text} `));
    expect(probability(unit(text), unit(text, { negated: true }))).toBeLessThan(alike);
    expect(
      probability(unit(text, { days: ['2020-03-05'] }), unit(text, { days: ['2020-03-06'] })),
    ).toBeLessThan(probability(unit(text, { days: ['2020-03-05'] }), unit(text, { days: ['2020-03-05'] })));
  });

  it('is symmetric and a probability', () => {
    const sentence = fc
      .array(
        fc.constantFrom('agency', 'inspectors', 'Hull', 'sent', '40', 'harbours', 'not', 'on', 'Friday'),
        {
          maxLength: 12,
        },
      )
      .map((words) => unit(words.join(' ')));
    fc.assert(
      fc.property(sentence, sentence, (a, b) => {
        const prepared = prepare([a, b, ...STORY]);
        const p = sameAssertion(prepared, 0, 1);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(sameAssertion(prepared, 1, 0)).toBeCloseTo(p, 10);
      }),
      { seed: 2 },
    );
  });
});

describe('candidates', () => {
  it('finds pairs that share rare words, not those that share none', () => {
    const units = [unit('Inspectors searched the warehouse.'), unit('The warehouse was searched.'), ...STORY];
    const pairs = candidates(prepare(units)).map(({ a, b }) => `${a} ${b}`);
    expect(pairs).toContain('0 1');
    expect(pairs).not.toContain('0 9');
  });

  it('pairs equal units with what their first is paired with', () => {
    const same = unit('Inspectors searched the warehouse.');
    const pairs = candidates(prepare([same, unit('The warehouse was searched.'), same])).map(
      ({ a, b }) => `${a} ${b}`,
    );
    expect(pairs).toEqual(['0 1', '0 2', '1 2']);
  });
});
