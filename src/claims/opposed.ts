/** Claims that speak of one thing and cannot both hold, joined as the sides of a conflict, and a plan with what was done of it. */
import { contradict, pairFigures } from './figures.js';
import type { Link } from './links.js';
import { mayBeOne, sameSentence, someInOneAccount, unlikeInBody } from './one-account.js';
import type { Candidate } from './statements.js';

/**
 * Clusters joined where a statement of one contradicts one of the other, likeliest pair first: what is said against a claim
 * resembles some of its statements, and seldom their mean.
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
  const alike = mayBeOne(links);
  for (const { a, b, slots } of against) {
    const [x, y] = [home.get(a)!, home.get(b)!];
    if (x === y) continue;
    // An account may set two numbers against each other itself.
    const ofTwoThings = (m: Candidate, n: Candidate): boolean =>
      sameSentence(m, n) ? !tellTwoNumbers(m, n) : !slots.includes('figure') && unlikeInBody(m, n, alike);
    if (someInOneAccount(members[x]!, members[y]!, all, ofTwoThings)) continue;
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

/** Each tells numbers, and none that the other tells. */
const tellTwoNumbers = (x: Candidate, y: Candidate): boolean => {
  const there = new Set(y.figures.map(({ value }) => value));
  return x.figures.length > 0 && there.size > 0 && !x.figures.some(({ value }) => there.has(value));
};
