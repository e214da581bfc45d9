/** The order of the stages, and nothing else. Data flows one way: see docs/ARCHITECTURE.md. */
import { joinClaims } from './claims/claims.js';
import { analyse, analysisKey, emptyAnalysis } from './extract/analyse.js';
import { documentAttributions } from './extract/document-attributions.js';
import { textDocument } from './ingest/document.js';
import { dropDuplicates } from './ingest/duplicates.js';
import { circleMessages } from './lineage/cycles.js';
import { traceLineage } from './lineage/lineage.js';
import { type Amendments, NO_AMENDMENTS } from './model/amendments.js';
import type { Analysis } from './model/analysis.js';
import type { Document } from './model/document.js';
import type { DocumentAttribution } from './model/document-attribution.js';
import type { DocumentFacts } from './model/document-facts.js';
import type { Message } from './model/message.js';
import type { Passage, Record } from './model/record.js';
import { DEFAULT_SETTINGS, type Depth, type Settings, Tier } from './model/settings.js';
import type { Span } from './model/span.js';
import type { Account, StoryAccounts, StoryRecord } from './model/story.js';
import { modelsOf } from './models.js';
import { countOrigins, reportsIn } from './origins/origins.js';
import { foldRecord } from './record/record.js';
import { alignParaphrases } from './reuse/paraphrase.js';
import { findPassages } from './reuse/passages.js';
import { groupStories } from './stories/stories.js';
import { documentFacts } from './text/document-facts.js';
import { append } from './text/multimap.js';
import { compareDocuments, compareStrings } from './text/order.js';
import { outerRefs } from './text/refs.js';

/** Where the work of the two parallel stages is done. Results are in the order of the arguments. */
export interface Runner {
  analyse(documents: readonly Document[], depth: Depth, done: (n: number) => void): Promise<Analysis[]>;
  stories(stories: readonly StoryAccounts[], done: (n: number) => void): Promise<StoryRecord[]>;
}

/** Everything in this thread, which lets others have a turn between any two. */
export const inProcess: Runner = {
  analyse: (documents, depth, done) => inTurn(documents, (document) => readDocument(document, depth), done),
  stories: (stories, done) => inTurn(stories, readStory, done),
};

