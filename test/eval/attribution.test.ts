import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interval } from '../../eval/attribution/bootstrap.js';
import { type Gold, parseFold } from '../../eval/attribution/data.js';
import { compare, errorsOf, wordsIn } from '../../eval/attribution/errors.js';
import { type Judged, judged, type RoleSpans } from '../../eval/attribution/judged.js';
import { sampleMisses } from '../../eval/attribution/misses.js';
import { errorLines, missLines } from '../../eval/attribution/print.js';
import {
  cut,
  exactCounts,
  f1,
  overlapCounts,
  precision,
  recall,
  sum,
  unread,
} from '../../eval/attribution/spans.js';
import { tripleCounts } from '../../eval/attribution/triples.js';
import { random } from '../../eval/random.js';
import { tiersAvailable } from '../../eval/tiers.js';
import { textDocument } from '../../src/ingest/document.js';
import type { Span } from '../../src/model/span.js';
import { readDocument } from '../../src/pipeline.js';
import { tokenize } from '../../src/text/tokens.js';

const TEXT = 'Ines Calder said the pier is closed. It leaks, she said, and rots. Osric Fenn denied that.';
const SENTENCES: readonly Span[] = [
  at('Ines Calder said the pier is closed.'),
  at('It leaks, she said, and rots.'),
  at('Osric Fenn denied that.'),
];

function at(words: string): Span {
  const start = TEXT.indexOf(words);
  if (start < 0) throw new RangeError(`"${words}" is not in the text`);
  return { start, end: start + words.length };
}

/** [source, cue, content], the stretches of a role with "|" between them; empty for none. */
type Said = readonly [string, string, string];
const spans = (words: string): readonly Span[] => (words === '' ? [] : words.split('|').map(at));
const roles = ([source, cue, content]: Said): RoleSpans => ({
  source: spans(source),
  cue: spans(cue),
  content: spans(content),
});
const doc = (ours: readonly Said[], gold: readonly Said[]): Judged => ({
  id: 'one',
  text: TEXT,
  sentences: SENTENCES,
  tokens: SENTENCES.flatMap(({ start, end }) => tokenize(TEXT, start, end)),
  ours: ours.map(roles),
  gold: gold.map(roles),
});

const CALDER: Said = ['Ines Calder', 'said', 'the pier is closed'];
const SHE: Said = ['she', 'said', 'It leaks|and rots'];
const FENN: Said = ['Osric Fenn', 'denied', 'that'];

describe('spans', () => {
  it.each([
    ['marks and spaces at the ends go', ' the pier is closed. ', ['the pier is closed']],
    ['cut at sentence ends', 'is closed. It leaks, she', ['is closed', 'It leaks, she']],
    ['nothing but a mark', '.', []],
  ])('%s', (_, words, expected) => {
    expect(cut(TEXT, SENTENCES, at(words)).map(({ start, end }) => TEXT.slice(start, end))).toEqual(expected);
  });

  it('count each once, by role', () => {
    const counts = exactCounts(doc([CALDER, CALDER, FENN], [CALDER, ['Osric Fenn', 'denied', '']]));
    expect(counts.source).toEqual({ hit: 2, ours: 2, gold: 2 });
    expect(counts.content).toEqual({ hit: 1, ours: 2, gold: 1 });
  });

  it('overlap by words', () => {
    const { content } = overlapCounts(doc([['', '', 'the pier']], [CALDER]));
    expect(content).toEqual({ hit: 2, ours: 2, gold: 4 });
  });

  it('give precision, recall and F1, 0 where nothing is right', () => {
    const counts = sum([
      { hit: 1, ours: 2, gold: 3 },
      { hit: 1, ours: 2, gold: 1 },
    ]);
    expect([precision(counts), recall(counts), f1(counts)]).toEqual([0.5, 0.5, 0.5]);
    expect([precision, recall, f1].map((of) => of({ hit: 0, ours: 0, gold: 0 }))).toEqual([0, 0, 0]);
  });

  it('of gold outside what makes statements are told', () => {
    expect(unread({ ...doc([], [CALDER]), sentences: SENTENCES.slice(1) })).toBe(3);
    expect(unread(doc([], [CALDER]))).toBe(0);
  });
});

