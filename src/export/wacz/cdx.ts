/** The index of a web archive (CDXJ): where the record of an address lies, in packed blocks with an index of their own. */
import { gzipSync } from 'fflate';
import { getSurt } from 'warcio/utils';
import type { IndexedRecord } from '../../model/warc-index.js';
import { sha256 } from '../../text/ids.js';
import { compareStrings } from '../../text/order.js';

const BLOCK_LINES = 1_024;

/** One line; `filename` is that of the WARC in the folder `archive`. */
export function cdxLine(filename: string, record: IndexedRecord): string {
  const { url, date, mime, status, digest, offset, length } = record;
  const told = {
    url,
    mime,
    status: String(status),
    ...(digest !== null && { digest }),
    length: String(length),
    offset: String(offset),
    filename,
  };
  return `${getSurt(url)} ${timestamp(date)} ${JSON.stringify(told)}\n`;
}

/** `index.cdx.gz` and `index.idx`. */
export function packedIndex(lines: readonly string[]): { index: Uint8Array; blocks: string } {
  const sorted = [...lines].sort(compareStrings);
  const parts: Uint8Array[] = [];
  let blocks = `!meta 0 ${JSON.stringify({ format: 'cdxj-gzip-1.0', filename: 'index.cdx.gz' })}\n`;
  let offset = 0;
  for (let at = 0; at < sorted.length; at += BLOCK_LINES) {
    const part = gzipSync(Buffer.from(sorted.slice(at, at + BLOCK_LINES).join('')), { mtime: 0 });
    const key = sorted[at]!.split(' ', 2).join(' ');
    const told = { offset, length: part.length, digest: `sha256:${sha256(part)}`, filename: 'index.cdx.gz' };
    blocks += `${key} ${JSON.stringify(told)}\n`;
    parts.push(part);
    offset += part.length;
  }
  return { index: Buffer.concat(parts), blocks };
}

/** Fourteen digits; of a time less precise its first moment. */
function timestamp(date: string): string {
  const digits = date.replace(/\.\d+/, '').replace(/\D/g, '');
  return (digits + '00000101000000'.slice(digits.length)).slice(0, 14);
}
