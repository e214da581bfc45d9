/** Where the records of a web archive lie that replay looks up by address. */
import type { IndexedRecord } from '../model/warc-index.js';
import { httpHead, MOST_HEAD_BYTES, mediaType } from './http-response.js';
import { joined, type Source } from './source.js';
import { recordsOf, type WarcRecord } from './warc-records.js';

const TYPES: ReadonlySet<string> = new Set(['response', 'resource', 'revisit']);

/** Records inside a packed member that began with another cannot be looked up, and are not in it. */
export async function* indexWarc(source: Source): AsyncGenerator<IndexedRecord> {
  let before: Omit<IndexedRecord, 'length'> | null = null;
  for await (const record of recordsOf(
    source,
    () => {},
    () => {},
  )) {
    if (record.offset === null) continue;
    if (before !== null) yield { ...before, length: record.offset - before.offset };
    before = await entryOf(record, record.offset);
  }
  if (before !== null) yield { ...before, length: source.size - before.offset };
}

/** Null for a record that is nothing to look up. */
async function entryOf(record: WarcRecord, offset: number): Promise<Omit<IndexedRecord, 'length'> | null> {
  const url = record
    .header('WARC-Target-URI')
    ?.trim()
    .replace(/^<(.*)>$/, '$1');
  const date = record.header('WARC-Date')?.trim();
  if (!TYPES.has(record.type) || !url || /\s/.test(url) || !date) return null;
  const told = { url, date, digest: record.header('WARC-Payload-Digest'), offset };
  if (record.type === 'resource')
    return { ...told, mime: mediaType(record.header('Content-Type')) ?? 'unk', status: 200 };
  const head = httpHead(await headBytes(record));
  if (head === null) return record.type === 'revisit' ? { ...told, mime: 'warc/revisit', status: 200 } : null;
  const mime =
    record.type === 'revisit' ? 'warc/revisit' : (mediaType(head.headers.get('content-type')) ?? 'unk');
  return { ...told, mime, status: head.status };
}

async function headBytes({ content }: WarcRecord): Promise<Uint8Array> {
  let bytes: Uint8Array = new Uint8Array(0);
  while (bytes.length < MOST_HEAD_BYTES && httpHead(bytes) === null) {
    const next = await content.next();
    if (next.done) break;
    bytes = joined([bytes, next.value]);
  }
  return bytes;
}
