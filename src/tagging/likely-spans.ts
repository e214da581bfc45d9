import type { Posteriors } from './crf.js';
import { beginOf, LABELS, type LabelledSpan, ROLES } from './labels.js';

/**
 * A span enters where it is at least so probable: the F1 of exact spans is highest at half of itself (Lipton, Elkan &
 * Naryanaswamy 2014), and what does best on held-out articles of polnear_train lies a little lower still.
 */
const ENOUGH = 0.3;
/** … or where it is this sure that some span of the role is there, and only its ends are not: then the likeliest. */
const SURE = 0.8;
/** What is less probable is not looked at. */
const CANDIDATE = 0.05;

interface Candidate extends LabelledSpan {
  readonly probability: number;
}

/**
 * Spans chosen one by one by their probability rather than as the one best path, since a path prefers two words with
 * doubtful ends to none. Spans that differ in marks at their ends (`isMark` of a word) are one and add up. They do not
 * overlap, and ascend.
 */
export function likelySpans(
  { marginals, goesOn }: Posteriors,
  length: number,
  isMark: (word: number) => boolean,
): LabelledSpan[] {
  const groups = new Map<string, { best: Candidate; first: number; end: number; total: number }>();
  const cover = ROLES.map(() => new Float64Array(length + 1));
  const add = (candidate: Candidate): void => {
    let first = candidate.from;
    let end = candidate.to;
    while (first < end && isMark(first)) first++;
    while (end > first && isMark(end - 1)) end--;
    if (first === end) return;
    const { role, probability } = candidate;
    const own = cover[ROLES.indexOf(role)]!;
    own[first]! += probability;
    own[end]! -= probability;
    const key = `${role} ${first} ${end}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { best: candidate, first, end, total: probability });
    else {
      group.total += probability;
      if (probability > group.best.probability) group.best = candidate;
    }
  };
  for (const role of ROLES) {
    const begin = beginOf(role);
    for (let from = 0; from < length; from++) {
      // The probability that a span has begun here and lasts up to the word before `to`.
      let lasts = marginals[from * LABELS + begin]!;
      for (let to = from + 1; lasts >= CANDIDATE; to++) {
        const on = to < length ? goesOn[(to - 1) * LABELS + (to - 1 === from ? begin : begin + 1)]! : 0;
        const probability = lasts * (1 - on);
        if (probability >= CANDIDATE) add({ role, from, to, probability });
        lasts *= on;
      }
    }
  }
  for (const own of cover) for (let i = 1; i < length; i++) own[i]! += own[i - 1]!;
  const taken = new Uint8Array(length);
  const chosen: LabelledSpan[] = [];
  const ranked = [...groups.values()].sort((a, b) => b.total - a.total || a.first - b.first || a.end - b.end);
  for (const { best, first, end, total } of ranked) {
    const { role, from, to } = best;
    if (total < ENOUGH && !surely(cover[ROLES.indexOf(role)]!, first, end)) continue;
    if (taken.subarray(first, end).includes(1)) continue;
    // Marks at its ends may be another's.
    let start = from;
    let stop = to;
    while (taken[start] === 1) start++;
    while (taken[stop - 1] === 1) stop--;
    taken.fill(1, start, stop);
    chosen.push({ role, from: start, to: stop });
  }
  return chosen.sort((a, b) => a.from - b.from);
}

function surely(cover: Float64Array, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (cover[i]! >= SURE) return true;
  return false;
}
