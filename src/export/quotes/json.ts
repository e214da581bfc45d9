/** Attributions as JSON: one object, or one entity a line. The texts themselves are not in it, only their hashes. */
import type { Document } from '../../model/document.js';
import type { DocumentAttribution } from '../../model/document-attribution.js';
import type { QuotedDocument, Quotes } from './quotes.js';
import { lineFinder, placeOf } from './words.js';

/** Raised when a change breaks a reader. */
export const QUOTES_VERSION = 1;

/** In pieces, since the whole of a large corpus is longer than a string may be. */
export function* toQuotesJson({ generator, documents, messages }: Quotes): Iterable<string> {
  yield `{\n"version": ${QUOTES_VERSION},\n"generator": ${JSON.stringify(generator)}`;
  yield* list(
    'documents',
    documents.map(({ document }) => described(document)),
  );
  yield* list('attributions', rows(documents));
  yield* list('messages', messages);
  yield '\n}\n';
}

export function* toQuotesJsonLines({ generator, documents, messages }: Quotes): Iterable<string> {
  const line = (type: string, item: object): string => `${JSON.stringify({ type, ...item })}\n`;
  yield line('quotes', { version: QUOTES_VERSION, generator });
  for (const { document } of documents) yield line('document', described(document));
  for (const row of rows(documents)) yield line('attribution', row);
  for (const message of messages) yield line('message', message);
}

function* list(name: string, items: Iterable<object>): Iterable<string> {
  yield `,\n"${name}": [`;
  let first = true;
  for (const item of items) {
    yield `${first ? '' : ','}\n${JSON.stringify(item)}`;
    first = false;
  }
  yield first ? ']' : '\n]';
}

function described({ text: _, blocks: __, ...rest }: Document): Omit<Document, 'text' | 'blocks'> {
  return rest;
}

/** `line`: of its first words, counted from 1; null where it has no words of its own. */
function* rows(
  documents: readonly QuotedDocument[],
): Iterable<DocumentAttribution & { readonly line: number | null }> {
  for (const { document, attributions } of documents) {
    const lineOf = lineFinder(document.text);
    for (const found of attributions) {
      const place = placeOf(found)[0];
      yield { ...found, line: place === undefined ? null : lineOf(place.start) };
    }
  }
}
