/** Bodies called again by a common noun: "the directorate" after "the Coastal Safety Directorate". */
import { BODY_NOUNS, MEMBERS } from '../language/en/body-nouns.js';
import type { LocalName, LocalSource } from '../model/analysis.js';

/** "two officials at the directorate", "a spokeswoman for the board" */
const BELONGS = /\b(?:at|of|from|for|in|inside|within|with) (?:the|its|their|this) (\p{Ll}+)\b/u;
/** "one directorate official", "board members" */
const ATTRIBUTIVE =
  /(?:^|\s)(\p{Ll}+) (?:officials?|officers?|sources?|spokes\p{Ll}+|staff|members?|employees|workers|aides?|insiders?|leaders?)\b/u;

/**
 * Sources with their bodies named in full, where the document names one body alone that the noun can mean. Indices
 * stay as they are: two local sources of one name are one source once accounts are joined.
 */
export function resolveBodies(sources: readonly LocalSource[], names: readonly LocalName[]): LocalSource[] {
  const byNoun = new Map<string, string | null>();
  for (const { kind, name } of names) {
    if (kind !== 'organisation') continue;
    const noun = headOf(name);
    if (!BODY_NOUNS.has(noun) || !name.includes(' ')) continue;
    byNoun.set(noun, byNoun.has(noun) ? sameBody(byNoun.get(noun)!, name) : name);
  }
  const bodyOf = (noun: string | undefined): string | null =>
    noun === undefined ? null : (byNoun.get(noun) ?? null);
  /** The one body whose name has the word. */
  const bearing = (word: string): string | null => {
    const found = names.flatMap(({ kind, name }) =>
      kind === 'organisation' && name.toLowerCase().split(/\s+/).includes(word) ? [name] : [],
    );
    return found.reduce<string | null>((known, name) => sameBody(known, name), found[0] ?? null);
  };
  return sources.map((source) => {
    if (source.kind === 'organisation' || source.kind === 'unknown') {
      const called = /^(?:the|its|their|this|that) (\p{L}+(?: \p{L}+)*)$/iu.exec(source.name)?.[1];
      const words = called?.toLowerCase().split(' ') ?? [];
      const body = bodyOf(words.at(-1));
      return body === null || !isCalled(body, words)
        ? source
        : {
            ...source,
            kind: 'organisation',
            name: body,
            aliases: [...source.aliases, source.name],
            named: true,
          };
    }
    if ((source.kind === 'people' && !source.named) || source.kind === 'person') {
      const told = source.organisation === null ? source.name : `of ${source.organisation}`;
      const members = MEMBERS.get(/^the (\p{L}+)$/iu.exec(told)?.[1]?.toLowerCase() ?? '');
      const body =
        members === undefined
          ? bodyOf((BELONGS.exec(told) ?? ATTRIBUTIVE.exec(told))?.[1])
          : bearing(members);
      return body === null || (source.kind === 'person' && source.organisation === null)
        ? source
        : { ...source, organisation: body };
    }
    return source;
  });
}

/** The noun that says what the body is: "office" of "Regional Audit Office of Vestrand". */
function headOf(name: string): string {
  const [core] = name.split(/ (?:of|for|in|at) (?=(?:the )?\p{Lu})/u);
  return core!.split(/\s+/).pop()!.toLowerCase();
}

/** One of two names where it begins the other, else null: there are two such bodies. */
function sameBody(a: string | null, b: string): string | null {
  if (a === null || b.startsWith(a)) return a;
  return a.startsWith(b) ? b : null;
}

/** "the audit office" calls the Regional Audit Office: all its words are the name's. */
function isCalled(name: string, words: readonly string[]): boolean {
  const own = name.toLowerCase().split(/\s+/);
  return words.every((word) => own.includes(word));
}
