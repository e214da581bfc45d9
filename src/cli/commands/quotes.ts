/** `stemma quotes`: accounts in, every attribution in them out. */
import { type ArgsDef, defineCommand } from 'citty';
import { EVERYTHING, type Quotes, type Selection } from '../../export/quotes/quotes.js';
import { AttributionForm } from '../../model/vocabulary.js';
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
  speaker: {
    type: 'string',
    valueHint: 'NAME',
    description: 'Only what this person or body, or anyone who speaks for it, says',
  },
  outlet: { type: 'string', valueHint: 'NAME', description: 'Only accounts of this outlet' },
  form: { type: 'string', valueHint: 'FORMS', description: 'Only these: direct, mixed, indirect' },
  json: {
    type: 'string',
    valueHint: 'FILE',
    description: 'Write the attributions as JSON (- for standard output)',
  },
  jsonl: { type: 'string', valueHint: 'FILE', description: 'Write the attributions as JSON lines' },
  csv: { type: 'string', valueHint: 'FILE', description: 'Write the attributions as a table' },
  'include-unpublished': {
    type: 'boolean',
    description: 'Let accounts marked unpublished into the files',
  },
  ...READING_ARGS,
} satisfies ArgsDef;

export const command = defineCommand({
  meta: { name: 'quotes', description: 'Print who says what in each account' },
  args,
});

interface Wanted extends Inputs {
  readonly selection: Selection;
  readonly outputs: readonly Output<Format>[];
  readonly includeUnpublished: boolean;
}

const FORMATS = ['json', 'jsonl', 'csv'] as const;
type Format = (typeof FORMATS)[number];

export async function run(rawArgs: readonly string[]): Promise<number> {
  const wanted = understand(rawArgs);
  const { selectQuotes } = await import('../../export/quotes/quotes.js');
  const { matcher, withoutUnpublished } = await import('../../export/accounts.js');
  for (const name of [wanted.selection.speaker, wanted.selection.outlet]) if (name !== null) matcher(name);
  return withInputs(wanted, async (received, reading) => {
    const quotes = await read(received, wanted, reading);
    await reading.done();
    const selected = selectQuotes(quotes, wanted.selection);
    const passable = wanted.includeUnpublished ? selected : withoutUnpublished(selected);
    for (const { format, path } of wanted.outputs) {
      await writeOut(path, await pieces(format, path, passable));
    }
    await report(quotes, selected, wanted);
    if (passable.documents.length < selected.documents.length && wanted.outputs.length > 0 && !wanted.quiet)
      process.stderr.write('stemma: accounts marked unpublished are left out of the files\n');
    return outcomeOf(received.documents, quotes.messages);
  });
}

function understand(rawArgs: readonly string[]): Wanted {
  const given = parseCommand('quotes', args, rawArgs);
  return {
    ...inputsOf('quotes', given),
    selection: {
      ...EVERYTHING,
      speaker: given.text('speaker'),
      outlet: given.text('outlet'),
      forms: formsOf(given),
    },
    outputs: outputsOf(given, FORMATS),
    includeUnpublished: given.flag('include-unpublished'),
  };
}

/** Throws RangeError for a form that there is not. */
function formsOf(given: Given): ReadonlySet<AttributionForm> | null {
  const said = given.text('form');
  if (said === null) return null;
  return new Set(
    said.split(',').map((part) => {
      const form = AttributionForm.safeParse(part.trim().toLowerCase());
      if (!form.success)
        throw new RangeError(`--form takes ${AttributionForm.options.join(', ')}, not "${part.trim()}"`);
      return form.data;
    }),
  );
}

async function read(
  { documents, amendments, messages }: Received,
  { settings }: Inputs,
  { options }: Reading,
): Promise<Quotes> {
  const { readAccounts } = await import('../../pipeline.js');
  const { documentAttributions } = await import('../../extract/document-attributions.js');
  const { GENERATOR_VERSION } = await import('../../model/version.js');
  const found = await readAccounts(documents, { ...options, amendments, messages });
  return {
    generator: { name: 'stemma', version: GENERATOR_VERSION, tier: settings.tier },
    documents: found.accounts.map(({ document, analysis }) => ({
      document,
      attributions: documentAttributions(document, analysis),
    })),
    messages: found.messages,
  };
}

async function pieces(format: Format, path: string, quotes: Quotes): Promise<Iterable<string>> {
  switch (format) {
    case 'json':
      return (await import('../../export/quotes/json.js')).toQuotesJson(quotes);
    case 'jsonl':
      return (await import('../../export/quotes/json.js')).toQuotesJsonLines(quotes);
    case 'csv': {
      const { forSpreadsheets } = await import('../../export/csv.js');
      const { toQuotesCsv } = await import('../../export/quotes/csv.js');
      return path === '-' ? toQuotesCsv(quotes) : forSpreadsheets(toQuotesCsv(quotes));
    }
  }
}

/** The attributions on standard output, unless an output goes there; with --quiet only what could not be read. */
async function report(quotes: Quotes, selected: Quotes, wanted: Wanted): Promise<void> {
  const taken = wanted.outputs.some(({ path }) => path === '-');
  if (wanted.quiet || taken) {
    const { noteOf } = await import('../../export/view.js');
    for (const message of quotes.messages) if (isGrave(message)) complain(noteOf(message));
    return;
  }
  const { toQuotesPage } = await import('../../export/quotes/terminal.js');
  const { stdout } = process;
  const colour = stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  const all = quotes.documents.reduce((sum, { attributions }) => sum + attributions.length, 0);
  const page = { width: stdout.columns ?? 100, colour, selection: wanted.selection, all };
  await writeOut('-', toQuotesPage(selected, page));
  const written = wanted.outputs.map(({ path }) => path);
  if (written.length > 0) stdout.write(`\nWritten: ${written.join(', ')}\n`);
}
