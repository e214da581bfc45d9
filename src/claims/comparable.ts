/** Which statements can say one thing at all, by what sort of statement they are. */
import { disowned } from './denials.js';
import { differingSlots } from './slots.js';
import { type Candidate, itemKey } from './statements.js';

/** An act of speech and what was said ("she criticised her sister's stance", "she is dead wrong on it"), or one that was not seen to be one. Read on the events of claim_pairs at .75, .85, .9. */
const ACT_THRESHOLD = 0.85;

/** Two lists are of the same things where most of the shorter stands in the longer. */
const LIST_OVERLAP = 0.5;

/** Lists are compared with lists, acts of speech with acts of speech, what is denied with what is denied. `p`: that both say one thing. */
export function comparable(x: Candidate, y: Candidate, p = 0): boolean {
  if (disowned(x) !== disowned(y)) return false;
  if (
    x.assertion.aboutSpeech !== y.assertion.aboutSpeech &&
    (p < ACT_THRESHOLD || differingSlots(x, y).length > 0)
  )
    return false;
  if (x.assertion.kind !== 'list' && y.assertion.kind !== 'list') return true;
  if (x.assertion.kind !== y.assertion.kind) return false;
  const [a, b] = [x, y].map((c) => new Set(c.draft.focus.map((f) => itemKey(f.exact)))) as [
    Set<string>,
    Set<string>,
  ];
  const shared = [...a].filter((item) => b.has(item)).length;
  return shared >= LIST_OVERLAP * Math.min(a.size, b.size);
}
