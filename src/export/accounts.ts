/** What the exports of single accounts share: which of them to show, and what may be told of each. */
import type { Document } from '../model/document.js';
import type { Message } from '../model/message.js';

interface OfDocument {
  readonly document: Document;
}

/** Without the texts, which only working files hold. */
export function* described(accounts: Iterable<OfDocument>): Iterable<Omit<Document, 'text' | 'blocks'>> {
  for (const { document } of accounts) {
    const { text: _, blocks: __, ...rest } = document;
    yield rest;
  }
}

/** The accounts of the outlet with this name, or part of one in whole words; all of them for null. */
export function ofOutlet<T extends OfDocument>(accounts: readonly T[], outlet: string | null): readonly T[] {
  if (outlet === null) return accounts;
  const isOutlet = matcher(outlet);
  return accounts.filter(({ document }) => document.outlet !== null && isOutlet(document.outlet));
}

/** Without the documents marked unpublished and what was noted of them: what may be passed on. */
export function withoutUnpublished<
  D extends OfDocument,
  T extends { readonly documents: readonly D[]; readonly messages: readonly Message[] },
>(found: T): T {
  const refs = found.documents.flatMap(({ document }) =>
    document.status === 'unpublished' ? [document.ref] : [],
  );
  return {
    ...found,
    documents: found.documents.filter(({ document }) => document.status !== 'unpublished'),
    messages: found.messages.filter(
      ({ ref, note }) => !refs.some((hidden) => ref === hidden || note.includes(hidden)),
    ),
  };
}

/** Whether a name holds the wanted words side by side, whatever their case, accents and stops. Throws RangeError without a word. */
export function matcher(wanted: string): (name: string) => boolean {
  const words = folded(wanted);
  if (words.trim() === '') throw new RangeError(`"${wanted}" holds no word to look for`);
  return (name) => folded(name).includes(words);
}

/** " ines calder ": words in lower case without accents, "U.N." as "un", each between spaces. */
function folded(text: string): string {
  const bare = text
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .toUpperCase()
    .toLowerCase();
  return ` ${(bare.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}
