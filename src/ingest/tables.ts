/** Tables of accounts, one a row: sheets of newsrooms, exports of media archives. */
import { CsvError, parse } from 'csv-parse/sync';
import type { Message } from '../model/message.js';
import { columnDates } from './column-dates.js';
import { type ColumnMap, type Columns, columnsOf, type Field, listed } from './columns.js';
import { delimiterOf } from './delimiter.js';
import { about, type Ingested } from './document.js';
import { statusIn } from './row-fields.js';
import { collector, readRow } from './rows.js';
import { bare, languageCode } from './told.js';

/** So many cells take five seconds; a table of articles has some thousands. */
const MOST_CELLS = 8_000_000;
/** So many take two seconds. */
const MOST_ROWS = 100_000;
/** Messages of one kind about rows; the rest are counted. */
const MOST_SAID = 100;

const NO_MAP: ColumnMap = new Map();

/** The row as the number under the header, from 1, and its cells by field, null where the row has none. */
type Row = { readonly number: number } & Readonly<Record<Field, string | null>> & {
    /** All cells of the columns that may hold these dates, in their order, null where empty. */
    readonly cells: Readonly<Record<DateField, readonly (string | null)[]>>;
  };
type DateField = 'published' | 'captured';

/**
 * The accounts of a table. The ref of a row is what its id column says, else "table.csv#ROW", from 1 under the header.
 * Never throws: a table without a text, a row that cannot be read, a date that is not sure are messages.
 */
export function readTable(ref: string, text: string, map: ColumnMap = NO_MAP): Ingested {
  const messages: Message[] = [];
  const say = (rule: string, severity: Message['severity'], note: string): void => {
    messages.push(about(rule, severity, ref, note));
  };
  const said = /^sep=([,;\t|])[ ]*(?:\r\n|\n|\r)/i.exec(text.slice(0, 20));
  const csv = said === null ? text : text.slice(said[0].length);
  const delimiter = said?.[1] ?? delimiterOf(csv.trimStart());
  if (occurrences(csv, delimiter) > MOST_CELLS) {
    say(
      'too-large',
      'error',
      `more than ${MOST_CELLS} "${delimiter}" are too many for a table of accounts; it was left out`,
    );
    return { documents: [], messages };
  }
  let header: readonly string[] | null = null;
  let columns: Columns | null = null;
  const rows: Row[] = [];
  const extra: number[] = [];
  const failure = eachRecord(csv, delimiter, (cells, number) => {
    if (header === null) {
      header = cells;
      columns = columnsOf(cells, map);
      return columns.of.text.length + columns.of.html.length > 0;
    }
    if (cells.slice(header.length).some(isFilled)) extra.push(number);
    rows.push(rowOf(columns!, cells, number));
    return true;
  });
  if (header === null || columns === null) {
    say('empty-document', 'warning', 'the table holds no rows');
    return { documents: [], messages };
  }
  const { of, missing } = columns as Columns;
  const names = header as readonly string[];
  if (of.text.length + of.html.length === 0) {
    if (names.some((name) => bare(name) === 'file'))
      say('about-table', 'info', 'a table about other files, as --about takes it; it was left out');
    else
      say(
        'no-text-column',
        'error',
        `no column that is known to hold the text (found: ${listed(names)}); --map text=COLUMN names it`,
      );
    return { documents: [], messages };
  }
  if (missing.length > 0)
    say('no-such-column', 'warning', `the table has no column ${listed(missing)} (found: ${listed(names)})`);
  if (failure !== null) say(failure.rule, 'error', failure.note);
  if (extra.length > 0)
    say(
      'extra-cells',
      'warning',
      `${rowsNamed(extra)} more cells than the header; those were left out, and a text may be cut at a "${delimiter}"`,
    );
  if (rows.length === 0 && failure === null) say('empty-document', 'warning', 'the table holds no rows');
  return { documents: documentsOf(ref, rows, messages), messages };
}

function documentsOf(ref: string, rows: readonly Row[], messages: Message[]): Ingested['documents'] {
  const published = datesOf(ref, 'publication', 'published', rows, messages);
  const captured = datesOf(ref, 'archiving', 'captured', rows, messages);
  const collected = collector();
  const refused = new Map<string, number>();
  const unclear: number[] = [];
  for (const [i, row] of rows.entries()) {
    const status = statusIn(row.status);
    if (row.status !== null && status === null) unclear.push(row.number);
    const read = readRow(ref, `row ${row.number}`, {
      ...row,
      text: row.text ?? (row.html === null ? '' : undefined),
      url: row.url !== null && /^https?:\/\//i.test(row.url.trim()) ? row.url : null,
      language: languageCode(row.language),
      status: status ?? row.status,
      published: undefined,
      date: published[i],
      captured: captured[i],
    });
    if ('rule' in read) {
      const before = refused.get(read.rule) ?? 0;
      refused.set(read.rule, before + 1);
      if (before >= MOST_SAID) continue;
    }
    collected.add(read);
  }
  messages.push(...collected.messages);
  for (const [rule, count] of refused)
    if (count > MOST_SAID)
      messages.push(
        about(
          rule,
          rule === 'empty-document' ? 'warning' : 'error',
          ref,
          `${count - MOST_SAID} more rows were left out for the same reason`,
        ),
      );
  if (unclear.length > 0)
    messages.push(
      about(
        'bad-status',
        'warning',
        ref,
        `${rowsNamed(unclear)} a status that is neither published nor unpublished; taken for unpublished`,
      ),
    );
  return collected.documents;
}

