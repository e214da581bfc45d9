/** Where an account calls a thing again by its common noun: "the directorate" of the Coastal Safety Directorate. */
import { BODY_NOUNS } from '../language/en/body-nouns.js';
import type { LocalName } from '../model/analysis.js';
import { STATEMENT_ROLES } from '../model/document.js';
import type { Span } from '../model/span.js';
import type { Account } from '../model/story.js';
import { append } from '../text/multimap.js';

const LAW_NOUNS = new Set(['act', 'bill', 'code', 'directive', 'treaty', 'constitution', 'regulations']);

/**
 * By name, the spans after its first mention that call it so. Refused where two names of the account end in that noun, or
 * where it has a complement of its own ("the act of boarding").
 */
export function calledAgain({ document, analysis }: Account): ReadonlyMap<LocalName, readonly Span[]> {
  const byNoun = new Map<string, LocalName[]>();
  for (const name of analysis.names) {
    const noun = commonNoun(name);
    if (noun !== null) append(byNoun, noun, name);
  }
  const found = new Map<LocalName, readonly Span[]>();
  for (const [noun, names] of byNoun) {
    if (names.length > 1) continue;
    const name = names[0]!;
    const first = name.mentions[0]?.end ?? document.text.length;
    const words = new RegExp(`\\b[Tt]he ${noun}\\b(?!\\s+(?:of|to)\\b)`, 'g');
    const spans = document.blocks
      .filter(({ role, end }) => STATEMENT_ROLES.has(role) && end > first)
      .flatMap((block) =>
        [...document.text.slice(block.start, block.end).matchAll(words)].map((match) => ({
          start: block.start + match.index,
          end: block.start + match.index + match[0].length,
        })),
      )
      .filter(({ start }) => start >= first);
    if (spans.length > 0) found.set(name, spans);
  }
  return found;
}

/** The noun that says what it is, in lower case; null where its name has none by which a text would call it again. */
function commonNoun({ kind, name }: LocalName): string | null {
  const words = name.toLowerCase().split(/\s+/);
  // "Department of Homeland Security"; a name of one word is its own noun.
  const of = words.findIndex((word) => word === 'of' || word === 'for');
  const head = (of > 0 ? words[of - 1] : words.at(-1))!;
  if (words.length < 2) return null;
  switch (kind) {
    case 'organisation':
      return BODY_NOUNS.has(head) ? head : null;
    case 'law':
      return LAW_NOUNS.has(head) ? head : null;
    case 'operation':
      return words[0] === 'operation' ? 'operation' : null;
    default:
      return null;
  }
}
