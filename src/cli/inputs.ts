/** What every command that reads accounts shares: its arguments, opening the accounts, the threads, how it ends. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { type ArgsDef, parseArgs } from 'citty';
import { isAddress } from '../fetch/list.js';
import { type ColumnMap, parseMap } from '../ingest/columns.js';
import type { ReceivedFile } from '../ingest/paths.js';
import type { Amendments } from '../model/amendments.js';
import type { Document } from '../model/document.js';
import { StemmaError } from '../model/errors.js';
import type { Message } from '../model/message.js';
import { DEFAULT_SETTINGS, type Depth, type Settings, Tier } from '../model/settings.js';
import type { ReadOptions } from '../pipeline.js';
import { aimed, openAbout, unmatched } from './about.js';
import type { CaseSession } from './case-session.js';
import { type FetchedAccounts, fetchAccounts, NOT_FETCHED, sorted } from './fetching.js';
import { INCOMPLETE, OK } from './outcome.js';
import { reasonOf } from './output.js';
import { type Progress, progressBar } from './progress.js';

export const INPUT_ARGS = {
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
  map: {
    type: 'string',
    valueHint: 'FIELD=COLUMN,…',
    description: 'Columns of a table of accounts that tell what: text=Body,date=Published',
  },
} satisfies ArgsDef;

export const READING_ARGS = {
  workers: { type: 'string', valueHint: 'N', description: 'Threads to read with (as many as pay off)' },
  tier: {
    type: 'string',
    valueHint: 'NAME',
    description: 'How to find who says what: rules, fast or accurate',
  },
  fast: { type: 'boolean', description: 'The same as --tier fast' },
  quiet: { type: 'boolean', description: 'Print no summary and no progress' },
} satisfies ArgsDef;

/** The arguments of one command line, by the names of its options. */
export interface Given {
  readonly paths: readonly string[];
  /** Null where the option was not given. Throws RangeError where it was given without a value. */
  text(name: string): string | null;
  flag(name: string): boolean;
}

/** Throws RangeError for an option that the command does not know. */
export function parseCommand(command: string, args: ArgsDef, rawArgs: readonly string[]): Given {
  const parsed = parseArgs([...rawArgs], args) as { readonly [name: string]: unknown } & { _: string[] };
  const known = new Set(Object.keys(args).flatMap((name) => [name, camel(name)]));
  const unknown = Object.keys(parsed).find((name) => name !== '_' && !known.has(name));
  if (unknown !== undefined)
    throw new RangeError(`${command} knows no option "${unknown}"; stemma ${command} --help lists them`);
  return {
    paths: parsed._,
    text(name) {
      const value = parsed[name];
      if (value === undefined || value === null) return null;
      if (typeof value !== 'string' || value === '') throw new RangeError(`--${name} needs a value`);
      return value;
    },
    flag: (name) => parsed[name] === true,
  };
}

const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

export interface Inputs {
  readonly paths: readonly string[];
  readonly about: string | null;
  /** The case file to read into; null: none. */
  readonly into: string | null;
  /** Whether what the case keeps is read anew from its bytes. */
  readonly afresh: boolean;
  /** Whether addresses are fetched, and into which file; null where they are not. */
  readonly fetch: { readonly save: string | null } | null;
  /** Columns of tables as the user names them; null where the headers alone tell. */
  readonly map: ColumnMap | null;
  readonly settings: Settings;
  /** Whether the tier was asked for: a case is read on in its own. */
  readonly tierTold: boolean;
  /** How far to read: as a rule as the tier of the settings says. */
  readonly depth: Depth;
  /** Null: as many as pay off. */
  readonly workers: number | null;
  readonly quiet: boolean;
}

