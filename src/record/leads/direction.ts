/** Families whose text nobody is shown to have had first: establish it. */
import type { Edge, Family } from '../../model/record.js';
import { inProse } from '../../text/describe.js';
import { append } from '../../text/multimap.js';
import { type Candidate, type Case, URGENCY } from './case.js';

export function directionLeads(found: Case): Candidate[] {
  const { families, edges } = found.found.lineage;
  const familyOf = new Map(
    families.flatMap((family) => family.members.map(({ doc }) => [doc, family] as const)),
  );
  const openIn = new Map<Family, Edge[]>();
  for (const edge of edges) {
    const family = familyOf.get(edge.from);
    if (edge.direction === 'undetermined' && family && family === familyOf.get(edge.to))
      append(openIn, family, edge);
  }
  return families.flatMap((family): Candidate[] => {
    const open = openIn.get(family) ?? [];
    if (open.length === 0 || family.members.some(({ doc }) => doc === family.origin)) return [];
    return [
      {
        kind: 'establish-direction',
        urgency: URGENCY.search,
        note: `Establish which came first: ${inProse(family.members.map(({ doc }) => found.account(doc)))} share their text, and nothing read shows who has it from whom.`,
        anchors: open.flatMap((edge) => edge.evidence.flatMap(({ anchors }) => anchors)).slice(0, 2),
        sources: [],
        accounts: new Set(family.members.map(({ doc }) => doc)),
        claims: [],
      },
    ];
  });
}
