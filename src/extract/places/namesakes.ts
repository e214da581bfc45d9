import { TOWN_ALIASES } from '../../language/en/town-aliases.js';
import { isIn, SURE } from './belief.js';
import type { GazetteerEntry } from './gazetteer.js';
import type { Home } from './home.js';
import type { Mention } from './mentions.js';

/** Readings of one name weighed at most: the largest towns come first. */
const MOST_READINGS = 80;

/** What remains of the weight of size where the outlet is called after a town of this name. */
const HOME_SIZE = 0.35;
const HOST_SIZE = 0.7;

/** All mentions of one name, or one whose place is told next to it. */
export interface Group {
  readonly mentions: Mention[];
  readonly entries: readonly GazetteerEntry[];
  readonly sizes: Float64Array;
  readonly shares: Float64Array;
  /** Weight of the group for others: what is surely a place counts, what may be none less. */
  readonly weight: number;
  readonly told: boolean;
}

/** "Newark, N.J.": the state or country named behind the comma, unless the two are items of a list. */
export function toldNextTo(mentions: readonly Mention[]): Map<Mention, GazetteerEntry> {
  const byStart = new Map(mentions.map((mention) => [mention.start, mention]));
  const told = new Map<Mention, GazetteerEntry>();
  for (const mention of mentions) {
    if (mention.asState && !told.has(mention)) {
      const state = mention.entries.find(({ kind }) => kind === 'state');
      if (state !== undefined) told.set(mention, state);
    }
    const next = mention.commaNext === null ? undefined : byStart.get(mention.commaNext);
    if (next === undefined || next.demonym) continue;
    const region = next.entries.find(
      ({ kind, country }) =>
        (kind === 'state' || kind === 'country') &&
        country !== null &&
        mention.entries.some(
          (entry) =>
            entry.kind !== 'country' &&
            isIn(entry, { ...next.entries.find((e) => e.kind === kind && e.country === country)! }),
        ),
    );
    if (region === undefined) continue;
    const fits = mention.entries.find((entry) => entry.kind !== 'country' && isIn(entry, region));
    if (fits === undefined || isListing(mention, fits, next)) continue;
    told.set(mention, fits);
    told.set(next, region);
  }
  return told;
}

/** "London, Ontario" is no list, however much larger its namesake. By hand; nothing in geo_lgl or geo_trnews turns on it. */
const WELL_KNOWN = 100_000;

/** "Boston, New York, Detroit" lists towns: the second is a town too, and the first is far better known elsewhere. */
function isListing(mention: Mention, fits: GazetteerEntry, next: Mention): boolean {
  const largest = mention.entries.find(({ kind }) => kind === 'town')?.population ?? 0;
  return (
    next.entries.some(({ kind, population }) => kind === 'town' && population >= 100_000) &&
    fits.population * 20 < largest &&
    fits.population < WELL_KNOWN
  );
}

export function group(
  mentions: readonly Mention[],
  told: ReadonlyMap<Mention, GazetteerEntry>,
  home: Home,
): Group[] {
  const groups = new Map<string, Mention[]>();
  const put = (key: string, mention: Mention): void => {
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [mention]);
    else list.push(mention);
  };
  // A name told once is told for the whole text, unless it is told differently.
  const toldOf = new Map<string, GazetteerEntry | null>();
  for (const [mention, entry] of told) {
    if (mention.asState) continue;
    const known = toldOf.get(mention.key);
    toldOf.set(mention.key, known === undefined || known === entry ? entry : null);
  }
  const entryOf = new Map<string, GazetteerEntry>();
  for (const mention of mentions) {
    const entry = told.get(mention) ?? toldOf.get(mention.key) ?? null;
    const key =
      entry === null
        ? mention.key
        : `${mention.key} ${entry.kind} ${entry.country} ${entry.admin} ${entry.lat}`;
    if (entry !== null) entryOf.set(key, entry);
    put(key, mention);
  }
  return [...groups].map(([key, list]): Group => {
    const only = entryOf.get(key);
    const entries = only === undefined ? list[0]!.entries.slice(0, MOST_READINGS) : [only];
    // An outlet called after Washington or New York is of no small namesake, for all that is known.
    const flat = home.names.has(list[0]!.key) && TOWN_ALIASES[list[0]!.key] === undefined ? HOME_SIZE : 1;
    const sizes = Float64Array.from(entries, (entry) => flat * Math.log10(100 + entry.population));
    const sure = list.some(({ belief, embedded }) => belief >= SURE && !embedded);
    return {
      mentions: list,
      entries,
      sizes,
      shares: sharesOf(sizes),
      weight: list[0]!.demonym ? 0.5 : sure ? 1 : 0.4,
      told: only !== undefined,
    };
  });
}

/** The town that the outlet is called after tells as a mention does. */
export function homeGroups(mentions: readonly Mention[], home: Home): Group[] {
  return [...home.names]
    .filter(([key]) => !mentions.some((mention) => mention.key === key))
    .map(([, entries]): Group => {
      const readings = entries.slice(0, MOST_READINGS);
      const sizes = Float64Array.from(readings, ({ population }) => HOST_SIZE * Math.log10(100 + population));
      return {
        mentions: [],
        entries: readings,
        sizes,
        shares: sharesOf(sizes),
        weight: HOME_WEIGHT,
        told: false,
      };
    });
}

const HOME_WEIGHT = 1.5;

export function sharesOf(scores: ArrayLike<number>): Float64Array {
  const list = Array.from(scores);
  const top = Math.max(...list);
  const shares = Float64Array.from(list, (score) => Math.exp((score - top) * SHARPNESS));
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => share / sum);
}

const SHARPNESS = 1.5;