async function inTurn<T, R>(
  items: readonly T[],
  read: (item: T) => R,
  done: (n: number) => void,
): Promise<R[]> {
  const found: R[] = [];
  for (const item of items) {
    found.push(read(item));
    done(found.length);
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return found;
}

export interface ReadOptions {
  readonly amendments?: Amendments;
  readonly settings?: Settings;
  /** Analyses of an earlier reading: those whose key still fits are not made again. */
  readonly analyses?: readonly Analysis[];
  /** What ingest could not read; passed on into the record. */
  readonly messages?: readonly Message[];
  readonly runner?: Runner;
  /** Called with the name of the stage and how many of its parts are done. */
  readonly progress?: (stage: string, done: number, total: number) => void;
}

/** Documents to the record that they make, and the analyses to hand back in when more are added. */
export async function readRecord(
  received: readonly Document[],
  options: ReadOptions = {},
): Promise<{ record: Record; analyses: Analysis[] }> {
  const { settings = DEFAULT_SETTINGS, runner = inProcess, progress = () => {} } = options;
  const { accounts, analyses, messages: told } = await readAccounts(received, options);
  const documents = accounts.map(({ document }) => document);

  progress('reuse', 0, documents.length);
  // A case is small beside a corpus: what is heavily rewritten is worth the time.
  const { passages, boilerplate } = findPassages(documents, { thorough: true });
  const own = passages.filter((passage) => passage.boilerplate !== true);
  const aside = new Map<string, Span[]>();
  for (const { doc, start, end } of boilerplate) aside.set(doc, [...(aside.get(doc) ?? []), { start, end }]);

  const grouped = groupStories(documents, shares(own, accounts));
  const stories = storiesOf(grouped, accounts, own, aside);
  const read = await runner.stories(stories, (done) => progress('stories', done, stories.length));

  const messages = [...told, ...read.flatMap((part) => part.messages)];
  return { record: foldRecord({ accounts, passages, stories: read, settings, messages }), analyses };
}

/**
 * Every document read on its own, without duplicates and with the user's amendments, in the record's order; as far as
 * `depth` says, by default to who says what in the tier of the settings.
 */
export async function readAccounts(
  received: readonly Document[],
  options: ReadOptions & { readonly depth?: Depth } = {},
): Promise<{ accounts: Account[]; analyses: Analysis[]; messages: Message[] }> {
  const {
    amendments = NO_AMENDMENTS,
    settings = DEFAULT_SETTINGS,
    runner = inProcess,
    progress = () => {},
    depth = settings.tier,
  } = options;
  const { documents: kept, messages: duplicates } = dropDuplicates([...received].sort(compareDocuments));
  const amended = amendAll(kept, amendments).sort(compareDocuments);
  const analyses = await analyseAll(amended, options.analyses ?? [], depth, runner, progress);
  const accounts = amended
    .map((document, i) => account(document, analyses[i]!))
    .sort((a, b) => compareDocuments(a.document, b.document));
  const messages = [
    ...(options.messages ?? []),
    ...duplicates,
    ...analyses.flatMap((analysis) => analysis.messages),
  ];
  return { accounts, analyses, messages };
}

/**
 * Who says what in one document, or in a plain text. In order of position; speakers are as resolved inside this one
 * document. Throws RangeError for a tier that there is not.
 */
export function findAttributions(
  given: Document | string,
  options: { readonly tier?: Tier } = {},
): DocumentAttribution[] {
  const { tier = DEFAULT_SETTINGS.tier } = options;
  if (!Tier.options.includes(tier))
    throw new RangeError(`there is no tier "${tier}", only ${Tier.options.join(' and ')}`);
  const document = typeof given === 'string' ? textDocument(given) : given;
  const depth: Depth = `speech: ${tier}`;
  return documentAttributions(document, analyse(document, depth, modelsOf(depth)));
}

/**
 * The figures, ordinals, times, places, names and lists of one document, or of a plain text: without a date, times told
 * from the day of publication stay unresolved.
 */
export function findFacts(given: Document | string): DocumentFacts {
  const document = typeof given === 'string' ? textDocument(given) : given;
  return documentFacts(document, analyse(document, 'facts'));
}

/** What is found in one document alone. Never throws: what fails is told in its messages. */
export function readDocument(document: Document, depth: Depth): Analysis {
  const models = modelsOf(depth);
  try {
    return analyse(document, depth, models);
  } catch (error) {
    return emptyAnalysis(document, depth, reasonOf(error));
  }
}

/** One story: everything of the record that concerns it alone. Never throws: what fails is told in its messages. */
export function readStory(story: StoryAccounts): StoryRecord {
  try {
    return throughStages(story);
  } catch (error) {
    const { ref } = story.accounts[0]!.document;
    const others = story.accounts.length - 1;
    return {
      documents: story.accounts.map((a) => a.document.id),
      passages: [],
      sources: [],
      sourceIds: {},
      edges: [],
      families: [],
      reports: [],
      claims: [],
      messages: [
        {
          rule: 'analysis-failed',
          severity: 'error',
          ref,
          note: `The story of ${ref}${others === 0 ? '' : ` and ${others} more`} could not be read, and has no claims in the record: ${reasonOf(error)}`,
        },
      ],
    };
  }
}

function throughStages(story: StoryAccounts): StoryRecord {
  const paraphrases = alignParaphrases(
    story.accounts.map(({ document, analysis }) => ({
      id: document.id,
      sentences: analysis.sentences.map(({ start, end }) => ({
        start,
        end,
        text: document.text.slice(start, end),
      })),
    })),
    story.passages,
  );
  const aligned: StoryAccounts = { ...story, passages: [...story.passages, ...paraphrases] };
  const lineage = traceLineage(aligned);
  const claims = countOrigins(aligned, lineage, joinClaims(aligned, lineage));
  const { sources, sourceIds, edges, families } = lineage;
  const documents = story.accounts.map(({ document }) => document).sort(compareDocuments);
  return {
    documents: story.accounts.map((a) => a.document.id),
    passages: paraphrases,
    sources,
    sourceIds,
    edges,
    families,
    reports: reportsIn(aligned, lineage),
    claims,
    messages: circleMessages(documents, edges),
  };
}

async function analyseAll(
  documents: readonly Document[],
  earlier: readonly Analysis[],
  depth: Depth,
  runner: Runner,
  progress: NonNullable<ReadOptions['progress']>,
): Promise<Analysis[]> {
  const known = new Map(earlier.map((analysis) => [analysis.key, analysis]));
  const found = documents.map((document) => known.get(analysisKey(document, depth)) ?? null);
  const missing = documents.filter((_, i) => found[i] === null);
  const made = await runner.analyse(missing, depth, (done) => progress('analyse', done, missing.length));
  let next = 0;
  return found.map((analysis) => analysis ?? made[next++]!);
}

/** Documents with what the user says of them by path, URL or id; what is said last counts. */
export function amendAll(documents: readonly Document[], { documents: said }: Amendments): Document[] {
  const byRef = new Map(documents.map((document) => [document.ref, document]));
  const names = ({ ref, id, url }: Document): readonly string[] =>
    url === null ? [ref, id] : [ref, id, url];
  const named = new Map<string, number[]>();
  said.forEach(({ ref }, i) => {
    append(named, ref, i);
  });
  const of = (called: readonly string[]): number[] => called.flatMap((name) => named.get(name) ?? []);
  return documents.map((document) => {
    const own = of(names(document));
    // What is attached to a letter that is not published, or packed with it, is not published either.
    const around = outerRefs(document.ref).flatMap((ref) => {
      const outer = byRef.get(ref);
      return of(outer === undefined ? [ref] : names(outer));
    });
    const changes = [...new Set([...own, ...around])].sort((a, b) => a - b);
    return changes.reduce((amended, i): Document => {
      const { ref: _, ...words } = said[i]!;
      const told = own.includes(i) ? words : { status: words.status };
      return {
        ...amended,
        ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)),
      };
    }, document);
  });
}

