/** Sorts indices by 32-bit keys (least significant digit radix sort), equal keys as they are. */

const RADIX_BITS = 11;
const RADIX = 1 << RADIX_BITS;

export class RadixSorter {
  /** The indices to sort, then in order. */
  order = new Uint32Array(0);
  private next = new Uint32Array(0);
  private readonly digits = new Uint32Array(RADIX);

  reserve(count: number): void {
    if (count <= this.order.length) return;
    this.order = new Uint32Array(count * 2);
    this.next = new Uint32Array(count * 2);
  }

  /** Sorts the first `count` of `order`. */
  sort(keys: Uint32Array, count: number): void {
    const { digits } = this;
    for (let shift = 0; shift < 32; shift += RADIX_BITS) {
      digits.fill(0);
      const { order, next } = this;
      for (let i = 0; i < count; i++) digits[(keys[order[i]!]! >>> shift) & (RADIX - 1)]!++;
      let at = 0;
      for (let digit = 0; digit < RADIX; digit++) {
        const size = digits[digit]!;
        digits[digit] = at;
        at += size;
      }
      for (let i = 0; i < count; i++) {
        const index = order[i]!;
        next[digits[(keys[index]! >>> shift) & (RADIX - 1)]!++] = index;
      }
      this.order = next;
      this.next = order;
    }
  }
}

/** The indices order[start … end] sorted by a key of each, equal keys as they are; `keys` in that order beside them. */
export function sortedBy(
  order: Uint32Array,
  start: number,
  end: number,
  keyOf: (index: number) => number,
): { readonly sorted: Uint32Array; readonly keys: Uint32Array } {
  const count = end - start;
  // A key above a number in 64 bits, which the platform sorts by itself.
  const numbered = new BigUint64Array(count);
  const halves = new Uint32Array(numbered.buffer);
  for (let i = 0; i < count; i++) {
    halves[2 * i] = i;
    halves[2 * i + 1] = keyOf(order[start + i]!);
  }
  numbered.sort();
  const sorted = new Uint32Array(count);
  const keys = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    sorted[i] = order[start + halves[2 * i]!]!;
    keys[i] = halves[2 * i + 1]!;
  }
  return { sorted, keys };
}
