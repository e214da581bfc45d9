/** Statements of a story compared in their sentences and against their rivals: the second look at what `same.ts` tells. */
import { dotProduct } from '../encoder/vectors.js';
import { candidates, type Pair } from './candidates.js';
import { type Regression, weigh } from './same.js';
import { STORY_FEATURES, storyFeatures } from './story-features.js';
import { STORY_MODELS } from './story-model.js';
import { type StoryUnits, wasRead } from './story-units.js';

const regression = ({ bias, coefficients }: (typeof STORY_MODELS)['fast']): Regression => ({
  bias,
  coefficients: STORY_FEATURES.map((name) => coefficients[name] ?? 0),
});

const MODELS = { fast: regression(STORY_MODELS.fast), accurate: regression(STORY_MODELS.accurate) };

/** Sentences looked up by meaning for each sentence: what is further down the list is seldom the same, and a pair is found from either side. Not tuned. */
const NEIGHBOURS = 8;

/** How near they must be (cosine, seen from the story's middle): of the pairs of claim_pairs that say the same 92 % are nearer. */
const NEAR = 0.4;

/** Stories of more sentences are looked up by their words alone: every two vectors cannot be compared. */
const MOST_SENTENCES = 4_000;

/** Pairs of statements that may assert the same, a < b, in order: by rare words, and by what their sentences mean. */
export function storyCandidates(story: StoryUnits): Pair[] {
  const { statements, sentences, sentenceOf, documentOf } = story;
  const pairs = candidates(statements);
  const count = sentences.units.length;
  if (!wasRead(story) || count > MOST_SENTENCES) return pairs;
  const size = statements.units.length;
  const found = new Map(pairs.map((pair) => [pair.a * size + pair.b, pair]));
  const inSentence: number[][] = sentences.units.map(() => []);
  sentenceOf.forEach((sentence, statement) => {
    inSentence[sentence]!.push(statement);
  });
  for (let s = 0; s < count; s++) {
    const near: { t: number; cosine: number }[] = [];
    for (let t = 0; t < count; t++) {
      if (documentOf[t] === documentOf[s]) continue;
      const cosine = dotProduct(sentences.units[s]!.meaning!, sentences.units[t]!.meaning!);
      if (cosine >= NEAR) near.push({ t, cosine });
    }
    near.sort((x, y) => y.cosine - x.cosine || x.t - y.t);
    for (const { t } of near.slice(0, NEIGHBOURS))
      for (const x of inSentence[s]!)
        for (const y of inSentence[t]!) {
          const [a, b] = x < y ? [x, y] : [y, x];
          found.set(a * size + b, { a, b });
        }
  }
  return [...found.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}

/** Both assert the same, for each pair: 0 to 1. At one half and above three in four are the same, of the pairs of claim_pairs's events. */
export function sameStatements(story: StoryUnits, pairs: readonly Pair[]): number[] {
  const model = MODELS[wasRead(story) ? 'accurate' : 'fast'];
  return storyFeatures(story, pairs).map((values) => 1 / (1 + Math.exp(-weigh(values, model))));
}
