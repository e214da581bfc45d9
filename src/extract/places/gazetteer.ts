import { COUNTRY_ALIASES, COUNTRY_POINTS } from '../../language/en/countries.js';
import { DEMONYMS } from '../../language/en/demonyms.js';
import { MORE_GIVEN_NAMES } from '../../language/en/given-names.js';
import { REGIONS } from '../../language/en/regions.js';
import { TOWN_ALIASES } from '../../language/en/town-aliases.js';
import { COUNTRY_NAMES } from '../../language/generated/countries.js';
import { DISTRICTS } from '../../language/generated/districts.js';
import { GIVEN_NAMES } from '../../language/generated/given-names.js';
import { TOWNS } from '../../language/generated/places.js';
import { STATES } from '../../language/generated/states.js';
import { SortedTable } from './sorted-table.js';

/** One reading of a place name. */
export interface GazetteerEntry {
  /** `district`: a county, parish or other second-level division. */
  readonly kind: 'town' | 'district' | 'state' | 'country' | 'region';
  /** ISO 3166 alpha-2, null where the place is not in one country. */
  readonly country: string | null;
  /** GeoNames first-level code ("NJ"), '' where none. */
  readonly admin: string;
  readonly lat: number | null;
  readonly lon: number | null;
  /** People of a town; of other places the size of the town that they are weighed as. */
  readonly population: number;
}

