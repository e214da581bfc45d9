import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findAttributions } from '../src/extract/attributions.js';
import { findNames } from '../src/extract/names.js';
import type { LocalAttribution } from '../src/model/analysis.js';
import type { Span } from '../src/model/span.js';
import { segment } from '../src/text/blocks.js';
import { parseText } from '../src/text/parse.js';
import type { ParsedText } from '../src/text/parsed.js';
import type { Result } from './result.js';

type Role = 'source' | 'cue' | 'content';
const ROLES: readonly Role[] = ['source', 'cue', 'content'];

interface Doc {
  readonly id: string;
  readonly text: string;
  readonly outlet: string | null;
  readonly date: string | null;
}
interface Gold {
  readonly kind: string;
  readonly doc: string;
  readonly source?: readonly Span[];
  readonly cue?: readonly Span[];
  readonly content?: readonly Span[];
  readonly role?: Role;
  readonly start?: number;
  readonly end?: number;
  readonly text?: string;
  readonly speaker?: string;
  readonly wire?: string | null;
}

export interface Counts {
  hit: number;
  ours: number;
  gold: number;
}

/** Best published systems on the CofeNet split of the same articles. */
const PUBLISHED: Readonly<Record<Role, string>> = {
  source: 'BERT+CofeNet 83.2, CRF 50.6, rules 11',
  cue: 'BERT+CofeNet 75.3, CRF 53.4, rules 23',
  content: 'BERT+CofeNet 72.9, CRF 28.6, rules 6',
};

/** Scores who-said-what on polnear_dev, riqua_dev, basil_half and dewikinews_dev. `sample`: at most so many documents a set. */
export async function evaluateAttribution(
  shared: string,
  options: { sample?: number } = {},
): Promise<Result[]> {
  const results: Result[] = [];
  const limit = options.sample ?? Number.POSITIVE_INFINITY;
  for (const set of ['polnear_dev', 'riqua_dev', 'dewikinews_dev']) {
    const data = await load(shared, set, limit);
    if (data === null) {
      results.push({ set, metric: 'exact span F1', ours: null, published: '–', note: 'set not found' });
      continue;
    }
    const score = scoreSpans(data);
    for (const role of ROLES) {
      const published =
        set === 'polnear_dev'
          ? PUBLISHED[role]
          : set === 'riqua_dev'
            ? { source: '82', cue: '89', content: '95' }[role]
            : '–';
      results.push({
        set,
        metric: `${role}: exact span F1`,
        ours: percent(f1(score.exact[role])),
        published,
      });
      results.push({
        set,
        metric: `${role}: token-overlap F1`,
        ours: percent(f1(score.overlap[role])),
        published: '–',
      });
    }
    if (set === 'polnear_dev') results.push(...scoreWire(data));
  }
  const basil = await load(shared, 'basil_half', limit);
  if (basil === null)
    results.push({
      set: 'basil_half',
      metric: 'quotations',
      ours: null,
      published: '–',
      note: 'set not found',
    });
  else results.push(...scoreQuotations(basil));
  return results;
}

interface Data {
  readonly docs: readonly Doc[];
  readonly gold: ReadonlyMap<string, readonly Gold[]>;
}

/** Documents and their gold; null where the set is missing. */
export async function load(shared: string, set: string, limit: number, skip = 0): Promise<Data | null> {
  const path = join(shared, `${set}.docs.jsonl`);
  if (!existsSync(path)) return null;
  const docs: Doc[] = [];
  let seen = 0;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (seen++ < skip) continue;
    if (docs.length >= limit) break;
    docs.push(JSON.parse(line) as Doc);
  }
  const wanted = new Set(docs.map((d) => d.id));
  const gold = new Map<string, Gold[]>();
  for await (const line of createInterface({ input: createReadStream(join(shared, `${set}.gold.jsonl`)) })) {
    const g = JSON.parse(line) as Gold;
    if (!wanted.has(g.doc)) continue;
    const list = gold.get(g.doc);
    if (list === undefined) gold.set(g.doc, [g]);
    else list.push(g);
  }
  return { docs, gold };
}

export function analyse(doc: Doc): { parsed: ParsedText; found: ReturnType<typeof findAttributions> } {
  const parsed = parseText({ text: doc.text, blocks: segment(doc.text), published: doc.date, outlet: null });
  return { parsed, found: findAttributions(parsed, findNames(parsed)) };
}

