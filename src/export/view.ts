/** What the exports ask of a record: look-ups, names in a reader's words, and the groups that a page shows. */
import type { Amended } from '../model/amendments.js';
import type { Document } from '../model/document.js';
import type { Message } from '../model/message.js';
import type {
  Attribution,
  Claim,
  Conflict,
  Edge,
  Family,
  Origins,
  Record,
  Source,
  Statement,
  Story,
} from '../model/record.js';
import type { Anchor } from '../model/span.js';
import { describeSource, inProse } from '../text/describe.js';
import { append } from '../text/multimap.js';
import { counted, day, percent, plain } from './plain.js';

export interface View {
  readonly record: Record;
  document(id: string): Document | undefined;
  source(id: string): Source | undefined;
  attribution(id: string): Attribution | undefined;
  claim(id: string): Claim | undefined;
  story(id: string): Story | undefined;
  /** A document or a source in a reader's words. */
  name(id: string): string;
  /** What users said of a claim, an attribution, or an account or a place in it, by id. */
  amendments(id: string): readonly Amended[];
}

export function viewOf(record: Record): View {
  const documents = byId(record.documents);
  const sources = byId(record.sources);
  const attributions = byId(record.attributions);
  const claims = byId(record.claims);
  const stories = byId(record.stories);
  const said = new Map<string, Amended[]>();
  for (const amendment of record.amendments)
    for (const id of aboutWhat(amendment)) append(said, id, amendment);
  const name = (id: string): string => {
    const source = sources.get(id);
    if (source) return plain(describeSource(source, (seer) => sources.get(seer)?.name ?? null));
    const document = documents.get(id);
    return document ? accountName(document) : id;
  };
  return {
    record,
    document: (id) => documents.get(id),
    source: (id) => sources.get(id),
    attribution: (id) => attributions.get(id),
    claim: (id) => claims.get(id),
    story: (id) => stories.get(id),
    name,
    amendments: (id) => said.get(id) ?? [],
  };
}

/** What each amendment is about. */
function aboutWhat(amendment: Amended): readonly string[] {
  switch (amendment.what) {
    case 'account':
      return [amendment.doc];
    case 'speaker':
      return [amendment.attribution];
    case 'pin':
      return [amendment.anchor.doc];
    case 'mark':
      return [amendment.claim];
    default:
      return amendment.claims;
  }
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.id, item]));

/** The outlet, else what the user called the account. */
export const accountName = (document: Document): string => plain(document.outlet ?? document.ref).trim();

/** "The Courier, 12 May 2031". */
export function accountLabel(document: Document): string {
  const date = day(document.published);
  return date ? `${accountName(document)}, ${date}` : accountName(document);
}

/** The documents that assert the claim, in the order of its statements. */
export function accountsOf(claim: Claim): readonly string[] {
  return unique(claim.statements.flatMap((s) => (s.stance === 'asserts' ? [s.anchor.doc] : [])));
}

export const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

/** "1–3"; a claim for which no account gives a source reads so. */
export function originsLabel(origins: Origins): string {
  return origins.min === 0 && origins.max === 1 ? 'no source given' : originsRange(origins);
}

export const originsRange = (origins: Origins): string => `${origins.min}–${origins.max}`;

/** Why the range is so; where accounts conflict, that each side has its own: two origins that disagree confirm nothing. */
export function reasonOf({ origins, conflicts }: Claim): string {
  const sides = conflicts.map(
    (conflict) =>
      `In conflict: ${conflict.note}, origins ${conflict.sides.map((side) => originsRange(side.origins)).join(' against ')}.`,
  );
  return [origins.reason, ...unique(sides)].join(' ');
}

/** Who the account says is behind the statement; null where it speaks in its own voice, or names nobody. */
export function creditOf(statement: Statement, view: View): string | null {
  const found = statement.attribution === null ? undefined : view.attribution(statement.attribution);
  if (found) return speakerOf(found, view);
  // What an e-mail calls something, or a body asks, names its source though it is no attribution.
  const [root] = statement.rule === 'attributed' ? statement.roots : [];
  return root === undefined ? null : view.name(root);
}

/** The source of an attribution, or why there is none: an unresolved speaker stays unresolved. */
export function speakerOf(attribution: Attribution, view: View): string {
  return `${foundSpeaker(attribution, view)}${toldMark([attribution], view)}`;
}

/** Behind a speaker whom a user named, and the program did not. */
export function toldMark(attributions: readonly Attribution[], view: View): string {
  const told = attributions.some(({ id }) => view.amendments(id).some(({ what }) => what === 'speaker'));
  return told ? ' (as told by a user)' : '';
}

