/** Where everything stands, in CSS pixels: a row a mark, lanes to the left of the words, dates before both. */

import { append } from '../../text/multimap.js';
import { columns } from '../columns.js';
import { day } from '../plain.js';
import type { Panel, PanelRow } from './drawing.js';
import { extentsOf, lanesOf } from './lanes.js';
import type { Tie } from './ties.js';
import { shortDay } from './words.js';

export const ROW = 24;
export const LANE = 20;
export const RADIUS = 5.5;
/** Width of the column of dates: "30 Sep 2031". */
const DATES = 88;
/** Between days; after more than a week without an account; before the undated and those without a tie. */
const GAP = { day: 5, weeks: 14, section: 18 };
const WEEK = 7 * 24 * 60 * 60 * 1000;
/** Of a column of text in pixels, with room for wide faces: names at 13 px semi-bold, what is told of them at 12 px. */
const NAME_COLUMN = 8.2;
const TELLING_COLUMN = 7.1;
const DIGIT = 6.4;
/** Half the width of a fold's pill beside its number. */
const PILL = 5.5;
/** From the lanes to the words, and between name and telling. */
const SPACE = 12;
/** Turn of a branch, less where an arrow would have no room behind it; and between branches that come into one mark. */
const TURN = { most: 8, least: 2, arrow: 5 };
const PORT = 4.2;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedRow {
  readonly row: PanelRow;
  /** The middle of the mark. */
  readonly x: number;
  readonly y: number;
  /** Half of a fold's width; else the radius. */
  readonly half: number;
  /** What stands in the column of dates; empty where the row above says it. */
  readonly date: string;
  /** Boxes that hold the words whatever the face. */
  readonly name: Box;
  readonly telling: Box;
}

export interface PlacedTie {
  readonly tie: Tie;
  readonly points: Points;
}

/** From a mark down (or up) its lane, round the corner, into its heir from the side; a straight line where `bend` is null. */
export interface Points {
  readonly start: { readonly x: number; readonly y: number };
  readonly bend: { readonly turn: number; readonly side: 1 | -1 } | null;
  readonly end: { readonly x: number; readonly y: number };
  readonly down: 1 | -1;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly PlacedRow[];
  readonly ties: readonly PlacedTie[];
}

export function layoutOf({ rows, ties }: Panel): Layout {
  const at = new Map(rows.map(({ mark }, i) => [mark.id, i]));
  const lines = ties.map(({ from, to }) => ({ from: at.get(from)!, to: at.get(to)! }));
  const lanes = lanesOf(rows.length, lines);
  const extents = extentsOf(rows.length, lines);
  const ys = heights(rows);
  const dated = rows.some(({ published, section }) => published !== null || section === 'undated');
  const left =
    (dated ? DATES : 0) + Math.max(LANE / 2, ...rows.map((row, i) => halfOf(row) - lanes[i]! * LANE));
  const x = (row: number): number => left + lanes[row]! * LANE;
  /** The rightmost thing of a row: its mark, or a trunk that passes; branches lie between these. */
  const right = rows.map((row, i) => x(i) + halfOf(row));
  extents.forEach(({ start, end }, i) => {
    for (let row = start; row <= end; row++) right[row] = Math.max(right[row]!, x(i));
  });
  const dates = dateLabels(rows);
  const placed = rows.map((row, i): PlacedRow => {
    const start = right[i]! + SPACE;
    const name = columns(row.words.name) * NAME_COLUMN;
    const telling = columns(row.words.telling) * TELLING_COLUMN;
    const box = (from: number, width: number): Box => ({ x: from, y: ys[i]! - ROW / 2, width, height: ROW });
    return {
      row,
      x: x(i),
      y: ys[i]!,
      half: halfOf(row),
      date: dates[i]!,
      name: box(start, name),
      telling: box(start + name + SPACE / 2, telling),
    };
  });
  return {
    width: Math.ceil(Math.max(240, ...placed.map(({ telling }) => telling.x + telling.width))),
    height: rows.length === 0 ? 0 : ys.at(-1)! + ROW / 2,
    rows: placed,
    ties: placeTies(ties, lines, placed),
  };
}

