/** A longer line is no row: it is named and left out, so that one file cannot fill the memory. In code units. */
export const MAX_LINE_LENGTH = 64 * 1024 * 1024;

/**
 * The lines of a stream of UTF-8 bytes, without their newline and without a byte order mark; null for a line over
 * MAX_LINE_LENGTH. Only newlines end lines: JSON may hold U+2028 as it is.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string | null> {
  const decoder = new TextDecoder('utf-8');
  let parts: string[] = [];
  let length = 0;
  let tooLong = false;
  const take = (part: string): void => {
    length += part.length;
    if (length > MAX_LINE_LENGTH) {
      tooLong = true;
      parts = [];
    } else parts.push(part);
  };
  const finish = (): string | null => {
    const line = tooLong ? null : parts.join('').replace(/\r$/, '');
    parts = [];
    length = 0;
    tooLong = false;
    return line;
  };
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    let start = 0;
    for (let newline = text.indexOf('\n'); newline >= 0; newline = text.indexOf('\n', start)) {
      take(text.slice(start, newline));
      yield finish();
      start = newline + 1;
    }
    take(text.slice(start));
  }
  take(decoder.decode());
  if (length > 0) yield finish();
}
