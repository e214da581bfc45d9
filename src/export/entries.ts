/** Entries of a page about a record on a terminal: a count or a mark at the left, words, a figure at the right. */
import pc from 'picocolors';
import type { Claim } from '../model/record.js';
import { onClaim } from './amended.js';
import { columns, pad, padStart, wrap } from './columns.js';
import { plain } from './plain.js';
import { accountsOf, originsLabel, reasonOf, type View } from './view.js';

export interface TerminalOptions {
  /** Columns of the terminal. */
  readonly width?: number;
  readonly colour?: boolean;
}

export interface RecordPage {
  readonly view: View;
  /** Columns. */
  readonly width: number;
  readonly paint: ReturnType<typeof pc.createColors>;
}

/** Wider lines are hard to read. */
const WIDEST = 110;
const NARROWEST = 40;
/** Columns before the words of an entry. */
export const GUTTER = 7;

export const recordPage = (view: View, { width = 80, colour }: TerminalOptions): RecordPage => ({
  view,
  width: Math.max(NARROWEST, Math.min(width, WIDEST)),
  paint: pc.createColors(colour === true),
});

/** A heading, with what the figures at the right edge are. */
export function headingOf({ paint, width }: RecordPage, title: string, column = ''): string {
  if (column === '') return paint.bold(title);
  return `${paint.bold(title)}${paint.dim(padStart(column, width - columns(title)))}`;
}

/** A count at the left, wrapped words, and a short figure at the right edge of the first line. */
export function entry(
  { width, paint }: RecordPage,
  count: string,
  words: string,
  right: string,
): readonly string[] {
  const room = width - GUTTER - columns(right) - 2;
  const [first = '', ...rest] = wrap(words, room);
  return [`${padStart(count, 5)}  ${pad(first, room)}  ${paint.cyan(right)}`, ...rest.map(indented)];
}

/** The title, which carries source and hedge, with the accounts at the left and the range at the right; then the reason. */
export function claimEntry(page: RecordPage, claim: Claim): readonly string[] {
  const accounts = String(accountsOf(claim).length || claim.statements.length);
  return [
    ...entry(page, accounts, plain(claim.title), originsLabel(claim.origins)),
    ...below(page, reasonOf(claim)),
    ...onClaim(claim, page.view)
      .flatMap((words) => wrap(plain(words), page.width - GUTTER))
      .map((line) => indented(page.paint.yellow(line))),
  ];
}

/** Small words below an entry. */
export const below = ({ width, paint }: RecordPage, words: string): readonly string[] =>
  wrap(plain(words), width - GUTTER).map((line) => indented(paint.dim(line)));

/** Words behind a mark. At most so many lines. */
export const bullet = ({ width }: RecordPage, words: string, most = 4): readonly string[] =>
  wrap(words, width - GUTTER, most).map((line, i) => (i === 0 ? `    ·  ${line}` : indented(line)));

export const indented = (line: string): string => `${' '.repeat(GUTTER)}${line}`;
