/** What the head of a message passed on says: by whom it was, when and about what. */
import { HEAD_FIELDS } from '../language/en/mail.js';
import { type Sender, sender } from './mail-sender.js';

/** Null where the head does not say it. */
export interface PassedOn extends Sender {
  readonly title: string | null;
  /** As it stands there. */
  readonly published: string | null;
}

/** Longer values are cut, in code units. */
const MAX_VALUE = 1_000;

/** From the lines of the head ("From: Ines Calder <ines@quay.example>"), whoever passed it on. Addresses stay behind. */
export function passedOnBy(head: readonly string[]): PassedOn {
  const from = fieldIn(head, HEAD_FIELDS.from) ?? '';
  const address = /[^\s<>[\]()@:]{1,64}@[^\s<>[\]()@]{1,255}/.exec(from)?.[0] ?? null;
  const name = from.split(/[<[(]/, 1)[0]!.trim();
  return {
    ...sender(name, address),
    title: fieldIn(head, HEAD_FIELDS.subject),
    published: fieldIn(head, HEAD_FIELDS.date),
  };
}

function fieldIn(head: readonly string[], names: string): string | null {
  const label = new RegExp(`^\\*?(?:${names}):\\*?`, 'i');
  const line = head.find((text) => label.test(text));
  const value =
    line
      ?.replace(label, '')
      .slice(0, MAX_VALUE)
      .replace(/^[\s*]+|[\s*]+$/g, '') ?? '';
  return value === '' ? null : value;
}
