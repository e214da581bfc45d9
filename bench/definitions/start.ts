/** From a cold start to the record of five articles, beside a node process that does nothing. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandSeconds, median, type Outcome, rounded } from './outcome.js';

const CLI = join(import.meta.dirname, '../../dist/cli/main.js');
const CASE = '../cases/operation-palladium';
const ROUNDS = 7;

export function benchStart(shared: string): Outcome {
  const folder = join(shared, CASE);
  if (!existsSync(folder)) return { skipped: `${folder} is not there` };
  if (!existsSync(CLI)) return { skipped: 'dist/cli/main.js is not built' };
  const out = mkdtempSync(join(tmpdir(), 'stemma-bench-'));
  try {
    const ours: number[] = [];
    const reference: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      reference.push(commandSeconds(process.execPath, ['-e', '0']));
      ours.push(
        commandSeconds(process.execPath, [
          CLI,
          'read',
          folder,
          '--json',
          join(out, 'record.json'),
          '--quiet',
        ]),
      );
    }
    return {
      seconds: rounded(median(ours)),
      nodeSeconds: rounded(median(reference)),
      timesNode: rounded(median(ours) / median(reference)),
    };
  } catch (error) {
    return { skipped: `read failed: ${error instanceof Error ? error.message : error}` };
  } finally {
    rmSync(out, { recursive: true });
  }
}
