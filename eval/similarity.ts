/** Same claim or not: claim_pairs, claim_clusters, news_pairs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { calibrated, closeness, PARAPHRASE_THRESHOLD } from '../src/reuse/paraphrase.js';
import { candidates } from '../src/similarity/candidates.js';
import { averageLink } from '../src/similarity/cluster.js';
import { prepare } from '../src/similarity/prepare.js';
import { SAME_THRESHOLD, sameAssertion } from '../src/similarity/same.js';
import { bareUnit } from '../src/similarity/unit.js';
import { claimBags, claimStories, middlesOf } from './claim-bags.js';
import { averagePrecision, claimPairs, crossValidate, crossValidateBags, f1At, unseen } from './logistic.js';
import type { Result } from './result.js';
import { type Doc, eventOf, type GoldSpan, readLines, unitOf, unitsOfEvent } from './similarity-data.js';

export async function evaluateSimilarity(
  shared: string,
  options: { readonly sample?: number } = {},
): Promise<Result[]> {
  if (!existsSync(join(shared, 'claim_pairs.gold.jsonl'))) {
    const note = `not run: no ${join(shared, 'claim_pairs.gold.jsonl')}`;
    return [{ set: 'claim_pairs', metric: 'average precision', ours: null, published: '.832 fast', note }];
  }
  return [
    ...pairs(shared),
    ...(options.sample === undefined ? await storyPairs(shared) : []),
    ...clusters(shared),
    ...news(shared, options.sample),
  ];
}

function pairs(shared: string): Result[] {
  const examples = claimPairs(shared);
  const scores = crossValidate(examples);
  const labels = examples.map((example) => example.same);
  const note = 'five-fold by event';
  return [
    {
      set: 'claim_pairs',
      metric: 'average precision',
      ours: averagePrecision(scores, labels),
      published: '.832 fast, .869–.886 encoder',
      note,
    },
    { set: 'claim_pairs', metric: 'F1', ours: f1At(scores, labels, SAME_THRESHOLD), published: '–', note },
  ];
}

/** The statements that the whole pipeline makes of the sentences, compared in their stories; see claim-bags.ts. */
async function storyPairs(shared: string): Promise<Result[]> {
  const firstOf = unseen(claimPairs(shared));
  const results: Result[] = [];
  for (const tier of ['fast', 'accurate'] as const) {
    const stories = await claimStories(shared, tier);
    const bags = claimBags(stories, firstOf, middlesOf(stories));
    const all = crossValidateBags(bags);
    const scores = all.filter((_, i) => bags[i]!.given);
    const labels = bags.filter(({ given }) => given).map(({ same }) => same);
    const note = 'statements of whole stories; five-fold by event, both looks';
    results.push(
      {
        set: `claim_pairs (${tier})`,
        metric: 'statements, average precision',
        ours: averagePrecision(scores, labels),
        published: '.832 fast, .869–.886 encoder',
        note,
      },
      {
        set: `claim_pairs (${tier})`,
        metric: 'statements, F1',
        ours: f1At(scores, labels, SAME_THRESHOLD),
        published: '–',
        note,
      },
    );
  }
  return results;
}

function clusters(shared: string): Result[] {
  const gold = readLines<{ event: string; members: GoldSpan[] }>(shared, 'claim_clusters.gold');
  const docs = readLines<Doc>(shared, 'basil_half.docs');
  let both = 0;
  let said = 0;
  let true_ = 0;
  const bPrecision: number[] = [];
  const bRecall: number[] = [];
  for (const event of [...new Set(gold.map((cluster) => cluster.event))]) {
    const truth = gold.filter((cluster) => cluster.event === event).map((cluster) => cluster.members);
    const { units, indexOf } = unitsOfEvent(
      docs.filter((doc) => eventOf(doc.id) === event),
      truth.flat(),
    );
    const wanted = partition(
      units.length,
      truth.map((members) => [...new Set(members.map(indexOf))]),
    );
    const found = partition(units.length, clusterUnits(units));
    for (let i = 0; i < units.length; i++) {
      const w = new Set(wanted[i]);
      const common = found[i]!.filter((j) => w.has(j)).length;
      bPrecision.push(common / found[i]!.length);
      bRecall.push(common / w.size);
      both += common - 1;
      said += found[i]!.length - 1;
      true_ += w.size - 1;
    }
  }
  const p = mean(bPrecision);
  const r = mean(bRecall);
  const note = `average link at ${SAME_THRESHOLD}`;
  return [
    {
      set: 'claim_clusters',
      metric: 'pair precision',
      ours: both / Math.max(1, said),
      published: '.81',
      note,
    },
    { set: 'claim_clusters', metric: 'pair recall', ours: both / true_, published: '.46', note },
    {
      set: 'claim_clusters',
      metric: 'B³ F1',
      ours: (2 * p * r) / (p + r),
      published: '.854 all singletons',
      note,
    },
  ];
}

