/** Bytes to documents: one file, and what is packed or attached in it. */
import type { Ingested } from './document.js';
import { refused } from './document.js';
import { extensionOf, type IngestOptions, nameOf, readerFor, STRETCHED, unsupported } from './formats.js';
import { type Inside, type Part, readInside } from './inside.js';
import type { Source } from './source.js';

/** Larger files are named and left out: one account is never that long, and rows come as .jsonl, read line by line. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** Documents of one file, by its extension, and messages about what could not be read. Never rejects. */
export function ingestBytes(ref: string, bytes: Uint8Array, options: IngestOptions = {}): Promise<Ingested> {
  return readInside({ ref, bytes, type: null }, (part, inside) => readPart(part, inside, options));
}

/** The same of a file with one of the endings in STRETCHED, which is not held in memory. Never rejects. */
export function ingestSource(ref: string, source: Source, options: IngestOptions = {}): Promise<Ingested> {
  const file: Part = { ref, bytes: new Uint8Array(0), type: null };
  const read = (part: Part, inside: Inside): Promise<Ingested> =>
    part === file
      ? attempt(ref, () => STRETCHED.get(extensionOf(ref))!(ref, source, inside))
      : readPart(part, inside, options);
  return readInside(file, read, source.size);
}

async function readPart(
  { ref, bytes, type, encoding, options: own }: Part,
  holder: Inside,
  outer: IngestOptions,
): Promise<Ingested> {
  const options = own ?? outer;
  const inside: Inside =
    own === undefined ? holder : { ...holder, read: (part) => holder.read({ options: own, ...part }) };
  const reader = readerFor(ref, type);
  if (reader === null) return unsupported(ref);
  // What holds others is read in stretches, each of them within bounds.
  if (bytes.length > MAX_FILE_BYTES && !STRETCHED.has(extensionOf(ref)))
    return refused(
      'too-large',
      'error',
      ref,
      `${bytes.length} bytes are more than the ${MAX_FILE_BYTES} read from one file`,
    );
  return attempt(ref, () => reader(ref, bytes, inside, { ...options, encoding: encoding ?? null }));
}

async function attempt(ref: string, read: () => Ingested | Promise<Ingested>): Promise<Ingested> {
  try {
    return await read();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return refused('unreadable', 'error', ref, `${nameOf(ref)} could not be read: ${reason}`);
  }
}
