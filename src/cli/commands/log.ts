/** `stemma log`: what was done to a case file, when and by whom. */
import { type ArgsDef, defineCommand } from 'citty';
import { plain } from '../../export/plain.js';
import { CASE_ARG, caseNamed } from '../case-arg.js';
import { parseCommand } from '../inputs.js';
import { OK } from '../outcome.js';

const args = { case: CASE_ARG } satisfies ArgsDef;

export const command = defineCommand({
  meta: { name: 'log', description: 'Tell what was done to a case file, when and by whom' },
  args,
});

export async function run(rawArgs: readonly string[]): Promise<number> {
  const path = caseNamed('log', parseCommand('log', args, rawArgs));
  const { CaseFile } = await import('../../store/case-file.js');
  const found = CaseFile.open(path, 'read');
  try {
    for (const { id, at, by, what, note, generator } of found.log())
      process.stdout.write(
        `${String(id).padStart(4)}  ${at.slice(0, 19).replace('T', ' ')}  ${what.padEnd(7)}  ${plain(note)}  (${plain(by)}, stemma ${generator})\n`,
      );
  } finally {
    found.close();
  }
  return OK;
}
