// Sorts the units of a piece into words and what parts them, eight at a time where all are ASCII.
import { FOLDED, KINDS, NEWLINE_BITS, ODD_BITS, UNITS, WORD_BITS } from './memory';

// Kinds; letters stand for themselves, folded, and all lie above these.
export const SEPARATOR: u32 = 0;
export const IGNORED: u32 = 1;
export const SEVERAL: u32 = 2;
export const SINGLE: u32 = 3;
export const UNKNOWN: u32 = 4;

const NEWLINE: i16 = 10;

/** Looks a unit up that is met for the first time, enters it into the tables and returns its kind. */
@external("env", "kindOf")
declare function kindOf(unit: u32): u32;

export function classify(units: i32): void {
  memory.fill(UNITS + 2 * <usize>units, 0, 32);
  for (let i: usize = 0; i < <usize>units; i += 8) {
    const v = v128.load(UNITS + 2 * i);
    const byte = i >> 3;
    store<u8>(NEWLINE_BITS + byte, <u8>i16x8.bitmask(i16x8.eq(v, i16x8.splat(NEWLINE))));
    if (v128.any_true(v128.and(v, i16x8.splat(<i16>0xff80)))) {
      classifyEach(i);
      continue;
    }
    const lower = v128.or(v, i16x8.splat(0x20));
    const letter = i16x8.lt_u(i16x8.sub(lower, i16x8.splat(0x61)), i16x8.splat(26));
    const digit = i16x8.lt_u(i16x8.sub(v, i16x8.splat(0x30)), i16x8.splat(10));
    const underscore = i16x8.eq(v, i16x8.splat(0x5f));
    const word = v128.or(letter, v128.or(digit, underscore));
    v128.store(FOLDED + 2 * i, v128.and(v128.or(v, v128.and(letter, i16x8.splat(0x20))), word));
    store<u8>(WORD_BITS + byte, <u8>i16x8.bitmask(word));
    store<u8>(ODD_BITS + byte, 0);
  }
  const end = (<usize>units + 7) >> 3;
  memory.fill(WORD_BITS + end, 0, 16);
  memory.fill(ODD_BITS + end, 0, 16);
  memory.fill(NEWLINE_BITS + end, 0, 16);
}

function classifyEach(first: usize): void {
  let words: u32 = 0;
  let odd: u32 = 0;
  for (let k: usize = 0; k < 8; k++) {
    const at = 2 * (first + k);
    const unit = <u32>load<u16>(UNITS + at);
    let kind = <u32>load<u16>(KINDS + 2 * <usize>unit);
    // Surrogates stay unknown, since only their pair tells.
    if (kind == UNKNOWN && (unit & 0xf800) != 0xd800) kind = kindOf(unit);
    store<u16>(FOLDED + at, <u16>kind);
    if (kind == SEPARATOR) continue;
    words |= 1 << <u32>k;
    if (kind <= UNKNOWN) odd |= 1 << <u32>k;
  }
  store<u8>(WORD_BITS + (first >> 3), <u8>words);
  store<u8>(ODD_BITS + (first >> 3), <u8>odd);
}
