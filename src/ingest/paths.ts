import { createReadStream } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import type { Amendment } from '../model/amendments.js';
import type { Message } from '../model/message.js';
import { compareStrings } from '../text/order.js';
import { about, type Ingested } from './document.js';
import { extensionOf, type IngestOptions, READERS, STRETCHED } from './formats.js';
import { ingestBytes, ingestSource, MAX_FILE_BYTES } from './ingest.js';
import { linesOf } from './lines.js';
import { collector, readLine } from './rows.js';
import { inMemory } from './source.js';
import { adviceFor } from './unsupported.js';

/** What walking folders needs of the machine; tests hand in their own. Paths use the machine's separators. */
export interface Io {
  stat(
    path: string,
  ): Promise<{ readonly isFolder: boolean; readonly isFile: boolean; readonly size: number }>;
  /** Names in a folder, in any order. */
  list(path: string): Promise<readonly string[]>;
  /** The path with all links resolved: two names of one folder give the same. */
  resolve(path: string): Promise<string>;
  read(path: string): Promise<Uint8Array>;
  /** The bytes from `start` up to `end`; all of them where nothing is given. */
  stream(path: string, start?: number, end?: number): AsyncIterable<Uint8Array>;
  readonly stdin: AsyncIterable<Uint8Array>;
}

export interface PathOptions extends IngestOptions {
  /** Files to pass over, such as the table given with --about; compared with links resolved. */
  readonly ignore?: readonly string[];
  /** Told of each file as it is read, with its bytes as received: for who keeps them. */
  readonly received?: (file: ReceivedFile) => void;
  readonly io?: Io;
}

/** One file as received, and what was made of it; `options` are those that it was read with. */
export interface ReceivedFile extends Ingested {
  readonly ref: string;
  /** None where it could not be read, or not be taken in at all. */
  readonly bytes: Uint8Array;
  readonly options: IngestOptions;
}

/** A larger file is no evidence that can be kept in one case; a database holds no larger thing. */
const MOST_KEPT = 900_000_000;

const STANDARD_INPUT = 'standard input';

/** Read line by line where they are large. */
const LINES: ReadonlySet<string> = new Set(['jsonl', 'ndjson']);

/** This machine's files. */
export const machine: Io = {
  async stat(path) {
    const found = await stat(path);
    return { isFolder: found.isDirectory(), isFile: found.isFile(), size: found.size };
  },
  list: (path) => readdir(path),
  resolve: (path) => realpath(path),
  read: (path) => readFile(path),
  async *stream(path, start = 0, end = Number.POSITIVE_INFINITY) {
    if (end > start) yield* createReadStream(path, { start, end: end - 1 });
  },
  get stdin() {
    return process.stdin;
  },
};

/**
 * The documents under the paths given, in order of the paths, folders walked by name; `-` is JSON lines on standard
 * input. The ref of a file is its path relative to the folder given, with `/`, or the path as given. Names that begin
 * with a dot are passed over. Never throws: what cannot be read becomes a message.
 */
export async function ingestPaths(paths: readonly string[], options: PathOptions = {}): Promise<Ingested> {
  const io = options.io ?? machine;
  const gathered: Gathered = { ...collector(), amendments: [], received: options.received ?? null };
  const ignored = new Set<string>();
  for (const path of options.ignore ?? []) ignored.add(await io.resolve(path).catch(() => path));
  for (const path of paths) {
    if (path === '-') await readRows(gathered, STANDARD_INPUT, io.stdin);
    else await readPath(io, options, gathered, ignored, new Set(), path.replace(/(?<=.)\/+$/, ''), null);
  }
  const { documents, messages, amendments } = gathered;
  return { documents, messages, ...(amendments.length > 0 && { amendments }) };
}

type Gathered = ReturnType<typeof collector> & {
  readonly amendments: Amendment[];
  readonly received: PathOptions['received'] | null;
};

/** What was received, read again as it was read then. */
export async function ingestReceived(
  ref: string,
  bytes: Uint8Array,
  options: IngestOptions = {},
): Promise<Ingested> {
  if (STRETCHED.has(extensionOf(ref))) return ingestSource(ref, inMemory(bytes), options);
  return (await rowsOf(ref, bytes)) ?? ingestBytes(ref, bytes, options);
}

/** What was received, where it is read row by row: standard input, and many rows; else null. */
export async function rowsOf(ref: string, bytes: Uint8Array): Promise<Ingested | null> {
  if (ref !== STANDARD_INPUT && (bytes.length <= MAX_FILE_BYTES || !LINES.has(extensionOf(ref)))) return null;
  const gathered: Gathered = { ...collector(), amendments: [], received: null };
  await readRows(gathered, ref, inMemory(bytes).read());
  return gathered;
}

