/** What cannot both hold: settle it. */
import type { Conflict } from '../../model/record.js';
import { inProse } from '../../text/describe.js';
import { encloses } from '../../text/spans.js';
import { carriersOf } from '../weight.js';
import { type Candidate, type Case, URGENCY } from './case.js';

/** Both claims of a pair may hold a conflict; it is settled once. */
export function conflictLeads(found: Case): Candidate[] {
  const seen = new Set<string>();
  return found.found.claims.flatMap((claim) =>
    claim.conflicts.flatMap((conflict): Candidate[] => {
      const { sides, note, kind } = conflict;
      const key = `${kind} ${sides
        .map(({ anchors }) => anchors.map((a) => `${a.doc} ${a.start} ${a.end}`).join())
        .sort()
        .join(' | ')}`;
      if (seen.has(key) || sides.length === 0 || isTakenBack(conflict, found)) return [];
      seen.add(key);
      const told = sides.map((side) => whose(side, found));
      const what =
        kind === 'wording' && told.length === 2
          ? `${/denied/.test(note) ? 'whether' : 'how much of'} ${found.quoted([claim])} holds: told by ${told[0]}, ${/, (.+) by others$/.exec(note)?.[1] ?? 'not'} by ${told[1]}`
          : `${note} in ${found.quoted([claim])}: ${told.length === 2 ? `the one from ${told[0]}, the other from ${told[1]}` : `from ${inProse(told, told.length)}`}`;
      return [
        {
          kind: 'settle-conflict',
          urgency: URGENCY.settle,
          note: `Settle ${what}.`,
          anchors: sides.flatMap(({ anchors }) => anchors.slice(0, 1)),
          sources: [...new Set(sides.flatMap(({ origins }) => origins.roots))],
          accounts: new Set([
            ...carriersOf(claim),
            ...sides.flatMap(({ anchors }) => anchors.map(({ doc }) => doc)),
          ]),
          claims: [claim],
        },
      ];
    }),
  );
}

/**
 * Whether an outlet has settled it itself: without the account that took a side back, those that still carry it and those
 * that had it, one side has nobody.
 */
function isTakenBack({ sides }: Conflict, found: Case): boolean {
  return found.found.corrections.some(({ doc, anchor, corrects, carriedBy }) => {
    const settled = new Set([doc, ...corrects.map((old) => old.doc), ...carriedBy]);
    const told = [anchor, ...corrects];
    const speaksOf = sides.some(({ anchors }) =>
      anchors.some((a) => told.some((sentence) => sentence.doc === a.doc && encloses(sentence, a))),
    );
    return speaksOf && sides.some(({ anchors }) => anchors.every((a) => settled.has(a.doc)));
  });
}

/** "Brida Kessock (The Orrelhaven Packet)", "The Orrelhaven Packet". */
function whose({ anchors, origins }: Conflict['sides'][number], found: Case): string {
  const outlets = [...new Set(anchors.map(({ doc }) => found.outlet(doc)))];
  const roots = origins.roots.map((id) => found.node(id)).filter((name) => !outlets.includes(name));
  const where = inProse(outlets, 2);
  return roots.length === 0 ? where : `${inProse(roots, 2)} (${where})`;
}
