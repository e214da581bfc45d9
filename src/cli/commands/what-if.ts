/** `stemma what-if`: a record in, what would still stand without a source out. */
import { type ArgsDef, defineCommand } from 'citty';
import { type Given, parseCommand } from '../inputs.js';
import { OK } from '../outcome.js';
import { writeOut } from '../output.js';
import { pageOptions, RECORD_ARG, readRecordFile } from '../record-file.js';

const args = {
  record: RECORD_ARG,
  without: {
    type: 'string',
    valueHint: 'NAME',
    description:
      'The source, outlet or account to leave out: its name, words of it, or its id; several parted by ;',
  },
  all: { type: 'boolean', description: 'List every claim that changes' },
  json: { type: 'string', valueHint: 'FILE', description: 'Write all of it as JSON (- for standard output)' },
} satisfies ArgsDef;

export const command = defineCommand({
  meta: { name: 'what-if', description: 'Tell which claims would still stand without a source' },
  args,
});

export async function run(rawArgs: readonly string[]): Promise<number> {
  const given = parseCommand('what-if', args, rawArgs);
  const path = onePath(given);
  // Given more than once, each counts.
  const names = valuesOf(rawArgs, '--without').flatMap((value) =>
    value.split(';').flatMap((name) => (name.trim() === '' ? [] : [name.trim()])),
  );
  if (given.text('without') === null || names.length === 0)
    throw new RangeError('what-if needs --without NAME, the source to leave out');
  const json = given.text('json');
  const record = await readRecordFile(path);
  const { findNodes } = await import('../../export/look-up.js');
  const { withoutSource } = await import('../../origins/what-if.js');
  const found = withoutSource(
    record,
    names.flatMap((name) => findNodes(record, name)),
  );
  if (json !== null) await writeOut(json, [`${JSON.stringify(found, null, 2)}\n`]);
  if (json === '-') return OK;
  const { toWhatIfPage } = await import('../../export/what-if.js');
  const page = toWhatIfPage(record, found, { ...pageOptions(), all: given.flag('all') });
  await writeOut('-', [page]);
  return OK;
}

function valuesOf(rawArgs: readonly string[], option: string): string[] {
  return rawArgs.flatMap((arg, i) =>
    arg === option
      ? (rawArgs[i + 1] ?? [])
      : arg.startsWith(`${option}=`)
        ? arg.slice(option.length + 1)
        : [],
  );
}

function onePath({ paths }: Given): string {
  if (paths.length !== 1)
    throw new RangeError('what-if takes one record, which stemma read --json FILE writes');
  return paths[0]!;
}