/** Of each row the first cell that is filled, read as the rest of its own column tells. */
function datesOf(
  ref: string,
  what: string,
  field: DateField,
  rows: readonly Row[],
  messages: Message[],
): readonly (string | null)[] {
  const dates: (string | null)[] = rows.map(() => null);
  let ambiguous = 0;
  let unreadCount = 0;
  const unread: string[] = [];
  const chosen = rows.map(({ cells }) => cells[field].findIndex((cell) => cell !== null));
  for (let k = 0; k < (rows[0]?.cells[field].length ?? 0); k++) {
    const column = rows.map(({ cells }) => cells[field][k]!);
    const values = column.map((cell, i) => (chosen[i] === k ? cell : null));
    const read = columnDates(values, column);
    for (const [i, date] of read.dates.entries()) if (chosen[i] === k) dates[i] = date;
    ambiguous += read.ambiguous;
    unreadCount += read.unreadCount;
    unread.push(...read.unread);
  }
  if (ambiguous > 0)
    messages.push(
      about(
        'ambiguous-dates',
        'warning',
        ref,
        `${ambiguous} dates of ${what} may have the day or the month first, and nothing in the column tells; they were left out`,
      ),
    );
  if (unreadCount > 0)
    messages.push(
      about(
        'bad-date',
        'warning',
        ref,
        `${unreadCount} dates of ${what} cannot be read for sure, such as "${listed(unread.slice(0, 3))}"; they were left out`,
      ),
    );
  return dates;
}

function rowOf({ of }: Columns, cells: readonly string[], number: number): Row {
  const filled = (indexes: readonly number[]): (string | null)[] =>
    indexes.map((index) => (isFilled(cells[index]) ? cells[index]! : null));
  const row: { [field: string]: string | number | null | Row['cells'] } = {
    number,
    cells: { published: filled(of.published), captured: filled(of.captured) },
  };
  for (const field of Object.keys(of) as Field[]) {
    const at = of[field].find((index) => isFilled(cells[index]));
    row[field] = at === undefined ? null : cells[at]!;
  }
  return row as unknown as Row;
}

/**
 * Hands on the records that have a filled cell, the first as number 0, until `take` says false. What stopped the reading
 * before the end, null where nothing did.
 */
function eachRecord(
  csv: string,
  delimiter: string,
  take: (cells: readonly string[], number: number) => boolean,
): { rule: string; note: string } | null {
  let number = -1;
  const stop = new Error('stop');
  const many = new Error('many');
  const records = (quote: '"' | null): void => {
    let seen = -1;
    parse(csv, {
      bom: true,
      delimiter,
      quote,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (cells: string[]) => {
        const filled = cells.some(isFilled);
        // Empty lines above the header are no rows; under it they count, as in a spreadsheet.
        if (seen < 0 && !filled) return null;
        seen++;
        if (seen > MOST_ROWS) throw many;
        if (seen <= number) return null;
        number = seen;
        if (filled && !take(cells, seen)) throw stop;
        return null;
      },
    });
  };
  try {
    try {
      records('"');
    } catch (cause) {
      // Tables parted by tabs are often written without any quoting: a quote there opens nothing.
      if (delimiter !== '\t' || !isOpenQuote(cause)) throw cause;
      records(null);
    }
    return null;
  } catch (cause) {
    if (cause === stop) return null;
    if (cause === many)
      return { rule: 'too-large', note: `more than ${MOST_ROWS} rows; those after them were left out` };
    return isOpenQuote(cause)
      ? {
          rule: 'damaged',
          note: `row ${number + 1} opens a quote that nothing closes; it and what follows were left out`,
        }
      : {
          rule: 'damaged',
          note: `unreadable after row ${number}: ${cause instanceof Error ? cause.message.slice(0, 200) : 'unknown'}`,
        };
  }
}

const isOpenQuote = (cause: unknown): boolean =>
  cause instanceof CsvError && cause.code === 'CSV_QUOTE_NOT_CLOSED';

function isFilled(cell: string | undefined): boolean {
  return cell !== undefined && cell.trim() !== '';
}

function rowsNamed(numbers: readonly number[]): string {
  if (numbers.length === 1) return `row ${numbers[0]} has`;
  const rest = numbers.length - 5;
  return `rows ${numbers.slice(0, 5).join(', ')}${rest > 0 ? ` and ${rest} more` : ''} have`;
}

function occurrences(text: string, char: string): number {
  let count = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) count++;
  return count;
}