const halfOf = ({ mark }: PanelRow): number =>
  mark.fold === null ? RADIUS : Math.max(RADIUS + 3, PILL + (String(mark.members.length).length * DIGIT) / 2);

function heights(rows: readonly PanelRow[]): readonly number[] {
  const ys: number[] = [];
  let y = ROW / 2;
  // A lost witness stands with the day of its heir, so that the gap comes before it.
  const days = daysAhead(rows);
  rows.forEach((row, i) => {
    const before = rows[i - 1];
    if (before !== undefined) y += ROW + gap(before.section !== row.section, days[i - 1]!, days[i]!);
    ys.push(y);
  });
  return ys;
}

function gap(section: boolean, before: string | null, now: string | null): number {
  if (section) return GAP.section;
  if (before === null || now === null || before === now) return 0;
  return Date.parse(now) - Date.parse(before) > WEEK ? GAP.weeks : GAP.day;
}

const dayOf = (iso: string | null): string | null =>
  /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(iso ?? '')?.[0] ?? null;

/** The day of each row, of one without a date that of the next in its section. */
function daysAhead(rows: readonly PanelRow[]): readonly (string | null)[] {
  const days: (string | null)[] = rows.map(() => null);
  for (let i = rows.length - 1; i >= 0; i--) {
    const next = rows[i + 1]?.section === rows[i]!.section ? days[i + 1]! : null;
    days[i] = rows[i]!.section === 'dated' ? (dayOf(rows[i]!.published) ?? next) : null;
  }
  return days;
}

/** Each day once, at its first account; the undated say so once. */
function dateLabels(rows: readonly PanelRow[]): readonly string[] {
  let said = '';
  return rows.map(({ published, section, mark }) => {
    if (section === 'lone' || (section === 'dated' && published === null)) return '';
    const now =
      section === 'undated' ? (mark.lost ? '' : 'undated') : (shortDay(published) ?? day(published) ?? '');
    if (now === said) return '';
    if (now !== '') said = now;
    return now;
  });
}

function placeTies(
  ties: readonly Tie[],
  lines: readonly { readonly from: number; readonly to: number }[],
  rows: readonly PlacedRow[],
): readonly PlacedTie[] {
  // Branches into one mark come in one above the other, the nearest lane lowest where they come from above.
  const into = new Map<string, number[]>();
  lines.forEach(({ from, to }, i) => {
    const [a, b] = [rows[from]!, rows[to]!];
    if (a.x === b.x) return;
    const key = `${to} ${a.x < b.x}`;
    append(into, key, i);
  });
  const offset = new Map<number, number>();
  for (const list of into.values()) {
    list.sort((i, j) => rows[lines[i]!.from]!.x - rows[lines[j]!.from]!.x || lines[i]!.from - lines[j]!.from);
    list.forEach((i, nth) => {
      offset.set(i, (nth - (list.length - 1) / 2) * PORT);
    });
  }
  return ties.map((tie, i) => {
    const [a, b] = [rows[lines[i]!.from]!, rows[lines[i]!.to]!];
    const down = b.y >= a.y ? 1 : -1;
    const start = { x: a.x, y: a.y + down * (a.row.mark.fold === null ? RADIUS : PILL_HEIGHT / 2) };
    if (a.x === b.x)
      return { tie, points: { start, bend: null, end: { x: b.x, y: b.y - down * endRadius(b) }, down } };
    const side = b.x > a.x ? 1 : -1;
    const y = b.y + (offset.get(i) ?? 0);
    const turn = Math.max(TURN.least, Math.min(TURN.most, Math.abs(b.x - a.x) - b.half - TURN.arrow));
    return { tie, points: { start, bend: { turn, side }, end: { x: b.x - side * b.half, y }, down } };
  });
}

export const PILL_HEIGHT = 16;
const endRadius = ({ row }: PlacedRow): number => (row.mark.fold === null ? RADIUS : PILL_HEIGHT / 2);
