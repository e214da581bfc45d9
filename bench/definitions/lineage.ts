/**
 * Who has it from whom and what the claims rest on, in 2,000 stories of five accounts, one thread, beside one counting
 * pass over the words of the same texts. Reuse, reading and the joining of claims are done before.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account, StoryAccounts } from '../../src/model/story.js';
import { type Outcome, rounded, timed } from './outcome.js';

const STORIES = 2000;

interface Article {
  readonly text: string;
  readonly title: string | null;
}

export async function benchLineage(shared: string): Promise<Outcome> {
  const path = join(shared, 'throughput.docs.jsonl');
  if (!existsSync(path)) return { skipped: `${path} is not there` };
  const articles = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Article);
  const program = await load();
  const documents = Array.from({ length: STORIES }, (_, at) => storyOf(articles, at)).map((story, at) =>
    story.map(({ text, outlet, day }, n) =>
      program.textDocument(text, {
        ref: `${at}-${n}`,
        outlet,
        published: `2031-03-0${day}`,
        title: articles[at]!.title,
      }),
    ),
  );
  const runner = program.poolRunner(program.fittingWorkers(5 * STORIES, 'rules'));
  const read = await program.readAccounts(documents.flat(), { runner, settings: SETTINGS });
  await runner.close();
  const accounts = new Map(read.accounts.map((account) => [account.document.id, account]));
  const stories = documents.map((story): StoryAccounts => {
    const own = story.flatMap(({ id }): Account[] => (accounts.has(id) ? [accounts.get(id)!] : []));
    return { accounts: own, passages: program.findPassages(own.map((a) => a.document)).passages };
  });
  const texts = [...accounts.values()].map(({ document }) => document.text);
  const reference = timed(() =>
    texts.reduce((n, text) => n + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0),
  );
  let [edges, claims, lineageSeconds, originsSeconds] = [0, 0, 0, 0];
  // One story after the other, as they are read; what came out of the last is gone.
  for (const story of stories) {
    const lineage = timed(() => program.traceLineage(story));
    const joined = program.joinClaims(story, lineage.value);
    const origins = timed(() => program.countOrigins(story, lineage.value, joined));
    lineageSeconds += lineage.seconds;
    originsSeconds += origins.seconds;
    edges += lineage.value.edges.length;
    claims += origins.value.length;
  }
  return {
    stories: stories.length,
    documents: texts.length,
    edges,
    claims,
    lineageSeconds: rounded(lineageSeconds),
    originsSeconds: rounded(originsSeconds),
    wordsSeconds: rounded(reference.seconds),
    timesWords: rounded((lineageSeconds + originsSeconds) / reference.seconds),
  };
}

/** An article, its copy, two cut ones, of which one names its wire, and another article. */
function storyOf(
  articles: readonly Article[],
  at: number,
): { readonly text: string; readonly outlet: string; readonly day: number }[] {
  const { text } = articles[at % articles.length]!;
  const other = articles[(at + STORIES) % articles.length]!.text;
  const paragraphs = text.split(/\n+/);
  const cut = (share: number): string =>
    paragraphs.slice(0, Math.max(1, Math.ceil(share * paragraphs.length))).join('\n\n');
  return [
    { text, outlet: 'Sextant', day: 1 },
    { text: `${text}\n\nOur newsletter comes on Fridays.`, outlet: 'The Tern', day: 2 },
    { text: `${cut(0.7)}\n\n© Sextant`, outlet: 'Plumb Line Weekly', day: 2 },
    { text: cut(0.4), outlet: 'The Quayside', day: 3 },
    { text: other, outlet: 'The Lamplighter', day: 3 },
  ];
}

const SETTINGS = { tier: 'rules' } as const;

async function load() {
  const built = (path: string): Promise<unknown> => import(join(import.meta.dirname, '../../dist', path));
  return {
    ...((await built('ingest/document.js')) as typeof import('../../src/ingest/document.js')),
    ...((await built('pipeline.js')) as typeof import('../../src/pipeline.js')),
    ...((await built('workers/pool.js')) as typeof import('../../src/workers/pool.js')),
    ...((await built('reuse/passages.js')) as typeof import('../../src/reuse/passages.js')),
    ...((await built('lineage/lineage.js')) as typeof import('../../src/lineage/lineage.js')),
    ...((await built('claims/claims.js')) as typeof import('../../src/claims/claims.js')),
    ...((await built('origins/origins.js')) as typeof import('../../src/origins/origins.js')),
  };
}