describe('linked triples', () => {
  it.each<[string, readonly Said[], readonly Said[], { hit: number; ours: number; gold: number }]>([
    ['all three right', [CALDER, FENN], [FENN, CALDER], { hit: 2, ours: 2, gold: 2 }],
    [
      'right spans, wrongly linked',
      [['Osric Fenn', 'said', 'the pier is closed']],
      [CALDER, FENN],
      { hit: 0, ours: 1, gold: 2 },
    ],
    [
      'marks at the ends make no difference',
      [['Ines Calder ', 'said', 'the pier is closed.']],
      [CALDER],
      { hit: 1, ours: 1, gold: 1 },
    ],
    [
      'each stretch of a broken content',
      [['she', 'said', 'It leaks']],
      [['she', 'said', 'It leaks|and rots']],
      { hit: 0, ours: 1, gold: 1 },
    ],
    [
      'in any order',
      [['she', 'said', 'and rots|It leaks']],
      [['she', 'said', 'It leaks|and rots']],
      { hit: 1, ours: 1, gold: 1 },
    ],
    [
      'none without a cue',
      [['Osric Fenn', '', 'that']],
      [['Osric Fenn', '', 'that']],
      { hit: 0, ours: 0, gold: 0 },
    ],
  ])('%s', (_, ours, gold, expected) => {
    expect(tripleCounts(doc(ours, gold))).toEqual(expected);
  });

  it('count one that stands where nothing is read as missed, never as found', () => {
    const blind = { ...doc([CALDER], [CALDER]), sentences: [] };
    expect(tripleCounts(blind)).toEqual({ hit: 0, ours: 1, gold: 1 });
  });
});

