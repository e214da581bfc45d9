/** Which column of a table tells what: by the names that newsrooms, archives and databases give them, or as the user says. */
import { COLUMN_NAMES } from '../language/column-names.js';
import { bare } from './told.js';

/** What a column may tell of an account. */
export type Field = keyof typeof COLUMN_NAMES;

/** Name of the column that the user gave for a field. */
export type ColumnMap = ReadonlyMap<Field, string>;

const FIELDS = Object.keys(COLUMN_NAMES) as Field[];
const KNOWN = Object.fromEntries(
  FIELDS.map((field) => [field, COLUMN_NAMES[field].split(',').map(bare)]),
) as unknown as Readonly<Record<Field, readonly string[]>>;

/** A field by its own name, or by a short name of it such as "date" or "link". */
function fieldOf(name: string): Field | undefined {
  const wanted = bare(name);
  return (
    FIELDS.find((field) => bare(field) === wanted) ?? FIELDS.find((field) => KNOWN[field].includes(wanted))
  );
}

/**
 * What `--map text=Body,date=Published` says. A column's name may hold commas where no "=" follows them. Throws RangeError
 * for a field that is not known or said twice, and where a column has no name.
 */
export function parseMap(words: string): ColumnMap {
  const map = new Map<Field, string>();
  const pairs: string[] = [];
  for (const piece of words.split(',')) {
    if (piece.includes('=') || pairs.length === 0) pairs.push(piece);
    else pairs[pairs.length - 1] += `,${piece}`;
  }
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    if (equals < 0) throw new RangeError(`--map takes FIELD=COLUMN, such as text=Body, not "${shown(pair)}"`);
    const name = pair.slice(0, equals).trim();
    const column = pair.slice(equals + 1).trim();
    const field = fieldOf(name);
    if (field === undefined)
      throw new RangeError(`--map knows no field "${shown(name)}"; there are ${FIELDS.join(', ')}`);
    if (bare(column) === '') throw new RangeError(`--map names no column for "${shown(name)}"`);
    if (map.has(field)) throw new RangeError(`--map names two columns for ${field}`);
    map.set(field, column);
  }
  return map;
}

/** Columns by field, as indexes into the header, the first that a row fills counts; empty where the table has none. */
export interface Columns {
  readonly of: Readonly<Record<Field, readonly number[]>>;
  /** Columns that the user named and the table has not. */
  readonly missing: readonly string[];
}

/** The columns of a table by its header. What the user names for a field takes the place of the names known for it. */
export function columnsOf(header: readonly string[], map: ColumnMap): Columns {
  const names = header.map(bare);
  const missing: string[] = [];
  const mapped = new Map<Field, number>();
  for (const [field, column] of map) {
    const exact = header.indexOf(column);
    const at = exact >= 0 ? exact : names.indexOf(bare(column));
    if (at < 0) missing.push(column);
    else mapped.set(field, at);
  }
  const taken = new Set(mapped.values());
  const of = Object.fromEntries(
    FIELDS.map((field) => {
      const said = mapped.get(field);
      const found = KNOWN[field].map((name) => names.indexOf(name)).filter((at) => at >= 0 && !taken.has(at));
      return [field, said === undefined ? [...new Set(found)] : [said]];
    }),
  ) as unknown as Record<Field, readonly number[]>;
  return { of, missing };
}

/** A header's names for a message: some of them, each cut. */
export function listed(header: readonly string[]): string {
  const filled = header.map((name) => name.trim()).filter((name) => name !== '');
  const rest = filled.length - SHOWN;
  return `${filled.slice(0, SHOWN).map(shown).join(', ') || 'nothing'}${rest > 0 ? ` and ${rest} more` : ''}`;
}

const SHOWN = 30;

function shown(name: string): string {
  const line = name.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
