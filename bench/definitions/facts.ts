/**
 * All facts of `throughput` articles, on one thread from the bare text on, beside cutting the same text into tokens.
 * The built program is measured: what runs TypeScript as it stands wraps every function.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, type Outcome, rounded, timed } from './outcome.js';

const ROUNDS = 7;
/** Every so manieth article: the set has its outlets one after another. */
const STRIDE = 6;

interface Article {
  readonly text: string;
  readonly outlet: string | null;
  readonly url: string | null;
}

export async function benchFacts(shared: string): Promise<Outcome> {
  const path = join(shared, 'throughput.docs.jsonl');
  if (!existsSync(path)) return { skipped: `${path} is not there` };
  const articles = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line, index) => line !== '' && index % STRIDE === 0)
    .map((line): Article => {
      const { text, outlet = null, url = null } = JSON.parse(line) as Article;
      return { text, outlet, url };
    });
  const program = await load();
  const { tokenize } = program;
  const tokensIn = (text: string): number => tokenize(text, 0, text.length).length;
  const ours: number[] = [];
  const reference: number[] = [];
  let facts = 0;
  for (let round = 0; round < ROUNDS; round++) {
    reference.push(timed(() => articles.reduce((n, { text }) => n + tokensIn(text), 0)).seconds);
    const { seconds, value } = timed(() => articles.reduce((n, article) => n + factsIn(article, program), 0));
    ours.push(seconds);
    facts = value;
  }
  const seconds = median(ours);
  return {
    articles: articles.length,
    facts,
    seconds: rounded(seconds),
    articlesPerSecond: rounded(articles.length / seconds),
    tokenizeSeconds: rounded(median(reference)),
    timesTokenize: rounded(seconds / median(reference)),
  };
}

type Program = Awaited<ReturnType<typeof load>>;

async function load() {
  const built = (path: string): Promise<unknown> => import(join(import.meta.dirname, '../../dist', path));
  return {
    ...((await built('extract/figures/figures.js')) as typeof import('../../src/extract/figures/figures.js')),
    ...((await built(
      'extract/figures/ordinals.js',
    )) as typeof import('../../src/extract/figures/ordinals.js')),
    ...((await built('extract/lists/lists.js')) as typeof import('../../src/extract/lists/lists.js')),
    ...((await built('extract/names/names.js')) as typeof import('../../src/extract/names/names.js')),
    ...((await built('extract/places/places.js')) as typeof import('../../src/extract/places/places.js')),
    ...((await built('extract/times/times.js')) as typeof import('../../src/extract/times/times.js')),
    ...((await built('text/blocks.js')) as typeof import('../../src/text/blocks.js')),
    ...((await built('text/parse.js')) as typeof import('../../src/text/parse.js')),
    ...((await built('text/tokens.js')) as typeof import('../../src/text/tokens.js')),
  };
}

function factsIn({ text, outlet, url }: Article, program: Program): number {
  const { findFigures, findLists, findNames, findOrdinals, findPlaces, findTimes, parseText, segment } =
    program;
  const parsed = parseText({ text, blocks: segment(text), published: '2020-05-05', outlet, url });
  const names = findNames(parsed);
  const figures = findFigures(parsed);
  const places = findPlaces(parsed, names);
  return (
    names.length +
    figures.length +
    places.length +
    findOrdinals(parsed).length +
    findTimes(parsed).length +
    findLists(parsed, figures, places, names).length
  );
}
