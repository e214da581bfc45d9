import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEncoder, type Pieces } from '../../src/encoder/encoder.js';
import { readWeights } from '../../src/encoder/weights.js';
import type { TensorInput } from './container.js';
import { gelu, referenceEncode } from './reference.js';
import { seeded, type TinySizes, tinyFile, tinyTensors } from './tiny-model.js';

const SIZES: TinySizes = {
  layers: 2,
  hidden: 32,
  heads: 2,
  ffn: 128,
  vocab: 50,
  maxPieces: 64,
  features: [3, 5],
};

const readTiny = (sizes: TinySizes, seed: number) => readWeights(tinyFile(sizes, tinyTensors(sizes, seed)));

function randomWindow({ vocab, features }: TinySizes, length: number, seed: number): Pieces {
  const random = seeded(seed);
  return {
    ids: Int32Array.from({ length }, () => random(vocab)),
    features: features.map((rows) => Uint8Array.from({ length }, () => random(rows))),
  };
}

function greatestError(out: Float32Array, expected: number[][]): number {
  return Math.max(...expected.flat().map((value, i) => Math.abs(value - out[i]!)));
}

const hash = (out: Float32Array): string =>
  createHash('sha256')
    .update(new Uint8Array(out.buffer, out.byteOffset, out.byteLength))
    .digest('hex');

const weights = readTiny(SIZES, 1);
const encoder = createEncoder(weights);

describe('encode', () => {
  it.each([1, 2, 3, 4, 5, 7, 8, 9, 12, 17, 63, 64])('does what BERT does, %i pieces', (length) => {
    const window = randomWindow(SIZES, length, length);
    const out = encoder.encode(window);
    expect(out).toHaveLength(length * SIZES.hidden);
    expect(greatestError(out, referenceEncode(weights, window))).toBeLessThan(2e-3);
  });

  it.each<[string, Partial<TinySizes>]>([
    ['one layer, one head, no features', { layers: 1, heads: 1, features: [] }],
    ['heads of 8', { hidden: 24, heads: 3, ffn: 8, features: [2] }],
    ['odd multiples of 8', { hidden: 80, heads: 2, ffn: 56, vocab: 7, maxPieces: 21 }],
  ])('runs models of other sizes: %s', (_, other) => {
    const sizes = { ...SIZES, ...other };
    const model = readTiny(sizes, 2);
    const window = randomWindow(sizes, 21, 3);
    expect(greatestError(createEncoder(model).encode(window), referenceEncode(model, window))).toBeLessThan(
      2e-3,
    );
  });

  it('tells what the model takes', () => {
    expect(encoder).toMatchObject({ hidden: 32, maxPieces: 64, featureSizes: [3, 5] });
  });

  it('gives nothing for no pieces', () => {
    expect(encoder.encode(randomWindow(SIZES, 0, 1))).toHaveLength(0);
  });

  it('gives the bits that it gave on the first machine', () => {
    const windows = Array.from({ length: 16 }, (_, i) => randomWindow(SIZES, 49 + i, i));
    expect(windows.map((window) => hash(encoder.encode(window)).slice(0, 4)).join(' ')).toBe(
      '818a c270 0020 6930 7ea9 1a31 9913 172f 9add f341 e2cd e478 3385 f221 90cb ae75',
    );
  });

  it('depends on no other window, and hands out what stays', () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 64 }), { minLength: 1, maxLength: 6 });
    const fresh = new Map<number, string>();
    fc.assert(
      fc.property(lengths, (windows) => {
        const outs = windows.map((length) => encoder.encode(randomWindow(SIZES, length, length)));
        outs.forEach((out, i) => {
          const length = windows[i]!;
          if (!fresh.has(length)) {
            fresh.set(length, hash(createEncoder(weights).encode(randomWindow(SIZES, length, length))));
          }
          expect(hash(out)).toBe(fresh.get(length));
        });
      }),
      { seed: 1, numRuns: 30 },
    );
  });

  it('does not overflow where every product has the same sign and the greatest value', () => {
    const sizes: TinySizes = {
      layers: 1,
      hidden: 64,
      heads: 1,
      ffn: 1536,
      vocab: 3,
      maxPieces: 8,
      features: [],
    };
    const tensors: { [name: string]: TensorInput } = tinyTensors(sizes, 4);
    const fill = (name: string, value: number): void => {
      (tensors[name]!.data as Float32Array | Int8Array).fill(value);
    };
    // Every state is the same number, so that it takes the whole of the 16 bits, or what of them the sums allow.
    for (const name of ['embeddings.norm', 'layer.0.attention.norm']) {
      fill(`${name}.weight`, 0);
      fill(`${name}.bias`, 3);
    }
    for (const name of ['query', 'key', 'value', 'up', 'down']) fill(`layer.0.${name}`, 127);
    for (const name of ['query', 'key']) fill(`layer.0.${name}.scale`, 0.002);
    const model = readWeights(tinyFile(sizes, tensors));
    const window = randomWindow(sizes, 8, 1);
    expect(greatestError(createEncoder(model).encode(window), referenceEncode(model, window))).toBeLessThan(
      2e-3,
    );
  });

  it('takes states of nought', () => {
    const tensors = tinyTensors(SIZES, 6);
    for (const name of [
      'embeddings.norm.weight',
      'embeddings.norm.bias',
      'layer.0.value.bias',
      'layer.0.up.bias',
    ]) {
      (tensors[name]!.data as Float32Array).fill(0);
    }
    const model = readWeights(tinyFile(SIZES, tensors));
    const window = randomWindow(SIZES, 9, 1);
    expect(greatestError(createEncoder(model).encode(window), referenceEncode(model, window))).toBeLessThan(
      2e-3,
    );
  });

  it.each<[string, Pieces, string]>([
    ['a window too long', randomWindow(SIZES, 65, 1), 'a window of 65 pieces, at most 64'],
    ['too few features', { ids: Int32Array.of(1), features: [Uint8Array.of(1)] }, '1 features given'],
    [
      'a feature too short',
      { ids: Int32Array.of(1, 2), features: [Uint8Array.of(1, 1), Uint8Array.of(1)] },
      '1 values of feature 1 of 2 pieces',
    ],
    ['an unknown piece', { ...randomWindow(SIZES, 1, 1), ids: Int32Array.of(50) }, 'ids know no 50'],
    ['a negative piece', { ...randomWindow(SIZES, 1, 1), ids: Int32Array.of(-1) }, 'ids know no -1'],
    [
      'an unknown value',
      { ids: Int32Array.of(1), features: [Uint8Array.of(3), Uint8Array.of(0)] },
      'values of feature 0 know no 3',
    ],
  ])('refuses %s', (_, window, message) => {
    expect(() => encoder.encode(window)).toThrow(message);
    expect(() => encoder.encode(window)).toThrow(RangeError);
  });
});

