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

/** Units that share less than this part of the lighter one's weight: no pair of claim_pairs with less than .19 reaches .3. */
const LEAST_SHARED = 0.16;

/** Pairs given between two sets of equal units, or within one; more of them tell nothing new. */
const SPREAD = 200;

/**
 * Pairs of units that may assert the same, a < b, in order: by an inverted index over the rarer words, so that a
 * story of tens of thousands of units stays near-linear. Units that are equal in words and slots
 * (`PreparedUnits.first`) are looked up once; where there are many, not all their pairs are given (see SPREAD).
 */
export function candidates(prepared: PreparedUnits): Pair[] {
  const { units, first, weights } = prepared;
  const postings: number[][] = Array.from(weights, () => []);
  units.forEach((unit, index) => {
    if (first[index] === index) for (const id of unit.words.ids) postings[id]!.push(index);
  });

  const equals = new Map<number, number[]>();
  first.forEach((unit, index) => {
    const known = equals.get(unit);
    if (known === undefined) equals.set(unit, [index]);
    else known.push(index);
  });
  const pairs: Pair[] = [];
  for (const group of equals.values()) spread(group, group, pairs);
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
        const key = Math.min(index, other) * units.length + Math.max(index, other);
        if (kept.has(key)) return;
        kept.add(key);
        spread(equals.get(index)!, equals.get(other)!, pairs);
      });
    for (const other of touched) score[other] = 0;
  });
  return pairs.sort((x, y) => x.a - y.a || x.b - y.b);
}

/** All pairs between two sets of units or within one, those of the first items first, up to SPREAD. */
function spread(left: readonly number[], right: readonly number[], pairs: Pair[]): void {
  let room = SPREAD;
  for (const x of left) {
    for (const y of right) {
      if (left === right ? x >= y : x === y) continue;
      if (room-- === 0) return;
      pairs.push(x < y ? { a: x, b: y } : { a: y, b: x });
    }
  }
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
