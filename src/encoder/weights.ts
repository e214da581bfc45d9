/**
 * The container of trained weights; `eval/train/weights.py` writes it. Little-endian throughout:
 *
 *     8 bytes  "STMWGHT1"
 *     4 bytes  u32, length of the header in bytes
 *     header   JSON, UTF-8: { meta, tensors: { name: { dtype, shape, offset } } }
 *     tensors  raw, row by row; they begin at the next multiple of 16 bytes after the header, `offset` counts from
 *              there and is itself a multiple of 16
 */

const MAGIC = 'STMWGHT1';
const ALIGNMENT = 16;

const ARRAYS = {
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  int32: Int32Array,
  float32: Float32Array,
} as const;

export type Dtype = keyof typeof ARRAYS;

interface Arrays {
  readonly int8: Int8Array;
  readonly uint8: Uint8Array;
  readonly int16: Int16Array;
  readonly int32: Int32Array;
  readonly float32: Float32Array;
}

export interface Tensor<D extends Dtype = Dtype> {
  readonly dtype: D;
  readonly shape: readonly number[];
  /** All values, the last dimension fastest. A view of the file's bytes: not to be written to. */
  readonly data: Arrays[D];
}

export interface Weights {
  /** What the header says about the model besides its tensors; every reader checks what it uses. */
  readonly meta: { readonly [key: string]: unknown };
  readonly tensors: ReadonlyMap<string, Tensor>;
}

/** Reads a weight file. Throws RangeError where the bytes are none, or not all of one. */
export function readWeights(bytes: Uint8Array): Weights {
  const start = MAGIC.length + 4;
  const magic = String.fromCharCode(...bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC) throw new RangeError(`not a weight file: it begins with ${JSON.stringify(magic)}`);
  if (bytes.length < start) throw new RangeError(`the weight file breaks off after ${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = start + view.getUint32(MAGIC.length, true);
  if (bytes.length < end) {
    throw new RangeError(`the weight file breaks off in its header: ${bytes.length} of ${end} bytes`);
  }
  const header = parseHeader(bytes.subarray(start, end));
  const base = Math.ceil(end / ALIGNMENT) * ALIGNMENT;
  // Typed arrays need alignment in their buffer: a file read into a shared pool is copied once.
  const aligned = bytes.byteOffset % ALIGNMENT === 0 ? bytes : bytes.slice();
  const tensors = new Map<string, Tensor>();
  for (const [name, entry] of Object.entries(header.tensors)) {
    tensors.set(name, readTensor(aligned, base, name, entry));
  }
  return { meta: header.meta, tensors };
}

/** A tensor that a model needs. Throws RangeError where it is missing, of another type, or not of the shape given. */
export function tensor<D extends Dtype>(
  weights: Weights,
  name: string,
  dtype: D,
  shape?: readonly number[],
): Tensor<D> {
  const found = weights.tensors.get(name);
  if (found === undefined) throw new RangeError(`the weights lack "${name}"`);
  if (found.dtype !== dtype) throw new RangeError(`"${name}" is ${found.dtype}, not ${dtype}`);
  if (shape !== undefined && String(found.shape) !== String(shape)) {
    throw new RangeError(`"${name}" has the shape [${found.shape}], not [${shape}]`);
  }
  return found as Tensor<D>;
}

interface Header {
  readonly meta: { readonly [key: string]: unknown };
  readonly tensors: { readonly [name: string]: unknown };
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseHeader(bytes: Uint8Array): Header {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new RangeError('the header of the weight file is not JSON');
  }
  if (!isObject(header) || !isObject(header.meta) || !isObject(header.tensors)) {
    throw new RangeError('the header of the weight file lacks meta or tensors');
  }
  return { meta: header.meta, tensors: header.tensors };
}

const isSize = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function readTensor(bytes: Uint8Array, base: number, name: string, entry: unknown): Tensor {
  const { dtype, shape, offset } = isObject(entry) ? entry : {};
  if (typeof dtype !== 'string' || !Object.hasOwn(ARRAYS, dtype)) {
    throw new RangeError(`"${name}" has the unknown type ${JSON.stringify(dtype)}`);
  }
  if (!Array.isArray(shape) || !shape.every(isSize) || !isSize(offset) || offset % ALIGNMENT !== 0) {
    throw new RangeError(`"${name}" has no valid shape and offset: ${JSON.stringify(entry)}`);
  }
  const TypedArray = ARRAYS[dtype as Dtype];
  const length = shape.reduce((product: number, size: number) => product * size, 1);
  const end = base + offset + length * TypedArray.BYTES_PER_ELEMENT;
  if (!(end <= bytes.length)) {
    throw new RangeError(`the weight file breaks off in "${name}": ${bytes.length} of at least ${end} bytes`);
  }
  const data = new TypedArray(bytes.buffer as ArrayBuffer, bytes.byteOffset + base + offset, length);
  return { dtype: dtype as Dtype, shape, data };
}
