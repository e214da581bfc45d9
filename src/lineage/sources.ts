/** Who and what stands behind the accounts of one story, joined across them where they are surely the same. */
import { PUBLISHED_TYPES } from '../language/en/cited-documents.js';
import type { Analysis, Credit, LocalSource } from '../model/analysis.js';
import type { Passage, Source } from '../model/record.js';
import type { Span } from '../model/span.js';
import type { Account } from '../model/story.js';
import { anchor } from '../text/anchors.js';
import { contentId } from '../text/ids.js';
import { acronyms, isFullName, nameWords, organisationKey, personKey, surname } from '../text/name-keys.js';
import { compareStrings } from '../text/order.js';
import { encloses } from '../text/spans.js';
import { copiedMentions } from './copied-mentions.js';
import { joinOutlets, type Outlets, outletMentions } from './outlets.js';
import { quotedDocuments } from './quoted.js';
import { type Cited, documentType, joinDocuments } from './witnesses.js';

export interface JoinedSources {
  /** By earliest mention, then id; those without a mention last. */
  readonly sources: readonly Source[];
  readonly sourceIds: { readonly [doc: string]: readonly string[] };
  readonly bodyIds: { readonly [doc: string]: readonly (string | null)[] };
  readonly creditIds: { readonly [doc: string]: readonly string[] };
  readonly outlets: Outlets;
}

/** Joins the local sources and the credited outlets. `accounts` in the record's order of documents. */
export function joinSources(accounts: readonly Account[], passages: readonly Passage[]): JoinedSources {
  const outlets = joinOutlets(accounts);
  const organisations = organisationKeys(accounts);
  const ids = new Map<string, string[]>();
  const members = new Map<string, { doc: string; source: LocalSource }[]>();
  const cited: Cited[] = [];
  const quoted = quotedDocuments(accounts, outlets);
  const bearers = bearersOf(accounts);
  const corpusOf = new Map<string, string>();
  const copied = copiedMentions(accounts, passages);
  for (const { document, analysis } of accounts) {
    const people = fullNames(analysis.sources);
    const own: string[] = analysis.sources.map((source, index) => {
      const apart = (): string => {
        const first = source.mentions[0];
        return contentId(
          's',
          source.kind,
          document.id,
          first ? first.start : -1,
          first ? first.end : -1,
          source.name,
          first ? -1 : index,
        );
      };
      switch (source.kind) {
        case 'outlet':
          return outlets.idOf(source.name, document.id);
        case 'organisation': {
          const key = organisations(document.id, source.name);
          return source.named && key !== '' ? contentId('s', 'organisation', key) : apart();
        }
        case 'person': {
          const key = fullNameOf(source, people, bearers);
          return source.named && key !== null ? contentId('s', 'person', key) : apart();
        }
        case 'document': {
          const corpus = quoted(document.id, index);
          if (corpus !== null) {
            const id = contentId('s', 'document', corpus);
            corpusOf.set(id, corpus);
            return id;
          }
          cited.push({
            doc: document.id,
            index,
            source,
            seenBy: [
              ...new Set((source.document?.seenBy ?? []).map((name) => outlets.idOf(name, document.id))),
            ],
            reportedBy: [
              ...new Set(
                reportsNamedIn(source, analysis).map(({ outlet }) => outlets.idOf(outlet, document.id)),
              ),
            ],
            copied: copied(document.id, index),
          });
          return '';
        }
        default:
          // Unnamed people are never joined across documents (DESIGN §6).
          return apart();
      }
    });
    ids.set(document.id, own);
  }
  const seenBy = new Map<string, Set<string>>();
  for (const group of joinDocuments(cited)) {
    seenBy.set(group.id, new Set(group.members.flatMap((member) => member.seenBy)));
    for (const member of group.members) ids.get(member.doc)![member.index] = group.id;
  }
  for (const { document, analysis } of accounts) {
    analysis.sources.forEach((source, index) => {
      const id = ids.get(document.id)![index]!;
      const known = members.get(id);
      if (known) known.push({ doc: document.id, source });
      else members.set(id, [{ doc: document.id, source }]);
    });
  }

  const order = new Map(accounts.map(({ document }, at) => [document.id, at]));
  const byId = new Map(accounts.map(({ document }) => [document.id, document]));
  const anchorsOf = (spans: readonly { doc: string; span: Span }[]) => {
    const unique = new Map(spans.map((s) => [`${s.doc} ${s.span.start} ${s.span.end}`, s]));
    return [...unique.values()]
      .sort(
        (a, b) =>
          order.get(a.doc)! - order.get(b.doc)! || a.span.start - b.span.start || a.span.end - b.span.end,
      )
      .map(({ doc, span }) => anchor(byId.get(doc)!, span));
  };
  const issued = inCorpus(accounts, outlets);
  const sources: Source[] = [];
  const outletIds = new Set(outlets.all.map((outlet) => outlet.id));
  for (const [id, group] of members) {
    if (outletIds.has(id)) continue;
    const locals = group.map((member) => member.source);
    const name = fullest(locals.map((local) => local.name));
    sources.push({
      id,
      kind: locals[0]!.kind,
      name,
      aliases: [...new Set(locals.flatMap((local) => [local.name, ...local.aliases]))]
        .filter((a) => a !== name)
        .sort(compareStrings),
      role: locals.find((local) => local.role !== null)?.role ?? null,
      organisation: locals.find((local) => local.organisation !== null)?.organisation ?? null,
      named: locals.some((local) => local.named),
      count: locals.find((local) => local.count !== null)?.count ?? null,
      documents: corpusOf.has(id) ? [corpusOf.get(id)!] : locals[0]!.kind === 'document' ? issued(group) : [],
      seenBy: [...(seenBy.get(id) ?? [])].sort(compareStrings),
      mentions: anchorsOf(group.flatMap(({ doc, source }) => source.mentions.map((span) => ({ doc, span })))),
    });
  }
  // Unnamed people of a named body are that body (DESIGN §4), also where the body itself says nothing.
  const bodyIds: { [doc: string]: (string | null)[] } = {};
  const named = new Set(sources.map((source) => source.id));
  for (const { document, analysis } of accounts) {
    bodyIds[document.id] = analysis.sources.map((source) => {
      if (source.kind !== 'people' || source.named || source.organisation === null) return null;
      const key = organisations(document.id, source.organisation);
      if (key === '') return null;
      const id = contentId('s', 'organisation', key);
      if (!named.has(id)) {
        named.add(id);
        sources.push({
          id,
          kind: 'organisation',
          name: source.organisation,
          aliases: [],
          role: null,
          organisation: null,
          named: true,
          count: null,
          documents: [],
          seenBy: [],
          mentions: [],
        });
      }
      return id;
    });
  }
  const mentions = outletMentions(accounts, outlets);
  for (const outlet of outlets.all) {
    sources.push({
      id: outlet.id,
      kind: 'outlet',
      name: outlet.name,
      aliases: outlet.aliases,
      role: null,
      organisation: null,
      named: true,
      count: null,
      documents: [],
      seenBy: [],
      mentions: anchorsOf(mentions.get(outlet.id) ?? []),
    });
  }
  const at = (source: Source): number =>
    source.mentions[0] ? order.get(source.mentions[0].doc)! : accounts.length;
  sources.sort(
    (a, b) =>
      at(a) - at(b) ||
      (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0) ||
      compareStrings(a.id, b.id),
  );
  return {
    sources,
    sourceIds: Object.fromEntries(ids),
    bodyIds,
    creditIds: Object.fromEntries(
      accounts.map(({ document, analysis }) => [
        document.id,
        analysis.credits.map((credit) => outlets.idOf(credit.outlet, document.id)),
      ]),
    ),
    outlets,
  };
}

