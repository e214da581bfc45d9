/** What the documents of a story may have from one another, as the joining of statements and their descent ask it. */
import type { Passage } from '../model/record.js';
import type { Span } from '../model/span.js';
import type { StoryAccounts, StoryLineage } from '../model/story.js';
import { append } from '../text/multimap.js';
import { wordsOf } from './statements.js';

/** A passage of quoted words alone proves nothing: two reporters may have heard them. It must hold this many others. */
const WORDS_BESIDE_QUOTATION = 7;

export interface DescentContext {
  /** Passages of a document with another, by "descendant ancestor", as spans on the descendant's and the ancestor's side. */
  readonly between: ReadonlyMap<
    string,
    readonly { readonly own: Span; readonly other: Span; readonly quotedOnly: boolean }[]
  >;
  /** Documents that a document may have its words from, nearest evidence first. */
  readonly ancestors: ReadonlyMap<
    string,
    readonly { readonly doc: string; readonly direction: 'known' | 'undetermined' }[]
  >;
  /** What each document credits other than its own reports, in the order of the text. */
  readonly credits: ReadonlyMap<string, readonly Credited[]>;
  /** Sentences of a document that show a hearing of its own outlet ("told the Courier" in the Courier). */
  readonly hearings: ReadonlyMap<string, ReadonlySet<number>>;
  /** Outlet whose report a document is. */
  readonly reportOf: StoryLineage['reportOf'];
  /** Whether most of an account is copied from another. */
  isMostlyFrom(account: string, ancestor: string): boolean;
  /** Whether an account cites a document of the corpus, and in another sentence than that of a statement. */
  citedElsewhere(statement: { readonly doc: string; readonly assertion: number }, cited: string): boolean;
  /** Whether a source is this document of the corpus. */
  isDocument(source: string, doc: string): boolean;
  /** What accounts credit where they credit a document: its outlet, or itself. */
  reportIn(doc: string): string;
  /** Whether a report may be what an account credits: not where the report was published on a later day. */
  mayCredit(account: string, report: string): boolean;
}

export interface Credited {
  /** An outlet's source id, or the id of a document of the corpus. */
  readonly report: string;
  readonly sentence: number | null;
  /** To an earlier report of its own outlet. */
  readonly again: boolean;
  /** A document that a body published, not a report of the press. */
  readonly document: boolean;
  /** The source id of that body; null where none is known, and of reports. */
  readonly by: string | null;
}

