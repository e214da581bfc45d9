import { afterAll, describe, expect, it } from 'vitest';
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

  it('makes the same record for any number of workers and any order', async () => {
    const alone = await readRecord(documents);
    const together = await readRecord([...documents].reverse(), { runner: pool });
    expect(JSON.stringify(together.record)).toBe(JSON.stringify(alone.record));
  });

  it('has nothing to do for nothing', async () => {
    expect(await pool.analyse([], 'fast', () => {})).toEqual([]);
  });

  it('says what went wrong in a worker, and ends', async () => {
    const broken = poolRunner(2, BUILT);
    const bad = { ...document(1), blocks: null } as unknown as Document;
    await expect(broken.analyse([document(0), bad], 'fast', () => {})).rejects.toThrow(StemmaError);
    await broken.close();
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
    expect(fittingWorkers(5)).toBe(1);
    expect(fittingWorkers(0)).toBe(1);
  });
});
