/** What users said of a case, by the numbers by which it can be taken back. */
import type { Amended, Amendment } from '../model/amendments.js';
import type { Record } from '../model/record.js';
import { fieldsOf, inWords, sayerOf } from './amended.js';
import { clip, plain } from './plain.js';
import { accountLabel, type View, viewOf } from './view.js';

/** Of words and titles. */
const QUOTED = 160;

interface Said {
  readonly id: number;
  readonly undone: boolean;
  readonly amendment: Amendment;
}

export function toSaidPage(said: readonly Said[], record: Record): string {
  const view = viewOf(record);
  if (said.length === 0) return 'Nothing was said of this case by hand.\n';
  const claimOf = new Map(
    record.claims.flatMap((claim) => claim.statements.map(({ id }) => [id, claim.title] as const)),
  );
  return said
    .map(({ id, undone, amendment }) => {
      const state = undone ? ' (taken back)' : '';
      return `${String(id).padStart(4)}  ${told(amendment, view, claimOf)}${state}\n`;
    })
    .join('');
}

function told(amendment: Amendment, view: View, claimOf: ReadonlyMap<string, string>): string {
  const who = sayerOf(amendment);
  const claims = (statements: readonly { readonly id: string }[]): string =>
    [...new Set(statements.flatMap(({ id }) => claimOf.get(id) ?? []))]
      .map((title) => clip(title, QUOTED))
      .join('; ') || 'a claim that is not there any more';
  switch (amendment.what) {
    case 'account': {
      const document =
        view.document(amendment.ref) ??
        view.record.documents.find(({ ref, url }) => amendment.ref === ref || amendment.ref === url);
      const words = fieldsOf(amendment).map((field) => `${field} ${plain(String(amendment[field])).trim()}`);
      const name =
        document === undefined ? plain(amendment.ref) : `${accountLabel(document)} (${plain(document.ref)})`;
      return `${name}: ${words.join(', ')} – ${who}${amendment.note === null ? '' : `: “${plain(amendment.note).trim()}”`}`;
    }
    case 'mark':
      return amendment.mark === null
        ? `${claims(amendment.statements)} – mark taken back by ${who}`
        : `${claims(amendment.statements.slice(0, 1))} – ${inWords({ ...amendment, claim: '', since: 0 } as Amended, view)}`;
    case 'join':
    case 'split':
      return `${claims(amendment.statements)} – ${inWords({ ...amendment, claims: [] }, view)}`;
    case 'speaker':
      return view.attribution(amendment.attribution) === undefined
        ? `the speaker of words that are not there any more – ${who}`
        : inWords({ ...amendment, was: foundBefore(amendment.attribution, view) }, view);
    case 'pin':
      return view.document(amendment.anchor.doc) === undefined
        ? `a place in an account that is not there any more – ${who}`
        : inWords(amendment, view);
  }
}

/** The speaker that was found without it, as the record tells. */
function foundBefore(attribution: string, view: View): string | null {
  const amended = view.amendments(attribution).find(({ what }) => what === 'speaker');
  return amended?.what === 'speaker' ? amended.was : null;
}
