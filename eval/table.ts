/** eval/RESULTS.md: written as a table that is read back, so that each run shows what it gained and lost. */
import type { Result } from './result.js';

export interface Row {
  readonly stage: string;
  readonly set: string;
  readonly metric: string;
  /** Null where the evaluation could not run. */
  readonly ours: number | null;
  readonly published: string;
  readonly date: string;
  readonly commit: string;
  readonly note: string;
}

const COLUMNS = ['stage', 'set', 'metric', 'ours', 'best published', 'date', 'commit', 'note'];
/** Differences below this are rounding. */
const ROUNDING = 5e-5;

export const rowOf = (stage: string, result: Result, date: string, commit: string): Row => ({
  stage,
  set: result.set,
  metric: result.metric,
  ours: result.ours,
  published: result.published,
  date,
  commit,
  note: result.note ?? '',
});

export function readTable(markdown: string): Row[] {
  return markdown.split('\n').flatMap((line) => {
    const cells = line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/\\\|/g, '|'));
    if (cells.length !== COLUMNS.length || cells[0] === COLUMNS[0] || /^:?-+/.test(cells[0]!)) return [];
    const [stage, set, metric, ours, published, date, commit, note] = cells as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const value = Number.parseFloat(ours);
    return [{ stage, set, metric, ours: Number.isNaN(value) ? null : value, published, date, commit, note }];
  });
}

/** Rows of this run in place of the earlier ones of their stages, the others kept. */
export function merge(earlier: readonly Row[], rows: readonly Row[], stages: readonly string[]): Row[] {
  const ran = new Set(rows.map((row) => row.stage));
  const order = (row: Row): number => {
    const at = stages.indexOf(row.stage);
    return at < 0 ? stages.length : at;
  };
  return [...earlier.filter((row) => !ran.has(row.stage)), ...rows].sort((a, b) => order(a) - order(b));
}

export interface Change {
  readonly row: Row;
  readonly before: number;
}

export function changes(earlier: readonly Row[], rows: readonly Row[]): Change[] {
  const before = new Map(earlier.map((row) => [key(row), row.ours]));
  return rows.flatMap((row) => {
    const old = before.get(key(row)) ?? null;
    return old === null || row.ours === null || Math.abs(old - row.ours) < ROUNDING
      ? []
      : [{ row, before: old }];
  });
}

const key = ({ stage, set, metric }: Row): string => `${stage}\n${set}\n${metric}`;

/** `section`: lines that stand below the table, none of them a row. */
export function writeTable(
  rows: readonly Row[],
  changed: readonly Change[],
  section: readonly string[],
): string {
  const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ');
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [
    '# Results',
    '',
    'Written by `npm run eval`. Figures on development sets, which each stage may have been tuned on; published figures are for orientation and come from other splits or sets where the note of the set says so.',
    '',
    line(COLUMNS),
    line(COLUMNS.map(() => '---')),
    ...rows.map((r) =>
      line([r.stage, r.set, r.metric, figure(r.ours), r.published, r.date, r.commit, r.note]),
    ),
    '',
    '## Since the results committed before',
    '',
    ...(changed.length === 0
      ? ['No figure changed.']
      : changed.map(
          ({ row, before }) =>
            `- ${row.stage}, ${row.set}, ${row.metric}: ${figure(before)} → ${figure(row.ours)}`,
        )),
    '',
    ...section,
  ].join('\n');
}

export const figure = (value: number | null): string =>
  value === null ? '–' : String(Number(value.toFixed(4)));
