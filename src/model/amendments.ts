/** What users say of a case. It goes over what the program found, is kept apart from it, and is written to by no stage. */
import { z } from 'zod';
import { Anchor } from './span.js';
import { SourceKind } from './vocabulary.js';

/** Who says it and when (ISO 8601); null where it came with the accounts, as a table. */
const said = { by: z.string().nullable().default(null), at: z.string().nullable().default(null) };

/** A statement by its id, with the document that it stands in. */
export const StatementRef = z.object({ id: z.string(), doc: z.string() }).readonly();
export type StatementRef = z.infer<typeof StatementRef>;
const statements = z.array(StatementRef).min(1).readonly();
/** In the user's words. */
const note = z.string().nullable().default(null);

const account = {
  what: z.literal('account'),
  ref: z.string(),
  outlet: z.string().optional(),
  published: z.string().optional(),
  title: z.string().optional(),
  url: z.string().optional(),
  status: z.enum(['published', 'unpublished']).optional(),
  note,
  ...said,
};
const claim = { what: z.enum(['join', 'split']), statements, note, ...said };
const speaker = {
  what: z.literal('speaker'),
  attribution: z.string(),
  doc: z.string(),
  name: z.string().nullable(),
  kind: SourceKind,
  note,
  ...said,
};
const mark = {
  what: z.literal('mark'),
  mark: z.enum(['checked', 'disputed', 'off']).nullable(),
  statements,
  note,
  ...said,
};
const pin = { what: z.literal('pin'), anchor: Anchor, note, ...said };

/** Of one account: `ref` is its path, URL or id. */
export const AccountAmendment = z.object(account).readonly();
export type AccountAmendment = z.infer<typeof AccountAmendment>;

/** `join`: the claims that these statements stand in are one; `split`: these alone are a claim. The later goes over the earlier. */
export const ClaimAmendment = z.object(claim).readonly();
export type ClaimAmendment = z.infer<typeof ClaimAmendment>;

/** Who says what is attributed; `name` null: nobody knows. */
export const SpeakerAmendment = z.object(speaker).readonly();
export type SpeakerAmendment = z.infer<typeof SpeakerAmendment>;

/** `off`: set aside, nothing is built on it; null takes a mark back. Of the claim that holds the first of the statements. */
export const MarkAmendment = z.object(mark).readonly();
export type MarkAmendment = z.infer<typeof MarkAmendment>;

/** A place that somebody wants to find again, with or without words on it. */
export const PinAmendment = z.object(pin).readonly();
export type PinAmendment = z.infer<typeof PinAmendment>;

export const Amendment = z.union([
  AccountAmendment,
  ClaimAmendment,
  SpeakerAmendment,
  MarkAmendment,
  PinAmendment,
]);
export type Amendment = z.infer<typeof Amendment>;

/**
 * What was said as a record shows it: what still counts, on what it is now, and what the program had found.
 * `was`: of an account the fields that are said, as found; of an attribution the speaker, null where none was found.
 * `claims`: where the statements now stand. `since`: statements that came to the claim after it was marked.
 */
export const Amended = z.union([
  z.object({ ...account, doc: z.string(), was: z.record(z.string(), z.string().nullable()) }).readonly(),
  z.object({ ...claim, claims: z.array(z.string()).readonly() }).readonly(),
  z.object({ ...speaker, was: z.string().nullable() }).readonly(),
  z.object({ ...mark, mark: mark.mark.unwrap(), claim: z.string(), since: z.int().min(0) }).readonly(),
  PinAmendment,
]);
export type Amended = z.infer<typeof Amended>;

/** In the order said. */
export type Amendments = readonly Amendment[];

/** Those of one kind. */
export function saidOf<W extends Amendment['what']>(
  amendments: Amendments,
  ...whats: readonly W[]
): Extract<Amendment, { what: W }>[] {
  return amendments.filter((amendment): amendment is Extract<Amendment, { what: W }> =>
    (whats as readonly string[]).includes(amendment.what),
  );
}

/** The documents that an amendment speaks of, by id; of an account by what it is called. */
export function spokenOf(amendment: Amendment): readonly string[] {
  switch (amendment.what) {
    case 'account':
      return [amendment.ref];
    case 'speaker':
      return [amendment.doc];
    case 'pin':
      return [amendment.anchor.doc];
    default:
      return amendment.statements.map(({ doc }) => doc);
  }
}

/**
 * What is left of an amendment of which some documents, by id, are not to be spoken of: of a claim what is said of its other
 * statements, without the note, which may be about those that are gone; null where nothing is left.
 */
export function withoutDocuments(amendment: Amendment, gone: (doc: string) => boolean): Amendment | null {
  if (!spokenOf(amendment).some(gone)) return amendment;
  if (amendment.what === 'account' || amendment.what === 'speaker' || amendment.what === 'pin') return null;
  const statements = amendment.statements.filter(({ doc }) => !gone(doc));
  return statements.length < (amendment.what === 'join' ? 2 : 1)
    ? null
    : { ...amendment, statements, note: null };
}
