// AssemblyScript, not TypeScript: compiled to WebAssembly by scripts/build-kernel.mjs.

/** Peaks below this count as nought, so that limit / peak stays finite. */
const LEAST_PEAK: f32 = 1e-30;

/** 1.5 · 2²³: added to a float32 of less than 2²² it leaves the nearest integer in the low bits. */
const ROUNDER: f32 = 12582912;
const ROUNDER_BITS: i32 = 0x4b400000;

/**
 * Rows of float32 to int16, each row with its own scale: q = nearest(x · limit / peak), x ≈ q · scale. Four rows are
 * one group, laid as `matmul` reads them: side by side with the group itself (`width` 1: rows of x), or two groups in
 * one panel (`width` 2: rows as outputs of w). `rows` is a multiple of 4, `k` of 8; rows lie `stride` bytes apart.
 */
export function quantise(
  rows: i32, k: i32, x: usize, stride: usize,
  limit: f32, out: usize, width: i32, scale: usize,
): void {
  for (let r = 0; r < rows; r += 4) {
    const group = r >> 2;
    const f0 = rowFactor(k, x, limit, scale);
    const f1 = rowFactor(k, x + stride, limit, scale + 4);
    const f2 = rowFactor(k, x + 2 * stride, limit, scale + 8);
    const f3 = rowFactor(k, x + 3 * stride, limit, scale + 12);
    const panel = out + <usize>(group / width * width * k * 8);
    interleave(k, x, stride, f0, f1, f2, f3, panel + <usize>(group % width * 16), <usize>(width * 16));
    x += 4 * stride;
    scale += 16;
  }
}

/** Writes the scale of a row and gives what its values are to be multiplied by. */
function rowFactor(k: i32, x: usize, limit: f32, scale: usize): f32 {
  const end = x + <usize>k * 4;
  const mask = i32x4.splat(0x7fffffff);
  let peaks = f32x4.splat(0);
  for (; x < end; x += 16) peaks = f32x4.pmax(peaks, v128.and(v128.load(x), mask));
  const peak = greatest(peaks);
  if (peak < LEAST_PEAK) {
    store<f32>(scale, 0);
    return 0;
  }
  store<f32>(scale, peak / limit);
  return limit / peak;
}

// @ts-ignore: decorator
@inline
export function greatest(x: v128): f32 {
  const y = f32x4.pmax(x, v128.shuffle<i32>(x, x, 2, 3, 0, 1));
  return f32x4.extract_lane(f32x4.pmax(y, v128.shuffle<i32>(y, y, 1, 0, 3, 2)), 0);
}

/** Four rows of float32, times their factors, as steps of [4 rows][2] int16 that lie `step` bytes apart. */
export function interleave(
  k: i32, x: usize, stride: usize,
  f0: f32, f1: f32, f2: f32, f3: f32,
  out: usize, step: usize,
): void {
  const end = x + <usize>k * 4;
  for (; x < end; x += 32) {
    const r0 = rounded(x, f0);
    const r1 = rounded(x + stride, f1);
    const r2 = rounded(x + 2 * stride, f2);
    const r3 = rounded(x + 3 * stride, f3);
    const low01 = v128.shuffle<i32>(r0, r1, 0, 4, 1, 5);
    const high01 = v128.shuffle<i32>(r0, r1, 2, 6, 3, 7);
    const low23 = v128.shuffle<i32>(r2, r3, 0, 4, 1, 5);
    const high23 = v128.shuffle<i32>(r2, r3, 2, 6, 3, 7);
    v128.store(out, v128.shuffle<i64>(low01, low23, 0, 2));
    v128.store(out + step, v128.shuffle<i64>(low01, low23, 1, 3));
    v128.store(out + 2 * step, v128.shuffle<i64>(high01, high23, 0, 2));
    v128.store(out + 3 * step, v128.shuffle<i64>(high01, high23, 1, 3));
    out += 4 * step;
  }
}

/** Eight float32 at x, times f, as int16. */
// @ts-ignore: decorator
@inline
function rounded(x: usize, f: f32): v128 {
  const factor = f32x4.splat(f);
  return i16x8.narrow_i32x4_s(nearest(v128.load(x), factor), nearest(v128.load(x, 16), factor));
}

// @ts-ignore: decorator
@inline
function nearest(x: v128, factor: v128): v128 {
  return i32x4.sub(f32x4.add(f32x4.mul(x, factor), f32x4.splat(ROUNDER)), i32x4.splat(ROUNDER_BITS));
}

/**
 * Columns of float32 to int16 panels of eight outputs for `matmul`: out = panels of [k/2][8 columns][2 rows], each
 * column with its own scale. Rows from `rows` up to `k` become nought. `columns` is a multiple of 8, `k` of 2.
 */
export function quantiseColumns(
  rows: i32, k: i32, columns: i32, x: usize, stride: usize,
  limit: f32, out: usize, scale: usize,
): void {
  const mask = i32x4.splat(0x7fffffff);
  for (let c = 0; c < columns; c += 8) {
    let peaks0 = f32x4.splat(LEAST_PEAK), peaks1 = f32x4.splat(LEAST_PEAK);
    let row = x;
    for (let r = 0; r < rows; r++) {
      peaks0 = f32x4.pmax(peaks0, v128.and(v128.load(row), mask));
      peaks1 = f32x4.pmax(peaks1, v128.and(v128.load(row, 16), mask));
      row += stride;
    }
    const limits = f32x4.splat(limit);
    const f0 = f32x4.div(limits, peaks0), f1 = f32x4.div(limits, peaks1);
    v128.store(scale, f32x4.div(peaks0, limits));
    v128.store(scale, f32x4.div(peaks1, limits), 16);
    row = x;
    for (let r = 0; r < k; r += 2) {
      const even = r < rows ? roundedColumns(row, f0, f1) : i16x8.splat(0);
      const odd = r + 1 < rows ? roundedColumns(row + stride, f0, f1) : i16x8.splat(0);
      v128.store(out, v128.shuffle<i16>(even, odd, 0, 8, 1, 9, 2, 10, 3, 11));
      v128.store(out, v128.shuffle<i16>(even, odd, 4, 12, 5, 13, 6, 14, 7, 15), 16);
      out += 32;
      row += 2 * stride;
    }
    x += 32;
    scale += 32;
  }
}

// @ts-ignore: decorator
@inline
function roundedColumns(x: usize, f0: v128, f1: v128): v128 {
  return i16x8.narrow_i32x4_s(nearest(v128.load(x), f0), nearest(v128.load(x, 16), f1));
}
