import { HONORIFICS } from '../language/en/titles-of-people.js';
import { ANSWERING_LABELS, ASKING_LABELS } from '../language/en/transcripts.js';
import { initialsMatch } from './names/acronyms.js';
import type { Range } from './noun-phrases.js';
import { spanOfWords } from './source-list.js';
import { type Context, type Resolved, UNRESOLVED } from './speaker-context.js';

/** More people than this before an interview begins tell nothing of who answers. */
const MAX_CANDIDATES = 4;

/**
 * Who speaks behind a transcript's label: Q is nobody the text names, A the one person named before the interview
 * begins, capitals and initials the one person whose surname or name they are, a title and a name in capitals ("MS
 * BRANDT") a person whom the text may call nothing else. Null where the label is an ordinary name.
 */
export function resolveLabel(range: Range, context: Context): Resolved | null {
  const { frame, index, list } = context;
  const words = frame.words.slice(range.from, range.to);
  const text = words.map((w) => w.text).join(' ');
  const settle = (name: number): Resolved => ({
    ...UNRESOLVED,
    speaker: list.named(name, null, spanOfWords(frame, range)),
  });
  if (ASKING_LABELS.has(text.toLowerCase())) return UNRESOLVED;
  if (ANSWERING_LABELS.has(text.toLowerCase())) {
    const people = peopleBefore(context);
    if (people.length === 1) return settle(people[0]!);
    const few = people.length <= MAX_CANDIDATES ? people : [];
    return { ...UNRESOLVED, candidates: few.map((n) => list.named(n, null, null)).sort((a, b) => a - b) };
  }
  if (text !== text.toUpperCase() || !/\p{Lu}/u.test(text)) return null;
  const last = words.at(-1)!.text.toLowerCase();
  const letters = text.replace(/[^\p{Lu}]/gu, '');
  const fitting = index.names.flatMap(({ kind, name }, n) => {
    if (kind !== 'person' || name === name.toUpperCase()) return [];
    const parts = name.split(/\s+/);
    const bySurname = parts.at(-1)!.toLowerCase() === last;
    const byInitials =
      words.length === 1 && letters.length > 1 && letters.length <= 3 && initialsMatch(letters, parts);
    return bySurname || byInitials ? [n] : [];
  });
  if (fitting.length === 1) return settle(fitting[0]!);
  const title = words[0]!.text.toLowerCase().replace(/\.$/, '');
  if (fitting.length > 0 || words.length < 2 || !HONORIFICS.has(title)) return null;
  const name = words.map((w) => w.text.charAt(0) + w.text.slice(1).toLowerCase()).join(' ');
  return { ...UNRESOLVED, speaker: list.labelled(name, spanOfWords(frame, range)) };
}

/** The people named in running text before the first label of the document's transcript. */
function peopleBefore({ frames, index }: Context): number[] {
  const found = new Set<number>();
  for (const frame of frames) {
    const quote = frame.quote.findIndex((q) => q >= 0);
    if (quote > 0 && quote <= 3 && ASKING_LABELS.has(frame.words[0]!.norm)) break;
    for (const n of index.within(frame, { from: 0, to: frame.words.length }))
      if (index.isPerson(n.name)) found.add(n.name);
  }
  return [...found];
}
