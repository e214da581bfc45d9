// AssemblyScript, not TypeScript: compiled to WebAssembly by scripts/build-kernel.mjs.
import { greatest, interleave } from './quantise';

/** What a padded key scores: its share rounds to nought. */
const MASKED: f32 = -1e9;

/** 2 to this is the smallest normal float32. */
const LEAST_EXPONENT: f32 = -126;

/** 1.5 · 2²³: see quantise.ts. Its bits end in 22 noughts, so that a shift by 23 leaves n alone, at the exponent. */
const ROUNDER: f32 = 12582912;

/**
 * 2^r ≈ 1 + c₁r + … + c₅r⁵ for |r| ≤ ½, relative error below 1e-7 (minimax, by weighted least squares), c₅ first.
 * Constants are read from memory before the loop: V8 would build each of them again in every step.
 */
const POWERS = memory.data<f32>([0.001326472606, 0.009671513045, 0.0555073375, 0.2402224208, 0.6931469776, 1]);

/**
 * Softmax to the base 2 of each row over its first `tokens` values, as int16 shares of `limit`, laid as rows of x for
 * `matmul` (who wants base e has the scores times log₂ e). Shares of a row sum to `limit` + `keys` / 2 at most. x: float32 [rows][keys], overwritten; `rows` is a multiple of
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

/** Replaces a row by 2^(value − greatest value) and gives their sum. */
function exponentials(keys: i32, tokens: i32, x: usize): f32 {
  const end = x + <usize>keys * 4;
  for (let p = x + <usize>tokens * 4; p < end; p += 4) store<f32>(p, MASKED);
  let peaks = v128.load(x);
  for (let p = x + 16; p < end; p += 16) peaks = f32x4.pmax(peaks, v128.load(p));
  const peak = f32x4.splat(greatest(peaks));
  const c5 = v128.load_splat<f32>(POWERS);
  const c4 = v128.load_splat<f32>(POWERS, 4);
  const c3 = v128.load_splat<f32>(POWERS, 8);
  const c2 = v128.load_splat<f32>(POWERS, 12);
  const c1 = v128.load_splat<f32>(POWERS, 16);
  const c0 = v128.load_splat<f32>(POWERS, 20);
  let sums = f32x4.splat(0);
  for (let p = x; p < end; p += 16) {
    const y = f32x4.pmax(f32x4.sub(v128.load(p), peak), f32x4.splat(LEAST_EXPONENT));
    // y = n + r, n whole: 2^y = 2^n · 2^r, and n is added to the exponent of 2^r.
    const shifted = f32x4.add(y, f32x4.splat(ROUNDER));
    const r = f32x4.sub(y, f32x4.sub(shifted, f32x4.splat(ROUNDER)));
    let power = f32x4.add(f32x4.mul(c5, r), c4);
    power = f32x4.add(f32x4.mul(power, r), c3);
    power = f32x4.add(f32x4.mul(power, r), c2);
    power = f32x4.add(f32x4.mul(power, r), c1);
    power = f32x4.add(f32x4.mul(power, r), c0);
    const e = i32x4.add(power, i32x4.shl(shifted, 23));
    v128.store(p, e);
    sums = f32x4.add(sums, e);
  }
  const pairs = f32x4.add(sums, v128.shuffle<i32>(sums, sums, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}