function foundSpeaker(attribution: Attribution, view: View): string {
  if (attribution.sourceId !== null) return view.name(attribution.sourceId);
  const candidates = attribution.candidates.map((id) => view.name(id));
  if (candidates.length > 0) return `not resolved: ${candidates.join(' or ')}`;
  const words = plain(attribution.source.map((a) => a.exact).join(' … ')).trim();
  return words === '' ? 'not named' : `“${words}”, not resolved`;
}

/** The trail of a statement from the account back to its root, one line a source behind it; sources once each. */
export function trailsOf(statement: Statement, view: View): readonly string[] {
  return unique(
    statement.paths.map((path) =>
      unique(path.filter((id) => id !== statement.anchor.doc).map((id) => nodeLabel(id, view))).join(' ← '),
    ),
  ).filter((trail) => trail !== '');
}

function nodeLabel(id: string, view: View): string {
  const document = view.document(id);
  return document ? `${accountName(document)}’s account` : view.name(id);
}

/** How the account comes by the statement, in a few words (the record's `rule`). */
export function ruleLabel(statement: Statement): string {
  const own = statement.firstHand ? ', heard first hand' : '';
  switch (statement.rule) {
    case 'copied':
      return `taken over with the text${own}`;
    case 'derived':
      return `from another’s report${own}`;
    case 'attributed':
      return `names its source${own}`;
    case 'own':
      return `in its own voice${own}`;
  }
}

export interface FoundConflict {
  readonly claim: Claim;
  readonly conflict: Conflict;
}

/** Every conflict once, in the order of the claims, although both claims of a pair may hold it. */
export function conflictsOf(record: Record): readonly FoundConflict[] {
  const seen = new Set<string>();
  const found: FoundConflict[] = [];
  for (const claim of heldClaims(record)) {
    for (const conflict of claim.conflicts) {
      const sides = conflict.sides.map((side) =>
        side.anchors.map((a) => `${a.doc} ${a.start} ${a.end}`).join(),
      );
      const key = `${conflict.kind} ${sides.sort().join(' | ')}`;
      if (seen.has(key)) continue;
      seen.add(key);
      found.push({ claim, conflict });
    }
  }
  return found;
}

/** Ids of the claims that a user set aside: they stay in the record, and nothing is built on them. */
export function offIn({ amendments }: Pick<Record, 'amendments'>): ReadonlySet<string> {
  return new Set(amendments.flatMap((a) => (a.what === 'mark' && a.mark === 'off' ? a.claim : [])));
}

/** Claims that no user set aside, in the record's order. */
export function heldClaims(record: Record): readonly Claim[] {
  const off = offIn(record);
  return off.size === 0 ? record.claims : record.claims.filter(({ id }) => !off.has(id));
}

/** Claims that more than one account asserts, the most carried first, else in the record's order. */
export const sharedClaims = (record: Record): readonly Claim[] =>
  heldClaims(record)
    .map((claim) => ({ claim, accounts: accountsOf(claim).length }))
    .filter(({ accounts }) => accounts > 1)
    .sort((a, b) => b.accounts - a.accounts)
    .map(({ claim }) => claim);

export interface Member {
  readonly document: Document;
  readonly role: Family['members'][number]['role'];
  /** Share of its words that it has in common with another member, null where not measured. */
  readonly share: number | null;
  readonly edges: readonly Edge[];
}

/** The members of a family with the edges that lead to them from inside it or from its origin. */
export function membersOf(
  family: Family,
  view: View,
  edgesTo: ReadonlyMap<string, readonly Edge[]>,
): readonly Member[] {
  const inside = new Set(family.members.map(({ doc }) => doc));
  if (family.origin !== null) inside.add(family.origin);
  return family.members.flatMap(({ doc, role }) => {
    const document = view.document(doc);
    if (!document) return [];
    const edges = (edgesTo.get(doc) ?? []).filter((edge) => inside.has(edge.from));
    const share = edges.reduce<number | null>(
      (most, e) => (e.share === null ? most : Math.max(most ?? 0, e.share)),
      null,
    );
    return [{ document, role, share, edges }];
  });
}

/** Edges by the document that they lead to. */
export function edgesByTarget(record: Record): ReadonlyMap<string, readonly Edge[]> {
  const map = new Map<string, Edge[]>();
  for (const edge of record.lineage.edges) {
    const list = map.get(edge.to);
    if (list) list.push(edge);
    else map.set(edge.to, [edge]);
  }
  return map;
}