/** Credits that stand inside a mention of the source: "a memo that was first reported by the Ledger". */
function reportsNamedIn({ mentions }: LocalSource, { credits }: Analysis): readonly Credit[] {
  return credits.filter(
    ({ kind, outletSpan }) =>
      kind === 'reported' && mentions.some((mention) => encloses(mention, outletSpan)),
  );
}

function fullest(names: readonly string[]): string {
  return [...names].sort((a, b) => b.length - a.length || compareStrings(a, b))[0]!;
}

/** Full names of people in one document, by surname. */
function fullNames(sources: readonly LocalSource[]): Map<string, Set<string>> {
  const bySurname = new Map<string, Set<string>>();
  for (const source of sources) {
    if (source.kind !== 'person' || !source.named) continue;
    for (const name of [source.name, ...source.aliases]) {
      const key = personKey(name);
      if (!isFullName(key)) continue;
      const known = bySurname.get(surname(key));
      if (known) known.add(key);
      else bySurname.set(surname(key), new Set([key]));
    }
  }
  return bySurname;
}

interface Bearers {
  /** Full names of people in the whole story, by surname. */
  readonly all: Map<string, Set<string>>;
  /** Those of them that an account also calls by the surname alone. */
  readonly called: Set<string>;
  /** The offices that the accounts give to a full name. */
  readonly offices: Map<string, Set<string>>;
}

