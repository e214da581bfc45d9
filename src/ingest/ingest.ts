import { sha256 } from '../text/ids.js';
import { decode } from './decode.js';
import { about, type Ingested, makeDocument, tooLong } from './document.js';
import { readHtml } from './html.js';
import { readArray, readLines } from './rows.js';

/** Larger files are named and left out: one account is never that long, and rows come as .jsonl, read line by line. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** A page of this size is no article, and its tree would fill the memory. */
const MAX_PAGE_BYTES = 16 * 1024 * 1024;

type Reader = (ref: string, bytes: Uint8Array, text: string) => Ingested;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['txt', readPlain],
  ['text', readPlain],
  ['md', readPlain],
  ['markdown', readPlain],
  ['html', readPage],
  ['htm', readPage],
  ['xhtml', readPage],
  ['jsonl', (ref, _, text) => readLines(ref, text)],
  ['ndjson', (ref, _, text) => readLines(ref, text)],
  ['json', (ref, _, text) => readArray(ref, text)],
]);

/** Extensions that can be read, without the dot. */
export const READABLE: ReadonlySet<string> = new Set(READERS.keys());

/** Documents of one file, by its extension, and messages about what could not be read. Never throws. */
export function ingestBytes(ref: string, bytes: Uint8Array): Ingested {
  const reader = READERS.get(extensionOf(ref));
  const refuse = (rule: string, severity: 'error' | 'warning' | 'info', note: string): Ingested => ({
    documents: [],
    messages: [about(rule, severity, ref, note)],
  });
  if (reader === undefined)
    return refuse('unsupported-format', 'info', `${nameOf(ref)} is of a type that is not read`);
  if (bytes.length > MAX_FILE_BYTES) {
    return refuse(
      'too-large',
      'error',
      `${bytes.length} bytes are more than the ${MAX_FILE_BYTES} read from one file`,
    );
  }
  const decoded = decode(bytes);
  if (decoded.text === null) return refuse('not-text', 'error', `${nameOf(ref)} is ${decoded.reason}`);
  if (decoded.text.trim() === '') return refuse('empty-document', 'warning', `${nameOf(ref)} holds no text`);
  return reader(ref, bytes, decoded.text);
}

export function extensionOf(ref: string): string {
  return /\.([^./\\]+)$/.exec(ref)?.[1]?.toLowerCase() ?? '';
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

function readPlain(ref: string, bytes: Uint8Array, text: string): Ingested {
  const long = tooLong(text);
  if (long !== null) return { documents: [], messages: [about('too-large', 'error', ref, long)] };
  return { documents: [makeDocument({ ref, sha256: sha256(bytes), text })], messages: [] };
}

function readPage(ref: string, bytes: Uint8Array, html: string): Ingested {
  if (bytes.length > MAX_PAGE_BYTES) {
    const note = `a page of ${bytes.length} bytes; up to ${MAX_PAGE_BYTES} are read`;
    return { documents: [], messages: [about('too-large', 'error', ref, note)] };
  }
  const page = readHtml(html);
  if (page.text === '')
    return {
      documents: [],
      messages: [about('empty-document', 'warning', ref, `${nameOf(ref)} shows no text`)],
    };
  const long = tooLong(page.text);
  if (long !== null) return { documents: [], messages: [about('too-large', 'error', ref, long)] };
  const messages = page.note === null ? [] : [about('plain-reading', 'warning', ref, page.note)];
  return { documents: [makeDocument({ ...page, ref, sha256: sha256(bytes) })], messages };
}