/** Throws RangeError with the values where they make no sense. */
export function inputsOf(command: string, given: Given): Inputs {
  const workers = given.text('workers');
  if (workers !== null && !/^[1-9]\d{0,2}$/.test(workers)) {
    throw new RangeError(`--workers takes a number from 1 to 999, not "${workers}"`);
  }
  const settings = settingsOf(given);
  const into = given.text('case');
  const map = given.text('map');
  const save = given.text('save');
  if (save !== null && !given.flag('fetch')) throw new RangeError('--save goes with --fetch');
  if (save !== null && !/\.warc\.gz$/i.test(save))
    throw new RangeError(`--save takes a file that ends in .warc.gz, not "${save}"`);
  if (given.flag('afresh') && into === null)
    throw new RangeError('--afresh reads a case anew: name it with --case FILE');
  if (given.paths.length === 0 && into === null)
    throw new RangeError(`${command} needs a folder, files, or - for standard input`);
  return {
    paths: given.paths,
    about: given.text('about'),
    into,
    afresh: given.flag('afresh'),
    fetch: given.flag('fetch') ? { save } : null,
    map: map === null ? null : parseMap(map),
    settings,
    tierTold: given.text('tier') !== null || given.flag('fast'),
    depth: settings.tier,
    workers: workers === null ? null : Number(workers),
    quiet: given.flag('quiet'),
  };
}

function settingsOf(given: Given): Settings {
  const name = given.text('tier') ?? (given.flag('fast') ? 'fast' : DEFAULT_SETTINGS.tier);
  const tier = Tier.options.find((known) => known === name);
  if (tier === undefined) throw new RangeError(`--tier takes ${Tier.options.join(', ')}, not "${name}"`);
  return { ...DEFAULT_SETTINGS, tier };
}

export interface Output<Format extends string> {
  readonly format: Format;
  readonly path: string;
}

/** The files to write, in the order of the formats. Throws RangeError where two would go to one place. */
export function outputsOf<Format extends string>(
  given: Given,
  formats: readonly Format[],
): readonly Output<Format>[] {
  const outputs = formats.flatMap((format) => {
    const path = given.text(format);
    return path === null ? [] : [{ format, path }];
  });
  const targets = outputs.map(({ path }) => (path === '-' ? '-' : resolve(path)));
  const twice = targets.find((path, i) => targets.indexOf(path) !== i);
  if (twice !== undefined) throw new RangeError(`two outputs cannot both go to ${twice}`);
  return outputs;
}

export interface Received {
  readonly documents: readonly Document[];
  readonly amendments: Amendments;
  readonly messages: readonly Message[];
  /**
   * The case that is read into, with how many accounts are new to it, and how many its bytes now give otherwise than before
   * (null: not asked); null where none is.
   */
  readonly kept: {
    readonly session: CaseSession;
    readonly added: number;
    readonly afresh: number | null;
  } | null;
  /** What was fetched; null where nothing was. */
  readonly fetched: FetchedAccounts | null;
}

export interface Reading {
  /** For the pipeline: tier, threads and progress. */
  readonly options: Pick<ReadOptions, 'settings' | 'runner' | 'progress' | 'analyses'> & {
    readonly depth: Depth;
  };
  /** Puts the threads and the progress bar away: nothing more is read, and what comes next is written. */
  done(): Promise<void>;
}

/**
 * How far heaps grow between collections, in per cent of what is live; of itself V8 lets them grow fourfold. On the
 * throughput set 60 brings 2.3 GB down to 1.8, and 30 no further (one run each).
 */
const HEAP_GROWTH = 60;

/**
 * How much a function runs, in bytes of its bytecode, before V8 compiles it for speed; of itself after 132 KB. Compiled
 * later it is compiled once, not again for each kind of value that it meets: CPU time falls from 13.9 s to 9.2 on 200
 * articles of the throughput set and from 1.9 s to 1.6 on the example. On the whole set nothing is gained (171 s).
 * Facts alone run the same few functions all the time, and lose a tenth by it.
 */
const RUN_BEFORE_OPTIMISING = 1_200_000;

/** What to tell who gave nothing that could be read. */
function nothingIn(paths: readonly string[], fetched: boolean): string {
  if (fetched) return `no account in what was fetched for ${paths.join(', ')}`;
  if (paths.includes('-'))
    return 'no account in standard input, which takes JSON lines; for plain text, give the file itself';
  return `no account in ${paths.join(', ')}; texts, pages, .pdf, .docx, mail, feeds, tables, web archives and .zip are read: docs/GUIDE.md lists them`;
}

