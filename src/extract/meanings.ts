import type { SentenceEncoder } from '../encoder/sentence-encoder.js';
import { packVector } from '../encoder/vectors.js';
import type { Assertion, Meanings, Sentence } from '../model/analysis.js';
import type { Span } from '../model/span.js';

/** Vectors of what sentences assert, and of their assertions as they stand in them. */
export function findMeanings(
  text: string,
  sentences: readonly Sentence[],
  assertions: readonly Assertion[],
  encoder: SentenceEncoder,
): Meanings {
  const parts = assertions.map(() => '');
  const ofSentence = new Map<number, number[]>();
  assertions.forEach(({ sentence }, i) => {
    ofSentence.set(sentence, [...(ofSentence.get(sentence) ?? []), i]);
  });
  const wholes = sentences.map(({ start, end }, sentence): string | null => {
    const own = ofSentence.get(sentence);
    if (own === undefined) return null;
    const focusOf = (i: number): Span[] =>
      assertions[i]!.focus.map((span) => ({ start: span.start - start, end: span.end - start }));
    // Who says it is no part of what is said: the sentence is what it asserts, without its frame.
    const said = own.filter((i) => !assertions[i]!.aboutSpeech);
    const all = (said.length === 0 ? own : said).flatMap(focusOf);
    const [whole, ...found] = encoder.encode(text.slice(start, end), [all, ...own.map(focusOf)]).parts;
    own.forEach((assertion, i) => {
      parts[assertion] = packVector(found[i]!);
    });
    return packVector(whole!);
  });
  return { sentences: wholes, assertions: parts };
}
