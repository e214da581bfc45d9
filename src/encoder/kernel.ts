import { KERNEL } from './generated/kernel.js';

/** What is used of WebAssembly: Node has it, but TypeScript declares it only with the library of browsers. */
interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/**
 * The functions that `src/encoder/kernel` exports; described there. Arguments that its sources call `usize` are
 * addresses in `memory`, which no function checks.
 */
export interface Kernel {
  readonly memory: Memory;
  heapBase(): number;
  add(length: number, x: number, y: number): void;
  gelu(length: number, x: number): void;
  norm(rows: number, width: number, x: number, weight: number, bias: number, epsilon: number): void;
  matmul(
    rows: number,
    k: number,
    panels: number,
    x: number,
    xScale: number,
    w: number,
    wScale: number,
    bias: number,
    out: number,
    stride: number,
  ): void;
  quantise(
    rows: number,
    k: number,
    x: number,
    stride: number,
    limit: number,
    out: number,
    width: number,
    scale: number,
  ): void;
  quantiseColumns(
    rows: number,
    k: number,
    columns: number,
    x: number,
    stride: number,
    limit: number,
    out: number,
    scale: number,
  ): void;
  softmax(rows: number, keys: number, tokens: number, x: number, limit: number, out: number): void;
}

let module: object | undefined;

/** A new instance with a memory of its own. */
export function instantiateKernel(): Kernel {
  module ??= new WebAssembly.Module(Buffer.from(KERNEL, 'base64'));
  return new WebAssembly.Instance(module).exports as Kernel;
}
