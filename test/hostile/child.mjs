// Runs commands of the built program one after another, and tells of each how it ended and what it took.
import { readFileSync, writeFileSync } from 'node:fs';

/** Peak memory since the last call of `fresh`, in MB; null where the system does not tell. */
const status = (field) => {
  try {
    return Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1000);
  } catch {
    return null;
  }
};
const fresh = () => {
  globalThis.gc?.();
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {}
};

process.on('message', async ({ command, args }) => {
  fresh();
  const { run } = await import(`../../dist/cli/commands/${command}.js`);
  const kept = [process.stdout.write, process.stderr.write];
  let said = '';
  process.stdout.write = process.stderr.write = (text) => {
    said += text;
    return true;
  };
  const start = process.cpuUsage();
  let exit = null;
  try {
    exit = await run(args);
  } catch (error) {
    said += `\n${error?.code ?? error?.name}: ${error?.message ?? error}`;
    // As the command line takes it: misuse and what cannot be read are told, all else is a crash.
    if (error?.name !== 'StemmaError' && !(error instanceof RangeError)) exit = -1;
    else exit = 2;
  }
  // Of computing: the machine may be shared.
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  [process.stdout.write, process.stderr.write] = kept;
  process.send({ exit, said, seconds, peakMB: status('VmHWM') });
});
