import { type TensorInput, writeWeights } from './container.js';

export interface TinySizes {
  readonly layers: number;
  readonly hidden: number;
  readonly heads: number;
  readonly ffn: number;
  readonly vocab: number;
  readonly maxPieces: number;
  /** Rows of each feature embedding. */
  readonly features: readonly number[];
}

/** Whole numbers below `below`, the same everywhere (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Tensors of a random model, made of sums and products alone, so that they are the same on every machine. */
export function tinyTensors(sizes: TinySizes, seed: number): { [name: string]: TensorInput } {
  const { layers, hidden, ffn, vocab, maxPieces, features } = sizes;
  const random = seeded(seed);
  const tensors: { [name: string]: TensorInput } = {};
  /** Values of middle ± spread. */
  const floats = (name: string, shape: readonly number[], middle: number, spread: number): void => {
    const data = new Float32Array(shape.reduce((a, b) => a * b, 1));
    tensors[name] = {
      dtype: 'float32',
      shape,
      data: data.map(() => middle + (spread * (random(2001) - 1000)) / 1000),
    };
  };
  /** int8 with scales so that a row's values are about ± spread. */
  const int8 = (name: string, rows: number, columns: number, spread: number): void => {
    const data = new Int8Array(rows * columns).map(() => random(255) - 127);
    tensors[name] = { dtype: 'int8', shape: [rows, columns], data };
    floats(`${name}.scale`, [rows], spread / 127, spread / 500);
  };
  const linear = (name: string, outputs: number, inputs: number): void => {
    int8(name, outputs, inputs, 2 / Math.sqrt(inputs));
    floats(`${name}.bias`, [outputs], 0, 0.3);
  };
  const norm = (name: string): void => {
    floats(`${name}.weight`, [hidden], 1, 0.3);
    floats(`${name}.bias`, [hidden], 0, 0.3);
  };
  int8('embeddings.word', vocab, hidden, 0.1);
  floats('embeddings.position', [maxPieces, hidden], 0, 0.05);
  floats('embeddings.type', [hidden], 0, 0.02);
  features.forEach((rows, f) => {
    floats(`embeddings.feature.${f}`, [rows, hidden], 0, 0.05);
  });
  norm('embeddings.norm');
  for (let n = 0; n < layers; n++) {
    for (const name of ['query', 'key', 'value', 'output']) linear(`layer.${n}.${name}`, hidden, hidden);
    linear(`layer.${n}.up`, ffn, hidden);
    linear(`layer.${n}.down`, hidden, ffn);
    norm(`layer.${n}.attention.norm`);
    norm(`layer.${n}.ffn.norm`);
  }
  return tensors;
}

export function tinyFile(
  { features: _, ...meta }: TinySizes,
  tensors: { [name: string]: TensorInput },
): Uint8Array {
  return writeWeights(meta, tensors);
}
