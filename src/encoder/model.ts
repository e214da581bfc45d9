import type { Kernel } from './kernel.js';
import { type Tensor, tensor, type Weights } from './weights.js';

/** The sizes of a model, from the header of its weights. */
export interface Sizes {
  readonly layers: number;
  readonly hidden: number;
  readonly heads: number;
  readonly ffn: number;
  readonly vocab: number;
  readonly maxPieces: number;
}

/** A linear layer in the kernel's memory, laid out for `matmul`: addresses of weights, of their scales, of the bias. */
export interface Linear {
  readonly inputs: number;
  readonly panels: number;
  readonly weight: number;
  readonly scale: number;
  readonly bias: number;
}

/** Addresses of the weight and the bias of a layer normalisation. */
export interface Norm {
  readonly weight: number;
  readonly bias: number;
}

export interface Layer {
  /** Queries (times log₂ e, by the root of the head's size), keys and values side by side. */
  readonly attend: Linear;
  readonly output: Linear;
  readonly attentionNorm: Norm;
  readonly up: Linear;
  readonly down: Linear;
  readonly ffnNorm: Norm;
}

/** An embedding: row r is `data`'s r-th row, times `scale[r]` where there are scales. A view of the weight file. */
export interface Table {
  readonly rows: number;
  readonly data: Int8Array | Float32Array;
  readonly scale: Float32Array | null;
}

export interface Model {
  readonly sizes: Sizes;
  readonly words: Table;
  readonly positions: Table;
  readonly type: Float32Array;
  readonly features: readonly Table[];
  readonly norm: Norm;
  readonly layers: readonly Layer[];
}

/** Vectors of the kernel hold eight values, so the sizes of a model are multiples of it. */
const LANES = 8;

export const roundUp = (n: number, multiple: number): number => Math.ceil(n / multiple) * multiple;

/** Hands out the kernel's memory, 16 bytes aligned, and never takes it back. */
export class Arena {
  #end: number;

  constructor(readonly kernel: Kernel) {
    this.#end = roundUp(kernel.heapBase(), 16);
  }

  /** The address of `bytes` bytes, all nought. */
  allocate(bytes: number): number {
    const address = this.#end;
    this.#end += roundUp(bytes, 16);
    const { memory } = this.kernel;
    const missing = this.#end - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / 65_536));
    return address;
  }

  floats(values: ArrayLike<number>): number {
    const address = this.allocate(values.length * 4);
    new Float32Array(this.kernel.memory.buffer, address, values.length).set(values);
    return address;
  }
}

/**
 * Reads an encoder and lays its layers out in the kernel's memory; int8 weights become int16 there. Throws RangeError
 * where tensors are missing or of another shape than `meta` says.
 */
export function readModel(weights: Weights, arena: Arena): Model {
  const sizes = readSizes(weights.meta);
  const { layers, hidden, heads, ffn, vocab, maxPieces } = sizes;
  const floats = (name: string, size: number): Float32Array => tensor(weights, name, 'float32', [size]).data;
  const norm = (name: string): Norm => ({
    weight: arena.floats(floats(`${name}.weight`, hidden)),
    bias: arena.floats(floats(`${name}.bias`, hidden)),
  });
  const features: Table[] = [];
  while (weights.tensors.has(`embeddings.feature.${features.length}`)) {
    features.push(readTable(weights, `embeddings.feature.${features.length}`, hidden));
  }
  const words = readTable(weights, 'embeddings.word', hidden);
  if (words.rows !== vocab) throw new RangeError(`"embeddings.word" has ${words.rows} rows, not ${vocab}`);
  const positions = readTable(weights, 'embeddings.position', hidden);
  if (positions.rows < maxPieces) {
    throw new RangeError(`"embeddings.position" has ${positions.rows} rows for ${maxPieces} pieces`);
  }
  return {
    sizes,
    words,
    positions,
    features,
    type: floats('embeddings.type', hidden),
    norm: norm('embeddings.norm'),
    layers: Array.from({ length: layers }, (_, n) => {
      const part = (name: string, outputs: number, inputs: number, factor = 1): Part => ({
        weight: tensor(weights, `layer.${n}.${name}`, 'int8', [outputs, inputs]).data,
        scale: floats(`layer.${n}.${name}.scale`, outputs).map((x) => x * factor),
        bias: floats(`layer.${n}.${name}.bias`, outputs).map((x) => x * factor),
      });
      return {
        attend: loadLinear(arena, hidden, [
          part('query', hidden, hidden, Math.LOG2E / Math.sqrt(hidden / heads)),
          part('key', hidden, hidden),
          part('value', hidden, hidden),
        ]),
        output: loadLinear(arena, hidden, [part('output', hidden, hidden)]),
        attentionNorm: norm(`layer.${n}.attention.norm`),
        up: loadLinear(arena, hidden, [part('up', ffn, hidden)]),
        down: loadLinear(arena, ffn, [part('down', hidden, ffn)]),
        ffnNorm: norm(`layer.${n}.ffn.norm`),
      };
    }),
  };
}

function readSizes(meta: Weights['meta']): Sizes {
  const size = (name: keyof Sizes, multiple: number): number => {
    const value = meta[name];
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1 || value % multiple !== 0) {
      const kind = multiple === 1 ? 'a positive whole number' : `a multiple of ${multiple}`;
      throw new RangeError(`meta.${name} of the weights must be ${kind}, not ${JSON.stringify(value)}`);
    }
    return value;
  };
  const heads = size('heads', 1);
  return {
    heads,
    layers: size('layers', 1),
    hidden: size('hidden', heads * LANES),
    ffn: size('ffn', LANES),
    vocab: size('vocab', 1),
    maxPieces: size('maxPieces', 1),
  };
}

function readTable(weights: Weights, name: string, width: number): Table {
  const found: Tensor | undefined = weights.tensors.get(name);
  const rows = found?.shape[0] ?? 0;
  if (found?.dtype !== 'int8') {
    return { rows, data: tensor(weights, name, 'float32', [rows, width]).data, scale: null };
  }
  const { data } = tensor(weights, name, 'int8', [rows, width]);
  return { rows, data, scale: tensor(weights, `${name}.scale`, 'float32', [rows]).data };
}

/** Rows of one or more linear layers of the same inputs, to be stacked. */
interface Part {
  readonly weight: Int8Array;
  readonly scale: Float32Array;
  readonly bias: Float32Array;
}

function loadLinear(arena: Arena, inputs: number, parts: readonly Part[]): Linear {
  const outputs = parts.reduce((sum, { bias }) => sum + bias.length, 0);
  const weight = arena.allocate(outputs * inputs * 2);
  const packed = new Int16Array(arena.kernel.memory.buffer, weight, outputs * inputs);
  let first = 0;
  for (const part of parts) {
    pack(part.weight, inputs, packed, first);
    first += part.bias.length;
  }
  const scale = arena.floats(parts.flatMap((part) => [...part.scale]));
  const bias = arena.floats(parts.flatMap((part) => [...part.bias]));
  return { inputs, panels: outputs / LANES, weight, scale, bias };
}

/** [outputs][inputs] to panels of eight outputs, each [inputs / 2][8 outputs][2], from output `first` on. */
function pack(weight: Int8Array, inputs: number, packed: Int16Array, first: number): void {
  for (let from = 0, output = first; from < weight.length; from += inputs, output++) {
    const lane = output % LANES;
    let at = (output - lane) * inputs + 2 * lane;
    for (let i = from; i < from + inputs; i += 2, at += 2 * LANES) {
      packed[at] = weight[i]!;
      packed[at + 1] = weight[i + 1]!;
    }
  }
}
