/** `stemma read`: accounts in, their record out. */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { type ArgsDef, defineCommand, parseArgs } from 'citty';
import { type Amendments, NO_AMENDMENTS } from '../../model/amendments.js';
import type { Document } from '../../model/document.js';
import { StemmaError } from '../../model/errors.js';
import type { Message } from '../../model/message.js';
import type { Record } from '../../model/record.js';
import type { ReadOptions } from '../../pipeline.js';
import { complain, INCOMPLETE, OK } from '../outcome.js';
import { reasonOf, writeOut } from '../output.js';
import { progressBar } from '../progress.js';

const args = {
  paths: {
    type: 'positional',
    required: false,
    description: 'Folders, files, or - for JSON lines on standard input',
    valueHint: '…',
  },
  about: {
    type: 'string',
    valueHint: 'FILE',
    description: 'CSV that says whose the accounts are: file, outlet, date, title, url, status',
  },
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
  workers: { type: 'string', valueHint: 'N', description: 'Threads to read with (as many as pay off)' },
  fast: { type: 'boolean', description: 'Rules alone, the only tier so far' },
  quiet: { type: 'boolean', description: 'Print no summary and no progress' },
} satisfies ArgsDef;

export const command = defineCommand({
  meta: { name: 'read', description: 'Read accounts and write their record' },
  args,
});

interface Wanted {
  readonly paths: readonly string[];
  readonly about: string | null;
  readonly outputs: readonly { readonly format: Format; readonly path: string }[];
  readonly includeUnpublished: boolean;
  /** Null: as many as pay off. */
  readonly workers: number | null;
  readonly quiet: boolean;
}

const FORMATS = ['json', 'jsonl', 'html', 'md'] as const;
type Format = (typeof FORMATS)[number];

/**
 * How far heaps grow between collections, in per cent of what is live; of itself V8 lets them grow fourfold. On the
 * throughput set 60 brings 2.3 GB down to 1.8, and 30 no further (one run each).
 */
const HEAP_GROWTH = 60;

export async function run(rawArgs: readonly string[]): Promise<number> {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  const wanted = understand(rawArgs);
  const progress = progressBar(process.stderr, !wanted.quiet);
  try {
    progress.step('ingest', 0, wanted.paths.length);
    const about =
      wanted.about === null ? { amendments: NO_AMENDMENTS, messages: [] } : await openAbout(wanted.about);
    await mustExist(wanted.paths);
    // Loaded here, since the stages and their tables take longer to load than a slip of the hand to notice.
    const { ingestPaths } = await import('../../ingest/paths.js');
    const received = await ingestPaths(wanted.paths, wanted.about === null ? {} : { ignore: [wanted.about] });
    const messages = [
      ...received.messages,
      ...about.messages,
      ...unmatched(about.amendments, received.documents),
    ];
    const { record, passable } = await read(
      received.documents,
      messages,
      about.amendments,
      wanted,
      progress.step,
    );
    progress.end();
    for (const { format, path } of wanted.outputs) {
      await writeOut(path, await pieces(format, record, passable, wanted.includeUnpublished));
    }
    await report(record, wanted, passable === null);
    const unread = record.messages.some((m) => m.severity === 'error') || received.documents.length === 0;
    return unread ? INCOMPLETE : OK;
  } finally {
    progress.end();
  }
}

/** Throws RangeError with the values where they make no sense. */
function understand(rawArgs: readonly string[]): Wanted {
  const parsed = parseArgs<typeof args>([...rawArgs], args) as { readonly [name: string]: unknown } & {
    _: string[];
  };
  const unknown = Object.keys(parsed).find((name) => name !== '_' && !knows(name));
  if (unknown !== undefined)
    throw new RangeError(`read knows no option "${unknown}"; stemma read --help lists them`);
  const text = (name: string): string | null => {
    const value = parsed[name];
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string' || value === '') throw new RangeError(`--${name} needs a value`);
    return value;
  };
  const workers = text('workers');
  if (workers !== null && !/^[1-9]\d{0,2}$/.test(workers)) {
    throw new RangeError(`--workers takes a number from 1 to 999, not "${workers}"`);
  }
  const outputs = FORMATS.flatMap((format) => {
    const path = text(format);
    return path === null ? [] : [{ format, path }];
  });
  const targets = outputs.map(({ path }) => (path === '-' ? '-' : resolve(path)));
  const twice = targets.find((path, i) => targets.indexOf(path) !== i);
  if (twice !== undefined) throw new RangeError(`two outputs cannot both go to ${twice}`);
  if (parsed._.length === 0) throw new RangeError('read needs a folder, files, or - for standard input');
  return {
    paths: parsed._,
    about: text('about'),
    outputs,
    includeUnpublished: parsed['include-unpublished'] === true,
    workers: workers === null ? null : Number(workers),
    quiet: parsed.quiet === true,
  };
}

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const knows = (name: string): boolean =>
  Object.keys(args).some((known) => known === name || camel(known) === name);

