import { describe, expect, it } from 'vitest';
import { readWeights, tensor } from '../../src/encoder/weights.js';
import { writeWeights } from './container.js';

const file = writeWeights(
  { layers: 2, note: 'näher' },
  {
    words: { dtype: 'int8', shape: [2, 3], data: Int8Array.of(1, -2, 3, -127, 0, 127) },
    'words.scale': { dtype: 'float32', shape: [2], data: Float32Array.of(0.5, 0.25) },
    narrow: { dtype: 'int16', shape: [1], data: Int16Array.of(-32768) },
    wide: { dtype: 'int32', shape: [1], data: Int32Array.of(-7) },
    empty: { dtype: 'float32', shape: [0, 4], data: new Float32Array() },
    vocab: { dtype: 'uint8', shape: [3], data: new TextEncoder().encode('a\nb') },
  },
);

function withHeader(header: unknown): Uint8Array {
  const json = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const bytes = new Uint8Array(64 + json.length);
  bytes.set(file.subarray(0, 8));
  new DataView(bytes.buffer).setUint32(8, json.length, true);
  bytes.set(json, 12);
  return bytes;
}

const entry = (tensorEntry: unknown) => withHeader({ meta: {}, tensors: { w: tensorEntry } });

describe('readWeights', () => {
  it('reads back meta and tensors', () => {
    const weights = readWeights(file);
    expect(weights.meta).toEqual({ layers: 2, note: 'näher' });
    expect([...weights.tensors.keys()]).toEqual(['words', 'words.scale', 'narrow', 'wide', 'empty', 'vocab']);
    expect(tensor(weights, 'words', 'int8', [2, 3]).data).toEqual(Int8Array.of(1, -2, 3, -127, 0, 127));
    expect(tensor(weights, 'words.scale', 'float32', [2]).data).toEqual(Float32Array.of(0.5, 0.25));
    expect(tensor(weights, 'narrow', 'int16').data).toEqual(Int16Array.of(-32768));
    expect(tensor(weights, 'wide', 'int32').data).toEqual(Int32Array.of(-7));
    expect(tensor(weights, 'empty', 'float32').data).toHaveLength(0);
    expect(new TextDecoder().decode(tensor(weights, 'vocab', 'uint8').data)).toBe('a\nb');
  });

  it('reads bytes that lie askew in a shared buffer', () => {
    const shared = new Uint8Array(file.length + 8);
    shared.set(file, 5);
    const weights = readWeights(shared.subarray(5, 5 + file.length));
    expect(tensor(weights, 'words.scale', 'float32').data).toEqual(Float32Array.of(0.5, 0.25));
  });

  it('refuses a file that breaks off anywhere', () => {
    const last = readWeights(file).tensors.get('vocab')!.data;
    const end = last.byteOffset + last.byteLength;
    for (let length = 0; length < end; length++) {
      expect(() => readWeights(file.subarray(0, length)), `${length} bytes`).toThrow(RangeError);
    }
    expect(() => readWeights(file.subarray(0, end))).not.toThrow();
  });

  it.each([
    ['another file', new TextEncoder().encode('%PDF-1.7 and more'), 'not a weight file'],
    ['no JSON', withHeader('{"meta":'), 'not JSON'],
    ['a list', withHeader([]), 'lacks meta or tensors'],
    ['no tensors', withHeader({ meta: {} }), 'lacks meta or tensors'],
    ['an unknown type', entry({ dtype: 'float64', shape: [1], offset: 0 }), 'unknown type "float64"'],
    ['a type of Object', entry({ dtype: 'toString', shape: [1], offset: 0 }), 'unknown type "toString"'],
    ['no entry', entry(null), 'unknown type'],
    ['a negative size', entry({ dtype: 'int8', shape: [-1], offset: 0 }), 'no valid shape'],
    ['an offset askew', entry({ dtype: 'float32', shape: [1], offset: 4 }), 'no valid shape'],
    [
      'more than there is',
      entry({ dtype: 'int8', shape: [2 ** 40, 2 ** 40], offset: 0 }),
      'breaks off in "w"',
    ],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => readWeights(bytes)).toThrow(message);
    expect(() => readWeights(bytes)).toThrow(RangeError);
  });
});

describe('tensor', () => {
  const weights = readWeights(file);
  it.each([
    ['that is missing', () => tensor(weights, 'heads', 'int8'), 'the weights lack "heads"'],
    ['of another type', () => tensor(weights, 'words', 'float32'), '"words" is int8, not float32'],
    [
      'of another shape',
      () => tensor(weights, 'words', 'int8', [3, 2]),
      '"words" has the shape [2,3], not [3,2]',
    ],
  ])('refuses one %s', (_, read, message) => {
    expect(read).toThrow(message);
    expect(read).toThrow(RangeError);
  });
});
