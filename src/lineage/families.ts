/** Families: documents that share text, their tree and their origin. */
import type { Family } from '../model/record.js';
import type { Span } from '../model/span.js';
import { DisjointSets } from '../text/disjoint-sets.js';
import { contentId } from '../text/ids.js';
import { compareStrings } from '../text/order.js';
import { type Direction, direction, earlier, type Witness } from './direction.js';
import { type Body, countWords, type Overlap, ownWords } from './overlap.js';

/** Part of the shorter document's own words (quotations left aside) that a family shares. By reading; below it an excerpt. */
export const FAMILY_SHARE = 0.3;
/** Words that a family shares at least: fewer are a stock phrase or a shared quotation's frame. */
const FAMILY_WORDS = 12;
/** Part of what a document shares with a newcomer that must lie in what it shares with its family: else two texts met in it. */
const COMMON_PART = 0.5;
/** A member with this part of the words of the origin, or where that is not here of the fullest member, is whole. */
const WHOLE = 0.9;
/** A member with less than this part of its words in the origin, or in the fullest member, is a rewrite. */
const REWRITE = 0.6;

export interface Link {
  readonly overlap: Overlap;
  /** Larger is nearer. */
  readonly closeness: number;
}

/** Groups of two or more documents that share text, each in the record's order; the groups by their first document. */
export function groupByText(
  links: readonly Link[],
  bodies: ReadonlyMap<string, Body>,
  order: ReadonlyMap<string, number>,
): string[][] {
  const joined = new DisjointSets<string>();
  const region = new Map<string, Span[]>();
  const joinable = links
    .map((link) => ({ link, share: shareOfShorter(link.overlap, bodies) }))
    .filter(({ link, share }) => share >= FAMILY_SHARE && link.overlap.own >= FAMILY_WORDS)
    .sort((x, y) => y.share - x.share || byNearness(order)(x.link, y.link));
  const members = new Map<string, string[]>();
  for (const { link } of joinable) {
    const { a, b, passages } = link.overlap;
    const rootA = joined.find(a);
    const rootB = joined.find(b);
    if (rootA === rootB) continue;
    const inA = passages.map((p) => p.a);
    const inB = passages.map((p) => p.b);
    if (!sameText(region.get(a), inA, bodies.get(a)!) || !sameText(region.get(b), inB, bodies.get(b)!))
      continue;
    joined.unite(rootA, rootB);
    members.set(rootA, [...(members.get(rootA) ?? [rootA]), ...(members.get(rootB) ?? [rootB])]);
    members.delete(rootB);
    region.set(a, region.get(a) ?? inA);
    region.set(b, region.get(b) ?? inB);
  }
  const at = (doc: string): number => order.get(doc)!;
  return [...members.values()]
    .map((docs) => docs.sort((x, y) => at(x) - at(y)))
    .sort((x, y) => at(x[0]!) - at(y[0]!));
}

/** Part of the shorter document's own words, quotations left aside, that are shared. */
function shareOfShorter(overlap: Overlap, bodies: ReadonlyMap<string, Body>): number {
  const shorter = Math.min(ownWords(bodies.get(overlap.a)!), ownWords(bodies.get(overlap.b)!));
  return Math.min(1, overlap.own / Math.max(1, shorter));
}

function sameText(family: readonly Span[] | undefined, shared: readonly Span[], body: Body): boolean {
  if (!family) return true;
  const inFamily = countWords(body, family).words;
  const inShared = countWords(body, shared).words;
  const either = countWords(body, [...family, ...shared]).words;
  return inFamily + inShared - either >= COMMON_PART * Math.min(inFamily, inShared);
}

export function byNearness(order: ReadonlyMap<string, number>): (x: Link, y: Link) => number {
  return (x, y) =>
    y.closeness - x.closeness ||
    order.get(x.overlap.a)! - order.get(y.overlap.a)! ||
    order.get(x.overlap.b)! - order.get(y.overlap.b)!;
}

export interface Branch {
  readonly overlap: Overlap;
  readonly direction: Direction;
}

/**
 * The tree of one family: nearest pairs first, no document with two ancestors known; pairs that the rule leaves
 * apart are then joined by their nearest pair all the same, as undetermined.
 */
export function growTree(
  links: readonly Link[],
  decide: (overlap: Overlap) => Direction,
  order: ReadonlyMap<string, number>,
): Branch[] {
  const grown = new DisjointSets<string>();
  const sorted = [...links].sort(byNearness(order));
  const branches: Branch[] = [];
  const hasAncestor = new Set<string>();
  for (const strict of [true, false]) {
    for (const { overlap } of sorted) {
      if (grown.find(overlap.a) === grown.find(overlap.b)) continue;
      const direction = decide(overlap);
      const heir = direction.ancestor === 'a' ? overlap.b : direction.ancestor === 'b' ? overlap.a : null;
      if (strict && heir !== null && hasAncestor.has(heir)) continue;
      if (heir !== null) hasAncestor.add(heir);
      grown.unite(overlap.a, overlap.b);
      branches.push({ overlap, direction });
    }
  }
  return branches;
}

/**
 * Members that have the text from nobody known, although lines of other members say whose it is and the family has that
 * account: they have it from there, whoever stood between, unless they were published before it.
 */
