/**
 * Drift and conflicts of basil_half, each event read as one record, against what a reader says of each finding. Its
 * accounts are seldom made from one another: ten events gave a dozen findings, so all are read, in an order drawn by a
 * seed; the first three were read in full for what is missed.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readRow } from '../src/ingest/rows.js';
import type { Claim, Record } from '../src/model/record.js';
import { Tier } from '../src/model/settings.js';
import type { Anchor } from '../src/model/span.js';
import { readRecord } from '../src/pipeline.js';
import { analysesOf, keepAnalyses } from './kept-analyses.js';
import { random } from './random.js';
import { type Finding, type Labels, readLabels, speaksOf, verdictOf } from './read-labels.js';
import type { Result } from './result.js';
import { type Doc, eventOf, readLines } from './similarity-data.js';

const SEED = 8;
/** Told apart in the results. */
const FIRST = 10;

/** The tiers that people choose between, side by side. */
const TIERS = ['fast', 'accurate'] as const;

interface Read {
  readonly record: Record;
  readonly claim: Claim;
  readonly finding: Finding;
  readonly note: string;
}

/** Every event with three accounts or more, in the order drawn. */
function drawnEvents(shared: string): string[] {
  const events = readLines<{ kind: string; docs: string[] }>(shared, 'basil_half.gold')
    .filter(({ kind, docs }) => kind === 'story' && docs.length >= 3)
    .map(({ docs }) => eventOf(docs[0]!))
    .sort();
  const draw = random(SEED);
  return [...events].map(() => events.splice(Math.floor(draw() * events.length), 1)[0]!);
}

/** All drift and conflicts of some events, each event read as one record. */
async function findingsOf(shared: string, events: readonly string[], tier: Tier): Promise<Read[]> {
  const rows = readLines<Doc>(shared, 'basil_half.docs');
  const found: Read[] = [];
  for (const event of events) {
    const read = rows
      .filter(({ id }) => eventOf(id) === event)
      .map((row, i) => readRow(row.id, `row ${i + 1}`, row));
    const { record, analyses } = await readRecord(
      read.filter((document) => 'text' in document),
      { settings: { tier }, analyses: analysesOf(tier) },
    );
    keepAnalyses(tier, analyses);
    const refs = new Map(record.documents.map(({ id, ref }) => [id, ref]));
    const places = (anchors: readonly Anchor[]) =>
      anchors.map(({ doc, start, end }) => ({ doc: refs.get(doc)!, start, end }));
    for (const claim of record.claims) {
      for (const { kind, from, to, note } of claim.drift) {
        const finding: Finding = {
          event,
          what: 'drift',
          kind,
          from: places([from]),
          to: to === null ? [] : places([to]),
        };
        found.push({ record, claim, finding, note });
      }
      for (const { kind, sides, note } of claim.conflicts) {
        const [from, ...others] = sides.map(({ anchors }) => places(anchors));
        const finding: Finding = { event, what: 'conflict', kind, from: from ?? [], to: others.flat() };
        found.push({ record, claim, finding, note });
      }
    }
  }
  return found;
}

/** `sample`: number of events. */
export async function evaluateReadEvents(
  shared: string,
  options: { readonly sample?: number } = {},
): Promise<Result[]> {
  const set = 'basil_half, read';
  if (!existsSync(join(shared, 'basil_half.gold.jsonl')))
    return [{ set, metric: TRUE, ours: null, published: '–', note: `not run: no basil_half in ${shared}` }];
  const events = drawnEvents(shared).slice(0, options.sample);
  const labels = readLabels();
  const results: Result[] = [];
  for (const tier of TIERS) {
    const found = (await findingsOf(shared, events, tier)).map(({ finding }) => finding);
    for (const result of score(found, events, labels)) results.push({ set: `${set} (${tier})`, ...result });
  }
  return results;
}

const TRUE = 'drift and conflicts asserted are true';

function score(found: readonly Finding[], events: readonly string[], labels: Labels): Omit<Result, 'set'>[] {
  const share = (metric: string, among: readonly Finding[]): Omit<Result, 'set'> => {
    const verdicts = among.map((finding) => verdictOf(finding, labels)?.verdict ?? null);
    const judged = verdicts.filter((verdict) => verdict !== null);
    const right = judged.filter((verdict) => verdict === 'true').length;
    return {
      metric,
      ours: judged.length === 0 ? null : right / judged.length,
      published: '–',
      note: `${right} of ${judged.length} judged; ${among.length - judged.length} not judged`,
    };
  };
  const nameOf = ({ what, kind }: Finding): string => `${what}, ${kind}`;
  const first = new Set(events.slice(0, FIRST));
  const known = [...labels.verdicts.filter(({ verdict }) => verdict === 'true'), ...labels.missed].filter(
    ({ event }) => labels.inFull.has(event) && events.includes(event),
  );
  const now = known.filter((told) => found.some((finding) => speaksOf(finding, told)));
  const missed = known.filter(({ what }) => what === 'missed');
  return [
    share(TRUE, found),
    share(
      `${TRUE}, first ten events drawn`,
      found.filter(({ event }) => first.has(event)),
    ),
    ...[...new Set(found.map(nameOf))].sort().map((name) =>
      share(
        `${name}: true of those asserted`,
        found.filter((finding) => nameOf(finding) === name),
      ),
    ),
    {
      metric: 'found of all that the events read in full hold',
      ours: known.length === 0 ? null : now.length / known.length,
      published: '–',
      note: `${now.length} of ${known.length} in ${labels.inFull.size} events; found now of ${missed.length} once missed: ${missed.filter((told) => now.includes(told)).length}`,
    },
  ];
}

/** A finding with the sentences that it stands in, for the reader's terminal. */
function shown({ record, claim, finding, note }: Read, labels: Labels): string {
  const verdict = verdictOf(finding, labels);
  const refs = new Map(record.documents.map(({ id, ref }) => [id, ref]));
  const sentences = new Map(
    claim.statements.map(({ anchor }) => [
      `${refs.get(anchor.doc)} ${anchor.start}–${anchor.end}`,
      anchor.exact,
    ]),
  );
  const place = ({ doc, start, end }: Finding['from'][number]): string => `${doc} ${start}–${end}`;
  return [
    `[${verdict === null ? 'not judged' : `${verdict.verdict}: ${verdict.reason}`}] ${finding.what}, ${finding.kind}: ${note}`,
    `  ${finding.from.map(place).join(', ')} → ${finding.to.map(place).join(', ') || 'dropped'}`,
    ...[...sentences].map(([at, exact]) => `    ${at}: ${exact.replace(/\s+/g, ' ')}`),
  ].join('\n');
}

// npx tsx eval/read-events.ts list [TIER] [SHARED]: every finding with the sentences of its claim, to be read.
if (process.argv[1]?.endsWith('eval/read-events.ts') && process.argv[2] === 'list') {
  const [tier, shared] = [Tier.parse(process.argv[3] ?? 'accurate'), process.argv[4] ?? '../shared/eval'];
  const labels = readLabels();
  for (const read of await findingsOf(shared, drawnEvents(shared), tier))
    console.log(`${shown(read, labels)}\n`);
}
