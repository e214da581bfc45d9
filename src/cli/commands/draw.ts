/** `stemma draw`: a record in, its stemma out, as a drawing or as a graph for other programs. */
import { extname } from 'node:path';
import { type ArgsDef, defineCommand } from 'citty';
import type { Record } from '../../model/record.js';
import { type Given, parseCommand } from '../inputs.js';
import { OK } from '../outcome.js';
import { writeOut } from '../output.js';
import { RECORD_ARG, readRecordFile } from '../record-file.js';

const FORMATS = ['svg', 'graphml', 'json'] as const;
type Format = (typeof FORMATS)[number];

const args = {
  record: RECORD_ARG,
  out: { type: 'string', valueHint: 'FILE', description: 'Where it goes; without it, standard output' },
  format: {
    type: 'string',
    valueHint: 'NAME',
    description: 'svg, graphml or json (node-link); without it as the ending of --out says, else svg',
  },
  'include-unpublished': {
    type: 'boolean',
    description: 'Draw a record that holds accounts marked unpublished',
  },
} satisfies ArgsDef;

export const command = defineCommand({
  meta: { name: 'draw', description: 'Draw who has it from whom, or write it as a graph' },
  args,
});

export async function run(rawArgs: readonly string[]): Promise<number> {
  const given = parseCommand('draw', args, rawArgs);
  const [path, ...others] = given.paths;
  if (path === undefined || others.length > 0)
    throw new RangeError('draw takes one record, which stemma read --json FILE writes');
  const format = formatOf(given);
  const record = await readRecordFile(path);
  if (record.documents.length === 0)
    throw new RangeError(`${path} holds no accounts: there is nothing to draw`);
  const includeUnpublished = given.flag('include-unpublished');
  if (!includeUnpublished && record.documents.some(({ status }) => status === 'unpublished'))
    throw new RangeError(
      `${path} holds accounts marked unpublished: read without them and draw that record, or draw them too with --include-unpublished`,
    );
  await writeOut(given.text('out') ?? '-', [await drawn(format, record, includeUnpublished)]);
  return OK;
}

function formatOf(given: Given): Format {
  const named = given.text('format');
  const ending = extname(given.text('out') ?? '')
    .slice(1)
    .toLowerCase();
  const format = FORMATS.find((known) => known === (named ?? ending));
  if (format !== undefined) return format;
  if (named !== null) throw new RangeError(`--format takes ${FORMATS.join(', ')}, not "${named}"`);
  return 'svg';
}

async function drawn(format: Format, record: Record, includeUnpublished: boolean): Promise<string> {
  const options = { includeUnpublished };
  switch (format) {
    case 'svg':
      return (await import('../../export/svg.js')).toSvg(record, options);
    case 'graphml':
      return (await import('../../export/graphml.js')).toGraphml(record, options);
    case 'json':
      return `${JSON.stringify((await import('../../export/node-link.js')).toNodeLink(record, options), null, 1)}\n`;
  }
}
