import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginOf,
  LABELS,
  type LabelledSpan,
  labelsOf,
  mayFollow,
  OUTSIDE,
  ROLES,
  roleOf,
  spansOf,
} from '../../src/tagging/labels.js';

const span = (role: LabelledSpan['role'], from: number, to: number): LabelledSpan => ({ role, from, to });

describe('labels of spans', () => {
  it.each<[string, LabelledSpan[], number[]]>([
    ['none', [], [0, 0, 0, 0, 0]],
    ['one of each', [span('source', 0, 2), span('cue', 2, 3), span('content', 3, 5)], [1, 2, 3, 5, 6]],
    ['two side by side', [span('content', 0, 2), span('content', 2, 4)], [5, 6, 5, 6, 0]],
    ['the later wins', [span('content', 0, 4), span('cue', 1, 2)], [5, 3, 5, 6, 0]],
    ['what runs over the end is cut', [span('content', 3, 9)], [0, 0, 0, 5, 6]],
    ['what begins before the words begins with them', [span('source', -2, 2)], [1, 2, 0, 0, 0]],
  ])('%s', (_, spans, labels) => {
    expect([...labelsOf(spans, 5)]).toEqual(labels);
  });

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            role: fc.constantFrom(...ROLES),
            gap: fc.nat(3),
            size: fc.integer({ min: 1, max: 5 }),
          }),
        ),
        (pieces) => {
          let at = 0;
          const spans = pieces.map(({ role, gap, size }) => {
            const from = at + gap;
            at = from + size;
            return span(role, from, at);
          });
          const labels = labelsOf(spans, at);
          expect(spansOf(labels)).toEqual(spans);
          labels.forEach((label, i) => {
            expect(mayFollow(i === 0 ? OUTSIDE : labels[i - 1]!, label)).toBe(true);
          });
        },
      ),
      { seed: 4 },
    );
  });
});

describe('spans of labels', () => {
  it('begins a span at an I- that goes on with nothing', () => {
    expect(spansOf(Uint8Array.from([2, 2, 4, 0, 6]))).toEqual([
      span('source', 0, 2),
      span('cue', 2, 3),
      span('content', 4, 5),
    ]);
  });
});

describe('a label', () => {
  it('knows its role', () => {
    expect(Array.from({ length: LABELS }, (_, label) => roleOf(label))).toEqual([
      null,
      'source',
      'source',
      'cue',
      'cue',
      'content',
      'content',
    ]);
    expect(ROLES.map(beginOf)).toEqual([1, 3, 5]);
  });

  it('follows only what it may', () => {
    const forbidden: string[] = [];
    for (let a = 0; a < LABELS; a++)
      for (let b = 0; b < LABELS; b++) if (!mayFollow(a, b)) forbidden.push(`${a}-${b}`);
    expect(forbidden.join(' ')).toBe('0-2 0-4 0-6 1-4 1-6 2-4 2-6 3-2 3-6 4-2 4-6 5-2 5-4 6-2 6-4');
  });
});
