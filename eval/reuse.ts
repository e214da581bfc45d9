/** Text reuse: real reprinted runs (`basil_half_verbatim`) and a generated corpus with exact truth (bench/corpus.ts). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Article,
  Author,
  articlesOf,
  type Block,
  LEVELS,
  type Level,
} from '../bench/definitions/families.js';
import type { Passage } from '../src/model/record.js';
import type { Span } from '../src/model/span.js';
import { findPassages } from '../src/reuse/passages.js';
import type { Result } from './result.js';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly outlet: string | null;
}
interface Run {
  readonly kind: 'verbatim' | 'reuse_pair';
  readonly words: number;
  readonly docs: readonly [string, string];
  readonly a: Span & { readonly doc: string };
  readonly b: Span & { readonly doc: string };
}

/** Articles generated, half of them copies. The engine's constants were chosen on seed 1. */
const ARTICLES = 6000;
const SEED = 20;

export async function evaluateReuse(shared: string, options: { sample?: number } = {}): Promise<Result[]> {
  return [...evaluateVerbatim(shared), ...evaluateCopies(shared, options.sample ?? ARTICLES)];
}

function evaluateVerbatim(shared: string): Result[] {
  const set = 'basil_half_verbatim';
  if (!existsSync(join(shared, `${set}.docs.jsonl`))) return [missing(set, 'recall of runs')];
  const documents = read<Row>(shared, `${set}.docs.jsonl`);
  const gold = read<Run>(shared, `${set}.gold.jsonl`);
  const { passages } = findPassages(
    documents.map(({ id, text, outlet }) => ({ id, text, outlet, blocks: [] })),
    { pairs: 'all' },
  );
  const byPair = byPairOf(passages);
  const runs = gold.filter((row) => row.kind === 'verbatim');
  let whole = 0;
  let characters = 0;
  let found = 0;
  for (const { a, b } of runs) {
    const between = byPair.get(pairKey(a.doc, b.doc)) ?? [];
    if (between.some((p) => within(a, sideOf(p, a.doc)) && within(b, sideOf(p, b.doc)))) whole++;
    for (const side of [a, b]) {
      characters += side.end - side.start;
      found += covered(
        side,
        between.map((p) => sideOf(p, side.doc)),
      );
    }
  }
  const listed = new Set(
    gold.map((row) => (row.kind === 'verbatim' ? pairKey(row.a.doc, row.b.doc) : pairKey(...row.docs))),
  );
  const length = (p: Passage) => p.a.exact.length + p.b.exact.length;
  const all = passages.reduce((sum, p) => sum + length(p), 0);
  const good = passages.reduce((sum, p) => sum + (listed.has(pairKey(p.a.doc, p.b.doc)) ? length(p) : 0), 0);
  return [
    { set, metric: 'recall of runs', ours: whole / runs.length, published: 'brute force 1' },
    { set, metric: 'recall of characters', ours: found / characters, published: 'brute force 1' },
    {
      set,
      metric: 'share of passage characters in pairs with a listed run',
      ours: good / all,
      published: '–',
      note: `${passages.length} passages`,
    },
  ];
}

interface Copied extends Article {
  readonly copyOf: NonNullable<Article['copyOf']>;
}

