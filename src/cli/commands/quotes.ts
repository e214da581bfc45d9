/** `stemma quotes`: accounts in, every attribution in them out. */
import { type ArgsDef, defineCommand } from 'citty';
import { EVERYTHING, type Quotes, type Selection } from '../../export/quotes/quotes.js';
import { AttributionForm } from '../../model/vocabulary.js';
import {
  type Given,
  INPUT_ARGS,
  type Inputs,
  inputsOf,
  parseCommand,
  READING_ARGS,
  type Reading,
  type Received,
} from '../inputs.js';
import { type ListingInputs, listingArgs, listingOutputs, runListing } from '../listing.js';

const args = {
  ...INPUT_ARGS,
  speaker: {
    type: 'string',
    valueHint: 'NAME',
    description: 'Only what this person or body, or anyone who speaks for it, says',
  },
  form: { type: 'string', valueHint: 'FORMS', description: 'Only these: direct, mixed, indirect' },
  ...listingArgs('attributions'),
  ...READING_ARGS,
} satisfies ArgsDef;

export const command = defineCommand({
  meta: { name: 'quotes', description: 'Print who says what in each account' },
  args,
});

interface Wanted extends ListingInputs {
  readonly selection: Selection;
}

export async function run(rawArgs: readonly string[]): Promise<number> {
  const wanted = understand(rawArgs);
  const { selection } = wanted;
  const { selectQuotes } = await import('../../export/quotes/quotes.js');
  const { matcher } = await import('../../export/accounts.js');
  for (const name of [selection.speaker, selection.outlet]) if (name !== null) matcher(name);
  return runListing<Quotes>(wanted, {
    find: (received, reading) => find(received, wanted, reading),
    select: (quotes) => selectQuotes(quotes, selection),
    formats: {
      json: async (quotes) => (await import('../../export/quotes/json.js')).toQuotesJson(quotes),
      jsonl: async (quotes) => (await import('../../export/quotes/json.js')).toQuotesJsonLines(quotes),
      csv: async (quotes) => (await import('../../export/quotes/csv.js')).toQuotesCsv(quotes),
    },
    page: async (selected, page, { documents }) => {
      const all = documents.reduce((sum, { attributions }) => sum + attributions.length, 0);
      return (await import('../../export/quotes/terminal.js')).toQuotesPage(selected, {
        ...page,
        selection,
        all,
      });
    },
  });
}

function understand(rawArgs: readonly string[]): Wanted {
  const given = parseCommand('quotes', args, rawArgs);
  const inputs = inputsOf('quotes', given);
  return {
    ...inputs,
    ...listingOutputs(given),
    depth: `speech: ${inputs.settings.tier}`,
    selection: {
      ...EVERYTHING,
      speaker: given.text('speaker'),
      outlet: given.text('outlet'),
      forms: formsOf(given),
    },
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

async function find(
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