/** Groups of units at the shipped threshold. */
function clusterUnits(units: Parameters<typeof prepare>[0]): number[][] {
  const prepared = prepare(units);
  const links = candidates(prepared).map(({ a, b }) => ({ a, b, p: sameAssertion(prepared, a, b) }));
  return averageLink(units.length, links, SAME_THRESHOLD);
}

/** Of each item the items of its group. An item in two gold claims goes by the first. */
function partition(size: number, groups: readonly (readonly number[])[]): number[][] {
  const of: number[][] = Array.from({ length: size }, (_, i) => [i]);
  const taken = new Set<number>();
  for (const group of groups) {
    const fresh = group.filter((item) => !taken.has(item));
    for (const item of fresh) {
      taken.add(item);
      of[item] = fresh;
    }
  }
  return of;
}

function news(shared: string, sample = Number.POSITIVE_INFINITY): Result[] {
  const texts = new Map(readLines<Doc>(shared, 'news_pairs.docs').map((doc) => [doc.id, doc.text]));
  const gold = readLines<{ kind: string; docs: [string, string]; score?: number; label?: number }>(
    shared,
    'news_pairs.gold',
  );
  const take = <T>(rows: T[]) =>
    rows.filter((_, i) => i % Math.max(1, Math.floor(rows.length / sample)) === 0);
  const similar = take(gold.filter((row) => row.kind === 'similarity'));
  const paraphrases = take(gold.filter((row) => row.kind === 'paraphrase'));
  const score = ({ docs }: { docs: readonly string[] }) => {
    const prepared = prepare(docs.map((doc) => unitOf(texts.get(doc)!, null)));
    return sameAssertion(prepared, 0, 1);
  };
  /** Null below the closeness of a passage. */
  const similarityOf = ({ docs }: { docs: readonly string[] }) => {
    const prepared = prepare(docs.map((doc) => bareUnit(texts.get(doc)!)));
    const close = closeness(prepared, 0, 1);
    return close < PARAPHRASE_THRESHOLD ? null : calibrated(close);
  };
  const logit = (p: number) => Math.log(p / (1 - p));
  const r = pearson(
    similar.map((row) => logit(score(row))),
    similar.map((row) => row.score!),
  );
  let right = 0;
  let both = 0;
  let said = 0;
  for (const row of paraphrases) {
    const yes = score(row) >= SAME_THRESHOLD;
    if (yes === (row.label === 1)) right += 1;
    if (yes) said += 1;
    if (yes && row.label === 1) both += 1;
  }
  const true_ = paraphrases.filter((row) => row.label === 1).length;
  return [
    {
      set: 'news_pairs',
      metric: 'similarity, Pearson r',
      ours: r,
      published: 'lexical about .7',
      note: 'log odds',
    },
    {
      set: 'news_pairs',
      metric: 'paraphrase accuracy',
      ours: right / paraphrases.length,
      published: 'lexical about .73',
    },
    ...alignedAs(paraphrases.map((row) => [similarityOf(row) !== null, row.label === 1])),
    {
      set: 'news_pairs',
      metric: 'paraphrase passages, calibration error of similarity',
      ours: calibrationError(
        paraphrases.filter((_, i) => i % 2 === 1).map((row) => [similarityOf(row), row.label!]),
      ),
      published: '–',
      note: 'every other pair, from the threshold on; the others were fitted',
    },
    { set: 'news_pairs', metric: 'paraphrase F1', ours: (2 * both) / (said + true_), published: '–' },
  ];
}

/** Of pairs: whether a passage would align them, and whether people call them paraphrases. */
function alignedAs(pairs: readonly (readonly [boolean, boolean])[]): Result[] {
  const both = pairs.filter(([aligned, so]) => aligned && so).length;
  const line = (metric: string, of: number): Result => ({
    set: 'news_pairs',
    metric: `paraphrase passages, ${metric}`,
    ours: both / of,
    published: '–',
    note: 'pairs at the closeness of a passage',
  });
  return [
    line('precision', pairs.filter(([aligned]) => aligned).length),
    line('recall', pairs.filter(([, so]) => so).length),
  ];
}

/** Expected calibration error over ten bins: how far what was said is from what was so, in the mean. */
function calibrationError(pairs: readonly (readonly [number | null, number])[]): number {
  const bins = Array.from({ length: 10 }, () => 0);
  let count = 0;
  for (const [said, so] of pairs) {
    if (said === null) continue;
    bins[Math.min(9, Math.floor(said * 10))]! += said - so;
    count++;
  }
  return bins.reduce((sum, off) => sum + Math.abs(off), 0) / count;
}

function pearson(x: readonly number[], y: readonly number[]): number {
  const mx = mean(x);
  const my = mean(y);
  let xy = 0;
  let xx = 0;
  let yy = 0;
  x.forEach((v, i) => {
    xy += (v - mx) * (y[i]! - my);
    xx += (v - mx) ** 2;
    yy += (y[i]! - my) ** 2;
  });
  return xy / Math.sqrt(xx * yy);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length);
}