/** Lower case without diacritics, typographic apostrophes or a trailing possessive: the key of all tables here. */
export function fold(name: string): string {
  const lower = name.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is the point
  if (/^[\x00-\x7f]*$/.test(lower)) return lower;
  return lower.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘`]/g, "'");
}

const towns = new SortedTable(TOWNS);
const states = new SortedTable(STATES);
const districts = new SortedTable(DISTRICTS);

const NONE: readonly GazetteerEntry[] = [];

/** Bounded, so that a million documents fit: a document asks for the same words again and again. */
const LATELY = 20_000;

/** `may`: false for keys of which there is surely nothing, which are most. */
function remembering(
  may: (key: string) => boolean,
  look: (key: string) => readonly GazetteerEntry[],
): (key: string) => readonly GazetteerEntry[] {
  const lately = new Map<string, readonly GazetteerEntry[]>();
  return (key) => {
    if (!may(key)) return NONE;
    let found = lately.get(key);
    if (found === undefined) {
      found = look(key);
      if (lately.size >= LATELY) lately.clear();
      lately.set(key, found);
    }
    return found;
  };
}

/** The towns of a folded name, largest first; empty where none. */
export const townsNamed: (key: string) => readonly GazetteerEntry[] = remembering(
  (key) => towns.mayHold(key) || TOWN_ALIASES[key] !== undefined || SAINTED.test(key),
  lookUpTowns,
);

/** States, provinces, counties and other districts from the long lists; empty where none. */
export const districtsNamed: (key: string) => readonly GazetteerEntry[] = remembering(
  (key) => states.mayHold(key) || districts.mayHold(key),
  (key) => {
    const named = rowsOf(states, key, 'state', STATE_WEIGHT);
    const local = rowsOf(districts, key, 'district', DISTRICT_WEIGHT);
    return local.length === 0 ? named : [...named, ...local];
  },
);

function lookUpTowns(key: string): readonly GazetteerEntry[] {
  const alias = TOWN_ALIASES[key];
  const spellings = otherSpelling(key);
  const named =
    spellings.length === 1
      ? [...rowsOf(towns, key, 'town', 0)]
      : spellings.flatMap((form) => rowsOf(towns, form, 'town', 0));
  if (named.length > 1) named.sort((a, b) => b.population - a.population);
  if (alias === undefined) return named;
  const known = rowsOf(towns, alias[0], 'town', 0).find((entry) => entry.country === alias[1]);
  if (known === undefined) return named;
  const rest = key === alias[0] ? named.filter((entry) => entry.country !== alias[1]) : named;
  return [{ ...known, population: Math.max(known.population, ALIAS_WEIGHT) }, ...rest];
}

/**
 * "St. Petersburg" and "Saint Petersburg", "Ft. Worth" and "Fort Worth", "Mt. Vernon" and "Mount Vernon"; "Port St. Lucie"
 * and "Port Saint Lucie".
 */
function otherSpelling(key: string): readonly string[] {
  if (SAINT_INSIDE.test(key)) return [key, key.replace(SAINT_INSIDE, ' saint ')];
  const [short, long] = SPELLINGS.find(([a, b]) => key.startsWith(a) || key.startsWith(b)) ?? [];
  if (short === undefined || long === undefined) return [key];
  const rest = key.slice(key.startsWith(short) ? short.length : long.length);
  return [short + rest, long + rest];
}

const SAINTED = /^(?:st|ste|ft|mt)\. |^(?:sainte?|fort|mount) | st\.? /;
const SAINT_INSIDE = / st\.? /;

const SPELLINGS = [
  ['st. ', 'saint '],
  ['ste. ', 'sainte '],
  ['ft. ', 'fort '],
  ['mt. ', 'mount '],
] as const;

function rowsOf(
  table: SortedTable,
  key: string,
  kind: GazetteerEntry['kind'],
  weight: number,
): readonly GazetteerEntry[] {
  const line = table.find(key);
  if (line === null) return NONE;
  return line.split(';').map((row) => {
    const [country, admin, lat, lon, population] = row.split(',') as [
      string,
      string,
      string,
      string,
      string?,
    ];
    return {
      kind,
      country,
      admin,
      lat: Number(lat),
      lon: Number(lon),
      population: population === undefined ? weight : Number(population),
    };
  });
}

let regions: Map<string, GazetteerEntry[]> | null = null;

/** Countries, states and other regions that are known by name alone, countries first; empty where none. */
export function regionsNamed(key: string): readonly GazetteerEntry[] {
  regions ??= loadRegions();
  return regions.get(key) ?? NONE;
}

let demonyms: Map<string, string> | null = null;

/** ISO 3166 alpha-2 of the country whose people, language or adjective this folded word is, or null. */
export function demonymOf(key: string): string | null {
  if (demonyms === null) {
    demonyms = new Map();
    for (const line of DEMONYMS.split('\n')) {
      const [code, words] = line.split('\t') as [string, string];
      for (const word of words.split(',')) demonyms.set(word, code);
    }
  }
  return demonyms.get(key) ?? null;
}

/** Where a country's point lies, null where the table has none. */
export function countryPoint(code: string): { readonly lat: number; readonly lon: number } | null {
  const point = COUNTRY_POINTS[code];
  return point === undefined ? null : { lat: point[0], lon: point[1] };
}

let givenNames: Set<string> | null = null;

/** True for English given names (folded). */
export function isGivenName(key: string): boolean {
  givenNames ??= new Set([...GIVEN_NAMES.trimEnd().split('\n'), ...MORE_GIVEN_NAMES]);
  return givenNames.has(key);
}

function loadRegions(): Map<string, GazetteerEntry[]> {
  const map = new Map<string, GazetteerEntry[]>();
  const add = (key: string, entry: GazetteerEntry) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [entry]);
    else list.push(entry);
  };
  const addCountry = (key: string, code: string) => {
    const point = countryPoint(code);
    if (map.get(key)?.some((entry) => entry.country === code)) return;
    add(key, {
      kind: 'country',
      country: code,
      admin: '',
      lat: point?.lat ?? null,
      lon: point?.lon ?? null,
      population: COUNTRY_WEIGHT,
    });
  };
  for (const line of COUNTRY_NAMES.split('\n')) {
    const [key, code] = line.split('\t');
    if (code !== undefined) addCountry(key!, code);
  }
  for (const [key, code] of Object.entries(COUNTRY_ALIASES)) addCountry(key, code);
  for (const [kind, country, admin, lat, lon, names] of REGIONS) {
    for (const key of names.split(',')) {
      add(key, { kind, country: country || null, admin, lat, lon, population: REGION_WEIGHT });
    }
  }
  return map;
}

/** Countries and well-known states are weighed as towns of this size against their namesakes ("Georgia", "Washington"). */
const COUNTRY_WEIGHT = 20_000_000;
const REGION_WEIGHT = 5_000_000;
/** States and districts of the long lists, of which few are known by name alone. */
const STATE_WEIGHT = 200_000;
const DISTRICT_WEIGHT = 20_000;
/** Towns known by another name at least: "Washington" is the capital before it is the state. */
const ALIAS_WEIGHT = 15_000_000;
