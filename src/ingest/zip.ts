/** Zip archives: the files in it, each as if it lay in a folder. Nothing is ever written to disk. */
import { Inflate, Unzip, UnzipInflate } from 'fflate';
import { crc32 } from './crc32.js';
import type { Ingested } from './document.js';
import type { Inside } from './inside.js';
import { isBomb, type PackedFiles, packedFiles } from './packed.js';
import { joined, type Source, stepsOf } from './source.js';
import { dataStart, type ZipEntry, zipDirectory } from './zip-directory.js';

/** A longer file is named and left out, as it would be in a folder. */
const MOST_FILE_BYTES = 64 * 1024 * 1024;

/** So many packed bytes are unpacked before a bomb is looked for: a few megabytes of it. */
const SMALL_STEP = 4_096;

/** The files in a zip archive, by name. Where its directory is missing, what can be read without. */
export async function readZip(ref: string, source: Source, inside: Inside): Promise<Ingested> {
  const files = packedFiles(ref, inside);
  try {
    const directory = await zipDirectory(source);
    if (directory === null) await readCutOff(source, inside, files);
    else {
      if (directory.left > 0)
        files.tell('too-large', 'error', null, `${directory.left} more files than are read from one archive`);
      for (const { name, entry } of distinct(directory.entries, files)) {
        const bytes = await readEntry(source, entry, inside, (rule, severity, note) =>
          files.tell(rule, severity, name, note),
        );
        if (bytes !== null) await files.add(name, bytes);
      }
    }
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    files.tell('too-large', 'error', null, `${cause.message}; the rest of it was left out`);
  }
  return files.finish();
}

interface Named {
  readonly name: string;
  readonly entry: ZipEntry;
}

/** Entries to read, by name; of one name the last, and of entries that lie over each other the first. */
function distinct(entries: readonly ZipEntry[], files: PackedFiles): Named[] {
  let end = 0;
  let overlapping = 0;
  const apart = new Set<ZipEntry>();
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset < end) overlapping++;
    else {
      apart.add(entry);
      end = entry.offset + 30 + entry.packedSize;
    }
  }
  if (overlapping > 0)
    files.tell('damaged', 'error', null, `${overlapping} of its files lie over others; they were left out`);
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const name = apart.has(entry) ? files.nameOf(entry.name) : null;
    if (name === null) continue;
    if (byName.has(name))
      files.tell('duplicate-name', 'warning', name, 'several files of this name; the last was read');
    byName.set(name, entry);
  }
  return [...byName].map(([name, entry]) => ({ name, entry })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

type Tell = (rule: string, severity: 'error' | 'warning', note: string) => void;

/** The bytes of an entry; null with the reason told where there are none. Throws RangeError where there is no room. */
export async function readEntry(
  source: Source,
  entry: ZipEntry,
  inside: Inside,
  tell: Tell,
): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const bytes of entryBytes(source, entry, inside, tell)) {
    size += bytes.length;
    if (size > MOST_FILE_BYTES) {
      tell('too-large', 'error', `more than the ${MOST_FILE_BYTES} bytes read from one file`);
      return null;
    }
    if (isBomb(size, entry.packedSize, inside)) {
      tell('too-large', 'error', 'it unpacks to a multiple that no text has; it was left out');
      return null;
    }
    parts.push(bytes);
  }
  return size === 0 && entry.size > 0 ? null : joined(parts);
}

/** The bytes of an entry as they come, up to any damage, which is told. */
export async function* entryBytes(
  source: Source,
  entry: ZipEntry,
  inside: Inside,
  tell: Tell,
): AsyncGenerator<Uint8Array> {
  if (entry.isLocked) {
    tell('encrypted', 'error', 'locked with a password; it was left out');
    return;
  }
  if (entry.method !== 0 && entry.method !== 8) {
    tell(
      'unsupported-format',
      'error',
      `packed by method ${entry.method}, which is not read; it was left out`,
    );
    return;
  }
  const start = await dataStart(source, entry);
  if (start === null) {
    tell('damaged', 'error', 'it is not where the archive says; it was left out');
    return;
  }
  let crc = 0;
  let size = 0;
  const packed = source.read(start, Math.min(source.size, start + entry.packedSize));
  try {
    for await (const bytes of entry.method === 0 ? packed : inflated(packed)) {
      inside.take(bytes.length);
      crc = crc32(bytes, crc);
      size += bytes.length;
      yield bytes;
    }
  } catch (cause) {
    if (!(cause instanceof InflateError)) throw cause;
    tell(
      'damaged',
      size === 0 ? 'error' : 'warning',
      size === 0 ? 'its packed bytes are damaged' : `damaged after ${size} bytes; it was read so far`,
    );
    return;
  }
  if (size !== entry.size)
    tell('damaged', 'warning', `${size} bytes long, where the archive says ${entry.size}`);
  else if (crc !== entry.crc) tell('damaged', 'warning', 'its bytes do not fit the checksum in the archive');
}

class InflateError extends Error {}

async function* inflated(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let out: Uint8Array[] = [];
  const inflate = new Inflate((data) => {
    if (data.length > 0) out.push(data);
  });
  const push = (bytes: Uint8Array, final: boolean): readonly Uint8Array[] => {
    out = [];
    try {
      inflate.push(bytes, final);
    } catch (cause) {
      throw new InflateError((cause as Error).message);
    }
    return out;
  };
  for await (const chunk of packed) for (const step of stepsOf(chunk, SMALL_STEP)) yield* push(step, false);
  yield* push(new Uint8Array(0), true);
}

/** An archive without its end: each file as it comes, the last as far as it goes. */
async function readCutOff(source: Source, inside: Inside, files: PackedFiles): Promise<void> {
  const found: { name: string; bytes: Uint8Array }[] = [];
  let seen = 0;
  let open: { name: string; parts: Uint8Array[]; size: number; fed: number } | null = null;
  let fed = 0;
  const close = (): void => {
    if (open !== null) found.push({ name: open.name, bytes: joined(open.parts) });
    open = null;
  };
  const unzip = new Unzip((file) => {
    close();
    seen++;
    const name = /[/\\]$/.test(file.name) ? null : files.nameOf(file.name);
    if (name === null || (file.compression !== 0 && file.compression !== 8)) return;
    const mine = { name, parts: [] as Uint8Array[], size: 0, fed };
    open = mine;
    file.ondata = (error, data) => {
      if (error !== null) throw new InflateError(error.message);
      inside.take(data.length);
      mine.size += data.length;
      if (mine.size > MOST_FILE_BYTES || isBomb(mine.size, fed - mine.fed + 64 * 1024, inside))
        throw new RangeError(`${mine.name} unpacks to more than is read from one file`);
      mine.parts.push(data);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for await (const chunk of source.read()) {
      for (const step of stepsOf(chunk)) {
        fed += step.length;
        unzip.push(step, false);
        for (const { name, bytes } of found.splice(0)) await files.add(name, bytes);
      }
    }
    unzip.push(new Uint8Array(0), true);
  } catch (cause) {
    if (cause instanceof RangeError) throw cause;
  }
  close();
  for (const { name, bytes } of found) await files.add(name, bytes);
  if (seen === 0) files.tell('unreadable', 'error', null, 'no zip archive');
  else
    files.tell(
      'damaged',
      'warning',
      null,
      'its directory is missing or damaged; its files were read as far as they go',
    );
}
