/** npm run eval -- [stage …] [--data DIR] [--sample N] [--dry]: scores the stages, writes eval/RESULTS.md. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Result } from './result.js';
import { changes, figure, merge, type Row, readTable, rowOf, writeTable } from './table.js';

type Evaluate = (shared: string, options: { sample?: number }) => Promise<Result[]>;

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
  { name: 'palladium', needsData: true },
  { name: 'example', needsData: false },
];
const TABLE = join(import.meta.dirname ?? 'eval', 'RESULTS.md');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: '../shared/eval' },
    sample: { type: 'string' },
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
      const results = await evaluate(values.data, sample === undefined ? {} : { sample });
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
  // A sample is no result, and a run that wrote one would hide what the whole set says.
  if (!values.dry && sample === undefined && rows.length > 0) {
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
      ),
    );
    console.log(`written ${TABLE}`);
  }
  return failed > 0 ? 1 : 0;
}

/** The `evaluate…` function of a stage's scorer, null where there is none yet. */
async function load(name: string): Promise<Evaluate | null> {
  const file = new URL(`./${name}.ts`, import.meta.url);
  if (!existsSync(file)) return null;
  const module = (await import(file.href)) as { readonly [name: string]: unknown };
  const found = Object.entries(module).find(
    ([key, value]) =>
      key === `evaluate${name[0]!.toUpperCase()}${name.slice(1)}` && typeof value === 'function',
  );
  return found ? (found[1] as Evaluate) : null;
}

function git(...args: readonly string[]): string | null {
  try {
    return execFileSync('git', [...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}
