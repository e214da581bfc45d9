import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idf } from '../../src/similarity/weights.js';
import { contentWords } from '../../src/similarity/words.js';

const stems = (text: string) => contentWords(text).map((word) => word.stem);

describe('contentWords', () => {
  it.each([
    ['The inspectors were sent to six harbours.', ['inspector', 'sent', '6', 'harbour']],
    ['A 24-hour-a-day watch', ['24', 'hour', 'dai', 'watch']],
    ['1,650 people paid $2.5 million', ['1650', 'peopl', 'paid', 'dollar', '2.5', 'million']],
    ['40% rose', ['40', 'percent', 'rose']],
    ["Calder’s office, Calder's office", ['calder', 'offic', 'calder', 'offic']],
    ['The F.B.I. and the FBI', ['fbi', 'fbi']],
    ['The U.S. told us', ['us.', 'told']],
    ['It didn’t and isn’t', []],
  ])('%s', (text, expected) => {
    expect(stems(text)).toEqual(expected);
  });

  it('knows a name by its capital inside a sentence', () => {
    expect(contentWords('Inspectors met Calder. Harbours closed.').map(({ form }) => form)).toEqual([
      'opening',
      'lower',
      'capital',
      'opening',
      'lower',
    ]);
  });

  it('reads any string, and the same whatever the case of its stop words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { stem } of contentWords(text)) expect(stem).not.toBe('');
      }),
      { seed: 1 },
    );
  });
});

describe('idf', () => {
  it('is higher the rarer a word is', () => {
    expect(idf('said')).toBeLessThan(idf('citi'));
    expect(idf('citi')).toBeLessThan(idf('sanctuari'));
    expect(idf('sanctuari')).toBeLessThan(idf('a-word-of-no-document'));
  });
});
