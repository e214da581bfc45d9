/** What many accounts carry and one origin stands behind: find a second. */
import type { Claim } from '../../model/record.js';
import { inProse } from '../../text/describe.js';
import { append } from '../../text/multimap.js';
import { carriersOf } from '../weight.js';
import { accountsIn, type Candidate, type Case, counted, foremost, isUtterance, URGENCY } from './case.js';

/** A claim that this many accounts carry and one origin stands behind is worth a second source. */
const MANY_ACCOUNTS = 3;
const ANCHORS = 3;

/** `told`: claims of which another lead says what to do already: obtain the document, ask the person or the outlet. */
export function originLeads(found: Case, told: ReadonlySet<Claim>): Candidate[] {
  const alone = new Map<string, Claim[]>();
  for (const claim of found.found.claims) {
    const { origins } = claim;
    if (origins.max !== 1 || carriersOf(claim).length < MANY_ACCOUNTS) continue;
    if (told.has(claim) || isUtterance(claim, found) || origins.roots.some((root) => isCrowd(root, found)))
      continue;
    append(alone, origins.roots.join(' '), claim);
  }
  return [...alone.values()].map((claims): Candidate => {
    const first = foremost(claims);
    const { roots } = first.origins;
    const behind =
      roots.length === 0
        ? 'and none gives a source'
        : `all from ${inProse(roots.map((id) => originOf(id, found)))}`;
    return {
      kind: 'single-origin',
      urgency: URGENCY.search,
      note: `Find a second origin for ${found.quoted(claims)}: ${counted(carriersOf(first).length, 'account')} carry ${claims.length === 1 ? 'it' : 'the first'}, ${behind}.`,
      anchors: [first, ...claims.filter((claim) => claim !== first)]
        .slice(0, ANCHORS)
        .map(({ statements }) => statements[0]!.anchor),
      sources: roots,
      accounts: accountsIn(claims),
      claims,
    };
  });
}

/** Where the trail ends: an outlet's own voice, a document that was read, or a source. */
function originOf(id: string, found: Case): string {
  const source = found.source(id);
  if (source === undefined || source.kind === 'outlet') return `${found.node(id)}, which gives no source`;
  const read = source.documents[0];
  return `${found.node(id)}${read === undefined ? '' : ` (${found.document(read).ref})`} alone`;
}

/** People without a name are asked for at their outlet alone; "crews mending nets" are not worth a lead. */
function isCrowd(id: string, found: Case): boolean {
  const source = found.source(id);
  return source !== undefined && (source.kind === 'unknown' || (source.kind === 'people' && !source.named));
}
