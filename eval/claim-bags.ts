/** claim_pairs as the statements of whole stories: for each pair of sentences all pairs of statements that may be meant. */
import { type Candidate, candidatesOf, sentencesOf } from '../src/claims/statements.js';
import { readRow } from '../src/ingest/rows.js';
import { traceLineage } from '../src/lineage/lineage.js';
import type { Tier } from '../src/model/settings.js';
import { readAccounts } from '../src/pipeline.js';
import type { Regression } from '../src/similarity/same.js';
import { type Middles, prepareStory, storyCandidates, storyFeatures } from '../src/similarity/story-pairs.js';
import type { Unit } from '../src/similarity/unit.js';
import { analysesOf, keepAnalyses } from './kept-analyses.js';
import { type Doc, eventOf, type GoldSpan, readLines } from './similarity-data.js';

export interface Bag {
  readonly event: string;
  readonly same: boolean;
  /** Feature vectors of its pairs of statements; none where nothing brings the two sentences together. */
  readonly instances: readonly (readonly number[])[];
}

export interface ClaimStory {
  readonly event: string;
  readonly statements: readonly Candidate[];
  readonly pairs: readonly { readonly label: string; readonly a: GoldSpan; readonly b: GoldSpan }[];
}

/** The events of claim_pairs as stories, read in a tier. */
export async function claimStories(shared: string, tier: Tier): Promise<ClaimStory[]> {
  const rows = readLines<Doc>(shared, 'basil_half.docs');
  const gold = readLines<ClaimStory['pairs'][number]>(shared, 'claim_pairs.gold');
  const stories: ClaimStory[] = [];
  for (const event of [...new Set(gold.map(({ a }) => eventOf(a.doc)))].sort()) {
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
  return stories.flatMap(({ event, statements, pairs }) => {
    const story = prepareStory(
      { statements: statements.map(({ unit }) => unit), ...sentencesOf(statements) },
      middles,
    );
    const candidates = storyCandidates(story);
    const features = new Map(
      storyFeatures(story, candidates, firstOf(event)).map((values, i) => [
        `${candidates[i]!.a} ${candidates[i]!.b}`,
        values,
      ]),
    );
    const inside = ({ doc, start, end }: GoldSpan): number[] =>
      statements.flatMap(({ account, assertion, index }) => {
        const at = assertion.focus[0]!.start;
        return account.document.ref === doc && start <= at && at < end ? [index] : [];
      });
    return pairs.map(({ label, a, b }) => ({
      event,
      same: label === 'same',
      instances: inside(a).flatMap((x) =>
        inside(b).flatMap((y) => {
          const values = features.get(`${Math.min(x, y)} ${Math.max(x, y)}`);
          return values === undefined ? [] : [values];
        }),
      ),
    }));
  });
}
