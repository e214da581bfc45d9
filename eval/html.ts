/** Article text from HTML: F1 over 4-word shingles as multisets, pages averaged, as in the public benchmark. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ingestBytes } from '../src/ingest/ingest.js';
import type { Document } from '../src/model/document.js';
import { evaluateMetadata } from './html-metadata.js';
import type { Result } from './result.js';

const SHINGLE = 4;
/** What a reader would call the article's text: the headline is not part of the truth's body. */
const ARTICLE_ROLES = new Set(['body', 'heading', 'quote', 'list', 'summary', 'dateline-in-body']);

export interface PageScore {
  readonly id: string;
  readonly precision: number;
  readonly recall: number;
}

export async function evaluateHtml(
  shared: string,
  options: { sample?: number; detail?: (line: string) => void } = {},
): Promise<Result[]> {
  const scores = await scorePages(shared, options);
  const mean = (of: (score: PageScore) => number): number =>
    scores.reduce((sum, s) => sum + of(s), 0) / scores.length;
  const precision = mean((s) => s.precision);
  const recall = mean((s) => s.recall);
  const published = 'rs_trafilatura .970, trafilatura .958, Readability.js .947 (181 pages)';
  const note = `${scores.length} pages; precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`;
  return [
    {
      set: 'html',
      metric: 'F1 of 4-word shingles',
      ours: (2 * precision * recall) / (precision + recall),
      published,
      note,
    },
    ...(await evaluateMetadata(shared, options)),
  ];
}

export async function scorePages(shared: string, options: { sample?: number } = {}): Promise<PageScore[]> {
  const folder = join(shared, 'html');
  const truth: { [id: string]: { articleBody: string } } = JSON.parse(
    readFileSync(join(folder, 'ground-truth.json'), 'utf8'),
  );
  const pages = Object.keys(truth).sort().slice(0, options.sample);
  return Promise.all(
    pages.map(async (id) => {
      const page = gunzipSync(readFileSync(join(folder, `${id}.html.gz`)));
      const document = (await ingestBytes(`${id}.html`, page)).documents[0];
      return { id, ...score(document === undefined ? '' : articleText(document), truth[id]!.articleBody) };
    }),
  );
}

export function articleText({ text, blocks }: Document): string {
  return blocks
    .filter((block) => ARTICLE_ROLES.has(block.role))
    .map((block) => text.slice(block.start, block.end))
    .join('\n');
}

function score(ours: string, truth: string): { precision: number; recall: number } {
  const [a, b] = [shingles(ours), shingles(truth)];
  let hits = 0;
  for (const [shingle, count] of a) hits += Math.min(count, b.get(shingle) ?? 0);
  return { precision: share(hits, a), recall: share(hits, b) };
}

function share(hits: number, of: ReadonlyMap<string, number>): number {
  let all = 0;
  for (const count of of.values()) all += count;
  return all === 0 ? (hits === 0 ? 1 : 0) : hits / all;
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, words.length - SHINGLE + 1) && words.length > 0; i++) {
    const shingle = words.slice(i, i + SHINGLE).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}