export function descentContext(story: StoryAccounts, lineage: StoryLineage): DescentContext {
  const documents = new Map(story.accounts.map((account) => [account.document.id, account]));
  const between = new Map<string, { own: Span; other: Span; quotedOnly: boolean }[]>();
  const put = (own: Passage['a'], other: Passage['a']): void => {
    const account = documents.get(own.doc);
    if (!account || !documents.has(other.doc)) return;
    const key = `${own.doc} ${other.doc}`;
    const row = between.get(key) ?? [];
    row.push({ own, other, quotedOnly: quotedOnly(account.analysis, account.document.text, own) });
    between.set(key, row);
  };
  for (const passage of story.passages) {
    put(passage.a, passage.b);
    put(passage.b, passage.a);
  }
  const size = new Map(
    story.accounts.map(({ document }) => [document.id, bodyWords(document.text, document.blocks)]),
  );
  const place = new Map(story.accounts.map(({ document }, index) => [document.id, index]));
  const ancestors = new Map<string, { doc: string; direction: 'known' | 'undetermined'; weight: number }[]>();
  const add = (doc: string, from: string, direction: 'known' | 'undetermined', weight: number): void => {
    ancestors.set(doc, [...(ancestors.get(doc) ?? []), { doc: from, direction, weight }]);
  };
  const heardFrom = new Map<string, string[]>();
  for (const edge of lineage.edges) {
    if (edge.direction === 'known') append(heardFrom, edge.to, edge.from);
    // A credit alone hands on no words; `credits` has those.
    if (!documents.has(edge.from) || !documents.has(edge.to) || edge.relation === 'credit') continue;
    if (edge.direction === 'known') add(edge.to, edge.from, 'known', edge.share ?? 0);
  }
  /** Also through others, and by credit: a release has nothing from the paper that copied a paper that cites it. */
  const descends = (doc: string, from: string): boolean => {
    const seen = new Set([doc]);
    for (const at of seen)
      for (const before of [
        ...(heardFrom.get(at) ?? []),
        ...(ancestors.get(at) ?? []).flatMap((a) => (a.direction === 'known' ? a.doc : [])),
      ]) {
        if (before === from) return true;
        seen.add(before);
      }
    return false;
  };
  // A family whose direction is undetermined is computed once, on its fullest member.
  for (const family of lineage.families) {
    const members = family.members.map((m) => m.doc).filter((doc) => documents.has(doc));
    const heirs = members.filter((doc) => doc !== family.origin);
    if (heirs.length < members.length)
      for (const doc of heirs) add(doc, family.origin!, 'known', ORIGIN_WEIGHT);
    // What the origin lacks, its copies may still have from one another.
    const ranked = heirs.sort((x, y) => size.get(y)! - size.get(x)! || place.get(x)! - place.get(y)!);
    ranked.forEach((doc, rank) => {
      const known = new Set((ancestors.get(doc) ?? []).map((a) => a.doc));
      for (const fuller of ranked.slice(0, Math.min(rank, FULLER))) {
        if (!known.has(fuller) && !descends(fuller, doc)) add(doc, fuller, 'undetermined', -1);
      }
    });
  }
  const credits = new Map(
    story.accounts.map(({ document, analysis }) => {
      const own = lineage.reportOf[document.id] ?? null;
      const found = analysis.credits.flatMap((credit, index): Credited[] => {
        const outlet = lineage.creditIds[document.id]?.[index];
        const passesOn =
          credit.kind === 'reported' ||
          credit.kind === 'told' ||
          credit.kind === 'seen' ||
          credit.kind === 'link';
        // "The Courier reported on Tuesday", in the Courier: an earlier report of its own.
        const again = outlet === own && credit.kind === 'reported' && credit.sentence !== null;
        return outlet !== undefined && (again || (outlet !== own && passesOn))
          ? [{ report: outlet, sentence: credit.sentence, again, document: false, by: null }]
          : [];
      });
      const cited = (lineage.citations[document.id] ?? []).map(
        ({ report, sentence, kind, by }): Credited => ({
          report,
          sentence,
          again: false,
          document: kind === 'document',
          by,
        }),
      );
      return [document.id, [...found, ...cited]] as const;
    }),
  );
  const hearings = new Map(
    story.accounts.map(({ document, analysis }) => {
      const own = lineage.reportOf[document.id] ?? null;
      const heard = analysis.credits.flatMap((credit, index) => {
        const mine = own !== null && lineage.creditIds[document.id]?.[index] === own;
        return mine && (credit.kind === 'told' || credit.kind === 'seen') && credit.sentence !== null
          ? [credit.sentence]
          : [];
      });
      return [document.id, new Set(heard)] as const;
    }),
  );
  for (const row of ancestors.values())
    row.sort((x, y) => y.weight - x.weight || place.get(x.doc)! - place.get(y.doc)!);
  const documentsOf = new Map(lineage.sources.map((source) => [source.id, source.documents]));
  const isDocument = (source: string, doc: string): boolean =>
    documentsOf.get(source)?.includes(doc) ?? false;
  const reportIn = (doc: string): string => lineage.reportOf[doc] ?? doc;
  const day = (doc: string): string | null => documents.get(doc)?.document.published?.slice(0, 10) ?? null;
  const shares = new Map(lineage.edges.map(({ from, to, share }) => [`${to} ${from}`, share ?? 0]));
  const isMostlyFrom = (account: string, ancestor: string): boolean =>
    (shares.get(`${account} ${ancestor}`) ?? 0) > MOSTLY;
  const citedElsewhere: DescentContext['citedElsewhere'] = ({ doc, assertion }, cited) => {
    const { sentence } = documents.get(doc)!.analysis.assertions[assertion]!;
    const own = (credits.get(doc) ?? []).filter(({ report }) => report === reportIn(cited));
    return own.some(({ document }) => document) && !own.some((credit) => credit.sentence === sentence);
  };
  const mayCredit = (account: string, report: string): boolean => {
    const [own, other] = [day(account), day(report)];
    return own === null || other === null || own.length < 10 || other.length < 10 || other <= own;
  };
  return {
    between,
    ancestors,
    credits,
    hearings,
    reportOf: lineage.reportOf,
    reportIn,
    isMostlyFrom,
    citedElsewhere,
    isDocument,
    mayCredit,
  };
}

/** "Most of the document is copied" (DESIGN §4, rule 2). */
const MOSTLY = 0.5;

/** A family whose origin is one of its documents: words are traced to that one, before any copy between. */
const ORIGIN_WEIGHT = 2;

/** Fuller members of an undetermined family that a statement may have its words from: the fullest few hold them all. */
const FULLER = 20;

function bodyWords(text: string, blocks: readonly { start: number; end: number; role: string }[]): number {
  let words = 0;
  for (const block of blocks)
    if (block.role === 'body' || block.role === 'quote')
      words += wordsOf(text.slice(block.start, block.end)).length;
  return words;
}

function quotedOnly(
  analysis: {
    readonly attributions: readonly { readonly form: string; readonly content: readonly Span[] }[];
  },
  text: string,
  span: Span,
): boolean {
  const quoted = analysis.attributions
    .filter((a) => a.form === 'direct')
    .flatMap((a) => a.content)
    .filter((c) => c.start < span.end && span.start < c.end)
    .sort((x, y) => x.start - y.start);
  if (quoted.length === 0) return false;
  let beside = 0;
  let at = span.start;
  for (const q of quoted) {
    if (q.start > at) beside += wordsOf(text.slice(at, q.start)).length;
    at = Math.max(at, q.end);
  }
  if (at < span.end) beside += wordsOf(text.slice(at, span.end)).length;
  return beside < WORDS_BESIDE_QUOTATION;
}
