import { SURE } from './belief.js';
import type { GazetteerEntry } from './gazetteer.js';
import type { Group } from './namesakes.js';

/** In km: how far a neighbour tells, and how far it tells anything. */
const NEAR = 80;
const FAR = 300;

/** A weak mention is believed with a sure place so near, in km. */
const SUPPORT = 60;

/** A reading of another name that lies near a reading: how near, 0 to 1. */
export interface Link {
  readonly group: number;
  readonly entry: number;
  readonly near: number;
}

/** For each reading of each group the readings of other groups in reach. */
export function neighbours(groups: readonly Group[]): Link[][][] {
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

export function argmax(values: Float64Array): number {
  let best = 0;
  for (let k = 1; k < values.length; k++) if (values[k]! > values[best]!) best = k;
  return best;
}

export function nearSure(groups: readonly Group[], g: Group, entry: GazetteerEntry): boolean {
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
