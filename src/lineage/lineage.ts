import type { Edge, Family } from '../model/record.js';
import type { Account, StoryAccounts, StoryLineage } from '../model/story.js';
import { compareDocuments } from '../text/order.js';
import { type Direction, direction, earlier, witnesses as witnessesOf } from './direction.js';
import { creditEdges, makerEdges, textEdge, unite, witnessEdges } from './edges.js';
import { familyEdits, type Text } from './edits.js';
import {
  byNearness,
  family,
  fullestOf,
  groupByText,
  growTree,
  haveItFrom,
  type Link,
  originByLines,
  rootOf,
} from './families.js';
import { type Body, measureBody, type Overlap, overlaps } from './overlap.js';
import { collate } from './readings.js';
import { reports } from './reports.js';
import { joinSources } from './sources.js';

/**
 * Words shared, outside quotations, for an edge between documents of different families: fewer are a stock phrase.
 * Words that name the other document are as good.
 */
const EDGE_WORDS = 12;
/** An excerpt shorter than this may well come to both from a third; which was published first tells nothing. By reading. */
const TIMED_EXCERPT_WORDS = 40;

/**
 * Who has it from whom in one story: sources joined across the accounts, whose report each document is, families and
 * edges with their evidence. The order of the accounts and passages does not matter. Linear in words and passages,
 * save for sorting.
 */
export function traceLineage(story: StoryAccounts): StoryLineage {
  const accounts = [...story.accounts].sort((a, b) => compareDocuments(a.document, b.document));
  const docs = accounts.map(({ document }) => document.id);
  const order = new Map(docs.map((doc, at) => [doc, at]));
  const joined = joinSources(accounts, story.passages);
  const reportOf = reports(accounts, joined);
  const witnesses = witnessesOf(accounts, reportOf, joined);
  // Only those that share a text are asked how long they are.
  const sharing = new Set(story.passages.flatMap(({ a, b }) => [a.doc, b.doc]));
  const bodies = new Map(
    accounts
      .filter(({ document }) => sharing.has(document.id))
      .map((account) => [account.document.id, measureBody(account)]),
  );
  const links = overlaps(story.passages, bodies, order)
    .filter((overlap) => overlap.passages.length > 0)
    .map((overlap): Link => ({ overlap, closeness: shared(overlap, bodies) }));

  const familyOf = new Map<string, string[]>();
  const groups = groupByText(links, bodies, order);
  for (const group of groups) for (const doc of group) familyOf.set(doc, group);
  const within = new Map<readonly string[], Link[]>(groups.map((group) => [group, []]));
  const across: Link[] = [];
  for (const link of links) {
    const group = familyOf.get(link.overlap.a);
    if (group && group === familyOf.get(link.overlap.b)) within.get(group)!.push(link);
    else across.push(link);
  }

  const textOf = (doc: string): Text => ({
    document: accounts[order.get(doc)!]!.document,
    body: bodies.get(doc)!,
  });
  const families: Family[] = [];
  const edges: Edge[] = [];
  for (const group of groups) {
    const inside = within.get(group)!;
    const near =
      inside.length < group.length
        ? inside
        : collated(
            inside,
            group.map((doc) => accounts[order.get(doc)!]!),
          );
    const pairs = new Map(inside.map(({ overlap }) => [pairKey(overlap.a, overlap.b, order), overlap]));
    const byLines = originByLines(group, witnesses);
    const outside = byLines !== null && !order.has(byLines);
    const named = group.some((doc) => witnesses.get(doc)!.report.makers.size > 0);
    // Where lines tell whose text it is, which of two copies came first does not tell that one has it from the other,
    // and an account from before the original has a wrong date, or another original.
    const decide = ({ a, b }: Overlap): Direction => {
      const [one, two] = [witnesses.get(a)!, witnesses.get(b)!];
      const maker = a === byLines ? 'a' : b === byLines ? 'b' : null;
      const timesDecide =
        byLines === null ? !named : maker !== null && maker === earlier(one.account, two.account);
      return direction(one, two, timesDecide);
    };
    const branches = growTree(near, decide, order);
    const origin = byLines ?? rootOf(group, branches);
    const overlapOf = (x: string, y: string): Overlap | null => pairs.get(pairKey(x, y, order)) ?? null;
    families.push(family(group, origin, overlapOf, bodies));
    const edits = familyEdits(fullestOf(group, bodies), textOf, overlapOf);
    const fromOrigin = haveItFrom(byLines, group, branches, overlapOf, witnesses);
    const settled = new Set(fromOrigin.map(({ overlap }) => overlap));
    for (const branch of [...branches.filter(({ overlap }) => !settled.has(overlap)), ...fromOrigin]) {
      const { a, b } = branch.overlap;
      // Two that both bear the line of one maker outside have it from there, not from one another.
      const siblings = outside && [a, b].every((doc) => witnesses.get(doc)!.report.makers.has(byLines));
      if (!siblings) edges.push(textEdge(branch, bodies, witnesses, edits(branch)));
    }
  }
  for (const overlap of partial(across, familyOf, bodies, order)) {
    const [a, b] = [witnesses.get(overlap.a)!, witnesses.get(overlap.b)!];
    const found = direction(a, b, overlap.own >= TIMED_EXCERPT_WORDS);
    const named = found.evidence.some((e) => e.kind !== 'time');
    if (overlap.own >= EDGE_WORDS || named)
      edges.push(textEdge({ overlap, direction: found }, bodies, witnesses));
  }
  edges.push(
    ...makerEdges(docs, witnesses),
    ...creditEdges(docs, witnesses, families, bodies, [...edges]),
    ...witnessEdges(docs, witnesses, joined),
  );
  return {
    sources: joined.sources,
    sourceIds: joined.sourceIds,
    bodyIds: joined.bodyIds,
    creditIds: joined.creditIds,
    acts: joined.acts,
    citations: joined.citations,
    reportOf: Object.fromEntries(docs.map((doc) => [doc, reportOf.get(doc)!.of])),
    edges: unite(edges, order),
    families,
  };
}

