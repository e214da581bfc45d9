/** Statements of a story compared in their sentences and against their rivals: the second look at what `same.ts` tells. */
import { unpackVector } from '../encoder/vectors.js';
import { candidates, type Pair } from './candidates.js';
import { type PreparedUnits, prepare } from './prepare.js';
import { logOdds, type Regression, weigh } from './same.js';
import { STORY_MODELS } from './story-model.js';
import type { Unit } from './unit.js';

/** The statements of a story, each with the sentence it stands in, each sentence with its document. */
export interface StoryUnits {
  readonly statements: PreparedUnits;
  readonly sentences: PreparedUnits;
  /** Index of the sentence of each statement. */
  readonly sentenceOf: readonly number[];
  /** Number of the document of each sentence. */
  readonly documentOf: readonly number[];
}

/** Prepares the statements and the sentences of a story to be compared. */
export function prepareStory(
  given: {
    readonly statements: readonly Unit[];
    readonly sentences: readonly Unit[];
    readonly sentenceOf: readonly number[];
    readonly documentOf: readonly number[];
  },
  usual: Middles = MIDDLES,
): StoryUnits {
  const { statements, sentences, ...places } = given;
  return {
    statements: prepare(statements, usual.statements),
    sentences: prepare(sentences, usual.sentences),
    ...places,
  };
}

/** The mean of what statements, and of what sentences, mean in any story. */
export interface Middles {
  readonly statements: Float32Array | null;
  readonly sentences: Float32Array | null;
}

const unpacked = (packed: string): Float32Array | null => (packed === '' ? null : unpackVector(packed));

const MIDDLES: Middles = {
  statements: unpacked(STORY_MODELS.middles.statements),
  sentences: unpacked(STORY_MODELS.middles.sentences),
};

/** The features in the order of the vector; the meanings are 0 where no encoder read the story. */
export const STORY_FEATURES = [
  'statementOdds',
  'sentenceOdds',
  'aheadOfRivalsAtBest',
  'aheadOfRivalsAtWorst',
  'statementMeaning',
  'sentenceMeaning',
] as const;

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
      const cosine = dot(sentences.units[s]!.meaning!, sentences.units[t]!.meaning!);
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

/** Both assert the same, for each pair: 0 to 1. Calibrated on claim_pairs, as the statements of whole stories. */
export function sameStatements(story: StoryUnits, pairs: readonly Pair[]): number[] {
  const model = MODELS[wasRead(story) ? 'accurate' : 'fast'];
  return storyFeatures(story, pairs).map((values) => 1 / (1 + Math.exp(-weigh(values, model))));
}

/** The features of each pair. How far a pair is ahead of its rivals depends on which pairs are given. `first`: see `logOdds`. */
export function storyFeatures(story: StoryUnits, pairs: readonly Pair[], first?: Regression): number[][] {
  const { statements, sentences, sentenceOf, documentOf } = story;
  const meant = wasRead(story);
  const odds = new Map<number, number>();
  const meanings = new Map<number, number>();
  const size = sentences.units.length;
  const rivals = new Rivals();
  const far = meant ? FAR.meaning : FAR.odds;
  const seen = pairs.map(({ a, b }) => {
    const [s, t] = [sentenceOf[a]!, sentenceOf[b]!];
    const key = Math.min(s, t) * size + Math.max(s, t);
    if (!odds.has(key)) {
      const own = logOdds(sentences, s, t, first);
      const near = meant ? dot(sentences.units[s]!.meaning!, sentences.units[t]!.meaning!) : 0;
      odds.set(key, own);
      meanings.set(key, near);
      rivals.offer(s, documentOf[t]!, t, meant ? near : own);
      rivals.offer(t, documentOf[s]!, s, meant ? near : own);
    }
    return { s, t, key };
  });
  return pairs.map(({ a, b }, i) => {
    const { s, t, key } = seen[i]!;
    const own = meant ? meanings.get(key)! : odds.get(key)!;
    const ahead = [rivals.best(s, documentOf[t]!, t), rivals.best(t, documentOf[s]!, s)].map((rival) =>
      Math.max(-far, Math.min(far, own - rival)),
    ) as [number, number];
    return [
      logOdds(statements, a, b, first),
      odds.get(key)!,
      Math.max(...ahead),
      Math.min(...ahead),
      meant ? dot(statements.units[a]!.meaning!, statements.units[b]!.meaning!) : 0,
      meanings.get(key)!,
    ];
  });
}

/** Where there is no rival a pair is as far ahead as this, in log odds or in cosines; further tells no more. Not tuned. */
const FAR = { odds: 2, meaning: 0.3 };

const wasRead = ({ statements, sentences }: StoryUnits): boolean =>
  statements.units[0]?.meaning != null && sentences.units[0]?.meaning != null;

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

/** For a sentence and a document the two sentences there that are most like it. */
class Rivals {
  private readonly known = new Map<string, { partner: number; first: number; second: number }>();

  offer(sentence: number, document: number, partner: number, likeness: number): void {
    const key = `${sentence} ${document}`;
    const before = this.known.get(key);
    if (before === undefined)
      this.known.set(key, { partner, first: likeness, second: Number.NEGATIVE_INFINITY });
    else if (likeness > before.first) this.known.set(key, { partner, first: likeness, second: before.first });
    else if (likeness > before.second) before.second = likeness;
  }

  /** The likeness of the best sentence of the document that is not `partner`. */
  best(sentence: number, document: number, partner: number): number {
    const found = this.known.get(`${sentence} ${document}`)!;
    return found.partner === partner ? found.second : found.first;
  }
}
