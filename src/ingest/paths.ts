import { createReadStream } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { compareStrings } from '../text/order.js';
import { about, type Ingested } from './document.js';
import { extensionOf, ingestBytes, ingestSource, LARGE, MAX_FILE_BYTES, READABLE } from './ingest.js';
import { linesOf } from './lines.js';
import { collector, readLine } from './rows.js';

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

export interface PathOptions {
  /** Files to pass over, such as the table given with --about; compared with links resolved. */
  readonly ignore?: readonly string[];
  readonly io?: Io;
}

const STREAMED: ReadonlySet<string> = new Set(['jsonl', 'ndjson']);

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
  const gathered = collector();
  const ignored = new Set<string>();
  for (const path of options.ignore ?? []) ignored.add(await io.resolve(path).catch(() => path));
  for (const path of paths) {
    if (path === '-') await readRows(gathered, 'standard input', io.stdin);
    else await readPath(io, gathered, ignored, new Set(), path.replace(/(?<=.)\/+$/, ''), null);
  }
  return { documents: gathered.documents, messages: gathered.messages };
}

type Gathered = ReturnType<typeof collector>;

/** `ref` is null for a path that the user gave. `open` holds the folders that lead here: a link back to one is a loop. */
async function readPath(
  io: Io,
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
        gathered.add(about('link-loop', 'info', name, 'a link back to a folder above; it was not followed'));
        return;
      }
      const within = new Set(open).add(real);
      for (const entry of [...(await io.list(path))].sort(compareStrings)) {
        if (entry.startsWith('.')) continue;
        await readPath(
          io,
          gathered,
          ignored,
          within,
          path.endsWith('/') ? path + entry : `${path}/${entry}`,
          ref === null ? entry : `${ref}/${entry}`,
        );
      }
    } else if (found.isFile) await readOne(io, gathered, path, name, found.size);
    else
      gathered.add(about('unsupported-format', 'info', name, 'neither a file nor a folder; it was left out'));
  } catch (cause) {
    gathered.add(about('unreadable', 'error', name, `could not be read: ${reasonOf(cause)}`));
  }
}

async function readOne(io: Io, gathered: Gathered, path: string, ref: string, size: number): Promise<void> {
  const extension = extensionOf(ref);
  if (!READABLE.has(extension)) {
    gathered.add(
      about(
        'unsupported-format',
        'info',
        ref,
        `${extension === '' ? 'a file without an ending' : `.${extension}`} is not read; it was left out`,
      ),
    );
    return;
  }
  if (LARGE.has(extension)) {
    const source = { size, read: (start?: number, end?: number) => io.stream(path, start, end) };
    add(gathered, await ingestSource(ref, source));
    return;
  }
  if (size > MAX_FILE_BYTES) {
    if (STREAMED.has(extension)) await readRows(gathered, ref, io.stream(path));
    else
      gathered.add(
        about(
          'too-large',
          'error',
          ref,
          `${size} bytes are more than the ${MAX_FILE_BYTES} read from one file`,
        ),
      );
    return;
  }
  add(gathered, await ingestBytes(ref, await io.read(path)));
}

function add(gathered: Gathered, { documents, messages }: Ingested): void {
  for (const document of documents) gathered.add(document);
  for (const message of messages) gathered.add(message);
}

async function readRows(gathered: Gathered, ref: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  let line = 0;
  for await (const raw of linesOf(chunks)) {
    line++;
    gathered.add(
      raw === null
        ? about('too-large', 'error', ref, `line ${line} is too long; it was left out`)
        : readLine(ref, line, raw),
    );
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
