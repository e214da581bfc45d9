/** Who and what stands behind the accounts of one story, joined across them where they are surely the same. */
import type { Analysis, Credit, LocalSource } from '../model/analysis.js';
import type { Passage, Source } from '../model/record.js';
import type { Span } from '../model/span.js';
import type { Account, Citation, StoryLineage } from '../model/story.js';
import { anchor } from '../text/anchors.js';
import { contentId } from '../text/ids.js';
import { isFullName, organisationKey, personKey, surname } from '../text/name-keys.js';
import { compareStrings } from '../text/order.js';
import { encloses } from '../text/spans.js';
import { citations } from './citations.js';
import { copiedMentions } from './copied-mentions.js';
import { describedDocuments, quotedDocuments } from './corpus-documents.js';
import { issuingBodies } from './issuing-bodies.js';
import { organisationKeys } from './organisations.js';
import { joinOutlets, type Outlets, outletMentions } from './outlets.js';
import { bearersOf, fullNameOf, fullNames } from './people.js';
import { publicActs } from './public-acts.js';
import { type Cited, joinDocuments } from './witnesses.js';

export interface JoinedSources {
  /** By earliest mention, then id; those without a mention last. */
  readonly sources: readonly Source[];
  readonly sourceIds: { readonly [doc: string]: readonly string[] };
  readonly bodyIds: { readonly [doc: string]: readonly (string | null)[] };
  readonly creditIds: { readonly [doc: string]: readonly string[] };
  readonly outlets: Outlets;
  readonly acts: StoryLineage['acts'];
  readonly citations: { readonly [doc: string]: readonly Citation[] };
}

/** Joins the local sources and the credited outlets. `accounts` in the record's order of documents. */
export function joinSources(accounts: readonly Account[], passages: readonly Passage[]): JoinedSources {
  const outlets = joinOutlets(accounts);
  const bodies = issuingBodies(accounts, outlets);
  const organisations = organisationKeys(accounts, bodies);
  const ids = new Map<string, string[]>();
  const members = new Map<string, { doc: string; source: LocalSource }[]>();
  const cited: Cited[] = [];
  const quoted = quotedDocuments(accounts, outlets, bodies);
  const bearers = bearersOf(accounts);
  const corpusOf = new Map<string, string>();
  const organisationIds = new Set<string>();
  const asOrganisation = (key: string): string => {
    const id = organisationId(key);
    organisationIds.add(id);
    return id;
  };
  /** A name that another account publishes under, where this one does not show what kind of name it is. */
  const publisherNamed = (source: LocalSource, doc: string): string | null => {
    if (source.kind === 'outlet' || source.kind === 'document' || source.kind === 'people') return null;
    const key = organisations(doc, source.name);
    if (bodies.some((body) => body.key === key)) return asOrganisation(key);
    const outlet = outlets.publishing(source.name);
    // A single word may be anybody's name.
    return source.kind === 'unknown' || /\s/.test(source.name) ? outlet : null;
  };
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
      const known = source.named ? publisherNamed(source, document.id) : null;
      if (known !== null) return known;
      switch (source.kind) {
        case 'outlet':
          return outlets.idOf(source.name, document.id);
        case 'organisation': {
          const key = organisations(document.id, source.name);
          const called = source.named || key !== organisationKey(source.name);
          return called && key !== '' ? asOrganisation(key) : apart();
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
        case 'unknown': {
          // Nothing here tells that it is a body or a person; another account of the story does.
          const body = organisations(document.id, source.name);
          if (body !== organisationKey(source.name)) return asOrganisation(body);
          const key = personKey(source.name);
          const known = source.named && isFullName(key) && bearers.all.get(surname(key))?.has(key);
          return known ? contentId('s', 'person', key) : apart();
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
  const issued = describedDocuments(accounts, outlets);
  const sources: Source[] = [];
  const outletIds = new Set(outlets.all.map((outlet) => outlet.id));
  for (const [id, group] of members) {
    if (outletIds.has(id)) continue;
    const locals = group.map((member) => member.source);
    const name = fullest(locals.map((local) => local.name));
    sources.push({
      id,
      kind: organisationIds.has(id)
        ? 'organisation'
        : (locals.find((local) => local.kind !== 'unknown') ?? locals[0]!).kind,
      name,
      aliases: [...new Set(locals.flatMap((local) => [local.name, ...local.aliases]))]
        .filter((a) => a !== name)
        .sort(compareStrings),
      role: locals.find((local) => local.role !== null)?.role ?? null,
      organisation: locals.find((local) => local.organisation !== null)?.organisation ?? null,
      named: organisationIds.has(id) || locals.some((local) => local.named),
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
      const id = organisationId(key);
      if (!named.has(id)) {
        named.add(id);
        sources.push(unheard(id, 'organisation', source.organisation));
      }
      return id;
    });
  }
  const acts = Object.fromEntries(
    accounts.map((account) => {
      const { id: doc } = account.document;
      const found = publicActs(account).map(({ assertion, body }): [number, string | null] => {
        if (body === null) return [assertion, null];
        const id = organisationId(organisations(doc, body));
        if (!sources.some((source) => source.id === id)) sources.push(unheard(id, 'organisation', body));
        return [assertion, id];
      });
      return [doc, Object.fromEntries(found)];
    }),
  );
  for (const { key, name } of bodies) {
    const id = organisationId(key);
    const known = sources.findIndex((source) => source.id === id);
    if (known < 0) sources.push(unheard(id, 'organisation', name));
    else sources[known] = alsoNamed(sources[known]!, name);
  }
  const mentions = outletMentions(accounts, outlets);
  for (const outlet of outlets.all) {
    sources.push({
      ...unheard(outlet.id, 'outlet', outlet.name),
      aliases: outlet.aliases,
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
    acts,
    citations: citations({
      accounts,
      sources,
      sourceIds: Object.fromEntries(ids),
      bodies: new Map(bodies.map((body) => [organisationId(body.key), body])),
      ownOf: outlets.ownOf,
      bodyNamed: (doc, name) => organisationId(organisations(doc, name)),
    }),
  };
}

/** A source with a further name, which becomes its name where it is the fullest. */
function alsoNamed(source: Source, further: string): Source {
  const names = [source.name, ...source.aliases, further];
  const name = fullest([source.name, further]);
  return {
    ...source,
    name,
    aliases: [...new Set(names)].filter((other) => other !== name).sort(compareStrings),
  };
}

const organisationId = (key: string): string => contentId('s', 'organisation', key);

/** A named source that no account has been seen to cite. */
function unheard(id: string, kind: Source['kind'], name: string): Source {
  return {
    id,
    kind,
    name,
    aliases: [],
    role: null,
    organisation: null,
    named: true,
    count: null,
    documents: [],
    seenBy: [],
    mentions: [],
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
