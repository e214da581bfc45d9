/** Sets of marked facts, and the measures that their scores share. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseText } from '../../src/text/parse.js';
import type { ParsedText } from '../../src/text/parsed.js';
import type { Result } from '../result.js';

export interface Doc {
  readonly id: string;
  readonly text: string;
  readonly date: string | null;
  readonly dct?: string;
  readonly outlet?: string | null;
  readonly url?: string | null;
}

export interface Gold {
  readonly kind: string;
  readonly doc: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly [field: string]: unknown;
}

export interface SetData {
  readonly docs: readonly Doc[];
  readonly gold: ReadonlyMap<string, readonly Gold[]>;
}

/** A set of `shared`, `sample` documents at most; null where it is missing. */
export function read(shared: string, set: string, sample = Number.POSITIVE_INFINITY): SetData | null {
  const path = join(shared, `${set}.docs.jsonl`);
  if (!existsSync(path)) return null;
  const lines = (file: string) => readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const docs = lines(path)
    .slice(0, sample)
    .map((line) => JSON.parse(line) as Doc);
  const gold = new Map<string, Gold[]>(docs.map((doc) => [doc.id, []]));
  for (const line of lines(join(shared, `${set}.gold.jsonl`))) {
    const item = JSON.parse(line) as Gold;
    gold.get(item.doc)?.push(item);
  }
  return { docs, gold };
}

/** The whole text as body: the sets hold articles without page around them, and texts of one sentence. */
export function parsedOf(doc: Doc): ParsedText {
  return parseText({
    text: doc.text,
    blocks: [{ start: 0, end: doc.text.length, role: 'body' }],
    published: doc.dct ?? doc.date ?? null,
    outlet: doc.outlet ?? null,
    url: doc.url ?? null,
  });
}

export const missing = (set: string): Result[] => [
  { set, metric: 'all', ours: null, published: '–', note: 'set not found' },
];
export const f1 = (hits: number, found: number, gold: number): number =>
  found + gold === 0 ? 0 : (2 * hits) / (found + gold);
export const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

export const close = (a: number | null, b: number): boolean =>
  a !== null && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));
