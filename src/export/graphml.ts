/** The stemma as GraphML, for Gephi, yEd, igraph and the like. */
import type { Record } from '../model/record.js';
import { html, Markup, type Part } from './html/markup.js';
import { type StemmaEdge, type StemmaNode, stemmaOf } from './stemma/graph.js';
import { type PassOnOptions, refuseUnpublished, viewOf } from './view.js';

type Values<T> = Omit<T, 'id' | 'source' | 'target'>;

/** Every value is named once, with its type in GraphML. */
const NODE_KEYS: { readonly [key in keyof Values<StemmaNode>]: 'string' | 'boolean' } = {
  kind: 'string',
  label: 'string',
  title: 'string',
  outlet: 'string',
  published: 'string',
  family: 'string',
  role: 'string',
  story: 'string',
  inCorpus: 'boolean',
};
const EDGE_KEYS: { readonly [key in keyof Values<StemmaEdge>]: 'string' | 'double' } = {
  relation: 'string',
  direction: 'string',
  share: 'double',
  evidence: 'string',
};

/** Throws RangeError where the record holds unpublished documents and the options do not let them out. */
export function toGraphml(record: Record, options: PassOnOptions = {}): string {
  refuseUnpublished(record, options);
  const { nodes, edges } = stemmaOf(viewOf(record));
  return html`${PROLOGUE}<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
${keys('node', NODE_KEYS)}${keys('edge', EDGE_KEYS)}<graph id="stemma" edgedefault="directed">
${nodes.map((node) => html`<node id="${node.id}">${data('node', NODE_KEYS, { ...node })}</node>\n`)}${edges.map(
  (edge, i) =>
    html`<edge id="e${i}" source="${edge.source}" target="${edge.target}" directed="${String(edge.direction === 'known')}">${data('edge', EDGE_KEYS, { ...edge })}</edge>\n`,
)}</graph>
</graphml>
`.text;
}

const PROLOGUE = new Markup('<?xml version="1.0" encoding="UTF-8"?>\n');

const keys = (of: 'node' | 'edge', types: { readonly [key: string]: string }): Part =>
  Object.entries(types).map(
    ([key, type]) => html`<key id="${of}-${key}" for="${of}" attr.name="${key}" attr.type="${type}"/>\n`,
  );

/** What is null is left out. */
function data(
  of: 'node' | 'edge',
  types: { readonly [key: string]: string },
  values: { readonly [key: string]: string | number | boolean | null },
): Part {
  return Object.keys(types).flatMap((key) => {
    const value = values[key] ?? null;
    return value === null ? [] : [html`<data key="${of}-${key}">${String(value)}</data>`];
  });
}
