/** An index of reuse in a file. */
import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { StemmaError } from '../model/errors.js';
import { fromBytes, toBytes } from '../reuse/index-bytes.js';
import type { ReuseIndex } from '../reuse/reuse-index.js';

/** Writes it whole or not at all, readable by its owner alone. Throws StemmaError. */
export async function saveReuseIndex(index: ReuseIndex, path: string): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      for (const piece of toBytes(index)) await file.writeFile(piece);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => {});
    throw new StemmaError('write', `cannot write ${path}: ${(cause as Error).message}`, { cause });
  }
}

/** Throws StemmaError where the file cannot be read, holds no index, or one of another version. */
export async function loadReuseIndex(path: string): Promise<ReuseIndex> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw new StemmaError('read', `cannot read ${path}: ${(cause as Error).message}`, { cause });
  }
  return fromBytes(bytes);
}
