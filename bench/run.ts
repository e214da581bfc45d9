/**
 * Runs the benchmarks and appends a line of JSON for each to bench/results/NAME.jsonl:
 *   npm run bench [-- NAME…] [-- --shared ../shared/eval]        names: reuse, facts, html, read, start, lineage,
 * story, hostile, reuse-million
 * Every figure has a ratio to a reference measured in the same run, since machines differ and are shared.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchFacts } from './definitions/facts.js';
import { benchHostile } from './definitions/hostile.js';
import { benchHtml } from './definitions/html.js';
import { benchLineage } from './definitions/lineage.js';
import type { Outcome } from './definitions/outcome.js';
import { benchRead } from './definitions/read.js';
import { benchReuse, benchReuseMillion } from './definitions/reuse.js';
import { benchStart } from './definitions/start.js';
import { benchStory } from './definitions/story.js';

const BENCHMARKS: { readonly [name: string]: (shared: string) => Outcome | Promise<Outcome> } = {
  reuse: benchReuse,
  facts: benchFacts,
  html: benchHtml,
  read: benchRead,
  start: benchStart,
  lineage: benchLineage,
  story: benchStory,
  hostile: benchHostile,
  'reuse-million': benchReuseMillion,
};
/** Run only where named. */
const LONG = new Set(['lineage', 'story', 'hostile', 'reuse-million']);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { shared: { type: 'string', default: process.env.STEMMA_SHARED ?? '../shared/eval' } },
});
for (const name of positionals) {
  if (!(name in BENCHMARKS))
    throw new RangeError(`no benchmark ${name}; there are ${Object.keys(BENCHMARKS).join(', ')}`);
}

const commit =
  spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).stdout?.trim() || null;
const machine = {
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGB: Math.round(totalmem() / 1e9),
  node: process.version,
};
const results = join(import.meta.dirname, 'results');
mkdirSync(results, { recursive: true });
for (const name of positionals.length > 0
  ? positionals
  : Object.keys(BENCHMARKS).filter((name) => !LONG.has(name))) {
  const outcome = await BENCHMARKS[name]!(values.shared);
  if ('skipped' in outcome) {
    console.log(`${name}: skipped, ${outcome.skipped}`);
    continue;
  }
  const line = { date: new Date().toISOString(), commit, machine, ...outcome };
  appendFileSync(join(results, `${name}.jsonl`), `${JSON.stringify(line)}\n`);
  console.log(name);
  console.table(outcome);
}
