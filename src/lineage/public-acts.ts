/** Acts that stand in a public record: what a court decides, what an assembly votes. */
import { RECORDED_ACTS, RECORDED_BODIES } from '../language/en/public-acts.js';
import type { Span } from '../model/span.js';
import type { Account } from '../model/story.js';
import { encloses } from '../text/spans.js';

/** Which assertions of an account tell of such an act: index of the assertion, name of the body, null for "a court". */
export function publicActs({ document, analysis }: Account): { assertion: number; body: string | null }[] {
  const words = ({ start, end }: Span): string => document.text.slice(start, end);
  return analysis.assertions.flatMap(({ kind, subject, predicate, names, modality }, assertion) => {
    if (kind !== 'clause' || subject === null || predicate === null) return [];
    // "The court today annuls the order" is done as it is said.
    if (modality !== 'done' && modality !== 'stative') return [];
    if (!RECORDED_BODIES.test(words(subject)) || !RECORDED_ACTS.test(words(predicate))) return [];
    const body = names
      .map((index) => analysis.names[index]!)
      .find(
        ({ kind: named, name, mentions }) =>
          named === 'organisation' &&
          RECORDED_BODIES.test(name) &&
          mentions.some((mention) => encloses(subject, mention)),
      );
    return [{ assertion, body: body?.name ?? null }];
  });
}
