import type { PreparedUnits } from './prepare.js';

export interface Pair {
  readonly a: number;
  readonly b: number;
}

/** A word in more units than this finds no candidates, unless it is among the rarest of its unit. */
const COMMON = 300;

/** Words of a unit that always look for candidates, however common: the rarest ones. */
const ALWAYS = 3;

/** No more units than this are visited for one word, the nearest in order: bounds a word that every account has. */
const VISITED = 1_000;

/** Candidates kept for a unit, by shared weight: more accounts of one claim are held together by chains of them. */
const KEPT = 60;

/** Units that share less than this part of the lighter one's weight never reach one half. Chosen on claim_pairs. */
const LEAST_SHARED = 0.12;

/**
 * Pairs of units that may assert the same, a < b, in order: by an inverted index over the rarer words, so that a
 * story of tens of thousands of units stays near-linear. Of units that are equal (`PreparedUnits.first`) only the
 * first takes part; the caller joins equals beforehand.
 */
export function candidates(prepared: PreparedUnits): Pair[] {
  const { units, first, weights } = prepared;
  const postings: number[][] = Array.from(weights, () => []);
  units.forEach((unit, index) => {
    if (first[index] === index) for (const id of unit.words.ids) postings[id]!.push(index);
  });

  const pairs: Pair[] = [];
  const kept = new Set<number>();
  const score = new Float64Array(units.length);
  units.forEach(({ words }, index) => {
    if (first[index] !== index) return;
    const touched: number[] = [];
    const byRarity = [...words.ids].sort((x, y) => postings[x]!.length - postings[y]!.length || x - y);
    byRarity.forEach((id, rank) => {
      const posting = postings[id]!;
      if (posting.length > COMMON && rank >= ALWAYS) return;
      const from = firstNear(posting, index);
      for (let k = from; k < Math.min(posting.length, from + VISITED); k++) {
        const other = posting[k]!;
        if (other === index) continue;
        if (score[other] === 0) touched.push(other);
        score[other]! += weights[id]! + Number.MIN_VALUE;
      }
    });
    touched
      .filter((other) => score[other]! >= LEAST_SHARED * Math.min(words.sum, units[other]!.words.sum))
      .sort((x, y) => score[y]! - score[x]! || x - y)
      .slice(0, KEPT)
      .forEach((other) => {
        const a = Math.min(index, other);
        const b = Math.max(index, other);
        const key = a * units.length + b;
        if (kept.has(key)) return;
        kept.add(key);
        pairs.push({ a, b });
      });
    for (const other of touched) score[other] = 0;
  });
  return pairs.sort((x, y) => x.a - y.a || x.b - y.b);
}

/** Where in an ascending posting the window of those nearest to `index` begins. */
function firstNear(posting: readonly number[], index: number): number {
  if (posting.length <= VISITED) return 0;
  let low = 0;
  let high = posting.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (posting[middle]! < index) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, Math.min(low - VISITED / 2, posting.length - VISITED));
}
