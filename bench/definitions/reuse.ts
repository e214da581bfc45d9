/** All passages between the `throughput` articles, on one thread, beside `wc -w` over the same text. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPassages } from '../../src/reuse/passages.js';
import { commandSeconds, median, type Outcome, rounded, timed } from './outcome.js';

const ROUNDS = 5;

export function benchReuse(shared: string): Outcome {
  const path = join(shared, 'throughput.docs.jsonl');
  if (!existsSync(path)) return { skipped: `${path} is not there` };
  const documents = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { id, text, outlet } = JSON.parse(line) as { id: string; text: string; outlet: string | null };
      return { id, text, outlet, blocks: [] };
    });
  const folder = mkdtempSync(join(tmpdir(), 'stemma-bench-'));
  try {
    const file = join(folder, 'text.txt');
    const text = documents.map((document) => document.text).join('\n');
    writeFileSync(file, text);
    const ours: number[] = [];
    const reference: number[] = [];
    let passages = 0;
    for (let round = 0; round < ROUNDS; round++) {
      reference.push(commandSeconds('wc', ['-w', file], { ...process.env, LC_ALL: 'C.UTF-8' }));
      const { seconds, value } = timed(() => findPassages(documents, { pairs: 'all' }));
      ours.push(seconds);
      passages = value.passages.length;
    }
    const seconds = median(ours);
    return {
      articles: documents.length,
      passages,
      seconds: rounded(seconds),
      articlesPerSecond: rounded(documents.length / seconds),
      MBPerSecond: rounded(Buffer.byteLength(text) / 1e6 / seconds),
      wcSeconds: rounded(median(reference)),
      timesWc: rounded(seconds / median(reference)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
