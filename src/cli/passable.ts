/** What may be passed on where some accounts may not. */
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
