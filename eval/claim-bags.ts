/** Pairs of sentences of whole stories as all pairs of their statements that may be meant, with what a reader says of them. */
import { type Candidate, candidatesOf, sentencesOf } from '../src/claims/statements.js';
import { readRow } from '../src/ingest/rows.js';
import { traceLineage } from '../src/lineage/lineage.js';
import type { Tier } from '../src/model/settings.js';
import { readAccounts } from '../src/pipeline.js';
import type { Regression } from '../src/similarity/same.js';
import { storyFeatures } from '../src/similarity/story-features.js';
import { storyCandidates } from '../src/similarity/story-pairs.js';
import { type Middles, prepareStory } from '../src/similarity/story-units.js';
import type { Unit } from '../src/similarity/unit.js';
import { type EventLabels, readClaimLabels, verdictOf } from './claim-labels.js';
import { analysesOf, keepAnalyses } from './kept-analyses.js';
import { type Doc, eventOf, type GoldSpan, readLines } from './similarity-data.js';

export interface Bag {
  readonly event: string;
  readonly same: boolean;
  /** Whether it is a pair of claim_pairs, whose word counts there; else it is one of `eval/labels/claims.jsonl`. */
  readonly given: boolean;
  /** Feature vectors of its pairs of statements; none where nothing brings the two sentences together. */
  readonly instances: readonly (readonly number[])[];
}

export interface ClaimStory {
  readonly event: string;
  readonly statements: readonly Candidate[];
  readonly pairs: readonly { readonly label: string; readonly a: GoldSpan; readonly b: GoldSpan }[];
  readonly labels: EventLabels;
}

/** The events of claim_pairs as stories, read in a tier. */
export async function claimStories(shared: string, tier: Tier): Promise<ClaimStory[]> {
  const rows = readLines<Doc>(shared, 'basil_half.docs');
  const gold = readLines<ClaimStory['pairs'][number]>(shared, 'claim_pairs.gold');
  const stories: ClaimStory[] = [];
  for (const labels of readClaimLabels()) {
    const { event } = labels;
    const documents = rows
      .filter((row) => eventOf(row.id) === event)
      .map((row, i) => readRow(row.id, `row ${i + 1}`, row))
      .filter((document) => 'text' in document);
    const { accounts, analyses } = await readAccounts(documents, {
      settings: { tier },
      analyses: analysesOf(tier),
    });
    keepAnalyses(tier, analyses);
    const story = { accounts, passages: [] };
    stories.push({
      event,
      statements: candidatesOf(story, traceLineage(story)),
      pairs: gold.filter(({ a }) => eventOf(a.doc) === event),
      labels,
    });
  }
  return stories;
}

/** The mean meaning of the statements and of the sentences of stories; null where no encoder read them. */
export function middlesOf(stories: readonly ClaimStory[]): Middles {
  const mean = (units: readonly Unit[]): Float32Array | null => {
    const meanings = units.flatMap(({ meaning }) => meaning ?? []);
    if (meanings.length === 0) return null;
    return Float32Array.from(
      meanings[0]!,
      (_, k) => meanings.reduce((sum, m) => sum + m[k]!, 0) / meanings.length,
    );
  };
  return {
    statements: mean(stories.flatMap(({ statements }) => statements.map(({ unit }) => unit))),
    sentences: mean(stories.flatMap(({ statements }) => sentencesOf(statements).sentences)),
  };
}

/** `firstOf`: the first look that an event is given, one that has not seen it where the bags are to be scored. */
export function claimBags(
  stories: readonly ClaimStory[],
  firstOf: (event: string) => Regression,
  middles: Middles,
): Bag[] {
  return stories.flatMap((story) => bagsOf(story, firstOf(story.event), middles));
}

interface OpenBag extends Omit<Bag, 'event' | 'instances'> {
  readonly instances: (readonly number[])[];
}

function bagsOf(
  { event, statements, pairs, labels }: ClaimStory,
  first: Regression,
  middles: Middles,
): Bag[] {
  const sentences = sentencesOf(statements);
  const story = prepareStory({ statements: statements.map(({ unit }) => unit), ...sentences }, middles);
  const beginOf = ({ account, assertion }: Candidate) => ({
    doc: account.document.ref,
    at: assertion.focus[0]!.start,
  });
  const insideOf = (span: GoldSpan) => (candidate: Candidate) => {
    const { doc, at } = beginOf(candidate);
    return doc === span.doc && span.start <= at && at < span.end;
  };
  const bagOf = new Map<string, OpenBag>();
  /** The pair of claim_pairs that a pair of statements is of. */
  const given = new Map<string, OpenBag>();
  for (const { label, a, b } of pairs) {
    const bag: OpenBag = { same: label === 'same', given: true, instances: [] };
    bagOf.set(`${a.doc} ${a.start} ${b.doc} ${b.start}`, bag);
    for (const x of statements.filter(insideOf(a)))
      for (const y of statements.filter(insideOf(b)))
        given.set(`${Math.min(x.index, y.index)} ${Math.max(x.index, y.index)}`, bag);
  }
  const candidates = storyCandidates(story);
  const judge = verdictOf(labels);
  storyFeatures(story, candidates, first).forEach((values, i) => {
    const { a, b } = candidates[i]!;
    const [s, t] = [sentences.sentenceOf[a]!, sentences.sentenceOf[b]!];
    if (s === t) return;
    const known = given.get(`${a} ${b}`);
    if (known !== undefined) {
      known.instances.push(values);
      return;
    }
    const verdict = judge(beginOf(statements[a]!), beginOf(statements[b]!));
    if (verdict === 'maybe') return;
    const key = `${Math.min(s, t)} ${Math.max(s, t)} ${verdict}`;
    const bag: OpenBag = bagOf.get(key) ?? { same: verdict === 'same', given: false, instances: [] };
    bagOf.set(key, bag);
    bag.instances.push(values);
  });
  return [...bagOf.values()].map((bag) => ({ event, ...bag }));
}
