/** What a name names where its own account cannot tell: what the other accounts of its story know. */
import type { LocalName } from '../model/analysis.js';
import type { Account } from '../model/story.js';
import type { NameKind } from '../model/vocabulary.js';
import { isFullName, nameWords, personKey } from '../text/name-keys.js';

interface Named {
  readonly account: Account;
  readonly story: string;
  readonly name: LocalName;
  readonly kind: NameKind;
}

const keyOf = ({ story, name }: Named): string => `${story} ${nameWords(name.name).join(' ')}`;

/**
 * A headline or a first word often does not tell what a name names. Where all other accounts of the story that have the same
 * words know it as a place, or as a person of that full name, it is that; and what is enumerated with places is a place.
 */
export function kindsKnown<T extends Named>(entries: readonly T[]): T[] {
  const told = known(entries);
  const enumerated = placesInLists(told);
  return known(
    told.map((e) => (e.kind === 'other' && enumerated.has(keyOf(e)) ? { ...e, kind: 'place' } : e)),
  );
}

function known<T extends Named>(entries: readonly T[]): T[] {
  const kinds = new Map<string, Set<NameKind>>();
  for (const entry of entries) {
    if (entry.kind === 'other') continue;
    const key = keyOf(entry);
    kinds.set(key, (kinds.get(key) ?? new Set<NameKind>()).add(entry.kind));
  }
  return entries.map((entry) => {
    const found = [...(kinds.get(keyOf(entry)) ?? [])];
    const one = entry.kind === 'other' && found.length === 1 ? found[0]! : null;
    const sure = one === 'place' || (one === 'person' && isFullName(personKey(entry.name.name)));
    return sure ? { ...entry, kind: one } : entry;
  });
}

/** Keys of names that stand in a list with a place, and with nothing that is known to be none. */
function placesInLists(entries: readonly Named[]): ReadonlySet<string> {
  const at = new Map<string, Named>();
  for (const entry of entries)
    for (const { start } of entry.name.mentions) at.set(`${entry.account.document.id} ${start}`, entry);
  const found = new Set<string>();
  for (const { document, analysis } of new Set(entries.map(({ account }) => account))) {
    for (const { items } of analysis.lists) {
      const named = items.flatMap(({ start }) => at.get(`${document.id} ${start}`) ?? []);
      const places = named.filter(({ kind }) => kind === 'place');
      if (places.length === 0 || named.some(({ kind }) => kind !== 'place' && kind !== 'other')) continue;
      for (const entry of named) found.add(keyOf(entry));
    }
  }
  return found;
}
