import { afterAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/extract/analyse.js';
import type { Analysis } from '../../src/model/analysis.js';
import type { Document } from '../../src/model/document.js';
import { StemmaError } from '../../src/model/errors.js';
import { inProcess, readRecord } from '../../src/pipeline.js';
import { fittingWorkers, poolRunner } from '../../src/workers/pool.js';

/** Threads run what is built; `npm test` builds first. */
const BUILT = new URL('../../dist/workers/worker.js', import.meta.url);
const pool = poolRunner(2, BUILT);
afterAll(() => pool.close());

const document = (n: number): Document => ({
  id: `d${n}`,
  ref: `${n}.txt`,
  sha256: '0'.repeat(64),
  url: null,
  outlet: `The ${n} Gazette`,
  title: null,
  byline: null,
  published: `2031-03-${String((n % 28) + 1).padStart(2, '0')}`,
  language: null,
  captured: null,
  status: 'published',
  text: `Harbour master Ines Calder told the Gazette that ${n + 20} boats were held on pier ${n}.\n\nThe town council will meet on Tuesday.`,
  blocks: [],
});
const documents = Array.from({ length: 90 }, (_, n) => document(n));

describe('the pool', () => {
  it('gives what one thread gives, in order, and counts what is done', async () => {
    const counts: number[] = [];
    const found = await pool.analyse(documents, 'fast', (n) => counts.push(n));
    expect(found).toEqual(await inProcess.analyse(documents, 'fast', () => {}));
    expect(counts.at(-1)).toBe(documents.length);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  });

  it('reads as far as is asked: facts are the same at every depth', async () => {
    const facts = await pool.analyse(documents, 'facts', () => {});
    const whole = await inProcess.analyse(documents, 'rules', () => {});
    const { figures, ordinals, times, places, names, lists, metadata, blocks } = whole[3]!;
    expect(facts[3]).toMatchObject({ figures, ordinals, times, places, names, lists, metadata, blocks });
    expect([facts[3]!.attributions, facts[3]!.assertions]).toEqual([[], []]);
    expect(facts[3]!.key).not.toBe(whole[3]!.key);
  });

  it('makes the same record for any number of workers and any order', async () => {
    const alone = await readRecord(documents);
    const together = await readRecord([...documents].reverse(), { runner: pool });
    expect(JSON.stringify(together.record)).toBe(JSON.stringify(alone.record));
  });

  it('has nothing to do for nothing', async () => {
    expect(await pool.analyse([], 'fast', () => {})).toEqual([]);
  });

  it('says what could not be analysed, as one thread does, and goes on', async () => {
    const all = [document(0), { ...document(1), blocks: null } as unknown as Document, document(2)];
    const together = await readRecord(all, { runner: pool });
    expect(together).toEqual(await readRecord(all));
    expect(together.record.messages).toMatchObject([
      { rule: 'analysis-failed', severity: 'error', ref: '1.txt' },
    ]);
    const alone = await readRecord([document(0), document(2)]);
    const { claims } = together.record;
    expect(claims.map(({ id }) => id)).toEqual(alone.record.claims.map(({ id }) => id));
  });

  it('says which story could not be read, as one thread does, and goes on', async () => {
    const account = (n: number) => ({ document: document(n), analysis: analyse(document(n), 'fast') });
    const bad = { ...account(1), analysis: null as unknown as Analysis };
    const stories = [account(0), bad, account(2)].map((one) => ({ accounts: [one], passages: [] }));
    const read = await pool.stories(stories, () => {});
    expect(read).toEqual(await inProcess.stories(stories, () => {}));
    expect(read.map(({ claims }) => claims.length > 0)).toEqual([true, false, true]);
    expect(read.flatMap(({ messages }) => messages)).toMatchObject([
      { rule: 'analysis-failed', severity: 'error', ref: '1.txt' },
    ]);
  });

  it('says when a worker cannot start', async () => {
    const absent = poolRunner(1, new URL('./no-such-worker.js', import.meta.url));
    await expect(absent.analyse([document(0)], 'fast', () => {})).rejects.toThrow(StemmaError);
    await absent.close();
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses %d workers', (n) => {
    expect(() => poolRunner(n)).toThrow(RangeError);
  });

  it('is not worth starting for a handful of documents', () => {
    expect(fittingWorkers(5, 'accurate')).toBe(1);
    expect(fittingWorkers(0, 'fast')).toBe(1);
  });
});