export function haveItFrom(
  origin: string | null,
  group: readonly string[],
  branches: readonly Branch[],
  overlapOf: (a: string, b: string) => Overlap | null,
  witnesses: ReadonlyMap<string, Witness>,
): Branch[] {
  if (origin === null || !group.includes(origin)) return [];
  const settled = new Set(
    branches.flatMap(({ overlap: { a, b }, direction: { ancestor } }) =>
      ancestor === null ? [] : [ancestor === 'a' ? b : a],
    ),
  );
  const own = witnesses.get(origin)!;
  return group.flatMap((doc): Branch[] => {
    const overlap = doc === origin || settled.has(doc) ? null : overlapOf(origin, doc);
    if (overlap === null || earlier(own.account, witnesses.get(doc)!.account) === 'b') return [];
    const found = direction(witnesses.get(overlap.a)!, witnesses.get(overlap.b)!, true);
    const note = 'lines of other copies say whose text it is';
    return [
      {
        overlap,
        direction: {
          ancestor: overlap.a === origin ? 'a' : 'b',
          by: 'words',
          evidence: [...found.evidence, { kind: 'overlap', anchors: [], note }],
        },
      },
    ];
  });
}

/** The member from which the known directions lead to every other, or null. */
export function rootOf(docs: readonly string[], branches: readonly Branch[]): string | null {
  const heirs = new Set<string>();
  const next = new Map<string, { doc: string; known: boolean; away: boolean }[]>(
    docs.map((doc) => [doc, []]),
  );
  for (const { overlap, direction } of branches) {
    const known = direction.ancestor !== null;
    next.get(overlap.a)!.push({ doc: overlap.b, known, away: direction.ancestor !== 'b' });
    next.get(overlap.b)!.push({ doc: overlap.a, known, away: direction.ancestor !== 'a' });
    if (direction.ancestor === 'a') heirs.add(overlap.b);
    if (direction.ancestor === 'b') heirs.add(overlap.a);
  }
  const candidates = docs.filter(
    (doc) => !heirs.has(doc) && next.get(doc)!.length > 0 && next.get(doc)!.every((n) => n.known),
  );
  if (candidates.length !== 1) return null;
  const seen = new Set<string>(candidates);
  const queue = [...candidates];
  for (let at = 0; at < queue.length; at++) {
    for (const { doc, away } of next.get(queue[at]!)!) {
      if (seen.has(doc)) continue;
      if (!away) return null;
      seen.add(doc);
      queue.push(doc);
    }
  }
  return seen.size === docs.length ? candidates[0]! : null;
}

/** The outlet or agency outside the family whose text it is, or the member that is its own document of it, or null. */
export function originByLines(
  docs: readonly string[],
  witnesses: ReadonlyMap<string, Witness>,
): string | null {
  const votes = new Map<string, number>();
  for (const doc of docs) {
    const { makers, of, own } = witnesses.get(doc)!.report;
    const named = makers.size > 0 ? of : null;
    if (named !== null) votes.set(named, (votes.get(named) ?? 0) + 1);
    // "told the Courier" in a text without a publisher: weaker than any line.
    else if (own === null && of !== null) votes.set(of, (votes.get(of) ?? 0) + 1 / (docs.length + 1));
  }
  const ranked = [...votes].sort((x, y) => y[1] - x[1] || compareStrings(x[0], y[0]));
  const first = ranked[0];
  if (!first || (ranked[1] && ranked[1][1] === first[1])) return null;
  const own = docs.filter(
    (doc) => witnesses.get(doc)!.report.own === first[0] && witnesses.get(doc)!.report.makers.size === 0,
  );
  return own.length === 0 ? first[0] : own.length === 1 ? own[0]! : null;
}

/** The member with most words, the first of several in order. */
export function fullestOf(docs: readonly string[], bodies: ReadonlyMap<string, Body>): string {
  return docs.reduce((best, doc) => (bodies.get(doc)!.words > bodies.get(best)!.words ? doc : best));
}

/** Roles relative to the origin where it is here, else to the fullest member (the first in order of those with most words). */
export function family(
  docs: readonly string[],
  origin: string | null,
  overlap: (a: string, b: string) => Overlap | null,
  bodies: ReadonlyMap<string, Body>,
): Family {
  const words = (doc: string): number => bodies.get(doc)!.words;
  const fullest = fullestOf(docs, bodies);
  // What the others are versions of.
  const standard = origin !== null && bodies.has(origin) ? origin : fullest;
  const role = (doc: string): Family['members'][number]['role'] => {
    if (doc === origin) return 'origin';
    if (doc === standard) return 'copy';
    const shared = overlap(doc, standard);
    const inDoc = shared === null ? 0 : shared.a === doc ? shared.wordsA : shared.wordsB;
    if (inDoc < REWRITE * words(doc)) return 'rewrite';
    if (words(doc) < WHOLE * words(standard)) return 'shorter';
    return words(standard) < WHOLE * words(doc) ? 'longer' : 'copy';
  };
  return {
    id: contentId('f', ...[...docs].sort(compareStrings)),
    origin,
    members: docs.map((doc) => ({ doc, role: role(doc) })),
  };
}
