/**
 * Documents that the accounts cite (lost witnesses as a rule): which of them are one. Two are joined only where
 * nothing told of them differs and something ties them; where a mention fits two that differ, it stays apart.
 */
import { COMMON_DESCRIPTORS, SAME_TYPE } from '../language/en/cited-documents.js';
import type { LocalSource } from '../model/analysis.js';
import { contentId } from '../text/ids.js';
import { nameWords, organisationKey } from '../text/name-keys.js';
import { compareStrings } from '../text/order.js';

/** One document's mention of a document source. */
export interface Cited {
  readonly doc: string;
  /** Index into the analysis's sources. */
  readonly index: number;
  readonly source: LocalSource;
  /** Outlets that had it in hand, as source ids. */
  readonly seenBy: readonly string[];
  /** Outlets whose report of it the mention credits ("a memo that the Ledger disclosed"), as source ids. */
  readonly reportedBy: readonly string[];
  /** Mentions in a text that one document has from another bear the same key; null where this one is in none. */
  readonly copied: string | null;
}

export function documentType(source: LocalSource): string {
  const type = (source.document?.type ?? 'document').toLowerCase();
  return SAME_TYPE.get(type) ?? type;
}

interface Group {
  readonly members: Cited[];
  readonly docs: Set<string>;
  issuer: string | null;
  date: string | null;
  signatories: number | null;
  title: string | null;
  /** Outlets that had it in hand or first told of it. */
  readonly holders: Set<string>;
  readonly copied: Set<string>;
  readonly descriptors: Set<string>;
}

const holders = ({ seenBy, reportedBy }: Cited): readonly string[] => [...seenBy, ...reportedBy];

interface Traits {
  readonly issuer: string | null;
  readonly date: string | null;
  readonly signatories: number | null;
  readonly title: string | null;
  readonly descriptors: readonly string[];
}

function traitsOf(source: LocalSource): Traits {
  const traits = source.document;
  const issuer = traits?.issuer ? organisationKey(traits.issuer) : null;
  const title = source.named ? nameWords(source.name).join(' ') : null;
  return {
    issuer: issuer === '' ? null : issuer,
    date: traits?.date ?? null,
    signatories: traits?.signatories ?? null,
    title,
    descriptors: (traits?.descriptors ?? []).filter((d) => !COMMON_DESCRIPTORS.has(d)),
  };
}

/** Dates agree where the coarser one is a prefix of the finer. */
export function datesDiffer(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && !a.startsWith(b) && !b.startsWith(a);
}

function fits(cited: Cited, traits: Traits, group: Group): boolean {
  if (group.docs.has(cited.doc)) return false;
  if (traits.issuer !== null && group.issuer !== null && traits.issuer !== group.issuer) return false;
  if (traits.title !== null && group.title !== null && traits.title !== group.title) return false;
  if (traits.signatories !== null && group.signatories !== null && traits.signatories !== group.signatories)
    return false;
  if (datesDiffer(traits.date, group.date)) return false;
  const sameTitle = traits.title !== null && traits.title === group.title;
  const sameIssuer = traits.issuer !== null && traits.issuer === group.issuer;
  if (cited.copied !== null && group.copied.has(cited.copied)) return true;
  if (holders(cited).some((outlet) => group.holders.has(outlet))) return true;
  if (sameTitle && (sameIssuer || traits.title!.includes(' '))) return true;
  return sameIssuer && traits.descriptors.some((d) => group.descriptors.has(d));
}

function join(cited: Cited, traits: Traits, group: Group): void {
  group.members.push(cited);
  group.docs.add(cited.doc);
  group.issuer ??= traits.issuer;
  group.title ??= traits.title;
  group.signatories ??= traits.signatories;
  if (traits.date !== null && traits.date.length > (group.date?.length ?? 0)) group.date = traits.date;
  for (const outlet of holders(cited)) group.holders.add(outlet);
  if (cited.copied !== null) group.copied.add(cited.copied);
  for (const d of traits.descriptors) group.descriptors.add(d);
}

const told = (traits: Traits): number =>
  [traits.issuer, traits.date, traits.signatories, traits.title].filter((t) => t !== null).length;

/** Joins mentions of documents; the fullest descriptions come first, so that a bare one meets what it may fit. */
export function joinDocuments(
  cited: readonly Cited[],
): { readonly id: string; readonly members: readonly Cited[] }[] {
  const byType = new Map<string, { cited: Cited; traits: Traits }[]>();
  for (const one of cited) {
    const type = documentType(one.source);
    const entry = { cited: one, traits: traitsOf(one.source) };
    const known = byType.get(type);
    if (known) known.push(entry);
    else byType.set(type, [entry]);
  }
  const groups: { id: string; members: Cited[] }[] = [];
  for (const [type, entries] of byType) {
    entries.sort(
      (a, b) =>
        told(b.traits) - told(a.traits) ||
        b.cited.seenBy.length - a.cited.seenBy.length ||
        compareStrings(a.cited.doc, b.cited.doc) ||
        a.cited.index - b.cited.index,
    );
    const made: Group[] = [];
    // Only groups that share a tie can fit: look there and nowhere else.
    const byTie = new Map<string, Set<Group>>();
    for (const { cited: one, traits } of entries) {
      const ties = [
        ...holders(one).map((outlet) => `held ${outlet}`),
        ...(one.copied === null ? [] : [`copied ${one.copied}`]),
        ...(traits.issuer === null ? [] : [`issuer ${traits.issuer}`]),
        ...(traits.title === null ? [] : [`title ${traits.title}`]),
      ];
      const near = new Set(ties.flatMap((tie) => [...(byTie.get(tie) ?? [])]));
      const fitting = [...near].filter((group) => fits(one, traits, group));
      let group: Group;
      if (fitting.length === 1) group = fitting[0]!;
      else {
        group = {
          members: [],
          docs: new Set(),
          issuer: null,
          date: null,
          signatories: null,
          title: null,
          holders: new Set(),
          copied: new Set(),
          descriptors: new Set(),
        };
        made.push(group);
      }
      join(one, traits, group);
      for (const tie of ties) {
        const known = byTie.get(tie);
        if (known) known.add(group);
        else byTie.set(tie, new Set([group]));
      }
    }
    for (const group of made) groups.push({ id: groupId(type, group), members: group.members });
  }
  return groups;
}

/** A named document is the same in any story; another is known by its first mention in the least document. */
function groupId(type: string, group: Group): string {
  if (group.title?.includes(' ') && group.issuer === null && group.date === null) {
    return contentId('s', 'document', type, group.title);
  }
  const first = [...group.members].sort((a, b) => compareStrings(a.doc, b.doc) || a.index - b.index)[0]!;
  const span = first.source.mentions[0];
  return contentId('s', 'document', type, first.doc, span ? span.start : -1, first.index);
}
