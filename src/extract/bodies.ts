/** Bodies called again by a common noun: "the directorate" after "the Coastal Safety Directorate". */
import { BODY_NOUNS } from '../language/en/body-nouns.js';
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
    const noun = name.split(/\s+/).pop()!.toLowerCase();
    if (!BODY_NOUNS.has(noun) || !name.includes(' ')) continue;
    byNoun.set(noun, byNoun.has(noun) && byNoun.get(noun) !== name ? null : name);
  }
  const bodyOf = (noun: string | undefined): string | null =>
    noun === undefined ? null : (byNoun.get(noun) ?? null);
  return sources.map((source) => {
    if (source.kind === 'organisation' || source.kind === 'unknown') {
      const noun = /^(?:the|its|their|this|that) (\p{L}+)$/iu.exec(source.name)?.[1]?.toLowerCase();
      const body = bodyOf(noun);
      return body === null
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
      const body = bodyOf((BELONGS.exec(told) ?? ATTRIBUTIVE.exec(told))?.[1]);
      return body === null || (source.kind === 'person' && source.organisation === null)
        ? source
        : { ...source, organisation: body };
    }
    return source;
  });
}
