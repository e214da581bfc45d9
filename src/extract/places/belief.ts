import { FUNCTION_WORDS } from '../../language/en/common-words.js';
import { FACILITY_HEADS } from '../../language/en/organisations.js';
import {
  HOUSED,
  LOCATIVES,
  PLACE_NOUNS,
  PLACE_OPENERS,
  PUBLIC,
  TOWN_NOUNS,
  WEAK_LOCATIVES,
} from '../../language/en/place-contexts.js';
import type { LocalName } from '../../model/analysis.js';
import type { Span } from '../../model/span.js';
import type { Word } from '../words.js';
import { type GazetteerEntry, isGivenName, regionsNamed } from './gazetteer.js';
import type { Home } from './home.js';

/** From here on a mention stands alone; from WEAK on with another that is sure, or with a sure place nearby. */
export const SURE = 2;
export const WEAK = 0.5;

export interface Context {
  readonly names: NameCover;
  readonly home: Home;
  /** Words of the names of people: "Perry" is no town where Rick Perry is named. */
  readonly people: ReadonlySet<string>;
  /** Words that stand somewhere without a capital. */
  readonly common: ReadonlySet<string>;
}

export type NameCover = (offset: number) => { readonly kind: LocalName['kind']; readonly span: Span } | null;

/** "D-Pa.", "R-Westfield": behind the letter of a party. */
export const isParty = (words: readonly Word[], i: number): boolean =>
  /^(?:[DRI]|DFL|GOP|Dem|Rep|Lab|Con)$/.test(words[i - 1]?.text ?? '') && !words[i]!.spaced;

export function keyFor(part: readonly Word[]): string {
  const joined = part
    .map((word) =>
      word.text.endsWith('.') && /\..*\.|^\p{Lu}\p{Ll}{0,4}\.$/u.test(word.text)
        ? `${word.key.replace(/\.$/, '')}.`
        : word.key,
    )
    .join(' ');
  return joined.replace(/^(st|mt|ft|ste)\.? /, '$1. ');
}

interface Readings {
  readonly regions: readonly GazetteerEntry[];
  readonly towns: readonly GazetteerEntry[];
  readonly districts: readonly GazetteerEntry[];
}

const NEVER =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|god|christmas|police|man|van|old town|old|university|college|hospital|church|school|park|street|river|lake|mall|center|senate|congress|court|republican|democrat|internet)$/;

/**
 * How much speaks for a place. The weights were set by hand on half of geo_lgl and geo_trnews and read on the rest; a town of
 * 100,000 or a preposition of place is enough by itself, a small town's name alone is not.
 */
