import type { Dtype } from '../../src/encoder/weights.js';

export interface TensorInput {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly data: ArrayBufferView;
}

/** A weight file as `eval/train/weights.py` writes it. */
export function writeWeights(
  meta: object,
  tensors: { readonly [name: string]: TensorInput },
): Uint8Array<ArrayBuffer> {
  let size = 0;
  const entries = Object.entries(tensors).map(([name, { dtype, shape, data }]) => {
    const offset = size;
    size = Math.ceil((offset + data.byteLength) / 16) * 16;
    return [name, { dtype, shape, offset }] as const;
  });
  const header = new TextEncoder().encode(JSON.stringify({ meta, tensors: Object.fromEntries(entries) }));
  const base = Math.ceil((12 + header.length) / 16) * 16;
  const file = new Uint8Array(base + size);
  file.set(new TextEncoder().encode('STMWGHT1'));
  new DataView(file.buffer).setUint32(8, header.length, true);
  file.set(header, 12);
  for (const [name, { offset }] of entries) {
    const { data } = tensors[name]!;
    file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), base + offset);
  }
  return file;
}
