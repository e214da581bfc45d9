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
    /** Accounts that quote or cite the person, each with whether it shows that it heard the words. */
    const citing = new Map<string, boolean>();
    /** Of an account, the outlet that it says the person told. */
    const told = new Map<string, string>();
    const carriers = new Set<string>();
    for (const claim of subject.behind.map((id) => found.claim(id))) {
      let rests = false;
      for (const { stance, anchor, attribution, rule, paths, firstHand } of claim.statements) {
        if (stance !== 'asserts' || !paths.flat().some((id) => own.has(id))) continue;
        carriers.add(anchor.doc);
        rests = true;
        const speaker = found.speakerOf(attribution);
        if (!here.has(anchor.doc) || speaker === null || !own.has(speaker.id)) continue;
        if (rule === 'attributed') citing.set(anchor.doc, citing.get(anchor.doc) === true || firstHand);
        for (const path of rule === 'derived' ? paths : [])
          for (const id of path)
            if (found.source(id)?.kind === 'outlet') told.set(anchor.doc, found.node(id));
      }
      if (rests) claims.push(claim);
    }
    // An account that has some of it from another report, and shows no hearing, is taken to have all of it from there.
    const heard = new Map<string, string | null>();
    for (const [doc, firstHand] of citing) {
      const elsewhere = firstHand ? undefined : told.get(doc);
      if (elsewhere === undefined) heard.set(found.outlet(doc), null);
      else if (!heard.has(elsewhere)) heard.set(elsewhere, found.outlet(doc));
    }
    if (heard.size !== 1 || claims.length === 0) return [];
    const [[hearer, teller]] = [...heard] as [[string, string | null]];
    const only =
      teller === null
        ? `only ${hearer} quotes or cites this person at first hand`
        : `only ${hearer} is said to have heard this person, by ${teller}`;
    // What somebody thinks is on record; a fact can be asked about.
    const facts = claims.filter((claim) => !isUtterance(claim, found));
    const about = found.quoted(claims, foremost(facts.length > 0 ? facts : claims));
    const passed = carriers.size > heard.size ? `, and ${counted(carriers.size, 'account')} carry it` : '';
    return [
      {
        kind: 'ask-named-source',
        urgency: URGENCY.ask,
        note: `Ask ${withRole(subject, found)} about ${about}: ${only}${passed}.`,
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
