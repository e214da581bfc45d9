/** Roots counted as a range: DESIGN, "Counting". */
import { compareStrings } from '../text/order.js';
import type { Root, Trail } from './roots.js';
import { mayBeSame } from './same.js';
import type { StoryView } from './story.js';

export interface Count {
  readonly min: number;
  readonly max: number;
  /** Distinct roots, sorted by id. */
  readonly roots: readonly Root[];
  /** Outlets (or documents of unknown outlets) that state it and give no source. */
  readonly sourceless: readonly string[];
  readonly contributors: readonly string[];
}

/** Above this many roots the largest independent set is bounded from below greedily: exact search is exponential. */
const EXACT_ROOTS = 24;

export function count(trails: readonly Trail[], view: StoryView): Count {
  const roots = distinct(trails.flatMap((trail) => trail.roots));
  const ids = new Set(roots.map((root) => root.id));
  const sourceless = unique(trails.flatMap((trail) => (trail.sourceless === null ? [] : [trail.sourceless])));
  const contributors = unique(trails.flatMap((trail) => trail.contributors)).filter((id) => !ids.has(id));
  const max =
    roots.reduce((sum, root) => sum + people(root, view), 0) +
    sourceless.filter((id) => !ids.has(id)).length +
    contributors.length;
  return { min: independent(roots, view), max, roots, sourceless, contributors };
}

/** The same id met as several roots: what is shown once is shown, and all kin are kin. */
function distinct(roots: readonly Root[]): Root[] {
  const byId = new Map<string, Root>();
  for (const root of roots) {
    const known = byId.get(root.id);
    byId.set(
      root.id,
      known
        ? {
            id: root.id,
            kind: known.kind === 'source' || root.kind === 'source' ? 'source' : known.kind,
            shown: known.shown || root.shown,
            kin: unique([...known.kin, ...root.kin]),
          }
        : root,
    );
  }
  return [...byId.values()].sort((a, b) => compareStrings(a.id, b.id));
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)].sort(compareStrings);

/** How many people stand behind a root: unnamed people by their stated number, a bare plural as one. */
function people(root: Root, view: StoryView): number {
  const source = root.kind === 'source' ? view.source(root.id) : null;
  if (source?.kind !== 'people' || source.named) return 1;
  return Math.max(1, source.count?.max ?? source.count?.min ?? 1);
}

/** Size of the largest set of roots of which no two may be the same. */
function independent(roots: readonly Root[], view: StoryView): number {
  const rivals = roots.map((a, i) => roots.flatMap((b, j) => (i !== j && mayBeSame(a, b, view) ? [j] : [])));
  const free = roots.map((_, i) => i);
  if (roots.length > EXACT_ROOTS) {
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
