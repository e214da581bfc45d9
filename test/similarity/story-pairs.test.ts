import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareStory, sameStatements, storyCandidates } from '../../src/similarity/story-pairs.js';
import { bareUnit, type Unit } from '../../src/similarity/unit.js';

const unit = (text: string, slots: Partial<Unit> = {}): Unit => ({ ...bareUnit(text), ...slots });

/** Each sentence one statement; a number before it is its document. */
function story(lines: readonly (readonly [number, Unit])[]) {
  const units = lines.map(([, line]) => line);
  return prepareStory({
    statements: units,
    sentences: units,
    sentenceOf: lines.map((_, i) => i),
    documentOf: lines.map(([document]) => document),
  });
}

const probability = (lines: readonly (readonly [number, Unit])[]): number => {
  const compared = story(lines);
  const pairs = storyCandidates(compared);
  const at = pairs.findIndex(({ a, b }) => a === 0 && b === 1);
  return at < 0 ? 0 : sameStatements(compared, pairs)[at]!;
};

describe('statements of a story', () => {
  it('are less likely the same where a rival says it better', () => {
    const pair = [
      [0, unit('The agency sent inspectors to the northern harbours in May.')],
      [1, unit('The agency sent inspectors to harbours.')],
    ] as const;
    const rival = [1, unit('In May the agency sent inspectors to the northern harbours.')] as const;
    expect(probability([...pair, rival])).toBeLessThan(probability(pair));
  });

  it('are compared alike in any order', () => {
    const words = fc.constantFrom(
      'agency',
      'inspectors',
      'sent',
      'harbours',
      'not',
      'Friday',
      'boats',
      'search',
    );
    const line = fc.array(words, { minLength: 1, maxLength: 8 }).map((all) => unit(all.join(' ')));
    fc.assert(
      fc.property(line, line, (a, b) => {
        expect(
          probability([
            [0, a],
            [1, b],
          ]),
        ).toBeCloseTo(
          probability([
            [1, b],
            [0, a],
          ]),
          9,
        );
      }),
      { seed: 8 },
    );
  });
});
