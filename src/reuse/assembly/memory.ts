// Where things lie in the memory of the module. Nothing grows: a piece of a text is no longer than CHUNK.

/** Code units that are read at once, or tokens. */
export const CHUNK: i32 = 1 << 15;
/** Behind an array, for reads and writes of whole vectors. */
const PAD: usize = 64;
/** A token takes this many bytes of layout at most. */
const MOST_BYTES: usize = 11;

const UNITS_SIZE: usize = 2 * <usize>CHUNK + PAD;
const BITS_SIZE: usize = (<usize>CHUNK >> 3) + PAD;

/** UTF-16 code units. */
export const UNITS: usize = (__heap_base + 15) & ~15;
/** The same, case and accents folded; an odd unit's kind instead. */
export const FOLDED: usize = UNITS + UNITS_SIZE;
/** One word, folded: one unit may stand for three. */
export const WORD: usize = FOLDED + UNITS_SIZE;
// A bit a unit: part of a word; a newline; odd, which is to be looked at by itself.
export const WORD_BITS: usize = WORD + 3 * UNITS_SIZE;
export const NEWLINE_BITS: usize = WORD_BITS + BITS_SIZE;
export const ODD_BITS: usize = NEWLINE_BITS + BITS_SIZE;
/** Kind of every unit, or the letter it folds to; what a single folds to. */
export const KINDS: usize = ODD_BITS + BITS_SIZE;
export const SINGLES: usize = KINDS + 0x20000;
/** 16-bit tokens, and where they stand (layout.ts). */
export const TOKENS: usize = SINGLES + 0x20000;
export const LAYOUT: usize = TOKENS + UNITS_SIZE;
/** Pairs of 32-bit numbers: tokens before the end of a line, hash of its tokens; byte in the layout, place of a mark. */
export const LINES: usize = LAYOUT + CHUNK + 2 * MOST_BYTES + PAD - ((2 * MOST_BYTES) & 15);
export const MARKS: usize = LINES + 8 * (<usize>CHUNK + 2);
/** 32-bit hashes of seeds, and their places. */
export const HASHES: usize = MARKS + <usize>CHUNK;
export const PLACES: usize = HASHES + 4 * <usize>CHUNK + PAD;
const END: usize = PLACES + 4 * <usize>CHUNK + PAD;

memory.grow(<i32>((END >> 16) + 1) - memory.size());
