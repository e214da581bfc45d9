/** Tables as CSV (RFC 4180) for a spreadsheet: every cell of text quoted, in UTF-8. */
import type { Document } from '../model/document.js';
import { visible } from './plain.js';

export type Cell = string | number | null;

/** What stands in each column for a row, by the column's name. */
export interface Columns<Row> {
  readonly [name: string]: (row: Row) => Cell;
}

/** The columns that say whose account a row is of. */
export const ACCOUNT_COLUMNS: Columns<{ readonly document: Document }> = {
  outlet: ({ document }) => document.outlet,
  date: ({ document }) => document.published,
  title: ({ document }) => document.title,
  file: ({ document }) => document.ref,
  url: ({ document }) => document.url,
};

/** The mark by which spreadsheets know UTF-8; without it they garble quotation marks. */
const BYTE_ORDER_MARK = '\ufeff';

/** The table as a file for spreadsheets. */
export function* forSpreadsheets(table: Iterable<string>): Iterable<string> {
  yield BYTE_ORDER_MARK;
  yield* table;
}

export function* toTable<Row>(columns: Columns<Row>, rows: Iterable<Row>): Iterable<string> {
  yield record(Object.keys(columns));
  const cells = Object.values(columns);
  for (const row of rows) yield record(cells.map((of) => of(row)));
}

const record = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`;

function cell(value: Cell): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return String(value);
  return `"${inert(value).replace(/"/g, '""')}"`;
}

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV Injection"): texts are
 * others', and a formula can send away what stands beside it.
 */
function inert(value: string): string {
  const shown = visible(value);
  return FORMULA.test(shown) ? `'${shown}` : shown;
}

const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;
