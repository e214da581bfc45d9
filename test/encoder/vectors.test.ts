import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOne, packVector, unpackVector } from '../../src/encoder/vectors.js';

const vector = fc
  .array(fc.float({ min: -4, max: 4, noNaN: true }), { minLength: 1, maxLength: 48 })
  .filter((numbers) => numbers.some((x) => Math.abs(x) > 0.01))
  .map((numbers) => Float32Array.from(numbers));

const cosine = (a: Float32Array, b: Float32Array): number => a.reduce((sum, x, k) => sum + x * b[k]!, 0);

describe('packed vectors', () => {
  it('keep their direction to a hundredth', () => {
    fc.assert(
      fc.property(vector, (numbers) => {
        const back = unpackVector(packVector(numbers));
        expect(back).toHaveLength(numbers.length);
        expect(cosine(lengthOne(Float32Array.from(numbers)), back)).toBeGreaterThan(0.99);
      }),
      { seed: 8 },
    );
  });

  it('pack what they unpacked to the same string', () => {
    fc.assert(
      fc.property(vector, (numbers) => {
        const packed = packVector(numbers);
        expect(packVector(unpackVector(packed))).toBe(packed);
      }),
      { seed: 8 },
    );
  });

  it('leave noughts as they are', () => {
    expect([...unpackVector(packVector(new Float32Array(3)))]).toEqual([0, 0, 0]);
  });
});
