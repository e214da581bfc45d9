/** Documents about the same event. */
import { averageLink, type Link } from '../similarity/cluster.js';
import { DisjointSets } from '../text/disjoint-sets.js';
import { compareStrings } from '../text/order.js';
import { type StoryVector, storyVector } from './vectors.js';

export interface StoryDocument {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
  /** ISO 8601 at any precision, null where not known. */
  readonly published: string | null;
}

/** Reused text between two documents: `share` is the part of the shorter one's words, 0 to 1, boilerplate left out. */
export interface SharedText {
  readonly a: string;
  readonly b: string;
  readonly share: number;
}

/**
 * Mean similarity at which two groups of many accounts are one story. Over so many pairs the mean is sure: on fnc_train
 * 27 of the 30 pairs of groups of four or more that meet between .1 and this tell different events.
 */
export const STORY_THRESHOLD = 0.21;

/**
 * Mean similarity at which a lone document joins a group. Its words are few and its own: on fnc_train 47 of 53 that meet
 * a group between .1 and the above belong to it. Both were chosen on halves of basil_half and fnc_train, by story, and
 * checked on the others. From .15 to .16, and the above from .21 to .22, B³ F1 is .988 or more and .943 or more.
 */
const LONE_THRESHOLD = 0.155;

/** Weaker similarity is no link: it counts as none in the mean. */
const LEAST_LINK = 0.05;

/** A term that so many documents have does not look for further ones by itself: their event has rarer words too. */
const COMMON = 3_000;

/** Days within which accounts of one event appear. The accounts of each of the 50 events of basil_half lie within three. */
const SAME_TIME_DAYS = 3;
/**
 * After them similarity fades by this many days to the part LATE: the example's event is told for three weeks. No set
 * has a story that is told for months, so B³ F1 does not choose between .1 and .3. At .1 the later operation of the
 * Palladium case is as like the earlier as .13, well below LONE_THRESHOLD; at .3 it would join.
 */
const FADE_DAYS = 30;
const LATE = 0.1;

/**
 * Where a date is not known, time cannot tell an event from the like one half a year later, so words must say more.
 * On fnc_train, which has no dates, B³ F1 is .946 here, .938 at .65 and .75, .93 at .8. The later operation of the
 * Palladium case, were its date not known, would join: its words alone are as like as those of a stray account.
 */
const UNDATED = 0.7;

/** Part of the shorter one's words from which two documents are one text; as of a whole copy in a family. Tuned on no set: stories are scored on words and dates. */
const COPY_SHARE = 0.9;

/**
 * Groups documents into stories, each document in exactly one. The result does not depend on the order of the input;
 * groups are ordered by their lowest id, ids ascending within.
 */
export function groupStories(
  documents: readonly StoryDocument[],
  passages: readonly SharedText[],
): { readonly documents: readonly string[] }[] {
  const sorted = [...documents].sort((a, b) => compareStrings(a.id, b.id));
  const index = new Map(sorted.map((document, i) => [document.id, i]));
  const days = daysOf(sorted, passages, index);
  const links = similarities(sorted.map(storyVector)).map(({ a, b, p }) => ({
    a,
    b,
    p: p * timeFactor(daysApart(days[a]!, days[b]!)),
  }));
  const groups = averageLink(
    sorted.length,
    withPassages(links, passages, index),
    STORY_THRESHOLD,
    undefined,
    (m, n) => STORY_THRESHOLD / thresholdOf(m, n),
  );
  return groups.map((group) => ({ documents: group.map((i) => sorted[i]!.id) }));
}

/** Mean similarity at which groups of so many documents are one story; two lone documents are no group that one joins. */
function thresholdOf(m: number, n: number): number {
  if (m === 1 && n === 1) return STORY_THRESHOLD;
  return STORY_THRESHOLD - (STORY_THRESHOLD - LONE_THRESHOLD) / Math.min(m, n);
}

/** Cosines of documents, a < b, those below LEAST_LINK left out. */
function similarities(vectors: readonly StoryVector[]): Link[] {
  const postings = new Map<string, { readonly documents: number[]; readonly weights: number[] }>();
  const links: Link[] = [];
  const cosines = new Float64Array(vectors.length);
  vectors.forEach(({ terms }, b) => {
    const touched: number[] = [];
    for (const { stem, weight } of terms) {
      const posting = postings.get(stem);
      if (posting === undefined) {
        postings.set(stem, { documents: [b], weights: [weight] });
        continue;
      }
      const { documents, weights } = posting;
      const seeks = documents.length <= COMMON;
      for (let k = 0; k < documents.length; k++) {
        const a = documents[k]!;
        if (cosines[a] === 0) {
          if (!seeks) continue;
          touched.push(a);
        }
        cosines[a]! += weight * weights[k]!;
      }
      documents.push(b);
      weights.push(weight);
    }
    for (const a of touched) {
      if (cosines[a]! >= LEAST_LINK) links.push({ a, b, p: Math.min(1, cosines[a]!) });
      cosines[a] = 0;
    }
  });
  return links;
}

/**
 * The days, ascending, on which the text of each document was published, by itself or by its copies: one that is reprinted
 * a year later, or whose copy bears a wrong date, is still of its own event. Copies have one list.
 */
function daysOf(
  documents: readonly StoryDocument[],
  passages: readonly SharedText[],
  index: ReadonlyMap<string, number>,
): readonly (readonly number[])[] {
  const copies = new DisjointSets<number>();
  for (const { a, b, share } of passages) {
    const [i, j] = [index.get(a), index.get(b)];
    if (i !== undefined && j !== undefined && share >= COPY_SHARE) copies.unite(i, j);
  }
  const days = new Map<number, Set<number>>();
  documents.forEach(({ published }, i) => {
    const day = dayNumber(published);
    const root = copies.find(i);
    const known = days.get(root) ?? new Set<number>();
    if (!Number.isNaN(day)) known.add(day);
    days.set(root, known);
  });
  const sorted = new Map([...days].map(([root, known]) => [root, [...known].sort((x, y) => x - y)]));
  return documents.map((_, i) => sorted.get(copies.find(i))!);
}

/** The least distance between days of two ascending lists; NaN where one is empty. */
function daysApart(a: readonly number[], b: readonly number[]): number {
  if (a === b) return a.length === 0 ? Number.NaN : 0;
  let least = Number.NaN;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const apart = Math.abs(a[i]! - b[j]!);
    if (!(apart >= least)) least = apart;
    if (a[i]! < b[j]!) i++;
    else j++;
  }
  return least;
}

/** 1 for documents of the same days, falling to LATE for those months apart; NaN: not known. */
function timeFactor(days: number): number {
  if (Number.isNaN(days)) return UNDATED;
  return LATE + (1 - LATE) * Math.exp(Math.min(0, SAME_TIME_DAYS - days) / FADE_DAYS);
}

/** Day since 1970; NaN where the day is not known. */
function dayNumber(published: string | null): number {
  if (published === null || !/^\d{4}-\d\d-\d\d/.test(published)) return Number.NaN;
  return Date.parse(published.slice(0, 10)) / 86_400_000;
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
