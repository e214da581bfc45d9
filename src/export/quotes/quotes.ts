/** What `stemma quotes` found, and what of it was asked for. */

import type { Document } from '../../model/document.js';
import type { DocumentAttribution, Speaker } from '../../model/document-attribution.js';
import type { Message } from '../../model/message.js';
import type { Record } from '../../model/record.js';
import type { AttributionForm } from '../../model/vocabulary.js';
import { matcher, ofOutlet } from '../accounts.js';

export interface QuotedDocument {
  readonly document: Document;
  readonly attributions: readonly DocumentAttribution[];
}

export interface Quotes {
  readonly generator: Record['generator'];
  /** In the record's order, those without an attribution too. */
  readonly documents: readonly QuotedDocument[];
  readonly messages: readonly Message[];
}

/** Null: all. */
export interface Selection {
  /** A name, or part of one in whole words, of a speaker, of his aliases or of his organisation. */
  readonly speaker: string | null;
  /** The same of the document's outlet. */
  readonly outlet: string | null;
  readonly forms: ReadonlySet<AttributionForm> | null;
}

export const EVERYTHING: Selection = { speaker: null, outlet: null, forms: null };

/** The documents of the outlet with those of their attributions that fit. */
export function selectQuotes(quotes: Quotes, { speaker, outlet, forms }: Selection): Quotes {
  const isTheirs = speaker === null ? null : matcher(speaker);
  const fits = (found: DocumentAttribution): boolean =>
    (forms === null || forms.has(found.form)) &&
    (isTheirs === null || speakersOf(found).some((who) => namesOf(who).some(isTheirs)));
  const documents = ofOutlet(quotes.documents, outlet).map(({ document, attributions }) => ({
    document,
    attributions: attributions.filter(fits),
  }));
  return { ...quotes, documents };
}

/** Those who say it; nobody where unresolved. */
export function speakersOf({ speaker, also }: DocumentAttribution): readonly Speaker[] {
  return speaker === null ? also : [speaker, ...also];
}

const namesOf = ({ kind, name, aliases, organisation }: Speaker): readonly string[] => {
  const bodies = [...(kind === 'person' ? [] : [name]), ...(organisation === null ? [] : [organisation])];
  return [name, ...aliases, ...bodies, ...bodies.map(initials)];
};

/** "ICE" of "Immigration and Customs Enforcement"; '' of a single word. */
function initials(name: string): string {
  const letters = name.match(/(?<![\p{L}\p{N}])\p{Lu}/gu) ?? [];
  return letters.length > 1 ? letters.join('') : '';
}
