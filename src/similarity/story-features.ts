/** What tells of two statements of a story whether they assert the same: they, their sentences, and what stands around. */
import { dotProduct } from '../encoder/vectors.js';
import { quotedIn } from '../text/quoting.js';
import type { Pair } from './candidates.js';
import { FEATURES, features, lexicalCosine } from './features.js';
import { logOdds, type Regression } from './same.js';
import { type StoryUnits, wasRead } from './story-units.js';
import { stemsIn } from './words.js';

/** Of `FEATURES`, those of the two sentences that tell more than the sentences' log odds. */
const OF_SENTENCES = [
  'cosine',
  'sharedOfHeavier',
  'plainOfLighter',
  'namedOfLighter',
  'sharedWeight',
  'runOfLighter',
  'lengthRatio',
  'sameDay',
  'otherDay',
  'otherFigure',
  'oneNegated',
  'oneUnreal',
  'oneQuotation',
  'bothQuotations',
] as const satisfies readonly (typeof FEATURES)[number][];

const PLACES = OF_SENTENCES.map((name) => FEATURES.indexOf(name));

/** What the two looks tell by themselves. */
export const OF_LOOKS = [
  'statementOdds',
  'sentenceOdds',
  'aheadOfRivalsAtBest',
  'aheadOfRivalsAtWorst',
  'statementMeaning',
  'sentenceMeaning',
] as const;

/** The features in the order of the vector; all are symmetric. Meanings are 0 where no encoder read the story. */
export const STORY_FEATURES = [
  ...OF_LOOKS,
  'rarestQuotedByBoth',
  'quotedByBoth',
  'quotedByBothOfLighter',
  'quotedWordsTold',
  'neighboursAlike',
  'neighbourAlike',
  'placesInAccounts',
  'inOneDocument',
  'sameSpeaker',
  'otherSpeaker',
  ...OF_SENTENCES,
] as const;

/** Sentences of an account after which it is all the same how far down one stands: what leads is told by all. Not tuned. */
const LATE = 5;

/** Where there is no rival a pair is as far ahead as this, in log odds or in cosines; further tells no more. Not tuned. */
const FAR = { odds: 2, meaning: 0.3 };

/**
 * The features of each pair. How far a pair is ahead of its rivals depends on which pairs are given. `first`: the model
 * of the first look, for the trainer.
 */
export function storyFeatures(story: StoryUnits, pairs: readonly Pair[], first?: Regression): number[][] {
  const { statements, sentenceOf } = story;
  const compare = comparer(story, first);
  const rivals = new Rivals();
  const seen = pairs.map(({ a, b }) => {
    const [s, t] = [sentenceOf[a]!, sentenceOf[b]!];
    const found = compare(s, t);
    rivals.offer(s, story.documentOf[t]!, t, found.likeness);
    rivals.offer(t, story.documentOf[s]!, s, found.likeness);
    return { s, t, found };
  });
  const meant = wasRead(story);
  const far = meant ? FAR.meaning : FAR.odds;
  return pairs.map(({ a, b }, i) => {
    const { s, t, found } = seen[i]!;
    const ahead = [rivals.best(s, story.documentOf[t]!, t), rivals.best(t, story.documentOf[s]!, s)].map(
      (rival) => Math.max(-far, Math.min(far, found.likeness - rival)),
    ) as [number, number];
    const [x, y] = [statements.units[a]!, statements.units[b]!];
    const [one, other] = [x.unit.speaker ?? null, y.unit.speaker ?? null];
    return [
      logOdds(statements, a, b, first),
      found.odds,
      Math.max(...ahead),
      Math.min(...ahead),
      meant ? dotProduct(x.meaning!, y.meaning!) : 0,
      meant ? found.likeness : 0,
      ...found.around,
      one !== null && one === other ? 1 : 0,
      one !== null && other !== null && one !== other ? 1 : 0,
      ...found.words,
    ];
  });
}

interface Compared {
  readonly odds: number;
  /** The cosine of what they mean; the log odds where no encoder read them. */
  readonly likeness: number;
  /** From `rarestQuotedByBoth` to `inOneDocument`. */
  readonly around: readonly number[];
  /** As `OF_SENTENCES`. */
  readonly words: readonly number[];
}

