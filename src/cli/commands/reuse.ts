/** `stemma reuse`: a corpus in, every passage that two of its documents share out. */
import { realpath } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { type ArgsDef, defineCommand } from 'citty';
import { BOILERPLATE, ROW } from '../../model/passage-rows.js';
import { type ReuseSettings, reuseSettings } from '../../reuse/settings.js';
import type { ReuseResult } from '../../workers/reuse/reuse.js';
import type { OpenCorpus, Row } from '../corpus.js';
import { mustExist, parseCommand, READING_ARGS } from '../inputs.js';
import { complain, INCOMPLETE, isGrave, OK } from '../outcome.js';
import { writeOut } from '../output.js';
import { progressBar } from '../progress.js';

const FORMATS = ['passages', 'passim'] as const;
type Format = (typeof FORMATS)[number];

const args = {
  paths: {
    type: 'positional',
    required: false,
    description: 'JSON lines with id, text and outlet; files, folders, or - for standard input',
    valueHint: '…',
  },
  out: { type: 'string', valueHint: 'FILE', description: 'Where the passages go (standard output)' },
  against: { type: 'string', valueHint: 'PATH', description: 'Only pairs with the documents there' },
  format: {
    type: 'string',
    valueHint: 'NAME',
    description: 'passages (JSON lines), or passim for its clusters',
  },
  exact: { type: 'boolean', description: 'Write the words of each passage too' },
  'min-words': { type: 'string', valueHint: 'N', description: 'Fewest words shared (12)' },
  'min-match': {
    type: 'string',
    valueHint: 'PERCENT',
    description: 'Least part of its words that an edited passage keeps (40); 100 for word for word alone',
  },
  'other-outlets': { type: 'boolean', description: 'Leave out what one outlet shares with itself' },
  thorough: { type: 'boolean', description: 'Look for shorter and more heavily edited passages too; slower' },
  'include-unpublished': {
    type: 'boolean',
    description: 'Write passages of documents marked unpublished too',
  },
  workers: READING_ARGS.workers,
  quiet: READING_ARGS.quiet,
} satisfies ArgsDef;

export const command = defineCommand({
  meta: { name: 'reuse', description: 'Find every passage that documents of a corpus share' },
  args,
});

interface Wanted {
  readonly paths: readonly string[];
  readonly against: readonly string[];
  readonly out: string;
  readonly format: Format;
  readonly exact: boolean;
  readonly includeUnpublished: boolean;
  readonly settings: ReuseSettings;
  readonly workers: number | null;
  readonly quiet: boolean;
}

function understand(rawArgs: readonly string[]): Wanted {
  const given = parseCommand('reuse', args, rawArgs);
  const number = (name: string, pattern: RegExp, what: string): number | null => {
    const value = given.text(name);
    if (value !== null && !pattern.test(value))
      throw new RangeError(`--${name} takes ${what}, not "${value}"`);
    return value === null ? null : Number(value);
  };
  const format = (given.text('format') ?? 'passages') as Format;
  if (!FORMATS.includes(format))
    throw new RangeError(`--format takes ${FORMATS.join(' or ')}, not "${format}"`);
  if (given.paths.length === 0)
    throw new RangeError('reuse needs JSON lines, files, a folder, or - for standard input');
  const minWords = number('min-words', /^[1-9]\d{0,5}$/, 'a whole number');
  const minMatch = number('min-match', /^([1-9]\d?|100)$/, 'a percentage from 1 to 100');
  const against = given.text('against');
  if (given.paths.includes('-') && against === '-')
    throw new RangeError('standard input can be read only once');
  return {
    paths: given.paths,
    against: against === null ? [] : [against],
    out: given.text('out') ?? '-',
    format,
    exact: given.flag('exact'),
    includeUnpublished: given.flag('include-unpublished'),
    settings: reuseSettings({
      ...(minWords !== null && { minWords }),
      ...(minMatch !== null && { minShare: minMatch / 100 }),
      thorough: given.flag('thorough'),
      ignoreSameOutlet: given.flag('other-outlets'),
    }),
    workers: number('workers', /^[1-9]\d{0,2}$/, 'a number from 1 to 999'),
    quiet: given.flag('quiet'),
  };
}

/** Smaller corpora are read in this thread: another takes some 50 ms to start. */
const WORTH_THREADS = 4_000_000;

