/** The named things the record has a page for; DESIGN §6 says which persons have none. */

import { OFFICES } from '../language/en/offices.js';
import type { LocalName } from '../model/analysis.js';
import type { Claim, Source, Subject } from '../model/record.js';
import type { Anchor } from '../model/span.js';
import type { Account } from '../model/story.js';
import { anchor } from '../text/anchors.js';
import { contentId } from '../text/ids.js';
import { compareStrings } from '../text/order.js';
import { Foci } from './foci.js';

/** Organisations and places named once in all accounts are scenery; operations, laws and documents never are. */
const MENTIONS_FOR_A_PAGE = 2;

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
): Subject[] {
  const officeHolders = new Set(
    sources
      .filter(holdsOffice)
      .flatMap((source) => [source.name, ...source.aliases.filter((a) => a.includes(' '))])
      .map(bare),
  );
  const drafts = new Map<string, Draft>();
  const put = (kind: Subject['kind'], name: string, mentions: readonly Anchor[], same = bare(name)): void => {
    const key = `${kind} ${same}`;
    if (bare(name) === '') return;
    const draft = drafts.get(key) ?? { kind, names: new Map<string, number>(), mentions: [] };
    draft.names.set(name, (draft.names.get(name) ?? 0) + mentions.length);
    draft.mentions.push(...mentions);
    drafts.set(key, draft);
  };
  for (const { document, analysis } of accounts) {
    for (const name of analysis.names) {
      const kind = kindOf(name, officeHolders);
      if (kind)
        put(
          kind,
          name.name,
          name.mentions.map((span) => anchor(document, span)),
        );
    }
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
  const foci = new Foci(claims);
  return [...drafts.values()]
    .filter(
      (draft) =>
        draft.kind === 'operation' ||
        draft.kind === 'law' ||
        draft.kind === 'document' ||
        draft.kind === 'person' ||
        draft.mentions.length >= MENTIONS_FOR_A_PAGE,
    )
    .map((draft): Subject => {
      const [name, ...aliases] = [...draft.names]
        .sort(([a, n], [b, m]) => m - n || compareStrings(a, b))
        .map(([n]) => n) as [string, ...string[]];
      const mentions = distinct(draft.mentions);
      return {
        id: contentId('subject', draft.kind, bare(name)),
        name,
        kind: draft.kind,
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

function kindOf(name: LocalName, officeHolders: ReadonlySet<string>): Subject['kind'] | null {
  switch (name.kind) {
    case 'operation':
    case 'law':
    case 'organisation':
      return name.kind;
    case 'person':
      return officeHolders.has(bare(name.name)) ? 'person' : null;
    default:
      return null;
  }
}

/** A text gives an office or a spokesperson's role; a name that merely speaks is a bystander for all we know. */
function holdsOffice(source: Source): boolean {
  if (source.kind !== 'person' || !source.named || source.role === null) return false;
  return source.role
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => OFFICES.has(word));
}

function distinct(mentions: readonly Anchor[]): Anchor[] {
  const seen = new Set<string>();
  return mentions
    .filter((m) => !seen.has(`${m.doc} ${m.start} ${m.end}`) && seen.add(`${m.doc} ${m.start} ${m.end}`))
    .sort((x, y) => compareStrings(x.doc, y.doc) || x.start - y.start || x.end - y.end);
}