/** Full names in the story, with what else than the name tells who is meant by a surname alone. */
function bearersOf(accounts: readonly Account[]): Bearers {
  const all = new Map<string, Set<string>>();
  const called = new Set<string>();
  const offices = new Map<string, Set<string>>();
  for (const { analysis } of accounts) {
    for (const { kind, name, role } of analysis.sources) {
      const key = personKey(name);
      if (kind !== 'person' || role === null || !isFullName(key)) continue;
      offices.set(key, (offices.get(key) ?? new Set<string>()).add(role.toLowerCase()));
    }
    const people = [...analysis.sources, ...analysis.names].filter((name) => name.kind === 'person');
    for (const { name, aliases } of people) {
      const keys = [name, ...aliases].map(personKey);
      for (const key of keys.filter(isFullName)) {
        const known = all.get(surname(key));
        if (known) known.add(key);
        else all.set(surname(key), new Set([key]));
        if (keys.includes(surname(key))) called.add(key);
      }
    }
  }
  return { all, called, offices };
}

/** The key of a person's full name; a surname alone has one where the document, or else the story, has one full name with it. */
function fullNameOf(source: LocalSource, people: Map<string, Set<string>>, story: Bearers): string | null {
  const key = personKey(source.name);
  if (isFullName(key)) return key;
  const longer = people.get(surname(key));
  if (longer !== undefined) return longer.size === 1 ? [...longer][0]! : null;
  // Nobody else in the story has the name, and another account calls its one bearer by it alone or by the same office.
  const only = story.all.get(surname(key));
  const found = only?.size === 1 ? [...only][0]! : null;
  if (found === null) return null;
  const office = source.role !== null && story.offices.get(found)?.has(source.role.toLowerCase());
  return office || story.called.has(found) ? found : null;
}

/** Keys of bodies in one story: an acronym is a longer name where the document, or else the story, has just one for it. */
function organisationKeys(accounts: readonly Account[]): (doc: string, name: string) => string {
  const inStory = new Map<string, Set<string>>();
  const inDocument = new Map<string, Map<string, Set<string>>>();
  const add = (map: Map<string, Set<string>>, short: string, full: string): void => {
    const known = map.get(short);
    if (known) known.add(full);
    else map.set(short, new Set([full]));
  };
  for (const { document, analysis } of accounts) {
    const here = new Map<string, Set<string>>();
    inDocument.set(document.id, here);
    for (const source of analysis.sources) {
      if (source.kind !== 'organisation' || !source.named) continue;
      const key = organisationKey(source.name);
      for (const short of [...acronyms(key), ...source.aliases.map(organisationKey)]) {
        if (short === key || short === '' || short.length >= key.length) continue;
        add(here, short, key);
        add(inStory, short, key);
      }
    }
  }
  return (doc, name) => {
    const key = organisationKey(name);
    const found = inDocument.get(doc)?.get(key) ?? inStory.get(key);
    return found?.size === 1 ? [...found][0]! : key;
  };
}

/** Which documents of the story a cited document is: by title, or the one that its issuer published. */
function inCorpus(
  accounts: readonly Account[],
  outlets: Outlets,
): (group: readonly { readonly doc: string; readonly source: LocalSource }[]) => string[] {
  const byTitle = new Map<string, string[]>();
  const byIssuer = new Map<string, string[]>();
  const nameOf = new Map(outlets.all.map((outlet) => [outlet.id, outlet.name]));
  const add = (map: Map<string, string[]>, key: string, doc: string): void => {
    if (key === '') return;
    const known = map.get(key);
    if (known) known.push(doc);
    else map.set(key, [doc]);
  };
  const days = new Map<string, string | null>();
  for (const { document, analysis } of accounts) {
    const title = document.title ?? analysis.metadata.title;
    const own = outlets.ownOf(document.id);
    add(byTitle, title === null ? '' : nameWords(title).join(' '), document.id);
    if (own !== null) add(byIssuer, organisationKey(nameOf.get(own)!), document.id);
    if (document.byline !== null) add(byIssuer, organisationKey(document.byline), document.id);
    days.set(document.id, document.published?.slice(0, 10) ?? null);
  }
  return (group) => {
    const citing = new Set(group.map((member) => member.doc));
    for (const { source } of group) {
      const titled = source.named ? (byTitle.get(nameWords(source.name).join(' ')) ?? []) : [];
      const issuer = source.document?.issuer;
      const issued =
        issuer && PUBLISHED_TYPES.has(documentType(source))
          ? (byIssuer.get(organisationKey(issuer)) ?? [])
          : [];
      const date = source.document?.date ?? null;
      const found = (titled.length > 0 ? titled : issued).filter(
        (doc) => !citing.has(doc) && !differs(date, days.get(doc) ?? null),
      );
      if (found.length === 1) return found;
    }
    return [];
  };
}

function differs(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && !a.startsWith(b) && !b.startsWith(a);
}
