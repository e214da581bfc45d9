import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSentenceEncoder, type SentenceEncoder } from '../../src/encoder/sentence-encoder.js';
import { lengthOne } from '../../src/encoder/vectors.js';
import { readWeights } from '../../src/encoder/weights.js';

let encoder: SentenceEncoder;
beforeAll(() => {
  encoder = createSentenceEncoder(
    readWeights(readFileSync(new URL('../../models/sentence.bin', import.meta.url))),
  );
});

const whole = (text: string): Float32Array => lengthOne(encoder.encode(text, []).whole.slice());
const cosine = (a: Float32Array, b: Float32Array): number => a.reduce((sum, x, k) => sum + x * b[k]!, 0);

describe('the sentence encoder', () => {
  it.each([
    [
      'The agency will send inspectors to six harbours.',
      'Six ports are to be visited by officers of the agency.',
      'The mayor opened a new school on the hill.',
    ],
    ['Two people were killed in the fire.', 'The blaze left two dead.', 'Two tickets were sold at the door.'],
  ])('finds %s nearer to %s than to %s', (a, near, far) => {
    expect(cosine(whole(a), whole(near))).toBeGreaterThan(cosine(whole(a), whole(far)) + 0.1);
  });

  it('reads a part where it stands', () => {
    const text = 'The union called a strike and the firm closed the gate.';
    const at = (words: string) => [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }];
    const { parts } = encoder.encode(text, [at('The union called a strike'), at('the firm closed the gate')]);
    const [strike, gate] = parts.map((part) => lengthOne(part.slice()));
    const about = lengthOne(
      encoder.encode('A strike was called.', [[{ start: 0, end: 20 }]]).parts[0]!.slice(),
    );
    expect(cosine(strike!, about)).toBeGreaterThan(cosine(gate!, about));
  });

  it.each(['', ' ', '\u0000', 'a'.repeat(100_000), 'word '.repeat(5_000), '\ud800'])(
    'reads any text (%#)',
    (text) => {
      const { whole, parts } = encoder.encode(text, [[{ start: 0, end: text.length }], []]);
      expect(whole.every(Number.isFinite)).toBe(true);
      expect(parts).toHaveLength(2);
      expect(parts[1]).toEqual(whole);
    },
  );
});
