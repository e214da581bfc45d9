/** `stemma verify`: whether a case file holds what was received, and its record says what stands there. */
import { type ArgsDef, defineCommand } from 'citty';
import { counted, plain } from '../../export/plain.js';
import type { Verdict } from '../../store/verify.js';
import { caseNamed } from '../case-arg.js';
import { parseCommand } from '../inputs.js';
import { INCOMPLETE, OK } from '../outcome.js';
import { isZip, startOf, waczSource } from '../record-file.js';

const args = {
  case: {
    type: 'positional',
    required: false,
    valueHint: 'CASE',
    description: 'A case file, or what stemma export --format wacz made of one',
  },
} satisfies ArgsDef;

export const command = defineCommand({
  meta: {
    name: 'verify',
    description: 'Check a case file, or a WACZ of one: every hash, every text, every anchor, the log',
  },
  args,
});

export async function run(rawArgs: readonly string[]): Promise<number> {
  const path = caseNamed('verify', parseCommand('verify', args, rawArgs));
  const { files, documents, anchors, runs, failures } = await verdictOn(path);
  for (const failure of failures) process.stdout.write(`${plain(failure)}\n`);
  const looked = [
    counted(files, 'file'),
    counted(documents, 'account'),
    counted(anchors, 'anchor'),
    counted(runs, 'run'),
  ].join(', ');
  process.stdout.write(
    failures.length === 0
      ? `${path} holds: ${looked} checked\n`
      : `${path} does not hold: ${counted(failures.length, 'failure')}; ${looked} checked\n`,
  );
  return failures.length === 0 ? OK : INCOMPLETE;
}

async function verdictOn(path: string): Promise<Verdict> {
  const { ingestReceived } = await import('../../ingest/paths.js');
  // What cannot be opened is no case file either, and that is told there.
  if (!isZip(await startOf(path).catch(() => '')))
    return (await import('../../store/verify.js')).verifyCase(path, ingestReceived);
  const { verifyWacz } = await import('../../store/verify-wacz.js');
  return verifyWacz(await waczSource(path), ingestReceived);
}