export function believe(
  words: readonly Word[],
  i: number,
  n: number,
  { regions, towns, districts }: Readings,
  headline: boolean,
  embedded: boolean,
  key: string,
  context: Context,
): number {
  const word = words[i]!;
  const [before, next, after] = [words[i - 1], words[i + n], words[i + n + 1]];
  const isCountry = word.text === 'US' && !isLoud(before) && !isLoud(next);
  if (n === 1 && ((FUNCTION_WORDS.has(word.key) && !isCountry) || NEVER.test(word.key))) return 0;
  let belief = sizeBelief(regions, towns, districts, key);
  if (context.home.names.has(key)) belief += 2;
  const hinted =
    next?.text === ',' && after?.capital === true && fitsHint(words, i + n + 1, [...towns, ...districts]);
  if (hinted) belief += 4;
  const housed =
    next !== undefined &&
    (next.capital ? HOUSED.has(next.key) || PUBLIC.has(next.key) : TOWN_NOUNS.has(next.key));
  const placed = hinted || housed || (before !== undefined && LOCATIVES.has(before.key));
  if (before !== undefined && LOCATIVES.has(before.key)) belief += 2.5;
  else if (before !== undefined && WEAK_LOCATIVES.has(before.key))
    belief += before.key === 'of' && PLACE_NOUNS.has(words[i - 2]?.key ?? '') ? 2.5 : 1;
  else if (before !== undefined && PLACE_OPENERS.has(before.key)) belief += 2;
  if (housed) belief += 1.5;
  if (next?.text === ',' && after?.capital === true) belief += 0.5;
  // "BANTAM — A mason", "UNION CITY -- The women"
  const shouted = words.slice(i, i + n).every(({ text }) => text === text.toUpperCase());
  if (i === 0 && shouted && word.text.length > 2 && /^(?:[—–-]{1,3}|\()$/.test(next?.text ?? '')) belief += 3;
  if (regions.length > 0 && !(n === 1 && context.people.has(word.key))) return belief;
  const opening = before === undefined || /^["“‘'—(:]$/.test(before.text);
  if (headline) belief -= 1.5;
  else if (opening) belief -= n > 1 ? 0 : 1;
  if (isParty(words, i)) belief += 3;
  if (n === 1) {
    if (context.common.has(word.key)) belief -= 2;
    if (context.people.has(word.key)) belief -= 3;
    else if (isGivenName(word.key) && !placed) belief -= 1;
  }
  // "an Orange" is a thing, "an Albany man" comes from a place.
  const counted = /^(?:an?|my|his|her|their|our|its|this|that|these|those|each|every|some|any|no)$/.test(
    before?.key ?? '',
  );
  if (counted && !(next?.pos === 'NOUN' || next?.pos === 'ADJ')) belief -= 2;
  if (embedded) return belief - 0.5;
  // Inside a capitalised sequence it is a piece of another name: "Boston Celtics".
  if (
    before?.capital === true &&
    before.spaced &&
    word.spaced &&
    /^\p{L}/u.test(before.text) &&
    !PLACE_OPENERS.has(before.key)
  )
    belief -= 2.5;
  if (
    next?.capital === true &&
    next.spaced &&
    /^\p{L}/u.test(next.text) &&
    !TOWN_NOUNS.has(next.key) &&
    !FACILITY_HEADS.has(next.key)
  )
    belief -= n > 1 ? 0.5 : 1.5;
  return belief;
}

/** "GIVE US MORE": capitals tell no country from a pronoun. */
const isLoud = (word: Word | undefined): boolean =>
  word !== undefined && /^\p{Lu}{2,}$/u.test(word.text) && !/^(?:US|UK|EU|UN)$/.test(word.text);

function sizeBelief(
  regions: readonly GazetteerEntry[],
  towns: readonly GazetteerEntry[],
  districts: readonly GazetteerEntry[],
  key: string,
): number {
  if (regions.length > 0) return 4;
  const largest = towns[0]?.population ?? 0;
  const town =
    towns.length === 0
      ? -1
      : largest >= 1e6
        ? 4
        : largest >= 1e5
          ? 2.5
          : largest >= 3e4
            ? 1.2
            : largest >= 5e3
              ? 0.7
              : largest >= 1e3
                ? 0.3
                : -0.3;
  // "Henry County" names what it is; names of several words are hardly anything else.
  const district = districts.length === 0 ? -1 : DISTRICT_WORD.test(key) ? 3 : 0.7;
  return Math.max(town, district) + (key.includes(' ') ? 1.2 : 0);
}

const DISTRICT_WORD =
  / (?:county|parish|district|province|borough|region|oblast|governorate|shire)$|^county /;

/** What stands behind the comma is a state or country in which a reading lies: "Oxford, North Carolina". */
function fitsHint(words: readonly Word[], at: number, entries: readonly GazetteerEntry[]): boolean {
  for (let n = 3; n > 0; n--) {
    const part = words.slice(at, at + n);
    if (part.length < n || !part.every((word) => word.capital)) continue;
    for (const region of regionsNamed(keyFor(part)))
      if (entries.some((entry) => isIn(entry, region))) return true;
  }
  return false;
}

/** An entry lies in a country or state. */
export const isIn = (entry: GazetteerEntry, region: GazetteerEntry): boolean =>
  entry !== region &&
  entry.country === region.country &&
  (region.kind === 'country' || entry.admin === region.admin);
