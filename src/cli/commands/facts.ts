/** `stemma facts`: accounts in, every figure, ordinal, time, place, name and list in them out. */
import { type ArgsDef, defineCommand } from 'citty';
import { FACT_KINDS, type FactSelection, type Facts } from '../../export/facts/facts.js';
import {
  type Given,
  INPUT_ARGS,
  inputsOf,
  parseCommand,
  READING_ARGS,
  type Reading,
  type Received,
} from '../inputs.js';
import { type ListingInputs, listingArgs, listingOutputs, runListing } from '../listing.js';

const args = {
  ...INPUT_ARGS,
  kind: { type: 'string', valueHint: 'KINDS', description: `Only these: ${FACT_KINDS.join(', ')}` },
  words: {
    type: 'string',
    valueHint: 'WORDS',
    description: 'Only facts with these words in them, in what is counted or in what is named',
  },
  ...listingArgs('facts'),
  workers: READING_ARGS.workers,
  quiet: READING_ARGS.quiet,
} satisfies ArgsDef;

export const command = defineCommand({
  meta: { name: 'facts', description: 'Print the figures, times, places, names and lists in each account' },
  args,
});

interface Wanted extends ListingInputs {
  readonly selection: FactSelection;
}

export async function run(rawArgs: readonly string[]): Promise<number> {
  const wanted = understand(rawArgs);
  const { selection } = wanted;
  const { selectFacts } = await import('../../export/facts/facts.js');
  const { matcher } = await import('../../export/accounts.js');
  for (const words of [selection.words, selection.outlet]) if (words !== null) matcher(words);
  return runListing<Facts>(wanted, {
    find,
    select: (facts) => selectFacts(facts, selection),
    formats: {
      json: async (facts) => (await import('../../export/facts/json.js')).toFactsJson(facts),
      jsonl: async (facts) => (await import('../../export/facts/json.js')).toFactsJsonLines(facts),
      csv: async (facts) => (await import('../../export/facts/csv.js')).toFactsCsv(facts),
    },
    page: async (selected, page) =>
      (await import('../../export/facts/terminal.js')).toFactsPage(selected, { ...page, selection }),
  });
}

function understand(rawArgs: readonly string[]): Wanted {
  const given = parseCommand('facts', args, rawArgs);
  return {
    ...inputsOf('facts', given),
    ...listingOutputs(given),
    depth: 'facts',
    selection: { kinds: kindsOf(given), words: given.text('words'), outlet: given.text('outlet') },
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

async function find({ documents, amendments, messages }: Received, { options }: Reading): Promise<Facts> {
  const { readAccounts } = await import('../../pipeline.js');
  const { documentFacts } = await import('../../text/document-facts.js');
  const { GENERATOR_VERSION } = await import('../../model/version.js');
  const found = await readAccounts(documents, { ...options, amendments, messages });
  return {
    generator: { name: 'stemma', version: GENERATOR_VERSION },
    documents: found.accounts.map(({ document, analysis }) => ({
      document,
      facts: documentFacts(document, analysis),
    })),
    messages: found.messages,
  };
}
