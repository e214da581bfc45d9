/** Denials joined to what they deny. */
import type { Link } from './links.js';
import type { Candidate } from './statements.js';

export interface Cluster {
  readonly members: readonly number[];
  /** Indices of candidates that deny or play down what the others assert. */
  readonly denying: ReadonlySet<number>;
}

/** A denial is like what it denies, but never the same: it is joined to its likeliest counterpart above this. */
const DENIAL_THRESHOLD = 0.4;

/** Clusters with denials moved to what they deny. A denial with nothing to deny stands alone as what its speaker says. */
export function attachDenials(
  clusters: readonly (readonly number[])[],
  all: readonly Candidate[],
  links: readonly Link[],
): Cluster[] {
  const denial = new Set(all.filter(denies).map((c) => c.index));
  if (denial.size === 0) return clusters.map((members) => ({ members, denying: new Set<number>() }));
  const best = new Map<number, Link>();
  for (const link of links) {
    for (const [x, y] of [
      [link.a, link.b],
      [link.b, link.a],
    ] as const) {
      if (!denial.has(x) || denial.has(y) || link.p < DENIAL_THRESHOLD) continue;
      const known = best.get(x);
      if (!known || link.p > known.p) best.set(x, link);
    }
  }
  const home = new Map(clusters.flatMap((members, index) => members.map((m) => [m, index] as const)));
  const moved = new Map<number, number>();
  for (const [x, link] of best) moved.set(x, home.get(link.a === x ? link.b : link.a)!);
  return clusters
    .flatMap((members, index) => {
      const stay = members.filter((m) => !moved.has(m) || moved.get(m) === index);
      const come = [...moved].filter(([m, to]) => to === index && !members.includes(m)).map(([m]) => m);
      const joined = [...stay, ...come].sort((a, b) => a - b);
      if (joined.length === 0) return [];
      const asserted = joined.some((m) => !denial.has(m));
      return [{ members: joined, denying: new Set(asserted ? joined.filter((m) => denial.has(m)) : []) }];
    })
    .sort((x, y) => x.members[0]! - y.members[0]!);
}

function denies(c: Candidate): boolean {
  const attribution =
    c.draft.attribution === null ? null : c.account.analysis.attributions[c.draft.attribution];
  return attribution?.attitude === 'denies';
}
