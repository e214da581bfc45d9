/** `stemma explain`: a record and a claim in, the claim's whole trail in words out. */
import { type ArgsDef, defineCommand } from 'citty';
import { parseCommand } from '../inputs.js';
import { OK } from '../outcome.js';
import { writeOut } from '../output.js';
import { pageOptions, RECORD_ARG, readRecordFile } from '../record-file.js';

const args = {
  record: RECORD_ARG,
  claim: {
    type: 'positional',
    required: false,
    valueHint: 'CLAIM',
    description: 'The claim: its id, or words that it alone has',
  },
} satisfies ArgsDef;

export const command = defineCommand({
  meta: {
    name: 'explain',
    description: 'Tell how the origins of a claim were counted, statement by statement',
  },
  args,
});

export async function run(rawArgs: readonly string[]): Promise<number> {
  const { paths } = parseCommand('explain', args, rawArgs);
  const [path, ...words] = paths;
  if (path === undefined || words.length === 0)
    throw new RangeError('explain takes a record, which stemma read --json FILE writes, and a claim');
  const record = await readRecordFile(path);
  const { findClaim } = await import('../../export/look-up.js');
  const { toExplanation } = await import('../../export/explain.js');
  const page = toExplanation(record, findClaim(record, words.join(' ')), pageOptions());
  await writeOut('-', [page]);
  return OK;
}
