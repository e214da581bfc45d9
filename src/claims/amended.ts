/** Claims joined and split as users say. */
import type { ClaimAmendment } from '../model/amendments.js';
import type { Cluster } from './denials.js';
import type { Candidate } from './statements.js';

/**
 * The clusters with what is said of them, one word after the other, in the order of their first member; and `apart`, which
 * is true of two candidates of which it is said that they are two claims.
 */
export function amendClusters(
  clusters: readonly Cluster[],
  all: readonly Candidate[],
  said: readonly ClaimAmendment[],
): { clusters: Cluster[]; apart: (a: number, b: number) => boolean } {
  const byId = new Map(all.map(({ draft: { id }, index }) => [id, index]));
  const parted = new Set<string>();
  let found = [...clusters];
  for (const { what, statements } of said) {
    const named = new Set(statements.flatMap(({ id }) => byId.get(id) ?? []));
    const touched = found.filter(({ members }) => members.some((member) => named.has(member)));
    if (touched.length === 0 || (what === 'join' && touched.length < 2)) continue;
    const denying = new Set(touched.flatMap((cluster) => [...cluster.denying]));
    const of = (members: readonly number[]): Cluster => ({
      members: [...members].sort((a, b) => a - b),
      denying: new Set(members.filter((member) => denying.has(member))),
    });
    const rest = found.filter((cluster) => !touched.includes(cluster));
    if (what === 'join') {
      found = [...rest, of(touched.flatMap(({ members }) => members))];
      continue;
    }
    const left = touched.map(({ members }) => members.filter((member) => !named.has(member)));
    for (const a of named) for (const b of left.flat()) parted.add(a < b ? `${a} ${b}` : `${b} ${a}`);
    found = [...rest, of([...named]), ...left.filter((members) => members.length > 0).map(of)];
  }
  return {
    clusters: found.sort((x, y) => x.members[0]! - y.members[0]!),
    apart: (a, b) => parted.has(a < b ? `${a} ${b}` : `${b} ${a}`),
  };
}
