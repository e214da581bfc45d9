import { instantiate, type Memory } from '../wasm/instantiate.js';
import { KERNEL } from './generated/kernel.js';

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

/** A new instance with a memory of its own. */
export const instantiateKernel = (): Kernel => instantiate<Kernel>(KERNEL);
