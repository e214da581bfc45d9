/** `stemma read`: accounts in, their record out. */
import { type ArgsDef, defineCommand } from 'citty';
import { counted } from '../../export/plain.js';
import type { Amendments } from '../../model/amendments.js';
import type { Analysis } from '../../model/analysis.js';
import type { Document } from '../../model/document.js';
import type { Message } from '../../model/message.js';
import type { Record } from '../../model/record.js';
import {
  INPUT_ARGS,
  type Inputs,
  inputsOf,
  type Output,
  outcomeOf,
  outputsOf,
  parseCommand,
  READING_ARGS,
  type Reading,
  type Received,
  withInputs,
} from '../inputs.js';
import { complain, isGrave } from '../outcome.js';
import { writeOut } from '../output.js';
import { amendmentsOf, sayable, unpublishedIn } from '../passable.js';

const args = {
  ...INPUT_ARGS,
  json: {
    type: 'string',
    valueHint: 'FILE',
    description: 'Write the record as JSON (- for standard output)',
  },
  jsonl: { type: 'string', valueHint: 'FILE', description: 'Write the record as JSON lines' },
  html: {
    type: 'string',
    valueHint: 'FILE',
    description: 'Write the record as one page to read, print and pass on',
  },
  md: { type: 'string', valueHint: 'FILE', description: 'Write the record as a memo in Markdown' },
  'include-unpublished': {
    type: 'boolean',
    description: 'Let accounts marked unpublished into --html and --md',
  },
  fetch: {
    type: 'boolean',
    description:
      'Fetch the URLs that are named, or listed in a text file, one a line; nothing is fetched without',
  },
  save: {
    type: 'string',
    valueHint: 'FILE',
    description: 'Keep what was fetched in this .warc.gz file (fetched-TIME.warc.gz, or the case)',
  },
  case: {
    type: 'string',
    valueHint: 'FILE',
    description:
      'Keep all of it in this case file, made or extended: the accounts as received, the record, a log',
  },
  afresh: {
    type: 'boolean',
    description: 'Read the files that the case keeps anew from their bytes, as after a new release',
  },
  ...READING_ARGS,
} satisfies ArgsDef;

export const command = defineCommand({
  meta: { name: 'read', description: 'Read accounts and write their record' },
  args,
});

interface Wanted extends Inputs {
  readonly outputs: readonly Output<Format>[];
  readonly includeUnpublished: boolean;
}

const FORMATS = ['json', 'jsonl', 'html', 'md'] as const;
type Format = (typeof FORMATS)[number];

export async function run(rawArgs: readonly string[]): Promise<number> {
  const wanted = understand(rawArgs);
  return withInputs(wanted, async ({ documents, amendments, messages, kept, fetched }, reading) => {
    const { record, analyses, passable } = await read(documents, messages, amendments, wanted, reading);
    await reading.done();
    kept?.session.commit('read', noteOf(kept), record, analyses);
    for (const { format, path } of wanted.outputs) {
      await writeOut(path, await pieces(format, record, passable, wanted.includeUnpublished));
    }
    await report(record, wanted, passable === null, fetched?.saved ?? null);
    return outcomeOf(documents, record.messages);
  });
}

/** For the log. */
const noteOf = ({ added, afresh }: NonNullable<Received['kept']>): string =>
  `${counted(added, 'account')} added${afresh === null ? '' : `, ${afresh.toLocaleString('en-US')} read otherwise than before`}`;

function understand(rawArgs: readonly string[]): Wanted {
  const given = parseCommand('read', args, rawArgs);
  return {
    ...inputsOf('read', given),
    outputs: outputsOf(given, FORMATS),
    includeUnpublished: given.flag('include-unpublished'),
  };
}

/** The record, and the one to pass on: read again without what is unpublished, null where there is nothing left out. */
async function read(
  documents: readonly Document[],
  messages: readonly Message[],
  amendments: Amendments,
  wanted: Wanted,
  { options }: Reading,
): Promise<{ record: Record; analyses: readonly Analysis[]; passable: Record | null }> {
  const { readRecord } = await import('../../pipeline.js');
  const { record, analyses } = await readRecord(documents, { ...options, amendments, messages });
  const all = { record, analyses, passable: null };
  if (wanted.includeUnpublished || !wanted.outputs.some(isPassedOn)) return all;
  const unpublished = unpublishedIn(documents, amendments);
  if (unpublished.size === 0) return all;
  const rest = documents.filter((d) => !unpublished.has(d.id));
  const again = await readRecord(rest, {
    ...options,
    amendments: amendmentsOf(amendments, rest),
    analyses,
    messages: sayable(
      messages,
      documents.filter((d) => unpublished.has(d.id)),
    ),
  });
  return { record, analyses, passable: again.record };
}

const isPassedOn = ({ format }: { readonly format: Format }): boolean => format === 'html' || format === 'md';

async function pieces(
  format: Format,
  record: Record,
  passable: Record | null,
  includeUnpublished: boolean,
): Promise<Iterable<string>> {
  switch (format) {
    case 'json':
      return (await import('../../export/json.js')).toJson(record);
    case 'jsonl':
      return (await import('../../export/jsonl.js')).toJsonLines(record);
    case 'html':
      return [(await import('../../export/html.js')).toHtml(passable ?? record, { includeUnpublished })];
    case 'md':
      return [
        (await import('../../export/markdown.js')).toMarkdown(passable ?? record, { includeUnpublished }),
      ];
  }
}

/** The summary on standard output, unless an output goes there; with --quiet only what could not be read, on standard error. */
async function report(record: Record, wanted: Wanted, whole: boolean, saved: string | null): Promise<void> {
  const { toTerminal } = await import('../../export/terminal.js');
  const { noteOf } = await import('../../export/view.js');
  const taken = wanted.outputs.some(({ path }) => path === '-');
  if (wanted.quiet || taken) {
    for (const message of record.messages) {
      if (isGrave(message)) complain(noteOf(message));
    }
    if (saved !== null && !wanted.quiet) process.stderr.write(`stemma: what was fetched is in ${saved}\n`);
  } else {
    const { stdout } = process;
    const colour = stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
    stdout.write(toTerminal(record, { width: stdout.columns ?? 100, colour }));
    const written = [
      ...(saved === null ? [] : [saved]),
      ...(wanted.into === null ? [] : [wanted.into]),
      ...wanted.outputs.map(({ path }) => path),
    ];
    if (written.length > 0) stdout.write(`\nWritten: ${written.join(', ')}\n`);
  }
  if (!whole && !wanted.quiet)
    process.stderr.write('stemma: accounts marked unpublished are left out of --html and --md\n');
}
