/**
 * One story, fast tier, whole program: thirty real accounts (of a story of fnc_train that has as many), and a thousand
 * mixed from the paragraphs of its largest story, beside one counting pass over the words of each.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBuilt, readFast } from './cli.js';
import { type Outcome, rounded, timed } from './outcome.js';

const FEW = 30;
const MANY = 1000;
/** Fewer paragraphs than this of other accounts are in a mixed one. */
const FURTHER = 4;

interface Article {
  readonly id: string;
  readonly text: string;
  readonly title: string | null;
}

interface Gold {
  readonly kind: string;
  readonly docs?: readonly string[];
}

export function benchStory(shared: string): Outcome {
  const [docs, gold] = ['docs', 'gold'].map((part) => join(shared, `fnc_train.${part}.jsonl`)) as [
    string,
    string,
  ];
  if (!existsSync(docs) || !existsSync(gold)) return { skipped: `${docs} is not there` };
  if (!isBuilt()) return { skipped: 'dist/cli/main.js is not built' };
  const articles = new Map(rows<Article>(docs).map((article) => [article.id, article]));
  const [largest] = rows<Gold>(gold)
    .filter(({ kind }) => kind === 'story')
    .map(({ docs: ids = [] }) => ids.flatMap((id) => articles.get(id) ?? []))
    .sort((x, y) => y.length - x.length);
  if (largest === undefined || largest.length < FEW) return { skipped: `no story of ${FEW} accounts` };
  const few = read(largest.slice(0, FEW).map(({ text, title }, at) => ({ id: `a${at}`, text, title })));
  const many = read(mixed(largest));
  return { ...named(`of${FEW}`, few), ...named(`of${MANY}`, many) };
}

const rows = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

const named = (name: string, values: { readonly [key: string]: number }): { [key: string]: number } =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [`${name}.${key}`, value]));

/** Accounts of one story: most paragraphs of one account and a few of others, by a seeded draw. */
function mixed(from: readonly Article[]): Article[] {
  let state = 8;
  const draw = (n: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * n);
  };
  const paragraphs = from.map(({ text }) => text.split(/\n\s*\n/).filter((p) => p.trim().length > 80));
  const told = paragraphs.filter((own) => own.length > 0);
  const pick = <T>(of: readonly T[]): T => of[draw(of.length)]!;
  return Array.from({ length: MANY }, (_, at) => {
    const own = pick(told);
    const kept = own.slice(0, Math.max(1, Math.ceil((own.length * (50 + draw(51))) / 100)));
    const further = Array.from({ length: draw(FURTHER) }, () => pick(pick(told)));
    return { id: `m${at}`, text: [...new Set([...kept, ...further])].join('\n\n'), title: pick(from).title };
  });
}

function read(accounts: readonly Article[]): { readonly [key: string]: number } {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-bench-'));
  try {
    const path = join(folder, 'story.jsonl');
    writeFileSync(path, accounts.map((article) => `${JSON.stringify(article)}\n`).join(''));
    const reference = timed(() =>
      accounts.reduce((n, { text }) => n + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0),
    );
    const {
      seconds,
      peakMB,
      value: record,
    } = readFast(path, (out) => JSON.parse(readFileSync(out, 'utf8')) as Read);
    return {
      words: reference.value,
      seconds: rounded(seconds),
      ...(peakMB === null ? {} : { peakMB }),
      inLargestStory: Math.max(...record.stories.map((story) => story.documents.length)),
      claims: record.claims.length,
      timesReference: rounded(seconds / Math.max(reference.seconds, 1e-4)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Read {
  readonly stories: readonly { readonly documents: readonly string[] }[];
  readonly claims: readonly unknown[];
}
