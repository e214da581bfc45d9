import { instantiateKernel, type Kernel } from './kernel.js';
import {
  Arena,
  type Layer,
  type Linear,
  type Model,
  type Norm,
  readModel,
  roundUp,
  type Table,
} from './model.js';
import type { Weights } from './weights.js';

/** One window: the pieces of a text, [CLS] and [SEP] included, with the values of each feature embedding. */
export interface Pieces {
  readonly ids: Int32Array;
  /** As many as the model has feature embeddings, each as long as `ids`. */
  readonly features: readonly Uint8Array[];
}

export interface Encoder {
  /** Width of a vector. */
  readonly hidden: number;
  /** The longest window. */
  readonly maxPieces: number;
  /** How many values each feature embedding knows. */
  readonly featureSizes: readonly number[];
  /**
   * The last hidden state: pieces × `hidden`, row by row, a copy that is the caller's to keep. Depends on this window
   * alone, bit for bit and on every machine. Throws RangeError where the window is longer than `maxPieces` or holds a
   * value that the model does not know.
   */
  encode(window: Pieces): Float32Array;
}

/** As in BERT. */
const EPSILON = 1e-12;

const INT8_MAX = 127;
const INT16_MAX = 32_767;
const INT32_MAX = 2 ** 31 - 1;

/** The largest int16 input whose sums of `inputs` products with int8 weights all fit into 32 bits. */
const inputLimit = (inputs: number): number =>
  Math.min(INT16_MAX, Math.floor(INT32_MAX / (inputs * INT8_MAX)));

/** The same where both factors are inputs: queries and keys. */
const headLimit = (size: number): number => Math.min(INT16_MAX, Math.floor(Math.sqrt(INT32_MAX / size)));

/**
 * Shares of attention and values may both fill 16 bits: the shares of a row sum to INT16_MAX and half a unit of
 * rounding a piece, which times INT16_MAX fits into 32 bits for any window below this.
 */
const MOST_PIECES = 32_768;

/**
 * A BERT encoder (Devlin et al. 2019: post-layer normalisation, GELU) over the weights of a file. Weights are int8 by
 * output, activations int16 by piece, sums exact; all else is float32 with no operation that machines may round
 * differently. Not to be used from two threads: each has its own.
 */
export function createEncoder(weights: Weights): Encoder {
  const kernel = instantiateKernel();
  const arena = new Arena(kernel);
  const model = readModel(weights, arena);
  const { hidden, maxPieces } = model.sizes;
  if (maxPieces > MOST_PIECES) throw new RangeError(`meta.maxPieces is ${maxPieces}, above ${MOST_PIECES}`);
  const space = workspace(arena, model);
  return {
    hidden,
    maxPieces,
    featureSizes: model.features.map(({ rows }) => rows),
    encode(window) {
      check(window, model);
      const tokens = window.ids.length;
      const rows = roundUp(tokens, 4);
      embed(window, model, new Float32Array(kernel.memory.buffer, space.states, rows * hidden));
      normalise(kernel, model, rows, space.states, model.norm);
      for (const layer of model.layers) runLayer(kernel, model, layer, space, tokens);
      return new Float32Array(kernel.memory.buffer, space.states, tokens * hidden).slice();
    },
  };
}

/** Addresses of what a window needs while it is encoded; sizes are of the longest one. */
interface Workspace {
  /** float32 [pieces][hidden]: input and output of each layer. */
  readonly states: number;
  /** float32 [pieces][hidden]: what is added to them. */
  readonly change: number;
  /** float32 [pieces][3 · hidden]: queries, keys, values. */
  readonly attend: number;
  /** float32 [pieces][hidden]: values as attended to, heads side by side. */
  readonly context: number;
  /** float32 [pieces][ffn]. */
  readonly inner: number;
  /** float32 [pieces][pieces]: scores of one head. */
  readonly scores: number;
  /** int16, the left side of a product, and its scales. */
  readonly input: number;
  readonly inputScale: number;
  /** int16, keys or values of one head as the right side of a product, and their scales. */
  readonly side: number;
  readonly sideScale: number;
  /** As many noughts as a head has pieces or values. */
  readonly noBias: number;
  /** 1 / INT16_MAX for each piece: the scale of shares. */
  readonly shareScale: number;
}

function workspace(arena: Arena, { sizes: { hidden, heads, ffn, maxPieces } }: Model): Workspace {
  const rows = roundUp(maxPieces, 8);
  const widest = Math.max(rows, hidden);
  return {
    states: arena.allocate(rows * hidden * 4),
    change: arena.allocate(rows * hidden * 4),
    attend: arena.allocate(rows * hidden * 3 * 4),
    context: arena.allocate(rows * hidden * 4),
    inner: arena.allocate(rows * ffn * 4),
    scores: arena.allocate(rows * rows * 4),
    input: arena.allocate(rows * Math.max(hidden, ffn, rows) * 2),
    inputScale: arena.allocate(rows * 4),
    side: arena.allocate(rows * (hidden / heads) * 2),
    sideScale: arena.allocate(widest * 4),
    noBias: arena.allocate(widest * 4),
    shareScale: arena.floats(new Float32Array(rows).fill(1 / INT16_MAX)),
  };
}

