/** What may be passed on where some accounts may not. */
import { amendAccounts } from '../ingest/amended.js';
import { keysOf } from '../ingest/duplicates.js';
import { type Amendments, withoutDocuments } from '../model/amendments.js';
import type { Document } from '../model/document.js';
import type { Message } from '../model/message.js';
import { outerRefs } from '../text/refs.js';

/** Ids of accounts that are marked unpublished, and of those that are one account with one of these, under another id. */
export function unpublishedIn(documents: readonly Document[], amendments: Amendments): ReadonlySet<string> {
  const marked = amendAccounts(documents, amendments).filter(({ status }) => status === 'unpublished');
  const ids = new Set(marked.map(({ id }) => id));
  if (ids.size === 0) return ids;
  const keys = new Set<string>();
  for (let before = -1; before < ids.size; ) {
    before = ids.size;
    for (const document of documents)
      if (ids.has(document.id)) for (const key of keysOf(document)) keys.add(key);
    for (const document of documents) if (keysOf(document).some((key) => keys.has(key))) ids.add(document.id);
  }
  return ids;
}

/** Messages that speak neither of the accounts withheld nor of what is in them. */
export function sayable(messages: readonly Message[], withheld: readonly Document[]): Message[] {
  const refs = new Set(withheld.map(({ ref }) => ref));
  return messages.filter(
    ({ ref }) => ref === null || ![ref, ...outerRefs(ref)].some((name) => refs.has(name)),
  );
}

/** What is said of these accounts, or of what they stand in; of a claim of others too without its note, which may tell of those. */
export function amendmentsOf(amendments: Amendments, passed: readonly Document[]): Amendments {
  const ids = new Set(passed.map(({ id }) => id));
  const names = new Set(
    passed.flatMap(({ id, ref, url }) => [id, ...(url === null ? [] : [url]), ref, ...outerRefs(ref)]),
  );
  return amendments.flatMap((said) =>
    said.what === 'account'
      ? names.has(said.ref)
        ? [said]
        : []
      : (withoutDocuments(said, (doc) => !ids.has(doc)) ?? []),
  );
}
