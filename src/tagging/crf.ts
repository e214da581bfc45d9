import { LABELS, mayFollow, OUTSIDE } from './labels.js';

/**
 * A linear-chain conditional random field over BIO labels (Lafferty, McCallum & Pereira 2001). Scores are log potentials:
 * `between[from * LABELS + to]`, `start[label]`, `end[label]`.
 */
export interface Crf {
  readonly between: Float32Array;
  readonly start: Float32Array;
  readonly end: Float32Array;
}

/** The same scores with -Infinity wherever BIO forbids a step. Throws RangeError where a size is wrong. */
export function constrained({ between, start, end }: Crf): Crf {
  if (between.length !== LABELS * LABELS || start.length !== LABELS || end.length !== LABELS)
    throw new RangeError(
      `transitions are ${LABELS} × ${LABELS}, start and end ${LABELS}: ${between.length}, ${start.length}, ${end.length}`,
    );
  return {
    between: between.map((score, at) =>
      mayFollow(Math.floor(at / LABELS), at % LABELS) ? score : Number.NEGATIVE_INFINITY,
    ),
    start: start.map((score, label) => (mayFollow(OUTSIDE, label) ? score : Number.NEGATIVE_INFINITY)),
    end: Float32Array.from(end),
  };
}

/** What a CRF holds likely, `[word * LABELS + label]`. */
export interface Posteriors {
  /** The probability of each label of each word. */
  readonly marginals: Float32Array;
  /** The probability that the next word goes on with the span, given the label of this one; 0 for O and at the end. */
  readonly goesOn: Float32Array;
}

/** Posterior probabilities by forward-backward with scaling. `crf` must be constrained. */
export function posteriors(emissions: Float32Array, length: number, crf: Crf): Posteriors {
  check(emissions, length);
  const between = Float64Array.from(crf.between, Math.exp);
  const end = Float64Array.from(crf.end, Math.exp);
  const own = new Float64Array(length * LABELS);
  const forward = new Float64Array(length * LABELS);
  for (let i = 0; i < length; i++) {
    const row = i * LABELS;
    // The highest score of a word is taken off all of them, so that exp cannot overflow; it cancels out.
    let top = emissions[row]!;
    for (let k = 1; k < LABELS; k++) top = Math.max(top, emissions[row + k]!);
    let total = 0;
    for (let to = 0; to < LABELS; to++) {
      own[row + to] = Math.exp(emissions[row + to]! - top);
      let sum = i === 0 ? Math.exp(crf.start[to]!) : 0;
      if (i > 0)
        for (let from = 0; from < LABELS; from++)
          sum += forward[row - LABELS + from]! * between[from * LABELS + to]!;
      sum *= own[row + to]!;
      forward[row + to] = sum;
      total += sum;
    }
    for (let k = 0; k < LABELS; k++) forward[row + k]! /= total;
  }
  const posterior = new Float32Array(length * LABELS);
  const goesOn = new Float32Array(length * LABELS);
  let after = Float64Array.from(end);
  let before = new Float64Array(LABELS);
  for (let i = length - 1; i >= 0; i--) {
    const row = i * LABELS;
    let total = 0;
    for (let k = 0; k < LABELS; k++) total += forward[row + k]! * after[k]!;
    for (let k = 0; k < LABELS; k++) posterior[row + k] = (forward[row + k]! * after[k]!) / total;
    let scale = 0;
    for (let from = 0; from < LABELS; from++) {
      let sum = 0;
      for (let to = 0; to < LABELS; to++) sum += between[from * LABELS + to]! * own[row + to]! * after[to]!;
      const inside = from + (from & 1);
      if (i > 0 && from !== OUTSIDE && sum > 0)
        goesOn[row - LABELS + from] =
          (between[from * LABELS + inside]! * own[row + inside]! * after[inside]!) / sum;
      before[from] = sum;
      scale += sum;
    }
    for (let k = 0; k < LABELS; k++) before[k]! /= scale;
    [after, before] = [before, after];
  }
  return { marginals: posterior, goesOn };
}

function check(emissions: Float32Array, length: number): void {
  if (length < 0 || emissions.length < length * LABELS)
    throw new RangeError(`${emissions.length} emissions are too few for ${length} words`);
}
