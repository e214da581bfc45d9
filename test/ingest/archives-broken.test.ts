import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import { page, readAs, response, utf8 } from './archives.js';

const RUNS = Number(process.env.ARCHIVE_RUNS ?? 25);

const warc = ['a', 'b', 'c'].map((name) =>
  response(`https://gazette.example/${name}`, { 'Content-Type': 'text/html' }, page(`Harbour ${name}`)),
);
const files = { 'a.txt': utf8('The bridge was closed.'), 'b.html': page('Harbour closed') };

async function tar(): Promise<Buffer> {
  const archive = pack();
  for (const [name, bytes] of Object.entries(files)) archive.entry({ name }, bytes);
  archive.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of archive) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** Numbers that look random and are the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The bytes with some changed, cut out, doubled or cut off. */
function broken(bytes: Uint8Array, seed: number): Buffer {
  const pick = numbers(seed);
  let copy = Buffer.from(bytes);
  for (let times = 1 + pick(4); times > 0 && copy.length > 0; times--) {
    const at = pick(copy.length);
    const end = Math.min(copy.length, at + 1 + pick(40));
    const kind = pick(5);
    if (kind === 0) copy.fill(pick(256), at, end);
    else if (kind === 1) copy = Buffer.concat([copy.subarray(0, at), copy.subarray(end)]);
    else if (kind === 2) copy = Buffer.concat([copy.subarray(0, end), copy.subarray(at)]);
    else if (kind === 3 && pick(3) === 0) copy = copy.subarray(0, at);
    else copy[at] = pick(256);
  }
  return copy;
}

describe('archives broken at random are read without a throw, in bounded time', async () => {
  it.each<[string, Uint8Array]>([
    ['w.warc', Buffer.concat(warc)],
    ['w.warc.gz', Buffer.concat(warc.map((record) => gzipSync(record)))],
    ['a.zip', zipSync(files)],
    [
      'a.wacz',
      zipSync({ 'archive/d.warc.gz': gzipSync(Buffer.concat(warc)), 'datapackage.json': utf8('{}') }),
    ],
    ['a.tar', await tar()],
    ['a.tar.gz', gzipSync(await tar())],
    ['a.html.gz', gzipSync(page('Harbour closed'))],
  ])('%s', { timeout: 120_000 }, async (name, bytes) => {
    const sound = await readAs(name, bytes);
    for (let seed = 1; seed <= RUNS; seed++) {
      const start = performance.now();
      const { documents, notes } = await readAs(name, broken(bytes, seed));
      expect(performance.now() - start, `seed ${seed}`).toBeLessThan(10_000);
      expect(documents.length, `seed ${seed}`).toBeLessThanOrEqual(sound.documents.length + 2);
      // What is lost is told.
      if (documents.length < sound.documents.length) expect(notes, `seed ${seed}`).not.toEqual([]);
    }
  });
});
