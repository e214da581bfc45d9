/** Which edges a drawing shows: the strongest between two of its marks, without those that follow from others. */
import type { StemmaEdge } from './graph.js';
import { knownOf, neighboursOf } from './neighbours.js';

export interface Tie {
  /** Ids of marks. Where the direction is undetermined, `from` is the one that stands first in the drawing. */
  readonly from: string;
  readonly to: string;
  readonly relation: StemmaEdge['relation'];
  readonly known: boolean;
  /** Part of the words of `to`, the largest where several edges are one tie; null where none was measured. */
  readonly share: number | null;
}

/** More lines into one mark cannot be told apart: the strongest are drawn, the others counted. */
export const MOST_TIES = 4;

/** Text taken over says most of where an account comes from; a few words in common without a credit say least. */
const STRENGTH: { readonly [relation in Tie['relation']]: number } = {
  reprint: 5,
  rewrite: 4,
  'follow-up': 3,
  credit: 2,
  quote: 1,
};

export const compareStrength = (a: Tie, b: Tie): number =>
  STRENGTH[b.relation] - STRENGTH[a.relation] ||
  Number(b.known) - Number(a.known) ||
  (b.share ?? 0) - (a.share ?? 0);

/**
 * Leaves out what a copy has from its original: what the copied text credits, and the outlet whose report the original is.
 * This is transitive reduction, over edges that pass on the text and for the copy alone.
 */
export function withoutImplied(
  edges: readonly StemmaEdge[],
  reportOf: ReadonlyMap<string, string>,
): readonly StemmaEdge[] {
  const known = knownOf(edges);
  const ends = new Set(known.map(({ source, target }) => `${source} ${target}`));
  const copies = known.filter(({ relation }) => relation === 'reprint' || relation === 'rewrite');
  const originals = neighboursOf(copies).ancestors;
  return edges.filter(({ source, target, direction, relation }) => {
    if (direction !== 'known') return true;
    const credit = relation === 'credit' || relation === 'quote';
    return !(originals.get(target) ?? []).some(
      (original) =>
        original !== source &&
        (reportOf.get(original) === source || (credit && ends.has(`${source} ${original}`))),
    );
  });
}

/** The ties between marks: one a pair, a known direction before an undetermined one, by strength and then by their ends. */
export function tiesBetween(
  edges: readonly StemmaEdge[],
  markOf: (node: string) => string | undefined,
  rowOf: (mark: string) => number,
): readonly Tie[] {
  const ties = new Map<string, Tie>();
  const directed = new Set<string>();
  const add = (key: string, tie: Tie): void => {
    const other = ties.get(key);
    const stronger = other === undefined || compareStrength(tie, other) < 0 ? tie : other;
    const shares = [tie.share, other?.share ?? null].flatMap((share) => share ?? []);
    ties.set(key, { ...stronger, share: shares.length === 0 ? null : Math.max(...shares) });
  };
  for (const { source, target, relation, direction, share } of edges) {
    const ends = [markOf(source), markOf(target)];
    const [from, to] = ends;
    if (from === undefined || to === undefined || from === to) continue;
    if (direction === 'known') {
      directed.add(`${from} ${to}`).add(`${to} ${from}`);
      add(`${from} > ${to}`, { from, to, relation, known: true, share });
    } else {
      const [first, second] = rowOf(from) <= rowOf(to) ? [from, to] : [to, from];
      add(`${first} - ${second}`, { from: first, to: second, relation, known: false, share });
    }
  }
  return [...ties.values()]
    .filter((tie) => tie.known || !directed.has(`${tie.from} ${tie.to}`))
    .sort((a, b) => rowOf(a.to) - rowOf(b.to) || compareStrength(a, b) || rowOf(a.from) - rowOf(b.from));
}

/** Part of the words that two marks have in common, below which a folded drawing leaves an undetermined tie out. */
const LITTLE = 0.1;

/**
 * The strongest into each mark, in a `folded` drawing without what few words in common leave open; a tie to something
 * that has no other is kept, so that nothing is cut loose.
 */
export function strongest(ties: readonly Tie[], folded: boolean): readonly Tie[] {
  const left = new Map<string, number>();
  for (const { from, to } of ties) for (const end of [from, to]) left.set(end, (left.get(end) ?? 0) + 1);
  const drop = ({ from, to }: Tie): boolean => {
    if (left.get(from)! < 2 || left.get(to)! < 2) return false;
    for (const end of [from, to]) left.set(end, left.get(end)! - 1);
    return true;
  };
  const into = new Map<string, number>();
  const kept = ties.filter((tie) => {
    if (folded && !tie.known && (tie.share ?? 0) < LITTLE && drop(tie)) return false;
    const nth = into.get(tie.to) ?? 0;
    if (nth >= MOST_TIES && drop(tie)) return false;
    into.set(tie.to, nth + 1);
    return true;
  });
  return kept;
}