/** Compares two sentences of a story, each two once. */
function comparer(story: StoryUnits, first?: Regression): (s: number, t: number) => Compared {
  const { sentences, documentOf, placeOf } = story;
  const meant = wasRead(story);
  const known = new Map<number, Compared>();
  const quotedIn = quotations(story);
  const near = (s: number, t: number): number => {
    if (s < 0 || t < 0) return 0;
    const [x, y] = [sentences.units[s]!, sentences.units[t]!];
    return meant ? dotProduct(x.meaning!, y.meaning!) : lexicalCosine(x, y);
  };
  /** The sentence before or after in the same document; −1 where there is none. */
  const beside = (s: number, step: 1 | -1): number =>
    documentOf[s + step] === documentOf[s] ? s + step : -1;
  return (s, t) => {
    const key = Math.min(s, t) * documentOf.length + Math.max(s, t);
    const before = known.get(key);
    if (before !== undefined) return before;
    const values = features(sentences.units[s]!, sentences.units[t]!);
    const odds = logOdds(sentences, s, t, first);
    const found: Compared = {
      odds,
      likeness: meant ? near(s, t) : odds,
      words: PLACES.map((place) => values[place]!),
      around: [
        ...quotedIn(s, t),
        Math.max(near(beside(s, -1), beside(t, -1)), near(beside(s, 1), beside(t, 1))),
        Math.max(
          near(beside(s, -1), t),
          near(beside(s, 1), t),
          near(s, beside(t, -1)),
          near(s, beside(t, 1)),
        ),
        Math.min(placeOf[s]!, LATE) + Math.min(placeOf[t]!, LATE),
        documentOf[s] === documentOf[t] ? 1 : 0,
      ],
    };
    known.set(key, found);
    return found;
  };
}

/** What two sentences have in common within quotation marks: weights of words by their rarity in the story (nats), parts. */
function quotations({ sentences }: StoryUnits): (s: number, t: number) => number[] {
  const quoted = sentences.units.map(({ unit }) => stemsIn(quotedIn(unit.text).join(' ')));
  const all = sentences.units.map(({ unit }) => stemsIn(unit.text));
  const frequency = new Map<string, number>();
  for (const words of all) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const weight = (word: string): number => Math.log((all.length + 1) / (frequency.get(word) ?? 1));
  const covered = (words: ReadonlySet<string>, by: ReadonlySet<string>): number => {
    let whole = 0;
    let part = 0;
    for (const word of words) {
      whole += weight(word);
      if (by.has(word)) part += weight(word);
    }
    return whole > 0 ? part / whole : 0;
  };
  return (s, t) => {
    const [one, other] = [quoted[s]!, quoted[t]!];
    const shared = [...one].filter((word) => other.has(word)).map(weight);
    return [
      Math.max(0, ...shared),
      Math.log1p(shared.reduce((sum, x) => sum + x, 0)),
      one.size > 0 && other.size > 0 ? Math.max(covered(one, other), covered(other, one)) : 0,
      Math.max(covered(one, all[t]!), covered(other, all[s]!)),
    ];
  };
}

/** For a sentence and a document the two sentences there that are most like it. */
class Rivals {
  private readonly known = new Map<string, { partner: number; first: number; second: number }>();

  offer(sentence: number, document: number, partner: number, likeness: number): void {
    const key = `${sentence} ${document}`;
    const before = this.known.get(key);
    if (before === undefined)
      this.known.set(key, { partner, first: likeness, second: Number.NEGATIVE_INFINITY });
    else if (before.partner === partner) return;
    else if (likeness > before.first) this.known.set(key, { partner, first: likeness, second: before.first });
    else if (likeness > before.second) before.second = likeness;
  }

  /** The likeness of the best sentence of the document that is not `partner`. */
  best(sentence: number, document: number, partner: number): number {
    const found = this.known.get(`${sentence} ${document}`)!;
    return found.partner === partner ? found.second : found.first;
  }
}
