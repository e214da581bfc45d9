/**
 * What `analyse` finds in one document alone. Spans are into `document.text`; indices are into the arrays of
 * the same Analysis. Plain serialisable values: an Analysis may be made in a worker, stored, and handed back in.
 */
import type { Block } from './document.js';
import type { Message } from './message.js';
import type { Span } from './span.js';
import type {
  AttributionForm,
  Bound,
  FigureKind,
  ModalityKind,
  NameKind,
  PlaceKind,
  PlaceReason,
  SourceKind,
  TimexMod,
  TimexType,
} from './vocabulary.js';

/** A sentence of a statement-making block (see STATEMENT_ROLES). `block` is an index into `blocks`. */
export interface Sentence extends Span {
  readonly block: number;
}

/** What the text itself tells about the document; null where nothing tells (never a guess). */
export interface Metadata {
  readonly title: string | null;
  readonly outlet: string | null;
  /** The body that issues it, where the text says that it is a release, a statement or the like. */
  readonly issuer: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly language: string | null;
}

/** Who or what stands behind statements of this document: one coreferent source. */
export interface LocalSource {
  readonly kind: SourceKind;
  /** Fullest form: full name, expanded acronym, or the description ("two officials with knowledge of the plans"). */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly role: string | null;
  /** The body a person speaks for or unnamed people belong to ("ICE official" → the fullest name of ICE). */
  readonly organisation: string | null;
  /** False for unnamed people and for documents without a title of their own. */
  readonly named: boolean;
  /** How many people; null where not people or not told ("officials" is {min: 1, max: null}: a bare plural). */
  readonly count: { readonly min: number; readonly max: number | null } | null;
  readonly mentions: readonly Span[];
  /** Only for kind document. */
  readonly document: DocumentTraits | null;
}

/** How a document source is described; null where the text does not say. Used to tell whether two may be the same. */
export interface DocumentTraits {
  /** e-mail, memo, letter, report, filing, statement, statistics, law, court record, post, broadcast, transcript, document */
  readonly type: string;
  /** Who issued, sent or signed it, in the words of the text. */
  readonly issuer: string | null;
  readonly signatories: number | null;
  /** Day or month it bears, ISO 8601. */
  readonly date: string | null;
  /** Adjectives and the like that tell it from another ("internal", "joint", "leaked"), lower case. */
  readonly descriptors: readonly string[];
  /** Outlets that had it in hand ("seen by the Courier"). */
  readonly seenBy: readonly string[];
  /** A law, a vote, a court's docket, an official register. */
  readonly publicRecord: boolean;
  /** Made public by its author: a statement, a post, a filing, a broadcast, a published report. */
  readonly madePublic: boolean;
}

/**
 * What an attribution does: only `asserts` asserts its content. `intends`: plans, requests, orders, offers: the act is
 * the actor's own, and its content is not something that the account heard from it.
 */
export type Attitude = 'asserts' | 'intends' | 'denies' | 'doubts' | 'declines' | 'asks' | 'reacts';

export interface LocalAttribution {
  readonly form: AttributionForm;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly attitude: Attitude;
  /** Index into sources; null where unresolved, then candidates holds indices of the named sources it may be. */
  readonly speaker: number | null;
  readonly candidates: readonly number[];
  /** Further sources of a joint attribution ("Warren and Markey said"), indices into sources. */
  readonly also: readonly number[];
  /** The attribution it stands inside, an index, or null. */
  readonly parent: number | null;
  /** The document through which a person speaks ("said in a statement", "wrote in a letter"), index into sources. */
  readonly medium: number | null;
  /** Sentences that its content touches, indices into sentences. */
  readonly sentences: readonly number[];
}

/**
 * A credit to an outlet or agency. `told`: a person told the outlet; `seen`: the outlet had a document in hand;
 * `reported`: the text passes on the outlet's report; `contributed`: "X contributed to this report";
 * `dateline`, `byline`, `copyright`, `credit-line`: lines of the page that name the outlet or agency as the text's maker.
 */
export interface Credit {
  readonly kind:
    | 'told'
    | 'seen'
    | 'reported'
    | 'contributed'
    | 'dateline'
    | 'byline'
    | 'copyright'
    | 'credit-line'
    | 'link';
  /** The outlet as the text has it, fullest form in this document ("The New York Times" for a later "the Times"). */
  readonly outlet: string;
  /** The words that credit, and inside them the outlet's name. */
  readonly span: Span;
  readonly outletSpan: Span;
  readonly sentence: number | null;
  readonly block: number;
  /** Source that told or was seen, index into sources, where the text says. */
  readonly source: number | null;
}

/** What a figure has to do with a rise or a fall: `by` how much, `from` what or `to` what. */
export interface FigureChange {
  readonly direction: 'up' | 'down';
  readonly role: 'by' | 'from' | 'to';
}

export interface LocalFigure {
  readonly span: Span;
  /**
   * `share`: a part of a whole (0.333 for "a third"); `ratio`: times as many (3 for "three times" and "3-to-1"); `percent`:
   * percentages and percentage points, as written.
   */
  readonly kind: FigureKind;
  /** Either value, or min and max (ranges and vague counts). */
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly bound: Bound;
  /** English unit name in the singular, ISO 4217 for money, 'percent', '' for a count; rates end in " per NAME". */
  readonly unit: string;
  /** The same amount in the unit in which all of its kind are compared; null where it is that or has none. */
  readonly normal: {
    readonly value: number | null;
    readonly min: number | null;
    readonly max: number | null;
    readonly unit: string;
  } | null;
  /** Head words of what is counted ("special agents"), '' where not found. */
  readonly of: string;
  readonly ofSpan: Span | null;
  /** Whose it is: "the city's" in "the city's 500 officers"; null where not told next to it. */
  readonly whose: Span | null;
  /** Words that bound or weaken it ("reportedly", "at least"), in text order. */
  readonly hedges: readonly Span[];
  readonly change: FigureChange | null;
  readonly sentence: number;
}

