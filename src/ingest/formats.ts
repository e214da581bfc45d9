/** The formats that are read: which reader is for which ending of a name, and for which media type. */
import { sha256 } from '../text/ids.js';
import type { ColumnMap } from './columns.js';
import { decode } from './decode.js';
import { about, type Ingested, makeDocument, refused, tooLong } from './document.js';
import { readHtml } from './html.js';
import type { Inside } from './inside.js';
import { readExport } from './press-exports.js';
import { readArray, readLines } from './rows.js';
import { inMemory, type Source } from './source.js';
import { adviceFor } from './unsupported.js';

/** A page of this size is no article, and its tree would fill the memory. */
const MAX_PAGE_BYTES = 16 * 1024 * 1024;

/** Reads the documents of one file. `inside` reads what is packed or attached in it. May throw: that is told as a message. */
export type Reader = (
  ref: string,
  bytes: Uint8Array,
  inside: Inside,
  options: PartOptions,
) => Ingested | Promise<Ingested>;

/** A reader of files of any size, in stretches. */
export type StretchReader = (ref: string, source: Source, inside: Inside) => Promise<Ingested>;

/** How to read what tells too little by itself. */
export interface IngestOptions {
  /** Which columns of tables tell what; of those that it does not name the header tells. */
  readonly map?: ColumnMap;
}

export interface PartOptions extends IngestOptions {
  /** As told beside the bytes; null where nothing tells. */
  readonly encoding?: string | null;
}

/** A reader of text: the bytes decoded, whatever their encoding. */
const textual =
  (
    read: (
      ref: string,
      text: string,
      bytes: Uint8Array,
      options: IngestOptions,
    ) => Ingested | Promise<Ingested>,
  ): Reader =>
  (ref, bytes, _inside, options) => {
    const decoded = decode(bytes, options.encoding);
    if (decoded.text === null)
      return refused('not-text', 'error', ref, `${nameOf(ref)} is ${decoded.reason}`);
    if (decoded.text.trim() === '')
      return refused('empty-document', 'warning', ref, `${nameOf(ref)} holds no text`);
    return read(ref, decoded.text, bytes, options);
  };

// Loaded where one is read, here and below: their libraries take longer to load than most files to read.
const feeds = () => import('./feed.js');
const mail: Reader = async (ref, bytes, inside) => (await import('./mail.js')).readMail(ref, bytes, inside);
const mht: Reader = async (ref, bytes, inside) => (await import('./mht.js')).readMht(ref, bytes, inside);
const tar: StretchReader = async (...file) => (await import('./tar.js')).readTar(...file);
const warc: StretchReader = async (...file) => (await import('./warc.js')).readWarc(...file);

const PLAIN = textual(readPlain);
const PAGE = textual(readPage);
const ROWS = textual((ref, text) => readLines(ref, text));
const TABLE = textual(async (ref, text, _, { map }) =>
  (await import('./tables.js')).readTable(ref, text, map),
);
const FEED = textual(async (ref, text) => (await feeds()).readFeed(ref, text));
const XML = textual(async (ref, text) => {
  const { isXmlFeed, readFeed } = await feeds();
  return isXmlFeed(text) ? readFeed(ref, text) : unsupported(ref);
});
const JSON_FILE = textual(async (ref, text) => {
  const { isJsonFeed, readFeed } = await feeds();
  return isJsonFeed(text) ? readFeed(ref, text) : readArray(ref, text);
});

/** Of files that are read in stretches, whatever their size; by ending, as `extensionOf` gives it. */
export const STRETCHED: ReadonlyMap<string, StretchReader> = new Map<string, StretchReader>([
  ['warc', warc],
  ['warc.gz', warc],
  ['wacz', async (...file) => (await import('./wacz.js')).readWacz(...file)],
  ['zip', async (...file) => (await import('./zip.js')).readZip(...file)],
  ['tar', tar],
  ['tar.gz', tar],
  ['tgz', tar],
  ['gz', async (...file) => (await import('./tar.js')).readGzip(...file)],
]);

const whole =
  (read: StretchReader): Reader =>
  (ref, bytes, inside) =>
    read(ref, inMemory(bytes), inside);

