/** Scores who said what, in every tier that is there. */
import type { Tier } from '../src/model/settings.js';
import { interval } from './attribution/bootstrap.js';
import { scoreQuotations, scoreWire } from './attribution/credits.js';
import { type Fold, load, ROLES, type Role } from './attribution/data.js';
import { errorsOf } from './attribution/errors.js';
import { type Judged, judged, readAll } from './attribution/judged.js';
import { sampleMisses } from './attribution/misses.js';
import { errorLines, missLines, percent } from './attribution/print.js';
import {
  type Counts,
  exactCounts,
  f1,
  overlapCounts,
  precision,
  recall,
  sum,
  sumByRole,
  unread,
} from './attribution/spans.js';
import { tripleCounts } from './attribution/triples.js';
import type { Result } from './result.js';
import { tiersAvailable } from './tiers.js';

export { load } from './attribution/data.js';

export interface AttributionOptions {
  /** At most so many documents a set. */
  readonly sample?: number;
  /** Only this set, instead of the four. */
  readonly set?: string;
  readonly fold?: Fold;
  /** Only this tier, instead of all that are there. */
  readonly tier?: Tier;
  /** Hears of errors by type and of sampled misses. */
  readonly detail?: (line: string) => void;
}

const WIRE_SETS = ['polnear_train', 'polnear_dev'];
const SETS = ['polnear_dev', 'riqua_dev', 'dewikinews_dev', 'basil_half'];
/** Whose intervals and errors are shown: news with whole attributions, in the language that is read. */
const MAIN = /^polnear/;
const MISSES = 10;

/** Best published systems: on the CofeNet split of the articles of polnear, and on riqua. */
const PUBLISHED: { readonly [set: string]: { readonly [role in Role]: string } } = {
  polnear_dev: {
    source: 'BERT+CofeNet 83.2, CRF 50.6, rules 11',
    cue: 'BERT+CofeNet 75.3, CRF 53.4, rules 23',
    content: 'BERT+CofeNet 72.9, CRF 28.6, rules 6',
  },
  riqua_dev: { source: '82', cue: '89', content: '95' },
};

export async function evaluateAttribution(
  shared: string,
  options: AttributionOptions = {},
): Promise<Result[]> {
  const tell = options.detail ?? (() => {});
  const tiers = options.tier === undefined ? tiersAvailable(tell) : [options.tier];
  const results: Result[] = [];
  for (const tier of tiers) {
    for (const set of options.set === undefined ? SETS : [options.set])
      results.push(...(await scoreSet(shared, set, tier, options)));
  }
  if (options.set === undefined) results.push(...(await scoreAgencies(shared, options.sample)));
  return results;
}

/** The lines that name an agency are read by the same rules in every tier. */
async function scoreAgencies(shared: string, sample: number | undefined): Promise<Result[]> {
  const sets = await Promise.all(WIRE_SETS.map((set) => load(shared, set, sample)));
  const read = sets.flatMap((data) => (data === null ? [] : readAll(data, 'rules')));
  return scoreWire(WIRE_SETS.join(' and '), read);
}

async function scoreSet(
  shared: string,
  set: string,
  tier: Tier,
  { sample, fold, detail }: AttributionOptions,
): Promise<Result[]> {
  const part = fold === undefined ? '' : ` ${fold.part}/${fold.of}`;
  const title = `${set}${part} (${tier})`;
  const data = await load(shared, set, sample, 0, fold);
  if (data === null)
    return [{ set: title, metric: 'attributions', ours: null, published: '–', note: 'set not found' }];
  if (detail !== undefined && tier === 'accurate' && set.endsWith('_train'))
    detail(`${title}: means nothing unless the weights were trained without these documents`);
  const read = readAll(data, tier);
  if (set.startsWith('basil')) return scoreQuotations(title, read);
  const docs = read.map(judged);
  if (detail !== undefined && MAIN.test(set)) {
    const lost = docs.reduce((total, doc) => total + unread(doc), 0);
    for (const line of errorLines(title, errorsOf(docs), lost)) detail(line);
    for (const line of missLines(title, sampleMisses(docs, MISSES))) detail(line);
    detail('');
  }
  return scoreSpans(title, set, docs);
}

function scoreSpans(title: string, set: string, docs: readonly Judged[]): Result[] {
  const exact = docs.map(exactCounts);
  const overlap = sumByRole(docs.map(overlapCounts));
  const main = MAIN.test(set);
  const roles = ROLES.flatMap((role): Result[] => [
    figure(
      title,
      `${role}: exact span F1`,
      exact.map((counts) => counts[role]),
      main,
      PUBLISHED[set]?.[role],
    ),
    { set: title, metric: `${role}: token-overlap F1`, ours: percent(f1(overlap[role])), published: '–' },
  ]);
  const triples = docs.map(tripleCounts);
  const linked = triples.some(({ gold }) => gold > 0);
  return [...roles, ...(linked ? [figure(title, 'linked triples: exact F1', triples, main, undefined)] : [])];
}

/** F1 over all documents, with precision, recall and, where wanted, its interval in the note. */
function figure(
  set: string,
  metric: string,
  documents: readonly Counts[],
  withInterval: boolean,
  published = '–',
): Result {
  const counts = sum(documents);
  const shares = `P ${percent(precision(counts))}, R ${percent(recall(counts))}`;
  const { low, high } = withInterval ? interval(documents) : { low: 0, high: 0 };
  const range = withInterval ? `; 95 % ${percent(low)}–${percent(high)}` : '';
  return { set, metric, ours: percent(f1(counts)), published, note: `${shares}${range}` };
}
