/**
 * npm run eval -- [stage …] [--data DIR] [--sample N] [--dry]: scores the stages, writes eval/RESULTS.md.
 * npm run eval -- attribution [--tier fast] [--set polnear_train --fold 0/5]: a part, to choose by; it writes nothing.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Tier } from '../src/model/settings.js';
import { parseFold } from './attribution/data.js';
import type { AttributionOptions } from './attribution.js';
import { readLabels, sectionOf } from './read-labels.js';
import type { Result } from './result.js';
import { changes, figure, merge, type Row, readTable, rowOf, writeTable } from './table.js';

type Evaluate = (shared: string, options: AttributionOptions) => Promise<Result[]>;

type AttributionPart = Pick<AttributionOptions, 'set' | 'fold' | 'tier'>;

/** In the order of the pipeline. `needsData`: reads the evaluation data, which is not part of the project. */
const STAGES: readonly { readonly name: string; readonly needsData: boolean }[] = [
  { name: 'html', needsData: true },
  { name: 'attribution', needsData: true },
  { name: 'facts', needsData: true },
  { name: 'reuse', needsData: true },
  { name: 'similarity', needsData: true },
  { name: 'stories', needsData: true },
  { name: 'lineage', needsData: true },
  { name: 'claims', needsData: true },
  { name: 'read-events', needsData: true },
  { name: 'palladium', needsData: true },
  { name: 'example', needsData: false },
];
const TABLE = join(import.meta.dirname ?? 'eval', 'RESULTS.md');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: '../shared/eval' },
    sample: { type: 'string' },
    set: { type: 'string' },
    fold: { type: 'string' },
    tier: { type: 'string' },
    dry: { type: 'boolean', default: false },
  },
});
process.exitCode = await run();

async function run(): Promise<number> {
  const unknown = positionals.find((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown !== undefined) {
    console.error(`eval: there is no stage "${unknown}"; there are ${STAGES.map((s) => s.name).join(', ')}`);
    return 2;
  }
  const sample = values.sample === undefined ? undefined : Number(values.sample);
  if (sample !== undefined && !(Number.isInteger(sample) && sample > 0)) {
    console.error(`eval: --sample takes a number of documents, not "${values.sample}"`);
    return 2;
  }
  const part = partOf(values);
  if (typeof part === 'string') {
    console.error(`eval: ${part}`);
    return 2;
  }
  const here = existsSync(values.data);
  if (!here) console.log(`eval: no data at ${values.data} (--data DIR), so only what needs none is scored`);
  const commit = git('rev-parse', '--short', 'HEAD') ?? '–';
  const date = new Date().toISOString().slice(0, 10);
  const rows: Row[] = [];
  let failed = 0;
  for (const { name, needsData } of STAGES) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    if (needsData && !here) continue;
    const started = Date.now();
    try {
      const evaluate = await load(name);
      if (evaluate === null) {
        console.log(`${name}: no scorer yet`);
        continue;
      }
      const detail = positionals.includes(name) ? (line: string) => console.log(line) : undefined;
      const results = await evaluate(values.data, { sample, ...part, detail });
      for (const result of results) {
        rows.push(rowOf(name, result, date, commit));
        console.log(
          `${name}  ${result.set}  ${result.metric}  ${figure(result.ours)}  (published ${result.published})${result.note ? `  ${result.note}` : ''}`,
        );
      }
      console.log(`${name}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
    } catch (error) {
      failed++;
      console.error(`eval: ${name} failed: ${error instanceof Error ? error.stack : error}`);
    }
  }
  const earlier = readTable(git('show', 'HEAD:eval/RESULTS.md') ?? '');
  const changed = sample === undefined ? changes(earlier, rows) : [];
  for (const { row, before } of changed) {
    console.log(
      `${row.ours! > before ? '+' : '-'} ${row.stage}, ${row.set}, ${row.metric}: ${figure(before)} → ${figure(row.ours)}`,
    );
  }
  // A sample or a part is no result, and a run that wrote one would hide what the whole set says.
  if (!values.dry && sample === undefined && Object.keys(part).length === 0 && rows.length > 0) {
    const kept = existsSync(TABLE) ? readTable(readFileSync(TABLE, 'utf8')) : earlier;
    writeFileSync(
      TABLE,
      writeTable(
        merge(
          kept,
          rows,
          STAGES.map((s) => s.name),
        ),
        changed,
        sectionOf(readLabels()),
      ),
    );
    console.log(`written ${TABLE}`);
  }
  return failed > 0 ? 1 : 0;
}

/** The part of the attributions that was asked for, or what is wrong with the wish. */
function partOf({
  set,
  fold,
  tier,
}: {
  set?: string;
  fold?: string;
  tier?: string;
}): AttributionPart | string {
  const asked = set !== undefined || fold !== undefined || tier !== undefined;
  if (asked && positionals.join() !== 'attribution')
    return '--set, --fold and --tier go with "attribution" alone';
  if (fold !== undefined && set === undefined) return '--fold needs a --set';
  try {
    return {
      ...(set === undefined ? {} : { set }),
      ...(fold === undefined ? {} : { fold: parseFold(fold) }),
      ...(tier === undefined ? {} : { tier: Tier.parse(tier) }),
    };
  } catch (error) {
    return error instanceof RangeError ? error.message : `there is no tier "${tier}"`;
  }
}

/** The `evaluate…` function of a stage's scorer, null where there is none yet. */
async function load(name: string): Promise<Evaluate | null> {
  const file = new URL(`./${name}.ts`, import.meta.url);
  if (!existsSync(file)) return null;
  const module = (await import(file.href)) as { readonly [name: string]: unknown };
  const wanted = `evaluate${name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;
  const found = Object.entries(module).find(([key, value]) => key === wanted && typeof value === 'function');
  return found ? (found[1] as Evaluate) : null;
}

function git(...args: readonly string[]): string | null {
  try {
    return execFileSync('git', [...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}
