/** What passes between the stages that see a whole story. Plain serialisable values. */
import type { ClaimAmendment } from './amendments.js';
import type { Analysis } from './analysis.js';
import type { Document } from './document.js';
import type { Message } from './message.js';
import type { Claim, Drift, Edge, Family, Lineage, Passage, Source } from './record.js';
import type { Anchor } from './span.js';
import type { ClaimKind, DriftKind, Stance } from './vocabulary.js';

/** One document with the user's amendments applied and its blocks set, and what was found in it. */
export interface Account {
  readonly document: Document;
  readonly analysis: Analysis;
}

/** The accounts of one story in the record's order of documents, and the passages between them. */
export interface StoryAccounts {
  readonly accounts: readonly Account[];
  readonly passages: readonly Passage[];
  /** What users say of its claims; none where absent. */
  readonly amendments?: readonly ClaimAmendment[];
}

/** What lineage finds in one story. Keys of the objects are document ids. */
export interface StoryLineage {
  /** Sources joined across the accounts, with content-hash ids that do not depend on the other documents' order. */
  readonly sources: readonly Source[];
  /** The source id of each of the analysis's local sources, by index. */
  readonly sourceIds: { readonly [doc: string]: readonly string[] };
  /** For each local source that is unnamed people of a named body, the source id of the body; else null. */
  readonly bodyIds: { readonly [doc: string]: readonly (string | null)[] };
  /** The source id (kind outlet) of each of the analysis's credits, by index. */
  readonly creditIds: { readonly [doc: string]: readonly string[] };
  /** The outlet or agency (a source id) whose report each document is, null where nothing tells (DESIGN §4). */
  readonly reportOf: { readonly [doc: string]: string | null };
  /** Assertions (by index) that tell of an act on public record, with the source id of the body whose record it is, null where it is not named. */
  readonly acts: { readonly [doc: string]: { readonly [assertion: number]: string | null } };
  /** What each document credits besides, in the order of the text. */
  readonly citations: { readonly [doc: string]: readonly Citation[] };
  readonly edges: readonly Edge[];
  readonly families: readonly Family[];
}

/** A credit that takes another account to see. */
export interface Citation {
  /** The report's outlet, or the body that published the document cited, as a source id; the document's id where it has none. */
  readonly report: string;
  /** `report`: of an outlet; `document`: one of the corpus that a body published. */
  readonly kind: 'report' | 'document';
  /** The body that published the document, as it stands among the sources; null where none did. */
  readonly by: string | null;
  /** Index into the analysis's sentences. */
  readonly sentence: number;
}

/** One assertion of one account as claims join them; `assertion` and `attribution` are indices into the analysis. */
export interface DraftStatement {
  readonly id: string;
  readonly doc: string;
  readonly assertion: number;
  /** The whole sentence. */
  readonly anchor: Anchor;
  /** The words of this assertion. */
  readonly focus: readonly Anchor[];
  readonly stance: Stance;
  readonly attribution: number | null;
  readonly hedges: readonly Anchor[];
  /** The statement of the same claim that this one has its words or its news from; null where none was found. */
  readonly descent: Descent | null;
}

/** By passage (`copied`) or by credit to a report (`derived`, with the report's outlet as a source id). */
export interface Descent {
  readonly from: string;
  readonly rule: 'copied' | 'derived';
  readonly direction: 'known' | 'undetermined';
  readonly report: string | null;
  /** From a document that a body published, where the sentence cites it or names who speaks in it: it was read there. */
  readonly read: boolean;
}

export interface DraftConflict {
  readonly kind: DriftKind;
  readonly note: string;
  /** The words that cannot both hold, and the ids of the statements that stand on each side. */
  readonly sides: readonly { readonly anchors: readonly Anchor[]; readonly statements: readonly string[] }[];
}

/** Statements joined as one claim, before its origins are counted. Statements are in the order of documents. */
export interface DraftClaim {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly statements: readonly DraftStatement[];
  readonly drift: readonly Drift[];
  readonly conflicts: readonly DraftConflict[];
  readonly possible: readonly string[];
}

/** What a story comes to: everything of the record that concerns it alone. */
export interface StoryRecord {
  readonly documents: readonly string[];
  readonly passages: readonly Passage[];
  readonly sources: readonly Source[];
  readonly sourceIds: StoryLineage['sourceIds'];
  readonly edges: readonly Edge[];
  readonly families: readonly Family[];
  readonly reports: Lineage['reports'];
  readonly claims: readonly Omit<Claim, 'story' | 'title'>[];
  readonly messages: readonly Message[];
}