/** A place in a series: "third", "21st"; never a figure. */
export interface LocalOrdinal {
  readonly span: Span;
  readonly value: number;
  /** Head words of what is in the series ("raid"), '' where not found. */
  readonly of: string;
  readonly sentence: number;
}

export interface LocalTime {
  readonly span: Span;
  readonly type: TimexType;
  /** TIMEX3 value ("2020-03", "P2D", "PRESENT_REF"). */
  readonly value: string;
  /** Which part of it ("early March"), or that it is rough ("about 1990"); null where neither is told. */
  readonly mod: TimexMod | null;
  /**
   * The stretch of calendar time that it tells, ISO 8601, end inclusive, both at the precision written: of "since March" the
   * start alone, of "through Dec. 31" the end alone, of "from March to May" both ends of the whole. Null otherwise.
   */
  readonly start: string | null;
  readonly end: string | null;
  readonly sentence: number;
}

export interface LocalPlace {
  readonly span: Span;
  readonly name: string;
  /** ISO 3166 alpha-2 or null. */
  readonly country: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  /** False for metonyms ("Washington said") and demonyms. */
  readonly literal: boolean;
  readonly kind: PlaceKind;
  /** Why this place among its namesakes; null where nothing tells where it is. */
  readonly reason: PlaceReason | null;
  readonly sentence: number | null;
}

/** A named thing with all its mentions in the document; acronyms and short forms joined to the long form. */
export interface LocalName {
  readonly kind: NameKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly mentions: readonly Span[];
}

/** An enumeration of three or more like things, or of two whose count is told. */
export interface LocalList {
  readonly span: Span;
  readonly items: readonly Span[];
  /** What most of the items are the names of; null where they are no names, or names of several kinds. */
  readonly kind: NameKind | null;
  /** What the things are ("cities"), '' where not told; `stated` the count told ("10 sanctuary cities"), with its span. */
  readonly head: string;
  readonly stated: number | null;
  readonly statedSpan: Span | null;
  /** True with "including", "among them", "such as": the list is not said to be whole. */
  readonly open: boolean;
  readonly sentence: number;
}

/**
 * How the words of an assertion read without their sentence. `alone`: as a sentence; `pronoun`: as one, but nobody can tell
 * who "he" or "it" in front is; `address`: as the words of one who says "we" or "you"; `part`: as no sentence.
 */
export type Standing = 'alone' | 'pronoun' | 'address' | 'part';

/** One thing that a sentence asserts: as a rule one finite clause, one direct quotation, or one enumeration. */
export interface Assertion {
  readonly kind: 'clause' | 'quotation' | 'list';
  readonly sentence: number;
  /** The words of this assertion: of a clause its words without the attributing frame, of a list its items. */
  readonly focus: readonly Span[];
  readonly standing: Standing;
  /** The attribution it is content of (innermost), or null: the document's own voice. */
  readonly attribution: number | null;
  /**
   * True where the assertion *is* an act of speech or thought itself ("Lucero would not provide specifics",
   * "Wolf said on Tuesday"): the claim that someone spoke, posted or declined.
   */
  readonly aboutSpeech: boolean;
  readonly negated: boolean;
  readonly modality: ModalityKind;
  /** Words that weaken ("reportedly", "about", "may", "according to officials" is not one: it is an attribution). */
  readonly hedges: readonly Span[];
  /** "reportedly", "is said to", "was expected to": nobody is named as source. */
  readonly agentless: boolean;
  /** "a Courier reporter saw", "was seen by this reporter": the reporter was there or found it out. */
  readonly witnessed: boolean;
  readonly subject: Span | null;
  readonly predicate: Span | null;
  /** Indices into figures, times, places, names (by any mention inside the focus), and lists. */
  readonly figures: readonly number[];
  readonly times: readonly number[];
  readonly places: readonly number[];
  readonly names: readonly number[];
  readonly list: number | null;
}

/**
 * What sentences and assertions mean, as vectors of `width` numbers each (see src/encoder/vectors.ts). `sentences` is as
 * long as the analysis's sentences, null for one that asserts nothing; `assertions` as its assertions.
 */
export interface Meanings {
  readonly sentences: readonly (string | null)[];
  readonly assertions: readonly string[];
}

export interface Analysis {
  /** Hash of what the analysis depends on: the document, its amended metadata, the analyser's version and tier. */
  readonly key: string;
  readonly doc: string;
  readonly metadata: Metadata;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly sources: readonly LocalSource[];
  readonly attributions: readonly LocalAttribution[];
  readonly credits: readonly Credit[];
  readonly figures: readonly LocalFigure[];
  readonly ordinals: readonly LocalOrdinal[];
  readonly times: readonly LocalTime[];
  readonly places: readonly LocalPlace[];
  readonly names: readonly LocalName[];
  readonly lists: readonly LocalList[];
  readonly assertions: readonly Assertion[];
  /** Null in the tiers that have no encoder. */
  readonly meanings: Meanings | null;
  readonly messages: readonly Message[];
}
