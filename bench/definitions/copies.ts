/** Copies of articles with seeded edits and exact truth: what the reuse engine should find, to the character. */

/** Words edited (replaced, dropped or added) in a hundred, by level. */
export const EDITS = { verbatim: 0, light: 4, medium: 14, heavy: 28 } as const;
export type Level = keyof typeof EDITS | 'trimmed' | 'reordered' | 'short';
export const LEVELS: readonly Level[] = [
  'verbatim',
  'light',
  'medium',
  'heavy',
  'trimmed',
  'reordered',
  'short',
];

/** A block of the original and where it stands in the copy. */
export interface Block {
  readonly original: { readonly start: number; readonly end: number };
  readonly copy: { readonly start: number; readonly end: number };
}

export interface Copy {
  readonly level: Level;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Numbers in [0, 1) from a seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

/**
 * A copy of `text` set between two halves of `host`, an unrelated article. `verbatim` … `heavy` take a stretch of a
 * third to all of the words and edit it; `trimmed` takes the first third to two thirds; `reordered` shuffles the
 * paragraphs; `short` takes 12 to 24 words with light edits. Replacements are words of `host`. The first and last word
 * of a block are never edited, so that its ends are known.
 */
export function makeCopy(text: string, host: string, level: Level, next: () => number): Copy {
  const words = piecesOf(text, /\S+/g);
  const vocabulary = host.match(/\p{L}+/gu) ?? ['word'];
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  let blocks: readonly Piece[];
  if (level === 'reordered') {
    const paragraphs = piecesOf(text, /[^\n]+/g).filter(
      (p) => (text.slice(p.start, p.end).match(/\w+/g) ?? []).length >= 20,
    );
    blocks = shuffled(paragraphs, next);
  } else {
    const third = Math.ceil(words.length / 3);
    const length =
      level === 'short'
        ? Math.min(words.length, between(12, 24))
        : between(third, level === 'trimmed' ? 2 * third : words.length);
    const from = level === 'trimmed' ? 0 : between(0, Math.max(0, words.length - length));
    const last = Math.min(words.length, from + length) - 1;
    blocks = [{ start: words[from]!.start, end: words[last]!.end }];
  }
  const rate = level === 'short' ? EDITS.light : level in EDITS ? EDITS[level as keyof typeof EDITS] : 0;
  const middle = host.indexOf(' ', host.length / 2) + 1;
  let copy = `${host.slice(0, middle)}\n\n`;
  const truth: Block[] = [];
  for (const block of blocks) {
    const original = trimmedToWords(text, block);
    const start = copy.length;
    copy += edited(text.slice(original.start, original.end), rate / 100, vocabulary, next);
    truth.push({ original, copy: { start, end: copy.length } });
    copy += '\n\n';
  }
  return { level, text: copy + host.slice(middle), blocks: truth };
}

function edited(text: string, rate: number, vocabulary: readonly string[], next: () => number): string {
  const parts = text.split(/(\s+)/);
  const any = () => vocabulary[Math.floor(next() * vocabulary.length)]!;
  for (let i = 2; i < parts.length - 2; i += 2) {
    if (next() >= rate) continue;
    const kind = next();
    if (kind < 0.5) parts[i] = any();
    else if (kind < 0.75) parts[i] = parts[i + 1] = '';
    else parts[i] = `${any()} ${parts[i]}`;
  }
  return parts.join('');
}

/** Without the quotation marks and stops at its ends: a passage ends at words. */
function trimmedToWords(text: string, piece: Piece): Piece {
  const word = /[\p{L}\p{N}_]/u;
  let { start, end } = piece;
  while (start < end && !word.test(text[start]!)) start++;
  while (end > start && !word.test(text[end - 1]!)) end--;
  return { start, end };
}

function piecesOf(text: string, pattern: RegExp): Piece[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function shuffled<T>(items: readonly T[], next: () => number): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const k = Math.floor(next() * (i + 1));
    [out[i], out[k]] = [out[k]!, out[i]!];
  }
  return out;
}