/** `ref` is null for a path that the user gave. `open` holds the folders that lead here: a link back to one is a loop. */
async function readPath(
  io: Io,
  options: IngestOptions,
  gathered: Gathered,
  ignored: ReadonlySet<string>,
  open: ReadonlySet<string>,
  path: string,
  ref: string | null,
): Promise<void> {
  const name = ref ?? path.replace(/\\/g, '/').replace(/^\.\//, '');
  try {
    const real = await io.resolve(path);
    if (ignored.has(real)) return;
    const found = await io.stat(path);
    if (found.isFolder) {
      if (open.has(real)) {
        tell(
          gathered,
          about('link-loop', 'info', name, 'a link back to a folder above; it was not followed'),
        );
        return;
      }
      const within = new Set(open).add(real);
      for (const entry of [...(await io.list(path))].sort(compareStrings)) {
        if (entry.startsWith('.')) continue;
        await readPath(
          io,
          options,
          gathered,
          ignored,
          within,
          path.endsWith('/') ? path + entry : `${path}/${entry}`,
          ref === null ? entry : `${ref}/${entry}`,
        );
      }
    } else if (found.isFile) await readOne(io, options, gathered, path, name, found.size);
    else
      tell(
        gathered,
        about('unsupported-format', 'info', name, 'neither a file nor a folder; it was left out'),
      );
  } catch (cause) {
    tell(gathered, about('unreadable', 'error', name, `could not be read: ${reasonOf(cause)}`));
  }
}

async function readOne(
  io: Io,
  options: IngestOptions,
  gathered: Gathered,
  path: string,
  ref: string,
  size: number,
): Promise<void> {
  const extension = extensionOf(ref);
  if (!READERS.has(extension)) {
    tell(
      gathered,
      about(
        'unsupported-format',
        'info',
        ref,
        adviceFor(extension) ??
          `${extension === '' ? 'a file without an ending' : `.${extension}`} is not read; it was left out`,
      ),
    );
    return;
  }
  const large = (most: number, what: string): void =>
    tell(gathered, about('too-large', 'error', ref, `${size} bytes are more than the ${most} ${what}`));
  if (gathered.received !== null && size > MOST_KEPT)
    return large(MOST_KEPT, 'that a case keeps of one file');
  if (STRETCHED.has(extension)) {
    const source = { size, read: (start?: number, end?: number) => io.stream(path, start, end) };
    const read = await ingestSource(ref, source, options);
    gathered.received?.({ ref, bytes: await io.read(path), options: optionsOf(options), ...read });
    add(gathered, read);
    return;
  }
  if (size > MAX_FILE_BYTES) {
    if (LINES.has(extension)) await readRows(gathered, ref, io.stream(path));
    else large(MAX_FILE_BYTES, 'read from one file');
    return;
  }
  const bytes = await io.read(path);
  const read = await ingestBytes(ref, bytes, options);
  gathered.received?.({ ref, bytes, options: optionsOf(options), ...read });
  add(gathered, read);
}

/** Those of the options that say how a file is read. */
const optionsOf = ({ map }: IngestOptions): IngestOptions => (map === undefined ? {} : { map });

/** What could not be read at all, told to whoever keeps what was received, too. */
function tell(gathered: Gathered, message: Message): void {
  gathered.add(message);
  const nothing = { bytes: new Uint8Array(), options: {}, documents: [] };
  gathered.received?.({ ref: message.ref ?? '', ...nothing, messages: [message] });
}

function add(gathered: Gathered, { documents, messages, amendments = [] }: Ingested): void {
  gathered.amendments.push(...amendments);
  for (const document of documents) gathered.add(document);
  for (const message of messages) gathered.add(message);
}

async function readRows(gathered: Gathered, ref: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const own = collector();
  const kept: Uint8Array[] = [];
  let line = 0;
  for await (const raw of linesOf(gathered.received === null ? chunks : copied(chunks, kept))) {
    line++;
    const read =
      raw === null
        ? about('too-large', 'error', ref, `line ${line} is too long; it was left out`)
        : readLine(ref, line, raw);
    gathered.add(read);
    own.add(read);
  }
  gathered.received?.({
    ref,
    bytes: Buffer.concat(kept),
    options: {},
    documents: own.documents,
    messages: own.messages,
  });
}

async function* copied(chunks: AsyncIterable<Uint8Array>, kept: Uint8Array[]): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    kept.push(chunk);
    yield chunk;
  }
}

function reasonOf(cause: unknown): string {
  const code = (cause as { code?: unknown } | null)?.code;
  const known: { readonly [code: string]: string } = {
    ENOENT: 'there is no such file',
    EACCES: 'permission denied',
    ELOOP: 'links that lead in a circle',
    EISDIR: 'it is a folder',
  };
  return typeof code === 'string'
    ? (known[code] ?? code)
    : cause instanceof Error
      ? cause.message
      : String(cause);
}
