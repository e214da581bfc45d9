/** A glance at the words around a shared seed, which tells most chance pairs before they are aligned. */
import { PLACE } from './postings.js';
import type { SharedSeeds } from './runs.js';
import { GRAM } from './seeds.js';
import type { Sides } from './sides.js';

/** Pairs with more shared seeds than this are seldom chance: they are not looked at. */
const FEW_SEEDS = 4;
/**
 * Tokens looked at before and behind a seed. On bench/corpus.ts (seed 1, 100,000 articles) it spares 83 of a hundred chance
 * pairs with up to four seeds from alignment, and with them 7 in 10,000 of those that have an edited passage; 16 would
 * spare 58, 10 lose 5 in 1,000. An exact run of twelve lies within it.
 */
const AROUND = 12;
/** Seeds this near to one looked at have its neighbours. */
const NEAR = 4;

/** By token: the number of the last window on the second side that has it. */
const lastWindow = new Uint8Array(0x10000);
let window = 0;

/** Whether the words around one of the seeds, of which there are few, have as many in common as `least`. */
export function mayMatch(sides: Sides, { count, places, otherPlaces }: SharedSeeds, least: number): boolean {
  if (count > FEW_SEEDS) return true;
  for (let s = 0; s < count; s++) {
    const x = places[s]!;
    const y = otherPlaces[s]! & PLACE;
    if (s > 0 && Math.abs(x - places[s - 1]!) < NEAR && Math.abs(y - (otherPlaces[s - 1]! & PLACE)) < NEAR)
      continue;
    if (commonAround(sides, x, y) >= least) return true;
  }
  return false;
}

/** Tokens around a place on the first side that stand around one on the second, in any order. */
function commonAround({ x: xs, y: ys, xFrom, yFrom, xLength, yLength }: Sides, x: number, y: number): number {
  if (++window > 0xff) {
    lastWindow.fill(0);
    window = 1;
  }
  const endY = yFrom + Math.min(y + GRAM + AROUND, yLength);
  for (let at = yFrom + Math.max(0, y - AROUND); at < endY; at++) lastWindow[ys[at]!] = window;
  const endX = xFrom + Math.min(x + GRAM + AROUND, xLength);
  let count = 0;
  for (let at = xFrom + Math.max(0, x - AROUND); at < endX; at++) {
    if (lastWindow[xs[at]!] === window) count++;
  }
  return count;
}
