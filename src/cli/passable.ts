/** What may be passed on where some accounts may not. */
import { type Amendments, withoutDocuments } from '../model/amendments.js';
import type { Document } from '../model/document.js';
import type { Message } from '../model/message.js';
import { outerRefs } from '../text/refs.js';

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
