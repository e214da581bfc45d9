// AssemblyScript, not TypeScript: compiled to WebAssembly by scripts/build-kernel.mjs.
import { greatest, interleave } from './quantise';

/** What a padded key scores: its share rounds to nought. */
const MASKED: f32 = -1e9;

/** The smallest argument whose exponential is a normal float32. */
const LEAST_EXPONENT: f32 = -87;

const LOG2_E: f32 = 1.44269504;
/** ln 2 in two parts, the first with few bits, so that n · LN2_HIGH is exact. */
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.12194440e-4;
/** 1.5 · 2²³: see quantise.ts. Its bits end in 22 noughts, so that a shift by 23 leaves n alone, at the exponent. */
const ROUNDER: f32 = 12582912;

/**
 * Softmax of each row over its first `tokens` values, as int16 shares of `limit`, laid as rows of x for `matmul`.
 * Shares of a row sum to `limit` + `keys` / 2 at most. x: float32 [rows][keys], overwritten; `rows` is a multiple of
 * 4, `keys` (at least `tokens`) of 8.
 */
export function softmax(rows: i32, keys: i32, tokens: i32, x: usize, limit: f32, out: usize): void {
  const stride = <usize>keys * 4;
  for (let r = 0; r < rows; r += 4) {
    const f0 = limit / exponentials(keys, tokens, x);
    const f1 = limit / exponentials(keys, tokens, x + stride);
    const f2 = limit / exponentials(keys, tokens, x + 2 * stride);
    const f3 = limit / exponentials(keys, tokens, x + 3 * stride);
    interleave(keys, x, stride, f0, f1, f2, f3, out, 16);
    x += 4 * stride;
    out += 2 * stride;
  }
}

/** Replaces a row by e^(value − greatest value) and gives their sum. */
function exponentials(keys: i32, tokens: i32, x: usize): f32 {
  const end = x + <usize>keys * 4;
  for (let p = x + <usize>tokens * 4; p < end; p += 4) store<f32>(p, MASKED);
  let peaks = v128.load(x);
  for (let p = x + 16; p < end; p += 16) peaks = f32x4.pmax(peaks, v128.load(p));
  const peak = f32x4.splat(greatest(peaks));
  let sums = f32x4.splat(0);
  for (let p = x; p < end; p += 16) {
    const e = exp(f32x4.sub(v128.load(p), peak));
    v128.store(p, e);
    sums = f32x4.add(sums, e);
  }
  const pairs = f32x4.add(sums, v128.shuffle<i32>(sums, sums, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}

/** e^x for x ≤ 0, relative error below 2e-7: 2^n · e^r with |r| ≤ ln 2 / 2, e^r by Cephes' expf polynomial. */
// @ts-ignore: decorator
@inline
function exp(x: v128): v128 {
  const y = f32x4.pmax(x, f32x4.splat(LEAST_EXPONENT));
  const shifted = f32x4.add(f32x4.mul(y, f32x4.splat(LOG2_E)), f32x4.splat(ROUNDER));
  const n = f32x4.sub(shifted, f32x4.splat(ROUNDER));
  const high = f32x4.sub(y, f32x4.mul(n, f32x4.splat(LN2_HIGH)));
  const r = f32x4.sub(high, f32x4.mul(n, f32x4.splat(LN2_LOW)));
  let p = f32x4.splat(1.9875691500e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  const e = f32x4.add(f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r), f32x4.splat(1));
  return i32x4.add(e, i32x4.shl(shifted, 23));
}
