import type { PlaceReason } from '../../model/vocabulary.js';
import { SURE } from './belief.js';
import { alikeTo, peersOf } from './enumerated.js';
import type { GazetteerEntry } from './gazetteer.js';
import type { Home } from './home.js';
import type { Mention } from './mentions.js';
import { type Group, group, homeGroups, sharesOf, toldNextTo } from './namesakes.js';
import { argmax, type Link, nearSure, neighbours } from './neighbours.js';

export interface Resolved {
  readonly mention: Mention;
  readonly entry: GazetteerEntry;
  readonly reason: PlaceReason;
  /** Another place that is sure lies near, or it is sure itself. */
  readonly supported: boolean;
}

/*
 * How much a place weighs by its size (decimal logarithm), its neighbours, its state, its country and those enumerated
 * with it. Chosen on geo_lgl and geo_trnews, documents of even and of odd number apart.
 */
const NEIGHBOUR_VOTE = 1.7;
const STATE_VOTE = 0.9;
/** For a town as large as those enumerated with it. */
const ALIKE_VOTE = 1.5;
const COUNTRY_VOTE = 0.6;
const ROUNDS = 3;

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

function reasonOf(g: Group, best: number, links: readonly (readonly Link[])[], home: Home): PlaceReason {
  if (g.told) return 'told';
  if (g.entries.length === 1) return 'only';
  if (best === argmax(g.sizes)) return 'size';
  const near = links[best]!.some(({ near }) => near > 0.2);
  if (home.names.has(g.mentions[0]!.key)) return 'outlet';
  return near ? 'neighbours' : 'country';
}
