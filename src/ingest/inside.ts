/** What is packed or attached in a file, read within bounds: archives in archives, letters attached to letters. */
import { about, type Ingested } from './document.js';

/** One thing in a file, or the file as given. */
export interface Part {
  /** What messages and documents call it: of a part the file, "!", and its path or number there, "mail.eml!letter.docx". */
  readonly ref: string;
  readonly bytes: Uint8Array;
  /** Media type as told, lower case, without parameters; null where nothing tells. */
  readonly type: string | null;
}

/** Packed things in packed things are followed so far. */
const MOST_DEEP = 4;

/** Bytes unpacked from one file as given, all parts together: more is a bomb, or an archive to be unpacked by hand. */
const MOST_BYTES = 1024 ** 3;

/** Parts of one file as given. */
const MOST_PARTS = 100_000;

/** What a reader of packed things is given. */
export interface Inside {
  /** The documents of a part, and of what it holds. Never rejects: what goes beyond the bounds is told in a message. */
  read(part: Part): Promise<Ingested>;
  /** Counts bytes that are about to be unpacked. Throws RangeError where there is no room for them. */
  take(bytes: number): void;
}

/** Reads a file as given by `readPart`, and what it holds by the same, and counts what that takes. */
export function readInside(
  file: Part,
  readPart: (part: Part, inside: Inside) => Promise<Ingested>,
): Promise<Ingested> {
  let taken = 0;
  let parts = 0;
  const at = (depth: number): Inside => ({
    async read(part) {
      const refuse = (note: string): Ingested => ({
        documents: [],
        messages: [about('too-large', 'error', part.ref, note)],
      });
      if (depth > MOST_DEEP) return refuse(`packed more than ${MOST_DEEP} deep; it was left out`);
      if (++parts > MOST_PARTS) return refuse(`more than ${MOST_PARTS} parts; the rest was left out`);
      return readPart(part, at(depth + 1));
    },
    take(bytes) {
      taken += bytes;
      if (taken > MOST_BYTES)
        throw new RangeError(`it unpacks to more than the ${MOST_BYTES} bytes read from one file`);
    },
  });
  return at(0).read(file);
}
