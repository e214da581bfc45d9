/**
 * Linked triples: whether source, cue and content of one attribution are all right and belong together. Our own
 * definition: counted are the gold attributions that have a source, a cue and a content, and those of ours that do. One
 * of ours is right where a gold attribution has the same set of spans for each of the three roles, spans cut at sentence
 * ends and without marks at their ends, as for exact spans. Equal ones of a document count once. A gold attribution of
 * which a role lies wholly outside what makes statements is one that nothing found can be right for.
 */
import { ROLES } from './data.js';
import type { Judged, RoleSpans } from './judged.js';
import { type Counts, cut, keyOf } from './spans.js';

export function tripleCounts(doc: Judged): Counts {
  const ours = triplesOf(doc, 'ours');
  const gold = triplesOf(doc, 'gold');
  return { hit: [...ours].filter((key) => gold.has(key)).length, ours: ours.size, gold: gold.size };
}

function triplesOf(doc: Judged, side: 'ours' | 'gold'): ReadonlySet<string> {
  return new Set(
    doc[side]
      .filter((found) => ROLES.every((role) => found[role].length > 0))
      .map((found, index) => {
        const roles = ROLES.map((role) => rolesKey(doc, found, role));
        return roles.includes('') ? `unread ${side} ${index}` : roles.join(' | ');
      }),
  );
}

/** The pieces of one attribution's role, in order, each once; empty where none lies in a sentence. */
export function rolesKey({ text, sentences }: Judged, found: RoleSpans, role: keyof RoleSpans): string {
  const pieces = found[role].flatMap((span) => cut(text, sentences, span));
  return [...new Set(pieces.sort((a, b) => a.start - b.start || a.end - b.end).map(keyOf))].join(' ');
}
