/** Statements joined as claims: copies first, then average link, nothing joined below one half. */
import { averageLink } from '../similarity/cluster.js';
import { SAME_THRESHOLD } from '../similarity/same.js';
import { DisjointSets } from '../text/disjoint-sets.js';
import type { Link } from './links.js';
import { mayBeOne, sameSentence, someInOneAccount, unlikeInBody } from './one-account.js';
import type { Candidate } from './statements.js';

/** Clusters of candidate indices, each ascending, in the order of their first member. */
export function joinStatements(all: readonly Candidate[], links: readonly Link[]): number[][] {
  const copies = copyGroups(
    all.length,
    links.filter((link) => link.kind === 'passage'),
  );
  const groupOf = new Int32Array(all.length);
  copies.forEach((group, index) => {
    for (const member of group) groupOf[member] = index;
  });
  const root = attachHeirs(all, links, copies, groupOf);
  const between = linksBetween(links, groupOf, root, copies);
  // Nor do two sentences of one body become one claim by what others make of them.
  const alike = mayBeOne(links);
  const apart = (left: readonly number[], right: readonly number[]): boolean => {
    const membersOf = (groups: readonly number[]): number[] => groups.flatMap((group) => copies[group]!);
    return !someInOneAccount(
      membersOf(left),
      membersOf(right),
      all,
      (x, y) => sameSentence(x, y) || unlikeInBody(x, y, alike),
    );
  };
  const bound = copies.map((): number[] => []);
  copies.forEach((members, group) => {
    bound[root[group]!]!.push(...members);
  });
  return averageLink(copies.length, between, SAME_THRESHOLD, apart)
    .map((groups) => groups.flatMap((group) => bound[group]!).sort((x, y) => x - y))
    .filter((cluster) => cluster.length > 0)
    .sort((x, y) => x[0]! - y[0]!);
}

const sentenceKey = (candidate: Candidate): string =>
  `${candidate.draft.doc} ${candidate.assertion.sentence}`;

/**
 * What an account that credits a report has in common with it belongs with what is likeliest the same there, however
 * its words have drifted: it is bound to that, and does not speak for the claim in further joins. For each group of
 * copies, the group that it is bound to (itself where none), followed to the end.
 */
function attachHeirs(
  all: readonly Candidate[],
  links: readonly Link[],
  copies: readonly (readonly number[])[],
  groupOf: Int32Array,
): Int32Array {
  const root = Int32Array.from(copies, (_, group) => group);
  const find = (group: number): number => {
    let at = group;
    while (root[at] !== at) at = root[at]!;
    return at;
  };
  const taken = new Set<string>();
  const credits = links
    .filter((link) => link.kind === 'credit' && link.joins)
    .sort((s, t) => t.p - s.p || s.a - t.a || s.b - t.b);
  for (const { a, b, heir } of credits) {
    if (heir === null) continue;
    const own = groupOf[heir]!;
    const other = heir === a ? b : a;
    const to = find(groupOf[other]!);
    if (root[own] !== own || to === own) continue;
    // What it has word for word from the account that it credits belongs with those words.
    if (copies[own]!.some((member) => all[member]!.draft.doc === all[other]!.draft.doc)) continue;
    const sentences = copies[own]!.map((member) => `${to} ${sentenceKey(all[member]!)}`);
    if (sentences.some((sentence) => taken.has(sentence))) continue;
    root[own] = to;
    for (const sentence of sentences) taken.add(sentence);
  }
  // What an account says again, in its summary or further down, goes where the account's own words went.
  const leads = new Set(root.filter((to, group) => to !== group));
  for (const { a, b, kind, joins, p } of links) {
    if (kind !== 'likeness' || !joins || p < SAME_THRESHOLD || all[a]!.draft.doc !== all[b]!.draft.doc)
      continue;
    const [x, y] = [groupOf[a]!, groupOf[b]!];
    const [own, to] = root[x] === x ? [x, find(y)] : [y, find(x)];
    if (root[own] !== own || leads.has(own) || to === own || (root[x] === x && root[y] === y)) continue;
    root[own] = to;
  }
  return Int32Array.from(copies, (_, group) => find(group));
}

/**
 * Between two groups that are bound to none the likeliest joining link speaks, unless one between their first accounts
 * forbids: a copy may have changed a figure, and what it calls six in the morning is of the day of its original.
 */
function linksBetween(
  links: readonly Link[],
  groupOf: Int32Array,
  root: Int32Array,
  copies: readonly (readonly number[])[],
): { a: number; b: number; p: number }[] {
  const between = new Map<string, { a: number; b: number; p: number; forbidden: boolean }>();
  for (const link of links) {
    const [a, b] = [groupOf[link.a]!, groupOf[link.b]!].sort((x, y) => x - y) as [number, number];
    if (link.kind === 'passage' || a === b || root[a] !== a || root[b] !== b) continue;
    const key = `${a} ${b}`;
    const known = between.get(key) ?? { a, b, p: 0, forbidden: false };
    known.p = Math.max(known.p, link.joins ? link.p : 0);
    const firsts = [link.a, link.b].every((member) => copies[groupOf[member]!]![0] === member);
    known.forbidden ||= !link.joins && link.p >= SAME_THRESHOLD && firsts;
    between.set(key, known);
  }
  return [...between.values()].filter((link) => link.p > 0 && !link.forbidden);
}

/** Statements tied by passages, each group ascending, in the order of their first member. */
function copyGroups(size: number, links: readonly Link[]): number[][] {
  const copies = new DisjointSets<number>();
  for (const { a, b } of links) copies.unite(a, b);
  const groups = new Map<number, number[]>();
  for (let i = 0; i < size; i++) {
    const root = copies.find(i);
    const group = groups.get(root);
    if (group) group.push(i);
    else groups.set(root, [i]);
  }
  return [...groups.values()];
}
