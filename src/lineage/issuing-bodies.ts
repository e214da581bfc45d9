/** Bodies that published an account of the story themselves: a press release, a notice, a statement, a bulletin. */
import { BODY_NOUNS } from '../language/en/body-nouns.js';
import type { Account } from '../model/story.js';
import { bodyNoun, organisationKey } from '../text/name-keys.js';
import type { Outlets } from './outlets.js';

export interface IssuingBody {
  /** Key of its name, as organisations are compared. */
  readonly key: string;
  readonly name: string;
  /** The source id under which its documents stand as reports. */
  readonly outlet: string;
  /** Ids of the documents, in the record's order. */
  readonly documents: readonly string[];
}

/** Words of the press, which has agencies and bureaus too. */
const PRESS = /\b(?:news|press|wire|media|radio|television|tv)\b/;

/**
 * One an outlet that is a body: because a text of it says that it is a release, or because its name says so. What
 * accounts credit as a report is the press's.
 */
export function issuingBodies(accounts: readonly Account[], outlets: Outlets): IssuingBody[] {
  const reporting = new Set(
    accounts.flatMap(({ document, analysis }) =>
      analysis.credits
        .filter(({ kind }) => kind === 'reported' || kind === 'told' || kind === 'seen')
        .map(({ outlet }) => outlets.idOf(outlet, document.id)),
    ),
  );
  const nameOf = new Map(outlets.all.map((outlet) => [outlet.id, outlet.name]));
  const found = new Map<string, { name: string; documents: string[]; isBody: boolean }>();
  for (const { document, analysis } of accounts) {
    const outlet = outlets.ownOf(document.id);
    if (outlet === null) continue;
    const name = nameOf.get(outlet)!;
    const key = organisationKey(name);
    const isBody = !reporting.has(outlet) && !PRESS.test(key) && BODY_NOUNS.has(bodyNoun(key));
    const known = found.get(outlet) ?? { name, documents: [], isBody };
    known.documents.push(document.id);
    known.isBody ||= analysis.metadata.issuer !== null;
    found.set(outlet, known);
  }
  return [...found].flatMap(([outlet, { name, documents, isBody }]) =>
    isBody ? [{ key: organisationKey(name), name, outlet, documents }] : [],
  );
}
