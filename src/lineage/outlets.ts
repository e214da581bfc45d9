import { GENERIC_ENDS } from '../language/en/name-words.js';
import type { Span } from '../model/span.js';
import type { Account } from '../model/story.js';
import { contentId } from '../text/ids.js';
import { AGENCY_KEYS, establishedName, outletKey, shortKeys } from '../text/name-keys.js';
import { compareStrings } from '../text/order.js';

/** An outlet or agency that the accounts of one story name, publish under, or come from. */
export interface Outlet {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface Outlets {
  readonly all: readonly Outlet[];
  /** The id of the outlet that this document means by the name. The name must be one that the document has. */
  idOf(name: string, doc: string): string;
  /** The outlet under which the document itself was published: metadata, else the host of its URL; or null. */
  ownOf(doc: string): string | null;
  isAgency(id: string): boolean;
  /** The outlet that publishes an account of the story under this very name, or null. */
  publishing(name: string): string | null;
}

/** The outlet that publishes the account as user, page or text tell, else the host of its URL; null where none tells. */
export function publisher(account: Account): string | null {
  return account.document.outlet ?? account.analysis.metadata.outlet ?? host(account.document.url);
}

/** The last host in a URL: an archived page has its archive's host first. */
export function host(url: string | null): string | null {
  const found = url === null ? null : [...url.matchAll(/https?:\/\/([^/?#:\s]+)/gi)].pop();
  return found ? found[1]!.toLowerCase().replace(/^www\d?\./, '') : null;
}

/** An agency that a whole segment of the URL's path names ("/apnews/…", "/reuters/…"), or null. */
export function agencyInPath(url: string | null): string | null {
  if (url === null) return null;
  const path = url.replace(/^https?:\/\/[^/]*/i, '').split(/[?#]/)[0]!;
  // The last segment is a title's slug; two letters are a state or a language, save the best known agency's.
  const segments = path.split('/').slice(0, -1);
  const named = segments.find(
    (s) => (s === 'ap' || /^[a-z][a-z-]{2,}$/i.test(s)) && AGENCY_KEYS.has(outletKey(s)),
  );
  return named === undefined ? null : establishedName(outletKey(named));
}

function namesIn(account: Account): string[] {
  const { credits, sources } = account.analysis;
  const own = publisher(account);
  const path = agencyInPath(account.document.url);
  return [
    ...(own === null ? [] : [own]),
    ...(path === null ? [] : [path]),
    ...credits.map((credit) => credit.outlet),
    ...sources.flatMap((source) => (source.kind === 'outlet' ? [source.name] : [])),
    ...sources.flatMap((source) => source.document?.seenBy ?? []),
  ];
}

/**
 * The key of a name on an outlet's own page, where "© Gazette Newspapers" is the house of The Harrowfleet Gazette. "The
 * Meridian agency", with a small letter, is what Meridian is, not what it is called.
 */
function keyOf(name: string, own: string | null): string {
  const house = /^(?:[Tt]he )?(\S+(?: \S+)*) (\S+)$/.exec(name);
  if (house !== null && GENERIC_ENDS.has(house[2]!)) return outletKey(house[1]!);
  const isHouse = own !== null && house !== null && GENERIC_ENDS.has(house[2]!.toLowerCase());
  return outletKey(isHouse && shortKeys(own).includes(outletKey(house[1]!)) ? own : name);
}

/**
 * Joins the names of outlets in one story. "the Times" is The New York Times only where the document names no other
 * Times, or, where it names none in full, the story names one alone.
 */
export function joinOutlets(accounts: readonly Account[]): Outlets {
  const keysIn = new Map<string, Set<string>>();
  const surfaces = new Map<string, Set<string>>();
  const published = new Set<string>();
  for (const account of accounts) {
    const keys = new Set<string>();
    const own = publisher(account);
    for (const name of namesIn(account)) {
      const key = keyOf(name, own);
      keys.add(key);
      const known = surfaces.get(key);
      if (known) known.add(name);
      else surfaces.set(key, new Set([name]));
    }
    keysIn.set(account.document.id, keys);
    if (own !== null) published.add(outletKey(own));
  }

  const fuller = new Map<string, Set<string>>();
  for (const [key, names] of surfaces) {
    const full = [establishedName(key) ?? [], ...names].flat();
    for (const short of new Set(full.flatMap(shortKeys))) {
      const shortKey = outletKey(short);
      if (shortKey === key || !surfaces.has(shortKey) || key.length <= shortKey.length) continue;
      const known = fuller.get(shortKey);
      if (known) known.add(key);
      else fuller.set(shortKey, new Set([key]));
    }
  }
  const isName = (key: string): boolean => establishedName(key) !== null;
  // A page published by "The Times" is The Times's, whatever other Times the story names.
  const resolve = (key: string, doc: string): string => {
    const candidates = fuller.get(key);
    if (!candidates || isName(key)) return key;
    const here = [...candidates].filter((full) => keysIn.get(doc)?.has(full));
    const chosen = here.length > 0 ? here : published.has(key) ? [] : [...candidates];
    const tops = new Set(chosen.map((full) => resolve(full, doc)));
    return tops.size === 1 ? [...tops][0]! : key;
  };

  const joined = new Map<string, Set<string>>();
  const own = new Map<string, string>();
  const resolved = new Map<string, string>();
  for (const account of accounts) {
    const doc = account.document.id;
    const publishedBy = publisher(account);
    for (const name of namesIn(account)) {
      const asIs = keyOf(name, publishedBy);
      // A publisher's own name is no short form of another outlet that its page names, save a host ("latimes.com").
      const isOwn = name === publishedBy && !/^\S+\.\S+$/.test(name);
      const key = isOwn ? asIs : resolve(asIs, doc);
      if (name === publishedBy) own.set(doc, key);
      resolved.set(`${doc}\u0000${name}`, key);
      const known = joined.get(key);
      if (known) known.add(name);
      else joined.set(key, new Set([name]));
    }
  }
  const idOfKey = (key: string): string => contentId('s', 'outlet', key);
  const all = [...joined].map(([key, names]): Outlet => {
    const sorted = [...names].sort((a, b) => b.length - a.length || compareStrings(a, b));
    const name =
      sorted.find((n) => /\s/.test(n) && outletKey(n) === key) ?? establishedName(key) ?? sorted[0]!;
    return { id: idOfKey(key), key, name, aliases: sorted.filter((n) => n !== name).sort(compareStrings) };
  });
  const agencies = new Set(all.filter((outlet) => AGENCY_KEYS.has(outlet.key)).map((outlet) => outlet.id));
  return {
    all: all.sort((a, b) => compareStrings(a.key, b.key)),
    idOf: (name, doc) => {
      const key = resolved.get(`${doc}\u0000${name}`);
      if (key === undefined) throw new RangeError(`${doc} names no outlet "${name}"`);
      return idOfKey(key);
    },
    ownOf: (doc) => (own.has(doc) ? idOfKey(own.get(doc)!) : null),
    isAgency: (id) => agencies.has(id),
    publishing: (name) => {
      const key = keyOf(name, null);
      return published.has(key) && joined.has(key) ? idOfKey(key) : null;
    },
  };
}

/** Where the documents name each outlet: outlet id → spans by document. */
export function outletMentions(
  accounts: readonly Account[],
  outlets: Outlets,
): Map<string, { doc: string; span: Span }[]> {
  const mentions = new Map<string, { doc: string; span: Span }[]>();
  const add = (id: string, doc: string, span: Span): void => {
    const known = mentions.get(id);
    if (known) known.push({ doc, span });
    else mentions.set(id, [{ doc, span }]);
  };
  for (const { document, analysis } of accounts) {
    for (const credit of analysis.credits)
      add(outlets.idOf(credit.outlet, document.id), document.id, credit.outletSpan);
    for (const source of analysis.sources) {
      if (source.kind !== 'outlet') continue;
      const id = outlets.idOf(source.name, document.id);
      for (const span of source.mentions) add(id, document.id, span);
    }
  }
  return mentions;
}
