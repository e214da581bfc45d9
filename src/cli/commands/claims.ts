/** `stemma claims`: a record in, the claims that are asked for out. */
import { type ArgsDef, defineCommand } from 'citty';
import {
  CLAIMS_ONLY,
  CLAIMS_SORTS,
  type ClaimsOnly,
  type ClaimsSelection,
} from '../../export/claims/selection.js';
import type { PassOnOptions } from '../../export/view.js';
import type { Record } from '../../model/record.js';
import { type Given, outputsOf, parseCommand } from '../inputs.js';
import { OK } from '../outcome.js';
import { writeOut } from '../output.js';
import { pageOptions, RECORD_ARG, readRecordFile } from '../record-file.js';

const FORMATS = ['json', 'csv'] as const;

const args = {
  record: RECORD_ARG,
  only: {
    type: 'string',
    valueHint: 'WHICH',
    description:
      'Only these: conflicts, single-origin, drift (changed on the way), silence (in one account alone, or all but one)',
  },
  sort: {
    type: 'string',
    valueHint: 'KEY',
    description: 'The order: accounts (most first), origins (fewest first), date (earliest first), document',
  },
  json: {
    type: 'string',
    valueHint: 'FILE',
    description: 'Write the claims as JSON (- for standard output)',
  },
  csv: { type: 'string', valueHint: 'FILE', description: 'Write the claims as a table' },
  'include-unpublished': {
    type: 'boolean',
    description: 'Let a record that holds accounts marked unpublished into the files',
  },
} satisfies ArgsDef;

export const command = defineCommand({
  meta: {
    name: 'claims',
    description: 'List the claims of a record: all, or those that conflict, changed, or rest on little',
  },
  args,
});

export async function run(rawArgs: readonly string[]): Promise<number> {
  const given = parseCommand('claims', args, rawArgs);
  const [path, ...others] = given.paths;
  if (path === undefined || others.length > 0)
    throw new RangeError('claims takes one record, which stemma read --json FILE writes');
  const selection: ClaimsSelection = { only: onlyOf(given), sort: keyOf(given) };
  const outputs = outputsOf(given, FORMATS);
  const includeUnpublished = given.flag('include-unpublished');
  const record = await readRecordFile(path);
  if (outputs.length > 0 && !includeUnpublished) mustBePassable(record, path);
  for (const { format, path: to } of outputs)
    await writeOut(to, await pieces[format](record, selection, { includeUnpublished }, to));
  if (outputs.some(({ path: to }) => to === '-')) return OK;
  const { toClaimsPage } = await import('../../export/claims/terminal.js');
  await writeOut('-', toClaimsPage(record, selection, pageOptions()));
  if (outputs.length > 0)
    await writeOut('-', [`\nWritten: ${outputs.map(({ path: to }) => to).join(', ')}\n`]);
  return OK;
}

const pieces = {
  json: async (record: Record, selection: ClaimsSelection, options: PassOnOptions) =>
    (await import('../../export/claims/json.js')).toClaimsJson(record, selection, options),
  csv: async (record: Record, selection: ClaimsSelection, options: PassOnOptions, to: string) => {
    const { toClaimsCsv } = await import('../../export/claims/csv.js');
    const { forSpreadsheets } = await import('../../export/csv.js');
    const table = toClaimsCsv(record, selection, options);
    return to === '-' ? table : forSpreadsheets(table);
  },
};

/** Throws RangeError for what --only does not know. */
function onlyOf(given: Given): ClaimsOnly | null {
  const named = given.text('only');
  return named === null ? null : oneOf('only', CLAIMS_ONLY, named);
}

const keyOf = (given: Given) => oneOf('sort', CLAIMS_SORTS, given.text('sort') ?? 'accounts');

function oneOf<T extends string>(option: string, known: readonly T[], named: string): T {
  const found = known.find((name) => name === named.trim().toLowerCase());
  if (found === undefined)
    throw new RangeError(
      `--${option} takes ${known.slice(0, -1).join(', ')} or ${known.at(-1)}, not "${named}"`,
    );
  return found;
}

/** Throws RangeError where accounts marked unpublished would leave: also counts and reasons tell of them. */
function mustBePassable({ documents }: Record, path: string): void {
  if (documents.some(({ status }) => status === 'unpublished'))
    throw new RangeError(
      `${path} holds accounts marked unpublished: take them out (of a case: stemma remove) and list what is left, or let them into the files with --include-unpublished`,
    );
}
