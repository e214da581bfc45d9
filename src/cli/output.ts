/** Writes what a command makes: whole or not at all. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { constants } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { StemmaError } from '../model/errors.js';

/** Bytes gathered before a write. */
const BATCH = 1 << 20;
/** UTF-8 takes no more for a UTF-16 code unit. */
const MOST_BYTES = 3;

/** Text, or UTF-8 ready to write that holds until the next piece is asked for. */
export type Pieces = Iterable<string> | AsyncIterable<string | Uint8Array>;

/**
 * To a file beside the target that then takes its name, to standard output for "-", into a device or pipe as it is. Throws
 * StemmaError.
 */
export async function writeOut(path: string, pieces: Pieces): Promise<void> {
  if (path === '-') {
    for await (const batch of batches(pieces))
      if (!process.stdout.write(Buffer.from(batch))) await once(process.stdout, 'drain');
    return;
  }
  if (await isSpecial(path)) {
    await writeInto(path, pieces);
    return;
  }
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  const stop = (signal: NodeJS.Signals): void => {
    rmSync(temporary, { force: true });
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of STOPPING) process.once(signal, stop);
  try {
    const file = await open(temporary, 'wx');
    try {
      for await (const batch of batches(pieces)) await file.writeFile(batch);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => {});
    // What fails while the text is made is no failure to write it.
    if (cause instanceof StemmaError) throw cause;
    throw new StemmaError('write', `cannot write ${path}: ${reasonOf(cause)}`, { cause });
  } finally {
    for (const signal of STOPPING) process.off(signal, stop);
  }
}

/** A device or a pipe is written into; nothing may take its place. */
async function isSpecial(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && !found.isFile() && !found.isDirectory();
}

async function writeInto(path: string, pieces: Pieces): Promise<void> {
  try {
    const file = await open(path, 'w');
    try {
      for await (const batch of batches(pieces)) await file.writeFile(batch);
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof StemmaError) throw cause;
    throw new StemmaError('write', `cannot write ${path}: ${reasonOf(cause)}`, { cause });
  }
}

/** Ctrl-C and its like leave no half file. */
const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** UTF-8 of the pieces; gathered as bytes, since long strings built of them would fill the heap. */
async function* batches(pieces: Pieces): AsyncGenerator<Uint8Array> {
  let batch = Buffer.allocUnsafe(BATCH);
  let size = 0;
  for await (const piece of pieces) {
    if (typeof piece !== 'string') {
      if (size > 0) yield batch.subarray(0, size);
      if (size > 0) batch = Buffer.allocUnsafe(BATCH);
      size = 0;
      yield piece;
      continue;
    }
    const most = piece.length * MOST_BYTES;
    if (size + most > BATCH && size > 0) {
      yield batch.subarray(0, size);
      batch = Buffer.allocUnsafe(BATCH);
      size = 0;
    }
    if (most > BATCH) yield Buffer.from(piece);
    else size += batch.write(piece, size);
  }
  if (size > 0) yield batch.subarray(0, size);
}

const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};

/** Why a file could not be read or written, in words. */
export function reasonOf(cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  return (code === undefined ? undefined : REASONS[code]) ?? message;
}
