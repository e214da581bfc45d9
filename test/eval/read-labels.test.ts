import { describe, expect, it } from 'vitest';
import {
  type Finding,
  readLabels,
  sectionOf,
  speaksOf,
  type Verdict,
  verdictOf,
} from '../../eval/read-labels.js';

const place = (doc: string, start: number, end: number) => ({ doc, start, end });

const verdict: Verdict = {
  event: 'e',
  what: 'drift',
  kind: 'figure',
  from: place('a', 10, 14),
  to: place('b', 30, 32),
  verdict: 'true',
  reason: 'one count, two numbers',
};

const finding: Finding = {
  event: 'e',
  what: 'drift',
  kind: 'figure',
  from: [place('a', 12, 20)],
  to: [place('b', 31, 40)],
};

describe('speaksOf', () => {
  it('holds where the kind is one and both places overlap, in either order', () => {
    expect(speaksOf(finding, verdict)).toBe(true);
    expect(speaksOf({ ...finding, from: finding.to, to: finding.from }, verdict)).toBe(true);
    expect(speaksOf({ ...finding, kind: 'hedge' }, verdict)).toBe(false);
    expect(speaksOf({ ...finding, event: 'f' }, verdict)).toBe(false);
    expect(speaksOf({ ...finding, to: [place('c', 31, 40)] }, verdict)).toBe(false);
    expect(speaksOf({ ...finding, from: [place('a', 14, 20)] }, verdict)).toBe(false);
  });

  it('asks for one place only where one of the two was dropped', () => {
    expect(speaksOf({ ...finding, to: [] }, verdict)).toBe(true);
    expect(speaksOf(finding, { ...verdict, to: null })).toBe(true);
  });
});

describe('verdictOf', () => {
  it('takes the verdict with as many places first, and none of a conflict for a drift', () => {
    const dropped: Verdict = { ...verdict, to: null, verdict: 'false' };
    const labels = { verdicts: [dropped, verdict], missed: [], inFull: new Set<string>() };
    expect(verdictOf(finding, labels)).toBe(verdict);
    expect(verdictOf({ ...finding, to: [] }, labels)).toBe(dropped);
    expect(verdictOf({ ...finding, what: 'conflict' }, labels)).toBeNull();
  });
});

describe('the labels kept', () => {
  const labels = readLabels();
  const all = [...labels.verdicts, ...labels.missed];

  it('are forty verdicts or more and three events read in full, each with a reason and places in its event', () => {
    expect(labels.verdicts.length).toBeGreaterThanOrEqual(40);
    expect(labels.inFull.size).toBe(3);
    for (const { event, from, to, reason } of all) {
      expect(reason).not.toBe('');
      for (const { doc, start, end } of to === null ? [from] : [from, to]) {
        expect(doc).toContain(event);
        expect(start).toBeLessThan(end);
      }
    }
    expect(labels.missed.every(({ event }) => labels.inFull.has(event))).toBe(true);
  });

  it('stand in the results a line each, none of which is a row of the table', () => {
    const lines = sectionOf(labels);
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(all.length);
    expect(lines.some((line) => line.startsWith('|'))).toBe(false);
  });
});
