// The seeds of up to CHUNK tokens: kernel/seeds.ts says which they are.
import { HASHES, PLACES, TOKENS } from './memory';

const GRAM: i32 = 4;

/**
 * Seeds of the first `tokens` of TOKENS whose hash is from `least` to `most` into HASHES and PLACES, these counted from
 * `offset`. Returns how many. Reads up to a vector beyond the tokens, and drops what it finds there.
 */
export function seeds(tokens: i32, offset: u32, every: bool, least: u32, most: u32): i32 {
  let count: usize = 0;
  const all = every ? i16x8.splat(-1) : i16x8.splat(0);
  const from = i32x4.splat(least);
  const to = i32x4.splat(most);
  const grams = tokens - GRAM + 1;
  for (let at: i32 = 0; at < grams; at += 8) {
    const address = TOKENS + 2 * <usize>at;
    const a = v128.load(address);
    const b = v128.load(address, 2);
    const c = v128.load(address, 4);
    const d = v128.load(address, 6);
    // The least token first or last.
    const middle = i16x8.min_u(b, c);
    const begins = i16x8.eq(a, i16x8.min_u(a, i16x8.min_u(middle, d)));
    const ends = i16x8.eq(d, i16x8.min_u(d, i16x8.min_u(middle, a)));
    const low = mixed(i32x4.extend_low_i16x8_u(a), i32x4.extend_low_i16x8_u(b), i32x4.extend_low_i16x8_u(c), i32x4.extend_low_i16x8_u(d));
    const high = mixed(i32x4.extend_high_i16x8_u(a), i32x4.extend_high_i16x8_u(b), i32x4.extend_high_i16x8_u(c), i32x4.extend_high_i16x8_u(d));
    const inRange = i16x8.narrow_i32x4_s(
      v128.and(i32x4.ge_u(low, from), i32x4.le_u(low, to)),
      v128.and(i32x4.ge_u(high, from), i32x4.le_u(high, to)),
    );
    let found = <u32>i16x8.bitmask(v128.and(inRange, v128.or(all, v128.or(begins, ends))));
    if (grams - at < 8) found &= (1 << (grams - at)) - 1;
    if (found == 0) continue;
    const hashes = HASHES + 4 * count;
    // All eight behind those found, and each read before what is written goes beyond it.
    v128.store(hashes, low);
    v128.store(hashes, high, 16);
    while (found != 0) {
      const lane = ctz(found);
      found &= found - 1;
      store<u32>(HASHES + 4 * count, load<u32>(hashes + 4 * <usize>lane));
      store<u32>(PLACES + 4 * count, offset + at + lane);
      count++;
    }
  }
  return <i32>count;
}

/** The mixing of kernel/hash.ts. */
@inline
function mixed(a: v128, b: v128, c: v128, d: v128): v128 {
  let hash = v128.xor(
    i32x4.mul(v128.or(i32x4.shl(a, 16), b), i32x4.splat(0x9e3779b1)),
    v128.or(i32x4.shl(c, 16), d),
  );
  hash = i32x4.mul(v128.xor(hash, i32x4.shr_u(hash, 16)), i32x4.splat(0x85ebca6b));
  hash = i32x4.mul(v128.xor(hash, i32x4.shr_u(hash, 13)), i32x4.splat(0xc2b2ae35));
  return v128.xor(hash, i32x4.shr_u(hash, 16));
}
