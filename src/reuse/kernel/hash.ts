/** FNV-1a, the hash of words and lines: one multiplication a letter, no state beyond the number. */
export const FNV_SEED = 0x811c9dc5 | 0;
export const FNV_PRIME = 0x01000193;

/** The hash with one more unit folded in, as a signed 32-bit number. */
export function fold(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, FNV_PRIME);
}
