import { LABELS } from '../tagging/labels.js';
import type { Tagger } from '../tagging/tagger.js';
import type { FastScorer } from './fast-tagger.js';
import type { Frame } from './frames.js';
import type { TaggedFrames } from './tagged-utterances.js';
import type { Utterance } from './utterance.js';
import { wordFeatures } from './word-features.js';

/**
 * Finds the spans of attributions in all frames of a document. `found`: what the rules found in each frame;
 * `sentenceStarts`: UTF-16 offsets.
 */
export type FrameTagger = (
  frames: readonly Frame[],
  found: readonly (readonly Utterance[])[],
  sentenceStarts: ReadonlySet<number>,
) => TaggedFrames;

/** Frames tagged by the encoder with the fast tier as a second opinion, which sees what the rules found. */
export function encoderTagger(tagger: Tagger, fast: FastScorer): FrameTagger {
  return (frames, found, sentenceStarts) => {
    const total = frames.reduce((sum, { words }) => sum + words.length, 0);
    const norms: string[] = [];
    const block = new Int32Array(total);
    const frameOf = new Int32Array(total);
    const opens = new Uint8Array(total);
    const features = [new Uint8Array(total), new Uint8Array(total), new Uint8Array(total)] as const;
    let at = 0;
    frames.forEach((frame, f) => {
      const own = wordFeatures(frame, sentenceStarts);
      features[0].set(own.case, at);
      features[1].set(own.quote, at);
      features[2].set(own.place, at);
      for (const word of frame.words) {
        norms.push(word.norm);
        block[at] = frame.block;
        frameOf[at] = f;
        opens[at] = sentenceStarts.has(word.start) ? 1 : 0;
        at++;
      }
    });
    const emissions = new Float32Array(total * LABELS);
    let row = 0;
    fast.score(frames, found, sentenceStarts, (own, size) => {
      emissions.set(own.subarray(0, size * LABELS), row);
      row += size * LABELS;
    });
    const second = { emissions, crf: fast.crf };
    const { labels, linkTo } = tagger.tag({ norms, block, frame: frameOf, features, opens }, second);
    let end = 0;
    const cut = frames.map(({ words }) => {
      end += words.length;
      return labels.subarray(end - words.length, end);
    });
    return { labels: cut, linkTo };
  };
}
