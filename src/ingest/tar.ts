/** Tar archives, packed or not, and single files packed with gzip. Nothing is ever written to disk. */
import { Readable } from 'node:stream';
import { extract } from 'tar-stream';
import type { Ingested } from './document.js';
import { gunzip, isGzip } from './gunzip.js';
import type { Inside } from './inside.js';
import { isBomb, type PackedFiles, packedFiles } from './packed.js';
import { gather, joined, type Source } from './source.js';

/** A longer file is named and left out, as it would be in a folder. */
const MOST_FILE_BYTES = 64 * 1024 * 1024;
const MOST_ENTRIES = 100_000;
const MOST_TOLD = 20;

/** The files in a tar archive, by name, whether it is packed or not. */
export async function readTar(ref: string, source: Source, inside: Inside): Promise<Ingested> {
  const files = packedFiles(ref, inside);
  await bounded(files, async () => {
    const archive = extract({ allowUnknownFormat: true } as object);
    const feed = Readable.from(await unpacked(source, inside, files), { objectMode: false });
    feed.on('error', (cause) => archive.destroy(cause));
    feed.pipe(archive as unknown as NodeJS.WritableStream);
    let entries = 0;
    let links = 0;
    try {
      for await (const entry of archive) {
        if (++entries > MOST_ENTRIES) {
          files.tell('too-large', 'error', null, `more than ${MOST_ENTRIES} files; the rest was left out`);
          return;
        }
        const { name: path, type, size } = entry.header;
        if (!Number.isSafeInteger(size) || size < 0) {
          files.tell('damaged', 'error', null, 'a file without a possible size; the rest was left out');
          return;
        }
        const isFile = type === 'file' || type === 'contiguous-file';
        const name = isFile ? files.nameOf(path) : null;
        if (!isFile && type !== 'directory') links++;
        await readFile(entry as AsyncIterable<Uint8Array>, name, size, inside, files);
      }
    } catch (cause) {
      if (cause instanceof RangeError) throw cause;
      if (entries === 0) files.tell('unreadable', 'error', null, 'no tar archive');
      else
        files.tell('damaged', 'warning', null, `damaged after ${entries} of its files; it was read so far`);
      return;
    } finally {
      feed.destroy();
      if (links > 0)
        files.tell(
          'link',
          'info',
          null,
          links === 1
            ? '1 link or special file in it was left out'
            : `${links} links or special files in it were left out`,
        );
    }
    if (entries === 0) files.tell('empty-document', 'warning', null, 'no file in it');
  });
  return files.finish();
}

/** Takes in the bytes of one file, or passes over them where it has no name. */
async function readFile(
  chunks: AsyncIterable<Uint8Array>,
  name: string | null,
  size: number,
  inside: Inside,
  files: PackedFiles,
): Promise<void> {
  const isKept = name !== null && size <= MOST_FILE_BYTES;
  if (name !== null && !isKept)
    files.tell(
      'too-large',
      'error',
      name,
      `${size} bytes are more than the ${MOST_FILE_BYTES} read from one file`,
    );
  const parts: Uint8Array[] = [];
  let read = 0;
  try {
    for await (const chunk of chunks) {
      if (!isKept) continue;
      read += chunk.length;
      inside.take(chunk.length);
      parts.push(chunk);
    }
  } finally {
    // A file that breaks off is read as far as it goes.
    if (isKept && (read > 0 || size === 0)) await files.add(name, joined(parts));
  }
}

/** The file packed with gzip, under its name without ".gz". */
export async function readGzip(ref: string, source: Source, inside: Inside): Promise<Ingested> {
  const files = packedFiles(ref, inside);
  await bounded(files, async () => {
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const bytes of await unpacked(source, inside, files)) {
      size += bytes.length;
      if (size > MOST_FILE_BYTES || isBomb(size, source.size, inside))
        throw new RangeError(
          `more than the ${MOST_FILE_BYTES} bytes or the multiple of its size that are read`,
        );
      parts.push(bytes);
    }
    const name = files.nameOf(/([^/\\!]+)\.gz$/i.exec(ref)?.[1] ?? 'file');
    if (name !== null) await files.add(name, joined(parts));
  });
  return files.finish();
}

async function bounded(files: PackedFiles, read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    files.tell('too-large', 'error', null, `${cause.message}; the rest was left out`);
  }
}

/** The bytes of the source, unpacked where they are packed, up to any damage, which is told. */
async function unpacked(
  source: Source,
  inside: Inside,
  files: PackedFiles,
): Promise<AsyncIterable<Uint8Array>> {
  const first = await gather(source.read(0, 2), 2);
  if (first === null || !isGzip(first)) return source.read();
  let told = 0;
  return (async function* () {
    for await (const piece of gunzip(source.read(), inside.take)) {
      if (piece.kind === 'bytes') yield piece.bytes;
      else if (piece.kind === 'damage') {
        if (told++ < MOST_TOLD)
          files.tell('damaged', 'warning', null, `damaged at byte ${piece.offset}; it was read so far`);
        return;
      }
    }
  })();
}