describe('createEncoder', () => {
  const tensors = tinyTensors(SIZES, 1);
  const without = (name: string) => ({ sizes: SIZES, tensors: { ...tensors, [name]: undefined } });
  const sized = (other: Partial<TinySizes>) => ({ sizes: { ...SIZES, ...other }, tensors });
  it.each([
    ['without a layer', without('layer.1.key'), 'lack "layer.1.key"'],
    ['without scales', without('layer.1.key.scale'), 'lack "layer.1.key.scale"'],
    ['of other sizes', sized({ hidden: 64 }), 'shape'],
    ['of a smaller vocabulary', sized({ vocab: 51 }), '"embeddings.word" has 50 rows, not 51'],
    ['of fewer positions', sized({ maxPieces: 65 }), '"embeddings.position" has 64 rows for 65 pieces'],
    [
      'with heads too narrow',
      sized({ heads: 8 }),
      'meta.hidden of the weights must be a multiple of 64, not 32',
    ],
    [
      'without layers',
      sized({ layers: 0 }),
      'meta.layers of the weights must be a positive whole number, not 0',
    ],
  ])('refuses weights %s', (_, { sizes, tensors: given }, message) => {
    const kept = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const read = () => createEncoder(readWeights(tinyFile(sizes, kept as { [name: string]: TensorInput })));
    expect(read).toThrow(message);
    expect(read).toThrow(RangeError);
  });
});

describe('the reference', () => {
  it.each([
    [0, 0],
    [1, 0.841344746],
    [-1, -0.158655254],
    [3, 2.995950306],
    [-4, -0.000126685],
    [-3.5, -0.000814202],
  ])('has the gelu of %f right', (x, y) => {
    expect(gelu(x)).toBeCloseTo(y, 8);
  });
});
