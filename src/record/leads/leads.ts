/** What a reporter should do next, most useful first. */
import type { Lead } from '../../model/record.js';
import { compareStrings } from '../../text/order.js';
import { type Candidate, Case, type Found } from './case.js';
import { conflictLeads } from './conflicts.js';
import { correctionLeads } from './corrections.js';
import { directionLeads } from './direction.js';
import { documentLeads } from './documents.js';
import { metadataLeads } from './metadata.js';
import { originLeads } from './origins.js';
import { outletLeads } from './outlets.js';
import { peopleLeads } from './people.js';
import { refusalLeads } from './refusals.js';

/** Whom to ask and what to find comes before who copied whom, and that before what is said about the accounts' files. */
const LATER: { readonly [kind in Lead['kind']]?: number } = {
  'establish-direction': 1,
  'name-outlet': 2,
  'date-document': 2,
};

/**
 * One lead for each thing to do, and no claim under two that say the same: what a lost document, an office-holder or an
 * unnamed source is the sole origin of stands with the lead to obtain or to ask, and not again as a single origin. Ordered
 * by what is at stake: the accounts that it bears upon by its urgency, then the claims.
 */
export function findLeads(found: Found): Lead[] {
  const held = new Case(found);
  const documents = documentLeads(held);
  const refused = refusalLeads(held);
  const people = peopleLeads(held, refused.subjects);
  const outlets = outletLeads(held);
  const told = new Set([...documents, ...people, ...outlets].flatMap(({ claims }) => claims));
  const candidates = [
    ...conflictLeads(held),
    ...documents,
    ...correctionLeads(held),
    ...refused.leads,
    ...people,
    ...originLeads(held, told),
    ...outlets,
    ...directionLeads(held),
    ...metadataLeads(held),
  ];
  const place = new Map(found.documents.map(({ id }, at) => [id, at]));
  const first = ({ anchors }: Candidate): number =>
    Math.min(...anchors.map(({ doc }) => place.get(doc)!), found.documents.length);
  return candidates
    .sort(
      (x, y) =>
        (LATER[x.kind] ?? 0) - (LATER[y.kind] ?? 0) ||
        stake(y) - stake(x) ||
        y.claims.length - x.claims.length ||
        first(x) - first(y) ||
        compareStrings(x.note, y.note),
    )
    .map(({ kind, note, anchors, sources }) => ({ kind, note, anchors, sources }));
}

const stake = ({ urgency, accounts }: Candidate): number => accounts.size * urgency;