describe('errors', () => {
  const content = (ours: readonly string[], gold: readonly string[]) =>
    compare(
      doc(
        ours.map((c) => ['', '', c] as const),
        gold.map((c) => ['', '', c] as const),
      ),
      'content',
    );

  it.each([
    ['found', ['the pier is closed'], ['the pier is closed'], [], 0],
    ['missed whole', [], ['the pier is closed'], ['missed'], 0],
    ['wrong start', ['pier is closed'], ['the pier is closed'], ['start'], 0],
    ['wrong end', ['the pier'], ['the pier is closed'], ['end'], 0],
    ['both', ['pier is'], ['the pier is closed'], ['both'], 0],
    ['split', ['the pier', 'closed'], ['the pier is closed'], ['split'], 0],
    ['merged', ['the pier is closed'], ['the pier', 'closed'], ['merged', 'merged'], 0],
    [
      'nested gold is not merged',
      ['pier is closed'],
      ['the pier is closed', 'is closed'],
      ['start', 'start'],
      0,
    ],
    [
      'an inner one missed behind an outer one found',
      ['the pier is closed'],
      ['the pier is closed', 'closed'],
      ['missed'],
      0,
    ],
    ['spurious', ['the pier is closed', 'rots'], ['the pier is closed'], [], 1],
  ])('%s', (_, ours, gold, faults, spurious) => {
    const found = content(ours, gold);
    expect(found.faults.map(({ fault }) => fault)).toEqual(faults);
    expect(found.spurious).toHaveLength(spurious);
    expect(found.hits.length + found.faults.length).toBe(gold.length);
  });

  it('are summed by role and by length', () => {
    const errors = errorsOf([doc([CALDER], [CALDER, SHE, FENN])]);
    expect(errors.source).toMatchObject({ gold: 3, hit: 1, ours: 1, spurious: 0 });
    expect(errors.source.faults.missed).toBe(2);
    expect(errors.content.lengths[0]).toEqual({ hit: 1, gold: 4 });
    expect(errorLines('invented', errors, 2).join('\n')).toMatch(/source +3 +1 +2 /);
  });

  it.each([
    ['the pier is closed', 4],
    ['O’Brien’s twenty-four boats, at 1,000 marks', 6],
    ['“…” — !', 0],
  ])('words in %j', (text, n) => {
    expect(wordsIn(text)).toBe(n);
  });

  it('never lose a gold span, whatever overlaps what', () => {
    const span = fc
      .tuple(fc.nat(TEXT.length - 2), fc.integer({ min: 1, max: 40 }))
      .map(([start, length]) => ({
        start,
        end: Math.min(TEXT.length, start + length),
      }));
    const said = fc.array(
      fc.record({ source: fc.array(span), cue: fc.array(span), content: fc.array(span) }),
    );
    fc.assert(
      fc.property(said, said, (ours, gold) => {
        const both = { ...doc([], []), ours, gold };
        const { cue } = errorsOf([both]);
        const counts = exactCounts(both).cue;
        expect(cue.hit + Object.values(cue.faults).reduce((a, b) => a + b, 0)).toBe(counts.gold);
        expect([cue.hit, cue.ours]).toEqual([counts.hit, counts.ours]);
        expect(cue.lengths.reduce((total, { gold: n }) => total + n, 0)).toBe(counts.gold);
        expect(tripleCounts(both).hit).toBeLessThanOrEqual(
          Math.min(tripleCounts(both).ours, tripleCounts(both).gold),
        );
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe('sampled misses', () => {
  const docs = [doc([['Ines Calder', 'said', 'the pier']], [CALDER, FENN])];

  it('show the sentence, what is true and what was found nearest', () => {
    const misses = [...sampleMisses(docs, 10)].sort((a, b) => a.faults.length - b.faults.length);
    expect(misses).toEqual([
      {
        doc: 'one',
        sentences: 'Ines Calder said the pier is closed.',
        gold: { source: 'Ines Calder', cue: 'said', content: 'the pier is closed' },
        ours: { source: 'Ines Calder', cue: 'said', content: 'the pier' },
        faults: [{ role: 'content', fault: 'end' }],
      },
      expect.objectContaining({
        ours: null,
        faults: expect.arrayContaining([{ role: 'cue', fault: 'missed' }]),
      }),
    ]);
    expect(missLines('invented', misses).join('\n')).toContain('ours  nothing');
  });

  it('are always the same', () => {
    expect(sampleMisses(docs, 1)).toEqual(sampleMisses(docs, 1));
    expect(sampleMisses(docs, 1)).toHaveLength(1);
  });
});

describe('intervals', () => {
  const counts = Array.from({ length: 40 }, (_, i) => ({ hit: i % 4, ours: 4, gold: 4 }));

  it('hold the figure, are seeded, and narrow with more documents', () => {
    const { low, high } = interval(counts);
    const value = f1(sum(counts));
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
    expect(interval(counts)).toEqual({ low, high });
    const more = interval([...counts, ...counts, ...counts, ...counts]);
    expect(more.high - more.low).toBeLessThan(high - low);
  });

  it('draw evenly from 0 up to 1', () => {
    const next = random(1);
    const drawn = Array.from({ length: 5000 }, next);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    expect(drawn.reduce((a, b) => a + b, 0) / drawn.length).toBeCloseTo(0.5, 1);
  });
});

describe('what is scored', () => {
  it.each(['', '5/5', '1', '-1/5', '0/0', 'a/b'])('is no fold: %j', (text) => {
    expect(() => parseFold(text)).toThrow(RangeError);
  });

  it('is a fold', () => {
    expect(parseFold('4/5')).toEqual({ part: 4, of: 5 });
  });

  it('is every tier that is there', () => {
    expect(tiersAvailable()).toContain('fast');
  });

  it('is what a user gets, beside gold with whole attributions or lone spans', () => {
    const text = '“We will come,” said Osric Fenn.';
    const gold: Gold[] = [
      {
        kind: 'attribution',
        doc: 'x',
        source: [{ start: 21, end: 31 }],
        cue: [{ start: 16, end: 20 }],
        content: [{ start: 0, end: 15 }],
      },
      { kind: 'role_span', doc: 'x', role: 'cue', start: 16, end: 20 },
      { kind: 'doc_origin', doc: 'x', wire: null },
      { kind: 'attribution_alt', doc: 'x', source: [{ start: 0, end: 4 }] },
    ];
    const analysis = readDocument(textDocument(text), 'fast');
    const both = judged({ doc: { id: 'x', text, outlet: null, date: null }, analysis, gold });
    expect(both.gold).toHaveLength(2);
    expect(exactCounts(both)).toEqual({
      source: { hit: 1, ours: 1, gold: 1 },
      cue: { hit: 1, ours: 1, gold: 1 },
      content: { hit: 1, ours: 1, gold: 1 },
    });
    expect(tripleCounts(both)).toEqual({ hit: 1, ours: 1, gold: 1 });
  });
});
