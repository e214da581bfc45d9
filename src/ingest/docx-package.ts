/** The packed parts of a .docx that its text needs: the rest (pictures, comments, properties, macros) is never unpacked. */
import { unzipSync } from 'fflate';

/** A letter has some twenty parts. */
const MOST_ENTRIES = 10_000;

/** Properties, comments and their authors stay in the file: no reader of the page sees them. */
const LEFT =
  /^(?:docProps|customXml)\/|(?:^|\/)(?:comments[^/]*|people|glossary\/.*|settings|webSettings)\.xml(?:\.rels)?$/i;

function isNeeded(name: string): boolean {
  return /\.(?:xml|rels)$/i.test(name) && !LEFT.test(name);
}

/** Bytes that the needed parts unpack to, as the archive tells them. Throws where the bytes are no ZIP archive. */
export function unpackedSize(bytes: Uint8Array): number {
  let size = 0;
  let entries = 0;
  unzipSync(bytes, {
    filter(entry) {
      if (++entries > MOST_ENTRIES) throw new RangeError(`more than ${MOST_ENTRIES} packed parts`);
      if (isNeeded(entry.name)) size += entry.originalSize;
      return false;
    },
  });
  return size;
}

/** The needed parts by name; none unpacks to more than the archive tells. */
export function unpack(bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes, { filter: (entry) => isNeeded(entry.name) })));
}
