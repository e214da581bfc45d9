/** The bytes of a file, in memory or on disk: a large archive is read in stretches and never held whole. */
export interface Source {
  readonly size: number;
  /** The bytes from `start` up to `end`, in chunks; all of them where nothing is given. May be called again. */
  read(start?: number, end?: number): AsyncIterable<Uint8Array>;
}

/** Chunks of this size bound what a decoder hands out at once: deflate unpacks to a thousandfold at most. */
export const STEP = 16 * 1024;

export function inMemory(bytes: Uint8Array): Source {
  return {
    size: bytes.length,
    async *read(start = 0, end = bytes.length) {
      yield* stepsOf(bytes.subarray(start, end));
    },
  };
}

/** Bytes cut into views of at most `step`. */
export function* stepsOf(bytes: Uint8Array, step = STEP): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
}

/** All bytes of the chunks, or null where they are more than `most`. */
export async function gather(chunks: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most) return null;
    parts.push(chunk);
  }
  return joined(parts);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
