import { packVector } from '../encoder/packed.js';
import type { SentenceEncoder } from '../encoder/sentence-encoder.js';
import type { Assertion, Meanings, Sentence } from '../model/analysis.js';

/** Vectors of the sentences that assert something, and of their assertions as they stand in them. */
export function findMeanings(
  text: string,
  sentences: readonly Sentence[],
  assertions: readonly Assertion[],
  encoder: SentenceEncoder,
): Meanings {
  const parts = assertions.map(() => '');
  const wholes = sentences.map(({ start, end }, sentence): string | null => {
    const own = assertions.flatMap((assertion, i) => (assertion.sentence === sentence ? [i] : []));
    if (own.length === 0) return null;
    const found = encoder.encode(
      text.slice(start, end),
      own.map((i) =>
        assertions[i]!.focus.map((span) => ({ start: span.start - start, end: span.end - start })),
      ),
    );
    own.forEach((assertion, i) => {
      parts[assertion] = packVector(found.parts[i]!);
    });
    return packVector(found.whole);
  });
  return { width: encoder.width, sentences: wholes, assertions: parts };
}
