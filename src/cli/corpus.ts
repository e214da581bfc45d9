/** A corpus as a command is given it: files of JSON lines and standard input as streams, anything else read as accounts. */
import { createReadStream, readSync } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { batchesOf } from '../ingest/batches.js';
import { StemmaError } from '../model/errors.js';
import type { Message } from '../model/message.js';
import type { TextPlace } from '../workers/reuse/document-table.js';
import type { WholeDocument } from '../workers/reuse/messages.js';
import type { ReuseSource } from '../workers/reuse/reuse.js';

export interface OpenCorpus {
  readonly corpus: readonly ReuseSource[];
  readonly against: readonly ReuseSource[];
  readonly messages: readonly Message[];
  /** The row again that a document came from. Only after everything was read, and where texts were asked for. */
  row(place: TextPlace): Row;
  close(): Promise<void>;
}

export interface Row {
  readonly text: string;
  /** The other fields as they stood in the input. */
  readonly fields: { readonly [name: string]: unknown };
}

const ROWS = /\.(jsonl|ndjson)(\.gz)?$/i;
const CHUNK = 1 << 19;

/** `withTexts`: rows are wanted again, so that what can be read only once is kept in a file of the user's alone. */
export async function openSources(
  paths: readonly string[],
  against: readonly string[],
  withTexts: boolean,
): Promise<OpenCorpus> {
  const messages: Message[] = [];
  const rereads: ((place: TextPlace) => Row)[] = [];
  const closing: (() => Promise<void>)[] = [];

  const openOne = async (path: string): Promise<ReuseSource> => {
    const found = path === '-' ? null : await stat(path);
    // A pipe, as a shell gives for <(…), is rows like standard input.
    if (found?.isDirectory() || (found?.isFile() && !ROWS.test(path))) return documents(path);
    const ref = path === '-' ? 'standard input' : path;
    const packed = /\.gz$/i.test(path);
    const size = found === null || packed ? 0 : found.size;
    let chunks: AsyncIterable<Uint8Array> =
      path === '-' ? process.stdin : createReadStream(path, { highWaterMark: CHUNK });
    chunks = unpacked(chunks, path);
    if (withTexts) {
      const kept = found?.isFile() === true && !packed ? null : await keeper();
      const file = kept?.file ?? (await open(path, 'r'));
      closing.push(async () => {
        await file.close();
        await kept?.remove();
      });
      if (kept !== null) chunks = kept.keeping(chunks);
      rereads.push(({ start, end }) => rowOf(file.fd, ref, start, end));
    } else rereads.push(() => ({ text: '', fields: {} }));
    const spare: ArrayBuffer[] = [];
    return { ref, content: batchesOf(chunks, spare), spare, size };
  };

  const documents = async (path: string): Promise<ReuseSource> => {
    const { ingestPaths } = await import('../ingest/paths.js');
    const ingested = await ingestPaths([path]);
    messages.push(...ingested.messages);
    const content: WholeDocument[] = ingested.documents.map((d) => ({ ...d, id: d.ref }));
    rereads.push(({ start }) => ({
      text: content[start]!.text,
      fields: { title: ingested.documents[start]!.title, date: ingested.documents[start]!.published },
    }));
    return { ref: path, content, size: 0 };
  };

  const { readLine } = withTexts ? await import('../ingest/rows.js') : { readLine: () => null };

  function rowOf(fd: number, ref: string, start: number, end: number): Row {
    const bytes = Buffer.allocUnsafe(end - start);
    readSync(fd, bytes, 0, bytes.length, start);
    const raw = bytes.toString();
    const fields = JSON.parse(raw) as Row['fields'];
    if (typeof fields.text === 'string') return { text: fields.text, fields };
    const found = readLine(ref, 0, raw);
    return { text: found !== null && 'text' in found ? found.text : '', fields };
  }

  const all: ReuseSource[] = [];
  for (const path of [...paths, ...against]) all.push(await openOne(path));
  return {
    corpus: all.slice(0, paths.length),
    against: all.slice(paths.length),
    messages,
    row: (place) => rereads[place.source]!(place),
    close: async () => {
      for (const close of closing) await close();
    },
  };
}

/** The stream, unpacked where its first bytes are those of gzip. Throws StemmaError where it breaks off. */
async function* unpacked(chunks: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done) return;
  const whole = async function* (): AsyncGenerator<Uint8Array> {
    yield first.value;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  };
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* whole();
    return;
  }
  try {
    yield* Readable.from(whole()).pipe(createGunzip());
  } catch (cause) {
    throw new StemmaError('read', `cannot unpack ${path}: ${(cause as Error).message}`, { cause });
  }
}

/** Keeps a stream in a temporary file. */
async function keeper() {
  const folder = await mkdtemp(join(tmpdir(), 'stemma-'));
  const file = await open(join(folder, 'rows'), 'wx+', 0o600);
  const remove = () => rm(folder, { recursive: true, force: true });
  // Where an open file may lose its name, it does so now: whatever stops the program leaves nothing behind.
  await remove().catch(() => {});
  return {
    file,
    async *keeping(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        await file.write(chunk);
        yield chunk;
      }
    },
    remove,
  };
}
