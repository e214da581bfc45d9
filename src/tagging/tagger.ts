import { createEncoder, type Encoder } from '../encoder/encoder.js';
import { tensor, type Weights } from '../encoder/weights.js';
import { createWordPiece, type WordPiece } from '../encoder/wordpiece.js';
import { type Crf, constrained, posteriors } from './crf.js';
import { isBegin, LABELS, type LabelledSpan, labelsOf, type Role } from './labels.js';
import { likelySpans } from './likely-spans.js';
import { cutWindows, type Window } from './windows.js';

/** The words of a document in order, with what `eval/train/attribution-data.ts` writes of each. */
export interface TaggerWords {
  /** As compared: lower case, quotation marks folded. */
  readonly norms: readonly string[];
  readonly block: Int32Array;
  readonly frame: Int32Array;
  /** Values of each feature embedding of the model, in its order. */
  readonly features: readonly Uint8Array[];
  /** 1 where a sentence starts. */
  readonly opens: Uint8Array;
}

/** Labels of all words, and what belongs to what: first words of spans, counted over the document. */
export interface Tagging {
  readonly labels: Uint8Array;
  /** For the first word of a cue that of its source, for the first word of a content that of its cue; else -1. */
  readonly linkTo: Int32Array;
}

/** What another CRF over the same labels holds of the words: log potentials, `[word * LABELS + label]`. */
export interface SecondOpinion {
  readonly emissions: Float32Array;
  readonly crf: Crf;
}

export interface Tagger {
  /** `second` enters as a factor (a product of experts, Hinton 2002; of two CRFs it is one). */
  tag(words: TaggerWords, second: SecondOpinion | null): Tagging;
}

/**
 * Exponents of the two opinions in their product. They add up to less than 1 since both are surer than they are right.
 * Chosen on held-out articles of polnear_train.
 */
const OWN = 0.5;
const SECOND = 0.4;

interface LinkHead {
  readonly from: Linear;
  readonly to: Linear;
  readonly none: Linear;
  /** By distance bucket. */
  readonly distance: Float32Array;
}

interface Linear {
  readonly weight: Float32Array;
  readonly bias: Float32Array;
  readonly size: number;
}

/** A word that is a mark alone. */
const MARK = /^[^\p{L}\p{N}]+$/u;

/** Pieces of [CLS] and [SEP] in the vocabulary of uncased BERT. */
const OPENING = 101;
const CLOSING = 102;

/** The tagger that a weight file holds. Throws RangeError where tensors are missing or of another shape. */
export function createTagger(weights: Weights): Tagger {
  const encoder = createEncoder(weights);
  const wordPiece = createWordPiece(weights);
  const hidden = weights.meta.hidden as number;
  const limit = weights.meta.window as number;
  const tag = linear(weights, 'head.tag', LABELS, hidden);
  const crf = constrained({
    between: tensor(weights, 'head.transitions', 'float32', [LABELS, LABELS]).data,
    start: new Float32Array(LABELS),
    end: new Float32Array(LABELS),
  });
  const marks: number[] = [];
  while (weights.tensors.has(`embeddings.feature.${marks.length}`)) {
    const { shape } = tensor(weights, `embeddings.feature.${marks.length}`, 'float32');
    marks.push(shape[0]! - 1);
  }
  const [sourceOfCue, cueOfContent] = [0, 1].map((i): LinkHead => {
    const name = `head.link.${i}`;
    const distance = tensor(weights, `${name}.distance`, 'float32').data;
    const size = tensor(weights, `${name}.from.bias`, 'float32').data.length;
    return {
      from: linear(weights, `${name}.from`, size, hidden),
      to: linear(weights, `${name}.to`, size, hidden),
      none: linear(weights, `${name}.none`, 1, hidden),
      distance,
    };
  }) as [LinkHead, LinkHead];
  return {
    tag(words, second) {
      const both = second === null ? crf : product(crf, second.crf);
      const pieces = words.norms.map((norm) => wordPiece.pieces(norm));
      const labels = new Uint8Array(words.norms.length);
      const linkTo = new Int32Array(words.norms.length).fill(-1);
      for (const window of cutWindows({ pieces, block: words.block, frame: words.frame }, limit)) {
        const { states, firstPieces } = encodeWindow(encoder, marks, words, pieces, window);
        const at = (word: number): number => firstPieces[word - window.from]! * hidden;
        const spans = spansIn(words, window, states, at, tag, both, second?.emissions ?? null);
        const firsts = (role: Role) => spans.filter((s) => s.role === role).map((s) => window.from + s.from);
        const sources = candidatesOf(sourceOfCue, firsts('source'), states, at);
        const cues = candidatesOf(cueOfContent, firsts('cue'), states, at);
        for (const word of firsts('cue')) linkTo[word] = linkOf(sourceOfCue, word, sources, states, at);
        for (const word of firsts('content')) linkTo[word] = linkOf(cueOfContent, word, cues, states, at);
        labels.set(labelsOf(spans, window.to - window.from), window.from);
      }
      return { labels, linkTo };
    },
  };
}

