// AssemblyScript, not TypeScript: compiled to WebAssembly by scripts/build-kernel.mjs.
export { add, gelu, norm } from './elementwise';
export { matmul } from './matmul';
export { quantise, quantiseColumns } from './quantise';
export { softmax } from './softmax';

/** Where the kernel's own constants end: memory from here on is the caller's. */
export function heapBase(): usize {
  return __heap_base;
}
