/**
 * Claims that rest on people whom an account does not name. The outlet is asked what else supports them, and nothing more:
 * no lead asks who they are (DESIGN §6).
 */
import type { Claim, Source } from '../../model/record.js';
import { inProse } from '../../text/describe.js';
import { append } from '../../text/multimap.js';
import { officesIn } from '../offices.js';
import { carriersOf } from '../weight.js';
import { accountsIn, type Candidate, type Case, URGENCY } from './case.js';

/** What this many accounts carry is worth a call, whoever said it. */
const MANY_ACCOUNTS = 3;
const ANCHORS = 5;

export function outletLeads(found: Case): Candidate[] {
  const unnamed = unnamedBehind(found);
  const byOutlet = new Map<string, Source[]>();
  for (const source of unnamed.keys()) append(byOutlet, found.outlet(source.mentions[0]!.doc), source);
  return [...byOutlet].flatMap(([outlet, people]): Candidate[] => {
    const asked = people.filter((source) => worthACall(source, unnamed.get(source)!));
    const claims = [...new Set(asked.flatMap((source) => unnamed.get(source)!))];
    if (claims.length === 0) return [];
    return [
      {
        kind: 'ask-outlet',
        urgency: URGENCY.ask,
        note: `Ask ${outlet} what else supports ${found.quoted(claims)}, all on the word of people it does not name (${inProse(asked.map(({ name }) => `“${name}”`))}).`,
        anchors: asked.slice(0, ANCHORS).map(({ mentions }) => mentions[0]!),
        sources: asked.map(({ id }) => id),
        accounts: accountsIn(claims),
        claims,
      },
    ];
  });
}

/** Unnamed people with the claims that rest on nobody else, or on their body with nobody else to speak for it. */
function unnamedBehind(found: Case): ReadonlyMap<Source, readonly Claim[]> {
  const behind = new Map<Source, Claim[]>();
  for (const claim of found.found.claims) {
    const people = new Set<Source>();
    const carried = new Set<string>();
    for (const { stance, paths, roots } of claim.statements) {
      if (stance !== 'asserts') continue;
      for (const path of paths) {
        const end = path.findIndex((id) => roots.includes(id));
        if (end < 0) continue;
        // What "an official of the agency" says counts as the agency's; what mayors write in a letter is the letter's.
        const forBody = found.source(path[end]!)?.kind === 'organisation';
        const speakers = path.slice(Math.max(0, forBody ? end - 1 : end), end + 1).flatMap((id) => {
          const source = found.source(id);
          return source?.kind === 'people' && !source.named && source.mentions.length > 0 ? [source] : [];
        });
        for (const source of speakers) people.add(source);
        if (speakers.length > 0) carried.add(path[end]!);
      }
    }
    const alone = claim.origins.roots.every((root) => carried.has(root));
    if (alone) for (const source of people) append(behind, source, claim);
  }
  return behind;
}

/** "Some skippers" say what skippers say; an official who is not named had a reason, and the outlet may have more. */
function worthACall({ name, organisation, count }: Source, claims: readonly Claim[]): boolean {
  const official = officesIn(name.replace(/s\b/g, '')).length > 0 && count !== null && count.max !== null;
  return (
    official || organisation !== null || claims.some((claim) => carriersOf(claim).length >= MANY_ACCOUNTS)
  );
}
