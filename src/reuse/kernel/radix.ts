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
