import { Tier } from '../src/model/settings.js';
import { findAttributions } from '../src/pipeline.js';

/** The tiers that can be scored here, the fast one first; `tell` hears why another cannot. */
export function tiersAvailable(tell: (why: string) => void = () => {}): readonly Tier[] {
  return Tier.options.filter((tier) => {
    try {
      findAttributions('“Yes,” she said.', { tier });
      return true;
    } catch (error) {
      tell(`${tier} is not scored: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  });
}
