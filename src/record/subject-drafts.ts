/** What may become a subject: the named things, places and documents of all accounts, with every mention. */
import { STREET_ENDS } from '../language/en/roads.js';
import type { Source, Subject } from '../model/record.js';
import type { Anchor } from '../model/span.js';
import type { Account } from '../model/story.js';
import { anchor } from '../text/anchors.js';
import { describeSource } from '../text/describe.js';
import { nameWords } from '../text/name-keys.js';
import { enclosedBy } from '../text/spans.js';
import { calledAgain } from './called-again.js';
import type { JoinedName } from './names.js';

/** A description of so few words ("a joint statement") fits any document of its kind. */
const MOST_GENERIC_WORDS = 3;

export interface Draft {
  readonly kind: Subject['kind'];
  /** Its forms, each with how many mentions have it. */
  readonly forms: Map<string, number>;
  /** Where it is named. */
  readonly named: Anchor[];
  /** Where it is called again by its common noun. */
  readonly again: Anchor[];
  /** The source that it is, of documents; of others found by name later. */
  readonly source: string | null;
}

/** A name as it is compared: lower case, without article and marks. */
export const bareName = (name: string): string => nameWords(name.replace(/^the\s+/i, '')).join(' ');

export function draftSubjects(
  accounts: readonly Account[],
  sources: readonly Source[],
  names: readonly JoinedName[],
): Draft[] {
  const named = names.flatMap((joined) => {
    const kind = kindOf(joined);
    return kind === null ? [] : [{ kind, joined }];
  });
  const laws = new Set(
    named.flatMap(({ kind, joined }) =>
      kind === 'law' ? joined.members.map(({ name }) => bareName(name.name)) : [],
    ),
  );
  return [
    ...namedDrafts(accounts, named),
    ...placeDrafts(accounts, names),
    // A law is cited as a document too.
    ...documentDrafts(accounts, sources).filter(
      ({ forms }) => ![...forms.keys()].some((form) => laws.has(bareName(form))),
    ),
  ].filter(({ forms, named }) => named.length > 0 && [...forms.keys()].some((form) => bareName(form) !== ''));
}

const blank = (kind: Subject['kind'], source: string | null = null): Draft => ({
  kind,
  forms: new Map(),
  named: [],
  again: [],
  source,
});

function put(draft: Draft, form: string, mentions: readonly Anchor[]): void {
  draft.forms.set(form, (draft.forms.get(form) ?? 0) + mentions.length);
  draft.named.push(...mentions);
}

function namedDrafts(
  accounts: readonly Account[],
  names: readonly { readonly kind: Subject['kind']; readonly joined: JoinedName }[],
): Draft[] {
  const again = new Map(accounts.map((account) => [account, calledAgain(account)]));
  return names
    .filter(({ joined }) => !isClassName(joined))
    .map(({ kind, joined }) => {
      const draft = blank(kind);
      for (const { account, name } of joined.members) {
        const at = (span: Anchor | { start: number; end: number }): Anchor => anchor(account.document, span);
        put(draft, name.name, name.mentions.map(at));
        for (const alias of name.aliases) put(draft, alias, []);
        draft.again.push(...(again.get(account)!.get(name) ?? []).map(at));
      }
      return draft;
    });
}

/** Letters that no account spells out and that only ever say what sort of thing stands behind them: "SWAT teams". */
function isClassName({ kind, members }: JoinedName): boolean {
  if (kind !== 'organisation') return false;
  return members.every(
    ({ account, name }) =>
      /^\p{Lu}{2,}$/u.test(name.name) &&
      name.aliases.length === 0 &&
      name.mentions.every(({ end }) => /^[ -]\p{Ll}+s\b/u.test(account.document.text.slice(end, end + 24))),
  );
}

/** "Quay Street" is finer than a town, and what happened there is told of who lives there (DESIGN §6). */
const isStreet = (name: string): boolean => {
  const words = nameWords(name);
  return words.length > 1 && STREET_ENDS.has(words.at(-1)!);
};

/**
 * Places of the map, "the US" and "the United States" one of them; and towns that no map has, by name. A name that is just
 * one point of the map in these accounts is that point.
 */
function placeDrafts(accounts: readonly Account[], names: readonly JoinedName[]): Draft[] {
  const found = accounts.flatMap(({ document, analysis }) =>
    analysis.places.flatMap((place) =>
      place.literal && place.kind !== 'facility'
        ? [
            {
              name: place.name,
              mention: anchor(document, place.span),
              point: place.lat === null ? null : `${place.lat} ${place.lon}`,
            },
          ]
        : [],
    ),
  );
  const onMap = new Map(
    accounts.map(({ document, analysis }) => [
      document.id,
      enclosedBy(analysis.places.map(({ span }) => span)),
    ]),
  );
  const unmapped = names
    .filter(({ kind }) => kind === 'place')
    .flatMap(({ members }) =>
      members.flatMap(({ account: { document }, name }) =>
        (isStreet(name.name) ? [] : name.mentions)
          .filter((span) => onMap.get(document.id)?.(span) !== true)
          .map((span) => ({ name: name.name, mention: anchor(document, span), point: null })),
      ),
    );
  const all = [...found, ...unmapped];
  const points = new Map<string, Set<string>>();
  for (const { name, point } of all)
    if (point !== null)
      points.set(bareName(name), (points.get(bareName(name)) ?? new Set<string>()).add(point));
  const drafts = new Map<string, Draft>();
  for (const { name, mention, point } of all) {
    const known = points.get(bareName(name));
    const key = point ?? (known?.size === 1 ? [...known][0]! : bareName(name));
    const draft = drafts.get(key) ?? blank('place');
    put(draft, name, [mention]);
    drafts.set(key, draft);
  }
  return [...drafts.values()];
}

function documentDrafts(accounts: readonly Account[], sources: readonly Source[]): Draft[] {
  const titles = new Map(accounts.map(({ document }) => [document.id, document.title]));
  const byId = new Map(sources.map((source) => [source.id, source]));
  return sources.flatMap((source) => {
    const { kind, named, seenBy, documents, mentions } = source;
    // "a letter", "statistics": no name that tells one from another.
    const told =
      named ||
      seenBy.length > 0 ||
      documents.length > 0 ||
      source.name.split(/\s+/).length > MOST_GENERIC_WORDS;
    if (kind !== 'document' || !told) return [];
    const draft = blank('document', source.id);
    const own = documents.length === 1 ? (titles.get(documents[0]!) ?? null) : null;
    const name = own ?? describeSource(source, (id) => byId.get(id)?.name ?? null);
    put(draft, name, mentions);
    // A description ("an internal memo") is a name of many; what it is called besides is told by its mentions.
    if (named) for (const alias of source.aliases) put(draft, alias, []);
    return [draft];
  });
}

function kindOf({ kind, holdsOffice, members }: JoinedName): Subject['kind'] | null {
  switch (kind) {
    case 'operation':
    case 'law':
    case 'organisation':
      return kind;
    case 'facility':
      return members.some(({ name }) => isStreet(name.name)) ? null : 'place';
    case 'person':
      return holdsOffice ? 'person' : null;
    default:
      return null;
  }
}
