import type { Amendments } from '../model/amendments.js';
import type { Message } from '../model/message.js';
import type { Attribution, Claim, Passage, Record, Source, Story } from '../model/record.js';
import { RECORD_VERSION } from '../model/record.js';
import type { Settings } from '../model/settings.js';
import type { Anchor } from '../model/span.js';
import type { Account, StoryRecord } from '../model/story.js';
import { GENERATOR_VERSION } from '../model/version.js';
import { anchor } from '../text/anchors.js';
import { documentFacts } from '../text/document-facts.js';
import { attributionId, contentId } from '../text/ids.js';
import { compareStrings } from '../text/order.js';
import { tellAmendments } from './amended.js';
import { findCorrections } from './corrections.js';
import { findLeads } from './leads/leads.js';
import { joinNames } from './names.js';
import { findSubjects } from './subjects.js';
import { makeTimeline } from './timeline.js';
import { storyTitle, Titles } from './titles.js';
import { Wordings } from './wording.js';

/** Everything found, folded into the record in its order (DESIGN §3): documents, then by document and position. */
export function foldRecord(found: {
  readonly accounts: readonly Account[];
  readonly passages: readonly Passage[];
  readonly stories: readonly StoryRecord[];
  readonly settings: Settings;
  readonly messages: readonly Message[];
  /** What users said, and the accounts as found without it. */
  readonly said: { readonly amendments: Amendments; readonly found: readonly Account[] };
}): Record {
  const { accounts } = found;
  const documents = accounts.map(({ document }) => document);
  const order = new Map(documents.map(({ id }, index) => [id, index]));
  const byDocument = new Map(accounts.map((account) => [account.document.id, account]));
  const place = (doc: string): number => order.get(doc) ?? order.size;

  const sources = joinSources(found.stories);
  const sourceIds = new Map(found.stories.flatMap((story) => Object.entries(story.sourceIds)));
  const byId = new Map(sources.map((source) => [source.id, source]));

  const stories = found.stories.map((story): Story => {
    const id = contentId('story', ...story.documents);
    return {
      id,
      title: storyTitle(story.documents.map((doc) => byDocument.get(doc)!.document)),
      documents: story.documents,
    };
  });
  const titles = new Titles(new Wordings(accounts, pronouns(sources)), {
    document: (doc) => byDocument.get(doc)!.document,
    source: (s) => byId.get(s) ?? null,
  });
  const claims = found.stories
    .flatMap((story, index) =>
      story.claims.map((claim): Claim => {
        const { id, kind, ...rest } = claim;
        return { id, kind, title: titles.title(claim), story: stories[index]!.id, ...rest };
      }),
    )
    .sort(
      (x, y) =>
        documentCount(y) - documentCount(x) ||
        byAnchor(x.statements[0]!.anchor, y.statements[0]!.anchor, place) ||
        compareStrings(x.id, y.id),
    );

  const told = tellAmendments(found.said.amendments, { documents, accounts: found.said.found, claims });
  const off = new Set(told.amendments.flatMap((a) => (a.what === 'mark' && a.mark === 'off' ? a.claim : [])));
  // On what a user set aside nothing is built.
  const held = claims.filter(({ id }) => !off.has(id));

  const passages = [...found.passages, ...found.stories.flatMap((story) => story.passages)].sort(
    (p, q) => byAnchor(p.a, q.a, place) || byAnchor(p.b, q.b, place) || compareStrings(p.id, q.id),
  );
  const edges = found.stories
    .flatMap((story) => story.edges)
    .sort(
      (x, y) =>
        place(x.to) - place(y.to) ||
        place(x.from) - place(y.from) ||
        compareStrings(x.from, y.from) ||
        compareStrings(x.relation, y.relation),
    );
  const families = found.stories
    .flatMap((story) => story.families)
    .sort((x, y) => place(x.members[0]!.doc) - place(y.members[0]!.doc) || compareStrings(x.id, y.id));
  const reports = found.stories.flatMap((story) => story.reports).sort((x, y) => place(x.doc) - place(y.doc));
  const linked = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  for (const claim of claims)
    for (const statement of claim.statements)
      for (const path of statement.paths) for (const node of path) linked.add(node);
  const nodes = [
    ...documents.map(({ id }) => id),
    ...sources.map(({ id }) => id).filter((id) => linked.has(id)),
  ];

  const storyOf = new Map(stories.flatMap(({ id, documents }) => documents.map((doc) => [doc, id])));
  const facts = accounts.map(({ document, analysis }) => documentFacts(document, analysis));
  const figures = facts.flatMap((found) => found.figures);
  const folded = {
    version: RECORD_VERSION,
    generator: { name: 'stemma' as const, version: GENERATOR_VERSION, tier: found.settings.tier },
    documents,
    stories,
    passages,
    attributions: accounts.flatMap((account) =>
      attributionsOf(account, sourceIds.get(account.document.id) ?? []),
    ),
    figures,
    ordinals: facts.flatMap((found) => found.ordinals),
    times: facts.flatMap((found) => found.times),
    places: facts.flatMap((found) => found.places),
    lists: facts.flatMap((found) => found.lists),
    sources,
    lineage: { nodes, edges, families, reports },
    claims,
    corrections: findCorrections({ documents, claims, figures, edges }),
  } as const;
  const subjects = findSubjects({
    accounts,
    claims: held,
    sources,
    attributions: folded.attributions,
    names: joinNames(accounts, (doc) => storyOf.get(doc) ?? doc),
  });
  return {
    ...folded,
    subjects,
    timeline: makeTimeline(folded.times, held),
    leads: findLeads({ ...folded, claims: held, subjects, words: (claim) => titles.words(claim) }),
    amendments: told.amendments,
    messages: [...found.messages, ...told.messages].sort(
      (x, y) =>
        compareStrings(x.ref ?? '', y.ref ?? '') ||
        compareStrings(x.rule, y.rule) ||
        compareStrings(x.note, y.note),
    ),
  };
}

