/** Winnowing (Schleimer, Wilkerson, Aiken 2003) over rolling hashes of k tokens. */
import type { Uint32List } from './grow.js';

/** Tokens a fingerprint covers. Shorter ones are common phrases, longer ones miss edited text. */
export const GRAM = 5;
/** Of every WINDOW consecutive grams one is kept: a shared run of 2·WINDOW + GRAM − 1 = 12 tokens shares two. */
export const WINDOW = 4;

const BASE = 0x01000193;
let power = 1;
for (let i = 1; i < GRAM; i++) power = Math.imul(power, BASE);
const TOP_POWER = power;

/** Spreads a sum's bits, so that the least gram of a window is a fair draw (the finaliser of MurmurHash3). */
export function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * Appends the fingerprints of tokens `from` … `to`: the hash of a gram and the index of its first token. Of equal
 * least grams in a window the rightmost counts. A text of fewer tokens than GRAM has none.
 */
export function fingerprint(
  tokens: Uint32Array,
  from: number,
  to: number,
  hashes: Uint32List,
  positions: Uint32List,
): void {
  const grams = to - from - GRAM + 1;
  if (grams <= 0) return;
  let rolling = 0;
  for (let i = 0; i < GRAM - 1; i++) rolling = (Math.imul(rolling, BASE) + tokens[from + i]!) | 0;

  const recent = new Uint32Array(WINDOW);
  let leastAt = -1;
  let least = 0;
  for (let g = 0; g < grams; g++) {
    rolling = (Math.imul(rolling, BASE) + tokens[from + g + GRAM - 1]!) | 0;
    const hash = mixed(rolling);
    rolling = (rolling - Math.imul(tokens[from + g]!, TOP_POWER)) | 0;
    recent[g % WINDOW] = hash;

    const full = g >= WINDOW - 1 || g === grams - 1;
    const before = leastAt;
    if (leastAt < 0 || hash <= least) {
      least = hash;
      leastAt = g;
    } else if (g - leastAt >= WINDOW) {
      leastAt = g - WINDOW + 1;
      least = recent[leastAt % WINDOW]!;
      for (let k = leastAt + 1; k <= g; k++) {
        const other = recent[k % WINDOW]!;
        if (other <= least) {
          least = other;
          leastAt = k;
        }
      }
    }
    // Until the first window is full its least gram may still change, so it is kept only then.
    if (full && (leastAt !== before || g === WINDOW - 1 || grams < WINDOW)) {
      hashes.push(least);
      positions.push(from + leastAt);
    }
  }
}
