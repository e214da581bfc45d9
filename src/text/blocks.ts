import type { Block } from '../model/document.js';

/** Blocks of plain text, by blank lines. */
export function segment(text: string): Block[] {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/\S(?:.|\n(?!\s*\n))*/g)) {
    const exact = match[0].trimEnd();
    blocks.push({ start: match.index, end: match.index + exact.length, role: 'body' });
  }
  return blocks;
}
