/** Who is meant by a name, across the accounts of one story. */
import type { LocalSource } from '../model/analysis.js';
import type { Account } from '../model/story.js';
import { isFullName, personKey, surname } from '../text/name-keys.js';

/** Full names of people in one document, by surname. */
export function fullNames(sources: readonly LocalSource[]): Map<string, Set<string>> {
  const bySurname = new Map<string, Set<string>>();
  for (const source of sources) {
    if (source.kind !== 'person' || !source.named) continue;
    for (const name of [source.name, ...source.aliases]) {
      const key = personKey(name);
      if (!isFullName(key)) continue;
      const known = bySurname.get(surname(key));
      if (known) known.add(key);
      else bySurname.set(surname(key), new Set([key]));
    }
  }
  return bySurname;
}

export interface Bearers {
  /** Full names of people in the whole story, by surname. */
  readonly all: Map<string, Set<string>>;
  /** Those of them that an account also calls by the surname alone. */
  readonly called: Set<string>;
  /** The offices that the accounts give to a full name. */
  readonly offices: Map<string, Set<string>>;
}

/** Full names in the story, with what else than the name tells who is meant by a surname alone. */
export function bearersOf(accounts: readonly Account[]): Bearers {
  const all = new Map<string, Set<string>>();
  const called = new Set<string>();
  const offices = new Map<string, Set<string>>();
  for (const { analysis } of accounts) {
    for (const { kind, name, role } of analysis.sources) {
      const key = personKey(name);
      if (kind !== 'person' || role === null || !isFullName(key)) continue;
      offices.set(key, (offices.get(key) ?? new Set<string>()).add(role.toLowerCase()));
    }
    const people = [...analysis.sources, ...analysis.names].filter((name) => name.kind === 'person');
    for (const { name, aliases } of people) {
      const keys = [name, ...aliases].map(personKey);
      for (const key of keys.filter(isFullName)) {
        const known = all.get(surname(key));
        if (known) known.add(key);
        else all.set(surname(key), new Set([key]));
        if (keys.includes(surname(key))) called.add(key);
      }
    }
  }
  return { all, called, offices };
}

/** The key of a person's full name; a surname alone has one where the document, or else the story, has one full name with it. */
export function fullNameOf(
  source: LocalSource,
  people: Map<string, Set<string>>,
  story: Bearers,
): string | null {
  const key = personKey(source.name);
  if (isFullName(key)) return key;
  const longer = people.get(surname(key));
  if (longer !== undefined) return longer.size === 1 ? [...longer][0]! : null;
  // Nobody else in the story has the name, and another account calls its one bearer by it alone or by the same office.
  const only = story.all.get(surname(key));
  const found = only?.size === 1 ? [...only][0]! : null;
  if (found === null) return null;
  const office = source.role !== null && story.offices.get(found)?.has(source.role.toLowerCase());
  return office || story.called.has(found) ? found : null;
}
