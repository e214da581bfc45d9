/** What a reporter should do next. An unnamed source is asked of its outlet, never looked for (DESIGN §6). */
import type { Document } from '../model/document.js';
import type { Claim, Edge, Family, Lead, Lineage, Source } from '../model/record.js';
import { describeSource, inProse, isPlural, numberWord } from '../text/describe.js';
import { compareStrings } from '../text/order.js';

/** A claim that this many accounts carry and one origin stands behind is worth a second source. */
const MANY_ACCOUNTS = 3;

export function findLeads(found: {
  readonly documents: readonly Document[];
  readonly claims: readonly Claim[];
  readonly sources: readonly Source[];
  readonly lineage: Lineage;
}): Lead[] {
  const { documents, claims, sources, lineage } = found;
  const byId = new Map(sources.map((source) => [source.id, source]));
  const byDocument = new Map(documents.map((document) => [document.id, document]));
  const outlet = (id: string): string =>
    byDocument.get(id)?.outlet ?? `the account ${byDocument.get(id)?.ref ?? id}`;
  const withRef = (id: string): string => {
    const document = byDocument.get(id);
    return document?.outlet ? `${document.outlet} (${document.ref})` : outlet(id);
  };
  const name = (id: string): string => byId.get(id)?.name ?? outlet(id);
  const nodeName = (id: string): string => {
    const source = byId.get(id);
    return source ? describeSource(source, (seer) => byId.get(seer)?.name ?? null) : outlet(id);
  };
  const resting = new Map<string, Claim[]>();
  for (const claim of claims) for (const root of claim.origins.roots) gather(resting, root, claim);
  const count = (n: number, thing: string): string => `${numberWord(n)} ${thing}${n === 1 ? '' : 's'}`;

  const conflicts = claims.flatMap((claim) =>
    claim.conflicts.map(
      (conflict): Lead => ({
        kind: 'settle-conflict',
        note: `Settle: ${conflict.note} — in “${claim.title}”.`,
        anchors: conflict.sides.flatMap((side) => side.anchors.slice(0, 1)),
        sources: [...new Set(conflict.sides.flatMap((side) => side.origins.roots))],
      }),
    ),
  );
  const weight = (source: Source): number => resting.get(source.id)?.length ?? 0;
  const rests = (source: Source, it = 'it'): string =>
    weight(source) === 0
      ? ''
      : `; ${count(weight(source), 'claim')} ${weight(source) === 1 ? 'rests' : 'rest'} on ${it}`;
  const absent = sources
    .filter((source) => source.kind === 'document' && source.documents.length === 0)
    .sort((x, y) => weight(y) - weight(x) || compareStrings(x.id, y.id));
  const witnesses = absent
    .filter((source) => source.seenBy.length > 0)
    .map((source): Lead => {
      const seers = `only ${inProse(source.seenBy.map(name))} ${source.seenBy.length === 1 ? 'is' : 'are'} said to have seen it`;
      return {
        kind: 'obtain-document',
        note: `Obtain ${source.name}: ${seers}${rests(source)}.`,
        anchors: source.mentions.slice(0, 3),
        sources: [source.id],
      };
    });
  const unread = absent
    .filter((source) => source.seenBy.length === 0 && weight(source) > 0)
    .map(
      (source): Lead => ({
        kind: 'obtain-document',
        note: isPlural(source)
          ? `Read ${source.name} themselves: they are not among the accounts${rests(source, 'them')}.`
          : `Read ${source.name} itself: it is not among the accounts${rests(source)}.`,
        anchors: source.mentions.slice(0, 1),
        sources: [source.id],
      }),
    );
  const alone = new Map<string, Claim[]>();
  for (const claim of claims) {
    const accounts = new Set(claim.statements.map((s) => s.anchor.doc)).size;
    if (claim.origins.max !== 1 || accounts < MANY_ACCOUNTS || claim.kind === 'quotation') continue;
    const key = claim.origins.roots.join(' ');
    gather(alone, key, claim);
  }
  const single = [...alone.values()].map((rest): Lead => {
    const first = rest[0]!;
    const accounts = new Set(first.statements.map((s) => s.anchor.doc)).size;
    const others = rest.length > 1 ? ` and ${count(rest.length - 1, 'other claim')}` : '';
    const behind =
      first.origins.roots.length > 0
        ? inProse(first.origins.roots.map(nodeName))
        : 'one account that gives no source';
    return {
      kind: 'single-origin',
      note: `Find a second origin: ${count(accounts, 'account')} carry “${first.title}”${others}, and behind all stands ${behind}.`,
      anchors: rest.slice(0, 3).map((claim) => claim.statements[0]!.anchor),
      sources: first.origins.roots,
    };
  });
  const unnamedIn = new Map<string, Source[]>();
  for (const source of sources) {
    const first = source.mentions[0];
    if (source.kind === 'people' && !source.named && resting.has(source.id) && first)
      gather(unnamedIn, first.doc, source);
  }
  const unnamed = documents.flatMap((document): Lead[] => {
    const people = unnamedIn.get(document.id) ?? [];
    if (people.length === 0) return [];
    const rest = new Set(people.flatMap((source) => resting.get(source.id)!.map((claim) => claim.id)));
    return [
      {
        kind: 'ask-outlet',
        note: `Ask ${outlet(document.id)} what else supports ${count(rest.size, 'claim')} that ${rest.size === 1 ? 'rests' : 'rest'} on people it does not name (${inProse(people.map((source) => `“${source.name}”`))}).`,
        anchors: people.map((source) => source.mentions[0]!),
        sources: people.map((source) => source.id),
      },
    ];
  });
  const familyOf = new Map(
    lineage.families.flatMap((family) => family.members.map((m) => [m.doc, family] as const)),
  );
  const openIn = new Map<Family, Edge[]>();
  for (const edge of lineage.edges) {
    const family = familyOf.get(edge.from);
    if (edge.direction === 'undetermined' && family && family === familyOf.get(edge.to))
      gather(openIn, family, edge);
  }
  const direction = lineage.families.flatMap((family): Lead[] => {
    const open = openIn.get(family) ?? [];
    if (open.length === 0 || family.members.some((m) => m.doc === family.origin)) return [];
    return [
      {
        kind: 'establish-direction',
        note: `Establish which came first: ${inProse(family.members.map((m) => withRef(m.doc)))} share their text, and nothing read shows who has it from whom.`,
        anchors: open.flatMap((edge) => edge.evidence.flatMap((e) => e.anchors)).slice(0, 2),
        sources: [],
      },
    ];
  });
  const nameless = documents
    .filter((document) => document.outlet === null)
    .map(
      (document): Lead => ({
        kind: 'name-outlet',
        note: `Name the outlet of ${document.ref}: no line in it names one. Write a line “${document.ref},OUTLET” under the header “file,outlet” in a CSV file and pass it with --about.`,
        anchors: [],
        sources: [],
      }),
    );
  const undated = documents
    .filter((document) => document.published === null)
    .map(
      (document): Lead => ({
        kind: 'date-document',
        note: `Date ${document.ref}: nothing in it tells when it was published. A column “date” in the file for --about does.`,
        anchors: [],
        sources: [],
      }),
    );
  return [
    ...conflicts,
    ...witnesses,
    ...single,
    ...unnamed,
    ...direction,
    ...unread,
    ...nameless,
    ...undated,
  ];
}

function gather<K, T>(groups: Map<K, T[]>, key: K, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
