import type { Span } from '../model/span.js';
import { createEncoder } from './encoder.js';
import type { Weights } from './weights.js';
import { createWordPiece } from './wordpiece.js';

export interface SentenceEncoder {
  /**
   * What a sentence means, and what each part of it means where it stands. `parts`: each the spans of one part, in
   * UTF-16 offsets into `text`. Vectors are as the model gives them, neither centred nor of length one; a part without a
   * word that was read (beyond the longest window) has the vector of the sentence.
   */
  encode(
    text: string,
    parts: readonly (readonly Span[])[],
  ): { readonly whole: Float32Array; readonly parts: readonly Float32Array[] };
}

/** Pieces of [CLS] and [SEP] in the vocabulary of uncased BERT. */
const OPENING = 101;
const CLOSING = 102;

const WORDS = /\S+/gu;

/** Sentences known again: reprints of a story come one after another. Some 20 MB of vectors. */
const REMEMBERED = 4_096;

/**
 * The vector of [CLS] for a sentence, as bge (Xiao et al. 2023) was trained; for a part of it the mean of its pieces in
 * the last layer, read within the sentence. Throws RangeError where the weights are not those of an encoder.
 */
export function createSentenceEncoder(weights: Weights): SentenceEncoder {
  const encoder = createEncoder(weights);
  const wordPiece = createWordPiece(weights);
  const { hidden: width, maxPieces } = encoder;
  const known = new Map<string, ReturnType<SentenceEncoder['encode']>>();
  return {
    encode(text, parts) {
      const key = JSON.stringify([text, parts]);
      const found = known.get(key) ?? read(text, parts);
      // The longest unused goes first.
      known.delete(key);
      known.set(key, found);
      if (known.size > REMEMBERED) known.delete(known.keys().next().value!);
      return found;
    },
  };

  function read(text: string, parts: readonly (readonly Span[])[]): ReturnType<SentenceEncoder['encode']> {
    const ids: number[] = [OPENING];
    const places: Span[] = [];
    for (const word of text.matchAll(WORDS)) {
      const pieces = wordPiece.pieces(word[0]);
      if (ids.length + pieces.length >= maxPieces) break;
      ids.push(...pieces);
      for (const _ of pieces) places.push({ start: word.index, end: word.index + word[0].length });
    }
    ids.push(CLOSING);
    const states = encoder.encode({ ids: Int32Array.from(ids), features: [] });
    const whole = states.slice(0, width);
    return {
      whole,
      parts: parts.map((spans) => {
        const inside = places.flatMap((at, i) =>
          spans.some((span) => span.start < at.end && at.start < span.end) ? [i + 1] : [],
        );
        return inside.length === 0 ? whole : meanOf(states, inside, width);
      }),
    };
  }
}

function meanOf(states: Float32Array, rows: readonly number[], width: number): Float32Array {
  const sums = new Float64Array(width);
  for (const row of rows) for (let k = 0; k < width; k++) sums[k]! += states[row * width + k]!;
  return Float32Array.from(sums, (sum) => sum / rows.length);
}
