/** The package around a web archive (WACZ 1.2.0): a zip of stored entries, with a list of them and their digests. */
import { createHash } from 'node:crypto';
import { Zip, ZipPassThrough } from 'fflate';
import { StemmaError } from '../../model/errors.js';
import { GENERATOR_VERSION } from '../../model/version.js';

const WACZ_VERSION = '1.2.0';

/** fflate writes no zip64: sizes and offsets have 32 bits. Some room for the directory. */
const MOST_BYTES = 2 ** 32 - 2 ** 26;

/** One file in the package. Its chunks are read once, when its turn comes. */
export interface Entry {
  readonly path: string;
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/**
 * The bytes of the package, entries in their order, then `datapackage.json` and its digest. An entry is asked for when
 * the one before was read to its end, so that it may tell of that one. `created`: ISO 8601. Throws StemmaError above 4 GB.
 */
export async function* packaged(
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  created: string,
): AsyncGenerator<Uint8Array> {
  const zip = zipped();
  const resources: object[] = [];
  for await (const { path, chunks } of entries) {
    const hash = createHash('sha256');
    let bytes = 0;
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    };
    yield* zip.add(path, counted());
    resources.push({
      name: path.slice(path.lastIndexOf('/') + 1).toLowerCase(),
      path,
      hash: `sha256:${hash.digest('hex')}`,
      bytes,
    });
  }
  const datapackage = bytesOf({
    profile: 'data-package',
    wacz_version: WACZ_VERSION,
    title: 'Accounts and the record that Stemma read from them',
    created,
    software: `stemma ${GENERATOR_VERSION}`,
    resources,
  });
  yield* zip.add('datapackage.json', [datapackage]);
  const hash = createHash('sha256').update(datapackage).digest('hex');
  yield* zip.add('datapackage-digest.json', [bytesOf({ path: 'datapackage.json', hash: `sha256:${hash}` })]);
  yield* zip.end();
}

const bytesOf = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

/** A zip of stored entries as it grows; its times are of no day, so that they tell neither a clock nor its time zone. */
function zipped() {
  let out: Uint8Array[] = [];
  let size = 0;
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    out.push(chunk);
    size += chunk.length;
  });
  const handOut = (): Uint8Array[] => {
    if (size > MOST_BYTES)
      throw new StemmaError('write', 'more than the 4 GB that one WACZ holds; pass the case file itself on');
    const chunks = out;
    out = [];
    return chunks;
  };
  return {
    async *add(path: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
      const file = new ZipPassThrough(path);
      file.mtime = new Date(1980, 0, 1);
      zip.add(file);
      for await (const chunk of chunks) {
        file.push(chunk as Uint8Array<ArrayBuffer>);
        yield* handOut();
      }
      file.push(new Uint8Array(0), true);
      yield* handOut();
    },
    *end() {
      zip.end();
      yield* handOut();
    },
  };
}