/** What the text itself tells fills in what was not received; it never overrides. */
function account(document: Document, analysis: Analysis): Account {
  const { title, outlet, byline, published, language } = analysis.metadata;
  return {
    analysis,
    document: {
      ...document,
      title: document.title ?? title,
      outlet: document.outlet ?? outlet,
      byline: document.byline ?? byline,
      published: document.published ?? published,
      language: document.language ?? language,
      blocks: analysis.blocks,
    },
  };
}

/** How much of the smaller document two documents share, 0 to 1. */
function shares(
  passages: readonly Passage[],
  accounts: readonly Account[],
): { a: string; b: string; share: number }[] {
  const size = new Map(accounts.map(({ document }) => [document.id, Math.max(1, document.text.length)]));
  const shared = new Map<string, { a: string; b: string; length: number }>();
  for (const { a, b } of passages) {
    const key = `${a.doc} ${b.doc}`;
    const pair = shared.get(key) ?? { a: a.doc, b: b.doc, length: 0 };
    pair.length += a.end - a.start;
    shared.set(key, pair);
  }
  return [...shared.values()].map(({ a, b, length }) => ({
    a,
    b,
    share: Math.min(1, length / Math.min(size.get(a)!, size.get(b)!)),
  }));
}

function storiesOf(
  grouped: readonly { readonly documents: readonly string[] }[],
  accounts: readonly Account[],
  passages: readonly Passage[],
  aside: ReadonlyMap<string, readonly Span[]>,
): StoryAccounts[] {
  const storyOf = new Map<string, number>();
  grouped.forEach((story, index) => {
    for (const doc of story.documents) storyOf.set(doc, index);
  });
  const members = grouped.map(() => [] as Account[]);
  for (const found of accounts)
    members[storyOf.get(found.document.id)!]!.push(
      withoutBoilerplate(found, aside.get(found.document.id) ?? []),
    );
  const within = grouped.map(() => [] as Passage[]);
  for (const passage of passages) {
    const story = storyOf.get(passage.a.doc)!;
    if (story === storyOf.get(passage.b.doc)) within[story]!.push(passage);
  }
  return members
    .map((story, index) => ({ accounts: story, passages: within[index]! }))
    .filter((story) => story.accounts.length > 0)
    .sort(
      (x, y) =>
        compareDocuments(x.accounts[0]!.document, y.accounts[0]!.document) ||
        compareStrings(x.accounts[0]!.document.id, y.accounts[0]!.document.id),
    );
}

/** What an outlet prints under everything asserts nothing about this story. */
function withoutBoilerplate({ document, analysis }: Account, aside: readonly Span[]): Account {
  if (aside.length === 0) return { document, analysis };
  const repeated = (span: Span): boolean => aside.some((a) => a.start <= span.start && span.end <= a.end);
  const stays = analysis.assertions.map((a) => !repeated(analysis.sentences[a.sentence]!));
  const { meanings } = analysis;
  return {
    document,
    analysis: {
      ...analysis,
      assertions: analysis.assertions.filter((_, i) => stays[i]),
      meanings: meanings && { ...meanings, assertions: meanings.assertions.filter((_, i) => stays[i]) },
    },
  };
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
