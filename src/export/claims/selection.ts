/** Which claims of a record are asked for, and in what order. */
import type { Claim, Record, Statement } from '../../model/record.js';
import { compareStrings } from '../../text/order.js';
import { findSilence } from '../silence.js';
import { accountsOf, offIn } from '../view.js';

/**
 * `conflicts`: claims whose statements cannot all hold; `single-origin`: claims that no more than one origin stands
 * behind; `drift`: claims that changed as they were passed on; `silence`: claims that one account of a story alone has,
 * or all but one (`findSilence`).
 */
export const CLAIMS_ONLY = ['conflicts', 'single-origin', 'drift', 'silence'] as const;
export type ClaimsOnly = (typeof CLAIMS_ONLY)[number];

/**
 * `accounts`: those first that most accounts assert; `origins`: those first that fewest origins stand behind; `date`:
 * by the publication of the earliest account, undated last; `document`: file after file, in each as it is read. What is equal
 * stays in the record's order.
 */
export const CLAIMS_SORTS = ['accounts', 'origins', 'date', 'document'] as const;
export type ClaimsSort = (typeof CLAIMS_SORTS)[number];

export interface ClaimsSelection {
  /** Null: all. */
  readonly only: ClaimsOnly | null;
  readonly sort: ClaimsSort;
}

/**
 * The claims that are asked for; without anything asked all of them, the most carried first. Of `single-origin` those
 * that several accounts carry stand first in any order; what a user set aside stands last.
 */
export function selectClaims(
  record: Record,
  { only = null, sort = 'accounts' }: Partial<ClaimsSelection> = {},
): readonly Claim[] {
  const off = offIn(record);
  const all = sorter(record, sort)(chosenBy(record, only), (claim) => claim);
  const sorted = [...all.filter(({ id }) => !off.has(id)), ...all.filter(({ id }) => off.has(id))];
  return only === 'single-origin'
    ? [...sorted.filter(isShared), ...sorted.filter((claim) => !isShared(claim))]
    : sorted;
}

function chosenBy(record: Record, only: ClaimsOnly | null): readonly Claim[] {
  const { claims } = record;
  switch (only) {
    case null:
      return claims;
    case 'conflicts':
      return claims.filter(({ conflicts }) => conflicts.length > 0);
    case 'single-origin':
      return claims.filter(({ origins }) => origins.max === 1);
    case 'drift':
      return claims.filter(({ drift }) => drift.length > 0);
    case 'silence': {
      const { onlyOne, allButOne } = findSilence(record);
      const found = new Set([...onlyOne, ...allButOne].map(({ claim }) => claim));
      return claims.filter((claim) => found.has(claim));
    }
  }
}

/** Puts claims, or what is about claims, in the order that is asked for. */
export function sorter(
  record: Record,
  sort: ClaimsSort,
): <T>(items: readonly T[], claimOf: (item: T) => Claim) => readonly T[] {
  const keys = keysOf(record, sort);
  return (items, claimOf) =>
    items
      .map((item) => ({ item, by: keys(claimOf(item)) }))
      .sort((a, b) => a.by.reduce((order, key, i) => order || key - b.by[i]!, 0))
      .map(({ item }) => item);
}

/** What is compared, the weightiest first. */
function keysOf(record: Record, sort: ClaimsSort): (claim: Claim) => readonly number[] {
  const carried = (claim: Claim): number => -accountsOf(claim).length;
  switch (sort) {
    case 'accounts':
      return (claim) => [carried(claim)];
    case 'origins':
      return (claim) => [claim.origins.min, claim.origins.max, carried(claim)];
    case 'date': {
      // The record has documents by date.
      const rank = ranks(record.documents);
      return (claim) => [rank.get(earliestOf(claim).anchor.doc)!, carried(claim)];
    }
    case 'document': {
      const rank = ranks(
        [...record.documents].sort((a, b) => compareStrings(a.ref, b.ref) || compareStrings(a.id, b.id)),
      );
      return (claim) => {
        const { doc, start } = earliestOf(claim).anchor;
        return [rank.get(doc)!, start];
      };
    }
  }
}

const ranks = (documents: Record['documents']): ReadonlyMap<string, number> =>
  new Map(documents.map(({ id }, i) => [id, i]));

/** The statement of the earliest account that asserts the claim, else of the earliest that speaks of it. */
export const earliestOf = ({ statements }: Claim): Statement =>
  statements.find(({ stance }) => stance === 'asserts') ?? statements[0]!;

export const isShared = (claim: Claim): boolean => accountsOf(claim).length > 1;
