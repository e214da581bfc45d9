import type { GazetteerEntry } from './gazetteer.js';

/** A mention that may be of any of several places. */
export interface Toponym {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly sentence: number;
  readonly entries: readonly GazetteerEntry[];
  readonly demonym: boolean;
  readonly literal: boolean;
  /** Believed only where another mention of the name is sure. */
  readonly weak: boolean;
  /** Offset of the capitalised word behind a comma: there stands a state or country, or the next of a list. */
  readonly commaNext: number | null;
}

/** "Boston, New York, Detroit" lists towns: the second is a town too, and the first is far better known elsewhere. */
function isListing(toponym: Toponym, fits: GazetteerEntry, next: Toponym): boolean {
  const largest = toponym.entries.find((entry) => entry.kind === 'town')!.population;
  return (
    next.entries.some((entry) => entry.kind === 'town' && entry.population >= 100_000) &&
    fits.population * 20 < largest
  );
}

/** How much one more mention of its country or state is worth to a reading; chosen on samples of geo_lgl and geo_trnews. */
const COUNTRY_VOTE = 0.35;
const ADMIN_VOTE = 0.9;
const HINT = 100;

/** The reading of each mention: the state or country named behind it, else size and what else the document names. */
export function choose(
  toponyms: readonly Toponym[],
): { readonly toponym: Toponym; readonly entry: GazetteerEntry }[] {
  const byStart = new Map(toponyms.map((toponym) => [toponym.start, toponym]));
  const countries = new Map<string, number>();
  const admins = new Map<string, number>();
  const bump = (map: Map<string, number>, key: string, by: number) => map.set(key, (map.get(key) ?? 0) + by);
  const hinted = new Map<Toponym, GazetteerEntry>();
  const hintOf = new Set<number>();
  for (const toponym of toponyms) {
    if (toponym.commaNext === null) continue;
    const next = byStart.get(toponym.commaNext);
    const region = next?.entries.find((entry) => entry.kind !== 'town');
    if (next === undefined || region === undefined) continue;
    const fits = toponym.entries.find(
      (entry) =>
        entry.kind === 'town' &&
        entry.country === region.country &&
        (region.kind === 'country' || entry.admin === region.admin),
    );
    if (fits === undefined) continue;
    if (isListing(toponym, fits, next)) continue;
    hinted.set(toponym, fits);
    hintOf.add(next.start);
    hinted.set(next, region);
  }
  for (const toponym of toponyms) {
    const sure =
      hinted.get(toponym) ??
      (toponym.entries[0]!.kind !== 'town' &&
      (toponym.entries.length === 1 || toponym.entries[0]!.kind === 'country')
        ? toponym.entries[0]!
        : null);
    if (sure !== null) {
      if (sure.country !== null) bump(countries, sure.country, 1);
      if (sure.country !== null && sure.admin !== '') bump(admins, `${sure.country} ${sure.admin}`, 1);
      continue;
    }
    const weight = 1 / Math.min(5, toponym.entries.length);
    const seen = new Set<string>();
    for (const entry of toponym.entries) {
      const admin = `${entry.country} ${entry.admin}`;
      if (entry.admin === '' || seen.has(admin)) continue;
      seen.add(admin);
      bump(admins, admin, weight * 0.5);
    }
  }
  const chosen = new Map<string, GazetteerEntry>();
  for (const [toponym, entry] of hinted) if (!chosen.has(toponym.name)) chosen.set(toponym.name, entry);
  return toponyms.map((toponym) => {
    const known = hinted.get(toponym) ?? (toponym.demonym ? undefined : chosen.get(toponym.name));
    if (known !== undefined) return { toponym, entry: known };
    let best = toponym.entries[0]!;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const entry of toponym.entries) {
      const score =
        Math.log10(1 + entry.population) +
        COUNTRY_VOTE * Math.min(HINT, Math.log2(1 + (countries.get(entry.country ?? '') ?? 0))) +
        ADMIN_VOTE * Math.log2(1 + (admins.get(`${entry.country} ${entry.admin}`) ?? 0));
      if (score > bestScore) {
        best = entry;
        bestScore = score;
      }
    }
    return { toponym, entry: best };
  });
}
