/** Batches of lines read into segments. */
import { objectIn, ROW_ID, ROW_OUTLET, rowField, statusOf } from '../../ingest/row-fields.js';
import type { Message } from '../../model/message.js';
import { Uint32List } from '../../reuse/kernel/grow.js';
import { spansRead } from '../../reuse/passages.js';
import type { Allocate, SegmentBuilder } from '../../reuse/segment.js';
import type { Rows, WholeDocument } from './messages.js';

/** The rows of a batch. `builder` is empty, and so again afterwards. */
export async function readBatch(
  bytes: Uint8Array<ArrayBuffer>,
  ref: string,
  firstLine: number,
  builder: SegmentBuilder,
  allocate: Allocate,
): Promise<Rows> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const ids: string[] = [];
  const outlets: (string | null)[] = [];
  const unpublished: number[] = [];
  const lines = new Uint32List();
  const starts = new Uint32List();
  const ends = new Uint32List();
  const messages: Message[] = [];
  let line = firstLine;
  let at = firstLine === 1 && hasMark(bytes) ? 3 : 0;
  for (; at < bytes.length; line++) {
    const newline = buffer.indexOf(10, at);
    const end = newline < 0 ? bytes.length : newline;
    const raw = buffer.toString('utf8', at, end);
    const found = plainRow(ref, line, raw) ?? (await anyRow(ref, line, raw));
    if (found !== null && 'rule' in found) messages.push(found);
    else if (found !== null) {
      builder.add(found.text, spansRead(found));
      if (found.status === 'unpublished') unpublished.push(ids.length);
      ids.push(found.id);
      outlets.push(found.outlet);
      lines.push(line);
      starts.push(at);
      ends.push(end);
    }
    at = end + 1;
  }
  const list = ({ values, length }: Uint32List) => values.slice(0, length);
  return {
    segment: builder.take(allocate),
    ids,
    outlets,
    unpublished,
    lines: list(lines),
    starts: list(starts),
    ends: list(ends),
    messages,
    buffer: bytes.buffer,
  };
}

const hasMark = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/** A row with a text, read at once; null for any other, which is read the way every command reads rows. */
function plainRow(ref: string, line: number, raw: string): WholeDocument | null {
  const fields = objectIn(raw);
  if (fields === null || typeof fields.text !== 'string' || !/\S/.test(fields.text)) return null;
  const id = rowField(fields, ROW_ID) ?? `${ref}#${line}`;
  const status = statusOf(fields.status) ?? 'published';
  return { id, text: fields.text, outlet: rowField(fields, ROW_OUTLET), status, blocks: [] };
}

async function anyRow(ref: string, line: number, raw: string): Promise<WholeDocument | Message | null> {
  const { readLine } = await import('../../ingest/rows.js');
  const found = readLine(ref, line, raw);
  return found === null || 'rule' in found ? found : { ...found, id: found.ref };
}
