// The words of a piece of a text as 16-bit hashes: kernel/tokens.ts says what a word is.
import { classify, IGNORED, SEPARATOR, SEVERAL, SINGLE, UNKNOWN } from './classify';
import { FOLDED, LAYOUT, LINES, MARKS, NEWLINE_BITS, ODD_BITS, SINGLES, TOKENS, UNITS, WORD, WORD_BITS } from './memory';

/** What a pair of surrogates is: a kind, or the letter it stands for. */
@external("env", "kindOfPair")
declare function kindOfPair(high: u32, low: u32): u32;
/** The letters that a unit folds to, the first in the lowest byte. */
@external("env", "lettersOf")
declare function lettersOf(unit: u32): u32;

const MARK_TOKENS: i32 = 64;
const FNV_SEED: u32 = 0x811c9dc5;
const FNV_PRIME: u32 = 0x01000193;
const MULTIPLIER: u64 = 0x9e3779b97f4a7c15;

// What the last call found besides tokens: bytes of layout, where the last token ends, hash of the line it left open.
export let layoutBytes: i32 = 0;
export let lastEnd: i32 = 0;
export let lastLine: u32 = 0;
export let lineCount: i32 = 0;
export let markCount: i32 = 0;

/**
 * Tokenises the first `units` of UNITS and returns how many tokens TOKENS has then. `before`: where the token before ends;
 * `lineBefore`: hash of the line so far; `untilMark`: tokens until the next mark.
 */
export function tokenise(units: i32, before: i32, lineBefore: u32, untilMark: i32): i32 {
  let count = 0;
  let bytes: usize = LAYOUT;
  let end = before;
  let line = lineBefore;
  let unmarked = untilMark;
  lineCount = markCount = 0;
  classify(units);
  let newline = nextSet(NEWLINE_BITS, 0, units);
  for (let i = nextSet(WORD_BITS, 0, units); i < units; i = nextSet(WORD_BITS, i, units)) {
    while (newline < i) {
      endLine(count, line);
      line = FNV_SEED;
      newline = nextSet(NEWLINE_BITS, newline + 1, units);
    }
    let start = i;
    let odd: u64 = 0;
    for (;;) {
      const run = <i32>ctz(~bitsFrom(WORD_BITS, i));
      const room = 64 - (i & 7);
      // All 64 may be set; a shift by 64 is none.
      odd = bitsFrom(ODD_BITS, i) & ((<u64>2 << (run - 1)) - 1);
      i += run;
      if (run < room || odd != 0) break;
    }
    let token: u32;
    if (odd == 0) token = hashOf(FOLDED + 2 * <usize>start, i - start);
    else {
      i = oddWord(start, units);
      if (i == oddStart) continue;
      start = oddStart;
      token = oddToken;
    }
    store<u16>(TOKENS + 2 * <usize>count, <u16>token);
    count++;
    line = (line ^ token) * FNV_PRIME;
    const gap = start - end;
    const length = i - start;
    if (gap < 15 && length <= 15) store<u8>(bytes++, <u8>((gap << 4) | length));
    else {
      store<u8>(bytes, 0xf0);
      bytes = putNumber(putNumber(bytes + 1, gap), length);
    }
    end = i;
    if (--unmarked == 0) {
      store<u32>(MARKS + 8 * <usize>markCount, <u32>(bytes - LAYOUT));
      store<i32>(MARKS + 8 * <usize>markCount + 4, end);
      markCount++;
      unmarked = MARK_TOKENS;
    }
  }
  while (newline < units) {
    endLine(count, line);
    line = FNV_SEED;
    newline = nextSet(NEWLINE_BITS, newline + 1, units);
  }
  layoutBytes = <i32>(bytes - LAYOUT);
  lastEnd = end;
  lastLine = line;
  return count;
}

