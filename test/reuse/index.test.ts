import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBytes, toBytes } from '../../src/reuse/index-bytes.js';
import { findPassages, type ReuseDocument } from '../../src/reuse/passages.js';
import { ReuseIndex } from '../../src/reuse/reuse-index.js';
import { loadReuseIndex, saveReuseIndex } from '../../src/store/reuse-index.js';
import { document, words, written } from './invented.js';

/** Texts of which some hold stretches of others. */
const corpus = fc
  .tuple(
    fc.array(words(14, 40), { minLength: 3, maxLength: 3 }),
    fc.array(fc.array(fc.nat(2), { maxLength: 2 }), { minLength: 2, maxLength: 7 }),
    fc.array(words(5, 20), { minLength: 7, maxLength: 7 }),
  )
  .chain(([stretches, texts, own]) =>
    fc.tuple(...texts.map((parts, i) => written([...own[i]!, ...parts.flatMap((p) => stretches[p]!)]))),
  )
  .map((texts) => texts.map((text, i) => document(`d${i}`, text)));

const bytesOf = (index: ReuseIndex): Uint8Array => Buffer.concat([...toBytes(index)]);
const told = (passages: readonly { a: object; b: object; kind: string; similarity: number }[]) =>
  passages
    .map(({ a, b, kind, similarity }) => {
      const side = (s: object) => {
        const { doc, start, end } = s as { doc: string; start: number; end: number };
        return `${doc} ${start} ${end}`;
      };
      return `${side(a)} | ${side(b)} | ${kind} ${similarity.toFixed(4)}`;
    })
    .sort();
const batch = (documents: readonly ReuseDocument[]) =>
  told(findPassages(documents, { pairs: 'all' }).passages);

describe('an index of reuse', () => {
  it('gives, document by document, what one run over all gives', () => {
    fc.assert(
      fc.property(corpus, fc.nat(7), (documents, filled) => {
        const all = new ReuseIndex();
        expect(told(documents.flatMap((d) => all.add(d)))).toEqual(batch(documents));
        // The same where some stand in order already, and after it was saved.
        const some = new ReuseIndex();
        some.fill(documents.slice(0, filled));
        const loaded = fromBytes(bytesOf(some));
        const late = documents.slice(filled).map(({ id }) => id);
        const expected = told(
          findPassages(documents, { pairs: 'all' }).passages.filter(({ b }) => late.includes(b.doc)),
        );
        expect(told(documents.slice(filled).flatMap((d) => loaded.add(d)))).toEqual(expected);
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  it('finds large families and tells boilerplate once it is in order', () => {
    const wire = Array.from({ length: 60 }, (_, i) => `wire${i}`).join(' ');
    const notice = 'Write to our newsroom or sign up for the weekly letter on our page';
    const own = (i: number) => Array.from({ length: 40 }, (_, k) => `own${i}x${k}`).join(' ');
    const index = new ReuseIndex();
    const courier = (i: number) => `${own(i)} ${i % 2 === 0 ? wire : own(i + 500)}\n${notice}`;
    index.fill(Array.from({ length: 200 }, (_, i) => document(`w${i}`, courier(i), 'Courier')));
    const found = index.add(document('new', `${own(999)} ${wire}\n${notice}`, 'Courier'));
    expect(new Set(found.map(({ a }) => a.doc)).size).toBe(100);
    expect(index.add(document('other', `${own(1000)}\n${notice}`, 'Courier'))).toEqual([]);
    expect(index.size).toBe(202);
  });

  it('leaves out one outlet with itself where asked to, and refuses a taken id', () => {
    const index = new ReuseIndex({ ignoreSameOutlet: true });
    const text = Array.from({ length: 30 }, (_, i) => `word${i}`).join(' ');
    index.add(document('a', text, 'Courier'));
    expect(index.add(document('b', text, 'Courier'))).toEqual([]);
    expect(index.add(document('c', text, 'Gazette')).map(({ a }) => a.doc)).toEqual(['a', 'b']);
    expect(() => index.add(document('c', text))).toThrow(RangeError);
    expect(() => new ReuseIndex({ minWords: 2 })).toThrow(RangeError);
  });
});

describe('in a file', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'stemma-index-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is saved whole, and refused where it is damaged or of another version', async () => {
    const path = join(folder, 'index');
    const index = new ReuseIndex();
    const text = Array.from({ length: 30 }, (_, i) => `wörd${i}`).join(' ');
    index.add(document('ä', text));
    await saveReuseIndex(index, path);
    expect((await loadReuseIndex(path)).add(document('b', text))).toHaveLength(1);
    const bytes = readFileSync(path);
    for (const [damaged, why] of [
      [bytes.subarray(0, 10), 'begin'],
      [bytes.subarray(0, bytes.length - 9), 'early'],
      [Buffer.from(bytes.toString('latin1').replace('"version":1', '"version":9'), 'latin1'), 'version 9'],
      [Buffer.from('{"id": "a"}'), 'begin'],
    ] as const) {
      writeFileSync(path, damaged);
      await expect(loadReuseIndex(path)).rejects.toThrow(why);
    }
    await expect(loadReuseIndex(join(folder, 'none'))).rejects.toThrow('cannot read');
    await expect(saveReuseIndex(index, join(folder, 'no', 'where'))).rejects.toThrow('cannot write');
  });
});
