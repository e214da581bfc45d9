/** What a document is about, as a short weighted list of words: what stands early, is rare, and is named counts most. */
import { idf } from '../similarity/weights.js';
import { contentWords } from '../similarity/words.js';

/** Only so much of a text is read: news tells its event first, and a long page costs no more than a short one. */
const LEAD_UNITS = 5_000;

/** A word at this place (in content words) counts half as much as at the start. */
const HALF_AT = 60;

/** A title says in ten words what the story is; it counts as so many openings. */
const TITLE_FACTOR = 1.5;

/** Words that are written as names tell events apart better than others of the same rarity. */
const NAME_FACTOR = 1.25;

/** Words below this weight (nats) are in more than a third of all documents and tell nothing of the event. */
const LEAST_IDF = 1;

/** Words kept of a document, the heaviest. */
const TERMS = 100;

export interface StoryVector {
  /** Heaviest first; the Euclidean length of the weights is 1. */
  readonly terms: readonly { readonly stem: string; readonly weight: number }[];
}

export function storyVector(document: {
  readonly title: string | null;
  readonly text: string;
  readonly names: readonly string[];
}): StoryVector {
  const masses = new Map<string, number>();
  const named = new Set<string>();
  for (const name of document.names) for (const word of contentWords(name)) named.add(word.stem);
  const read = (text: string, factor: number) => {
    contentWords(text).forEach((word, place) => {
      masses.set(word.stem, (masses.get(word.stem) ?? 0) + factor / (1 + place / HALF_AT));
      if (word.form === 'capital') named.add(word.stem);
    });
  };
  read(document.text.slice(0, LEAD_UNITS), 1);
  if (document.title !== null) read(document.title, TITLE_FACTOR);

  const terms: { stem: string; weight: number }[] = [];
  for (const [stem, mass] of masses) {
    const rarity = idf(stem);
    if (rarity < LEAST_IDF) continue;
    // The square root: the fifth mention adds less than the first.
    terms.push({ stem, weight: Math.sqrt(mass) * rarity * (named.has(stem) ? NAME_FACTOR : 1) });
  }
  terms.sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1));
  terms.length = Math.min(terms.length, TERMS);
  const norm = Math.sqrt(terms.reduce((sum, term) => sum + term.weight ** 2, 0)) || 1;
  return { terms: terms.map(({ stem, weight }) => ({ stem, weight: weight / norm })) };
}