/** The bits from one on, at least 57 of them. */
@inline
function bitsFrom(bits: usize, at: i32): u64 {
  return load<u64>(bits + (at >> 3)) >> (at & 7);
}

/** The first bit from one on that is set; `units` where none is. */
@inline
function nextSet(bits: usize, from: i32, units: i32): i32 {
  let at = from;
  while (at < units) {
    const window = bitsFrom(bits, at);
    if (window != 0) return at + <i32>ctz(window);
    at += 64 - (at & 7);
  }
  return units;
}

function endLine(count: i32, line: u32): void {
  store<u32>(LINES + 8 * <usize>lineCount, count);
  store<u32>(LINES + 8 * <usize>lineCount + 4, line);
  lineCount++;
}

/**
 * Four units at a time, a multiplication and a fold (as wyhash has it, Wang Yi). The first twelve without a branch, since
 * no processor guesses how long a word is.
 */
@inline
function hashOf(word: usize, length: i32): u32 {
  let hash = folded(MULTIPLIER, word, length);
  hash = folded(hash, word + 8, length - 4);
  hash = folded(hash, word + 16, length - 8);
  for (let at = 12; at < length; at += 4) hash = folded(hash, word + 2 * <usize>at, length - at);
  return <u32>((hash * MULTIPLIER) >> 48);
}

/** Folds up to four units in, `left` of them, if any. */
@inline
function folded(hash: u64, at: usize, left: i32): u64 {
  const some = ~(<u64>0) >> (64 - 16 * min<i32>(left, 4));
  const next = (hash ^ (load<u64>(at) & select<u64>(some, 0, left > 0))) * MULTIPLIER;
  return next ^ (next >> 32);
}

function putNumber(at: usize, number: u32): usize {
  let to = at;
  let left = number;
  while (left > 0x7f) {
    store<u8>(to++, <u8>((left & 0x7f) | 0x80));
    left >>= 7;
  }
  store<u8>(to, <u8>left);
  return to + 1;
}

// The word that oddWord found besides its end.
let oddStart: i32 = 0;
let oddToken: u32 = 0;

/**
 * The first word from one on in what has more in it than plain letters: returns its end; where there is none before the next
 * thing that parts words, oddStart and the end are the place to go on from.
 */
function oddWord(from: i32, units: i32): i32 {
  let i = from;
  let letters: usize = 0;
  oddStart = from;
  while (i < units) {
    const unit = <u32>load<u16>(UNITS + 2 * <usize>i);
    let kind = <u32>load<u16>(FOLDED + 2 * <usize>i);
    let low: u32 = 0;
    if (kind == UNKNOWN) {
      // A pair is judged by its code point; a lone surrogate parts words.
      low = i + 1 < units ? <u32>load<u16>(UNITS + 2 * <usize>i + 2) : 0;
      if (unit >= 0xdc00 || (low & 0xfc00) != 0xdc00) low = 0;
      kind = low != 0 ? kindOfPair(unit, low) : SEPARATOR;
    }
    const width = low != 0 ? 2 : 1;
    const isWord = letters > 0;
    if (kind == SEPARATOR || (kind == SINGLE && isWord) || (kind == IGNORED && !isWord)) {
      // A mark where no word is: it is passed over.
      if (!isWord) oddStart = i += width;
      break;
    }
    if (low != 0) {
      store<u32>(WORD + 2 * letters, unit | (low << 16));
      letters += 2;
    } else if (kind == SEVERAL) {
      for (let rest = lettersOf(unit); rest != 0; rest >>= 8) store<u16>(WORD + 2 * letters++, <u16>(rest & 0xff));
    } else if (kind != IGNORED) {
      store<u16>(WORD + 2 * letters++, kind == SINGLE ? load<u16>(SINGLES + 2 * <usize>unit) : <u16>kind);
    }
    i += width;
    if (kind == SINGLE) break;
  }
  if (letters > 0) oddToken = hashOf(WORD, <i32>letters);
  return i;
}
