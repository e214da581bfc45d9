/** Statements joined as claims: copies first, then average link, nothing joined below one half. */
import { averageLink } from '../similarity/cluster.js';
import { SAME_THRESHOLD } from '../similarity/same.js';
import type { Link } from './links.js';
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
  const attached = attachHeirs(all, links, copies, groupOf);
  const cores = copies.map((group) => group.filter((member) => !attached.has(member)));
  const between = linksBetween(links, groupOf, attached);
  // What one sentence asserts twice over it asserts of two things.
  const sentencesOf = cores.map((group) => new Set(group.map((i) => sentenceKey(all[i]!))));
  const apart = (left: readonly number[], right: readonly number[]): boolean => {
    const taken = new Set(left.flatMap((group) => [...sentencesOf[group]!]));
    return !right.some((group) => [...sentencesOf[group]!].some((sentence) => taken.has(sentence)));
  };
  const heirs = new Map<number, number[]>();
  for (const [heir, group] of attached) heirs.set(group, [...(heirs.get(group) ?? []), heir]);
  return averageLink(copies.length, between, SAME_THRESHOLD, apart)
    .map((groups) =>
      groups.flatMap((group) => [...cores[group]!, ...(heirs.get(group) ?? [])]).sort((x, y) => x - y),
    )
    .filter((cluster) => cluster.length > 0)
    .sort((x, y) => x[0]! - y[0]!);
}

const sentenceKey = (candidate: Candidate): string =>
  `${candidate.draft.doc} ${candidate.assertion.sentence}`;

/**
 * A statement of an account that credits a report belongs with what is likeliest the same there, however its own
 * words have drifted: it is joined to that one, and does not speak for the claim in further joins.
 */
function attachHeirs(
  all: readonly Candidate[],
  links: readonly Link[],
  copies: readonly (readonly number[])[],
  groupOf: Int32Array,
): ReadonlyMap<number, number> {
  const attached = new Map<number, number>();
  const taken = new Set<string>();
  const credits = links
    .filter((link) => link.kind === 'credit' && link.joins)
    .sort((s, t) => t.p - s.p || s.a - t.a || s.b - t.b);
  for (const { a, b, heir } of credits) {
    if (heir === null || attached.has(heir)) continue;
    const ancestor = heir === a ? b : a;
    const group = groupOf[ancestor]!;
    const sentence = `${group} ${sentenceKey(all[heir]!)}`;
    if (copies[groupOf[heir]!]!.length > 1 || attached.has(ancestor) || taken.has(sentence)) continue;
    attached.set(heir, group);
    taken.add(sentence);
  }
  return attached;
}

/** Between two groups of copies the likeliest joining link speaks, unless a link forbids: copies say one thing. */
function linksBetween(
  links: readonly Link[],
  groupOf: Int32Array,
  attached: ReadonlyMap<number, number>,
): { a: number; b: number; p: number }[] {
  const between = new Map<string, { a: number; b: number; p: number; forbidden: boolean }>();
  for (const link of links) {
    if (link.kind === 'passage' || attached.has(link.a) || attached.has(link.b)) continue;
    const [a, b] = [groupOf[link.a]!, groupOf[link.b]!].sort((x, y) => x - y) as [number, number];
    if (a === b) continue;
    const key = `${a} ${b}`;
    const known = between.get(key) ?? { a, b, p: 0, forbidden: false };
    known.p = Math.max(known.p, link.joins ? link.p : 0);
    known.forbidden ||= !link.joins && link.p >= SAME_THRESHOLD;
    between.set(key, known);
  }
  return [...between.values()].filter((link) => link.p > 0 && !link.forbidden);
}

/** Statements tied by passages, each group ascending, in the order of their first member. */
function copyGroups(size: number, links: readonly Link[]): number[][] {
  const parent = Int32Array.from({ length: size }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = i; parent[at] !== root; ) {
      const next = parent[at]!;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  for (const { a, b } of links) {
    const [x, y] = [find(a), find(b)];
    parent[Math.max(x, y)] = Math.min(x, y);
  }
  const groups = new Map<number, number[]>();
  for (let i = 0; i < size; i++) {
    const root = find(i);
    const group = groups.get(root);
    if (group) group.push(i);
    else groups.set(root, [i]);
  }
  return [...groups.values()];
}
