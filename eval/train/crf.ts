import { constrained } from '../../src/tagging/crf.js';
import { LABELS } from '../../src/tagging/labels.js';
import { random } from '../random.js';

/** A sequence to train on: the weights' rows that each word uses (`[word * width + n]`, -1 for none), and its labels. */
export interface Sequence {
  readonly rows: Int32Array;
  readonly labels: Uint8Array;
}

export interface Trained {
  /** `[row * LABELS + label]`. */
  readonly weights: Float32Array;
  readonly between: Float32Array;
  readonly start: Float32Array;
  readonly end: Float32Array;
}

export interface Settings {
  readonly width: number;
  readonly rows: number;
  readonly epochs: number;
  readonly rate: number;
  /** Share of a word's features that is left out at each step: against leaning on few of them. */
  readonly dropout: number;
  readonly seed: number;
  readonly report?: (epoch: number, loss: number) => void;
}

/** AdaGrad's accumulators begin here, so that the first steps are no longer than the rate. */
const DAMPING = 1;
/** Words whose labels are as good as certain move nothing. */
const CERTAIN = 1e-3;

/**
 * Trains a linear-chain CRF by AdaGrad (Duchi, Hazan & Singer 2011), one sequence a step, the rate falling to zero.
 * The same input gives the same weights.
 */
export function trainCrf(sequences: readonly Sequence[], settings: Settings): Trained {
  const { width, rows, epochs, rate, dropout, seed, report } = settings;
  const weights = new Float32Array(rows * LABELS);
  const squares = new Float32Array(rows * LABELS);
  const steps = new Steps();
  const next = random(seed);
  const order = sequences.map((_, i) => i);
  const longest = sequences.reduce((max, { labels }) => Math.max(max, labels.length), 0);
  const used = new Int32Array(longest * width);
  const emissions = new Float64Array(longest * LABELS);
  const gradient = new Float64Array(longest * LABELS);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    const step = rate * (1 - epoch / epochs);
    let loss = 0;
    for (const at of order) {
      const { rows: own, labels } = sequences[at]!;
      const n = labels.length;
      emit(own, n);
      loss += steps.gradients(emissions, labels, gradient);
      for (let i = 0; i < n; i++) update(i, step);
      steps.update(step);
    }
    report?.(epoch, loss);
  }
  return { weights, between: steps.between, start: steps.start, end: steps.end };

  function emit(own: Int32Array, n: number): void {
    const scale = 1 / (1 - dropout);
    for (let i = 0; i < n; i++) {
      let [l0, l1, l2, l3, l4, l5, l6] = [0, 0, 0, 0, 0, 0, 0];
      for (let p = i * width; p < (i + 1) * width; p++) {
        const row = own[p]!;
        if (row < 0 || next() < dropout) {
          used[p] = -1;
          continue;
        }
        const w = row * LABELS;
        used[p] = w;
        l0 += weights[w]!;
        l1 += weights[w + 1]!;
        l2 += weights[w + 2]!;
        l3 += weights[w + 3]!;
        l4 += weights[w + 4]!;
        l5 += weights[w + 5]!;
        l6 += weights[w + 6]!;
      }
      const e = i * LABELS;
      emissions[e] = l0 * scale;
      emissions[e + 1] = l1 * scale;
      emissions[e + 2] = l2 * scale;
      emissions[e + 3] = l3 * scale;
      emissions[e + 4] = l4 * scale;
      emissions[e + 5] = l5 * scale;
      emissions[e + 6] = l6 * scale;
    }
  }

  function update(i: number, step: number): void {
    const e = i * LABELS;
    let size = 0;
    for (let k = 0; k < LABELS; k++) size += Math.abs(gradient[e + k]!);
    if (size < CERTAIN) return;
    for (let p = i * width; p < (i + 1) * width; p++) {
      const w = used[p]!;
      if (w < 0) continue;
      for (let k = 0; k < LABELS; k++) {
        const g = gradient[e + k]!;
        const sum = squares[w + k]! + g * g;
        squares[w + k] = sum;
        weights[w + k]! -= (step * g) / Math.sqrt(sum + DAMPING);
      }
    }
  }
}

const FREE = constrained({
  between: new Float32Array(LABELS * LABELS),
  start: new Float32Array(LABELS),
  end: new Float32Array(LABELS),
});

