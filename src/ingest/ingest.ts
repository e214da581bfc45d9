import { sha256 } from '../text/ids.js';
import { decode } from './decode.js';
import { about, type Ingested, makeDocument, tooLong } from './document.js';
import { isJsonFeed, isXmlFeed, readFeed } from './feed.js';
import { readHtml } from './html.js';
import { type Inside, type Part, readInside } from './inside.js';
import { readMail } from './mail.js';
import { readMbox } from './mbox.js';
import { readMht } from './mht.js';
import { readArray, readLines } from './rows.js';

/** Larger files are named and left out: one account is never that long, and rows come as .jsonl, read line by line. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** A page of this size is no article, and its tree would fill the memory. */
const MAX_PAGE_BYTES = 16 * 1024 * 1024;

/** Reads the documents of one file. `inside` reads what is packed or attached in it. May throw: that is told as a message. */
export type Reader = (ref: string, bytes: Uint8Array, inside: Inside) => Ingested | Promise<Ingested>;

/** A reader of text: the bytes decoded, whatever their encoding. */
const textual =
  (read: (ref: string, text: string, bytes: Uint8Array) => Ingested): Reader =>
  (ref, bytes) => {
    const decoded = decode(bytes);
    if (decoded.text === null)
      return refused('not-text', 'error', ref, `${nameOf(ref)} is ${decoded.reason}`);
    if (decoded.text.trim() === '')
      return refused('empty-document', 'warning', ref, `${nameOf(ref)} holds no text`);
    return read(ref, decoded.text, bytes);
  };

const PLAIN = textual(readPlain);
const PAGE = textual(readPage);
const ROWS = textual((ref, text) => readLines(ref, text));
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
export function ingestBytes(ref: string, bytes: Uint8Array): Promise<Ingested> {
  return readInside({ ref, bytes, type: null }, readPart);
}

async function readPart({ ref, bytes, type }: Part, inside: Inside): Promise<Ingested> {
  const reader = READERS.get(extensionOf(ref)) ?? READERS.get(ENDINGS.get(type ?? '') ?? '');
  if (reader === undefined) return unsupported(ref);
  if (bytes.length > MAX_FILE_BYTES)
    return refused(
      'too-large',
      'error',
      ref,
      `${bytes.length} bytes are more than the ${MAX_FILE_BYTES} read from one file`,
    );
  try {
    return await reader(ref, bytes, inside);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return refused('unreadable', 'error', ref, `${nameOf(ref)} could not be read: ${reason}`);
  }
}

function unsupported(ref: string): Ingested {
  return refused('unsupported-format', 'info', ref, `${nameOf(ref)} is of a type that is not read`);
}

function refused(rule: string, severity: 'error' | 'warning' | 'info', ref: string, note: string): Ingested {
  return { documents: [], messages: [about(rule, severity, ref, note)] };
}

export function extensionOf(ref: string): string {
  return /\.([^./\\]+)$/.exec(ref)?.[1]?.toLowerCase() ?? '';
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

function readPlain(ref: string, text: string, bytes: Uint8Array): Ingested {
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
  const long = tooLong(page.text);
  if (long !== null) return refused('too-large', 'error', ref, long);
  const messages = page.note === null ? [] : [about('plain-reading', 'warning', ref, page.note)];
  return { documents: [makeDocument({ ...page, ref, sha256: sha256(bytes) })], messages };
}
