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

/** What a status says; whatever is not plainly published counts as unpublished, null where nothing is said. */
export function statusOf(value: unknown): 'published' | 'unpublished' | null {
  if (typeof value !== 'string' || value.trim() === '') return null;
  return value.trim().toLowerCase() === 'published' ? 'published' : 'unpublished';
}
