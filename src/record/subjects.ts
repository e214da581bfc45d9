/** The named things the record has a page for; DESIGN §6 says which persons have none. */

import type { Claim, Source, Subject } from '../model/record.js';
import type { Anchor } from '../model/span.js';
import type { Account } from '../model/story.js';
import { anchor } from '../text/anchors.js';
import { contentId } from '../text/ids.js';
import { compareStrings } from '../text/order.js';
import { Foci } from './foci.js';
import type { JoinedName } from './names.js';

/** Organisations and places named once in all accounts are scenery; operations, laws and documents never are. */
const MENTIONS_FOR_A_PAGE = 2;
const ALWAYS = new Set<Subject['kind']>(['operation', 'law', 'document', 'person']);

/** A description of so few words ("a joint statement") fits any document of its kind. */
const MOST_GENERIC_WORDS = 3;

interface Draft {
  readonly kind: Subject['kind'];
  readonly names: Map<string, number>;
  readonly mentions: Anchor[];
}

const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export function findSubjects(
  accounts: readonly Account[],
  claims: readonly Claim[],
  sources: readonly Source[],
  names: readonly JoinedName[],
): Subject[] {
  const drafts = new Map<string, Draft>();
  const put = (
    kind: Subject['kind'],
    name: string,
    mentions: readonly Anchor[],
    same: string | number = bare(name),
  ): void => {
    const key = `${kind} ${typeof same} ${same}`;
    if (bare(name) === '') return;
    const draft = drafts.get(key) ?? { kind, names: new Map<string, number>(), mentions: [] };
    draft.names.set(name, (draft.names.get(name) ?? 0) + mentions.length);
    draft.mentions.push(...mentions);
    drafts.set(key, draft);
  };
  for (const [index, joined] of names.entries()) {
    const kind = kindOf(joined);
    if (kind === null) continue;
    for (const { account, name } of joined.members) {
      const mentions = name.mentions.map((span) => anchor(account.document, span));
      put(kind, name.name, mentions, index);
      for (const alias of name.aliases) put(kind, alias, [], index);
    }
  }
  for (const { document, analysis } of accounts) {
    for (const place of analysis.places) {
      if (place.literal && place.kind !== 'facility')
        put(
          'place',
          place.name,
          [anchor(document, place.span)],
          // "the US" and "the United States" are one point of the map.
          place.lat === null ? bare(place.name) : `${place.lat} ${place.lon}`,
        );
    }
  }
  for (const source of sources) {
    // "a letter", "statistics": no name that tells one from another.
    const told =
      source.named || source.seenBy.length > 0 || source.name.split(/\s+/).length > MOST_GENERIC_WORDS;
    if (source.kind === 'document' && source.mentions.length > 0 && told)
      put('document', source.name, source.mentions);
  }
  // A law is cited as a document too.
  const laws = new Set(
    [...drafts.values()].flatMap(({ kind, names }) => (kind === 'law' ? [...names.keys()].map(bare) : [])),
  );
  const foci = new Foci(claims);
  const order = new Map(accounts.map(({ document }, index) => [document.id, index]));
  const shown = [...drafts.values()]
    .filter(
      ({ kind, names }) => kind !== 'document' || ![...names.keys()].some((name) => laws.has(bare(name))),
    )
    .filter(({ kind, mentions }) => ALWAYS.has(kind) || mentions.length >= MENTIONS_FOR_A_PAGE)
    .map((draft) => ({ draft, ...formsOf(draft), mentions: distinct(draft.mentions, order) }));
  const bearers = new Map<string, number>();
  for (const { draft, name } of shown) {
    const key = `${draft.kind} ${bare(name)}`;
    bearers.set(key, (bearers.get(key) ?? 0) + 1);
  }
  return shown
    .map(({ draft: { kind }, name, aliases, mentions }): Subject => {
      const { doc, start } = mentions[0]!;
      // Two people of one name are told apart by where they are first named.
      const apart = bearers.get(`${kind} ${bare(name)}`)! > 1 ? [doc, start] : [];
      return {
        id: contentId('subject', kind, bare(name), ...apart),
        name,
        kind,
        aliases,
        mentions,
        claims: foci.around(mentions).map((index) => claims[index]!.id),
      };
    })
    .sort(
      (x, y) =>
        y.claims.length - x.claims.length || compareStrings(x.name, y.name) || compareStrings(x.id, y.id),
    );
}

/** The name that most mentions have, of people and bodies one of several words where there is one; and the other forms. */
function formsOf({ names }: Draft): { readonly name: string; readonly aliases: readonly string[] } {
  const short = (name: string): number => (name.includes(' ') ? 0 : 1);
  const [name, ...aliases] = [...names]
    .sort(([a, n], [b, m]) => short(a) - short(b) || m - n || compareStrings(a, b))
    .map(([form]) => form) as [string, ...string[]];
  return { name, aliases };
}

function kindOf({ kind, holdsOffice }: JoinedName): Subject['kind'] | null {
  switch (kind) {
    case 'operation':
    case 'law':
    case 'organisation':
      return kind;
    case 'facility':
      return 'place';
    case 'person':
      return holdsOffice ? 'person' : null;
    default:
      return null;
  }
}

function distinct(mentions: readonly Anchor[], order: ReadonlyMap<string, number>): Anchor[] {
  const seen = new Set<string>();
  return mentions
    .filter((m) => !seen.has(`${m.doc} ${m.start} ${m.end}`) && seen.add(`${m.doc} ${m.start} ${m.end}`))
    .sort((x, y) => order.get(x.doc)! - order.get(y.doc)! || x.start - y.start || x.end - y.end);
}
