/** Office-holders whom one outlet alone has heard: ask them too. They are those whom the record has a page for. */
import type { Claim, Subject } from '../../model/record.js';
import { officesIn } from '../offices.js';
import { type Candidate, type Case, counted, foremost, isUtterance, URGENCY } from './case.js';

const ANCHORS = 3;

/** `refused`: subjects that would not answer somebody, of whom another lead speaks. */
export function peopleLeads(found: Case, refused: ReadonlySet<string>): Candidate[] {
  return found.found.subjects.flatMap((subject): Candidate[] => {
    if (subject.kind !== 'person' || refused.has(subject.id)) return [];
    const here = new Set(subject.mentions.map(({ doc }) => doc));
    const own = new Set(subject.sources);
    const claims: Claim[] = [];
    const heard = new Set<string>();
    const carriers = new Set<string>();
    for (const claim of subject.behind.map((id) => found.claim(id))) {
      let rests = false;
      for (const { stance, anchor, attribution, rule, paths } of claim.statements) {
        if (stance !== 'asserts' || !paths.flat().some((id) => own.has(id))) continue;
        carriers.add(anchor.doc);
        rests = true;
        const speaker = found.speakerOf(attribution);
        if (rule === 'attributed' && here.has(anchor.doc) && speaker !== null && own.has(speaker.id))
          heard.add(found.outlet(anchor.doc));
      }
      if (rests) claims.push(claim);
    }
    if (heard.size !== 1 || claims.length === 0) return [];
    // What somebody thinks is on record; a fact can be asked about.
    const facts = claims.filter((claim) => !isUtterance(claim, found));
    const about = found.quoted(claims, foremost(facts.length > 0 ? facts : claims));
    const passed = carriers.size > heard.size ? `, and ${counted(carriers.size, 'account')} carry it` : '';
    return [
      {
        kind: 'ask-named-source',
        urgency: URGENCY.ask,
        note: `Ask ${withRole(subject, found)} about ${about}: only ${[...heard][0]} quotes or cites this person at first hand${passed}.`,
        anchors: subject.mentions.slice(0, ANCHORS),
        sources: subject.sources,
        accounts: carriers,
        claims,
      },
    ];
  });
}

/** "Ludo Barrish (harbour master)"; a role with somebody else's name in it is a misread stretch of a sentence. */
export function withRole({ name, sources }: Subject, found: Case): string {
  const told = sources.flatMap((id) => found.source(id) ?? []);
  const role = told.find((source) => source.role !== null)?.role ?? null;
  const organisation = told.find((source) => source.organisation !== null)?.organisation ?? null;
  const pairs = role?.match(/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/gu) ?? [];
  const misread = pairs.some((pair) => officesIn(pair).length === 0);
  const words = [misread ? null : role, organisation].flatMap((word) => word ?? []);
  return words.length === 0 ? name : `${name} (${words.join(', ')})`;
}
