import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameStatements, storyCandidates } from '../../src/similarity/story-pairs.js';
import { prepareStory } from '../../src/similarity/story-units.js';
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
    placeOf: lines.map(([document], i) => lines.slice(0, i).filter(([other]) => other === document).length),
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

  it('are likelier the same where one speaker says both, or both quote the same words', () => {
    const said = (speaker: string | null): Unit =>
      unit('The gates will be opened before the tide turns', { speaker });
    const echo = (speaker: string | null): Unit => unit('The gates would soon be opened', { speaker });
    const by = (one: string | null, other: string | null): number =>
      probability([
        [0, said(one)],
        [1, echo(other)],
      ]);
    expect(by('s1', 's1')).toBeGreaterThan(by('s1', null));
    const quoting = (word: string): number =>
      probability([
        [0, unit(`The plan is “${word}” for the harbour, she said in the hall.`)],
        [1, unit('She called it “ruinous” for every boat.')],
        [2, unit('Nothing of this was in the minutes.')],
      ]);
    expect(quoting('ruinous')).toBeGreaterThan(quoting('splendid'));
  });

  it('are less likely the same in one account than in two', () => {
    const lines = (other: number) =>
      [
        [0, unit('The ferry was late on every crossing this week.')],
        [other, unit('The ferry came late on each crossing this week.')],
      ] as const;
    expect(probability(lines(0))).toBeLessThan(probability(lines(1)));
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
