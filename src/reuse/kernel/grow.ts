/** Flat lists that grow: doubled when full, so that growing stays linear. */

/** The same entries in an array with room for at least `need`. */
export function grown<T extends Uint8Array | Uint16Array | Uint32Array>(array: T, need: number): T {
  if (need <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => T)(Math.max(need, array.length * 2));
  larger.set(array as never);
  return larger;
}

/** A list of unsigned 32-bit numbers that grows. */
export class Uint32List {
  length = 0;
  values: Uint32Array = new Uint32Array(64);

  push(value: number): void {
    if (this.length === this.values.length) this.values = grown(this.values, this.length + 1);
    this.values[this.length++] = value;
  }
}
