import { ADJECTIVE_CUES, EAGER_ADJECTIVES } from '../language/en/cues.js';
import { CLAUSE_OPENERS } from '../language/en/phrase-bounds.js';
import type { Token } from '../text/parsed.js';
import { type CueGroup, OBJECT, THINK, WANT } from './cues.js';

const BE =
  /^(?:is|are|was|were|be|been|being|'s|’s|'re|’re|am|'m|’m|remains?|remained|seems?|seemed|feels?|felt|grew|becomes?|became)$/;
const BEFORE = /^(?:not|n't|n’t|never|has|have|had|'ve|will|would|may|might)$/;

/** "is worried that", "was confident about", "are determined to": an attitude told by an adjective at word `i`, or null. */
export function adjectiveCue(words: readonly Token[], i: number): CueGroup | null {
  const { norm } = words[i]!;
  const eager = EAGER_ADJECTIVES.has(norm);
  if (!eager && !ADJECTIVE_CUES.has(norm)) return null;
  let from = i - 1;
  while (from > 0 && words[from]!.pos === 'ADV' && i - from < 4) from--;
  if (from < 1 || !BE.test(words[from]!.norm)) return null;
  let negated = false;
  while (from > 1 && (BEFORE.test(words[from - 1]!.norm) || words[from - 1]!.pos === 'AUX')) {
    from--;
    negated ||= /^(?:not|n't|n’t|never)$/.test(words[from]!.norm);
  }
  negated ||= words.slice(from, i).some((w) => /^(?:not|n't|n’t|never)$/.test(w.norm));
  const next = words[i + 1]?.norm ?? '';
  const make = (takes: number, to: number): CueGroup => ({
    from,
    to,
    verb: i,
    lemma: `be_${norm}`,
    takes,
    voice: 'finite',
    negated,
  });
  if (next === 'to') return eager ? make(WANT, i + 1) : null;
  if (eager) return null;
  if (next === 'about' || next === 'of') return make(OBJECT, i + 2);
  return CLAUSE_OPENERS.has(next) && next !== 'when' && next !== 'where' && next !== 'who'
    ? make(THINK, i + 1)
    : null;
}