/** Exact and token-overlap counts by role over attributions, all spans cut at sentence ends, end punctuation left out. */
export function scoreSpans(data: Data): { exact: Record<Role, Counts>; overlap: Record<Role, Counts> } {
  const zero = (): Counts => ({ hit: 0, ours: 0, gold: 0 });
  const exact = { source: zero(), cue: zero(), content: zero() };
  const overlap = { source: zero(), cue: zero(), content: zero() };
  for (const doc of data.docs) {
    const { parsed, found } = analyse(doc);
    const gold = data.gold.get(doc.id) ?? [];
    for (const role of ROLES) {
      const theirs = new Set<string>();
      const marked = new Uint8Array(doc.text.length);
      for (const g of gold) {
        const spans =
          g.kind === 'attribution'
            ? (g[role] ?? [])
            : g.kind === 'role_span' && g.role === role
              ? [{ start: g.start!, end: g.end! }]
              : [];
        for (const s of spans) {
          for (const key of cut(parsed, s)) theirs.add(key);
          marked.fill(marked[s.start]! | 1, s.start, s.end);
        }
      }
      const ours = new Set<string>();
      const claimed = new Uint8Array(doc.text.length);
      for (const a of found.attributions as readonly LocalAttribution[]) {
        for (const s of a[role]) {
          for (const key of cut(parsed, s)) ours.add(key);
          claimed.fill(1, s.start, s.end);
        }
      }
      exact[role].ours += ours.size;
      exact[role].gold += theirs.size;
      for (const key of ours) if (theirs.has(key)) exact[role].hit++;
      for (const sentence of parsed.sentences) {
        for (const t of sentence.tokens) {
          const a = claimed[t.start] === 1;
          const b = marked[t.start] === 1;
          if (a) overlap[role].ours++;
          if (b) overlap[role].gold++;
          if (a && b) overlap[role].hit++;
        }
      }
    }
  }
  return { exact, overlap };
}

const EDGE = /[\s.,;:!?"“”'’‘`()\-–—…]/;

/** The span's pieces between sentence ends, as keys, without marks and spaces at both ends. */
export function cut(parsed: ParsedText, span: Span): string[] {
  const keys: string[] = [];
  for (const s of parsed.sentences) {
    if (s.end <= span.start) continue;
    if (s.start >= span.end) break;
    let start = Math.max(s.start, span.start);
    let end = Math.min(s.end, span.end);
    while (start < end && EDGE.test(parsed.text[start]!)) start++;
    while (end > start && EDGE.test(parsed.text[end - 1]!)) end--;
    if (end > start) keys.push(`${start}-${end}`);
  }
  return keys;
}

/** Precision and recall of the agency that the document's lines credit, against `doc_origin`. */
function scoreWire(data: Data): Result[] {
  const count: Counts = { hit: 0, ours: 0, gold: 0 };
  for (const doc of data.docs) {
    const { found } = analyse(doc);
    const named = new Set(
      found.credits
        .filter((c) => ['dateline', 'byline', 'credit-line', 'copyright', 'contributed'].includes(c.kind))
        .map((c) => wireOf(c.outlet))
        .filter((w) => w !== null),
    );
    const wire = (data.gold.get(doc.id) ?? []).find((g) => g.kind === 'doc_origin')?.wire;
    const gold = wire === undefined || wire === null || wire === 'NA' ? null : wire.toLowerCase();
    if (gold !== null) count.gold++;
    if (named.size > 0) count.ours++;
    if (gold !== null && named.has(gold)) count.hit++;
  }
  return [
    {
      set: 'polnear_dev',
      metric: 'wire: precision of the credited agency',
      ours: count.ours === 0 ? null : percent(count.hit / count.ours),
      published: '–',
      note: `${count.ours} documents credit one`,
    },
    {
      set: 'polnear_dev',
      metric: 'wire: recall of the credited agency',
      ours: count.gold === 0 ? null : percent(count.hit / count.gold),
      published: '–',
      note: `${count.gold} documents have one`,
    },
  ];
}

function wireOf(outlet: string): string | null {
  if (/associated press|\bAP\b|\bA\.P\./i.test(outlet)) return 'ap';
  if (/reuters/i.test(outlet)) return 'reuters';
  if (/\bUPI\b|united press/i.test(outlet)) return 'upi';
  if (/\bAFP\b|france.presse/i.test(outlet)) return 'afp';
  return null;
}

/** Share of the given quotations that lie in a content, and that have the right speaker where they have a named one. */
function scoreQuotations(data: Data): Result[] {
  let quotes = 0;
  let foundQuotes = 0;
  let named = 0;
  let right = 0;
  for (const doc of data.docs) {
    const { found } = analyse(doc);
    for (const g of data.gold.get(doc.id) ?? []) {
      if (g.kind !== 'quote_partial' || g.start === undefined || g.end === undefined) continue;
      quotes++;
      const holding = found.attributions.filter((a) =>
        a.content.some((s) => s.start <= g.start! + 2 && s.end >= g.end! - 2),
      );
      if (holding.length > 0) foundQuotes++;
      if (g.speaker === undefined || /^(?:other|unknown|none)/i.test(g.speaker) || g.speaker === '') continue;
      named++;
      const surname = g.speaker.split('_').at(-1)!.toLowerCase();
      const ok = holding.some(
        (a) => a.speaker !== null && found.sources[a.speaker]!.name.toLowerCase().includes(surname),
      );
      if (ok) right++;
    }
  }
  return [
    {
      set: 'basil_half',
      metric: 'quotations: content found',
      ours: percent(foundQuotes / Math.max(1, quotes)),
      published: '–',
      note: `${quotes} quotations`,
    },
    {
      set: 'basil_half',
      metric: 'quotations: speaker recall',
      ours: percent(right / Math.max(1, named)),
      published: '–',
      note: `${named} with a named speaker`,
    },
  ];
}

export function f1(c: Counts): number {
  return c.hit === 0 ? 0 : (2 * c.hit) / (c.ours + c.gold);
}

function percent(x: number): number {
  return Math.round(x * 1000) / 10;
}
