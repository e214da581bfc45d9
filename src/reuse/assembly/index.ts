// AssemblyScript, not TypeScript: compiled to WebAssembly by scripts/build-kernel.mjs.
import { KINDS, LAYOUT, LINES, MARKS, HASHES, PLACES, SINGLES, TOKENS, UNITS } from './memory';

export { layoutBytes, lastEnd, lineCount, lineHash, markCount, tokenise } from './tokens';
export { seeds } from './seeds';

export function units(): usize {
  return UNITS;
}
export function kinds(): usize {
  return KINDS;
}
export function singles(): usize {
  return SINGLES;
}
export function tokens(): usize {
  return TOKENS;
}
export function layout(): usize {
  return LAYOUT;
}
export function lines(): usize {
  return LINES;
}
export function marks(): usize {
  return MARKS;
}
export function hashes(): usize {
  return HASHES;
}
export function places(): usize {
  return PLACES;
}
