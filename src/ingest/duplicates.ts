import type { Document } from '../model/document.js';
import type { Message } from '../model/message.js';
import { sha256 } from '../text/ids.js';
import { compareDocuments } from '../text/order.js';
import { about } from './document.js';

/**
 * Equal text under the same url or ref and the same outlet is kept once, the first in document order, and noted;
 * equal text elsewhere is a reprint and stays. The order of the others is kept.
 */
export function dropDuplicates(documents: readonly Document[]): {
  documents: Document[];
  messages: Message[];
} {
  const kept = new Map<string, Document>();
  const dropped = new Map<Document, Document>();
  for (const document of [...documents].sort(compareDocuments)) {
    const keys = keysOf(document);
    const first = keys.map((key) => kept.get(key)).find((other) => other !== undefined);
    if (first === undefined) for (const key of keys) kept.set(key, document);
    else dropped.set(document, first);
  }
  return {
    documents: documents.filter((document) => !dropped.has(document)),
    messages: [...dropped].map(([document, first]) =>
      about(
        'duplicate',
        'info',
        document.ref,
        `the same text under the same ${document.url !== null && document.url === first.url ? 'url' : 'ref'} as ${first.id}; kept once`,
      ),
    ),
  };
}

/** What two documents that are duplicates have in common, one of them at least. */
export function keysOf({ text, outlet, url, ref }: Document): string[] {
  const hash = sha256(text);
  const key = (kind: string, place: string): string => JSON.stringify([kind, hash, outlet, place]);
  return url === null ? [key('ref', ref)] : [key('ref', ref), key('url', url)];
}
