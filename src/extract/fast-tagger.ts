import { tensor, type Weights } from '../encoder/weights.js';
import { type Crf, constrained, posteriors } from '../tagging/crf.js';
import { LABELS, labelsOf } from '../tagging/labels.js';
import { likelySpans } from '../tagging/likely-spans.js';
import { TEMPLATES, writeFeatures } from './fast-features.js';
import { FrameView } from './fast-view.js';
import type { FrameTagger } from './frame-tagger.js';
import type { Frame } from './frames.js';
import { ruleLabels } from './rule-labels.js';
import type { Utterance } from './utterance.js';

/** Rows of the weights, by the first bits of a feature's hash. */
export const ROW_BITS = 18;
/** The next bits stand in the row: a feature that the row was not trained for finds others there, and adds nothing. */
export const CHECK_BITS = 7;
/** A row: the weights of the labels, and the check, which is never negative; -1 in a row of no feature. */
export const ROW = LABELS + 1;

/** The row of a feature. */
export function rowOf(hash: number): number {
  return hash >>> (32 - ROW_BITS);
}

/** What stands in the row if it is the feature's. */
export function checkOf(hash: number): number {
  return (hash >>> (32 - ROW_BITS - CHECK_BITS)) & ((1 << CHECK_BITS) - 1);
}

/** Scores the words of frames. */
export interface FastScorer {
  readonly crf: Crf;
  /** Shows `use` the scores of each frame in turn, `[word * LABELS + label]`, good until the next. */
  score(
    frames: readonly Frame[],
    found: readonly (readonly Utterance[])[],
    sentenceStarts: ReadonlySet<number>,
    use: (emissions: Float32Array, words: number, frame: number) => void,
  ): void;
}

/**
 * The fast tier's tagger: a linear-chain CRF over hashed features, among them what the rules found, whose spans it
 * corrects. Trained by `eval/train/attribution-fast.ts`.
 */
export function fastTagger({ crf, score }: FastScorer): FrameTagger {
  return (frames, found, sentenceStarts) => {
    const labels: Uint8Array[] = [];
    score(frames, found, sentenceStarts, (emissions, words, f) => {
      const isMark = (i: number): boolean => frames[f]!.words[i]!.pos === 'PUNCT';
      labels.push(labelsOf(likelySpans(posteriors(emissions, words, crf), words, isMark), words));
    });
    return { labels, linkTo: null };
  };
}

/** The scorer that a weight file holds. Throws RangeError where it holds none, or one of other templates. */
export function fastScorer(weights: Weights): FastScorer {
  if (weights.meta.templates !== TEMPLATES)
    throw new RangeError(`the weights are of ${String(weights.meta.templates)} templates, not ${TEMPLATES}`);
  const bytes = tensor(weights, 'rows', 'int8', [1 << ROW_BITS, ROW]).data;
  const rows = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const scale = tensor(weights, 'scale', 'float32', [1]).data[0]!;
  const crf = constrained({
    between: tensor(weights, 'between', 'float32', [LABELS, LABELS]).data,
    start: tensor(weights, 'start', 'float32', [LABELS]).data,
    end: tensor(weights, 'end', 'float32', [LABELS]).data,
  });
  let emissions = new Float32Array(0);
  return {
    crf,
    score(frames, found, sentenceStarts, use) {
      eachFrame(frames, found, sentenceStarts, ({ hashes, words }, f) => {
        if (emissions.length < words * LABELS) emissions = new Float32Array(2 * words * LABELS);
        sumWeights(hashes, words, rows, scale, emissions);
        use(emissions, words, f);
      });
    },
  };
}

/** Weights as unsigned bytes: each 128 more. */
const UNSIGNED = 0x80808080 | 0;
const BIAS = 128;
/** Every other byte of four. */
const LANES = 0x00ff00ff;

/**
 * Sums the weights of each word's features by label. `rows` are taken as pairs of 32-bit numbers and added two bytes at
 * once, in lanes of 16 bits (TEMPLATES × 255 < 2^16), without a branch: what it costs is the way to the memory.
 */
function sumWeights(
  hashes: Int32Array,
  words: number,
  rows: Int32Array,
  scale: number,
  out: Float32Array,
): void {
  for (let i = 0, at = 0; i < words; i++) {
    let sum02 = 0;
    let sum13 = 0;
    let sum46 = 0;
    let sum5 = 0;
    let hits = 0;
    for (const end = at + TEMPLATES; at < end; at++) {
      const hash = hashes[at]!;
      const r = 2 * rowOf(hash);
      const high = rows[r + 1]!;
      // All ones where the row is the feature's, else zero.
      const own = (((high >>> 24) ^ checkOf(hash)) - 1) >> 31;
      const a = (rows[r]! ^ UNSIGNED) & own;
      const b = (high ^ UNSIGNED) & own;
      sum02 = (sum02 + (a & LANES)) | 0;
      sum13 = (sum13 + ((a >>> 8) & LANES)) | 0;
      sum46 = (sum46 + (b & LANES)) | 0;
      sum5 = (sum5 + ((b >>> 8) & 0xff)) | 0;
      hits -= own;
    }
    const o = i * LABELS;
    const bias = hits * BIAS;
    out[o] = ((sum02 & 0xffff) - bias) * scale;
    out[o + 1] = ((sum13 & 0xffff) - bias) * scale;
    out[o + 2] = ((sum02 >>> 16) - bias) * scale;
    out[o + 3] = ((sum13 >>> 16) - bias) * scale;
    out[o + 4] = ((sum46 & 0xffff) - bias) * scale;
    out[o + 5] = (sum5 - bias) * scale;
    out[o + 6] = ((sum46 >>> 16) - bias) * scale;
  }
}

/** Hashed features of a frame's words, `[word * TEMPLATES + template]`, good until the next frame. */
export interface FrameFeatures {
  readonly hashes: Int32Array;
  readonly words: number;
}

/** Shows `use` the features of each frame in turn, the same at training and at run time. */
export function eachFrame(
  frames: readonly Frame[],
  found: readonly (readonly Utterance[])[],
  sentenceStarts: ReadonlySet<number>,
  use: (features: FrameFeatures, frame: number) => void,
): void {
  const rules = ruleLabels(frames, found);
  const view = new FrameView();
  let hashes = new Int32Array(0);
  frames.forEach((frame, f) => {
    const words = frame.words.length;
    if (hashes.length < words * TEMPLATES) hashes = new Int32Array(2 * words * TEMPLATES);
    const last = frames[f - 1];
    view.before = last === undefined ? 0 : traitsOf(last, found[f - 1]!, last.block === frame.block);
    view.read(frame, found[f]!, rules[f]!, sentenceStarts);
    writeFeatures(view, hashes);
    use({ hashes, words }, f);
  });
}

/** What the next frame sees of this one: whether it is of the same block, ends quoted, attributes, names a source. */
function traitsOf({ quote, words }: Frame, own: readonly Utterance[], sameBlock: boolean): number {
  const quoted = quote[words.length - 1]! >= 0;
  const sourced = own.some(({ source }) => source !== null);
  return 1 + (sameBlock ? 1 : 0) + (quoted ? 2 : 0) + (own.length > 0 ? 4 : 0) + (sourced ? 8 : 0);
}
