/** Large families of copies, seen from shared fingerprints alone: their pairs are cut down before they are aligned. */
import type { Candidates } from './kernel/candidates.js';
import type { Corpus } from './kernel/corpus.js';

/** In a family of more documents than this, passages are those of each member with the fullest member (DESIGN §3). */
export const LARGE_FAMILY = 20;
/** Two documents belong to one family if they share this part of the shorter one's fingerprints. */
const FAMILY_SHARE = 0.5;

/** Pairs of documents, side by side. */
export interface Pairs {
  readonly length: number;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
}

/** The candidate pairs, those inside a large family replaced by each member's with its fullest (longest, first) member. */
export function withFullestOnly(corpus: Corpus, candidates: Candidates): Pairs {
  const family = new Uint32Array(corpus.length);
  for (let doc = 0; doc < corpus.length; doc++) family[doc] = doc;
  const find = (doc: number): number => {
    let root = doc;
    while (family[root] !== root) root = family[root]!;
    for (let at = doc; family[at] !== root; ) {
      const up = family[at]!;
      family[at] = root;
      at = up;
    }
    return root;
  };
  const fingerprints = (doc: number) => corpus.fingerprintStarts[doc + 1]! - corpus.fingerprintStarts[doc]!;
  for (let c = 0; c < candidates.length; c++) {
    const a = candidates.earlier[c]!;
    const b = candidates.later[c]!;
    if (candidates.seeds[c]! < FAMILY_SHARE * Math.min(fingerprints(a), fingerprints(b))) continue;
    const rootA = find(a);
    const rootB = find(b);
    family[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }

  const sizes = new Uint32Array(corpus.length);
  const fullest = new Uint32Array(corpus.length);
  for (let doc = 0; doc < corpus.length; doc++) {
    const root = find(doc);
    if (sizes[root]!++ === 0) fullest[root] = doc;
    else if (tokens(corpus, doc) > tokens(corpus, fullest[root]!)) fullest[root] = doc;
  }
  const a: number[] = [];
  const b: number[] = [];
  for (let c = 0; c < candidates.length; c++) {
    const earlier = candidates.earlier[c]!;
    const later = candidates.later[c]!;
    const root = find(earlier);
    if (root === find(later) && sizes[root]! > LARGE_FAMILY) continue;
    a.push(earlier);
    b.push(later);
  }
  for (let doc = 0; doc < corpus.length; doc++) {
    const root = find(doc);
    if (sizes[root]! <= LARGE_FAMILY || fullest[root] === doc) continue;
    a.push(Math.min(doc, fullest[root]!));
    b.push(Math.max(doc, fullest[root]!));
  }
  return { length: a.length, a: Uint32Array.from(a), b: Uint32Array.from(b) };
}

function tokens(corpus: Corpus, doc: number): number {
  return corpus.tokenStarts[doc + 1]! - corpus.tokenStarts[doc]!;
}
