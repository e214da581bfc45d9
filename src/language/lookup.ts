/** A table to look words of texts up in: without the names that every object has ("constructor"). */
export function lookup<T>(rows: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null) as Record<string, T>, rows);
}
