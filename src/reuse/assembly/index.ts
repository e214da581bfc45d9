// AssemblyScript, not TypeScript: compiled to WebAssembly by scripts/build-kernel.mjs.
export { HASHES, KINDS, LAYOUT, LINES, MARKS, PLACES, SINGLES, TOKENS, UNITS } from './memory';
export { seeds } from './seeds';
export { layoutBytes, lastEnd, lastLine, lineCount, markCount, tokenise } from './tokens';
