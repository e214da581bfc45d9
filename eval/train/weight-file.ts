import { writeFileSync } from 'node:fs';

type Values = Int8Array | Uint8Array | Int16Array | Int32Array | Float32Array;

const ALIGNMENT = 16;
const up = (size: number): number => Math.ceil(size / ALIGNMENT) * ALIGNMENT;

/** Writes the container that `src/encoder/weights.ts` reads. The same input gives the same bytes. */
export function writeWeights(
  path: string,
  meta: { readonly [key: string]: unknown },
  tensors: { readonly [name: string]: { readonly shape: readonly number[]; readonly data: Values } },
): void {
  let offset = 0;
  const entries = Object.entries(tensors).map(([name, { shape, data }]) => {
    const entry = { dtype: data.constructor.name.replace('Array', '').toLowerCase(), shape, offset };
    offset += up(data.byteLength);
    return [name, entry] as const;
  });
  const header = Buffer.from(JSON.stringify({ meta, tensors: Object.fromEntries(entries) }));
  const base = up(12 + header.length);
  const file = Buffer.alloc(base + offset);
  file.write('STMWGHT1', 'latin1');
  file.writeUInt32LE(header.length, 8);
  header.copy(file, 12);
  for (const [name, entry] of entries) {
    const { data } = tensors[name]!;
    Buffer.from(data.buffer, data.byteOffset, data.byteLength).copy(file, base + entry.offset);
  }
  writeFileSync(path, file);
}