/** Mentions of people by "he" or "she", each with the name; "it" and "they" are too often somebody else. */
const pronouns = (sources: readonly Source[]): (readonly [Anchor, string])[] =>
  sources
    .filter(({ kind, named }) => kind === 'person' && named)
    .flatMap(({ name, mentions }) =>
      mentions.filter(({ exact }) => /^s?he$/i.test(exact)).map((m) => [m, name] as const),
    );

const documentCount = (claim: Claim): number => new Set(claim.statements.map((s) => s.anchor.doc)).size;

interface Placed {
  readonly doc: string;
  readonly start: number;
  readonly end: number;
}

function byAnchor(x: Placed, y: Placed, place: (doc: string) => number): number {
  return place(x.doc) - place(y.doc) || x.start - y.start || x.end - y.end;
}

/** A source met in several stories is one: its id says so. Names and mentions are gathered. */
function joinSources(stories: readonly StoryRecord[]): Source[] {
  const byId = new Map<string, Source>();
  for (const source of stories.flatMap((story) => story.sources)) {
    const known = byId.get(source.id);
    byId.set(source.id, known ? merge(known, source) : source);
  }
  return [...byId.values()].sort((x, y) => compareStrings(x.id, y.id));
}

function merge(x: Source, y: Source): Source {
  const union = (a: readonly string[], b: readonly string[]): string[] =>
    [...new Set([...a, ...b])].sort(compareStrings);
  const [name] = [x.name, y.name].sort((a, b) => b.length - a.length || compareStrings(a, b)) as [
    string,
    string,
  ];
  const either = (a: string | null, b: string | null): string | null =>
    a !== null && b !== null ? [a, b].sort(compareStrings)[0]! : (a ?? b);
  return {
    ...x,
    name,
    aliases: union([...x.aliases, x.name], [...y.aliases, y.name]).filter((alias) => alias !== name),
    role: either(x.role, y.role),
    organisation: either(x.organisation, y.organisation),
    documents: union(x.documents, y.documents),
    seenBy: union(x.seenBy, y.seenBy),
    mentions: [...x.mentions, ...y.mentions].sort(
      (a, b) => compareStrings(a.doc, b.doc) || a.start - b.start || a.end - b.end,
    ),
  };
}

function attributionsOf({ document, analysis }: Account, sourceIds: readonly string[]): Attribution[] {
  const ids = analysis.attributions.map((found) => attributionId(document.id, found));
  const first = new Map<string, Attribution>();
  analysis.attributions.forEach((found, index) => {
    const id = ids[index]!;
    if (first.has(id)) return;
    first.set(id, {
      id,
      doc: document.id,
      form: found.form,
      source: found.source.map((span) => anchor(document, span)),
      cue: found.cue.map((span) => anchor(document, span)),
      content: found.content.map((span) => anchor(document, span)),
      sourceId: found.speaker === null ? null : (sourceIds[found.speaker] ?? null),
      candidates: found.speaker === null ? found.candidates.flatMap((c) => sourceIds[c] ?? []) : [],
      parent: found.parent === null ? null : (ids[found.parent] ?? null),
    });
  });
  return [...first.values()];
}
