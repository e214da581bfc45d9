/** Lines of pages joined to paragraphs, across columns and pages. */
import type { PdfLine } from './pdf-layout.js';
import type { PdfPage } from './pdf-pages.js';

/** A paragraph of a PDF. */
export interface PdfParagraph {
  readonly text: string;
  readonly page: number;
  readonly size: number;
  /** Null where its lines differ. */
  readonly font: string | null;
  readonly lines: number;
  /** A row of a table. */
  readonly row: boolean;
}

/** What most letters of a file are set in. */
export interface Body {
  readonly size: number;
  readonly font: string;
  /** From line to line, in sizes. */
  readonly leading: number;
}

/** Sizes that differ by less count as one. */
const SIZE_STEP = 0.08;
/** A line that ends this part of the column's width before its edge was ended on purpose. */
const SHORT = 0.25;
const NEARLY = 0.05;
/** In sizes of the letters. */
const INDENT = 0.7;
const SPACED = 1.2;
const FAR = 1.7;
const NOTE_SIZE = 0.9;

const BULLET = /^[•●▪◦‣·–—*-]\s/;
const NUMBERED = /^(?:\d{1,3}|[a-z])[.)]\s/;
export const isListItem = (text: string): boolean => BULLET.test(text) || NUMBERED.test(text);
const ENDED = /[.?!…:;]["”’»')\]]*$/;
const CJK = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;

interface Placed extends PdfLine {
  readonly page: number;
}

export function bodyOf(pages: readonly PdfPage[]): Body {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  const add = <K>(map: Map<K, number>, key: K, n: number): void => void map.set(key, (map.get(key) ?? 0) + n);
  for (const { lines } of pages)
    for (const line of lines) {
      add(sizes, Math.round(line.size * 2) / 2, line.text.length);
      add(fonts, line.font, line.text.length);
    }
  const most = <K>(map: Map<K, number>): K | undefined =>
    [...map].reduce<[K, number] | null>(
      (best, entry) => (best === null || entry[1] > best[1] ? entry : best),
      null,
    )?.[0];
  const size = most(sizes) ?? 1;
  const steps: number[] = [];
  for (const { lines } of pages)
    for (const [i, line] of lines.entries()) {
      const next = lines[i + 1];
      if (next?.column === line.column && sameSize(line.size, size) && sameSize(next.size, size))
        steps.push((next.y - line.y) / size);
    }
  steps.sort((a, b) => a - b);
  return { size, font: most(fonts) ?? '', leading: steps[Math.floor(steps.length * 0.25)] ?? 1.2 };
}

function sameSize(a: number, b: number): boolean {
  return Math.abs(a - b) <= SIZE_STEP * Math.max(a, b);
}

/** The paragraphs in reading order; notes at the foot of a page behind the paragraph that runs on over it. */
export function paragraphsOf(pages: readonly PdfPage[], body: Body): PdfParagraph[] {
  const words = hyphenatedIn(pages);
  const paragraphs: PdfParagraph[] = [];
  let open: Placed[] = [];
  let notes: Placed[] = [];
  const close = (): void => {
    if (open.length > 0) paragraphs.push(joined(open, words));
    open = [];
  };
  const flow = (lines: readonly Placed[]): void => {
    lines.forEach((line, i) => {
      const before = open.at(-1);
      if (before !== undefined && parted(open, line, lines[i + 1], body)) {
        close();
        flushNotes(line.page);
      }
      open.push(line);
    });
  };
  const flushNotes = (page: number): void => {
    if (notes.length === 0 || notes[0]!.page >= page) return;
    const due = notes;
    notes = [];
    const held = open;
    open = [];
    flow(due);
    close();
    open = held;
  };
  for (const page of pages) {
    const lines = page.lines.map((line) => ({ ...line, page: page.number }));
    let text = lines.length;
    while (text > 0 && lines[text - 1]!.size < NOTE_SIZE * body.size) text--;
    flow(text === 0 ? lines : lines.slice(0, text));
    if (text > 0) notes.push(...lines.slice(text));
  }
  close();
  flushNotes(Number.POSITIVE_INFINITY);
  return paragraphs;
}

/** Does a paragraph end between the lines read so far and the next one? */
function parted(open: readonly Placed[], b: Placed, c: Placed | undefined, body: Body): boolean {
  const a = open.at(-1)!;
  if (!sameSize(a.size, b.size)) return true;
  if (BULLET.test(b.text)) return true;
  const ended = ENDED.test(a.text);
  const width = Math.max(a.to - a.from, a.size);
  const short = a.right < a.to - SHORT * width;
  if (a.page !== b.page || a.column !== b.column)
    return (
      a.size > (1 + SIZE_STEP) * body.size ||
      a.gaps > 0 ||
      (ended && !/^\p{Ll}/u.test(b.text)) ||
      (short && !ended && a.font !== b.font)
    );
  if (a.gaps > 0 || b.gaps > 0) return true;
  const step = (b.y - a.y) / a.size;
  if (step > SPACED * Math.max(body.leading, 1)) return true;
  // Where all lines are far apart a sentence that ends before the edge tells.
  if (step > FAR && ended && a.right < a.to - NEARLY * width && /^\P{Ll}/u.test(b.text)) return true;
  if (a.font !== b.font && a.font !== body.font && short && !ended) return true;
  const indent = INDENT * a.size;
  const inList = isListItem(open[0]!.text);
  if (NUMBERED.test(b.text) && (ended || inList)) return true;
  if (b.x > a.x + indent && b.x > b.from + indent)
    // Lines that hang behind the first are no new paragraph.
    return !inList && (short || c === undefined || c.column !== b.column || c.x < b.x - indent);
  if (b.x < a.x - indent) return open.length > 1;
  return short && ended && !/^\p{Ll}/u.test(b.text);
}

function joined(lines: readonly Placed[], words: ReadonlySet<string>): PdfParagraph {
  let text = '';
  for (const { text: next } of lines) text = text === '' ? next : joinLines(text, next, words);
  const first = lines[0]!;
  return {
    text: text.replace(/\u00ad/g, ''),
    page: first.page,
    size: first.size,
    font: lines.every(({ font }) => font === first.font) ? first.font : null,
    lines: lines.length,
    row: lines.some(({ gaps }) => gaps > 0),
  };
}

/** Two lines joined: a word cut at the line's end is made whole, "harbour-" + "master". */
function joinLines(a: string, b: string, words: ReadonlySet<string>): string {
  const cut = /(\p{L}[\p{L}\p{M}’'-]{0,60})([-\u2010\u2011\u00ad])$/u.exec(a.slice(-70));
  const rest = /^\p{L}[\p{L}\p{M}]*/u.exec(b)?.[0];
  if (cut !== null && rest !== undefined) {
    const soft = cut[2] === '\u00ad';
    const whole = `${cut[1]}-${rest}`.toLowerCase();
    const keeps = !soft && (!/^\p{Ll}/u.test(rest) || words.has(whole) || cut[1]!.includes('-'));
    return (keeps ? a : a.slice(0, -1)) + b;
  }
  // "1990–" + "1994", "ten-" + "4": nothing stands between.
  if (/[\p{L}\p{N}][-\u2010\u2013\u2014/]$/u.test(a.slice(-2)) && /^[\p{L}\p{N}]/u.test(b)) return a + b;
  if (CJK.test(a.slice(-1)) && CJK.test(b.slice(0, 1))) return a + b;
  return `${a} ${b}`;
}

/** Words that stand with their hyphen inside a line. */
function hyphenatedIn(pages: readonly PdfPage[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { lines } of pages)
    for (const { text } of lines) {
      if (!/[-\u2010\u2011]/.test(text)) continue;
      for (const word of text.split(/[^\p{L}\p{M}’'\u2010\u2011-]+/u))
        if (word.length < 80 && /\p{L}[-\u2010\u2011]\p{L}/u.test(word))
          words.add(
            word
              .toLowerCase()
              .replace(/[\u2010\u2011]/g, '-')
              .replace(/^-+|-+$/g, ''),
          );
    }
  return words;
}
