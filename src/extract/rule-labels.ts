import { type LabelledSpan, labelsOf } from '../tagging/labels.js';
import type { Frame } from './frames.js';
import type { Utterance } from './utterance.js';

/** The labels that the rules give the words of each frame; sources and cues stand out of the content around them. */
export function ruleLabels(
  frames: readonly Frame[],
  found: readonly (readonly Utterance[])[],
): readonly Uint8Array[] {
  return frames.map(({ words }, f) => {
    const spans: LabelledSpan[] = [];
    for (const { content } of found[f]!)
      for (const { from, to } of content) spans.push({ role: 'content', from, to });
    for (const { source, cue } of found[f]!) {
      if (source !== null) spans.push({ role: 'source', from: source.from, to: source.to });
      if (cue !== null) spans.push({ role: 'cue', from: cue.from, to: cue.to });
    }
    return labelsOf(spans, words.length);
  });
}
