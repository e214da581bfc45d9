/** What users said of a case, in words, beside what it is about. */
import type { Amended } from '../model/amendments.js';
import type { Claim } from '../model/record.js';
import { inProse } from '../text/describe.js';
import { clip, counted, day, plain, sentenceCase } from './plain.js';
import { accountLabel, type View } from './view.js';

/** Of quoted words. */
const QUOTED = 160;

const MARKED = { checked: 'Checked', disputed: 'Disputed', off: 'Set aside' } as const;

const FIELDS = {
  outlet: 'outlet',
  published: 'date',
  title: 'title',
  url: 'address',
  status: 'status',
} as const;

/** What users said of the claim, of who speaks in it, and of places in its sentences, a sentence each. */
export function onClaim({ id, statements }: Claim, view: View): readonly string[] {
  const own = view.amendments(id);
  const speakers = new Set(statements.flatMap(({ attribution }) => attribution ?? []));
  const pins = new Set(statements.map(({ anchor }) => anchor.doc));
  return [
    ...own,
    ...[...speakers].flatMap((attribution) => view.amendments(attribution)),
    ...[...pins]
      .flatMap((doc) => view.amendments(doc))
      .filter(
        (a) =>
          a.what === 'pin' &&
          statements.some(
            ({ anchor }) =>
              anchor.doc === a.anchor.doc && anchor.start < a.anchor.end && a.anchor.start < anchor.end,
          ),
      ),
  ].map((amendment) => inWords(amendment, view));
}

/** "Outlet and date as said by anna, 29 November 2031 (found: no outlet, 3 May 2031)"; null where nobody said anything. */
export function onAccount(doc: string, view: View): string | null {
  const said = view.amendments(doc).filter((a) => a.what === 'account' && changedBy(a).length > 0);
  return said.length === 0 ? null : said.map((amendment) => inWords(amendment, view)).join('; ');
}

/** One of them, as a sentence. */
export function inWords(amendment: Amended, view: View): string {
  const note = 'note' in amendment && amendment.note !== null ? `: “${plain(amendment.note).trim()}”` : '';
  const who = sayerOf(amendment);
  switch (amendment.what) {
    case 'mark': {
      const since =
        amendment.since === 0 ? '' : `; ${counted(amendment.since, 'statement')} came to it since`;
      return `${MARKED[amendment.mark]} by ${who}${note}${since}.`;
    }
    case 'join':
      return `Joined with another claim by ${who}${note}.`;
    case 'split':
      return `Told apart from another claim by ${who}${note}.`;
    case 'speaker': {
      const words = view.attribution(amendment.attribution)?.content.map(({ exact }) => exact) ?? [];
      const said = `${quoted(words.map(unmarked).join(' … '))} (${placeOf(amendment.doc, view)})`;
      const found = amendment.was === null ? 'nobody' : plain(amendment.was);
      const speaker =
        amendment.name === null ? 'Nobody knows who said' : `${plain(amendment.name)} is the speaker of`;
      return `${speaker} ${said}, by ${who} (found: ${found})${note}.`;
    }
    case 'pin':
      return `Pinned by ${who}, ${quoted(amendment.anchor.exact)} (${placeOf(amendment.anchor.doc, view)})${note}.`;
    case 'account': {
      const fields = changedBy(amendment);
      const found = fields.flatMap((field) => {
        const was = amendment.was[field] ?? null;
        return was === null ? [] : [(field === 'published' ? day(was) : null) ?? plain(was).trim()];
      });
      const named = inProse(
        fields.map((field) => FIELDS[field]),
        fields.length,
      );
      return `${sentenceCase(named)} as told ${amendment.by === null ? 'with the accounts' : `by ${who}`} (found: ${found.length === 0 ? 'nothing' : found.join(', ')})${note}`;
    }
  }
}

/** In one pair of marks, whatever marks the account has. */
const quoted = (words: string): string => `“${clip(unmarked(words), QUOTED)}”`;

const unmarked = (words: string): string => words.replace(/^[\s"“”‘’']+|[\s"“”‘’',]+$/g, '');

/** The fields of an account in which what is said is not what was found. */
const changedBy = (amendment: Extract<Amended, { what: 'account' }>): readonly (keyof typeof FIELDS)[] =>
  fieldsOf(amendment).filter((field) => amendment[field] !== (amendment.was[field] ?? null));

export const fieldsOf = (amendment: object): readonly (keyof typeof FIELDS)[] =>
  (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).filter(
    (field) => (amendment as { [field: string]: unknown })[field] !== undefined,
  );

/** "anna, 29 November 2031". */
export function sayerOf({ by, at }: Pick<Amended, 'by' | 'at'>): string {
  const name = by === null || by === '' ? 'a user' : plain(by).trim();
  const date = day(at);
  return date === null ? name : `${name}, ${date}`;
}

const placeOf = (doc: string, view: View): string => {
  const document = view.document(doc);
  return document === undefined ? doc : accountLabel(document);
};

/** All that users said of the case, for a list; what they said of accounts stands beside these, and is counted. */
export function allSaid(view: View): readonly string[] {
  const said = view.record.amendments;
  const told = said.filter((a) => a.what === 'account' && a.by !== null && changedBy(a).length > 0);
  return [
    ...said
      .filter(({ what }) => what !== 'account')
      .map((amendment) => `${aboutWhat(amendment, view)}${inWords(amendment, view).replace(/\.$/, '')}.`),
    ...(told.length === 0
      ? []
      : [
          `Outlet, date or the like of ${counted(told.length, 'account')} as told by ${inProse([...new Set(told.map(sayerOf))])}; what was found stands beside.`,
        ]),
  ];
}

function aboutWhat(amendment: Amended, view: View): string {
  const ids = amendment.what === 'mark' ? [amendment.claim] : 'claims' in amendment ? amendment.claims : [];
  const titles = ids.flatMap((id) => view.claim(id)?.title ?? []).map((title) => clip(title, QUOTED));
  return titles.length === 0 ? '' : `${inProse(titles, 2)} – `;
}
