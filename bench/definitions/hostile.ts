/**
 * Every hostile input of the table (test/hostile/inputs.ts) through the whole of `stemma read` in the fast tier: time of
 * computing and peak memory, one after another in one process, as the table's test runs them. Prints each; the results
 * hold the worst.
 */
import { INPUTS, LIMITS } from '../../test/hostile/inputs.js';
import { HostileRunner } from '../../test/hostile/runner.js';
import { isBuilt } from './cli.js';
import { median, type Outcome, rounded } from './outcome.js';

export async function benchHostile(): Promise<Outcome> {
  if (!isBuilt()) return { skipped: 'the program is not built' };
  const runner = new HostileRunner();
  const seconds: number[] = [];
  let peakMB = 0;
  let over = 0;
  let unlike = 0;
  try {
    for (const input of INPUTS) {
      const ended = await runner.run(input);
      seconds.push(ended.seconds);
      peakMB = Math.max(peakMB, ended.peakMB ?? 0);
      if (ended.seconds > LIMITS.seconds || (ended.peakMB ?? 0) > LIMITS.megabytes) over++;
      if (ended.result !== input.result) unlike++;
      console.log(
        `${ended.seconds.toFixed(1).padStart(6)} s ${String(ended.peakMB ?? '?').padStart(5)} MB  ${input.what}: ${ended.result}`,
      );
    }
  } finally {
    runner.close();
  }
  return {
    inputs: INPUTS.length,
    overTheLimits: over,
    otherThanTheTableSays: unlike,
    medianSeconds: rounded(median(seconds)),
    worstSeconds: rounded(Math.max(...seconds)),
    worstPeakMB: peakMB,
    secondsInAll: rounded(seconds.reduce((sum, one) => sum + one, 0)),
  };
}