/** The scores of steps between labels, and the forward-backward pass with their gradients. */
class Steps {
  readonly between = new Float32Array(LABELS * LABELS);
  readonly start = new Float32Array(LABELS);
  readonly end = new Float32Array(LABELS);
  private readonly values = [this.between, this.start, this.end];
  private readonly gradient = this.values.map((v) => new Float64Array(v.length));
  private readonly squares = this.values.map((v) => new Float64Array(v.length));
  private own = new Float64Array(0);
  private forward = new Float64Array(0);
  private backward = new Float64Array(0);

  /** Writes p(label) - gold of each word into `out`; returns the negative log likelihood. */
  gradients(emissions: Float64Array, labels: Uint8Array, out: Float64Array): number {
    const n = labels.length;
    if (this.own.length < n * LABELS) {
      this.own = new Float64Array(2 * n * LABELS);
      this.forward = new Float64Array(2 * n * LABELS);
      this.backward = new Float64Array(2 * n * LABELS);
    }
    const { own, forward, backward } = this;
    const [between, start, end] = this.values.map((values, v) =>
      Float64Array.from(values, (x, i) => Math.exp(x + [FREE.between, FREE.start, FREE.end][v]![i]!)),
    ) as [Float64Array, Float64Array, Float64Array];
    let loss = 0;
    for (let i = 0; i < n; i++) {
      const r = i * LABELS;
      let top = emissions[r]!;
      for (let k = 1; k < LABELS; k++) top = Math.max(top, emissions[r + k]!);
      let total = 0;
      for (let k = 0; k < LABELS; k++) {
        own[r + k] = Math.exp(emissions[r + k]! - top);
        let sum = i === 0 ? start[k]! : 0;
        if (i > 0)
          for (let f = 0; f < LABELS; f++) sum += forward[r - LABELS + f]! * between[f * LABELS + k]!;
        forward[r + k] = sum * own[r + k]!;
        total += forward[r + k]!;
      }
      for (let k = 0; k < LABELS; k++) forward[r + k]! /= total;
      loss += Math.log(total) + top - emissions[r + labels[i]!]! - this.stepInto(labels, i);
    }
    for (let i = n - 1; i >= 0; i--) {
      const r = i * LABELS;
      let scale = 0;
      for (let f = 0; f < LABELS; f++) {
        let sum = i === n - 1 ? end[f]! : 0;
        if (i < n - 1)
          for (let k = 0; k < LABELS; k++)
            sum += between[f * LABELS + k]! * own[r + LABELS + k]! * backward[r + LABELS + k]!;
        backward[r + f] = sum;
        scale += sum;
      }
      for (let f = 0; f < LABELS; f++) backward[r + f]! /= scale;
    }
    for (const g of this.gradient) g.fill(0);
    const [gBetween, gStart, gEnd] = this.gradient as [Float64Array, Float64Array, Float64Array];
    for (let i = 0; i < n; i++) {
      const r = i * LABELS;
      let total = 0;
      for (let k = 0; k < LABELS; k++) total += forward[r + k]! * backward[r + k]!;
      for (let k = 0; k < LABELS; k++) out[r + k] = (forward[r + k]! * backward[r + k]!) / total;
      out[r + labels[i]!]! -= 1;
      if (i === 0) for (let k = 0; k < LABELS; k++) gStart[k]! += out[k]!;
      else this.pairs(r, between, labels[i - 1]! * LABELS + labels[i]!, gBetween);
    }
    for (let k = 0; k < LABELS; k++) gEnd[k]! += out[(n - 1) * LABELS + k]!;
    return loss;
  }

  private stepInto(labels: Uint8Array, i: number): number {
    return i === 0 ? this.start[labels[0]!]! : this.between[labels[i - 1]! * LABELS + labels[i]!]!;
  }

  private pairs(r: number, between: Float64Array, gold: number, gradient: Float64Array): void {
    const { own, forward, backward } = this;
    let total = 0;
    for (let f = 0; f < LABELS; f++)
      for (let k = 0; k < LABELS; k++)
        total += forward[r - LABELS + f]! * between[f * LABELS + k]! * own[r + k]! * backward[r + k]!;
    for (let f = 0; f < LABELS; f++)
      for (let k = 0; k < LABELS; k++)
        gradient[f * LABELS + k]! +=
          (forward[r - LABELS + f]! * between[f * LABELS + k]! * own[r + k]! * backward[r + k]!) / total;
    gradient[gold]! -= 1;
  }

  update(step: number): void {
    this.values.forEach((values, v) => {
      const gradient = this.gradient[v]!;
      const squares = this.squares[v]!;
      for (let i = 0; i < values.length; i++) {
        const g = gradient[i]!;
        squares[i]! += g * g;
        values[i]! -= (step * g) / Math.sqrt(squares[i]! + DAMPING);
      }
    });
  }
}
