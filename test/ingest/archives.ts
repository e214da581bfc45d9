/** Pages, records and archives for tests. */
import { ingestBytes } from '../../src/ingest/ingest.js';
import type { Document } from '../../src/model/document.js';

export const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

/** A page with an article of three paragraphs. */
export function page(title: string): Buffer {
  return utf8(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><main><article>
<h1>${title}</h1>
<p>The harbour master of Ostrava Bay said on Tuesday that no ship would leave before the inspection was done.</p>
<p>Forty crates had been counted by noon, and the inspectors found nothing that was not in the papers of the ship.</p>
<p>The town council will meet again next week, when the report of the inspectors is expected to be read out.</p>
</article></main></body></html>`,
  );
}

/** A WARC record; the content's length is counted unless given. */
export function record(
  type: string,
  headers: { readonly [name: string]: string },
  content: string | Uint8Array,
): Buffer {
  const bytes = Buffer.from(content as Uint8Array);
  const all = {
    'WARC-Type': type,
    'WARC-Record-ID': '<urn:uuid:00000000-0000-0000-0000-000000000000>',
    'WARC-Date': '2034-03-11T09:30:00Z',
    'Content-Length': String(bytes.length),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([utf8(`WARC/1.0\r\n${lines.join('')}\r\n`), bytes, utf8('\r\n\r\n')]);
}

/** A record of an HTTP response. */
export function response(
  url: string,
  headers: { readonly [name: string]: string },
  body: Uint8Array,
  status = '200 OK',
): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return record(
    'response',
    { 'WARC-Target-URI': url, 'Content-Type': 'application/http; msgtype=response' },
    Buffer.concat([utf8(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`), body]),
  );
}

/** The documents' refs, and the messages as "severity rule PART: note". */
export async function readAs(
  ref: string,
  bytes: Uint8Array,
): Promise<{ documents: readonly Document[]; refs: string[]; notes: string[] }> {
  const { documents, messages } = await ingestBytes(ref, bytes);
  return {
    documents,
    refs: documents.map((d) => d.ref),
    notes: messages.map((m) => `${m.severity} ${m.rule}${m.ref?.slice(ref.length)}: ${m.note}`),
  };
}

/** A copy in which the bytes that follow the last, or every, `sign` at `offset` are others. */
export function patched(
  archive: Uint8Array,
  sign: readonly number[],
  offset: number,
  bytes: readonly number[],
): Buffer {
  const copy = Buffer.from(archive);
  for (let at = copy.indexOf(Buffer.from(sign)); at >= 0; at = copy.indexOf(Buffer.from(sign), at + 1))
    copy.set(bytes, at + offset);
  return copy;
}
