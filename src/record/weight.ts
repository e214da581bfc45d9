/** How much a claim weighs: by the accounts that make it, then by the origins behind it. */
import type { Claim } from '../model/record.js';

/** Ids of the documents that assert it; of a claim that none asserts, of those that speak of it. In their order. */
export function carriersOf({ statements }: Claim): readonly string[] {
  const asserting = statements.filter(({ stance }) => stance === 'asserts');
  return [...new Set((asserting.length > 0 ? asserting : statements).map(({ anchor }) => anchor.doc))];
}

/** Most accounts first, then most origins; what weighs the same keeps its order. */
export function byWeight(claims: readonly Claim[]): Claim[] {
  return claims
    .map((claim) => ({ claim, accounts: carriersOf(claim).length }))
    .sort(
      (x, y) =>
        y.accounts - x.accounts ||
        y.claim.origins.min - x.claim.origins.min ||
        y.claim.origins.max - x.claim.origins.max,
    )
    .map(({ claim }) => claim);
}
