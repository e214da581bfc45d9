/**
 * Lanes: the other coordinate. Each mark has its row by time; from a mark a trunk runs down its lane to the last of its
 * heirs, and at each heir's row a branch leaves it. Heirs stand to the right of what they come from, so that the eye
 * finds origins at the left.
 */

import { append } from '../../text/multimap.js';

/** Rows of the two ends. A row has one mark, so that the row names it. */
export interface Line {
  readonly from: number;
  readonly to: number;
}

/** The lane of each row's mark, from 0: of a few orders of placing the one with the shortest branches and fewest crossings. */
export function lanesOf(rows: number, lines: readonly Line[]): readonly number[] {
  const extents = extentsOf(rows, lines);
  const inOrder = Array.from({ length: rows }, (_, row) => row);
  const length = (row: number): number => extents[row]!.end - extents[row]!.start;
  const orders = [
    inOrder,
    // Long trunks at the far left cross nothing; short ones stay near their heirs.
    [...inOrder].sort((a, b) => length(b) - length(a) || a - b),
    [...inOrder].sort((a, b) => length(a) - length(b) || a - b),
  ];
  const tried = orders.map((order) => place(order, lines, extents));
  const costs = tried.map((lanes) => cost(lanes, lines, extents));
  return tried[costs.indexOf(Math.min(...costs))]!;
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** The rows that each mark's trunk passes; an heir of an undated source may stand above it. */
export function extentsOf(rows: number, lines: readonly Line[]): readonly Extent[] {
  const extents = Array.from({ length: rows }, (_, row) => ({ start: row, end: row }));
  for (const { from, to } of lines) {
    extents[from]!.start = Math.min(extents[from]!.start, to);
    extents[from]!.end = Math.max(extents[from]!.end, to);
  }
  return extents;
}

/** Origins in the order given, each followed by its heirs, in the leftmost lane that is free and right of its sources. */
function place(
  order: readonly number[],
  lines: readonly Line[],
  extents: readonly Extent[],
): readonly number[] {
  const sources = new Map<number, number[]>();
  const heirs = new Map<number, number[]>();
  for (const { from, to } of lines) {
    append(sources, to, from);
    append(heirs, from, to);
  }
  const lanes: (number | undefined)[] = extents.map(() => undefined);
  const held: { readonly extent: Extent; readonly row: number }[][] = [];
  const isFree = (lane: number, extent: Extent, but: number | null): boolean =>
    (held[lane] ?? []).every(
      (other) => other.row === but || other.extent.end < extent.start || other.extent.start > extent.end,
    );
  const put = (row: number, lane: number): void => {
    lanes[row] = lane;
    held[lane] ??= [];
    held[lane].push({ extent: extents[row]!, row });
  };
  const waiting = [...order].filter((row) => !sources.has(row));
  // Circles have no origin; their rows come last.
  for (const start of [...waiting, ...order]) {
    const next = [start];
    for (const row of next) {
      if (lanes[row] !== undefined) continue;
      const above = (sources.get(row) ?? []).flatMap((source) => lanes[source] ?? []);
      const least = above.length === 0 ? 0 : Math.max(...above) + 1;
      const straight = onlyHeirOf(row, sources, heirs, lanes);
      if (
        straight !== null &&
        extents[row]!.start === row &&
        isFree(lanes[straight]!, extents[row]!, straight)
      ) {
        put(row, lanes[straight]!);
      } else {
        let lane = least;
        while (!isFree(lane, extents[row]!, null)) lane++;
        put(row, lane);
      }
      // An heir waits until all that it comes from is placed, so that it can stand right of it.
      for (const heir of heirs.get(row) ?? []) {
        if ((sources.get(heir) ?? []).every((source) => lanes[source] !== undefined)) next.push(heir);
      }
    }
  }
  return lanes as number[];
}

/** The one source whose line into this row may go straight down, because it leads nowhere else. */
function onlyHeirOf(
  row: number,
  sources: ReadonlyMap<number, readonly number[]>,
  heirs: ReadonlyMap<number, readonly number[]>,
  lanes: readonly (number | undefined)[],
): number | null {
  const found = (sources.get(row) ?? []).filter(
    (source) => source < row && lanes[source] !== undefined && heirs.get(source)!.length === 1,
  );
  // Right of all its other sources still.
  const rightmost = found.sort((a, b) => lanes[b]! - lanes[a]!)[0];
  if (rightmost === undefined) return null;
  return (sources.get(row) ?? []).every((s) => s === rightmost || (lanes[s] ?? 0) < lanes[rightmost]!)
    ? rightmost
    : null;
}

/** A crossing disturbs as much as two lanes of way. */
const CROSSING = 2;

/** Lanes that branches pass, and the trunks that they cross. */
export function cost(lanes: readonly number[], lines: readonly Line[], extents: readonly Extent[]): number {
  let sum = 0;
  for (const { from, to } of lines) {
    const [left, right] = [Math.min(lanes[from]!, lanes[to]!), Math.max(lanes[from]!, lanes[to]!)];
    sum += right - left;
    for (let row = 0; row < lanes.length; row++) {
      const { start, end } = extents[row]!;
      if (row !== from && lanes[row]! > left && lanes[row]! < right && start <= to && end > to)
        sum += CROSSING;
    }
  }
  return sum;
}
