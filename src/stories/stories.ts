/** Documents about the same event. */
import { averageLink, type Link } from '../similarity/cluster.js';
import { compareStrings } from '../text/order.js';
import { type StoryVector, storyVector } from './vectors.js';

export interface StoryDocument {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
  /** ISO 8601 at any precision, null where not known: then time decides nothing. */
  readonly published: string | null;
  /** Names that the document mentions, as written; may be empty. */
  readonly names: readonly string[];
}

/** Reused text between two documents: `share` is the part of the shorter one's words, 0 to 1, boilerplate left out. */
export interface SharedText {
  readonly a: string;
  readonly b: string;
  readonly share: number;
}

/**
 * Mean similarity at which two groups of documents are one story. Chosen on every other story of basil_half and
 * fnc_train, checked on the rest; flat between .20 and .25.
 */
export const STORY_THRESHOLD = 0.22;

/** Weaker similarity is no link: it counts as none in the mean. */
const LEAST_LINK = 0.05;

/** Only a document's heaviest terms look for others, and only where fewer documents than COMMON have them there. */
const SEEKING_TERMS = 40;
const COMMON = 2_000;

/** Days within which accounts of one event appear; after them similarity fades to LATE, so that only a document
 * that says nearly the same words joins. News of the 50 events of basil_half spans 0 to 9 days. */
const SAME_TIME_DAYS = 3;
const FADE_DAYS = 20;
const LATE = 0.3;

/**
 * Groups documents into stories, each document in exactly one. The result does not depend on the order of the input;
 * groups are ordered by their lowest id, ids ascending within.
 */
export function groupStories(
  documents: readonly StoryDocument[],
  passages: readonly SharedText[],
): { readonly documents: readonly string[] }[] {
  const sorted = [...documents].sort((a, b) => compareStrings(a.id, b.id));
  const links = similarities(sorted.map(storyVector)).map(({ a, b, p }) => ({
    a,
    b,
    p: p * timeFactor(sorted[a]!.published, sorted[b]!.published),
  }));
  const index = new Map(sorted.map((document, i) => [document.id, i]));
  return averageLink(sorted.length, withPassages(links, passages, index), STORY_THRESHOLD).map((group) => ({
    documents: group.map((i) => sorted[i]!.id),
  }));
}

/** Cosines of documents that share a heavy term, a < b. */
function similarities(vectors: readonly StoryVector[]): Link[] {
  const postings = new Map<string, number[]>();
  vectors.forEach(({ terms }, document) => {
    for (const { stem } of terms.slice(0, SEEKING_TERMS)) {
      const posting = postings.get(stem);
      if (posting === undefined) postings.set(stem, [document]);
      else posting.push(document);
    }
  });
  const weights = vectors.map(({ terms }) => new Map(terms.map(({ stem, weight }) => [stem, weight])));
  const links: Link[] = [];
  const seenBy = new Int32Array(vectors.length).fill(-1);
  vectors.forEach(({ terms }, a) => {
    for (const { stem } of terms.slice(0, SEEKING_TERMS)) {
      const posting = postings.get(stem)!;
      if (posting.length > COMMON) continue;
      for (const b of posting) {
        if (b <= a || seenBy[b] === a) continue;
        seenBy[b] = a;
        let p = 0;
        for (const term of terms) p += term.weight * (weights[b]!.get(term.stem) ?? 0);
        if (p >= LEAST_LINK) links.push({ a, b, p: Math.min(1, p) });
      }
    }
  });
  return links;
}

/** 1 for documents of the same days, falling to LATE for those months apart; 1 where a date is not known. */
function timeFactor(a: string | null, b: string | null): number {
  const days = Math.abs(dayNumber(a) - dayNumber(b));
  if (Number.isNaN(days) || days <= SAME_TIME_DAYS) return 1;
  return LATE + (1 - LATE) * Math.exp((SAME_TIME_DAYS - days) / FADE_DAYS);
}

function dayNumber(published: string | null): number {
  return published === null ? Number.NaN : Date.parse(published.slice(0, 10)) / 86_400_000;
}

/** Reused text is as good as similarity: the greater of the two counts, whatever the dates. */
function withPassages(
  links: readonly Link[],
  passages: readonly SharedText[],
  index: ReadonlyMap<string, number>,
): Link[] {
  const byPair = new Map<string, Link>();
  const put = (link: Link) => {
    const key = `${link.a} ${link.b}`;
    const known = byPair.get(key);
    if (known === undefined || known.p < link.p) byPair.set(key, link);
  };
  for (const link of links) put(link);
  for (const { a, b, share } of passages) {
    const i = index.get(a);
    const j = index.get(b);
    if (i === undefined || j === undefined || i === j) continue;
    put({ a: Math.min(i, j), b: Math.max(i, j), p: Math.min(1, Math.max(0, share)) });
  }
  return [...byPair.values()];
}
