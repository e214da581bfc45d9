/**
 * Reuse over generated corpora (bench/corpus.ts), the built program from reading to written, beside `wc -w` over the same
 * file; the index; and two npm packages for the same kind of work, over the same articles in the same run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { File, FingerprintIndex, TokenizedFile } from '@dodona/dolos-core';
import { writeCorpus } from './corpus.js';
import { commandSeconds, median, type Outcome, rounded, timed } from './outcome.js';

const CLI = join(import.meta.dirname, '../../dist/cli/main.js');
/** Tells the child's peak memory, where the machine has it. */
const GNU_TIME = '/usr/bin/time';
const WC = { ...process.env, LC_ALL: 'C.UTF-8' };

/** Articles of the corpora, and how often each is read. */
const SIZES = [
  { articles: 10_000, rounds: 5 },
  { articles: 100_000, rounds: 3 },
];
const MILLION = [{ articles: 1_000_000, rounds: 1 }];
/** Articles added one by one; and that `minhash` gets, whose time is a matter of each alone. */
const ADDED = 2000;
const FOR_MINHASH = 1000;

export const benchReuse = (shared: string): Promise<Outcome> => bench(shared, SIZES, true);
/** Takes half an hour, most of it to write the corpus, unless STEMMA_BENCH_MILLION says where it lies already. */
export const benchReuseMillion = (shared: string): Promise<Outcome> => bench(shared, MILLION, false);

