/** The lines of a page in reading order, found by geometry: pieces → fragments → rows → columns → lines. */
import { columnsFrom } from './pdf-columns.js';

/** A piece of text on an upright page, in points; y is the baseline and runs down. */
export interface PdfItem {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Name of the font, one and the same through a file. */
  readonly font: string;
}

/** A line of a column. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  /** Of most of its letters. */
  readonly size: number;
  readonly font: string;
  /** Number of the column on its page. */
  readonly column: number;
  /** Edges of the column. */
  readonly from: number;
  readonly to: number;
  /** Wide gaps inside: cells of a table. */
  readonly gaps: number;
}

/** Pieces that follow each other in the file and on the page. */
export interface Fragment {
  text: string;
  readonly x: number;
  right: number;
  readonly y: number;
  size: number;
  font: string;
  /** Letters in `size` and `font`. */
  weight: number;
}

/** In parts of the size of the letters. */
const SPACE_GAP = 0.17;
const FRAGMENT_GAP = 1;
const CELL_GAP = 2.2;
const SAME_BASELINE = 0.4;
/** An initial over several lines. */
const INITIAL = 1.8;

export function layout(items: readonly PdfItem[]): PdfLine[] {
  const fragments = withInitials(fragmentsOf(items));
  const rtl = isRightToLeft(fragments.map((fragment) => fragment.text).join(''));
  const columns = columnsOf(fragments, rtl, 0);
  return columns.flatMap((rows, column) => {
    const lines = rows.map((row) => lineOf(row, rtl));
    const [from, to] = edges(lines);
    return lines.map((line) => ({ ...line, column, from, to }));
  });
}

function fragmentsOf(items: readonly PdfItem[]): Fragment[] {
  const fragments: Fragment[] = [];
  const seen = new Set<string>();
  let current: Fragment | null = null;
  let spaced = false;
  for (const { str, x, y, width, size, font } of items) {
    const text = str.replace(/\s+/g, ' ');
    if (text.trim() === '') {
      spaced ||= text !== '';
      continue;
    }
    // Bold by printing twice.
    const print = `${text}|${Math.round(x / 2)}|${Math.round(y / 2)}`;
    if (text.length > 1 && seen.has(print)) continue;
    seen.add(print);
    const gap = current === null ? 0 : x - current.right;
    const unit = current === null ? size : Math.max(size, current.size);
    if (
      current !== null &&
      Math.abs(y - current.y) <= SAME_BASELINE * unit &&
      gap > -0.5 * unit &&
      gap < FRAGMENT_GAP * unit &&
      !(size > INITIAL * current.size || current.size > INITIAL * size)
    ) {
      const apart =
        (spaced || gap > SPACE_GAP * unit) && !current.text.endsWith(' ') && !text.startsWith(' ');
      current.text += (apart ? ' ' : '') + text;
      current.right = Math.max(current.right, x + width);
      if (text.length > current.weight) Object.assign(current, { size, font, weight: text.length });
      else if (font === current.font) current.weight += text.length;
    } else {
      current = { text, x, right: x + width, y, size, font, weight: text.length };
      fragments.push(current);
    }
    spaced = false;
  }
  return fragments;
}

/** An initial over several lines is put before the line that it begins; the lines beside it begin where it does. */
function withInitials(fragments: readonly Fragment[]): Fragment[] {
  const moved = new Map<Fragment, Fragment | null>();
  fragments.forEach((initial, i) => {
    if (!/^\s*["“‘«]?\p{Lu}\s*$/u.test(initial.text)) return;
    const beside = fragments.slice(i + 1, i + 8).filter((fragment) => {
      const after = fragment.x - initial.right;
      return (
        initial.size > INITIAL * fragment.size &&
        fragment.y > initial.y - initial.size &&
        fragment.y < initial.y + 0.3 * fragment.size &&
        after > -0.5 * fragment.size &&
        after < 1.5 * fragment.size
      );
    });
    const first = beside[0];
    if (first === undefined || beside.some((fragment) => moved.has(fragment) || fragment.y < first.y)) return;
    moved.set(initial, null);
    for (const fragment of beside) moved.set(fragment, { ...fragment, x: initial.x });
    moved.set(first, { ...first, text: initial.text.trim() + first.text, x: initial.x });
  });
  return fragments.flatMap((fragment) => {
    const now = moved.get(fragment);
    return now === null ? [] : [now ?? fragment];
  });
}

/** Fragments on one baseline, from left to right; rows from top to bottom. */
export function rowsOf(fragments: readonly Fragment[]): Fragment[][] {
  const rows: Fragment[][] = [];
  for (const fragment of [...fragments].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const head = row?.[0];
    if (head !== undefined && fragment.y - head.y < 0.5 * Math.min(fragment.size, head.size))
      row!.push(fragment);
    else rows.push([fragment]);
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x);
  return rows;
}

/** Columns of text set side by side are rarely nested deeper. */
const MOST_DEEP = 6;

/** The rows of each column, columns in reading order. */
function columnsOf(fragments: readonly Fragment[], rtl: boolean, depth: number): Fragment[][][] {
  const rows = rowsOf(fragments);
  const columns: Fragment[][][] = [];
  let single: Fragment[][] = [];
  const close = (): void => {
    if (single.length > 0) columns.push(single);
    single = [];
  };
  for (let i = 0; i < rows.length; ) {
    const band = depth < MOST_DEEP ? columnsFrom(rows, i) : null;
    if (band === null) {
      single.push(rows[i++]!);
      continue;
    }
    close();
    const sides = rtl ? [band.right, band.left] : [band.left, band.right];
    for (const side of sides) columns.push(...columnsOf(side, rtl, depth + 1));
    i = band.end;
  }
  close();
  return columns;
}

function lineOf(row: readonly Fragment[], rtl: boolean): Omit<PdfLine, 'column' | 'from' | 'to'> {
  const ordered = rtl ? [...row].reverse() : row;
  const main = row.reduce((best, fragment) => (fragment.weight > best.weight ? fragment : best));
  let text = '';
  let gaps = 0;
  ordered.forEach((fragment, i) => {
    const before = ordered[i - 1];
    const gap = before === undefined ? 0 : rtl ? before.x - fragment.right : fragment.x - before.right;
    if (gap > CELL_GAP * main.size) gaps++;
    if (before !== undefined && gap > SPACE_GAP * main.size) text += ' ';
    text += fragment.text;
  });
  const right = row.reduce((most, fragment) => Math.max(most, fragment.right), row[0]!.right);
  return {
    text: text.replace(/ {2,}/g, ' ').trim(),
    x: row[0]!.x,
    right,
    y: main.y,
    size: main.size,
    font: main.font,
    gaps,
  };
}

/** Left edge: where most lines begin; right edge: how far the longest reach, a stray one aside. */
function edges(lines: readonly { readonly x: number; readonly right: number }[]): [number, number] {
  const starts = new Map<number, number>();
  for (const { x } of lines) starts.set(Math.round(x), (starts.get(Math.round(x)) ?? 0) + 1);
  const [common, count] = [...starts].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
  const least = lines.reduce((min, { x }) => Math.min(min, x), lines[0]!.x);
  const ends = lines.map(({ right }) => right).sort((a, b) => a - b);
  return [count * 3 >= lines.length ? common : least, ends[Math.floor(ends.length * 0.95)]!];
}

function isRightToLeft(text: string): boolean {
  const right = text.match(/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g)?.length ?? 0;
  return right * 2 > text.replace(/[\s\p{P}\p{N}]+/gu, '').length && right > 0;
}
