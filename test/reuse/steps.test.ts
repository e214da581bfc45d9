/**
 * Fingerprinting, candidate search and alignment cut apart, with nothing but lines of JSON between them, as a cluster
 * runs them between its own shuffles: the passages are those of one run.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PairAligner, sortRows } from '../../src/reuse/aligning.js';
import { corpusOf } from '../../src/reuse/corpus.js';
import { Uint32List } from '../../src/reuse/kernel/grow.js';
import { evidenceOf } from '../../src/reuse/kernel/pairs.js';
import { SeedSink, seedsOf } from '../../src/reuse/kernel/seeds.js';
import { findPassages } from '../../src/reuse/passages.js';
import { ownMemory, SegmentBuilder } from '../../src/reuse/segment.js';
import { reuseSettings } from '../../src/reuse/settings.js';
import { document, words, written } from './invented.js';

const { acceptance, every } = reuseSettings();
const throughLines = <T>(rows: readonly T[]): T[] => {
  const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  return lines.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as T]));
};

interface Seed {
  readonly doc: number;
  readonly hash: number;
  readonly place: number;
}

/** One text to the seeds in it. */
function fingerprint(doc: number, text: string): Seed[] {
  const builder = new SegmentBuilder();
  builder.add(text, [{ start: 0, end: text.length }]);
  const { tokens } = builder.take(ownMemory);
  const sink = new SeedSink();
  seedsOf(tokens, 0, tokens.length, every, sink);
  return Array.from({ length: sink.length }, (_, i) => ({
    doc,
    hash: sink.hashes[i]!,
    place: sink.places[i]!,
  }));
}

/** Seeds of one hash to those that two documents share. */
function shared(seeds: readonly Seed[]) {
  return seeds.flatMap((q) =>
    seeds.filter((p) => p.doc < q.doc).map((p) => ({ a: p.doc, b: q.doc, placeA: p.place, placeB: q.place })),
  );
}

/** Two texts and the seeds they share to the offsets of their passages. */
function align(a: string, b: string, places: readonly (readonly [number, number])[]): number[][] {
  const seeds = {
    count: places.length,
    places: Uint32Array.from(places.map(([, placeB]) => placeB)),
    otherPlaces: Uint32Array.from(places.map(([placeA]) => placeA)),
  };
  const evidence = evidenceOf(seeds);
  if (evidence === 'none') return [];
  const builder = new SegmentBuilder();
  for (const text of [a, b]) builder.add(text, [{ start: 0, end: text.length }]);
  const aligner = new PairAligner(corpusOf([builder.take(ownMemory)], ownMemory), acceptance);
  const rows = new Uint32List();
  aligner.open(1);
  aligner.align(0, evidence, seeds, rows);
  sortRows(rows, 0);
  return Array.from({ length: rows.length / 9 }, (_, r) => [...rows.values.subarray(9 * r + 2, 9 * r + 6)]);
}

const groupBy = <T>(rows: readonly T[], key: (row: T) => string): T[][] => {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups.values()];
};

it('gives the passages of one run', () => {
  const corpus = fc
    .tuple(
      words(14, 40),
      words(14, 40),
      fc.array(fc.tuple(words(5, 20), fc.subarray([0, 1])), { minLength: 2, maxLength: 6 }),
    )
    .chain(([one, two, texts]) =>
      fc.tuple(
        ...texts.map(([own, parts]) =>
          written([...own, ...parts.flatMap((p) => (p === 0 ? one : two)), ...own.slice(2)]),
        ),
      ),
    );
  fc.assert(
    fc.property(corpus, (texts) => {
      const seeds = throughLines(texts.flatMap((text, doc) => fingerprint(doc, text)));
      const pairs = throughLines(groupBy(seeds, ({ hash }) => `${hash}`).flatMap(shared));
      const found = throughLines(
        groupBy(pairs, ({ a, b }) => `${a} ${b}`).map((of) => ({
          a: of[0]!.a,
          b: of[0]!.b,
          spans: align(
            texts[of[0]!.a]!,
            texts[of[0]!.b]!,
            of.map(({ placeA, placeB }) => [placeA, placeB] as const),
          ),
        })),
      ).flatMap(({ a, b, spans }) => spans.map((span) => `${a} ${b} ${span.join(' ')}`));
      const whole = findPassages(
        texts.map((text, i) => document(`${i}`, text)),
        { pairs: 'all' },
      ).passages.map(({ a, b }) => `${a.doc} ${b.doc} ${a.start} ${a.end} ${b.start} ${b.end}`);
      expect(found.sort()).toEqual(whole.sort());
    }),
    { seed: 11, numRuns: 200 },
  );
});
