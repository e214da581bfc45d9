import { parse } from 'csv-parse/sync';
import type { AccountAmendment, Amendments } from '../model/amendments.js';
import type { Message } from '../model/message.js';
import { isoDate } from '../text/dates.js';
import { delimiterOf } from './delimiter.js';
import { about as message } from './document.js';

const COLUMNS = ['file', 'outlet', 'date', 'title', 'url', 'status'] as const;

/** The amendments of a table with the columns file, outlet, date, title, url and status, in any order; `file` is the ref. */
export function readAbout(csv: string): { amendments: Amendments; messages: Message[] } {
  const messages: Message[] = [];
  const say = (rule: string, severity: Message['severity'], note: string): void => {
    messages.push(message(rule, severity, null, note));
  };
  let rows: string[][];
  try {
    rows = parse(csv, {
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      delimiter: delimiterOf(csv),
    });
  } catch (cause) {
    say(
      'bad-about',
      'error',
      `the table about the documents could not be read: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
    return { amendments: [], messages };
  }
  const header = (rows[0] ?? []).map((name) => name.toLowerCase());
  if (!header.includes('file')) {
    say(
      'bad-about',
      'error',
      `the table about the documents has no column "file" (found: ${header.join(', ') || 'nothing'})`,
    );
    return { amendments: [], messages };
  }
  for (const name of header) {
    if (!(COLUMNS as readonly string[]).includes(name))
      say('unknown-column', 'warning', `the column "${name}" of the table is not read`);
  }
  const amendments: AccountAmendment[] = [];
  for (const [i, cells] of rows.slice(1).entries()) {
    const cell = (name: (typeof COLUMNS)[number]): string | undefined =>
      cells[header.indexOf(name)] || undefined;
    const row = `row ${i + 2} of the table`;
    const ref = cell('file');
    if (ref === undefined) {
      say('bad-about', 'warning', `${row} names no file; it was left out`);
      continue;
    }
    const published = cell('date') === undefined ? undefined : isoDate(cell('date')!);
    if (published === null)
      say('bad-date', 'warning', `${row}: "${cell('date')}" is no date that can be read for sure`);
    const status = cell('status')?.toLowerCase();
    if (status !== undefined && status !== 'published' && status !== 'unpublished') {
      say(
        'bad-status',
        'warning',
        `${row}: the status "${status}" is neither published nor unpublished, and was taken for unpublished`,
      );
    }
    amendments.push({
      what: 'account',
      ref: ref.replace(/\\/g, '/').replace(/^\.\//, ''),
      ...given('outlet', cell('outlet')),
      ...given('published', published ?? undefined),
      ...given('title', cell('title')),
      ...given('url', cell('url')),
      ...(status === undefined ? {} : { status: status === 'published' ? status : 'unpublished' }),
      note: null,
      by: null,
      at: null,
    } as AccountAmendment);
  }
  return { amendments, messages };
}

function given(name: string, value: string | undefined): { readonly [name: string]: string } {
  return value === undefined ? {} : { [name]: value };
}
