/** Who stands next to whom, and how many accounts stand behind. */
import { append } from '../../text/multimap.js';
import type { StemmaEdge, StemmaNode } from './graph.js';

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

/**
 * How many accounts can be reached from each node over known directions, itself not counted. Sets of accounts are rows of
 * bits, filled from the last heirs up, so that twenty thousand accounts in one chain take no longer than as many in a star.
 */
export function behindOf({
  nodes,
  edges,
}: {
  readonly nodes: readonly StemmaNode[];
  readonly edges: readonly StemmaEdge[];
}): ReadonlyMap<string, number> {
  const { heirs } = neighboursOf(knownOf(edges));
  const bit = new Map(nodes.filter(({ kind }) => kind === 'account').map(({ id }, i) => [id, i]));
  const words = Math.ceil(bit.size / 32);
  const reach = new Map<string, Uint32Array>();
  const order = heirsFirst(nodes, heirs).filter((id) => heirs.has(id));
  for (const id of order) reach.set(id, new Uint32Array(words));
  // Once through is enough but where accounts are said to have it from one another.
  for (let changed = true; changed; ) {
    changed = false;
    for (const id of order) {
      const own = reach.get(id)!;
      for (const heir of heirs.get(id)!) {
        const at = bit.get(heir);
        if (at !== undefined && ((own[at >> 5]! >> (at & 31)) & 1) === 0) {
          own[at >> 5]! |= 1 << (at & 31);
          changed = true;
        }
        const further = reach.get(heir);
        for (let i = 0; further !== undefined && i < words; i++) {
          const joined = (own[i]! | further[i]!) >>> 0;
          if (joined !== own[i]) changed = true;
          own[i] = joined;
        }
      }
    }
  }
  return new Map(
    nodes.map(({ id }) => {
      const own = reach.get(id);
      const at = bit.get(id);
      if (own === undefined) return [id, 0];
      if (at !== undefined) own[at >> 5]! &= ~(1 << (at & 31));
      return [id, own.reduce((sum, word) => sum + ones(word), 0)];
    }),
  );
}

/** Ids, each after all that can be reached from it, circles aside. */
function heirsFirst(
  nodes: readonly StemmaNode[],
  heirs: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const done = new Set<string>();
  const open = new Set<string>();
  for (const { id: start } of nodes) {
    const stack = [start];
    for (let id = stack.at(-1); id !== undefined; id = stack.at(-1)) {
      if (open.has(id)) {
        done.add(id);
        stack.pop();
        continue;
      }
      open.add(id);
      for (const heir of heirs.get(id) ?? []) if (!open.has(heir)) stack.push(heir);
    }
  }
  return [...done];
}

function ones(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}
