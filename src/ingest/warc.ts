/** Web archives (WARC): the pages of articles in it, each as a document with its address and the time of its capture. */
import type { Document } from '../model/document.js';
import type { Message } from '../model/message.js';
import { about, type Ingested, placed, refused } from './document.js';
import { charsetIn, httpBody, httpHead, MOST_HEAD_BYTES, mediaType } from './http-response.js';
import type { Inside } from './inside.js';
import { joined, type Source } from './source.js';
import { recordsOf, type WarcRecord } from './warc-records.js';

/** Pages that an archive's own list names. */
export interface ListedPages {
  has(url: string): boolean;
  /** A listed page answered that it stands elsewhere. */
  moved(from: string, to: string): void;
  titleOf(url: string): string | null;
  found(url: string): void;
}

/** Bytes of a page or PDF, packed and unpacked. */
const MOST_PAGE_BYTES = 32 * 1024 * 1024;

/** Damages named one by one. */
const MOST_NAMED = 20;

/** Media types that a page of an article comes as. */
export const ARTICLE_TYPES: ReadonlySet<string> = new Set([
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'application/pdf',
]);

/** What `stemma read --fetch` asked for by itself: a robots.txt, which may stand at any address. */
export const ROBOTS = 'robots';

/** For machines, though they come as text/plain. */
const MACHINE_FILE =
  /^\/(?:robots|ads|app-ads|sellers|humans|security|llms|llms-full)\.txt$|^\/\.well-known\//i;

/** The articles in a web archive, packed or not; where pages are listed, those alone. */
export async function readWarc(
  ref: string,
  source: Source,
  inside: Inside,
  listed: ListedPages | null = null,
): Promise<Ingested> {
  const documents: Document[] = [];
  const messages: Message[] = [];
  let damages = 0;
  let left = 0;
  let records = 0;
  const damaged = (note: string): void => {
    if (++damages <= MOST_NAMED) messages.push(about('damaged', 'warning', ref, note));
  };
  try {
    for await (const record of recordsOf(source, inside.take, damaged)) {
      records++;
      const read = await readRecord(`${ref}!${record.number}`, record, inside, listed);
      documents.push(...read.documents);
      messages.push(...read.messages);
      if (read.documents.length === 0 && read.messages.length === 0) left++;
    }
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    messages.push(about('too-large', 'error', ref, `${cause.message}; it was read up to record ${records}`));
  }
  if (damages > MOST_NAMED)
    messages.push(about('damaged', 'warning', ref, `damaged at ${damages - MOST_NAMED} more places`));
  if (records === 0 && messages.every(({ severity }) => severity !== 'error'))
    messages.push(about('unreadable', 'error', ref, 'no record of a web archive in it'));
  if (left > 0) messages.push(about('no-article', 'info', ref, leftOut(left, listed !== null)));
  return { documents, messages };
}

function leftOut(count: number, areListed: boolean): string {
  const which = areListed ? 'no article, or not on its list of pages,' : 'no article';
  return count === 1
    ? `1 record that is ${which} was left out`
    : `${count} records that are ${which} were left out`;
}

const NOTHING: Ingested = { documents: [], messages: [] };

/** Nothing, not even a message, where the record is no article. */
async function readRecord(
  ref: string,
  record: WarcRecord,
  inside: Inside,
  listed: ListedPages | null,
): Promise<Ingested> {
  const url = webAddress(record.header('WARC-Target-URI'));
  if (url === null || (record.type !== 'response' && record.type !== 'resource')) return NOTHING;
  if (record.header('WARC-Resource-Type') === ROBOTS) return NOTHING;
  const isResponse = record.type === 'response';
  const { bytes: begun, done } = isResponse ? await headOf(record) : { bytes: NONE, done: false };
  const head = isResponse ? httpHead(begun) : null;
  if (isResponse && head === null) return NOTHING;
  const location = head !== null && head.status >= 300 && head.status < 400 && head.headers.get('location');
  if (location && listed?.has(url)) listed.moved(url, location);
  const contentType = head === null ? record.header('Content-Type') : head.headers.get('content-type');
  const type = mediaType(contentType) ?? mediaType(record.header('WARC-Identified-Payload-Type'));
  if ((head !== null && head.status !== 200) || type === null || !ARTICLE_TYPES.has(type)) return NOTHING;
  if (MACHINE_FILE.test(new URL(url).pathname) || (listed !== null && !listed.has(url))) return NOTHING;

  const refuse = (rule: string, note: string): Ingested => refused(rule, 'error', ref, note);
  const rest = done ? NONE : await restOf(record, MOST_PAGE_BYTES);
  if (rest === null) return refuse('too-large', `more than the ${MOST_PAGE_BYTES} bytes read from one page`);
  const raw = joined([begun.subarray(head?.bodyAt ?? 0), rest]);
  let bytes: Uint8Array;
  try {
    bytes = head === null ? raw : httpBody(head, raw, MOST_PAGE_BYTES);
  } catch (cause) {
    return refuse('unreadable', `its page could not be unpacked: ${(cause as Error).message}`);
  }
  if (bytes !== raw) inside.take(bytes.length);
  if (bytes.length === 0) return NOTHING;
  const read = await inside.read({ ref, bytes, type, encoding: charsetIn(contentType) });
  const articles = read.documents.filter(isArticle);
  if (articles.length > 0) listed?.found(url);
  return {
    documents: articles.map((document) =>
      placed(document, {
        url,
        captured: timeOf(record.header('WARC-Date')),
        title: document.title ?? listed?.titleOf(url) ?? null,
      }),
    ),
    messages: read.messages.filter(({ rule }) => rule !== 'empty-document'),
  };
}

const NONE = new Uint8Array(0);

/** The chunks up to the end of the HTTP head. */
async function headOf({ content }: WarcRecord): Promise<{ bytes: Uint8Array; done: boolean }> {
  let bytes: Uint8Array = NONE;
  while (bytes.length < MOST_HEAD_BYTES) {
    const next = await content.next();
    if (next.done) return { bytes, done: true };
    bytes = bytes.length === 0 ? next.value : joined([bytes, next.value]);
    if (httpHead(bytes) !== null) break;
  }
  return { bytes, done: false };
}

/** What is left of a record; null where that is more than `most`. */
async function restOf({ content }: WarcRecord, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let next = await content.next(); !next.done; next = await content.next()) {
    size += next.value.length;
    if (size > most) return null;
    parts.push(next.value);
  }
  return joined(parts);
}

/** Only pages of the web count: other records are the crawler's own notes, or name a folder of whoever kept the file. */
function webAddress(value: string | null): string | null {
  const address = value?.trim().replace(/^<(.*)>$/, '$1') ?? '';
  return /^https?:\/\/[^\s<>"]+$/i.test(address) && address.length <= 8_192 && URL.canParse(address)
    ? address
    : null;
}

function timeOf(value: string | null): string | null {
  const time = value?.trim() ?? '';
  return /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z)?)?)?$/.test(time) &&
    !Number.isNaN(Date.parse(time))
    ? time
    : null;
}

/** A page whose text is all furniture, as a list of links or a form is, tells nothing. */
function isArticle({ text, blocks }: Document): boolean {
  if (blocks.length === 0) return text.trim() !== '';
  return blocks.some(
    ({ role }) => role === 'body' || role === 'quote' || role === 'list' || role === 'summary',
  );
}
