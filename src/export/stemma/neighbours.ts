/** Lists by key, and who stands next to whom. */
import type { StemmaEdge, StemmaNode } from './graph.js';

export function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

export interface Neighbours {
  readonly heirs: ReadonlyMap<string, readonly string[]>;
  readonly ancestors: ReadonlyMap<string, readonly string[]>;
}

export function neighboursOf(edges: readonly StemmaEdge[]): Neighbours {
  const heirs = new Map<string, string[]>();
  const ancestors = new Map<string, string[]>();
  for (const { source, target } of edges) {
    append(heirs, source, target);
    append(ancestors, target, source);
  }
  return { heirs, ancestors };
}

export const knownOf = (edges: readonly StemmaEdge[]): readonly StemmaEdge[] =>
  edges.filter(({ direction }) => direction === 'known');

/** How many accounts can be reached from each node over known directions, itself not counted. */
export function behindOf({
  nodes,
  edges,
}: {
  readonly nodes: readonly StemmaNode[];
  readonly edges: readonly StemmaEdge[];
}): ReadonlyMap<string, number> {
  const { heirs } = neighboursOf(knownOf(edges));
  const accounts = new Set(nodes.flatMap(({ id, kind }) => (kind === 'account' ? [id] : [])));
  return new Map(
    nodes.map(({ id }) => {
      const seen = new Set([id]);
      for (const at of seen) for (const heir of heirs.get(at) ?? []) seen.add(heir);
      return [id, [...seen].filter((other) => other !== id && accounts.has(other)).length];
    }),
  );
}
