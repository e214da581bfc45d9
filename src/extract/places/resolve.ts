import { TOWN_ALIASES } from '../../language/en/town-aliases.js';
import type { PlaceReason } from '../../model/vocabulary.js';
import { isIn, SURE } from './belief.js';
import type { GazetteerEntry } from './gazetteer.js';
import type { Home } from './home.js';
import type { Mention } from './mentions.js';

export interface Resolved {
  readonly mention: Mention;
  readonly entry: GazetteerEntry;
  readonly reason: PlaceReason;
  /** Another place that is sure lies near, or it is sure itself. */
  readonly supported: boolean;
}

/** Readings of one name weighed at most: the largest towns come first. */
const MOST_READINGS = 80;
/** In km: how far a neighbour tells, and how far it tells anything. */
const NEAR = 80;
const FAR = 300;
/** A weak mention is believed with a sure place so near, in km. */
const SUPPORT = 60;

/*
 * How much a place weighs by its size (decimal logarithm), its neighbours, its state, its country and those enumerated
 * with it. Chosen on geo_lgl and geo_trnews, documents of even and of odd number apart.
 */
const NEIGHBOUR_VOTE = 1.7;
const STATE_VOTE = 0.9;
/** For a town as large as those enumerated with it. */
const ALIKE_VOTE = 1.5;
const COUNTRY_VOTE = 0.6;
/** What remains of the weight of size where the outlet is called after a town of this name. */
const HOME_SIZE = 0.35;
const HOST_SIZE = 0.7;
const ROUNDS = 3;

/** All mentions of one name, or one whose place is told next to it. */
interface Group {
  readonly mentions: Mention[];
  readonly entries: readonly GazetteerEntry[];
  readonly sizes: Float64Array;
  readonly shares: Float64Array;
  /** Weight of the group for others: what is surely a place counts, what may be none less. */
  readonly weight: number;
  readonly told: boolean;
}

/** The reading of each mention: what is told next to it, else its size, its neighbours, its state and its country. */
export function resolve(mentions: readonly Mention[], home: Home): Resolved[] {
  const told = toldNextTo(mentions);
  const groups = [...group(mentions, told, home), ...homeGroups(mentions, home)];
  const links = neighbours(groups);
  const peers = peersOf(groups);
  for (let round = 0; round < ROUNDS; round++) weigh(groups, links, peers, home);
  const chosen = new Map<Mention, Omit<Resolved, 'mention'>>();
  groups.forEach((g, index) => {
    if (g.mentions.length === 0) return;
    const best = argmax(g.shares);
    const entry = g.entries[best]!;
    const reason = reasonOf(g, best, links[index]!, home);
    const supported = g.mentions.some(({ belief }) => belief >= SURE) || g.told || nearSure(groups, g, entry);
    for (const mention of g.mentions) chosen.set(mention, { entry, reason, supported });
  });
  return mentions.map((mention) => ({ mention, ...chosen.get(mention)! }));
}

