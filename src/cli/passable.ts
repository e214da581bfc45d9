/** What may be passed on where some accounts may not. */
import { type Amendments, spokenOf } from '../model/amendments.js';
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

/** What is said of these accounts alone, or of what they stand in, as of a letter what is attached to it. */
export function amendmentsOf(amendments: Amendments, passed: readonly Document[]): Amendments {
  const ids = new Set(passed.map(({ id }) => id));
  const names = new Set(
    passed.flatMap(({ id, ref, url }) => [id, ...(url === null ? [] : [url]), ref, ...outerRefs(ref)]),
  );
  return amendments.filter((said) =>
    said.what === 'account' ? names.has(said.ref) : spokenOf(said).every((doc) => ids.has(doc)),
  );
}
