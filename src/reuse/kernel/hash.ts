/** FNV-1a, the hash of lines and stretches: one multiplication a token, no state beyond the number. As in assembly/tokens.ts. */
export const FNV_SEED = 0x811c9dc5 | 0;
export const FNV_PRIME = 0x01000193;

/** Spreads the bits of a sum, so that any of them is a fair draw (the finaliser of MurmurHash3). Unsigned. */
export function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