async function bench(shared: string, sizes: typeof SIZES, withPeers: boolean): Promise<Outcome> {
  if (!existsSync(join(shared, 'throughput.docs.jsonl')))
    return { skipped: 'the throughput set is not here' };
  if (!existsSync(CLI)) return { skipped: 'dist/cli/main.js is not built' };
  const folder = mkdtempSync(join(tmpdir(), 'stemma-bench-'));
  try {
    const figures: { [figure: string]: number } = {};
    for (const { articles, rounds } of sizes) {
      const written = articles >= 1_000_000 ? process.env.STEMMA_BENCH_MILLION : undefined;
      const corpus = written ?? join(folder, 'corpus.jsonl');
      if (written === undefined) writeCorpus(shared, { articles, seed: 1 }, corpus, null);
      const name = articles >= 1_000_000 ? `${articles / 1_000_000}M` : `${articles / 1000}k`;
      Object.assign(figures, named(name, measure(corpus, join(folder, 'out.jsonl'), articles, rounds)));
      if (withPeers && articles === sizes.at(-1)!.articles)
        Object.assign(figures, await measureIndex(corpus));
      if (withPeers && articles === sizes[0]!.articles) Object.assign(figures, await measurePeers(corpus));
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const named = (name: string, figures: { readonly [figure: string]: number }) =>
  Object.fromEntries(Object.entries(figures).map(([figure, value]) => [`${name} ${figure}`, value]));

function measure(corpus: string, out: string, articles: number, rounds: number) {
  const ours: number[] = [];
  const reference: number[] = [];
  let peak = 0;
  for (let round = 0; round < rounds; round++) {
    reference.push(commandSeconds('wc', ['-w', corpus], WC));
    const [command, ...prefix] = existsSync(GNU_TIME)
      ? [GNU_TIME, '-v', process.execPath]
      : [process.execPath];
    const { seconds, value } = timed(() =>
      spawnSync(command, [...prefix, CLI, 'reuse', corpus, '--out', out, '--workers', '2', '--quiet'], {
        stdio: ['ignore', 'ignore', 'pipe'],
        encoding: 'utf8',
      }),
    );
    if (value.status !== 0) throw new Error(`reuse failed: ${value.stderr.slice(-300)}`);
    ours.push(seconds);
    peak = Math.max(peak, Number(/Maximum resident set size \(kbytes\): (\d+)/.exec(value.stderr)?.[1] ?? 0));
  }
  const seconds = median(ours);
  return {
    MB: Math.round(statSync(corpus).size / 1e6),
    passages: linesOf(out),
    seconds: rounded(seconds),
    articlesPerSecond: rounded(articles / seconds),
    timesWc: rounded(seconds / median(reference)),
    ...(peak > 0 ? { peakMB: Math.round(peak / 1000) } : {}),
  };
}

const linesOf = (path: string): number =>
  Number(/\d+/.exec(spawnSync('wc', ['-l', path], { encoding: 'utf8' }).stdout)![0]);

interface Row {
  readonly id: string;
  readonly outlet: string;
  readonly text: string;
}

/** The program as built, since what runs TypeScript as it stands wraps every function. */
const program = () =>
  import(join(import.meta.dirname, '../../dist/index.js')) as Promise<typeof import('../../src/index.js')>;

async function measureIndex(corpus: string) {
  const { ReuseIndex } = await program();
  const lines = readFileSync(corpus, 'utf8').split('\n');
  const rows = function* (): Generator<Row> {
    for (const line of lines) if (line !== '') yield JSON.parse(line) as Row;
  };
  const index = new ReuseIndex();
  index.fill(rows());
  const late = [...rows()].slice(-ADDED).map((row) => ({ ...row, id: `again ${row.id}` }));
  const milliseconds = late.map((row) => timed(() => index.add(row)).seconds * 1000);
  return { 'index size': index.size - ADDED, 'index add median ms': rounded(median(milliseconds)) };
}

/** Articles a second of each, on one thread. */
async function measurePeers(corpus: string) {
  const { findPassages } = await program();
  const rows = readFileSync(corpus, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
  findPassages(rows, { pairs: 'all' });
  const perSecond = (run: () => unknown, articles = rows.length) => rounded(articles / timed(run).seconds);
  const ours = perSecond(() => findPassages(rows, { pairs: 'all' }));
  const dolos = perSecond(() => dolosFragments(rows));
  const minhash = perSecond(() => minhashPairs(rows.slice(0, FOR_MINHASH)), FOR_MINHASH);
  return {
    'ours articles/s': ours,
    'dolos-core articles/s': dolos,
    'minhash articles/s': minhash,
    timesDolos: rounded(ours / dolos),
    timesMinhash: rounded(ours / minhash),
  };
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

/** Winnowed 5-grams in windows of 4, as the prototype's; the fragments of each pair that shares two of them. */
function dolosFragments(rows: readonly Row[]): number {
  const files = rows.map(({ id, text }) => {
    const file = new File(id, text);
    const tokens = wordsOf(text);
    // It takes a region of the source for each token; the offsets do.
    const regions = tokens.map((_, i) => ({ startRow: 0, startCol: i, endRow: 0, endCol: i + 1 }));
    return new TokenizedFile(file, tokens, regions as never);
  });
  const index = new FingerprintIndex(5, 4);
  index.addFiles(files);
  const pairs = new Map<string, number>();
  for (const shared of index.sharedFingerprints()) {
    const own = [...shared.files()];
    for (let i = 0; i < own.length; i++) {
      for (let k = 0; k < i; k++) {
        const key = `${own[k]!.id} ${own[i]!.id}`;
        pairs.set(key, (pairs.get(key) ?? 0) + 1);
      }
    }
  }
  const byId = new Map(files.map((file) => [`${file.id}`, file]));
  let fragments = 0;
  for (const [key, count] of pairs) {
    if (count < 2) continue;
    const [a, b] = key.split(' ').map((id) => byId.get(id)!);
    fragments += index.getPair(a!, b!).buildFragments().length;
  }
  return fragments;
}

/** Signatures of 128 values over 5-grams, and the pairs of one band. */
function minhashPairs(rows: readonly Row[]): number {
  const { Minhash, LshIndex } = createRequire(import.meta.url)('minhash') as {
    Minhash: new () => { update(shingle: string): void };
    LshIndex: new () => { insert(id: string, hash: object): void; query(hash: object): string[] };
  };
  const index = new LshIndex();
  let pairs = 0;
  for (const { id, text } of rows) {
    const words = wordsOf(text);
    const hash = new Minhash();
    for (let i = 0; i + 5 <= words.length; i++) hash.update(words.slice(i, i + 5).join(' '));
    index.insert(id, hash);
    pairs += index.query(hash).length - 1;
  }
  return pairs;
}
