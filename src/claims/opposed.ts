/** Claims that speak of one thing and cannot both hold, joined as the sides of a conflict. */
import { contradict, pairFigures } from './figures.js';
import type { Link } from './links.js';
import type { Candidate } from './statements.js';

/**
 * Clusters joined where a statement of one contradicts one of the other, likeliest pair first: what is said against a claim
 * resembles some of its statements, and seldom their mean. Never two parts of one sentence.
 */
export function joinOpposed(
  clusters: readonly (readonly number[])[],
  all: readonly Candidate[],
  links: readonly Link[],
): number[][] {
  const members = clusters.map((cluster) => [...cluster]);
  const home = new Map(clusters.flatMap((cluster, index) => cluster.map((m) => [m, index] as const)));
  const against = links
    .filter(({ kind, joins, slots }) => kind === 'likeness' && joins && slots.length > 0)
    .filter(({ a, b, slots }) => !slots.includes('figure') || tellsOneThing(all[a]!, all[b]!))
    .sort((s, t) => t.p - s.p || s.a - t.a || s.b - t.b);
  const sentences = (index: number): Set<string> =>
    new Set(members[index]!.map((m) => `${all[m]!.draft.doc} ${all[m]!.assertion.sentence}`));
  for (const { a, b } of against) {
    const [x, y] = [home.get(a)!, home.get(b)!];
    if (x === y) continue;
    const there = sentences(x);
    if ([...sentences(y)].some((sentence) => there.has(sentence))) continue;
    for (const m of members[y]!) home.set(m, x);
    members[x]!.push(...members[y]!.splice(0));
  }
  return members
    .filter((cluster) => cluster.length > 0)
    .map((cluster) => cluster.sort((x, y) => x - y))
    .sort((x, y) => x[0]! - y[0]!);
}

/** Rates are of many things: "36 percent" and "30 percent" of taxes may be those of two people or years. */
const tellsOneThing = (x: Candidate, y: Candidate): boolean =>
  pairFigures(x, y).some((pair) => pair[0].kind !== 'percent' && contradict(x, y, pair));