/** True where nothing tells from whom one of the family's members has it, and it is not the origin. */
export function isUndetermined(family: Family, record: Record): boolean {
  const inside = new Set(family.members.map(({ doc }) => doc));
  const within = record.lineage.edges.filter((e) => inside.has(e.from) && inside.has(e.to));
  const settled = new Set(within.flatMap((e) => (e.direction === 'known' ? [e.to] : [])));
  return within.some(
    ({ direction, from, to }) =>
      direction === 'undetermined' && [from, to].some((doc) => doc !== family.origin && !settled.has(doc)),
  );
}

/** "copy, shares 98 % of its words". */
export function memberLabel(member: Member): string {
  const share = member.share === null ? '' : `, shares ${percent(member.share)} of its words`;
  return `${roleLabel(member.role)}${share}`;
}

export const roleLabel = (role: Member['role']): string =>
  role === 'longer' || role === 'shorter' ? `${role} version` : role;

/** Credits that lie outside every family: this account names that one, or a source that is not here, as its source. */
export function creditsOutsideFamilies(record: Record): readonly Edge[] {
  const familyOf = new Map<string, Family>();
  for (const family of record.lineage.families) {
    for (const { doc } of family.members) familyOf.set(doc, family);
  }
  return record.lineage.edges.filter((edge) => {
    const family = familyOf.get(edge.to);
    return !family || (family.origin !== edge.from && familyOf.get(edge.from) !== family);
  });
}

/** Documents that the accounts credit and that are not here, with the accounts that speak of them. */
export function lostWitnesses(record: Record): readonly Source[] {
  const nodes = new Set(record.lineage.nodes);
  return record.sources.filter((s) => s.kind === 'document' && s.documents.length === 0 && nodes.has(s.id));
}

/** Lost witnesses as a reader can tell them apart: of one name, all together, with where the accounts speak of any. */
export function witnessesByName(
  view: View,
): readonly { readonly name: string; readonly mentions: readonly Anchor[] }[] {
  const found = new Map<string, Anchor[]>();
  for (const { id, named, mentions } of lostWitnesses(view.record)) {
    // "A letter" here and "a letter" there may be two.
    const key = named ? view.name(id) : id;
    found.set(key, [...(found.get(key) ?? []), ...mentions]);
  }
  return [...found].map(([key, mentions]) => ({
    name: view.source(key) === null ? key : view.name(key),
    mentions,
  }));
}

/** Outlets named in the line that says what was read. */
const MOST_REPORTS = 4;

/**
 * What was read: "14 accounts of 9 outlets, 12 May 2031 to 5 June 2031". Whose report an account is may be known where
 * nobody says who published it.
 */
export function extentLabel({
  documents,
  sources = [],
  lineage,
}: Pick<Record, 'documents'> & Partial<Pick<Record, 'sources' | 'lineage'>>): string {
  const dates = documents.flatMap((d) => d.published ?? []).sort();
  const [first, last] = [day(dates[0] ?? null), day(dates.at(-1) ?? null)];
  const period = first === null ? '' : first === last ? `, ${first}` : `, ${first} to ${last}`;
  const outlets = new Set(documents.flatMap((d) => d.outlet ?? [])).size;
  const nameless = documents.filter((d) => d.outlet === null).length;
  const reported = (lineage?.reports ?? []).flatMap(({ doc, of }) =>
    documents.some(({ id, outlet }) => id === doc && outlet === null)
      ? (sources.find(({ id }) => id === of)?.name ?? [])
      : [],
  );
  const reports = reported.length === 0 ? '' : ` (reports of ${inProse(unique(reported), MOST_REPORTS)})`;
  const whose =
    nameless === 0
      ? ` of ${counted(outlets, 'outlet')}`
      : outlets === 0
        ? `, no outlet known${reports}`
        : ` of ${counted(outlets, 'outlet')} and ${nameless} of no known outlet${reports}`;
  return `${counted(documents.length, 'account')}${documents.length === 0 ? '' : whose}${period}`;
}

/** The note of a message, with the input's name where the note does not say it. */
export function noteOf({ ref, note }: Message): string {
  return plain(ref === null || note.includes(ref) ? note : `${ref}: ${note}`);
}

export interface PassOnOptions {
  /** Without it a record that holds a document marked unpublished is refused with a RangeError. */
  readonly includeUnpublished?: boolean;
}

/** Unpublished documents leave in the record alone; what is passed on is made of a record read without them. */
export function refuseUnpublished(record: Record, { includeUnpublished }: PassOnOptions): void {
  const held = record.documents.filter((document) => document.status === 'unpublished').length;
  if (held > 0 && includeUnpublished !== true) {
    throw new RangeError(`the record holds ${held} unpublished of ${record.documents.length} documents`);
  }
}
