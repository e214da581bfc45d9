import { sha256 } from '../text/ids.js';
import type { ColumnMap } from './columns.js';
import { decode } from './decode.js';
import { about, type Ingested, makeDocument, tooLong } from './document.js';
import { readDocx } from './docx.js';
import { isJsonFeed, isXmlFeed, readFeed } from './feed.js';
import { readHtml } from './html.js';
import { type Inside, type Part, readInside } from './inside.js';
import { readMail } from './mail.js';
import { readMbox } from './mbox.js';
import { readMht } from './mht.js';
import { readPdf } from './pdf.js';
import { readExport } from './press-exports.js';
import { readArray, readLines } from './rows.js';
import { inMemory, type Source } from './source.js';
import { readTable } from './tables.js';
import { adviceFor } from './unsupported.js';

/** Larger files are named and left out: one account is never that long, and rows come as .jsonl, read line by line. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** A page of this size is no article, and its tree would fill the memory. */
const MAX_PAGE_BYTES = 16 * 1024 * 1024;

/** Reads the documents of one file. `inside` reads what is packed or attached in it. May throw: that is told as a message. */
export type Reader = (
  ref: string,
  bytes: Uint8Array,
  inside: Inside,
  options: PartOptions,
) => Ingested | Promise<Ingested>;

/** How to read what tells too little by itself. */
export interface IngestOptions {
  /** Which columns of tables tell what; of those that it does not name the header tells. */
  readonly map?: ColumnMap;
}

interface PartOptions extends IngestOptions {
  /** As told beside the bytes; null where nothing tells. */
  readonly encoding?: string | null;
}

/** A reader of text: the bytes decoded, whatever their encoding. */
const textual =
  (read: (ref: string, text: string, bytes: Uint8Array, options: IngestOptions) => Ingested): Reader =>
  (ref, bytes, _inside, options) => {
    const decoded = decode(bytes, options.encoding);
    if (decoded.text === null)
      return refused('not-text', 'error', ref, `${nameOf(ref)} is ${decoded.reason}`);
    if (decoded.text.trim() === '')
      return refused('empty-document', 'warning', ref, `${nameOf(ref)} holds no text`);
    return read(ref, decoded.text, bytes, options);
  };

const PLAIN = textual(readPlain);
const PAGE = textual(readPage);
const ROWS = textual((ref, text) => readLines(ref, text));
const TABLE = textual((ref, text, _, { map }) => readTable(ref, text, map));

/** A reader of files of any size, in stretches. */
type StretchReader = (ref: string, source: Source, inside: Inside) => Promise<Ingested>;

// Loaded where one is read: their libraries take longer to load than most files to read.
const warc: StretchReader = async (...file) => (await import('./warc.js')).readWarc(...file);
const tar: StretchReader = async (...file) => (await import('./tar.js')).readTar(...file);

const STRETCHED: ReadonlyMap<string, StretchReader> = new Map<string, StretchReader>([
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
const JSON_FILE = textual((ref, text) => (isJsonFeed(text) ? readFeed(ref, text) : readArray(ref, text)));
const FEED = textual((ref, text) => readFeed(ref, text));
const XML = textual((ref, text) => (isXmlFeed(text) ? readFeed(ref, text) : unsupported(ref)));

/** By the ending of the name, without the dot. */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['txt', PLAIN],
  ['text', PLAIN],
  ['md', PLAIN],
  ['markdown', PLAIN],
  ['html', PAGE],
  ['htm', PAGE],
  ['xhtml', PAGE],
  ['jsonl', ROWS],
  ['ndjson', ROWS],
  ['csv', TABLE],
  ['tsv', TABLE],
  ['pdf', readPdf],
  ['docx', readDocx],
  ...[...STRETCHED].map(([ending, read]) => [ending, whole(read)] as const),
  ['json', JSON_FILE],
  ['eml', readMail],
  ['mbox', readMbox],
  ['mht', readMht],
  ['mhtml', readMht],
  ['rss', FEED],
  ['atom', FEED],
  ['xml', XML],
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
  ['application/feed+json', 'json'],
  ['multipart/related', 'mht'],
  ['application/x-mimearchive', 'mht'],
]);

/** Extensions that can be read, without the dot. */
export const READABLE: ReadonlySet<string> = new Set(READERS.keys());

/** Documents of one file, by its extension, and messages about what could not be read. Never rejects. */
export function ingestBytes(ref: string, bytes: Uint8Array, options: IngestOptions = {}): Promise<Ingested> {
  return readInside({ ref, bytes, type: null }, (part, inside) => readPart(part, inside, options));
}

/** Endings of files that are read in stretches, whatever their size. */
export const LARGE: ReadonlySet<string> = new Set(STRETCHED.keys());

/** The same of a file with one of the endings in LARGE, which is not held in memory. Never rejects. */
export function ingestSource(ref: string, source: Source, options: IngestOptions = {}): Promise<Ingested> {
  const file: Part = { ref, bytes: new Uint8Array(0), type: null };
  const read = (part: Part, inside: Inside): Promise<Ingested> =>
    part === file
      ? attempt(ref, () => STRETCHED.get(extensionOf(ref))!(ref, source, inside))
      : readPart(part, inside, options);
  return readInside(file, read, source.size);
}

async function readPart(
  { ref, bytes, type, encoding }: Part,
  inside: Inside,
  options: IngestOptions,
): Promise<Ingested> {
  const reader = READERS.get(extensionOf(ref)) ?? READERS.get(ENDINGS.get(type ?? '') ?? '');
  if (reader === undefined) return unsupported(ref);
  if (bytes.length > MAX_FILE_BYTES)
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

function unsupported(ref: string): Ingested {
  const note = adviceFor(extensionOf(ref)) ?? `${nameOf(ref)} is of a type that is not read`;
  return refused('unsupported-format', 'info', ref, note);
}

function refused(rule: string, severity: 'error' | 'warning' | 'info', ref: string, note: string): Ingested {
  return { documents: [], messages: [about(rule, severity, ref, note)] };
}

/** The ending of a name in lower case, without the dot; of a packed archive both endings, "warc.gz". "" where it has none. */
export function extensionOf(ref: string): string {
  return /\.((?:warc\.|tar\.)?[^./\\]+)$/i.exec(ref)?.[1]?.toLowerCase() ?? '';
}

function nameOf(ref: string): string {
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
