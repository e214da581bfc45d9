import { COUNTRY_DOMAINS } from '../../language/domains.js';
import { OUTLET_HEADS } from '../../language/en/organisations.js';
import { fold, type GazetteerEntry, regionsNamed, townsNamed } from './gazetteer.js';

/** What an outlet's name and address tell of where it is at home. */
export interface Home {
  /** Towns and regions that the name holds ("The Norfolk Daily News", "norfolkdailynews.com"), folded, each with its readings. */
  readonly names: ReadonlyMap<string, readonly GazetteerEntry[]>;
  /** ISO 3166 alpha-2 from the domain ("co.uk"), null where it tells none. */
  readonly country: string | null;
}

const NOWHERE: Home = { names: new Map(), country: null };

/** Homes of the outlets met lately. Bounded. */
const lately = new Map<string, Home>();
const LATELY = 2_000;

/** `outlet`: a name or a host; `url`: of the document. Both as given, null where unknown. */
export function homeOf(outlet: string | null, url: string | null): Home {
  if (outlet === null && url === null) return NOWHERE;
  const host = hostOf(url) ?? hostOf(outlet);
  const key = `${outlet} ${host}`;
  let home = lately.get(key);
  if (home === undefined) {
    home = read(outlet, host);
    if (lately.size >= LATELY) lately.clear();
    lately.set(key, home);
  }
  return home;
}

function hostOf(text: string | null): string | null {
  const match = /^(?:https?:\/\/)?((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,10})(?:[/:?#]|$)/i.exec(
    text?.trim() ?? '',
  );
  return match === null ? null : match[1]!.toLowerCase();
}

function read(outlet: string | null, host: string | null): Home {
  const names = new Map<string, readonly GazetteerEntry[]>();
  const put = (key: string): boolean => {
    const entries = [...regionsNamed(key), ...townsNamed(key)];
    if (entries.length === 0) return false;
    names.set(key, entries);
    return true;
  };
  if (outlet !== null && hostOf(outlet) === null) {
    const words = fold(outlet)
      .replace(/[^\p{L}\s.'-]/gu, ' ')
      .split(/\s+/)
      .filter((word) => word !== '' && !NAME_WORDS.has(word));
    for (let i = 0; i < words.length; i++)
      for (let n = Math.min(3, words.length - i); n > 0; n--) if (put(words.slice(i, i + n).join(' '))) break;
  }
  for (const label of host?.split('.').slice(0, -1) ?? [])
    if (!NAME_WORDS.has(label)) for (const key of namesIn(label)) put(key);
  const top = host?.split('.').at(-1) ?? '';
  return { names, country: COUNTRY_DOMAINS[top] ?? null };
}

/** Words of outlets' names and hosts that name no place. */
const NAME_WORDS: ReadonlySet<string> = new Set([
  ...OUTLET_HEADS,
  ...'the www news online today now live daily weekly local times media co com net org and of for web mobile site m on city county evening morning sunday free independent democrat republican leader citizen eagle star world national public standard voice pilot guide call freedom journal progress union messenger messenger-inquirer spectator weekly week magazine monitor review item post bulletin'.split(
    ' ',
  ),
]);
/** The same written together at an end of a host's label. */
const ENDS = [...NAME_WORDS].filter((word) => word.length >= 3).sort((a, b) => b.length - a.length);

/** Shorter names are found in too many words. */
const SHORTEST = 4;

/** Names of towns in a label such as "norfolkdailynews": what is left when words of outlets are cut off at the ends. */
function namesIn(label: string): string[] {
  const found: string[] = [];
  for (const part of [label, ...label.split('-')]) {
    let core = part.replace(/[^a-z]/g, '');
    for (let cut = true; cut; ) {
      cut = false;
      for (const word of ENDS) {
        if (core.length - word.length < SHORTEST) continue;
        if (core.endsWith(word)) core = core.slice(0, -word.length);
        else if (core.startsWith(word)) core = core.slice(word.length);
        else continue;
        cut = true;
        break;
      }
    }
    if (core.length < SHORTEST || core.length > 30) continue;
    // "losangeles": a space may stand anywhere.
    const spaced = Array.from(
      { length: Math.max(0, core.length - 4) },
      (_, i) => `${core.slice(0, i + 2)} ${core.slice(i + 2)}`,
    );
    for (const key of [core, ...spaced])
      if (townsNamed(key).length > 0 || regionsNamed(key).length > 0) found.push(key);
  }
  return found;
}
