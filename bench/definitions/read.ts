/** The whole program, fast tier, over the `throughput` articles, beside one plain tokenising pass over the same rows. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isBuilt, readFast } from './cli.js';
import { type Outcome, rounded, timed } from './outcome.js';

export function benchRead(shared: string): Outcome {
  const path = join(shared, 'throughput.docs.jsonl');
  if (!existsSync(path)) return { skipped: `${path} is not there` };
  if (!isBuilt()) return { skipped: 'dist/cli/main.js is not built' };
  const reference = timed(() => countWords(path));
  const { seconds, peakMB, value: bytes } = readFast(path, (record) => statSync(record).size);
  return {
    articles: reference.value.articles,
    seconds: rounded(seconds),
    articlesPerSecond: rounded(reference.value.articles / seconds),
    MBPerSecond: rounded(statSync(path).size / 1e6 / seconds),
    ...(peakMB === null ? {} : { peakMB }),
    recordMB: rounded(bytes / 1e6),
    referenceSeconds: rounded(reference.seconds),
    timesReference: rounded(seconds / reference.seconds),
  };
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
