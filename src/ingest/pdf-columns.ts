/** Columns side by side: a band of rows through which a gutter runs. */
import type { Fragment } from './pdf-layout.js';

export interface Band {
  readonly left: readonly Fragment[];
  readonly right: readonly Fragment[];
  /** The first row behind the band. */
  readonly end: number;
}

/** A stretch of white through all rows looked at so far. */
interface Gutter {
  from: number;
  to: number;
}

/** Narrower white is no gutter, in sizes of the letters. */
const MIN_GUTTER = 0.7;
/** A side with fewer rows, or shorter pieces on average, is a table's or a list's and read row by row. */
const MIN_ROWS = 3;
const MIN_LETTERS = 14;
/** Wider white parts pieces; words set one by one stand closer. */
const CELL_GAP = 1.8;
/** A last row on one side that stands this far below, in sizes of the letters, belongs to what follows across the page. */
const APART = 1.8;

/** The band of columns that begins with this row, or null. */
export function columnsFrom(rows: readonly (readonly Fragment[])[], first: number): Band | null {
  let gutters = within(rows[first]!);
  if (gutters.length === 0) return null;
  let end = first + 1;
  for (; end < rows.length; end++) {
    const left = narrowed(gutters, rows[end]!);
    if (left.length === 0) break;
    gutters = left;
  }
  if (end < rows.length) end = beforeApart(rows, first, end, gutters);
  const widest = gutters.reduce((best, gutter) =>
    gutter.to - gutter.from > best.to - best.from ? gutter : best,
  );
  const middle = (widest.from + widest.to) / 2;
  const all = rows.slice(first, end);
  const left = all.flatMap((row) => row.filter((fragment) => fragment.right <= middle));
  const right = all.flatMap((row) => row.filter((fragment) => fragment.right > middle));
  return isColumn(left) && isColumn(right) ? { left, right, end } : null;
}

/** The white between the fragments of a row. */
function within(row: readonly Fragment[]): Gutter[] {
  const gutters: Gutter[] = [];
  let reached = row[0]!.right;
  for (const fragment of row.slice(1)) {
    if (fragment.x - reached >= MIN_GUTTER * Math.min(fragment.size, row[0]!.size))
      gutters.push({ from: reached, to: fragment.x });
    reached = Math.max(reached, fragment.right);
  }
  return gutters;
}

/** What a row leaves of the gutters. */
function narrowed(gutters: readonly Gutter[], row: readonly Fragment[]): Gutter[] {
  let open = [...gutters];
  for (const { x, right, size } of row) {
    open = open.flatMap(({ from, to }) => {
      if (right <= from || x >= to) return [{ from, to }];
      const pieces = [
        { from, to: Math.min(to, x) },
        { from: Math.max(from, right), to },
      ];
      return pieces.filter((piece) => piece.to - piece.from >= MIN_GUTTER * size);
    });
  }
  return open;
}

function beforeApart(
  rows: readonly (readonly Fragment[])[],
  first: number,
  end: number,
  gutters: readonly Gutter[],
): number {
  const { from, to } = gutters[0]!;
  const oneSided = (row: readonly Fragment[]): boolean =>
    row.every(({ x }) => x >= to) || row.every(({ right }) => right <= from);
  for (let i = end - 1; i > first && oneSided(rows[i]!); i--) {
    const [above, row] = [rows[i - 1]![0]!, rows[i]![0]!];
    if (row.y - above.y > APART * Math.max(row.size, above.size)) return i;
  }
  return end;
}

/** `fragments` row by row, from left to right. */
function isColumn(fragments: readonly Fragment[]): boolean {
  const heights = new Set(fragments.map(({ y }) => Math.round(y)));
  const letters = fragments.reduce((sum, { text }) => sum + text.length, 0);
  let pieces = 0;
  fragments.forEach(({ x, y, size }, i) => {
    const before = fragments[i - 1];
    if (before === undefined || y - before.y > 0.5 * size || x - before.right > CELL_GAP * size) pieces++;
  });
  return heights.size >= MIN_ROWS && letters >= MIN_LETTERS * pieces;
}
