/** The claims of the whole pipeline: which sentences of an event end up in one claim. claim_clusters, claim_pairs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readRow } from '../src/ingest/rows.js';
import type { Record } from '../src/model/record.js';
import type { Tier } from '../src/model/settings.js';
import { readRecord } from '../src/pipeline.js';
import { evaluateAltered } from './altered.js';
import { analysesOf, keepAnalyses } from './kept-analyses.js';
import type { Result } from './result.js';
import { type Doc, eventOf, type GoldSpan, readLines, unitsOfEvent } from './similarity-data.js';

interface GoldCluster {
  readonly event: string;
  readonly members: readonly GoldSpan[];
}

interface GoldPair {
  readonly label: 'same' | 'overlap' | 'different';
  readonly a: GoldSpan;
  readonly b: GoldSpan;
}

const NOTE =
  'whole pipeline, an event at a time; two sentences are joined if statements of both are in one claim';

/** `sample`: number of events of each set. */
export async function evaluateClaims(
  shared: string,
  options: { readonly sample?: number } = {},
): Promise<Result[]> {
  const results: Result[] = [];
  for (const [set, score] of [
    ['claim_clusters', clusters],
    ['claim_pairs', pairs],
    ['claim_pairs, altered', altered],
  ] as const) {
    if (
      existsSync(join(shared, 'claim_pairs.gold.jsonl')) &&
      existsSync(join(shared, 'claim_clusters.gold.jsonl'))
    )
      for (const tier of TIERS) results.push(...(await score(shared, tier, options.sample)));
    else
      results.push({
        set,
        metric: 'pairs',
        ours: null,
        published: '–',
        note: `not run: no ${set} in ${shared}`,
      });
  }
  return results;
}

/** The tiers that people choose between, side by side. */
const TIERS = ['fast', 'accurate'] as const;

/** A sample has no place for what is altered by machine. */
async function altered(shared: string, tier: Tier, sample?: number): Promise<Result[]> {
  return sample === undefined ? evaluateAltered(shared, { tier }) : [];
}

async function clusters(shared: string, tier: Tier, sample = Number.POSITIVE_INFINITY): Promise<Result[]> {
  const set = `claim_clusters (${tier})`;
  const gold = readLines<GoldCluster>(shared, 'claim_clusters.gold');
  const documents = readLines<Doc>(shared, 'basil_half.docs');
  let found = 0;
  let right = 0;
  let all = 0;
  for (const event of [...new Set(gold.map((cluster) => cluster.event))].slice(0, sample)) {
    const docs = documents.filter((doc) => eventOf(doc.id) === event);
    const wanted = gold.filter((cluster) => cluster.event === event).map(({ members }) => members);
    const { spans, indexOf } = unitsOfEvent(docs, wanted.flat());
    const claimsOf = claimsAt(await recordOf(docs, tier));
    const claims = spans.map((span) => claimsOf(span));
    const truth = new Set(wanted.flatMap((members) => pairsOf(members.map(indexOf))));
    all += truth.size;
    for (const pair of pairsOf(spans.map((_, i) => i))) {
      const [i, j] = pair.split(' ').map(Number) as [number, number];
      if (!meet(claims[i]!, claims[j]!)) continue;
      found++;
      if (truth.has(pair)) right++;
    }
  }
  const note = `${NOTE}; ${right} of ${found} pairs joined are right, of ${all} in the gold`;
  return [
    {
      set,
      metric: 'claims, pair precision',
      ours: found === 0 ? null : right / found,
      published: '.81',
      note,
    },
    { set, metric: 'claims, pair recall', ours: all === 0 ? null : right / all, published: '.46', note },
  ];
}

async function pairs(shared: string, tier: Tier, sample = Number.POSITIVE_INFINITY): Promise<Result[]> {
  const set = `claim_pairs (${tier})`;
  const gold = readLines<GoldPair>(shared, 'claim_pairs.gold');
  const documents = readLines<Doc>(shared, 'basil_half.docs');
  const joined = { same: 0, overlap: 0, different: 0 };
  let same = 0;
  for (const event of [...new Set(gold.map(({ a }) => eventOf(a.doc)))].slice(0, sample)) {
    const claimsOf = claimsAt(
      await recordOf(
        documents.filter((doc) => eventOf(doc.id) === event),
        tier,
      ),
    );
    for (const { label, a, b } of gold.filter((pair) => eventOf(pair.a.doc) === event)) {
      if (label === 'same') same++;
      if (meet(claimsOf(a), claimsOf(b))) joined[label]++;
    }
  }
  const found = joined.same + joined.overlap + joined.different;
  const note = `${NOTE}; joined: ${joined.same} same, ${joined.overlap} overlapping, ${joined.different} different`;
  return [
    {
      set,
      metric: 'claims, precision of "same"',
      ours: found === 0 ? null : joined.same / found,
      published: '–',
      note,
    },
    {
      set,
      metric: 'claims, recall of "same"',
      ours: same === 0 ? null : joined.same / same,
      published: '–',
      note,
    },
  ];
}

/** The record of some rows, its documents called by the rows' ids. */
async function recordOf(rows: readonly Doc[], tier: Tier): Promise<Record> {
  const read = rows.map((row, i) => readRow(row.id, `row ${i + 1}`, row));
  const { record, analyses } = await readRecord(
    read.filter((document) => 'text' in document),
    { settings: { tier }, analyses: analysesOf(tier) },
  );
  keepAnalyses(tier, analyses);
  return record;
}

/** The claims that have a statement beginning in a span. */
function claimsAt(record: Record): (span: Pick<GoldSpan, 'doc' | 'start' | 'end'>) => ReadonlySet<string> {
  const refs = new Map(record.documents.map(({ id, ref }) => [id, ref]));
  const statements = record.claims.flatMap(({ id, statements }) =>
    statements.map(({ focus }) => ({ claim: id, doc: refs.get(focus[0]!.doc), at: focus[0]!.start })),
  );
  return ({ doc, start, end }) =>
    new Set(statements.filter((s) => s.doc === doc && start <= s.at && s.at < end).map((s) => s.claim));
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((claim) => b.has(claim));
}

/** Every two of some numbers, the smaller first. */
function pairsOf(members: readonly number[]): string[] {
  const sorted = [...members].sort((x, y) => x - y);
  return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => `${a} ${b}`));
}
