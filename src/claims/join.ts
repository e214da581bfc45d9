/** Statements joined as claims: copies first, then average link, nothing joined below one half. */
import { averageLink } from '../similarity/cluster.js';
import { SAME_THRESHOLD } from '../similarity/same.js';
import type { Link } from './links.js';
import type { Candidate } from './statements.js';

/** Clusters of candidate indices, each ascending, in the order of their first member. */
export function joinStatements(all: readonly Candidate[], links: readonly Link[]): number[][] {
  const size = all.length;
  const copies = copyGroups(
    size,
    links.filter((link) => link.kind === 'passage'),
  );
  const groupOf = new Int32Array(size);
  copies.forEach((group, index) => {
    for (const member of group) groupOf[member] = index;
  });
  // Between two groups of copies the likeliest joining link speaks, unless a link forbids: copies say one thing.
  const between = new Map<string, { a: number; b: number; p: number; forbidden: boolean }>();
  for (const link of links) {
    const [a, b] = [groupOf[link.a]!, groupOf[link.b]!].sort((x, y) => x - y) as [number, number];
    if (a === b || link.kind === 'passage') continue;
    const key = `${a} ${b}`;
    const known = between.get(key) ?? { a, b, p: 0, forbidden: false };
    known.p = Math.max(known.p, link.joins ? link.p : 0);
    known.forbidden ||= !link.joins && link.p >= SAME_THRESHOLD;
    between.set(key, known);
  }
  const joining = [...between.values()].filter((link) => link.p > 0 && !link.forbidden);
  // What one sentence asserts twice over it asserts of two things.
  const sentencesOf = copies.map(
    (group) => new Set(group.map((i) => `${all[i]!.draft.doc} ${all[i]!.assertion.sentence}`)),
  );
  const apart = (left: readonly number[], right: readonly number[]): boolean => {
    const taken = new Set(left.flatMap((group) => [...sentencesOf[group]!]));
    return !right.some((group) => [...sentencesOf[group]!].some((sentence) => taken.has(sentence)));
  };
  return averageLink(copies.length, joining, SAME_THRESHOLD, apart)
    .map((groups) => groups.flatMap((group) => copies[group]!).sort((x, y) => x - y))
    .sort((x, y) => x[0]! - y[0]!);
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