/** Links by how near their readings are; where there are only as many as the tree needs, that decides nothing. */
function collated(links: readonly Link[], members: readonly Account[]): Link[] {
  const collation = collate(members);
  return links.map(({ overlap }) => ({
    overlap,
    closeness: -collation.distance(overlap.a, overlap.b),
  }));
}

/** Part of two bodies that they share: 0 to 1. */
function shared(overlap: Overlap, bodies: ReadonlyMap<string, Body>): number {
  const words = bodies.get(overlap.a)!.words + bodies.get(overlap.b)!.words;
  return (overlap.wordsA + overlap.wordsB) / Math.max(1, words);
}

function pairKey(a: string, b: string, order: ReadonlyMap<string, number>): string {
  return order.get(a)! < order.get(b)! ? `${a}\u0000${b}` : `${b}\u0000${a}`;
}

/**
 * What documents share with others outside their family: of each two families (or lone documents) the pair that shares
 * most words, the fullest of such pairs, so that a family speaks through one member wherever it may.
 */
function partial(
  links: readonly Link[],
  familyOf: ReadonlyMap<string, readonly string[]>,
  bodies: ReadonlyMap<string, Body>,
  order: ReadonlyMap<string, number>,
): Overlap[] {
  const best = new Map<string, Link>();
  const size = ({ a, b }: Overlap): number => bodies.get(a)!.words + bodies.get(b)!.words;
  const nearer = byNearness(order);
  const fuller = (x: Link, y: Link): number =>
    y.overlap.own - x.overlap.own || size(y.overlap) - size(x.overlap) || nearer(x, y);
  for (const link of links) {
    const { a, b } = link.overlap;
    const key = pairKey(familyOf.get(a)?.[0] ?? a, familyOf.get(b)?.[0] ?? b, order);
    const known = best.get(key);
    if (!known || fuller(link, known) < 0) best.set(key, link);
  }
  return [...best.values()].map((link) => link.overlap);
}
