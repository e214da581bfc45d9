import chardet from 'chardet';
import iconv from 'iconv-lite';

export type Decoded =
  | { readonly text: string; readonly encoding: string }
  | { readonly text: null; readonly reason: string };

/** How many bytes are looked at to tell binary files and encodings. */
const SNIFF = 65_536;
/** A declaration stands within the first bytes of a page. */
const DECLARATION = 2_048;
/** Control characters above this share are no text in any encoding. */
const MAX_CONTROL_SHARE = 0.02;
/** Below this confidence, in percent, the detector guesses; Western text is then the likeliest. */
const MIN_CONFIDENCE = 50;
/** With more than this share of high bytes a text is in no Latin script, and the detector's best guess is better. */
const NOT_LATIN = 0.35;
const MIN_CONFIDENCE_NOT_LATIN = 10;

const SIGNATURES: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['ZIP archive or office document', [0x50, 0x4b, 0x03, 0x04]],
  ['gzip archive', [0x1f, 0x8b]],
  ['PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG image', [0xff, 0xd8, 0xff]],
  ['GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['old office document', [0xd0, 0xcf, 0x11, 0xe0]],
];

/**
 * The text of a file: by its byte order mark, else by the encoding that came with it (the charset of an HTTP header, null
 * where nothing tells), else by what it declares (HTML, XML), else UTF-8 where it is valid, else by detection. A byte
 * order mark is no part of the text. `text` is null with the reason where the bytes are no text.
 */
export function decode(bytes: Uint8Array, charset: string | null = null): Decoded {
  const marked = byMark(bytes);
  if (marked !== null) return marked;
  for (const [name, signature] of SIGNATURES) {
    if (signature.every((byte, i) => bytes[i] === byte)) return { text: null, reason: `a ${name}, not text` };
  }
  const head = bytes.subarray(0, SNIFF);
  const wide = wideOf(head);
  if (wide !== null) return with16(bytes, wide);
  if (controlShare(head) > MAX_CONTROL_SHARE) return { text: null, reason: 'binary content, not text' };
  const utf8 = validUtf8(bytes);
  const sent = charset === null ? null : usable(charset.trim());
  // Servers send Latin-1 for whatever they hold; text in it is never valid UTF-8 by chance.
  const told = [sent === 'windows-1252' && utf8 !== null ? null : sent, declaredEncoding(head)];
  for (const encoding of told) {
    if (encoding === null) continue;
    if (encoding !== 'utf-8') return { text: iconv.decode(bytes, encoding), encoding };
    if (utf8 !== null || mostlyUtf8(head))
      return { text: utf8 ?? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), encoding };
  }
  return utf8 === null ? detected(bytes, head) : { text: utf8, encoding: 'utf-8' };
}

function validUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function byMark(bytes: Uint8Array): Decoded | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return {
      text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(3)),
      encoding: 'utf-8',
    };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return with16(bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return with16(bytes.subarray(2), 'utf-16be');
  return null;
}

function with16(bytes: Uint8Array, encoding: string): Decoded {
  return { text: iconv.decode(bytes, encoding, { stripBOM: false }), encoding };
}

/** UTF-16 without a mark: every other byte of Western text is nul. */
function wideOf(head: Uint8Array): string | null {
  if (head.length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < head.length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  const half = head.length / 2;
  if (odd > 0.7 * half && even < 0.05 * half) return 'utf-16le';
  if (even > 0.7 * half && odd < 0.05 * half) return 'utf-16be';
  return null;
}

function controlShare(head: Uint8Array): number {
  let control = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++;
  return head.length === 0 ? 0 : control / head.length;
}

/** The encoding that the page's own head or the XML declaration names, where it is one that we can read. */
function declaredEncoding(head: Uint8Array): string | null {
  const ascii = Buffer.from(head.subarray(0, DECLARATION)).toString('latin1');
  if (!/<(?:\?xml|meta|html|!doctype)/i.test(ascii)) return null;
  const name = /<(?:meta|\?xml)\b[^>]{0,300}?\b(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,30})/i.exec(
    ascii,
  )?.[1];
  return name === undefined ? null : usable(name);
}

function usable(name: string): string | null {
  const lower = name.toLowerCase();
  if (lower === 'utf8' || lower === 'utf-8') return 'utf-8';
  // A page that reads as ASCII this far is not UTF-16, whatever it says; browsers read Latin-1 as windows-1252.
  if (lower.startsWith('utf-16')) return 'utf-8';
  if (/^(?:iso-?8859-1|latin-?1|us-ascii|ascii)$/.test(lower)) return 'windows-1252';
  return iconv.encodingExists(lower) ? lower : null;
}

/** Declared UTF-8 with a few broken bytes stays UTF-8: most sequences of high bytes are well formed. */
function mostlyUtf8(head: Uint8Array): boolean {
  const broken = new TextDecoder('utf-8').decode(head).split('\ufffd').length - 1;
  return broken * 4 < highShare(head) * head.length;
}

function highShare(head: Uint8Array): number {
  let high = 0;
  for (const byte of head) if (byte >= 0x80) high++;
  return head.length === 0 ? 0 : high / head.length;
}

function detected(bytes: Uint8Array, head: Uint8Array): Decoded {
  const least = highShare(head) > NOT_LATIN ? MIN_CONFIDENCE_NOT_LATIN : MIN_CONFIDENCE;
  const best = chardet.analyse(head).find((match) => match.confidence >= least && !/^UTF-/i.test(match.name));
  const encoding = (best === undefined ? null : usable(best.name)) ?? 'windows-1252';
  return { text: iconv.decode(bytes, encoding), encoding };
}
