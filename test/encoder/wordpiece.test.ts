import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWeights } from '../../src/encoder/weights.js';
import { createWordPiece } from '../../src/encoder/wordpiece.js';
import { writeWeights } from './container.js';

const VOCAB = [
  ...[
    '[PAD]',
    '[UNK]',
    'harbour',
    'harb',
    'master',
    'cafe',
    'un',
    'u',
    'a',
    'b',
    '1',
    '##our',
    '##master',
    '##s',
  ],
  ...['##able', '##a', '##1', '.', "'", '"', '-', 'ines', '日', '😀', 'σισυφος'],
];

function wordPieceOf(vocab: string, most?: number) {
  const data = new TextEncoder().encode(vocab);
  return createWordPiece(
    readWeights(writeWeights({}, { vocab: { dtype: 'uint8', shape: [data.length], data } })),
    most,
  );
}

const wordPiece = wordPieceOf(VOCAB.join('\n'));
const cut = (word: string): string => Array.from(wordPiece.pieces(word), (id) => VOCAB[id]).join(' ');

describe('pieces', () => {
  it.each([
    ['harbour', 'harbour'],
    ['Harbours', 'harbour ##s'],
    ['harbourmaster', 'harbour ##master'],
    ['harbour-master', 'harbour - master'],
    ['harba', 'harb ##a'],
    ['Café', 'cafe'],
    ['Cafe\u0301s', 'cafe ##s'],
    ['unable', 'un ##able'],
    ['u.s', 'u . [UNK]'],
    ['a1', 'a ##1'],
    ['1a', '1 ##a'],
    ["ines'", "ines '"],
    ['"', '"'],
    ['zebra', '[UNK]'],
    ['harbourz', '[UNK]'],
    ['harbourz-a', '[UNK] - a'],
    ['a_b', 'a [UNK] b'],
    ['日', '日'],
    ['日日', '[UNK]'],
    ['😀a', '😀 a'],
    ['😀'.slice(0, 1), '[UNK]'],
    ['ΣΊΣΥΦΟΣ', 'σισυφος'],
    ['a b', 'a b'],
    ['', '[UNK]'],
    [' \u0301', '[UNK]'],
    ['\ufeff', '[UNK]'],
    ['a\x1cb', 'a b'],
    ['aaaaaaaaaaaaaaaa', 'a ##a ##a ##a ##a ##a ##a ##a ##a ##a ##a ##a'],
    ['................', '. . . . . . . . . . . .'],
    [`${'a'.repeat(30)}z`, '[UNK]'],
  ])('%j → %s', (word, pieces) => {
    expect(cut(word)).toBe(pieces);
    expect(cut(word)).toBe(pieces);
  });

  it('keeps to another most', () => {
    expect(wordPieceOf(VOCAB.join('\n'), 2).pieces('aaaa')).toHaveLength(2);
  });

  it('takes a last line end as none, and a word of a hundred thousand letters in its stride', () => {
    const other = wordPieceOf(`${VOCAB.join('\n')}\n`);
    expect(other.pieces('')).toEqual(wordPiece.pieces(''));
    expect(other.pieces('a'.repeat(100_000))).toHaveLength(12);
  });

  it('gives one to twelve known pieces, the same each time, for any string', () => {
    const other = wordPieceOf(VOCAB.join('\n'));
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 });
    fc.assert(
      fc.property(units, (codes) => {
        const word = String.fromCharCode(...codes);
        const pieces = [...wordPiece.pieces(word)];
        expect(pieces.length).toBeGreaterThan(0);
        expect(pieces.length).toBeLessThanOrEqual(12);
        expect(pieces.every((id) => id >= 0 && id < VOCAB.length)).toBe(true);
        expect([...other.pieces(word)]).toEqual(pieces);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('refuses a vocabulary without [UNK]', () => {
    expect(() => wordPieceOf('a\nb')).toThrow(RangeError);
  });
});
