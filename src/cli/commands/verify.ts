/** `stemma verify`: whether a case file holds what was received, and its record says what stands there. */
import { type ArgsDef, defineCommand } from 'citty';
import { counted, plain } from '../../export/plain.js';
import { CASE_ARG, caseNamed } from '../case-arg.js';
import { parseCommand } from '../inputs.js';
import { INCOMPLETE, OK } from '../outcome.js';

const args = { case: CASE_ARG } satisfies ArgsDef;

export const command = defineCommand({
  meta: { name: 'verify', description: 'Check a case file: every hash, every text, every anchor, the log' },
  args,
});

export async function run(rawArgs: readonly string[]): Promise<number> {
  const path = caseNamed('verify', parseCommand('verify', args, rawArgs));
  const { verifyCase } = await import('../../store/verify.js');
  const { ingestReceived } = await import('../../ingest/paths.js');
  const { files, documents, anchors, runs, failures } = await verifyCase(path, ingestReceived);
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
