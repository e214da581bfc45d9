/** Attributions as JSON: one object, or one entity a line. The texts themselves are not in it, only their hashes. */
import type { DocumentAttribution } from '../../model/document-attribution.js';
import { described } from '../accounts.js';
import { lineFinder } from '../lines.js';
import { jsonArrays, jsonLine, jsonLines } from '../pieces.js';
import type { QuotedDocument, Quotes } from './quotes.js';
import { placeOf } from './words.js';

/** Raised when a change breaks a reader. */
export const QUOTES_VERSION = 1;

export function* toQuotesJson({ generator, documents, messages }: Quotes): Iterable<string> {
  yield `{\n"version": ${QUOTES_VERSION},\n"generator": ${JSON.stringify(generator)}`;
  yield* jsonArrays({ documents: described(documents), attributions: rows(documents), messages });
  yield '\n}\n';
}

export function* toQuotesJsonLines({ generator, documents, messages }: Quotes): Iterable<string> {
  yield jsonLine('quotes', { version: QUOTES_VERSION, generator });
  yield* jsonLines('document', described(documents));
  yield* jsonLines('attribution', rows(documents));
  yield* jsonLines('message', messages);
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
