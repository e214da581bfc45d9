/** The part of the kernel that is WebAssembly (../assembly), and its memory. One a thread. */
import { instantiate, type Memory } from '../../wasm/instantiate.js';
import { KERNEL } from '../generated/assembly.js';
import { foldedOf, kindOf, kindOfPair, lettersOf, SINGLE, UNKNOWN } from './characters.js';

/** A variable or a place in the memory that the kernel exports. */
interface Global {
  readonly value: number;
}

interface Assembly {
  readonly memory: Memory;
  /** Described in assembly/tokens.ts, as are the five it leaves its findings in. */
  tokenise(units: number, before: number, lineBefore: number, untilMark: number): number;
  readonly layoutBytes: Global;
  readonly lastEnd: Global;
  readonly lastLine: Global;
  readonly lineCount: Global;
  readonly markCount: Global;
  /** Described in assembly/seeds.ts. */
  seeds(tokens: number, offset: number, every: boolean, least: number, most: number): number;
  // Where in the memory the arrays below lie.
  readonly UNITS: Global;
  readonly KINDS: Global;
  readonly SINGLES: Global;
  readonly TOKENS: Global;
  readonly LAYOUT: Global;
  readonly LINES: Global;
  readonly MARKS: Global;
  readonly HASHES: Global;
  readonly PLACES: Global;
}

/** Code units that are read at once, or tokens. As in assembly/memory.ts. */
export const CHUNK = 1 << 15;
const ALL_UNITS = 0x10000;

export const assembly: Assembly = instantiate<Assembly>(KERNEL, {
  kindOf(unit) {
    const kind = kindOf(unit!);
    if (kind === SINGLE) SINGLES[unit!] = foldedOf(unit!);
    KINDS[unit!] = kind;
    return kind;
  },
  kindOfPair: (high, low) => kindOfPair(high!, low!),
  lettersOf: (unit) => lettersOf(unit!),
});
const { buffer } = assembly.memory;

/** UTF-16, little endian. */
export const UNITS = Buffer.from(buffer, assembly.UNITS.value, CHUNK * 2);
export const TOKENS = new Uint16Array(buffer, assembly.TOKENS.value, CHUNK);
/** See layout.ts. */
export const LAYOUT = new Uint8Array(buffer, assembly.LAYOUT.value);
/** Two numbers each: tokens before the end of a line and the hash of its tokens; byte in the layout and place of a mark. */
export const LINES = new Uint32Array(buffer, assembly.LINES.value);
export const MARKS = new Int32Array(buffer, assembly.MARKS.value);
export const HASHES = new Uint32Array(buffer, assembly.HASHES.value, CHUNK);
export const PLACES = new Uint32Array(buffer, assembly.PLACES.value, CHUNK);
/** Filled as characters are met: filling them all at start would cost 20 ms. */
const KINDS = new Uint16Array(buffer, assembly.KINDS.value, ALL_UNITS).fill(UNKNOWN);
const SINGLES = new Uint16Array(buffer, assembly.SINGLES.value, ALL_UNITS);
