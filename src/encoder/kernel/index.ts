// AssemblyScript, not TypeScript: compiled to WebAssembly by scripts/build-kernel.mjs.
export { add, gelu, norm } from './elementwise';
export { matmul } from './matmul';
export { quantise, quantiseColumns } from './quantise';
export { softmax } from './softmax';
