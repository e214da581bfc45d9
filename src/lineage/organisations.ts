/** What body a name or a phrase of an account means, across the accounts of one story. */
import { BODY_NOUNS } from '../language/en/body-nouns.js';
import type { Account } from '../model/story.js';
import { acronyms, bodyNoun, organisationKey } from '../text/name-keys.js';
import type { IssuingBody } from './issuing-bodies.js';

/** Words that link what a body is to where it is or whom it is for; "and" may part its name from what was left out. */
const LINKS = / (?:of|for|in|at) /g;
const AND = / and /g;

/** Shorter forms by which a body is called: "Court of Appeal" of Lorrune, the "Quay Union" read out of Deck and Quay Union. */
function shortForms(key: string): string[] {
  const parts = [
    ...[...key.matchAll(LINKS)].map(({ index }) => key.slice(0, index)),
    ...[...key.matchAll(AND)].map((match) => key.slice(match.index + match[0].length)),
  ];
  return [...acronyms(key), ...parts.filter((part) => part.includes(' '))];
}

/** "the brigade", "its audit office": a body called by what it is. */
const CALLED = /^(?:the|its|their|this|that) (\p{Ll}+(?: \p{Ll}+)*)$/u;

/**
 * The key of the body that an account means by a name (document id, name). A short form is a longer name where the
 * account, or else the story, has just one for it. A body called by its noun alone is the one of that noun where the
 * story names just one and the account none. Otherwise the name's own key.
 */
export function organisationKeys(
  accounts: readonly Account[],
  bodies: readonly IssuingBody[],
): (doc: string, name: string) => string {
  const inStory = new Map<string, Set<string>>();
  const inDocument = new Map<string, Map<string, Set<string>>>();
  const byNoun = new Map<string, Set<string>>();
  const nouns = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, short: string, full: string): void => {
    const known = map.get(short);
    if (known) known.add(full);
    else map.set(short, new Set([full]));
  };
  const enter = (key: string, aliases: readonly string[], here: Map<string, Set<string>> | null): void => {
    const noun = bodyNoun(key);
    if (key.includes(' ') && BODY_NOUNS.has(noun)) add(byNoun, noun, key);
    for (const short of [...shortForms(key), ...aliases.map(organisationKey)]) {
      if (short === key || short === '' || short.length >= key.length) continue;
      if (here) add(here, short, key);
      add(inStory, short, key);
    }
  };
  for (const { key } of bodies) enter(key, [], null);
  for (const { document, analysis } of accounts) {
    const here = new Map<string, Set<string>>();
    inDocument.set(document.id, here);
    for (const source of analysis.sources)
      if (source.kind === 'organisation' && source.named)
        enter(organisationKey(source.name), source.aliases, here);
    nouns.set(
      document.id,
      new Set(
        analysis.names.flatMap(({ kind, name }) =>
          kind === 'organisation' ? [bodyNoun(organisationKey(name))] : [],
        ),
      ),
    );
  }
  const fullest = (doc: string, key: string): string => {
    const found = inDocument.get(doc)?.get(key) ?? inStory.get(key);
    const [full] = found ?? [];
    // Every step is to a longer name.
    return found?.size === 1 && full !== undefined ? fullest(doc, full) : key;
  };
  return (doc, name) => {
    const key = organisationKey(name);
    const called = CALLED.exec(name)?.[1]?.split(' ') ?? [];
    const noun = called.at(-1) ?? '';
    const fitting = [...(byNoun.get(noun) ?? [])]
      .map((full) => fullest(doc, full))
      .filter((full) => called.every((word) => full.split(' ').includes(word)));
    const one = new Set(fitting);
    if (one.size === 1 && !nouns.get(doc)?.has(noun)) return fitting[0]!;
    return fullest(doc, key);
  };
}
