/** One account from text or markup that stands in something else: a letter, a feed, an archived page. */
import type { Block } from '../model/document.js';
import { STATEMENT_ROLES } from '../model/document.js';
import { segment } from '../text/blocks.js';
import { about, type Ingested, makeDocument, type Received, tooLong } from './document.js';

/** Where no block makes a statement the page's reader found no article: the lines decide. */
export function toldBlocks(text: string, blocks: readonly Block[]): readonly Block[] {
  return text === '' || blocks.some(({ role }) => STATEMENT_ROLES.has(role)) ? blocks : segment(text);
}

/** The document of an account, or the message why it is none. `notes` are warnings of the rule named. */
export function account(
  received: Received,
  notes: readonly (readonly [rule: string, note: string])[],
): Ingested {
  const messages = notes.map(([rule, note]) => about(rule, 'warning', received.ref, note));
  const long = tooLong(received.text);
  if (long !== null) {
    messages.push(about('too-large', 'error', received.ref, long));
    return { documents: [], messages };
  }
  return { documents: [makeDocument(received)], messages };
}