/** "Newark, N.J.": the state or country named behind the comma, unless the two are items of a list. */
function toldNextTo(mentions: readonly Mention[]): Map<Mention, GazetteerEntry> {
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

/** "London, Ontario" is no list. */
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

function group(
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
function homeGroups(mentions: readonly Mention[], home: Home): Group[] {
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

/** A reading of another name that lies near a reading: how near, 0 to 1. */
interface Link {
  readonly group: number;
  readonly entry: number;
  readonly near: number;
}

/** For each reading of each group the readings of other groups in reach. */
function neighbours(groups: readonly Group[]): Link[][][] {
  const points: {
    readonly group: number;
    readonly entry: number;
    readonly lat: number;
    readonly lon: number;
  }[] = [];
  for (const [group, { entries }] of groups.entries())
    for (const [entry, { kind, lat, lon }] of entries.entries())
      if ((kind === 'town' || kind === 'district') && lat !== null && lon !== null)
        points.push({ group, entry, lat, lon });
  points.sort((a, b) => a.lat - b.lat || a.lon - b.lon || a.group - b.group || a.entry - b.entry);
  const links: Link[][][] = groups.map(({ entries }) => entries.map(() => []));
  const reach = FAR / KM_PER_DEGREE;
  for (let a = 0; a < points.length; a++) {
    const p = points[a]!;
    const narrow = Math.max(0.1, Math.cos((p.lat * Math.PI) / 180));
    for (let b = a + 1; b < points.length && points[b]!.lat - p.lat <= reach; b++) {
      const q = points[b]!;
      if (q.group === p.group) continue;
      const dLon = Math.abs(q.lon - p.lon) * narrow;
      if (dLon > reach) continue;
      const near = Math.exp((-Math.hypot(q.lat - p.lat, dLon) * KM_PER_DEGREE) / NEAR);
      links[p.group]![p.entry]!.push({ group: q.group, entry: q.entry, near });
      links[q.group]![q.entry]!.push({ group: p.group, entry: p.entry, near });
    }
  }
  return links;
}

const KM_PER_DEGREE = 111;

/** Shares anew from what the shares of the others were. */
function weigh(
  groups: readonly Group[],
  links: readonly (readonly (readonly Link[])[])[],
  peers: readonly (readonly number[])[],
  home: Home,
): void {
  const countries = new Map<string, number>();
  const states = new Map<string, number>();
  const bump = (map: Map<string, number>, key: string, by: number) => map.set(key, (map.get(key) ?? 0) + by);
  if (home.country !== null) bump(countries, home.country, 2);
  for (const { entries, shares, weight } of groups) {
    entries.forEach(({ kind, country, admin }, k) => {
      const share = shares[k]! * weight;
      if (country === null || share < 0.01) return;
      bump(countries, country, share);
      // Every name has a namesake in every state: only what is likely tells.
      if (admin !== '' && shares[k]! >= LIKELY)
        bump(states, `${country} ${admin}`, kind === 'state' ? share * STATE_TELLS : share);
    });
  }
  const next = groups.map((g, index) => {
    return sharesOf(scoresOf(g, groups, links[index]!, peers[index]!, countries, states));
  });
  for (const [index, shares] of next.entries()) groups[index]!.shares.set(shares);
}

function sharesOf(scores: ArrayLike<number>): Float64Array {
  const list = Array.from(scores);
  const top = Math.max(...list);
  const shares = Float64Array.from(list, (score) => Math.exp((score - top) * SHARPNESS));
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => share / sum);
}

const SHARPNESS = 1.5;
const LIKELY = 0.1;
/** A state that is named tells more of the state than a town in it. */
const STATE_TELLS = 1.5;

function scoresOf(
  g: Group,
  groups: readonly Group[],
  links: readonly (readonly Link[])[],
  peers: readonly number[],
  countries: ReadonlyMap<string, number>,
  states: ReadonlyMap<string, number>,
): number[] {
  const nearest = new Map<number, number>();
  const alike = alikeTo(peers.map((peer) => groups[peer]!));
  return g.entries.map(({ kind, country, admin, population }, k) => {
    nearest.clear();
    for (const { group, entry, near } of links[k]!) {
      const vote = near * groups[group]!.shares[entry]! * groups[group]!.weight;
      if (vote > (nearest.get(group) ?? 0)) nearest.set(group, vote);
    }
    let local = 0;
    for (const vote of nearest.values()) local += vote;
    const own = g.shares[k]! * g.weight;
    const told = g.shares[k]! >= LIKELY ? own : 0;
    const inCountry = country === null ? 0 : Math.max(0, (countries.get(country) ?? 0) - own);
    const inState =
      country === null || admin === ''
        ? 0
        : Math.max(0, (states.get(`${country} ${admin}`) ?? 0) - told * (kind === 'state' ? STATE_TELLS : 1));
    return (
      g.sizes[k]! +
      NEIGHBOUR_VOTE * Math.log2(1 + 2 * local) +
      STATE_VOTE * Math.log2(1 + inState) +
      COUNTRY_VOTE * Math.log2(1 + inCountry) +
      ALIKE_VOTE * alike(kind, population)
    );
  });
}

/** For each group those enumerated with it: "Boston, Detroit and Newark". */
function peersOf(groups: readonly Group[]): number[][] {
  const groupAt = new Map<number, number>();
  for (const [index, { mentions }] of groups.entries())
    for (const { start } of mentions) groupAt.set(start, index);
  const peers = groups.map(() => new Set<number>());
  const seen = new Set<number>();
  const all = groups.flatMap(({ mentions }) => mentions).sort((a, b) => a.start - b.start);
  const byStart = new Map(all.map((mention) => [mention.start, mention]));
  for (const first of all) {
    if (seen.has(first.start)) continue;
    const run: number[] = [];
    for (let at: Mention | undefined = first; at !== undefined; at = byStart.get(at.joinedNext ?? -1)) {
      seen.add(at.start);
      run.push(groupAt.get(at.start)!);
    }
    for (const a of run) for (const b of run) if (a !== b) peers[a]!.add(b);
  }
  return peers.map((found) => [...found]);
}

/**
 * How alike a reading is to those enumerated with it, 0 to 1: of a town its size (nothing at a tenth or tenfold), of a
 * state or country how many of them are that.
 */
function alikeTo(peers: readonly Group[]): (kind: GazetteerEntry['kind'], population: number) => number {
  if (peers.length === 0) return () => 0;
  let size = 0;
  let towns = 0;
  const kinds = new Map<GazetteerEntry['kind'], number>();
  for (const { entries, shares } of peers) {
    let share = 0;
    let sum = 0;
    for (const [k, { kind, population }] of entries.entries()) {
      kinds.set(kind, (kinds.get(kind) ?? 0) + shares[k]! / peers.length);
      if (kind !== 'town') continue;
      share += shares[k]!;
      sum += shares[k]! * Math.log10(100 + population);
    }
    if (share < 0.5) continue;
    size += sum / share;
    towns += 1;
  }
  return (kind, population) => {
    if (kind !== 'town') return kinds.get(kind) ?? 0;
    return towns === 0 ? 0 : Math.max(0, 1 - Math.abs(Math.log10(100 + population) - size / towns));
  };
}

function argmax(values: Float64Array): number {
  let best = 0;
  for (let k = 1; k < values.length; k++) if (values[k]! > values[best]!) best = k;
  return best;
}

function reasonOf(g: Group, best: number, links: readonly (readonly Link[])[], home: Home): PlaceReason {
  if (g.told) return 'told';
  if (g.entries.length === 1) return 'only';
  if (best === argmax(g.sizes)) return 'size';
  const near = links[best]!.some(({ near }) => near > 0.2);
  if (home.names.has(g.mentions[0]!.key)) return 'outlet';
  return near ? 'neighbours' : 'country';
}

function nearSure(groups: readonly Group[], g: Group, entry: GazetteerEntry): boolean {
  if (entry.lat === null || entry.lon === null) return false;
  return groups.some((other) => {
    if (other === g || !other.mentions.some(({ belief, demonym }) => belief >= SURE && !demonym))
      return false;
    const place = other.entries[argmax(other.shares)]!;
    if (place.kind !== 'town' && place.kind !== 'district') return false;
    if (place.lat === null || place.lon === null || entry.lat === null || entry.lon === null) return false;
    const narrow = Math.cos((entry.lat * Math.PI) / 180);
    return Math.hypot(place.lat - entry.lat, (place.lon - entry.lon) * narrow) * KM_PER_DEGREE <= SUPPORT;
  });
}
