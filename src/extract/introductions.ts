import { place } from './cue-subjects.js';
import { findCueGroups } from './cues.js';
import type { Frame } from './frames.js';
import { isFiniteVerb, type Range, subjectBefore } from './noun-phrases.js';
import { type Utterance, utterance } from './utterance.js';

/** Words before a colon that are looked at: longer sentences introduce nothing. */
const MAX_INTRODUCTION = 120;

/**
 * Who speaks, and by which verb, in words that introduce a quotation with the colon at `at`: "Calder wrote in a letter:",
 * "She put it this way:", "The union posted this notice:". The content is left empty; null where nobody is named.
 */
export function introduction(frame: Frame, index: number, at: number): Utterance | null {
  if (at < 2 || at > MAX_INTRODUCTION) return null;
  const make = (source: Range, cue: Range, lemma: string): Utterance =>
    utterance({
      frame: index,
      source,
      cue,
      content: [],
      lemma,
      adverbial: cue.to < at ? { from: cue.to, to: at } : null,
      fronted: source.from > 1 && source.to <= cue.from ? { from: 0, to: source.from } : null,
    });
  let source: Range | null = null;
  let last: Utterance | null = null;
  for (const group of findCueGroups(frame)) {
    if (group.to > at) break;
    const placed = place(frame, group, 0, source);
    if (placed?.source == null || placed.source.to > at) continue;
    source = placed.source;
    last = make(source, { from: group.from, to: group.to }, group.lemma);
  }
  return last ?? byMainVerb(frame, at, make);
}

/** By any verb of the sentence: what follows the colon is somebody's words all the same. */
function byMainVerb(
  frame: Frame,
  at: number,
  make: (source: Range, cue: Range, lemma: string) => Utterance,
): Utterance | null {
  const { words, speech } = frame;
  for (let i = 1; i < at; i++) {
    if (speech[i] === 1 || !isFiniteVerb(words, i)) continue;
    const subject = subjectBefore(frame, i, 0);
    if (
      subject === null ||
      (words[subject.from]!.pos === 'PRON' &&
        subject.to - subject.from === 1 &&
        !/^(?:he|she|they)$/.test(words[subject.from]!.norm))
    )
      continue;
    return make(subject, { from: i, to: i + 1 }, words[i]!.lemma);
  }
  return null;
}