export async function run(rawArgs: readonly string[]): Promise<number> {
  const wanted = understand(rawArgs);
  await mustExist([...wanted.paths, ...wanted.against]);
  await mustNotOverwrite(wanted.out, [...wanted.paths, ...wanted.against]);
  const { runReuse } = await import('../../workers/reuse/reuse.js');
  const { openSources } = await import('../corpus.js');
  const progress = progressBar(process.stderr, !wanted.quiet);
  const needsText = wanted.exact || wanted.format === 'passim';
  const opened = await openSources(wanted.paths, wanted.against, needsText);
  try {
    const size = [...opened.corpus, ...opened.against].reduce((sum, source) => sum + source.size, 0);
    const streamed = [...wanted.paths, ...wanted.against].includes('-');
    const threads =
      wanted.workers ?? (size < WORTH_THREADS && !streamed ? 0 : Math.max(2, availableParallelism()));
    let passages = 0;
    const summary = await runReuse(
      {
        corpus: opened.corpus,
        against: opened.against,
        settings: wanted.settings,
        threads,
        progress: progress.step,
      },
      async (result) => {
        await writeOut(
          wanted.out,
          piecesOf(wanted, result, remembering(result, opened.row), (n) => {
            passages += n;
          }),
        );
        return {
          documents: result.documents,
          hidden: result.unpublished.size,
          messages: [...opened.messages, ...result.messages],
        };
      },
    );
    progress.end();
    const { noteOf } = await import('../../export/view.js');
    tell(summary.messages.filter((message) => !wanted.quiet || isGrave(message)).map(noteOf));
    if (!wanted.quiet) {
      const to = wanted.out === '-' ? '' : `, in ${wanted.out}`;
      const found = passages === 1 ? '1 passage' : `${passages} passages`;
      const documents = summary.documents === 1 ? '1 document' : `${summary.documents} documents`;
      process.stderr.write(`${found} between ${documents}${to}\n`);
      if (summary.hidden > 0 && !wanted.includeUnpublished)
        process.stderr.write(`stemma: ${summary.hidden} marked unpublished, whose passages are left out\n`);
    }
    return summary.documents === 0 || summary.messages.some(({ severity }) => severity === 'error')
      ? INCOMPLETE
      : OK;
  } finally {
    progress.end();
    await opened.close();
  }
}

/** Throws RangeError where the output would take the place of an input. */
async function mustNotOverwrite(out: string, inputs: readonly string[]): Promise<void> {
  if (out === '-') return;
  const real = (path: string) => realpath(path).catch(() => null);
  const target = await real(out);
  for (const input of inputs) {
    if (target !== null && input !== '-' && (await real(input)) === target)
      throw new RangeError(`--out ${out} would overwrite what is read`);
  }
}

/** The lines to write; `count` is told how many passages each piece has. */
async function* piecesOf(
  { format, exact, includeUnpublished }: Wanted,
  result: ReuseResult,
  row: (doc: number) => Row,
  count: (passages: number) => void,
): AsyncGenerator<string | Uint8Array> {
  const shown = (rows: Uint32Array) =>
    includeUnpublished ? rows : withoutDocuments(rows, result.unpublished);
  if (format === 'passim') {
    const { clustersOf, passimLines } = await import('../../export/reuse/passim.js');
    const all: Uint32Array[] = [];
    for await (const rows of result.passages()) {
      const some = rowsOf(shown(rows), (values, r) => values[r + 8]! < BOILERPLATE);
      all.push(some);
      count(some.length / ROW);
    }
    yield* passimLines(
      clustersOf(all),
      result,
      (doc) => row(doc).text,
      (doc) => row(doc).fields,
    );
    return;
  }
  const { RowWriter } = await import('../../export/reuse/rows.js');
  const writer = new RowWriter(result.ids, exact ? (doc) => row(doc).text : null);
  for await (const rows of result.passages()) {
    const some = shown(rows);
    count(some.length / ROW);
    yield* writer.lines(some);
  }
  yield* writer.lines(shown(result.boilerplate()));
}

/** Each on a line of its own; of many the first. */
function tell(notes: readonly string[]): void {
  for (const note of notes.slice(0, TOLD)) complain(note);
  if (notes.length > TOLD) complain(`and ${notes.length - TOLD} more of these`);
}
const TOLD = 50;

/** The rows between other documents. */
function withoutDocuments(rows: Uint32Array, hidden: ReadonlySet<number>): Uint32Array {
  if (hidden.size === 0) return rows;
  return rowsOf(rows, (values, r) => !hidden.has(values[r]!) && !hidden.has(values[r + 1]!));
}

/** The rows that pass. */
function rowsOf(rows: Uint32Array, passes: (values: Uint32Array, r: number) => boolean): Uint32Array {
  const kept = new Uint32Array(rows.length);
  let length = 0;
  for (let r = 0; r < rows.length; r += ROW) {
    if (!passes(rows, r)) continue;
    kept.set(rows.subarray(r, r + ROW), length);
    length += ROW;
  }
  return kept.subarray(0, length);
}

/** Rows read again, those of late kept: a document's passages stand together. */
function remembering(result: ReuseResult, row: OpenCorpus['row']): (doc: number) => Row {
  const known = new Map<number, Row>();
  return (doc) => {
    const found = known.get(doc) ?? row(result.textPlace(doc));
    known.delete(doc);
    known.set(doc, found);
    if (known.size > REMEMBERED) known.delete(known.keys().next().value!);
    return found;
  };
}
const REMEMBERED = 2000;
