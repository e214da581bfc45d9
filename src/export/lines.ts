/** Where words stand in a text. */
import type { Span } from '../model/span.js';
import { clip } from './plain.js';

/** Finds the line, counted from 1, of ascending or any other offsets of one text. */
export function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** Code units shown before and after a fact's words; what is passed on carries at most 300 (DESIGN §6). */
const AROUND = 100;
/** Of the words themselves so many code units are shown again. */
const OWN = 300;

/** What stands around the words in their line, with the words: one line, with "…" where the line goes on. */
export function contextOf(text: string, { start, end }: Span): string {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - AROUND);
  const lineEnd = text.indexOf('\n', end);
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, Math.min(end, start + OWN) + AROUND);
  const cutBefore = from > 0 && text[from - 1] !== '\n';
  const cutAfter = to < text.length && text[to] !== '\n';
  const before = cutBefore ? text.slice(from, start).replace(/^\S*\s?/, '') : text.slice(from, start);
  const after = text.slice(start, to);
  const shown = cutAfter && to > end ? after.replace(/\s?\S*$/, '') : after;
  const kept = shown.length < end - start ? after : shown;
  return clip(`${cutBefore ? '… ' : ''}${before}${kept}${cutAfter ? ' …' : ''}`, 2 * AROUND + OWN + 4);
}
