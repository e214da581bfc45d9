/** What is packed or attached in a file, read within bounds: archives in archives, letters attached to letters. */
import { type Ingested, refused } from './document.js';
import type { IngestOptions } from './formats.js';

/** One thing in a file, or the file as given. */
export interface Part {
  /** What messages and documents call it: of a part the file, "!", and its path or number there, "mail.eml!letter.docx". */
  readonly ref: string;
  readonly bytes: Uint8Array;
  /** Media type as told, lower case, without parameters; null where nothing tells. */
  readonly type: string | null;
  /** The encoding of its text as told beside it ("ISO-8859-2"), by its holder's name for it; null where nothing tells. */
  readonly encoding?: string | null;
  /** How it and what it holds was read, where that is known; else as its holder is. */
  readonly options?: IngestOptions;
}

/** Packed things in packed things are followed so far. */
const MOST_DEEP = 4;

/** Bytes unpacked from one file as given, all parts together: more is a bomb, or an archive to be unpacked by hand. */
const MOST_BYTES = 1024 ** 3;
/** A large file may unpack to so many times its size; web archives to ten times. */
const MOST_FOLD = 32;

/** Parts of one file as given. */
const MOST_PARTS = 100_000;
/** A large file may hold one in so many bytes. */
const LEAST_PART = 4_096;

/** What a reader of packed things is given. */
export interface Inside {
  /** The documents of a part, and of what it holds. Never rejects: what goes beyond the bounds is told in a message. */
  read(part: Part): Promise<Ingested>;
  /** Counts bytes that are about to be unpacked. Throws RangeError where there is no room for them. */
  take(bytes: number): void;
}

/** Reads a file as given by `readPart`, and what it holds by the same, and counts what that takes. `size`: in bytes. */
export function readInside(
  file: Part,
  readPart: (part: Part, inside: Inside) => Promise<Ingested>,
  size: number = file.bytes.length,
): Promise<Ingested> {
  const mostBytes = Math.max(MOST_BYTES, MOST_FOLD * size);
  const mostParts = Math.max(MOST_PARTS, Math.floor(size / LEAST_PART));
  let taken = 0;
  let parts = 0;
  const at = (depth: number): Inside => ({
    async read(part) {
      const refuse = (note: string): Ingested => refused('too-large', 'error', part.ref, note);
      if (depth > MOST_DEEP) return refuse(`packed more than ${MOST_DEEP} deep; it was left out`);
      if (++parts > mostParts) return refuse(`more than ${mostParts} parts; the rest was left out`);
      return readPart(part, at(depth + 1));
    },
    take(bytes) {
      taken += bytes;
      if (taken > mostBytes)
        throw new RangeError(`it unpacks to more than the ${mostBytes} bytes read from one file`);
    },
  });
  return at(0).read(file);
}
