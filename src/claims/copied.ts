/** Statements that a passage carries from one account to another. */
import type { Passage } from '../model/record.js';
import type { Span } from '../model/span.js';
import { comparable } from './comparable.js';
import type { Candidate } from './statements.js';

/** A statement is in a passage where this much of its focus is: "most of its words". */
export const MOST = 0.5;

/** Copies of one statement keep at least this much of their words: below it a passage holds two different clauses. */
const COPY_OVERLAP = 0.6;

/** Part of the focus that lies in a span. */
export function coverage(candidate: Candidate, span: Span): number {
  let inside = 0;
  let size = 0;
  for (const f of candidate.draft.focus) {
    size += f.end - f.start;
    inside += Math.max(0, Math.min(f.end, span.end) - Math.max(f.start, span.start));
  }
  return size === 0 ? 0 : inside / size;
}

/** Pairs of statements that one passage carries in both documents, each with its best partner. */
export function copiedPairs(
  all: readonly Candidate[],
  passages: readonly Passage[],
): (readonly [number, number])[] {
  const byDoc = new Map<string, Candidate[]>();
  for (const candidate of all) {
    const known = byDoc.get(candidate.draft.doc);
    if (known) known.push(candidate);
    else byDoc.set(candidate.draft.doc, [candidate]);
  }
  const pairs: (readonly [number, number])[] = [];
  for (const passage of passages) {
    const left = (byDoc.get(passage.a.doc) ?? []).filter((c) => coverage(c, passage.a) >= MOST);
    const right = (byDoc.get(passage.b.doc) ?? []).filter((c) => coverage(c, passage.b) >= MOST);
    for (const x of left) {
      let best: Candidate | null = null;
      let most = COPY_OVERLAP;
      for (const y of right) {
        if (!comparable(x, y)) continue;
        const shared = overlap(x.words, y.words);
        if (shared > most || (shared === most && best === null)) [best, most] = [y, shared];
      }
      if (best) pairs.push([x.index, best.index]);
    }
  }
  return pairs;
}

/** Shared words over the words of the longer, as multisets. */
export function overlap(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const n = left.get(word) ?? 0;
    if (n > 0) {
      shared += 1;
      left.set(word, n - 1);
    }
  }
  return shared / Math.max(a.length, b.length, 1);
}