function evaluateCopies(shared: string, count: number): Result[] {
  const set = `generated, seed ${SEED}`;
  if (!existsSync(join(shared, 'throughput.docs.jsonl'))) return [missing(set, 'pair recall')];
  const author = new Author(read<Row>(shared, 'throughput.docs.jsonl').map(({ text }) => text));
  const articles = [...articlesOf(author, { articles: count, seed: SEED })];
  const { passages } = findPassages(articles, { pairs: 'all' });
  const copies = articles.filter((article): article is Copied => article.copyOf !== null);
  const byPair = byPairOf(passages);
  const scoreOf = (of: readonly Copied[]) => {
    const score: Score = {
      pairs: 0,
      foundPairs: 0,
      characters: 0,
      found: 0,
      passage: 0,
      right: 0,
      ends: 0,
      blocks: 0,
    };
    for (const { id, copyOf } of of) {
      const between = byPair.get(pairKey(copyOf.id, id)) ?? [];
      addCopy(
        score,
        copyOf.blocks,
        between.map((p) => ({ original: sideOf(p, copyOf.id), copy: sideOf(p, id) })),
      );
    }
    return score;
  };
  const lines = (name: string, score: Score, found: string): Result[] => {
    const line = (metric: string, ours: number, published: string): Result => ({
      set: name,
      metric,
      ours,
      published,
    });
    return [
      line('pair recall', score.foundPairs / score.pairs, found),
      line('character recall', score.found / score.characters, 'prototype .988 over all'),
      line('character precision', score.right / score.passage, 'prototype .993 over all'),
      line('blocks with all four ends exact', score.ends / score.blocks, '–'),
    ];
  };
  const original = new Map(copies.map(({ id, copyOf }) => [id, copyOf.id]));
  const family = (id: string) => original.get(id) ?? id;
  const strange = passages.filter(({ a, b }) => family(a.doc) !== family(b.doc)).length;
  return [
    ...LEVELS.flatMap((level) =>
      lines(
        `${set}, ${level}`,
        scoreOf(copies.filter(({ copyOf }) => copyOf.level === level)),
        PROTOTYPE[level] ?? '–',
      ),
    ),
    ...lines(`${set}, all`, scoreOf(copies), 'prototype .989'),
    {
      set: `${set}, all`,
      metric: 'share of passages between unrelated articles',
      ours: strange / passages.length,
      published: '–',
      note: `of ${passages.length}; some are real, the author repeats what it read`,
    },
  ];
}

/** Pair recall of the measured prototype on its own generator (notes/text-reuse.md): for orientation, not side by side. */
const PROTOTYPE: { readonly [level in Level]?: string } = {
  verbatim: 'prototype .999',
  light: 'prototype .992',
  medium: 'prototype .931',
  heavy: 'prototype .70',
  short: 'prototype .91',
};

interface Score {
  pairs: number;
  foundPairs: number;
  characters: number;
  found: number;
  passage: number;
  right: number;
  ends: number;
  blocks: number;
}

function addCopy(
  score: Score,
  blocks: readonly Block[],
  passages: readonly { readonly original: Span; readonly copy: Span }[],
): void {
  score.pairs++;
  if (passages.length > 0) score.foundPairs++;
  for (const block of blocks) {
    score.blocks++;
    if (passages.some((p) => equal(p.original, block.original) && equal(p.copy, block.copy))) score.ends++;
  }
  for (const side of ['original', 'copy'] as const) {
    const truth = blocks.map((block) => block[side]);
    const spans = passages.map((p) => p[side]);
    for (const span of truth) {
      score.characters += span.end - span.start;
      score.found += covered(span, spans);
    }
    for (const span of spans) {
      score.passage += span.end - span.start;
      score.right += covered(span, truth);
    }
  }
}

function byPairOf(passages: readonly Passage[]): Map<string, Passage[]> {
  const byPair = new Map<string, Passage[]>();
  for (const passage of passages) {
    const key = pairKey(passage.a.doc, passage.b.doc);
    byPair.set(key, [...(byPair.get(key) ?? []), passage]);
  }
  return byPair;
}

const pairKey = (a: string, b: string) => (a < b ? `${a}\n${b}` : `${b}\n${a}`);
const sideOf = (p: Passage, doc: string): Span => (p.a.doc === doc ? p.a : p.b);
const within = (inner: Span, outer: Span) => inner.start >= outer.start && inner.end <= outer.end;
const equal = (a: Span, b: Span) => a.start === b.start && a.end === b.end;

/** Characters of a span that lie in any of the spans. */
function covered(span: Span, spans: readonly Span[]): number {
  let at = span.start;
  let sum = 0;
  for (const other of [...spans].sort((a, b) => a.start - b.start)) {
    const start = Math.max(at, other.start);
    const end = Math.min(span.end, other.end);
    if (end <= start) continue;
    sum += end - start;
    at = end;
  }
  return sum;
}

function read<T>(shared: string, name: string): T[] {
  const lines = readFileSync(join(shared, name), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}

function missing(set: string, metric: string): Result {
  return { set, metric, ours: null, published: '–', note: 'not run: the set is not here' };
}
