/** What users said of a case, as far as it still counts: on what it is, beside what the program found. */
import {
  type AccountAmendment,
  type Amended,
  type Amendment,
  type Amendments,
  type ClaimAmendment,
  type MarkAmendment,
  type SpeakerAmendment,
  saidOf,
} from '../model/amendments.js';
import type { Document } from '../model/document.js';
import type { Message } from '../model/message.js';
import type { Claim } from '../model/record.js';
import type { Account } from '../model/story.js';
import { attributionId } from '../text/ids.js';

interface Found {
  /** As amended. */
  readonly documents: readonly Document[];
  /** As found, without what is said of them. */
  readonly accounts: readonly Account[];
  readonly claims: readonly Claim[];
}

/** What was said and counts, in the order said, and a message for what speaks of something that is not there any more. */
export function tellAmendments(
  said: Amendments,
  found: Found,
): { amendments: Amended[]; messages: Message[] } {
  const claimOf = new Map(
    found.claims.flatMap(({ id, statements }) => statements.map((s) => [s.id, id] as const)),
  );
  const sizes = new Map(found.claims.map(({ id, statements }) => [id, statements.length]));
  const texts = new Map(found.documents.map(({ id, text }) => [id, text]));
  const messages: Message[] = [];
  const lost = (amendment: Exclude<Amendment, AccountAmendment>, doc: string): [] => {
    const ref = found.documents.find(({ id }) => id === doc)?.ref ?? null;
    const { by, at } = amendment;
    messages.push({
      rule: 'amendment-lost',
      severity: 'warning',
      ref,
      note: `what ${by === null || by === '' ? 'a user' : by}${at === null ? '' : ` on ${at.slice(0, 10)}`} said of ${amendment.what === 'mark' && amendment.mark !== null ? `a claim (${amendment.mark})` : LOST[amendment.what]} finds it no more, and is left aside`,
    });
    return [];
  };
  const standing = ({ statements }: ClaimAmendment | MarkAmendment): readonly string[] => [
    ...new Set(statements.flatMap(({ id }) => claimOf.get(id) ?? [])),
  ];
  const marked = new Map<string, MarkAmendment>();
  for (const mark of saidOf(said, 'mark')) {
    const [claim] = standing(mark);
    if (claim !== undefined) marked.set(claim, mark);
  }
  const speakers = speakersOf(saidOf(said, 'speaker'), found.accounts);
  const spoken = new Map(saidOf(said, 'speaker').map((amendment) => [amendment.attribution, amendment]));
  const accounts = accountsIn(saidOf(said, 'account'), found);
  const tell = (amendment: Amendment): readonly Amended[] => {
    switch (amendment.what) {
      case 'account':
        return accounts.get(amendment) ?? [];
      case 'join':
      case 'split': {
        const claims = standing(amendment);
        return claims.length === 0
          ? lost(amendment, amendment.statements[0]!.doc)
          : [{ ...amendment, claims: [...claims] }];
      }
      case 'speaker': {
        const was = speakers.get(amendment.attribution);
        if (was === undefined) return lost(amendment, amendment.doc);
        return spoken.get(amendment.attribution) === amendment ? [{ ...amendment, was }] : [];
      }
      case 'mark': {
        const [claim] = standing(amendment);
        if (claim === undefined) return lost(amendment, amendment.statements[0]!.doc);
        const { mark } = amendment;
        if (marked.get(claim) !== amendment || mark === null) return [];
        const known = amendment.statements.filter(({ id }) => claimOf.get(id) === claim).length;
        return [{ ...amendment, mark, claim, since: sizes.get(claim)! - known }];
      }
      case 'pin': {
        const { doc, start, end, exact } = amendment.anchor;
        return texts.get(doc)?.slice(start, end) === exact ? [amendment] : lost(amendment, doc);
      }
    }
  };
  return { amendments: said.flatMap(tell), messages };
}

const LOST = {
  join: 'claims that are one',
  split: 'a claim of its own',
  speaker: 'a speaker',
  mark: 'a claim',
  pin: 'a place in a text',
} as const;

/** The speaker that was found of each attribution that is spoken of; null where none was. */
function speakersOf(
  said: readonly SpeakerAmendment[],
  accounts: readonly Account[],
): ReadonlyMap<string, string | null> {
  const docs = new Set(said.map(({ doc }) => doc));
  return new Map(
    accounts
      .filter(({ document }) => docs.has(document.id))
      .flatMap(({ document, analysis: { attributions, sources } }) =>
        attributions.map((found) => [
          attributionId(document.id, found),
          found.speaker === null ? null : sources[found.speaker]!.name,
        ]),
      ),
  );
}

const FIELDS = ['outlet', 'published', 'title', 'url', 'status'] as const;

/** Of each word on an account the fields that no later one goes over, for each document that it speaks of. */
function accountsIn(
  said: readonly AccountAmendment[],
  { documents, accounts }: Found,
): ReadonlyMap<AccountAmendment, Amended[]> {
  const told = new Map<AccountAmendment, Amended[]>();
  const unamended = new Map(accounts.map(({ document }) => [document.id, document]));
  const calls = ({ ref, id, url }: Document): readonly (string | null)[] => [ref, id, url];
  for (const document of documents) {
    const before = unamended.get(document.id);
    if (before === undefined) continue;
    const names = new Set(calls(before));
    const own = said.filter(({ ref }) => names.has(ref));
    const last = new Map(
      FIELDS.map((field) => [field, own.findLast((amendment) => amendment[field] !== undefined)]),
    );
    for (const amendment of own) {
      const fields = FIELDS.filter((field) => last.get(field) === amendment);
      if (fields.length === 0) continue;
      const { what, ref, note, by, at } = amendment;
      const pick = <T>(of: (field: (typeof FIELDS)[number]) => T) =>
        Object.fromEntries(fields.map((field) => [field, of(field)]));
      const shown = {
        what,
        ref,
        ...pick((field) => amendment[field]),
        note,
        by,
        at,
        doc: document.id,
        was: pick((field) => before[field]),
      } as Amended;
      told.set(amendment, [...(told.get(amendment) ?? []), shown]);
    }
  }
  return told;
}
