import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Crf, constrained, posteriors } from '../../src/tagging/crf.js';
import { LABELS } from '../../src/tagging/labels.js';

const scores = (length: number) =>
  fc
    .array(fc.integer({ min: -400, max: 400 }), { minLength: length, maxLength: length })
    .map((xs) => Float32Array.from(xs, (x) => x / 100));

const crfs = fc
  .record({ between: scores(LABELS * LABELS), start: scores(LABELS), end: scores(LABELS) })
  .map(constrained);

const inputs = fc
  .integer({ min: 1, max: 4 })
  .chain((length) =>
    fc.record({ length: fc.constant(length), emissions: scores(length * LABELS), crf: crfs }),
  );

const FLAT: Crf = {
  between: new Float32Array(LABELS * LABELS),
  start: new Float32Array(LABELS),
  end: new Float32Array(LABELS),
};

/** Every path with its score, allowed or not. */
function paths(emissions: Float32Array, length: number, { between, start, end }: Crf): [number[], number][] {
  const found: [number[], number][] = [];
  const extend = (path: number[], score: number) => {
    if (path.length === length) {
      found.push([path, score + end[path.at(-1)!]!]);
      return;
    }
    for (let k = 0; k < LABELS; k++) {
      const step = path.length === 0 ? start[k]! : between[path.at(-1)! * LABELS + k]!;
      extend([...path, k], score + step + emissions[path.length * LABELS + k]!);
    }
  };
  extend([], 0);
  return found;
}

describe('posteriors', () => {
  it('are sums over all paths', () => {
    fc.assert(
      fc.property(inputs, ({ length, emissions, crf }) => {
        const expected = new Float64Array(length * LABELS);
        let total = 0;
        for (const [path, score] of paths(emissions, length, crf)) {
          total += Math.exp(score);
          for (const [i, label] of path.entries()) expected[i * LABELS + label]! += Math.exp(score);
        }
        posteriors(emissions, length, crf).marginals.forEach((p, i) => {
          expect(p).toBeCloseTo(expected[i]! / total, 4);
        });
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  it('of each word add up to one, however large the scores', () => {
    const length = 300;
    const emissions = Float32Array.from({ length: length * LABELS }, (_, i) => ((i * 7919) % 1301) - 650);
    const posterior = posteriors(emissions, length, constrained(FLAT)).marginals;
    for (let i = 0; i < length; i++)
      expect(posterior.subarray(i * LABELS, (i + 1) * LABELS).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 4);
  });

  it('refuse what does not fit', () => {
    expect(() => posteriors(new Float32Array(3), 1, constrained(FLAT))).toThrow(RangeError);
    expect(() => constrained({ ...FLAT, start: new Float32Array(2) })).toThrow(RangeError);
  });
});
