/** Names that rows of JSON give their fields, the first that is filled counts. */
export const ROW_ID = ['id', 'ref'] as const;
export const ROW_OUTLET = ['outlet', 'publisher', 'source'] as const;

export type RowFields = { readonly [name: string]: unknown };

/** The string (or number, as a string) of the first of the fields that is filled, null where none is. */
export function rowField(fields: RowFields, names: readonly string[]): string | null {
  for (const name of names) {
    const value = fields[name];
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  }
  return null;
}

/** What a line of JSON holds, if it is an object. */
export function objectIn(raw: string): RowFields | null {
  let row: unknown;
  try {
    row = JSON.parse(raw);
  } catch {
    return null;
  }
  return typeof row === 'object' && row !== null && !Array.isArray(row) ? (row as RowFields) : null;
}

const PUBLISHED = /^(?:published|veröffentlicht|erschienen|publiée?|publicad[oa])$/iu;
const UNPUBLISHED = /^(?:unpublished|unveröffentlicht|inédite?|non publiée?|inédit[oa]|no publicad[oa])$/iu;

/** The status that a cell of a table names in one of the languages of tables; null where it is empty or says anything else. */
export function statusIn(value: string | null): 'published' | 'unpublished' | null {
  const said = value?.trim() ?? '';
  return PUBLISHED.test(said) ? 'published' : UNPUBLISHED.test(said) ? 'unpublished' : null;
}

/** What a status says; whatever is not plainly published counts as unpublished, null where nothing is said. */
export function statusOf(value: unknown): 'published' | 'unpublished' | null {
  if (typeof value !== 'string' || value.trim() === '') return null;
  return value.trim().toLowerCase() === 'published' ? 'published' : 'unpublished';
}
