import { AMERICAN_SPELLING } from '../language/en/spelling.js';
import type { Credit, LocalAttribution, LocalSource } from '../model/analysis.js';
import type { Source } from '../model/record.js';
import type {
  Account,
  Citation,
  DraftClaim,
  DraftStatement,
  StoryAccounts,
  StoryLineage,
} from '../model/story.js';
import { append } from '../text/multimap.js';
import { type ByStart, byStart } from '../text/spans.js';

/** Look-ups over one story that every rule of counting needs. Source ids are canonical: see `canonical`. */
export interface StoryView {
  account(doc: string): Account;
  source(id: string): Source | null;
  /** The local sources behind a source id: where document traits stand. */
  locals(id: string): readonly LocalSource[];
  /** Outlet or agency whose report the document is, or null. */
  reportOf(doc: string): string | null;
  /** Who speaks where the document speaks in its own voice, and whether that is a source itself and no outlet. */
  voiceOf(doc: string): { readonly id: string; readonly source: boolean };
  /** The canonical id of a local source of a document. */
  sourceId(doc: string, local: number): string;
  /** The canonical id of the named body that unnamed people belong to, or null. */
  bodyId(doc: string, local: number): string | null;
  creditId(doc: string, credit: number): string;
  /**
   * Where an assertion of a document tells of an act on public record, the canonical id of the body, null where it is not
   * named; undefined where it tells of none.
   */
  actOf(doc: string, assertion: number): string | null | undefined;
  /** The credits that stand in a sentence of a document, with their canonical ids, in order. */
  creditsIn(doc: string, sentence: number): readonly CreditIn[];
  /** Whether the accounts cite a source through a document ("the council writes in a letter"). */
  speaksThrough(source: string, document: string): boolean;
  attribution(statement: DraftStatement): LocalAttribution | null;
  /** Documents of the story that are a report of this outlet, in the record's order. */
  reportsBy(outlet: string): readonly string[];
  statement(id: string): DraftStatement;
  /** Where things of a document stand. */
  places(doc: string): Places;
}

export interface Places {
  /** The cues of its attributions, by the index of the attribution. */
  readonly cues: ByStart;
  /** The mentions of its sources, by the index of the source. */
  readonly mentions: ByStart;
  /** The indexes of its sources that are laws. */
  readonly laws: readonly number[];
  /** The indexes of its assertions, by sentence. */
  readonly assertions: ReadonlyMap<number, readonly number[]>;
}

function placesIn({ analysis }: Account): Places {
  const assertions = new Map<number, number[]>();
  analysis.assertions.forEach(({ sentence }, index) => {
    append(assertions, sentence, index);
  });
  return {
    cues: byStart(analysis.attributions.map(({ cue }) => cue)),
    mentions: byStart(analysis.sources.map(({ mentions }) => mentions)),
    laws: analysis.sources.flatMap(({ document }, at) => (document?.type === 'law' ? [at] : [])),
    assertions,
  };
}

export interface CreditIn {
  readonly kind: Credit['kind'];
  readonly id: string;
}

function bySentence(
  credits: readonly Credit[],
  ids: readonly string[],
  citations: readonly Citation[],
  canon: (id: string) => string,
): ReadonlyMap<number, readonly CreditIn[]> {
  const found = new Map<number, CreditIn[]>();
  credits.forEach(({ kind, sentence }, index) => {
    const id = ids[index];
    if (sentence === null || id === undefined) return;
    append(found, sentence, { kind, id: canon(id) });
  });
  for (const { kind, report, sentence } of citations)
    if (kind === 'report') append(found, sentence, { kind: 'reported', id: canon(report) });
  return found;
}

const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => AMERICAN_SPELLING.get(word) ?? word)
    .join(' ')
    .trim();

/**
 * An agency that issues a press release is the outlet of that account and an organisation in the others: one source.
 * The outlet's id gives way to the organisation's where names agree.
 */
function canonicalIds(sources: readonly Source[]): ReadonlyMap<string, string> {
  const organisations = new Map<string, string>();
  for (const source of sources) {
    if (source.kind !== 'organisation') continue;
    for (const name of [source.name, ...source.aliases]) {
      const key = bare(name);
      if (key !== '' && !organisations.has(key)) organisations.set(key, source.id);
    }
  }
  const canonical = new Map<string, string>();
  for (const source of sources) {
    const same = source.kind === 'outlet' ? organisations.get(bare(source.name)) : undefined;
    canonical.set(source.id, same ?? source.id);
  }
  return canonical;
}

