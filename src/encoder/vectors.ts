/** Vectors of length one, and as strings, so that they are plain serialisable values: a byte a number, in base64. */

const MOST = 127;

/** Only the direction is kept: the greatest number becomes 127. */
export function packVector(vector: Float32Array): string {
  let peak = 0;
  for (const x of vector) peak = Math.max(peak, Math.abs(x));
  const bytes = Int8Array.from(vector, (x) => (peak === 0 ? 0 : Math.round((x / peak) * MOST)));
  return Buffer.from(bytes.buffer).toString('base64');
}

/** The vector of `packVector`, of length one. */
export function unpackVector(packed: string): Float32Array {
  const bytes = Buffer.from(packed, 'base64');
  return lengthOne(Float32Array.from(bytes, (byte) => (byte << 24) >> 24));
}

/** In place; a vector of noughts stays one. */
export function lengthOne(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const x of vector) squares += x * x;
  if (squares > 0) {
    const length = Math.sqrt(squares);
    for (let k = 0; k < vector.length; k++) vector[k]! /= length;
  }
  return vector;
}

/** Of two vectors as long as each other. */
export function dotProduct(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
