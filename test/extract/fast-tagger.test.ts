import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWeights, type Weights } from '../../src/encoder/weights.js';
import { TEMPLATES } from '../../src/extract/fast-features.js';
import {
  checkOf,
  eachFrame,
  fastScorer,
  fastTagger,
  ROW,
  ROW_BITS,
  rowOf,
} from '../../src/extract/fast-tagger.js';
import { buildFrames } from '../../src/extract/frames.js';
import { NameIndex, namesFromRuns } from '../../src/extract/names/name-index.js';
import { findQuotations } from '../../src/extract/quotes.js';
import { findUtterances } from '../../src/extract/utterances.js';
import { constrained, posteriors } from '../../src/tagging/crf.js';
import { LABELS, labelsOf, mayFollow, spansOf } from '../../src/tagging/labels.js';
import { likelySpans } from '../../src/tagging/likely-spans.js';
import { segment } from '../../src/text/blocks.js';
import { parseText } from '../../src/text/parse.js';

function read(text: string) {
  const parsed = parseText({ text, blocks: segment(text), published: null, outlet: null });
  const frames = buildFrames(parsed, findQuotations(parsed), new NameIndex(namesFromRuns(parsed)));
  const found = frames.map((f, i) => findUtterances(f, i));
  return { frames, found, starts: new Set(parsed.sentences.map(({ start }) => start)) };
}

const CREW = [
  'Ines Calder, the harbour master, said the northern quay would stay shut until spring.',
  '“We were told on Friday,” said Tomas Vree. “Nobody asked us.”',
  'According to a memo seen by the Courier, 40 inspectors will be sent to six harbours.',
  'The quay was built in 1911.',
];

/** Weights that are pseudo-random and every feature's. */
function noise(): Weights {
  const rows = Int8Array.from({ length: 2 ** ROW_BITS * ROW }, (_, i) => ((i * 7919) % 41) - 20);
  for (let row = 0; row < 2 ** ROW_BITS; row++) rows[row * ROW + LABELS] = row % 3 === 0 ? -1 : row % 128;
  return {
    meta: { templates: TEMPLATES },
    tensors: new Map([
      ['rows', { dtype: 'int8', shape: [2 ** ROW_BITS, ROW], data: rows }],
      ['scale', { dtype: 'float32', shape: [1], data: Float32Array.of(0.25) }],
      ['between', { dtype: 'float32', shape: [LABELS, LABELS], data: new Float32Array(LABELS * LABELS) }],
      ['start', { dtype: 'float32', shape: [LABELS], data: new Float32Array(LABELS) }],
      ['end', { dtype: 'float32', shape: [LABELS], data: new Float32Array(LABELS) }],
    ]),
  };
}

describe('fast tagger', () => {
  it('scores words as a plain sum over their features does', () => {
    const weights = noise();
    const rows = weights.tensors.get('rows')!.data;
    const { frames, found, starts } = read(CREW.join('\n\n'));
    const expected: number[][] = [];
    const flat = constrained({
      between: new Float32Array(LABELS * LABELS),
      start: new Float32Array(LABELS),
      end: new Float32Array(LABELS),
    });
    eachFrame(frames, found, starts, ({ hashes, words }, f) => {
      const emissions = new Float32Array(words * LABELS);
      for (let i = 0; i < words; i++)
        for (let t = 0; t < TEMPLATES; t++) {
          const hash = hashes[i * TEMPLATES + t]!;
          if (rows[rowOf(hash) * ROW + LABELS] !== checkOf(hash)) continue;
          for (let k = 0; k < LABELS; k++) emissions[i * LABELS + k]! += rows[rowOf(hash) * ROW + k]! / 4;
        }
      const isMark = (i: number) => frames[f]!.words[i]!.pos === 'PUNCT';
      expected.push([...labelsOf(likelySpans(posteriors(emissions, words, flat), words, isMark), words)]);
    });
    const { labels } = fastTagger(fastScorer(weights))(frames, found, starts);
    expect(labels.map((l) => [...l])).toEqual(expected);
  });

  it('gives a block the same features whatever was read before', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(CREW, { minLength: 1 }), (blocks) => {
        const hashes = (text: string) => {
          const { frames, found, starts } = read(text);
          const all: number[][] = [];
          eachFrame(frames, found, starts, (f) => all.push([...f.hashes.subarray(0, f.words * TEMPLATES)]));
          return all;
        };
        hashes(blocks.join('\n\n'));
        const text = CREW.join('\n\n');
        expect(hashes(text)).toEqual(hashes(text));
      }),
      { seed: 4, numRuns: 10 },
    );
  });

  it('labels every word of hostile text, with labels that may follow one another', () => {
    const tagger = fastTagger(fastScorer(noise()));
    for (const text of [
      '',
      '“',
      '” ” “',
      'said said said',
      `${'he said that '.repeat(3_000)}.`,
      '😀 “😀” said 😀',
    ]) {
      const { frames, found, starts } = read(text);
      const { labels } = tagger(frames, found, starts);
      expect(labels.map((l) => l.length)).toEqual(frames.map(({ words }) => words.length));
      for (const l of labels)
        l.forEach((label, i) => {
          expect(mayFollow(i === 0 ? 0 : l[i - 1]!, label)).toBe(true);
        });
    }
  });

  it('refuses weights of other templates', () => {
    expect(() => fastScorer({ ...noise(), meta: { templates: 3 } })).toThrow(RangeError);
  });
});

describe('the weights that are shipped', () => {
  const tagger = fastTagger(
    fastScorer(readWeights(readFileSync(new URL('../../models/attribution-fast.bin', import.meta.url)))),
  );

  it.each([
    [
      CREW[0]!,
      [
        'source: Ines Calder, the harbour master',
        'cue: said',
        'content: the northern quay would stay shut until spring',
      ],
    ],
    [CREW[3]!, []],
  ])('%s', (text, spans) => {
    const { frames, found, starts } = read(text);
    const { labels } = tagger(frames, found, starts);
    const told = labels.flatMap((l, f) =>
      spansOf(l).map(({ role, from, to }) => {
        const { words } = frames[f]!;
        return `${role}: ${text.slice(words[from]!.start, words[to - 1]!.end).replace(/[,. ]+$/, '')}`;
      }),
    );
    expect(told).toEqual(spans);
  });
});
