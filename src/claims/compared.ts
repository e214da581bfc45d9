/** Which statements of a story are compared with one another: in a large story one of each group of copies. */
import { DisjointSets } from '../text/disjoint-sets.js';
import { append } from '../text/multimap.js';
import type { Candidate } from './statements.js';

/**
 * Up to so many statements all are compared, a hundred accounts about. Beyond, comparing every two of a thousand reprints
 * costs minutes, and tells of a copy what its first account tells.
 */
const MOST_COMPARED = 4_000;

/** Statements of so many words are copies where all words are the same; shorter ones two may have written. */
const COPY_WORDS = 8;

type Pair = readonly [number, number];

/** `copied`: pairs of statements that passages carry. The pairs may grow by statements of the same words. */
export function comparedOf(
  all: readonly Candidate[],
  copied: readonly Pair[],
): { readonly compared: readonly Candidate[]; readonly copies: readonly Pair[] } {
  if (all.length <= MOST_COMPARED) return { compared: all, copies: copied };
  const byWords = new Map<string, Candidate[]>();
  for (const candidate of all)
    if (candidate.words.length >= COPY_WORDS)
      append(byWords, `${candidate.assertion.kind} ${candidate.words.join(' ')}`, candidate);
  const alike = [...byWords.values()].flatMap(([first, ...others]) =>
    others
      .filter(({ draft }) => draft.doc !== first!.draft.doc)
      .map((other): Pair => [first!.index, other.index]),
  );
  const copies = [...copied, ...alike];
  const groups = new DisjointSets<number>();
  for (const [a, b] of copies) groups.unite(a, b);
  const first = new Set<number>();
  return {
    compared: all.filter(({ index }) => {
      const group = groups.find(index);
      return !first.has(group) && first.add(group);
    }),
    copies,
  };
}