export function viewStory(
  story: StoryAccounts,
  lineage: StoryLineage,
  claims: readonly DraftClaim[],
): StoryView {
  const accounts = new Map(story.accounts.map((account) => [account.document.id, account]));
  const places = new Map<string, Places>();
  const canonical = canonicalIds(lineage.sources);
  const canon = (id: string): string => canonical.get(id) ?? id;
  const sources = new Map(lineage.sources.map((source) => [source.id, source]));
  const locals = new Map<string, LocalSource[]>();
  for (const { document, analysis } of story.accounts) {
    analysis.sources.forEach((local, index) => {
      const id = lineage.sourceIds[document.id]?.[index];
      if (id === undefined) return;
      append(locals, canon(id), local);
    });
  }
  const reports = new Map<string, string[]>();
  for (const { document } of story.accounts) {
    const outlet = lineage.reportOf[document.id];
    if (outlet == null) continue;
    append(reports, canon(outlet), document.id);
  }
  // A letter or a press release of the corpus that the accounts cite is a source in its own right.
  const cited = new Map(
    lineage.sources.flatMap((source) => source.documents.map((doc) => [doc, canon(source.id)] as const)),
  );
  const statements = new Map(claims.flatMap((claim) => claim.statements.map((s) => [s.id, s] as const)));
  const need = <T>(value: T | undefined, what: string, index?: number): T => {
    if (value === undefined) throw new RangeError(`not in this story: ${what} ${index ?? ''}`.trimEnd());
    return value;
  };
  const through = new Set(
    story.accounts.flatMap(({ document, analysis }) =>
      analysis.attributions.flatMap(({ speaker, medium }) => {
        const ids = lineage.sourceIds[document.id];
        return speaker === null || medium === null || ids === undefined
          ? []
          : [`${canon(ids[speaker]!)} ${canon(ids[medium]!)}`];
      }),
    ),
  );
  const creditsOf = new Map(
    story.accounts.map(({ document, analysis }) => [
      document.id,
      bySentence(
        analysis.credits,
        lineage.creditIds[document.id] ?? [],
        lineage.citations[document.id] ?? [],
        canon,
      ),
    ]),
  );
  return {
    account: (doc) => need(accounts.get(doc), doc),
    source: (id) => sources.get(id) ?? null,
    locals: (id) => locals.get(id) ?? [],
    reportOf: (doc) => {
      const outlet = lineage.reportOf[doc];
      return outlet == null ? null : canon(outlet);
    },
    voiceOf: (doc) => {
      const outlet = lineage.reportOf[doc];
      const id = outlet == null ? (cited.get(doc) ?? doc) : canon(outlet);
      return { id, source: sources.has(id) && sources.get(id)!.kind !== 'outlet' };
    },
    sourceId: (doc, local) => canon(need(lineage.sourceIds[doc]?.[local], doc, local)),
    bodyId: (doc, local) => {
      const body = lineage.bodyIds[doc]?.[local] ?? null;
      return body === null ? null : canon(body);
    },
    actOf: (doc, assertion) => {
      const body = lineage.acts[doc]?.[assertion];
      return body == null ? body : canon(body);
    },
    creditId: (doc, credit) => canon(need(lineage.creditIds[doc]?.[credit], doc, credit)),
    creditsIn: (doc, sentence) => need(creditsOf.get(doc), doc).get(sentence) ?? [],
    speaksThrough: (source, document) => through.has(`${source} ${document}`),
    attribution: (statement) =>
      statement.attribution === null
        ? null
        : (need(accounts.get(statement.doc), statement.doc).analysis.attributions[statement.attribution] ??
          null),
    reportsBy: (outlet) => reports.get(outlet) ?? [],
    statement: (id) => need(statements.get(id), id),
    places: (doc) => {
      const known = places.get(doc) ?? placesIn(need(accounts.get(doc), doc));
      places.set(doc, known);
      return known;
    },
  };
}

export { bare as bareName };
