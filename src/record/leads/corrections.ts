/** What one outlet took back and others still carry: do not repeat it from them. */
import type { Claim } from '../../model/record.js';
import { append } from '../../text/multimap.js';
import { encloses } from '../../text/spans.js';
import { type Candidate, type Case, URGENCY } from './case.js';

const LONGEST = 160;

export function correctionLeads(found: Case): Candidate[] {
  const byDocument = new Map<string, Claim[]>();
  for (const claim of found.found.claims)
    for (const doc of new Set(claim.statements.map((s) => s.anchor.doc))) append(byDocument, doc, claim);
  return found.found.corrections.flatMap((correction): Candidate[] => {
    const { doc, anchor, carriedBy, corrects } = correction;
    if (carriedBy.length === 0) return [];
    const words = anchor.exact.replace(/\s+/g, ' ').trim();
    const shown = words.length <= LONGEST ? words : `${words.slice(0, words.lastIndexOf(' ', LONGEST))} …`;
    const still = carriedBy.length === 1 ? 'still has it as before' : 'still have it as before';
    const told = [anchor, ...corrects];
    const claim = (byDocument.get(carriedBy[0]!) ?? []).find((one) => told.some((a) => holds(one, a)));
    const carrying =
      claim?.statements.filter((s) => carriedBy.includes(s.anchor.doc)).map((s) => s.anchor) ?? [];
    return [
      {
        kind: 'carry-correction',
        urgency: URGENCY.settle,
        note: `Check with ${found.outlets(carriedBy)}, which ${still}, what ${found.outlet(doc)} took back or changed: “${shown}”.`,
        anchors: [anchor, ...carrying.slice(0, 2)],
        sources: [],
        accounts: new Set([doc, ...carriedBy, ...corrects.map((a) => a.doc)]),
        claims: claim ? [claim] : [],
      },
    ];
  });
}

const holds = ({ statements }: Claim, a: Candidate['anchors'][number]): boolean =>
  statements.some(({ anchor }) => anchor.doc === a.doc && (encloses(anchor, a) || encloses(a, anchor)));
