/** `stemma export`: a case in a format that others read. */
import { type ArgsDef, defineCommand } from 'citty';
import { counted } from '../../export/plain.js';
import { CASE_ARG, caseNamed } from '../case-arg.js';
import { type Given, parseCommand } from '../inputs.js';
import { OK } from '../outcome.js';
import { writeOut } from '../output.js';

const FORMATS = ['wacz'] as const;
type Format = (typeof FORMATS)[number];

/** Files that hold more than the record shows of them. */
const TELLING = /\.(?:eml|mbox|docx|pdf)$/i;

const args = {
  case: CASE_ARG,
  format: {
    type: 'string',
    valueHint: 'NAME',
    description: 'wacz: what was received and its record, to replay',
  },
  out: { type: 'string', valueHint: 'FILE', description: 'Where it goes (- for standard output)' },
  'full-text': {
    type: 'boolean',
    description: 'Let whole texts leave, not only quotations: others may hold the rights',
  },
  'include-unpublished': {
    type: 'boolean',
    description: 'Let accounts marked unpublished leave, too',
  },
} satisfies ArgsDef;

export const command = defineCommand({
  meta: { name: 'export', description: 'Write a case in a format that others read' },
  args,
});

export async function run(rawArgs: readonly string[]): Promise<number> {
  const given = parseCommand('export', args, rawArgs);
  const path = caseNamed('export', given);
  formatOf(given);
  const out = given.text('out');
  if (out === null) throw new RangeError('export needs --out FILE, or --out - for standard output');
  if (!given.flag('full-text'))
    throw new RangeError(
      'a WACZ holds whole texts, which others may hold the rights to and which would leave this machine: say --full-text if they may',
    );
  const includeUnpublished = given.flag('include-unpublished');
  const { CaseSession } = await import('../case-session.js');
  const session = CaseSession.open(path, 'read');
  try {
    const { passedCase } = await import('../passed-case.js');
    const { toWacz } = await import('../../export/wacz/wacz.js');
    const { passed, withheld } = await passedCase(session, includeUnpublished);
    if (passed.files.length === 0)
      throw new RangeError(
        withheld > 0
          ? `all accounts in ${path} are marked unpublished: --include-unpublished lets them out`
          : `${path} holds nothing to pass on`,
      );
    await writeOut(out, toWacz(passed));
    if (withheld > 0)
      process.stderr.write(`stemma: ${counted(withheld, 'account')} marked unpublished left out\n`);
    const telling = passed.files.filter(({ ref, excerpt }) => !excerpt && TELLING.test(ref)).length;
    if (telling > 0)
      process.stderr.write(
        `stemma: ${counted(telling, 'mail, Word file or PDF', 'mails, Word files or PDFs')} in it as received: addresses, authors and deleted words in them can be read\n`,
      );
    if (out !== '-')
      process.stdout.write(
        `${counted(passed.files.length, 'file')}, ${counted(passed.record.documents.length, 'account')} in ${out}\n`,
      );
  } finally {
    session.close();
  }
  return OK;
}

function formatOf(given: Given): Format {
  const named = given.text('format');
  const format = FORMATS.find((known) => known === named);
  if (format !== undefined) return format;
  throw new RangeError(
    named === null
      ? `export needs --format: ${FORMATS.join(', ')}`
      : `--format takes ${FORMATS.join(', ')}, not "${named}"`,
  );
}