function linear(weights: Weights, name: string, size: number, hidden: number): Linear {
  return {
    weight: tensor(weights, `${name}.weight`, 'float32', [size, hidden]).data,
    bias: tensor(weights, `${name}.bias`, 'float32', [size]).data,
    size,
  };
}

function encodeWindow(
  encoder: Encoder,
  /** The value of each feature at [CLS] and [SEP]. */
  marks: readonly number[],
  words: TaggerWords,
  pieces: ReturnType<WordPiece['pieces']>[],
  { from, to }: Window,
): { states: Float32Array; firstPieces: number[] } {
  const ids: number[] = [OPENING];
  const owner: number[] = [-1];
  const firstPieces: number[] = [];
  for (let w = from; w < to; w++) {
    firstPieces.push(ids.length);
    for (const piece of pieces[w]!) {
      ids.push(piece);
      owner.push(w);
    }
    if (w + 1 === to || words.block[w + 1] !== words.block[w]) {
      ids.push(CLOSING);
      owner.push(-1);
    }
  }
  const features = words.features.map((values, f) =>
    Uint8Array.from(owner, (w) => (w < 0 ? marks[f]! : values[w]!)),
  );
  return { states: encoder.encode({ ids: Int32Array.from(ids), features }), firstPieces };
}

/** Steps that one of them forbids stay forbidden. */
function product(own: Crf, second: Crf): Crf {
  const mix = (a: Float32Array, b: Float32Array) => a.map((score, i) => OWN * score + SECOND * b[i]!);
  return {
    between: mix(own.between, second.between),
    start: mix(own.start, second.start),
    end: mix(own.end, second.end),
  };
}

function spansIn(
  words: TaggerWords,
  { from, to }: Window,
  states: Float32Array,
  at: (word: number) => number,
  head: Linear,
  crf: Crf,
  second: Float32Array | null,
): LabelledSpan[] {
  const emissions = new Float32Array((to - from) * LABELS);
  for (let w = from; w < to; w++) {
    for (let label = 0; label < LABELS; label++) {
      // Spans are cut at sentence ends, as they were for training.
      const inside = label > 0 && !isBegin(label) && (words.opens[w] === 1 || w === from);
      const own = inside ? Number.NEGATIVE_INFINITY : apply(head, label, states, at(w));
      emissions[(w - from) * LABELS + label] =
        second === null ? own : OWN * own + SECOND * second[w * LABELS + label]!;
    }
  }
  return likelySpans(posteriors(emissions, to - from, crf), to - from, (i) =>
    MARK.test(words.norms[from + i]!),
  );
}

/** A word that others may be linked to, as the head sees it. */
interface Candidate {
  readonly word: number;
  readonly vector: Float64Array;
}

function candidatesOf(
  head: LinkHead,
  words: readonly number[],
  states: Float32Array,
  at: (word: number) => number,
): Candidate[] {
  return words.map((word) => ({ word, vector: project(head.to, states, at(word)) }));
}

/** The candidate that a word belongs to, or -1. */
function linkOf(
  head: LinkHead,
  word: number,
  candidates: readonly Candidate[],
  states: Float32Array,
  at: (word: number) => number,
): number {
  const vector = project(head.from, states, at(word));
  let link = -1;
  let best = apply(head.none, 0, states, at(word));
  for (const candidate of candidates) {
    let score = 0;
    for (let k = 0; k < vector.length; k++) score += vector[k]! * candidate.vector[k]!;
    score = score / Math.sqrt(vector.length) + head.distance[bucket(candidate.word - word, head)]!;
    if (score > best) {
      best = score;
      link = candidate.word;
    }
  }
  return link;
}

/** Signed, three buckets for each doubling twice over: the lower half of them lies to the left. */
function bucket(distance: number, { distance: { length } }: LinkHead): number {
  const half = length / 2;
  const cube = (Math.abs(distance) + 1) ** 3;
  let size = 0;
  while (size + 1 < half && cube >= 4 ** (size + 1)) size++;
  return distance < 0 ? size : size + half;
}

function project(head: Linear, states: Float32Array, offset: number): Float64Array {
  const vector = new Float64Array(head.size);
  for (let k = 0; k < head.size; k++) vector[k] = apply(head, k, states, offset);
  return vector;
}

function apply({ weight, bias }: Linear, row: number, states: Float32Array, offset: number): number {
  const hidden = weight.length / bias.length;
  let sum = bias[row]!;
  for (let k = 0, w = row * hidden; k < hidden; k++) sum += weight[w + k]! * states[offset + k]!;
  return sum;
}
