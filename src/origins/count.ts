/** Roots counted as a range: DESIGN, "Counting". */
import type { Ground, Source, Statement } from '../model/record.js';
import { compareStrings } from '../text/order.js';

export interface Count {
  readonly min: number;
  readonly max: number;
  /** One a root, sorted by its id. */
  readonly grounds: readonly Ground[];
  /** Outlets (or documents of unknown outlets) that state it and give no source. */
  readonly sourceless: readonly string[];
  readonly contributors: readonly string[];
}

/** Above this many roots the largest independent set is bounded from below greedily: exact search is exponential. */
const EXACT_ROOTS = 24;

/** Where statements rest, as far as counting goes. */
export type Footing = Pick<Statement, 'grounds' | 'sourceless' | 'contributors'>;

/** `alike`: whether two grounds may be one origin. */
export function count(
  footings: readonly Footing[],
  source: (id: string) => Source | null,
  alike: (a: Ground, b: Ground) => boolean,
): Count {
  const grounds = distinct(footings.flatMap((footing) => footing.grounds));
  const ids = new Set(grounds.map(({ root }) => root));
  const sourceless = unique(footings.flatMap((f) => (f.sourceless === null ? [] : [f.sourceless])));
  const contributors = unique(footings.flatMap((f) => f.contributors)).filter((id) => !ids.has(id));
  const max =
    grounds.reduce((sum, { root, as }) => sum + (as === 'source' ? people(source(root)) : 1), 0) +
    sourceless.filter((id) => !ids.has(id)).length +
    contributors.length;
  return { min: independent(grounds, alike), max, grounds, sourceless, contributors };
}

/** One root met several times: what is shown once is shown, and all kin are kin. */
function distinct(grounds: readonly Ground[]): readonly Ground[] {
  // Most claims are one account's.
  if (grounds.length <= 1) return grounds;
  const byRoot = new Map<string, Ground>();
  for (const ground of grounds) {
    const known = byRoot.get(ground.root);
    byRoot.set(
      ground.root,
      known
        ? {
            root: ground.root,
            as: known.as === 'source' || ground.as === 'source' ? 'source' : known.as,
            shown: known.shown || ground.shown,
            kin: unique([...known.kin, ...ground.kin]),
          }
        : ground,
    );
  }
  return [...byRoot.values()].sort((a, b) => compareStrings(a.root, b.root));
}

const unique = (ids: readonly string[]): readonly string[] =>
  ids.length <= 1 ? ids : [...new Set(ids)].sort(compareStrings);

/** How many people a source is: unnamed people by their stated number, a bare plural as one. */
function people(source: Source | null): number {
  if (source?.kind !== 'people' || source.named) return 1;
  return Math.max(1, source.count?.max ?? source.count?.min ?? 1);
}

/** Size of the largest set of grounds of which no two may be the same. */
function independent(grounds: readonly Ground[], alike: (a: Ground, b: Ground) => boolean): number {
  if (grounds.length <= 1) return grounds.length;
  const rivals = grounds.map((a, i) => grounds.flatMap((b, j) => (i !== j && alike(a, b) ? [j] : [])));
  const free = grounds.map((_, i) => i);
  if (grounds.length > EXACT_ROOTS) {
    const order = [...free].sort((a, b) => rivals[a]!.length - rivals[b]!.length || a - b);
    const taken = new Set<number>();
    for (const i of order) if (!rivals[i]!.some((j) => taken.has(j))) taken.add(i);
    return taken.size;
  }
  const search = (left: readonly number[]): number => {
    if (left.length === 0) return 0;
    const open = new Set(left);
    let pick = left[0]!;
    let degree = -1;
    for (const i of left) {
      const d = rivals[i]!.filter((j) => open.has(j)).length;
      if (d === 0) return 1 + search(left.filter((k) => k !== i));
      if (d > degree) [pick, degree] = [i, d];
    }
    const without = left.filter((k) => k !== pick);
    const blocked = new Set(rivals[pick]!);
    return Math.max(1 + search(without.filter((k) => !blocked.has(k))), search(without));
  };
  return search(free);
}
