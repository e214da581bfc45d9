/** Lineage on chains of revisions without dates: which trees and directions the text alone gives. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ingestBytes } from '../src/ingest/ingest.js';
import { traceLineage } from '../src/lineage/lineage.js';
import type { Analysis } from '../src/model/analysis.js';
import type { Document } from '../src/model/document.js';
import type { Account } from '../src/model/story.js';
import { readRecord } from '../src/pipeline.js';
import { findPassages } from '../src/reuse/passages.js';
import { segment } from '../src/text/blocks.js';
import { sha256 } from '../src/text/ids.js';
import { random } from './random.js';
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
function bareAccount(row: Row): Account {
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
    captured: null,
    status: 'published',
    text: row.text,
    blocks,
  };
  const analysis: Analysis = {
    key: row.id,
    doc: row.id,
    metadata: { title: null, outlet: null, issuer: null, byline: null, published: null, language: null },
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
    meanings: null,
    messages: [],
  };
  return { document, analysis };
}

/** A family of texts whose truth is known: who has it from whom. */
interface Tradition {
  readonly texts: ReadonlyMap<string, string>;
  /** Day of publication, or null; ids that are missing are undated. */
  readonly published: ReadonlyMap<string, string>;
  readonly edges: readonly (readonly [from: string, to: string])[];
}

interface Score {
  edges: number;
  found: number;
  given: number;
  asserted: number;
  right: number;
}

function score(traditions: Iterable<Tradition>): Score {
  const total: Score = { edges: 0, found: 0, given: 0, asserted: 0, right: 0 };
  for (const { texts, published, edges } of traditions) {
    // In the order of their ids, which are hashes: nothing of the truth's order is handed in.
    const accounts = [...texts.keys()].sort().map((id) => {
      const account = bareAccount({ id, text: texts.get(id)! });
      return { ...account, document: { ...account.document, published: published.get(id) ?? null } };
    });
    const { passages } = findPassages(
      accounts.map(({ document }) => document),
      { pairs: 'all' },
    );
    const lineage = traceLineage({ accounts, passages });
    const heirs = new Map<string, string[]>();
    for (const [from, to] of edges) heirs.set(from, [...(heirs.get(from) ?? []), to]);
    const neighbours = new Set(edges.flatMap(([from, to]) => [`${from} ${to}`, `${to} ${from}`]));
    total.edges += edges.length;
    total.given += lineage.edges.length;
    for (const edge of lineage.edges) {
      if (neighbours.has(`${edge.from} ${edge.to}`)) total.found += 1;
      if (edge.direction !== 'known') continue;
      total.asserted += 1;
      if (descends(edge.to, edge.from, heirs)) total.right += 1;
    }
  }
  return total;
}

/** Whether the one has its text from the other, at first hand or further down. */
function descends(heir: string, ancestor: string, heirs: ReadonlyMap<string, readonly string[]>): boolean {
  const queue = [ancestor];
  for (const at of queue) {
    const next = heirs.get(at) ?? [];
    if (next.includes(heir)) return true;
    queue.push(...next);
  }
  return false;
}

const PLANTED = 4;
const SENTENCE = /[^.!?\n]+[.!?\n]*\s*/gu;

/**
 * The chain with copies hung on its members as newspapers make them: cut from the end, sentences dropped, or whole, now
 * and then with a sentence set before. Days ascend along the chain and a copy is later than its original; a third of
 * the texts bear no day, and of ten others one a clock gone wrong.
 */
function plant({ docs, edges }: Gold, rows: ReadonlyMap<string, Row>, next: () => number): Tradition {
  const texts = new Map(docs.map((id) => [id, rows.get(id)!.text]));
  const days = new Map(docs.map((id, at) => [id, 40 * at]));
  const planted: [string, string][] = [];
  for (let copy = 0; copy < PLANTED; copy++) {
    const from = docs[Math.floor(next() * docs.length)]!;
    const sentences = texts.get(from)!.match(SENTENCE) ?? [texts.get(from)!];
    const kind = next();
    const kept =
      kind < 0.45
        ? sentences.slice(0, Math.max(1, Math.floor(sentences.length * (0.4 + 0.5 * next()))))
        : kind < 0.8
          ? sentences.filter((_, at) => at === 0 || next() < 0.75)
          : sentences;
    const lead = next() < 0.3 ? 'Read on for what has been written about it since.\n' : '';
    const id = sha256(`${from} ${copy}`);
    texts.set(id, lead + kept.join(''));
    days.set(id, days.get(from)! + 1 + Math.floor(30 * next()));
    planted.push([from, id]);
  }
  const published = new Map<string, string>();
  for (const id of [...texts.keys()].sort()) {
    const luck = next();
    if (luck < 1 / 3) continue;
    const day = new Date(Date.UTC(2020, 0, 1 + days.get(id)!)).toISOString().slice(0, 10);
    published.set(id, luck < 0.4 ? ['1970-01-01', '0001-01-01', '2999-12-31'][Math.floor(3 * next())]! : day);
  }
  return { texts, published, edges: [...edges, ...planted] };
}

/**
 * Each event of basil_half is told by three outlets that report apart. A family of theirs is false unless one of its
 * accounts says that it has the news from another's outlet.
 */
async function independentReports(shared: string): Promise<Result[]> {
  const set = 'basil_half';
  const path = join(shared, `${set}.docs.jsonl`);
  if (!existsSync(path)) return [];
  const { documents } = await ingestBytes(`${set}.jsonl`, readFileSync(path));
  const { record } = await readRecord(documents, { settings: { tier: 'rules' } });
  const { families, edges } = record.lineage;
  const credited = families.filter(({ members }) => {
    const docs = new Set(members.map(({ doc }) => doc));
    return edges.some(
      ({ from, to, evidence }) =>
        docs.has(from) && docs.has(to) && evidence.some(({ kind }) => kind === 'report' || kind === 'told'),
    );
  });
  return [
    {
      set,
      metric: 'families of independent reports (false joins)',
      ours: families.length - credited.length,
      published: '–',
      note: `${families.length} families in ${documents.length} accounts; ${credited.length} of them credit one another`,
    },
  ];
}

/** @param options.sample the first so many chains only */
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
  const percent = (part: number, whole: number): number =>
    Math.round((1000 * part) / Math.max(1, whole)) / 10;
  const undated = new Map<string, string>();
  const chains = score(
    gold.map(({ docs, edges }) => ({
      texts: new Map(docs.map((id) => [id, rows.get(id)!.text])),
      published: undated,
      edges,
    })),
  );
  const next = random(7);
  const planted = score(gold.map((chain) => plant(chain, rows, next)));
  const results = (name: string, of: Score, note: string, published: string): Result[] => [
    {
      set: name,
      metric: 'true undirected edges found',
      ours: percent(of.found, of.edges),
      published,
      note: `${of.given} edges given for ${of.edges}`,
    },
    {
      set: name,
      metric: 'direction right where asserted',
      ours: of.asserted === 0 ? null : percent(of.right, of.asserted),
      published: '–',
      note: `asserted on ${percent(of.asserted, of.given)} % of the edges; ${note}`,
    },
  ];
  return [
    ...(await independentReports(shared)),
    ...results(set, chains, 'no dates given', '82.9'),
    ...results(`${set}, planted`, planted, 'a third undated, one date of ten wrong', '–'),
  ];
}
