/** What `stemma facts` found, and what of it was asked for. */
import type { Document } from '../../model/document.js';
import type { DocumentFacts, DocumentName } from '../../model/document-facts.js';
import type { Message } from '../../model/message.js';
import type { Figure, List, Ordinal, Place, Time } from '../../model/record.js';
import type { Anchor } from '../../model/span.js';
import { matcher, ofOutlet } from '../accounts.js';

export interface DocumentWithFacts {
  readonly document: Document;
  readonly facts: DocumentFacts;
}

export interface Facts {
  readonly generator: { readonly name: 'stemma'; readonly version: string };
  /** In the record's order, those without a fact too. */
  readonly documents: readonly DocumentWithFacts[];
  readonly messages: readonly Message[];
}

export const FACT_KINDS = ['figure', 'ordinal', 'time', 'place', 'name', 'list'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Null: all. */
export interface FactSelection {
  readonly kinds: ReadonlySet<FactKind> | null;
  /** Words that stand side by side in the fact, in what it counts or in what it names. */
  readonly words: string | null;
  /** A name, or part of one in whole words, of the document's outlet. */
  readonly outlet: string | null;
}

export const EVERY_FACT: FactSelection = { kinds: null, words: null, outlet: null };

/** What is found, by kind of fact. */
export interface FactOf {
  readonly figure: Figure;
  readonly ordinal: Ordinal;
  readonly time: Time;
  readonly place: Place;
  readonly name: DocumentName;
  readonly list: List;
}

/** One fact at one place: of a name each mention is one. */
export type Fact = {
  readonly [K in FactKind]: { readonly kind: K; readonly at: Anchor; readonly found: FactOf[K] };
}[FactKind];

/** The documents of the outlet with those of their facts that fit. Throws RangeError for words without a word. */
export function selectFacts(facts: Facts, { kinds, words, outlet }: FactSelection): Facts {
  const holds = words === null ? () => true : matcher(words);
  const has = (...texts: readonly string[]): boolean => texts.some(holds);
  const only = <T>(kind: FactKind, found: readonly T[], fits: (fact: T) => boolean): readonly T[] =>
    kinds === null || kinds.has(kind) ? (words === null ? found : found.filter(fits)) : [];
  const documents = ofOutlet(facts.documents, outlet).map(({ document, facts: all }) => ({
    document,
    facts: {
      doc: all.doc,
      figures: only('figure', all.figures, (f) => has(f.anchor.exact, f.of, f.whose?.exact ?? '')),
      ordinals: only('ordinal', all.ordinals, (o) => has(o.anchor.exact, o.of)),
      times: only('time', all.times, (t) => has(t.anchor.exact, t.value)),
      places: only('place', all.places, (p) => has(p.anchor.exact, p.name)),
      names: only('name', all.names, (n) => has(n.name, ...n.aliases)),
      lists: only('list', all.lists, (l) => has(l.of, ...l.items.map(({ exact }) => exact))),
    },
  }));
  return { ...facts, documents };
}

/** All of them in text order, of two at one place the longer first. */
export function inOrder(facts: DocumentFacts): Fact[] {
  const { figures, ordinals, times, places, names, lists } = facts;
  return [
    ...lists.map((found): Fact => ({ kind: 'list', at: found.anchor, found })),
    ...figures.map((found): Fact => ({ kind: 'figure', at: found.anchor, found })),
    ...ordinals.map((found): Fact => ({ kind: 'ordinal', at: found.anchor, found })),
    ...times.map((found): Fact => ({ kind: 'time', at: found.anchor, found })),
    ...names.flatMap((found) => found.mentions.map((at): Fact => ({ kind: 'name', at, found }))),
    ...places.map((found): Fact => ({ kind: 'place', at: found.anchor, found })),
  ].sort((a, b) => a.at.start - b.at.start || b.at.end - a.at.end);
}

/** How many facts there are of each kind; a name counts once. */
export function countFacts({ documents }: Pick<Facts, 'documents'>): { readonly [kind in FactKind]: number } {
  const sum = (of: (facts: DocumentFacts) => number) => documents.reduce((n, { facts }) => n + of(facts), 0);
  return {
    figure: sum(({ figures }) => figures.length),
    ordinal: sum(({ ordinals }) => ordinals.length),
    time: sum(({ times }) => times.length),
    place: sum(({ places }) => places.length),
    name: sum(({ names }) => names.length),
    list: sum(({ lists }) => lists.length),
  };
}
