/** Words looked for in a text as a reader sees both: any white space is one space, any quotation mark the plain one. */
import type { Span } from '../model/span.js';

/** Where they stand, in order; none where they do not, or there are none. Spans are UTF-16 offsets into `text`. */
export function findWords(text: string, words: string): Span[] {
  const { seen, at } = asSeen(text);
  const wanted = asSeen(words).seen.trim();
  const found: Span[] = [];
  if (wanted === '') return found;
  for (let i = seen.indexOf(wanted); i >= 0; i = seen.indexOf(wanted, i + 1))
    found.push({ start: at[i]!, end: at[i + wanted.length - 1]! + 1 });
  return found;
}

/** `at`: where each code unit of what is seen stands in the text. */
function asSeen(text: string): { readonly seen: string; readonly at: readonly number[] } {
  const units: string[] = [];
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = /\s/.test(text[i]!) ? ' ' : (PLAIN.get(text[i]!) ?? text[i]!);
    if (unit === ' ' && units.at(-1) === ' ') continue;
    units.push(unit);
    at.push(i);
  }
  return { seen: units.join(''), at };
}

const PLAIN: ReadonlyMap<string, string> = new Map(
  [
    ['"', '“”„«»″'],
    ["'", '‘’‚ʼ′'],
    ['-', '‐‑–'],
  ].flatMap(([plain, others]) => [...others!].map((other) => [other, plain!] as const)),
);
