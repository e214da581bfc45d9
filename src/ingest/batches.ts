/** A stream of bytes cut into batches of whole lines, so that threads can read them side by side. */
import { MAX_LINE_LENGTH } from './lines.js';

/**
 * Bytes of a batch at least, but for the last; a batch takes more where a line does. A long stream has larger ones, as
 * many bytes as this part of what was read, so that up to some 300 MB nothing changes, and MOST_BYTES at most: what is done once for each pair of a batch and something else that grows
 * with the stream stays linear.
 */
const BATCH_BYTES = 2 << 20;
const SHARE = 1 / 160;
const MOST_BYTES = 8 << 20;
const NEWLINE = 10;

export interface Batch {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Line that the batch begins with, from 1. */
  readonly firstLine: number;
  /** Where in the stream it begins, in bytes. */
  readonly offset: number;
}

/** A line over MAX_LINE_LENGTH bytes, which was passed over. */
export interface LongLine {
  readonly tooLong: number;
}

/**
 * Batches in order; in place of a line that is too long, its number. `spare`: buffers of batches that are done with, which
 * are used again.
 */
export async function* batchesOf(
  chunks: AsyncIterable<Uint8Array>,
  spare?: ArrayBuffer[],
): AsyncGenerator<Batch | LongLine> {
  let held = new Uint8Array(BATCH_BYTES * 2);
  let length = 0;
  let line = 1;
  let offset = 0;
  let passing = false;

  const take = (end: number): Batch => {
    const room = spare?.pop();
    const bytes = new Uint8Array(
      room !== undefined && room.byteLength >= end ? room : new ArrayBuffer(Math.max(end, BATCH_BYTES * 2)),
      0,
      end,
    );
    bytes.set(held.subarray(0, end));
    const batch = { bytes, firstLine: line, offset };
    line += count(held, end);
    held.copyWithin(0, end, length);
    length -= end;
    offset += end;
    return batch;
  };

  for await (const chunk of chunks) {
    let from = 0;
    if (passing) {
      const newline = chunk.indexOf(NEWLINE);
      offset += newline < 0 ? chunk.length : newline + 1;
      if (newline < 0) continue;
      passing = false;
      line++;
      from = newline + 1;
    }
    if (length + chunk.length - from > held.length) {
      const larger = new Uint8Array(Math.max(held.length * 2, length + chunk.length));
      larger.set(held.subarray(0, length));
      held = larger;
    }
    held.set(chunk.subarray(from), length);
    length += chunk.length - from;
    if (length < Math.max(BATCH_BYTES, Math.min(MOST_BYTES, offset * SHARE))) continue;
    const end = held.lastIndexOf(NEWLINE, length - 1) + 1;
    if (end > 0) yield take(end);
    if (length > MAX_LINE_LENGTH) {
      yield { tooLong: line };
      offset += length;
      length = 0;
      passing = true;
      held = new Uint8Array(BATCH_BYTES * 2);
    }
  }
  if (length > 0) yield take(length);
}

function count(bytes: Uint8Array<ArrayBuffer>, end: number): number {
  // A Buffer looks a byte up several times as fast as an array does.
  const buffer = Buffer.from(bytes.buffer, 0, end);
  let lines = 0;
  for (let at = buffer.indexOf(NEWLINE); at >= 0; at = buffer.indexOf(NEWLINE, at + 1)) lines++;
  return lines;
}
