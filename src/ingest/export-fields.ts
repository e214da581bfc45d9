/** The lines of one article in a press database's export: its fields, and the blocks that they make. */
import type { Block, BlockRole } from '../model/document.js';
import type { Span } from '../model/span.js';
import { segment } from '../text/blocks.js';

/** One article as an export gives it. Its text is cut from the file as it stands; null where nothing tells. */
export interface Article {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** False where the export holds its fields and none of its text. */
  readonly hasBody: boolean;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly url: string | null;
}

export const NOTHING_TOLD = {
  title: null,
  outlet: null,
  byline: null,
  published: null,
  language: null,
  url: null,
} as const;

/** Databases give some hundreds of articles in one file. */
const MOST_ARTICLES = 20_000;

/** What a pattern finds, none of it where that is more than any export has. */
export function marksIn(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (const match of text.matchAll(pattern)) {
    found.push(match);
    if (found.length > MOST_ARTICLES) return [];
  }
  return found;
}

/** A line that holds something, without the space around it. */
export interface Line extends Span {
  readonly text: string;
  /** An empty line stands before it, or it is the first. */
  readonly spaced: boolean;
}

export function exportLines(text: string): Line[] {
  const lines: Line[] = [];
  let spaced = true;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const raw = text.slice(start, end);
    const line = raw.trim();
    if (line === '') spaced = true;
    else {
      const from = start + raw.length - raw.trimStart().length;
      lines.push({ start: from, end: from + line.length, text: line, spaced });
      spaced = false;
    }
    start = end + 1;
  }
  return lines;
}

/** Lines that belong together: a field with its value, or a paragraph. */
export interface Chunk extends Span {
  /** Lower case; null for a chunk that is no field. */
  readonly name: string | null;
  /** Where the value begins, behind the name and its colon. */
  readonly valueStart: number;
  readonly value: string;
}

const LABEL = /^(\p{L}[\p{L} /-]{1,30}?) ?:/u;

/**
 * Cuts lines into chunks: before empty lines, before lines that begin with one of the names and a colon, and before lines
 * that are one of the names that stand alone.
 */
export function chunksOf(
  text: string,
  lines: readonly Line[],
  names: ReadonlySet<string>,
  alone: ReadonlySet<string> = new Set(),
): Chunk[] {
  const labels = lines.map((line) => labelOf(line.text, names, alone));
  const chunks: Chunk[] = [];
  let at = 0;
  while (at < lines.length) {
    const first = lines[at]!;
    const label = labels[at]!;
    let last = at;
    while (last + 1 < lines.length && !lines[last + 1]!.spaced && labels[last + 1] === null) last++;
    const end = lines[last]!.end;
    let valueStart = first.start + (label?.length ?? 0);
    while (valueStart < end && /\s/.test(text.charAt(valueStart))) valueStart++;
    chunks.push({
      start: first.start,
      end,
      name: label?.name ?? null,
      valueStart,
      value: oneLine(text.slice(valueStart, end)),
    });
    at = last + 1;
  }
  return chunks;
}

function labelOf(
  line: string,
  names: ReadonlySet<string>,
  alone: ReadonlySet<string>,
): { name: string; length: number } | null {
  const whole = line.length < 40 ? line.toLowerCase() : '';
  if (alone.has(whole)) return { name: whole, length: line.length };
  const label = LABEL.exec(line.slice(0, 40));
  if (label === null) return null;
  const name = label[1]!.toLowerCase();
  return names.has(name) ? { name, length: label[0].length } : null;
}

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** "By Ines Calder" → "Ines Calder"; null for nobody. */
export function bylineIn(value: string | null): string | null {
  const name = value?.replace(/^by\s+/i, '').trim() ?? '';
  return name === '' ? null : name;
}

/** No press article is that long, in code units: of anything longer the paragraphs are not told apart. */
const MAX_SEGMENTED = 300_000;

/** Gathers the blocks of an article. */
export class Blocks {
  readonly blocks: Block[] = [];
  private told = false;

  constructor(private readonly text: string) {}

  add({ start, end }: Span, role: BlockRole): void {
    if (end > start) this.blocks.push({ start, end, role });
  }

  /** The name of a field is no part of the account, its value is what `role` says. */
  field(chunk: Chunk, role: BlockRole): void {
    if (role === 'boilerplate') this.add(chunk, role);
    else {
      this.label(chunk);
      this.add({ start: chunk.valueStart, end: chunk.end }, role);
    }
  }

  label({ start, valueStart }: Chunk): void {
    this.add({ start, end: start + this.text.slice(start, valueStart).trimEnd().length }, 'boilerplate');
  }

  /** The running text under a headline, in paragraphs as a plain text has them; fields may part its stretches. */
  body(stretches: readonly Span[], title: string | null): void {
    if (stretches.reduce((sum, { start, end }) => sum + end - start, 0) > MAX_SEGMENTED) {
      for (const stretch of stretches) this.add(stretch, 'body');
      this.told = true;
      return;
    }
    let whole = title ?? 'An article without a title';
    const pieces = stretches.map(({ start, end }) => {
      whole += '\n\n';
      const at = whole.length;
      whole += unwrapped(this.text.slice(start, end));
      return { at, start };
    });
    for (const { start, end, role } of segment(whole)) {
      const piece = pieces.findLast(({ at }) => at <= start);
      if (piece === undefined) continue;
      this.told = true;
      const shift = piece.start - piece.at;
      this.add({ start: start + shift, end: end + shift }, role === 'headline' ? 'body' : role);
    }
  }

  /** The article from its first block to its last. */
  article(told: Omit<Article, 'text' | 'blocks' | 'hasBody'>): Article {
    this.blocks.sort((a, b) => a.start - b.start);
    const from = this.blocks[0]?.start ?? 0;
    const to = this.blocks.at(-1)?.end ?? 0;
    return {
      ...told,
      text: this.text.slice(from, to),
      blocks: this.blocks.map(({ start, end, role }) => ({ start: start - from, end: end - from, role })),
      hasBody: this.told,
    };
  }
}

/** Wires and databases wrap paragraphs at so many characters, and no line is longer. */
const WIDEST_WRAP = 100;
const SHORTEST_WRAP = 40;

/** A hard-wrapped text with the lines of each paragraph joined, at the same length. */
function unwrapped(text: string): string {
  const lines = exportLines(text);
  if (lines.some((line) => line.text.length > WIDEST_WRAP) || !lines.some((line, i) => i > 0 && line.spaced))
    return text;
  const pieces: string[] = [];
  let at = 0;
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const gap = text.slice(at, line.start);
    const joins = before !== undefined && !line.spaced && before.text.length >= SHORTEST_WRAP;
    pieces.push(joins ? ' '.repeat(gap.length) : gap, text.slice(line.start, line.end));
    at = line.end;
  }
  return pieces.join('') + text.slice(at);
}
