/** How the bytes of hostile inputs are made. */
import { deflateSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { pack } from 'tar-stream';
import { file, stream } from '../ingest/pdf-writer.js';

export const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
export const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
export const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** A sentence that asserts something, so that a reading can be seen to have gone on. */
export const SENTENCE = 'The harbour master of Aldermere said on Tuesday that the quay was closed. ';

/** `make` of every number below `count`, joined. */
export const each = (count: number, make: (i: number) => string, between = '', end = ''): string =>
  Array.from({ length: count }, (_, i) => make(i)).join(between) + end;

export const inHtml = (body: string, head = ''): Buffer =>
  utf8(`<!doctype html><html><head>${head}</head><body><article>${body}</article></body></html>`);

export const inXml = (items: string, head = ''): Buffer =>
  utf8(
    `<?xml version="1.0"?>${head}<rss version="2.0"><channel><title>Beacon</title>${items}</channel></rss>`,
  );

export const feedItem = (title: string, text: string, rest = ''): string =>
  `<item><title>${title}</title>${rest}<description>${text}</description></item>`;

/** Ten entities, each ten times the one before. */
export const laughs = (levels = 9): string =>
  `<!DOCTYPE rss [<!ENTITY e0 "ha">${each(levels, (i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`)}]>`;

export function mail(type: string, body: string, head = ''): Buffer {
  return utf8(
    `From: Quay <quay@aldermere.example>\r\nSubject: Quay closed\r\n${head}MIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n${body}`,
  );
}

/** A letter in a letter in a letter. */
export function lettersWithin(depth: number): Buffer {
  let letter = `Subject: x\r\n\r\n${SENTENCE}`;
  for (let i = 0; i < depth; i++)
    letter = `Subject: x\r\nContent-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\nContent-Type: message/rfc822\r\n\r\n${letter}\r\n--b${i}--\r\n`;
  return utf8(letter);
}

type Entry = readonly [name: string, content: string | Buffer, header?: object];

export async function tar(...entries: readonly Entry[]): Promise<Buffer> {
  const archive = pack();
  for (const [name, content, header] of entries) archive.entry({ name, ...header }, content as Buffer);
  archive.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of archive) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** A tar whose first file tells that size, with the sum that makes its header hold. */
export async function tarOfSize(octal: string): Promise<Buffer> {
  const bytes = await tar(['a.txt', SENTENCE]);
  bytes.write(octal.padEnd(12, ' '), 124, 'latin1');
  bytes.fill(0x20, 148, 156);
  const sum = bytes.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return bytes;
}

/** A zip of files of those texts. */
export const zip = (files: { readonly [name: string]: string | Uint8Array }): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? utf8(text) : text]),
      ),
    ),
  );

/** Sixteen archives in each, as in 42.zip. */
export function zipsWithin(levels: number, wide = 16): Buffer {
  let inner = zip({ 'zeros.txt': Buffer.alloc(4_000_000) });
  for (let i = 0; i < levels; i++) {
    const held = inner;
    inner = zip(Object.fromEntries(Array.from({ length: wide }, (_, k) => [`${k}.zip`, held])));
  }
  return inner;
}

/** A directory of many entries that all stand for one file. */
export function zipOverlapping(count: number): Buffer {
  const one = zip({ 'a.txt': 'The quay was closed. '.repeat(100_000) });
  const at = one.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  const end = one.indexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const entries = Array.from({ length: count }, (_, i) => {
    const entry = Buffer.from(one.subarray(at, end));
    entry.write(String.fromCharCode(97 + (i % 26)), 46, 'latin1');
    return entry;
  });
  const tail = Buffer.from(one.subarray(end));
  tail.writeUInt16LE(count, 8);
  tail.writeUInt16LE(count, 10);
  tail.writeUInt32LE(entries.length * entries[0]!.length, 12);
  return Buffer.concat([one.subarray(0, at), ...entries, tail]);
}

/** The bytes with `value` as a 32-bit number at `offset` behind the first `sign`. */
export function patched(bytes: Buffer, sign: string, offset: number, value: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(value, copy.indexOf(sign, 0, 'latin1') + offset);
  return copy;
}

export function gzips(bytes: Uint8Array, times: number): Buffer {
  let packed = Buffer.from(bytes);
  for (let i = 0; i < times; i++) packed = gzipSync(packed);
  return packed;
}

/** A PDF of one page with that content and further objects, numbered from 5. */
export function onePage(content: string, more: readonly string[] = [], catalog = '', page = ''): Uint8Array {
  return file(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> ${page} >>`,
      content,
      ...more,
    ],
    '/Root 1 0 R',
  );
}

export const drawn = (text: string): string =>
  stream(
    '',
    each(10, (i) => `BT /F1 10 Tf 72 ${700 - 14 * i} Td (${text}) Tj ET`, '\n'),
  );

export const deflated = (entries: string, content: string | Buffer): string =>
  stream(`${entries} /Filter /FlateDecode`, deflateSync(content).toString('latin1'));

/** A page in an HTTP response in a WARC record; `length` in place of the record's own. */
export function warc(head: string, body: string | Buffer, length?: number | string): Buffer {
  const content = Buffer.concat([utf8(`HTTP/1.1 200 OK\r\n${head}\r\n`), Buffer.from(body as Buffer)]);
  return Buffer.concat([
    utf8(
      `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2034-03-11T09:30:00Z\r\nWARC-Target-URI: https://beacon.example/quay\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${length ?? content.length}\r\n\r\n`,
    ),
    content,
    utf8('\r\n\r\n'),
  ]);
}
