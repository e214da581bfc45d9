/** The stemma as node-link data, as networkx (`node_link_graph`) and D3 read graphs in JSON. */
import type { Record } from '../model/record.js';
import { clip } from './plain.js';
import { type StemmaEdge, type StemmaNode, stemmaOf } from './stemma/graph.js';
import { type PassOnOptions, refuseUnpublished, viewOf } from './view.js';

export interface NodeLink {
  /** True although some edges have no known direction: those say so in `direction`. */
  readonly directed: true;
  /** Two accounts may be tied in more than one way. */
  readonly multigraph: true;
  readonly graph: {
    readonly name: 'stemma';
    readonly stories: readonly { readonly id: string; readonly title: string }[];
  };
  readonly nodes: readonly StemmaNode[];
  /** `key` tells edges between the same two nodes apart, from 0. */
  readonly edges: readonly (StemmaEdge & { readonly key: number })[];
}

/** Throws RangeError where the record holds unpublished documents and the options do not let them out. */
export function toNodeLink(record: Record, options: PassOnOptions = {}): NodeLink {
  refuseUnpublished(record, options);
  const { nodes, edges } = stemmaOf(viewOf(record));
  const seen = new Map<string, number>();
  const keyOf = ({ source, target }: StemmaEdge): number => {
    const ends = `${source} ${target}`;
    const key = seen.get(ends) ?? 0;
    seen.set(ends, key + 1);
    return key;
  };
  return {
    directed: true,
    multigraph: true,
    graph: {
      name: 'stemma',
      stories: record.stories.map(({ id, title }) => ({ id, title: clip(title, 300) })),
    },
    nodes,
    edges: edges.map((edge) => ({ ...edge, key: keyOf(edge) })),
  };
}