/** A path that is not there is a slip of the hand, not an account that cannot be read. Throws StemmaError. */
async function mustExist(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    if (path === '-') continue;
    await stat(path).catch((cause: unknown) => {
      throw new StemmaError('read', `cannot read ${path}: ${reasonOf(cause)}`, { cause });
    });
  }
}

async function openAbout(path: string): Promise<{ amendments: Amendments; messages: readonly Message[] }> {
  let csv: string;
  try {
    csv = await readFile(path, 'utf8');
  } catch (cause) {
    throw new StemmaError('read', `cannot read ${path}: ${reasonOf(cause)}`, { cause });
  }
  const { readAbout } = await import('../../ingest/about.js');
  return readAbout(csv);
}

function unmatched({ documents: said }: Amendments, documents: readonly Document[]): Message[] {
  const known = new Set(documents.flatMap((d) => [d.ref, d.id, ...(d.url === null ? [] : [d.url])]));
  return said
    .filter(({ ref }) => !known.has(ref))
    .map(({ ref }) => ({
      rule: 'about-unmatched',
      severity: 'warning',
      ref,
      note: `the file for --about speaks of ${ref}, and no account of that name was read`,
    }));
}

/** The record, and the one to pass on: read again without what is unpublished, null where there is nothing left out. */
async function read(
  documents: readonly Document[],
  messages: readonly Message[],
  amendments: Amendments,
  wanted: Wanted,
  progress: ReadOptions['progress'],
): Promise<{ record: Record; passable: Record | null }> {
  const { readRecord } = await import('../../pipeline.js');
  const { fittingWorkers, poolRunner } = await import('../../workers/pool.js');
  const workers = wanted.workers ?? fittingWorkers(documents.length);
  const pool = workers > 1 ? poolRunner(workers) : null;
  const options = { amendments, progress, ...(pool && { runner: pool }) };
  try {
    const { record, analyses } = await readRecord(documents, { ...options, messages });
    const unpublished = new Set(record.documents.flatMap((d) => (d.status === 'unpublished' ? [d.id] : [])));
    if (unpublished.size === 0 || wanted.includeUnpublished || !wanted.outputs.some(isPassedOn)) {
      return { record, passable: null };
    }
    const rest = documents.filter((d) => !unpublished.has(d.id));
    const refs = new Set(documents.flatMap((d) => (unpublished.has(d.id) ? [d.ref] : [])));
    const sayable = messages.filter((m) => m.ref === null || !refs.has(m.ref));
    const again = await readRecord(rest, { ...options, analyses, messages: sayable });
    return { record, passable: again.record };
  } finally {
    await pool?.close();
  }
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
async function report(record: Record, wanted: Wanted, whole: boolean): Promise<void> {
  const { toTerminal } = await import('../../export/terminal.js');
  const { noteOf } = await import('../../export/view.js');
  const taken = wanted.outputs.some(({ path }) => path === '-');
  if (wanted.quiet || taken) {
    for (const message of record.messages) {
      if (message.severity === 'error') complain(noteOf(message));
    }
  } else {
    const { stdout } = process;
    const colour = stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
    stdout.write(toTerminal(record, { width: stdout.columns ?? 100, colour }));
    const written = wanted.outputs.map(({ path }) => path);
    if (written.length > 0) stdout.write(`\nWritten: ${written.join(', ')}\n`);
  }
  if (!whole && !wanted.quiet)
    process.stderr.write('stemma: accounts marked unpublished are left out of --html and --md\n');
}
