/** A run of the built program from outside, with the time and memory that it takes. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timed } from './outcome.js';

const CLI = join(import.meta.dirname, '../../dist/cli/main.js');
/** Tells the child's peak memory, where the machine has it. */
const GNU_TIME = '/usr/bin/time';

export const isBuilt = (): boolean => existsSync(CLI);

/** What `use` makes of the record that the fast tier reads from a file; throws where none is written. `peakMB`: null where not told. */
export function readFast<T>(
  path: string,
  use: (record: string) => T,
): { readonly seconds: number; readonly peakMB: number | null; readonly value: T } {
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
      throw new Error(`read failed: ${value.stderr.slice(-300)}`);
    const peak = /Maximum resident set size \(kbytes\): (\d+)/.exec(value.stderr)?.[1];
    return { seconds, peakMB: peak === undefined ? null : Math.round(Number(peak) / 1000), value: use(out) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