function check({ ids, features }: Pieces, { sizes, features: tables }: Model): void {
  if (ids.length > sizes.maxPieces) {
    throw new RangeError(`a window of ${ids.length} pieces, at most ${sizes.maxPieces} can be encoded`);
  }
  if (features.length !== tables.length) {
    throw new RangeError(`${features.length} features given, the model has ${tables.length}`);
  }
  const checkValues = (name: string, values: Int32Array | Uint8Array, rows: number): void => {
    if (values.length !== ids.length)
      throw new RangeError(`${values.length} ${name} of ${ids.length} pieces`);
    const wrong = values.find((value: number) => value < 0 || value >= rows);
    if (wrong !== undefined) throw new RangeError(`${name} know no ${wrong}, only 0 to ${rows - 1}`);
  };
  checkValues('ids', ids, sizes.vocab);
  for (const [f, table] of tables.entries()) checkValues(`values of feature ${f}`, features[f]!, table.rows);
}

/** Sums of the embeddings of each piece; rows without a piece become nought. */
function embed({ ids, features }: Pieces, model: Model, states: Float32Array): void {
  const { hidden } = model.sizes;
  states.fill(0, ids.length * hidden);
  for (let t = 0; t < ids.length; t++) {
    const state = states.subarray(t * hidden, (t + 1) * hidden);
    state.set(model.type);
    addRow(model.words, ids[t]!, state);
    addRow(model.positions, t, state);
    for (const [f, table] of model.features.entries()) addRow(table, features[f]![t]!, state);
  }
}

function addRow({ data, scale }: Table, row: number, state: Float32Array): void {
  const factor = scale === null ? 1 : scale[row]!;
  const from = row * state.length;
  for (let i = 0; i < state.length; i++) state[i]! += data[from + i]! * factor;
}

function normalise(
  kernel: Kernel,
  model: Model,
  rows: number,
  address: number,
  { weight, bias }: Norm,
): void {
  kernel.norm(rows, model.sizes.hidden, address, weight, bias, EPSILON);
}

/** out = linear(x), both float32 at addresses. */
function apply(kernel: Kernel, space: Workspace, linear: Linear, rows: number, x: number, out: number): void {
  const { inputs, panels, weight, scale, bias } = linear;
  const { input, inputScale } = space;
  kernel.quantise(rows, inputs, x, inputs * 4, inputLimit(inputs), input, 1, inputScale);
  kernel.matmul(rows, inputs, panels, input, inputScale, weight, scale, bias, out, panels * 8 * 4);
}

function runLayer(kernel: Kernel, model: Model, layer: Layer, space: Workspace, tokens: number): void {
  const { hidden, heads, ffn } = model.sizes;
  const { states, change, attend, context, inner } = space;
  const rows = roundUp(tokens, 4);
  apply(kernel, space, layer.attend, rows, states, attend);
  for (let head = 0; head < heads; head++) runHead(kernel, model, space, tokens, head);
  apply(kernel, space, layer.output, rows, context, change);
  kernel.add(rows * hidden, states, change);
  normalise(kernel, model, rows, states, layer.attentionNorm);
  apply(kernel, space, layer.up, rows, states, inner);
  kernel.gelu(rows * ffn, inner);
  apply(kernel, space, layer.down, rows, inner, change);
  kernel.add(rows * hidden, states, change);
  normalise(kernel, model, rows, states, layer.ffnNorm);
}

/** Scaled dot-product attention of one head, from `attend` into its columns of `context`. */
function runHead(kernel: Kernel, { sizes }: Model, space: Workspace, tokens: number, head: number): void {
  const { hidden, heads } = sizes;
  const { attend, context, scores, input, inputScale, side, sideScale, noBias, shareScale } = space;
  const rows = roundUp(tokens, 4);
  const keys = roundUp(tokens, 8);
  const size = hidden / heads;
  const stride = hidden * 3 * 4;
  const limit = headLimit(size);
  const column = head * size * 4;
  kernel.quantise(rows, size, attend + column, stride, limit, input, 1, inputScale);
  kernel.quantise(rows, size, attend + hidden * 4 + column, stride, limit, side, 2, sideScale);
  kernel.matmul(rows, size, keys / 8, input, inputScale, side, sideScale, noBias, scores, keys * 4);
  kernel.softmax(rows, keys, tokens, scores, INT16_MAX, input);
  const values = attend + hidden * 8 + column;
  kernel.quantiseColumns(tokens, keys, size, values, stride, INT16_MAX, side, sideScale);
  kernel.matmul(
    rows,
    keys,
    size / 8,
    input,
    shareScale,
    side,
    sideScale,
    noBias,
    context + column,
    hidden * 4,
  );
}
