/** What `quotes` and `facts` share: what is found in each account, selected, written to files and shown. */
import type { ArgsDef } from 'citty';
import type { Document } from '../model/document.js';
import type { Message } from '../model/message.js';
import {
  type Given,
  type Inputs,
  type Output,
  outcomeOf,
  outputsOf,
  type Reading,
  type Received,
  withInputs,
} from './inputs.js';
import { complain, isGrave } from './outcome.js';
import { writeOut } from './output.js';

/** `things`: what is found, in the plural. */
export const listingArgs = (things: string) =>
  ({
    outlet: { type: 'string', valueHint: 'NAME', description: 'Only accounts of this outlet' },
    json: {
      type: 'string',
      valueHint: 'FILE',
      description: `Write the ${things} as JSON (- for standard output)`,
    },
    jsonl: { type: 'string', valueHint: 'FILE', description: `Write the ${things} as JSON lines` },
    csv: { type: 'string', valueHint: 'FILE', description: `Write the ${things} as a table` },
    'include-unpublished': {
      type: 'boolean',
      description: 'Let accounts marked unpublished into the files',
    },
  }) satisfies ArgsDef;

const FORMATS = ['json', 'jsonl', 'csv'] as const;

export interface ListingInputs extends Inputs {
  readonly outputs: readonly Output<(typeof FORMATS)[number]>[];
  readonly includeUnpublished: boolean;
}

/** The outputs of a command line. Throws RangeError where two would go to one place. */
export const listingOutputs = (given: Given): Omit<ListingInputs, keyof Inputs> => ({
  outputs: outputsOf(given, FORMATS),
  includeUnpublished: given.flag('include-unpublished'),
});

interface Found {
  readonly documents: readonly { readonly document: Document }[];
  readonly messages: readonly Message[];
}

export interface Page {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: boolean;
}

export interface Listing<T extends Found> {
  find(received: Received, reading: Reading): Promise<T>;
  select(found: T): T;
  /** What to write in each format; `csv` as standard output gets it. */
  readonly formats: {
    readonly [format in (typeof FORMATS)[number]]: (found: T) => Promise<Iterable<string>>;
  };
  page(selected: T, page: Page, found: T): Promise<Iterable<string>>;
}

export function runListing<T extends Found>(wanted: ListingInputs, listing: Listing<T>): Promise<number> {
  const { outputs, quiet, includeUnpublished } = wanted;
  return withInputs(wanted, async (received, reading) => {
    const { withoutUnpublished } = await import('../export/accounts.js');
    const { forSpreadsheets } = await import('../export/csv.js');
    const found = await listing.find(received, reading);
    await reading.done();
    const selected = listing.select(found);
    const passable = includeUnpublished ? selected : withoutUnpublished(selected);
    for (const { format, path } of outputs) {
      const pieces = await listing.formats[format](passable);
      await writeOut(path, format === 'csv' && path !== '-' ? forSpreadsheets(pieces) : pieces);
    }
    if (quiet || outputs.some(({ path }) => path === '-')) await complainOf(found.messages);
    else await show(await listing.page(selected, pageOf(), found), outputs);
    if (passable.documents.length < selected.documents.length && outputs.length > 0 && !quiet)
      process.stderr.write('stemma: accounts marked unpublished are left out of the files\n');
    return outcomeOf(received.documents, found.messages);
  });
}

async function complainOf(messages: readonly Message[]): Promise<void> {
  const { noteOf } = await import('../export/view.js');
  for (const message of messages) if (isGrave(message)) complain(noteOf(message));
}

async function show(page: Iterable<string>, outputs: ListingInputs['outputs']): Promise<void> {
  await writeOut('-', page);
  const written = outputs.map(({ path }) => path);
  if (written.length > 0) process.stdout.write(`\nWritten: ${written.join(', ')}\n`);
}

function pageOf(): Page {
  const { stdout, env } = process;
  return {
    width: stdout.columns ?? 100,
    colour: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
  };
}
