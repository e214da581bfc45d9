/** The same entries in an array with room for at least `need`, doubled so that growing stays linear. */
export function grown(array: Uint32Array, need: number): Uint32Array {
  if (need <= array.length) return array;
  const larger = new Uint32Array(Math.max(need, array.length * 2));
  larger.set(array);
  return larger;
}

/** A list of unsigned 32-bit numbers that grows. */
export class Uint32List {
  length = 0;
  values: Uint32Array = new Uint32Array(1024);

  push(value: number): void {
    if (this.length === this.values.length) this.values = grown(this.values, this.length + 1);
    this.values[this.length++] = value;
  }
}