/** All, by ending. */
export const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['txt', PLAIN],
  ['text', PLAIN],
  ['md', PLAIN],
  ['markdown', PLAIN],
  ['html', PAGE],
  ['htm', PAGE],
  ['xhtml', PAGE],
  ['pdf', async (ref, bytes) => (await import('./pdf.js')).readPdf(ref, bytes)],
  ['docx', async (ref, bytes, inside) => (await import('./docx.js')).readDocx(ref, bytes, inside)],
  ['eml', mail],
  ['mbox', async (ref, bytes, inside) => (await import('./mbox.js')).readMbox(ref, bytes, inside)],
  ['mht', mht],
  ['mhtml', mht],
  ['rss', FEED],
  ['atom', FEED],
  ['xml', XML],
  ['csv', TABLE],
  ['tsv', TABLE],
  ['json', JSON_FILE],
  ['jsonl', ROWS],
  ['ndjson', ROWS],
  ...[...STRETCHED].map(([ending, read]) => [ending, whole(read)] as const),
]);

/** By media type, for parts whose name tells nothing. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['text/plain', 'txt'],
  ['text/markdown', 'md'],
  ['text/html', 'html'],
  ['application/xhtml+xml', 'xhtml'],
  ['application/pdf', 'pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['text/csv', 'csv'],
  ['text/tab-separated-values', 'tsv'],
  ['application/warc', 'warc'],
  ['application/wacz', 'wacz'],
  ['application/zip', 'zip'],
  ['application/x-zip-compressed', 'zip'],
  ['application/x-tar', 'tar'],
  ['application/gzip', 'gz'],
  ['application/x-gzip', 'gz'],
  ['message/rfc822', 'eml'],
  ['message/global', 'eml'],
  ['application/mbox', 'mbox'],
  ['application/rss+xml', 'rss'],
  ['application/atom+xml', 'atom'],
  ['application/xml', 'xml'],
  ['text/xml', 'xml'],
  ['application/json', 'json'],
  ['application/x-ndjson', 'jsonl'],
  ['application/feed+json', 'json'],
  ['multipart/related', 'mht'],
  ['application/x-mimearchive', 'mht'],
]);

/** The reader for a part's name, or for its media type where the name tells nothing; null where there is none. */
export const readerFor = (ref: string, type: string | null): Reader | null =>
  READERS.get(extensionOf(ref)) ?? READERS.get(ENDINGS.get(type ?? '') ?? '') ?? null;

/** The media type of a file by its name, null where that tells none. */
export function mediaTypeFor(ref: string): string | null {
  const ending = extensionOf(ref);
  const reader = READERS.get(ending);
  const types = [...ENDINGS];
  const found =
    types.find(([, known]) => known === ending) ??
    types.find(([, known]) => reader !== undefined && READERS.get(known) === reader);
  return found?.[0] ?? null;
}

export function unsupported(ref: string): Ingested {
  const note = adviceFor(extensionOf(ref)) ?? `${nameOf(ref)} is of a type that is not read`;
  return refused('unsupported-format', 'info', ref, note);
}

/** The ending of a name in lower case, without the dot; of a packed archive both endings, "warc.gz". "" where it has none. */
export function extensionOf(ref: string): string {
  return /\.((?:warc\.|tar\.)?[^./\\]+)$/i.exec(ref)?.[1]?.toLowerCase() ?? '';
}

/** The last part of a path. */
export function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

function readPlain(ref: string, text: string, bytes: Uint8Array): Ingested {
  const exported = readExport(ref, text);
  if (exported !== null) return exported;
  const long = tooLong(text);
  if (long !== null) return refused('too-large', 'error', ref, long);
  return { documents: [makeDocument({ ref, sha256: sha256(bytes), text })], messages: [] };
}

function readPage(ref: string, html: string, bytes: Uint8Array): Ingested {
  if (bytes.length > MAX_PAGE_BYTES)
    return refused(
      'too-large',
      'error',
      ref,
      `a page of ${bytes.length} bytes; up to ${MAX_PAGE_BYTES} are read`,
    );
  const page = readHtml(html);
  if (page.text === '') return refused('empty-document', 'warning', ref, `${nameOf(ref)} shows no text`);
  const exported = readExport(ref, page.text);
  if (exported !== null) return exported;
  const long = tooLong(page.text);
  if (long !== null) return refused('too-large', 'error', ref, long);
  const messages = page.note === null ? [] : [about('plain-reading', 'warning', ref, page.note)];
  return { documents: [makeDocument({ ...page, ref, sha256: sha256(bytes) })], messages };
}
