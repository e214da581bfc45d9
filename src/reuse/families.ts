/** Large families of copies, seen from shared seeds alone: their pairs are cut down before they are aligned. */
import { type Corpus, tokenCount } from './corpus.js';
import type { Evidence } from './kernel/pairs.js';

/** In a family of more documents than this, passages are those of each member with the fullest member (DESIGN §3). */
const LARGE_FAMILY = 20;
/** Two documents belong to one family if they share this part of the seeds that the shorter one may be expected to have. */
const FAMILY_SHARE = 0.5;

/** A pair of documents, a before b, and the seeds that they share. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly seeds: number;
  readonly evidence: Exclude<Evidence, 'none'>;
}

/**
 * The pairs by document, those inside a large family replaced by each member's with its fullest (longest, first) member.
 * `density`: seeds a token.
 */
export function withFullestOnly(corpus: Corpus, pairs: readonly Pair[], density: number): Pair[] {
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
  for (const { a, b, seeds } of pairs) {
    const shorter = Math.min(tokenCount(corpus, a), tokenCount(corpus, b));
    if (seeds < FAMILY_SHARE * density * shorter) continue;
    const rootA = find(a);
    const rootB = find(b);
    family[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }

  const sizes = new Uint32Array(corpus.length);
  const fullest = new Uint32Array(corpus.length);
  for (let doc = 0; doc < corpus.length; doc++) {
    const root = find(doc);
    if (sizes[root]!++ === 0) fullest[root] = doc;
    else if (tokenCount(corpus, doc) > tokenCount(corpus, fullest[root]!)) fullest[root] = doc;
  }
  const kept = pairs.filter(({ a, b }) => find(a) !== find(b) || sizes[find(a)]! <= LARGE_FAMILY);
  for (let doc = 0; doc < corpus.length; doc++) {
    const root = find(doc);
    const full = fullest[root]!;
    if (sizes[root]! <= LARGE_FAMILY || full === doc) continue;
    kept.push({ a: Math.min(doc, full), b: Math.max(doc, full), seeds: 0, evidence: 'agreeing' });
  }
  return kept.sort((p, q) => p.b - q.b || p.a - q.a);
}
