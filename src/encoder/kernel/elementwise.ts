// AssemblyScript, not TypeScript: compiled to WebAssembly by scripts/build-kernel.mjs.

/** x += y over `length` float32, a multiple of 4. */
export function add(length: i32, x: usize, y: usize): void {
  const end = x + <usize>length * 4;
  for (; x < end; x += 16) {
    v128.store(x, f32x4.add(v128.load(x), v128.load(y)));
    y += 16;
  }
}

/** Layer normalisation of each row in place: (x − mean) / √(variance + epsilon) · weight + bias; `width` is a multiple of 4. */
export function norm(rows: i32, width: i32, x: usize, weight: usize, bias: usize, epsilon: f32): void {
  const bytes = <usize>width * 4;
  for (let r = 0; r < rows; r++) {
    let sums = f32x4.splat(0);
    for (let i: usize = 0; i < bytes; i += 16) sums = f32x4.add(sums, v128.load(x + i));
    const mean = f32x4.splat(total(sums) / <f32>width);
    let squares = f32x4.splat(0);
    for (let i: usize = 0; i < bytes; i += 16) {
      const d = f32x4.sub(v128.load(x + i), mean);
      squares = f32x4.add(squares, f32x4.mul(d, d));
    }
    const factor = f32x4.splat(<f32>1 / sqrt<f32>(total(squares) / <f32>width + epsilon));
    for (let i: usize = 0; i < bytes; i += 16) {
      const d = f32x4.mul(f32x4.sub(v128.load(x + i), mean), factor);
      v128.store(x + i, f32x4.add(f32x4.mul(d, v128.load(weight + i)), v128.load(bias + i)));
    }
    x += bytes;
  }
}

// @ts-ignore: decorator
@inline
function total(x: v128): f32 {
  const pairs = f32x4.add(x, v128.shuffle<i32>(x, x, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}


/** a₆/√2⁶ … a₁/√2: constants of `gelu`, read from memory before the loop (see softmax.ts). */
const TAIL = memory.data<f32>([
  <f32>(0.0000430638 * 0.125),
  <f32>(0.0002765672 * 0.17677669529663687),
  <f32>(0.0001520143 * 0.25),
  <f32>(0.0092705272 * 0.35355339059327373),
  <f32>(0.0422820123 * 0.5),
  <f32>(0.0705230784 * 0.7071067811865475),
  1,
]);

/**
 * GELU in place over `length` float32, a multiple of 4: x · Φ(x) = max(x, 0) − |x| / 2 · erfc(|x| / √2), with
 * erfc(z) ≈ (1 + a₁z + … + a₆z⁶)⁻¹⁶ (Abramowitz and Stegun 7.1.28, error below 3e-7).
 */
export function gelu(length: i32, x: usize): void {
  const end = x + <usize>length * 4;
  const mask = i32x4.splat(0x7fffffff);
  const a6 = v128.load_splat<f32>(TAIL);
  const a5 = v128.load_splat<f32>(TAIL, 4);
  const a4 = v128.load_splat<f32>(TAIL, 8);
  const a3 = v128.load_splat<f32>(TAIL, 12);
  const a2 = v128.load_splat<f32>(TAIL, 16);
  const a1 = v128.load_splat<f32>(TAIL, 20);
  const one = v128.load_splat<f32>(TAIL, 24);
  for (; x < end; x += 16) {
    const y = v128.load(x);
    const z = v128.and(y, mask);
    let p = f32x4.add(f32x4.mul(a6, z), a5);
    p = f32x4.add(f32x4.mul(p, z), a4);
    p = f32x4.add(f32x4.mul(p, z), a3);
    p = f32x4.add(f32x4.mul(p, z), a2);
    p = f32x4.add(f32x4.mul(p, z), a1);
    p = f32x4.add(f32x4.mul(p, z), one);
    p = f32x4.mul(p, p);
    p = f32x4.mul(p, p);
    p = f32x4.mul(p, p);
    p = f32x4.mul(p, p);
    const tail = f32x4.div(f32x4.mul(z, f32x4.splat(0.5)), p);
    v128.store(x, f32x4.sub(f32x4.pmax(y, f32x4.splat(0)), tail));
  }
}
