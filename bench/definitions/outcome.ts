import { spawnSync } from 'node:child_process';

/** Figures of a benchmark by name (units in the names), or why it did not run. */
export type Outcome = { readonly [figure: string]: number } | { readonly skipped: string };

/** Seconds that a call took, and what it gave. */
export function timed<T>(run: () => T): { readonly seconds: number; readonly value: T } {
  const start = performance.now();
  const value = run();
  return { seconds: (performance.now() - start) / 1000, value };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** Wall seconds of a command; throws where it fails. */
export function commandSeconds(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): number {
  const { seconds, value } = timed(() =>
    spawnSync(command, args, { env, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' }),
  );
  if (value.status !== 0)
    throw new Error(
      `${command} ${args.join(' ')} failed: ${value.error?.message ?? value.stderr.slice(-500)}`,
    );
  return seconds;
}

/** Digits that a shared machine can vouch for. */
export const rounded = (value: number): number => Number(value.toPrecision(3));
