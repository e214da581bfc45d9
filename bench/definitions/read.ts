/** The whole program, fast tier, over the `throughput` articles, beside one plain tokenising pass over the same rows. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, rounded, timed } from './outcome.js';

const CLI = join(import.meta.dirname, '../../dist/cli/main.js');
/** Tells the child's peak memory, where the machine has it. */
const GNU_TIME = '/usr/bin/time';

export function benchRead(shared: string): Outcome {
  const path = join(shared, 'throughput.docs.jsonl');
  if (!existsSync(path)) return { skipped: `${path} is not there` };
  if (!existsSync(CLI)) return { skipped: 'dist/cli/main.js is not built' };
  const reference = timed(() => countWords(path));
  const folder = mkdtempSync(join(tmpdir(), 'stemma-bench-'));
  try {
    const out = join(folder, 'record.json');
    const [command, ...prefix] = existsSync(GNU_TIME)
      ? [GNU_TIME, '-v', process.execPath]
      : [process.execPath];
    const { seconds, value } = timed(() =>
      spawnSync(command, [...prefix, CLI, 'read', path, '--fast', '--json', out, '--quiet'], {
        stdio: ['ignore', 'ignore', 'pipe'],
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      }),
    );
    // Exit status 1 says that some input could not be read; the run still counts.
    if ((value.status ?? 2) > 1 || !existsSync(out))
      return { skipped: `read failed: ${value.stderr.slice(-300)}` };
    const peak = /Maximum resident set size \(kbytes\): (\d+)/.exec(value.stderr)?.[1];
    return {
      articles: reference.value.articles,
      seconds: rounded(seconds),
      articlesPerSecond: rounded(reference.value.articles / seconds),
      MBPerSecond: rounded(statSync(path).size / 1e6 / seconds),
      ...(peak ? { peakMB: Math.round(Number(peak) / 1000) } : {}),
      recordMB: rounded(statSync(out).size / 1e6),
      referenceSeconds: rounded(reference.seconds),
      timesReference: rounded(seconds / reference.seconds),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The reference: rows read and parsed, words matched and counted by their lower-case form. */
function countWords(path: string): { readonly articles: number; readonly different: number } {
  const counts = new Map<string, number>();
  let articles = 0;
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue;
    articles++;
    const { text } = JSON.parse(line) as { text: string };
    for (const [word] of text.matchAll(/[\p{L}\p{N}_]+/gu)) {
      const lower = word.toLowerCase();
      counts.set(lower, (counts.get(lower) ?? 0) + 1);
    }
  }
  return { articles, different: counts.size };
}
