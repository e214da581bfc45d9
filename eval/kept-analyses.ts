import type { Analysis } from '../src/model/analysis.js';
import type { Tier } from '../src/model/settings.js';

const kept = new Map<Tier, Map<string, Analysis>>();

/** Analyses that an earlier scorer of this run made in a tier; several read the same articles. */
export function analysesOf(tier: Tier): Analysis[] {
  return [...(kept.get(tier)?.values() ?? [])];
}

export function keepAnalyses(tier: Tier, analyses: readonly Analysis[]): void {
  const known = kept.get(tier) ?? new Map<string, Analysis>();
  for (const analysis of analyses) known.set(analysis.key, analysis);
  kept.set(tier, known);
}
