/** `stemma facts`: accounts in, every figure, ordinal, time, place, name and list in them out. */
import { type ArgsDef, defineCommand } from 'citty';
import { FACT_KINDS, type FactSelection, type Facts } from '../../export/facts/facts.js';
import {
  type Given,
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

const args = {
  ...INPUT_ARGS,
  kind: { type: 'string', valueHint: 'KINDS', description: `Only these: ${FACT_KINDS.join(', ')}` },
  words: {
    type: 'string',
    valueHint: 'WORDS',
    description: 'Only facts with these words in them, in what is counted or in what is named',
  },
  outlet: { type: 'string', valueHint: 'NAME', description: 'Only accounts of this outlet' },
  json: { type: 'string', valueHint: 'FILE', description: 'Write the facts as JSON (- for standard output)' },
  jsonl: { type: 'string', valueHint: 'FILE', description: 'Write the facts as JSON lines' },
  csv: { type: 'string', valueHint: 'FILE', description: 'Write the facts as a table' },
  'include-unpublished': {
    type: 'boolean',
    description: 'Let accounts marked unpublished into the files',
  },
  workers: READING_ARGS.workers,
  quiet: READING_ARGS.quiet,
} satisfies ArgsDef;

export const command = defineCommand({
  meta: { name: 'facts', description: 'Print the figures, times, places, names and lists in each account' },
  args,
});

interface Wanted extends Inputs {
  readonly selection: FactSelection;
  readonly outputs: readonly Output<Format>[];
  readonly includeUnpublished: boolean;
}

const FORMATS = ['json', 'jsonl', 'csv'] as const;
type Format = (typeof FORMATS)[number];

export async function run(rawArgs: readonly string[]): Promise<number> {
  const wanted = understand(rawArgs);
  const { selectFacts } = await import('../../export/facts/facts.js');
  const { matcher, withoutUnpublished } = await import('../../export/accounts.js');
  for (const words of [wanted.selection.words, wanted.selection.outlet]) if (words !== null) matcher(words);
  return withInputs(wanted, async (received, reading) => {
    const facts = await read(received, reading);
    await reading.done();
    const selected = selectFacts(facts, wanted.selection);
    const passable = wanted.includeUnpublished ? selected : withoutUnpublished(selected);
    for (const { format, path } of wanted.outputs) {
      await writeOut(path, await pieces(format, path, passable));
    }
    await report(selected, wanted);
    if (passable.documents.length < selected.documents.length && wanted.outputs.length > 0 && !wanted.quiet)
      process.stderr.write('stemma: accounts marked unpublished are left out of the files\n');
    return outcomeOf(received.documents, facts.messages);
  });
}

function understand(rawArgs: readonly string[]): Wanted {
  const given = parseCommand('facts', args, rawArgs);
  return {
    ...inputsOf('facts', given),
    depth: 'facts',
    selection: { kinds: kindsOf(given), words: given.text('words'), outlet: given.text('outlet') },
    outputs: outputsOf(given, FORMATS),
    includeUnpublished: given.flag('include-unpublished'),
  };
}

/** Throws RangeError for a kind that there is not; "figures" is understood too. */
function kindsOf(given: Given): FactSelection['kinds'] {
  const said = given.text('kind');
  if (said === null) return null;
  return new Set(
    said.split(',').map((part) => {
      const word = part.trim().toLowerCase();
      const kind = FACT_KINDS.find((known) => known === word || `${known}s` === word);
      if (kind === undefined)
        throw new RangeError(`--kind takes ${FACT_KINDS.join(', ')}, not "${part.trim()}"`);
      return kind;
    }),
  );
}

async function read({ documents, amendments, messages }: Received, { options }: Reading): Promise<Facts> {
  const { readAccounts } = await import('../../pipeline.js');
  const { documentFacts } = await import('../../text/document-facts.js');
  const { GENERATOR_VERSION } = await import('../../model/version.js');
  const found = await readAccounts(documents, { ...options, amendments, messages, depth: 'facts' });
  return {
    generator: { name: 'stemma', version: GENERATOR_VERSION },
    documents: found.accounts.map(({ document, analysis }) => ({
      document,
      facts: documentFacts(document, analysis),
    })),
    messages: found.messages,
  };
}

async function pieces(format: Format, path: string, facts: Facts): Promise<Iterable<string>> {
  switch (format) {
    case 'json':
      return (await import('../../export/facts/json.js')).toFactsJson(facts);
    case 'jsonl':
      return (await import('../../export/facts/json.js')).toFactsJsonLines(facts);
    case 'csv': {
      const { forSpreadsheets } = await import('../../export/csv.js');
      const { toFactsCsv } = await import('../../export/facts/csv.js');
      return path === '-' ? toFactsCsv(facts) : forSpreadsheets(toFactsCsv(facts));
    }
  }
}

/** The facts on standard output, unless an output goes there; with --quiet only what could not be read. */
async function report(selected: Facts, wanted: Wanted): Promise<void> {
  const taken = wanted.outputs.some(({ path }) => path === '-');
  if (wanted.quiet || taken) {
    const { noteOf } = await import('../../export/view.js');
    for (const message of selected.messages) if (isGrave(message)) complain(noteOf(message));
    return;
  }
  const { toFactsPage } = await import('../../export/facts/terminal.js');
  const { stdout } = process;
  const colour = stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  await writeOut(
    '-',
    toFactsPage(selected, { width: stdout.columns ?? 100, colour, selection: wanted.selection }),
  );
  const written = wanted.outputs.map(({ path }) => path);
  if (written.length > 0) stdout.write(`\nWritten: ${written.join(', ')}\n`);
}
