/** The part of the kernel that is WebAssembly (../assembly), and its memory. One a thread. */
import { instantiate, type Memory } from '../../assembly/instantiate.js';
import { KERNEL } from '../generated/assembly.js';
import { foldedOf, kindOf, kindOfPair, lettersOf, SINGLE, UNKNOWN } from './characters.js';

interface Assembly {
  readonly memory: Memory;
  /** Described in assembly/tokens.ts. */
  tokenise(units: number, before: number, lineBefore: number, untilMark: number): number;
  layoutBytes(): number;
  lastEnd(): number;
  lineHash(): number;
  lineCount(): number;
  markCount(): number;
  /** Described in assembly/seeds.ts. */
  seeds(tokens: number, offset: number, every: boolean, least: number, most: number): number;
  // Where in the memory the arrays below lie.
  units(): number;
  kinds(): number;
  singles(): number;
  tokens(): number;
  layout(): number;
  lines(): number;
  marks(): number;
  hashes(): number;
  places(): number;
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
export const UNITS = Buffer.from(buffer, assembly.units(), CHUNK * 2);
export const TOKENS = new Uint16Array(buffer, assembly.tokens(), CHUNK);
/** See layout.ts. */
export const LAYOUT = new Uint8Array(buffer, assembly.layout());
/** Two numbers each: tokens before the end of a line and the hash of its tokens; byte in the layout and place of a mark. */
export const LINES = new Uint32Array(buffer, assembly.lines());
export const MARKS = new Int32Array(buffer, assembly.marks());
export const HASHES = new Uint32Array(buffer, assembly.hashes(), CHUNK);
export const PLACES = new Uint32Array(buffer, assembly.places(), CHUNK);
/** Filled as characters are met: filling them all at start would cost 20 ms. */
const KINDS = new Uint16Array(buffer, assembly.kinds(), ALL_UNITS).fill(UNKNOWN);
const SINGLES = new Uint16Array(buffer, assembly.singles(), ALL_UNITS);
