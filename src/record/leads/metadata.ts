/** What the user can say of the accounts: whose they are, and of when. One lead for all of them. */
import type { Document } from '../../model/document.js';
import { anchor } from '../../text/anchors.js';
import { inProse } from '../../text/describe.js';
import { type Candidate, type Case, URGENCY } from './case.js';

const ANCHORS = 3;

export function metadataLeads(found: Case): Candidate[] {
  const { documents } = found.found;
  const nameless = documents.filter(({ id }) => !found.hasOutlet(id));
  const undated = documents.filter(({ published }) => published === null);
  const them = (of: readonly Document[]): string => (of.length === 1 ? 'it' : 'them');
  return [
    ...lead(
      'name-outlet',
      nameless,
      (refs) =>
        `Say whose report ${refs} ${nameless.length === 1 ? 'is' : 'are'}: no line in ${them(nameless)} tells (columns “file” and “outlet” of a table for --about do).`,
    ),
    ...lead(
      'date-document',
      undated,
      (refs) =>
        `Date ${refs}: nothing in ${them(undated)} tells when ${undated.length === 1 ? 'it was' : 'they were'} published (columns “file” and “date” of a table for --about do).`,
    ),
  ];
}

function lead(
  kind: Candidate['kind'],
  documents: readonly Document[],
  note: (refs: string) => string,
): Candidate[] {
  if (documents.length === 0) return [];
  return [
    {
      kind,
      urgency: URGENCY.search,
      note: note(inProse(documents.map(({ ref }) => ref))),
      anchors: documents.slice(0, ANCHORS).flatMap(firstWords),
      sources: [],
      accounts: new Set(documents.map(({ id }) => id)),
      claims: [],
    },
  ];
}

/** The first block of a document, where a reader looks for its outlet and date. */
function firstWords(document: Document): Candidate['anchors'] {
  const first = document.blocks.find(({ start, end }) => document.text.slice(start, end).trim() !== '');
  return first ? [anchor(document, first)] : [];
}
