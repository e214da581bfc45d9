import type { GazetteerEntry } from './gazetteer.js';
import type { Mention } from './mentions.js';
import type { Group } from './namesakes.js';

/** For each group those enumerated with it: "Boston, Detroit and Newark". */
export function peersOf(groups: readonly Group[]): number[][] {
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
export function alikeTo(
  peers: readonly Group[],
): (kind: GazetteerEntry['kind'], population: number) => number {
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
