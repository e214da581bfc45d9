/** Statements that would be one but for a number of which one at most can hold. */
import type { LocalFigure } from '../model/analysis.js';
import { prepare } from '../similarity/prepare.js';
import { sameAssertion } from '../similarity/same.js';
import type { Unit } from '../similarity/unit.js';
import { contradict, LEAST_TELLING_COUNT, pairFigures } from './figures.js';
import type { Candidate } from './statements.js';

/**
 * Two numbers make two statements less alike, so that "62 people were inside" and "78 people were inside" fall short: they are
 * compared as if both told one number. Read on the five example cases: the pairs of one thing come to .85 and more, of others
 * to .81 at most.
 */
const THRESHOLD = 0.84;

/** The places in `pairs` of those that are one thing told with two large numbers. */
export function oneButForNumber(
  all: readonly Candidate[],
  pairs: readonly (readonly [Candidate, Candidate])[],
): number[] {
  const restated = pairs.flatMap(([x, y], place) => {
    if (x.draft.doc === y.draft.doc) return [];
    const differing = pairFigures(x, y).filter((pair) => contradict(x, y, pair));
    const [f, g] = differing[0] ?? [];
    if (!f || !g || differing.length > 1 || !large(f) || !large(g)) return [];
    return [{ place, x, unit: withNumber(y, g, x, f) }];
  });
  const prepared = prepare([...all.map(({ unit }) => unit), ...restated.map(({ unit }) => unit)]);
  return restated.flatMap(({ place, x }, k) =>
    sameAssertion(prepared, x.index, all.length + k) >= THRESHOLD ? [place] : [],
  );
}

const large = ({ value }: LocalFigure): boolean => (value ?? 0) >= LEAST_TELLING_COUNT;

/** `y` with the number of `x` in the place of its own. */
function withNumber(y: Candidate, own: LocalFigure, x: Candidate, other: LocalFigure): Unit {
  const words = (c: Candidate, { span }: LocalFigure): string =>
    c.account.document.text.slice(span.start, span.end);
  const figure = x.unit.figures[x.figures.indexOf(other)]!;
  return {
    ...y.unit,
    text: y.unit.text.replace(words(y, own), () => words(x, other)),
    figures: y.unit.figures.map((f, i) => (i === y.figures.indexOf(own) ? figure : f)),
  };
}
