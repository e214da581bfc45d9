/** An HTTP response as an archive keeps it: its head, and its body unpacked within bounds. */
import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { isGzip } from './gunzip.js';
import { joined } from './source.js';

export interface HttpHead {
  readonly status: number;
  /** By name in lower case; of a header that stands twice the first, so that none can be slipped in behind. */
  readonly headers: ReadonlyMap<string, string>;
  readonly bodyAt: number;
}

/** Longer heads are none. */
export const MOST_HEAD_BYTES = 256 * 1024;

/** More than one is rare, more than a few a trick. */
const MOST_ENCODINGS = 3;

/** The head at the beginning of the bytes; null where they begin with none, or it has no end within MOST_HEAD_BYTES. */
export function httpHead(bytes: Uint8Array): HttpHead | null {
  const bodyAt = endOfHead(bytes);
  if (bodyAt < 0) return null;
  const lines = Buffer.from(bytes.subarray(0, bodyAt)).toString('latin1').split('\n');
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})(?!\d)/.exec(lines[0]!)?.[1];
  if (status === undefined) return null;
  const headers = new Map<string, string>();
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== '' && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { status: Number(status), headers, bodyAt };
}

function endOfHead(bytes: Uint8Array): number {
  const most = Math.min(bytes.length, MOST_HEAD_BYTES);
  for (let at = bytes.indexOf(10); at >= 0 && at < most; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return at + 2;
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3;
  }
  return -1;
}

/** The media type in a Content-Type, lower case, without parameters; null where it is none. */
export function mediaType(value: string | null | undefined): string | null {
  const type = (value ?? '').split(';', 1)[0]!.trim().toLowerCase();
  return /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/.test(type) ? type : null;
}

/** The charset that a Content-Type names, as it stands there; null where it names none. */
export function charsetIn(value: string | null | undefined): string | null {
  return /;[ \t]*charset[ \t]*=[ \t]*["']?([\w.:+-]{1,60})/i.exec((value ?? '').slice(0, 1_000))?.[1] ?? null;
}

/**
 * The body without chunks and content encodings. Where an archiver took these off and left the header, the body as
 * it is. Throws RangeError with the reason where it unpacks to more than `most`, is damaged, or packed in a way not read.
 */
export function httpBody(head: HttpHead, raw: Uint8Array, most: number): Uint8Array {
  const transfer = codings(head, 'transfer-encoding');
  const packed = [...codings(head, 'content-encoding'), ...transfer.filter((coding) => coding !== 'chunked')];
  if (packed.length > MOST_ENCODINGS) throw new RangeError(`packed ${packed.length} times over`);
  let body = entityBody(head, raw);
  for (const coding of packed.reverse()) body = unpacked(coding, body, most);
  if (body.length > most) throw new RangeError(`more than ${most} bytes`);
  return body;
}

/** The body without chunks, packed as it is: what RFC 2616 calls the entity body, and WARC the payload. */
export const entityBody = (head: HttpHead, raw: Uint8Array): Uint8Array =>
  codings(head, 'transfer-encoding').includes('chunked') ? unchunked(raw) : raw;

const codings = ({ headers }: HttpHead, name: string): string[] =>
  (headers.get(name) ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');

/** Chunks joined up to the first that is none; the bytes as they are where even the first is none. */
function unchunked(raw: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < raw.length; ) {
    const newline = raw.subarray(at, at + 1_024).indexOf(10);
    const line = newline < 0 ? '' : Buffer.from(raw.subarray(at, at + newline)).toString('latin1');
    const digits = /^([0-9a-f]{1,8})[ \t]*(?:;.*)?\r?$/i.exec(line)?.[1];
    if (digits === undefined) {
      if (parts.length === 0) return raw;
      break;
    }
    const size = Number.parseInt(digits, 16);
    if (size === 0) break;
    const start = at + newline + 1;
    parts.push(raw.subarray(start, start + size));
    at = start + size;
    while (raw[at] === 13 || raw[at] === 10) at++;
  }
  return joined(parts);
}

function unpacked(coding: string, body: Uint8Array, most: number): Uint8Array {
  // Flushed at the end: a body that is cut off gives what there is of it.
  const options = { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH };
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return isGzip(body) ? attempt(() => gunzipSync(body, options), most) : body;
    case 'deflate':
      return (body[0]! & 0x0f) === 8 && ((body[0]! << 8) | body[1]!) % 31 === 0
        ? attempt(() => inflateSync(body, options), most)
        : attempt(() => inflateRawSync(body, options), most, body);
    case 'br':
      return attempt(
        () =>
          brotliDecompressSync(body, {
            maxOutputLength: most,
            finishFlush: constants.BROTLI_OPERATION_FLUSH,
          }),
        most,
        body,
      );
    default:
      throw new RangeError(`packed as ${coding.slice(0, 40).replace(/[^\w.-]/g, '?')}, which is not read`);
  }
}

function attempt(unpack: () => Uint8Array, most: number, otherwise?: Uint8Array): Uint8Array {
  try {
    return unpack();
  } catch (cause) {
    if ((cause as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE')
      throw new RangeError(`unpacks to more than ${most} bytes`);
    if (otherwise !== undefined) return otherwise;
    throw new RangeError('its packed bytes are damaged');
  }
}
