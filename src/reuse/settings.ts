/** What counts as reuse, in the words of those who look for it. */
import type { Acceptance } from './kernel/align.js';
import { LONG_GRAM } from './kernel/postings.js';
import { SURE_RUN } from './kernel/seeds.js';

export interface ReuseOptions {
  /**
   * An exact run of this many words is a passage (words `\w+`, case and accents folded); from 8 on, 12 if not said. An
   * edited passage has as many words in common.
   */
  readonly minWords?: number;
  /**
   * How much editing is tolerated: the least share of words, 0 to 1, that an edited passage must have in common with its
   * longer side; .4 if not said, 1 for exact runs alone.
   */
  readonly minShare?: number;
  /** Finds shorter and more heavily edited passages, in several times the time. Asked for too by fewer words than 12. */
  readonly thorough?: boolean;
  /** No pairs within one outlet. */
  readonly ignoreSameOutlet?: boolean;
}

export interface ReuseSettings {
  readonly acceptance: Acceptance;
  /** All 4-grams are seeds, not those alone that hashing picks. */
  readonly every: boolean;
  /** Tokens of a lengthened seed. */
  readonly longGram: number;
  readonly mostCompared: number;
  readonly ignoreSameOutlet: boolean;
}

/** With every 4-gram a seed, a run of eight words holds two that do not overlap; shorter ones are any phrase. */
const LEAST_WORDS = 8;
/**
 * Edited text has no long run: this many matched words, at this share of the longer side (notes/text-reuse.md; chance
 * 3-grams of unrelated news stay under it).
 */
const MIN_MATCHED = 14;
const MIN_SHARE = 0.4;
/**
 * Entries of a group that an entry is compared with. Keeps what all the world says linear; families larger than this
 * stay connected, since each copy meets those next to it (notes: a cap of 500 lost nothing, 100 lost families).
 */
const MOST_COMPARED = 768;

/** Throws RangeError for values that make no sense. */
export function reuseSettings(options: ReuseOptions = {}): ReuseSettings {
  const { minWords = SURE_RUN, minShare = MIN_SHARE, thorough = false, ignoreSameOutlet = false } = options;
  if (!Number.isInteger(minWords) || minWords < LEAST_WORDS)
    throw new RangeError(
      `the fewest words shared must be a whole number from ${LEAST_WORDS} up, not ${minWords}`,
    );
  if (!(minShare > 0 && minShare <= 1))
    throw new RangeError(`the least share of words must lie above 0 and up to 1, not ${minShare}`);
  const every = thorough || minWords < SURE_RUN;
  return {
    acceptance: {
      run: minWords,
      matched: Math.max(minWords, MIN_MATCHED),
      density: minShare,
    },
    every,
    longGram: every ? LEAST_WORDS : LONG_GRAM,
    mostCompared: MOST_COMPARED,
    ignoreSameOutlet,
  };
}
