import type { Pieces } from '../../src/encoder/encoder.js';
import type { Weights } from '../../src/encoder/weights.js';

type Rows = number[][];

/** BERT's forward pass by the book, in double precision, on the weights as the file has them. */
export function referenceEncode(weights: Weights, { ids, features }: Pieces): Rows {
  const { layers, heads } = weights.meta as { layers: number; heads: number };
  const vector = (name: string): number[] => Array.from(weights.tensors.get(name)!.data);
  const matrix = (name: string): Rows => {
    const { shape, data } = weights.tensors.get(name)!;
    const scale = weights.tensors.get(`${name}.scale`)?.data;
    const columns = shape[1]!;
    return Array.from({ length: shape[0]! }, (_, r) =>
      Array.from(data.subarray(r * columns, (r + 1) * columns), (x) => x * (scale?.[r] ?? 1)),
    );
  };
  const linear = (x: Rows, name: string): Rows => {
    const weight = matrix(name);
    const bias = vector(`${name}.bias`);
    return x.map((row) => weight.map((w, o) => dot(w, row) + bias[o]!));
  };
  const norm = (x: Rows, name: string): Rows => {
    const weight = vector(`${name}.weight`);
    const bias = vector(`${name}.bias`);
    return x.map((row) => {
      const mean = sum(row) / row.length;
      const deviation = Math.sqrt(sum(row.map((v) => (v - mean) ** 2)) / row.length + 1e-12);
      return row.map((v, i) => ((v - mean) / deviation) * weight[i]! + bias[i]!);
    });
  };

  const words = matrix('embeddings.word');
  const positions = matrix('embeddings.position');
  const type = vector('embeddings.type');
  const tables = features.map((_, f) => matrix(`embeddings.feature.${f}`));
  let x = norm(
    Array.from(ids, (id, t) =>
      type.map(
        (v, i) =>
          v +
          words[id]![i]! +
          positions[t]![i]! +
          sum(tables.map((table, f) => table[features[f]![t]!]![i]!)),
      ),
    ),
    'embeddings.norm',
  );
  for (let n = 0; n < layers; n++) {
    const [q, k, v] = ['query', 'key', 'value'].map((name) => linear(x, `layer.${n}.${name}`));
    const size = x[0]!.length / heads;
    const context = x.map((row, t) =>
      row.map((_, i) => {
        const from = Math.floor(i / size) * size;
        const head = (y: number[]): number[] => y.slice(from, from + size);
        const shares = softmax(k!.map((key) => dot(head(q![t]!), head(key)) / Math.sqrt(size)));
        return sum(shares.map((share, s) => share * v![s]![i]!));
      }),
    );
    x = norm(add(x, linear(context, `layer.${n}.output`)), `layer.${n}.attention.norm`);
    const inner = linear(x, `layer.${n}.up`).map((row) => row.map(gelu));
    x = norm(add(x, linear(inner, `layer.${n}.down`)), `layer.${n}.ffn.norm`);
  }
  return x;
}

const sum = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0);
const dot = (x: readonly number[], y: readonly number[]): number => sum(x.map((v, i) => v * y[i]!));
const add = (x: Rows, y: Rows): Rows => x.map((row, t) => row.map((v, i) => v + y[t]![i]!));

function softmax(x: readonly number[]): number[] {
  const peak = Math.max(...x);
  const e = x.map((v) => Math.exp(v - peak));
  return e.map((v) => v / sum(e));
}

/** x · Φ(x), Φ by the series of the error function, or where that cancels by its continued fraction. */
export function gelu(x: number): number {
  const z = Math.abs(x) / Math.SQRT2;
  let tail: number;
  if (z < 2.5) {
    let term = z;
    let series = z;
    for (let n = 1; n < 80; n++) {
      term *= -(z * z) / n;
      series += term / (2 * n + 1);
    }
    tail = 1 - (2 / Math.sqrt(Math.PI)) * series;
  } else {
    let fraction = z;
    for (let n = 60; n > 0; n--) fraction = z + n / 2 / fraction;
    tail = Math.exp(-z * z) / (fraction * Math.sqrt(Math.PI));
  }
  return Math.max(x, 0) - (Math.abs(x) / 2) * tail;
}
