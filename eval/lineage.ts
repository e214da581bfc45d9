/** Lineage on chains of revisions without dates: which trees and directions the text alone gives. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { traceLineage } from '../src/lineage/lineage.js';
import type { Analysis } from '../src/model/analysis.js';
import type { Document } from '../src/model/document.js';
import type { Account } from '../src/model/story.js';
import { findPassages } from '../src/reuse/passages.js';
import { segment } from '../src/text/blocks.js';
import { sha256 } from '../src/text/ids.js';
import type { Result } from './result.js';

interface Row {
  readonly id: string;
  readonly text: string;
}

interface Gold {
  readonly kind: string;
  readonly docs: readonly string[];
  readonly edges: readonly (readonly [string, string])[];
}

/** An account of bare text: one body, nothing found in it. */
export function bareAccount(row: Row): Account {
  const blocks = segment(row.text).map((block) => ({ ...block, role: 'body' as const }));
  const document: Document = {
    id: row.id,
    ref: row.id,
    sha256: sha256(row.text),
    url: null,
    outlet: null,
    title: null,
    byline: null,
    published: null,
    language: null,
    status: 'published',
    text: row.text,
    blocks,
  };
  const analysis: Analysis = {
    key: row.id,
    doc: row.id,
    metadata: { title: null, outlet: null, byline: null, published: null, language: null },
    blocks,
    sentences: [],
    sources: [],
    attributions: [],
    credits: [],
    figures: [],
    ordinals: [],
    times: [],
    places: [],
    names: [],
    lists: [],
    assertions: [],
    messages: [],
  };
  return { document, analysis };
}

export async function evaluateLineage(shared: string, options: { sample?: number } = {}): Promise<Result[]> {
  const set = 'versions_dev';
  if (!existsSync(join(shared, `${set}.docs.jsonl`))) {
    return [{ set, metric: 'true undirected edges found', ours: null, published: '82.9', note: 'no data' }];
  }
  const read = <T>(name: string): T[] =>
    readFileSync(join(shared, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as T);
  const rows = new Map(read<Row>(`${set}.docs.jsonl`).map((row) => [row.id, row]));
  const gold = read<Gold>(`${set}.gold.jsonl`)
    .filter((row) => row.kind === 'lineage')
    .slice(0, options.sample);
  let edges = 0;
  let found = 0;
  let given = 0;
  let asserted = 0;
  let right = 0;
  for (const { docs, edges: chain } of gold) {
    // In the order of their ids, which are hashes: nothing of the chain's order is handed in.
    const accounts = [...docs].sort().map((id) => bareAccount(rows.get(id)!));
    const { passages } = findPassages(
      accounts.map(({ document }) => document),
      { pairs: 'all' },
    );
    const lineage = traceLineage({ accounts, passages });
    const at = new Map(docs.map((doc, index) => [doc, index]));
    const neighbours = new Set(chain.flatMap(([from, to]) => [`${from} ${to}`, `${to} ${from}`]));
    edges += chain.length;
    given += lineage.edges.length;
    for (const edge of lineage.edges) {
      if (neighbours.has(`${edge.from} ${edge.to}`)) {
        found += 1;
      }
      if (edge.direction !== 'known') continue;
      asserted += 1;
      if (at.get(edge.from)! < at.get(edge.to)!) right += 1;
    }
  }
  const percent = (part: number, whole: number): number =>
    Math.round((1000 * part) / Math.max(1, whole)) / 10;
  return [
    {
      set,
      metric: 'true undirected edges found',
      ours: percent(found, edges),
      published: '82.9',
      note: `${given} edges given for ${edges}`,
    },
    {
      set,
      metric: 'direction right where asserted',
      ours: asserted === 0 ? null : percent(right, asserted),
      published: '–',
      note: `asserted on ${percent(asserted, given)} % of the edges; no dates given`,
    },
  ];
}