/** Opens the accounts, hands them to `work` with the means to read them, and puts the threads away. */
export async function withInputs(
  asked: Inputs,
  work: (received: Received, reading: Reading) => Promise<number>,
): Promise<number> {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  // What a case knows already is folded by much code that runs once: it is slower by half under this.
  if (asked.depth !== 'facts' && asked.into === null)
    setFlagsFromString(`--interrupt-budget=${RUN_BEFORE_OPTIMISING}`);
  const progress = progressBar(process.stderr, !asked.quiet);
  let session: CaseSession | null = null;
  try {
    progress.step('ingest', 0, asked.paths.length);
    if (asked.into !== null) session = await openSession(asked.into, asked.paths.length > 0);
    const tier = asked.tierTold ? null : (session?.tier() ?? null);
    const inputs = tier === null ? asked : { ...asked, settings: { ...asked.settings, tier }, depth: tier };
    const received = await receive(inputs, session, progress.step);
    if (received.documents.length === 0)
      process.stderr.write(`stemma: ${nothingIn(inputs.paths, inputs.fetch !== null)}\n`);
    const { fittingWorkers, poolRunner } = await import('../workers/pool.js');
    const analyses = session?.analyses() ?? [];
    // What a case has read before needs no thread.
    const missing = Math.max(received.documents.length - analyses.length, received.kept?.added ?? 0);
    const workers = inputs.workers ?? fittingWorkers(missing, inputs.depth);
    const pool = workers > 1 ? poolRunner(workers) : null;
    const { settings, depth } = inputs;
    const runner = session === null ? pool : session.runner(pool ?? undefined);
    const options = { settings, depth, analyses, progress: progress.step, ...(runner && { runner }) };
    const done = async (): Promise<void> => {
      await pool?.close();
      progress.end();
    };
    try {
      const status = await work(received, { options, done });
      await received.fetched?.keptElsewhere();
      return status;
    } finally {
      await done();
    }
  } finally {
    progress.end();
    session?.close();
  }
}

/** `mayBeNew`: it is made where there is none. */
async function openSession(path: string, mayBeNew: boolean): Promise<CaseSession> {
  const { CaseSession } = await import('./case-session.js');
  return CaseSession.open(path, mayBeNew ? 'create' : 'write');
}

async function receive(
  { paths: given, about, map, fetch, into, afresh }: Inputs,
  session: CaseSession | null,
  progress: Progress['step'],
): Promise<Received> {
  const said = about === null ? { amendments: [], messages: [] } : await openAbout(about);
  const { addresses, paths } = await sorted(given, fetch !== null);
  await mustExist(paths);
  // Loaded here, since the stages and their tables take longer to load than a slip of the hand to notice.
  const { ingestPaths } = await import('../ingest/paths.js');
  const other = session !== null && afresh ? await session.readAgain(progress) : null;
  let added = 0;
  // Each is kept as it comes: together they may be more than memory holds.
  const received = (file: ReceivedFile): void => {
    added += session?.add([file]) ?? 0;
  };
  const ingested = await ingestPaths(paths, {
    ...(about !== null && { ignore: [about] }),
    ...(map && { map }),
    ...(session !== null && { received }),
  });
  const fetched =
    fetch === null
      ? null
      : await fetchAccounts(
          addresses,
          { ...fetch, into },
          { received, progress: (done, total) => progress('fetch', done, total) },
        );
  session?.amend(said.amendments);
  const documents = session?.documents() ?? [...ingested.documents, ...(fetched?.documents ?? [])];
  const messages = session?.messages() ?? [...ingested.messages, ...(fetched?.messages ?? [])];
  // What was said of an account may have been said before it came.
  const amendments = aimed(
    session?.amendments() ?? [...(ingested.amendments ?? []), ...said.amendments],
    documents,
  );
  return {
    documents,
    amendments,
    messages: [...messages, ...said.messages, ...unmatched(aimed(said.amendments, documents), documents)],
    kept: session && { session, added, afresh: other },
    fetched,
  };
}

/** A path that is not there is a slip of the hand, not an account that cannot be read. Throws StemmaError, RangeError for a URL. */
export async function mustExist(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    if (path === '-') continue;
    if (isAddress(path)) throw new RangeError(`${path} ${NOT_FETCHED}`);
    await stat(path).catch((cause: unknown) => {
      throw new StemmaError('read', `cannot read ${path}: ${reasonOf(cause)}`, { cause });
    });
  }
}

/** INCOMPLETE where an input could not be read, or nothing was. */
export function outcomeOf(documents: readonly Document[], messages: readonly Message[]): number {
  return documents.length === 0 || messages.some((m) => m.severity === 'error') ? INCOMPLETE : OK;
}
