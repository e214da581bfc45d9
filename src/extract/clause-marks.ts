import { COLLECTIVES, COORDINATORS, SUBJECT_PRONOUNS } from '../language/en/connectives.js';
import type { Token } from '../text/parsed.js';

/** How many tokens may stand between a comma and its relative: ", some of whom", ", in each of which". */
const MAX_PIED_PIPING = 4;

/** How far back the first "as" of a comparison may stand. */
const MAX_COMPARISON = 6;

/** How far back the "and" of a compound subject may stand. */
const MAX_CONJUNCT = 5;

/** "Elizabeth, Colorado, …": the comma inside a place's name. */
export function isPartOfName(tokens: readonly Token[], at: number): boolean {
  let next = at + 1;
  while (next < tokens.length && tokens[next]!.pos === 'PROPN') next += 1;
  const words = next - at - 1;
  return words > 0 && words <= 2 && tokens[next]?.norm === ',' && tokens[at - 1]?.pos === 'PROPN';
}

/** The second "as" of "not as barbed as". */
export function isCompared(tokens: readonly Token[], at: number): boolean {
  for (let k = at - 1; k >= Math.max(0, at - MAX_COMPARISON) && tokens[k]!.norm !== ','; k -= 1)
    if (tokens[k]!.norm === 'as') return true;
  return false;
}

/** Where a relative with what it carries along begins: "in which", "two of whom". */
export function piedPiping(tokens: readonly Token[], at: number): number {
  const before = tokens[at - 1];
  if (before?.pos !== 'ADP') return at;
  if (before.norm !== 'of') return at - 1;
  let start = at - 1;
  while (at - start < MAX_PIED_PIPING && /DET|NUM|ADJ|NOUN|PRON/.test(tokens[start - 1]?.pos ?? ''))
    start -= 1;
  return start;
}

/** Whether a noun can be the subject of a bare present: a plural, a collective, or the last of several. */
export function isPlural(tokens: readonly Token[], at: number): boolean {
  const { norm, lemma } = tokens[at]!;
  if (norm !== lemma || norm.endsWith('s') || COLLECTIVES.has(norm)) return true;
  for (let k = at - 1; k >= Math.max(0, at - MAX_CONJUNCT); k -= 1)
    if (tokens[k]!.norm === 'and') return true;
  return false;
}

/** Where a coordinated clause begins: a coordinator after a comma, else the last coordinator, stop or comma. */
export function boundary(
  tokens: readonly Token[],
  from: number,
  to: number,
): { at: number; strong: boolean } | null {
  let weak: number | null = null;
  let comma: number | null = null;
  for (let at = to - 1; at >= from; at -= 1) {
    const { norm } = tokens[at]!;
    if (isCoordinator(tokens, at)) {
      if (tokens[at - 1]?.norm === ',') return { at, strong: true };
      weak ??= at;
    } else if (norm === ';' || norm === ':' || isDash(tokens, at)) {
      return { at: weak ?? at, strong: true };
    } else if (norm === ',') comma ??= at;
  }
  if (weak !== null) return { at: weak, strong: false };
  return comma === null ? null : { at: comma, strong: true };
}

/** "so" and "yet" join only after a mark: not "doing so could", "yet again". */
function isCoordinator(tokens: readonly Token[], at: number): boolean {
  const { norm } = tokens[at]!;
  if (norm !== 'so' && norm !== 'yet') return COORDINATORS.has(norm);
  return /^[,;]$/.test(tokens[at - 1]?.norm ?? '');
}

/** Whether a noun phrase other than that of one leading prepositional phrase stands between. */
export function hasSubject(tokens: readonly Token[], from: number, to: number): boolean {
  let at = from;
  while (at < to && (tokens[at]!.pos === 'ADV' || tokens[at]!.pos === 'PUNCT')) at += 1;
  if (at < to && tokens[at]!.pos === 'ADP') {
    at += 1;
    while (at < to && /DET|ADJ|NUM/.test(tokens[at]!.pos)) at += 1;
    while (at < to && /NOUN|PROPN/.test(tokens[at]!.pos)) at += 1;
  }
  for (; at < to; at += 1) if (/NOUN|PROPN|PRON|NUM|DET/.test(tokens[at]!.pos)) return true;
  return false;
}

export function isDash(tokens: readonly Token[], at: number): boolean {
  const { text, norm, start, end } = tokens[at]!;
  if (text === '—' || text === '–' || text === '--') return true;
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  return (
    norm === '-' && before !== undefined && after !== undefined && before.end < start && end < after.start
  );
}

/** A pronoun right behind a noun opens a relative clause without its pronoun: "the boats we …". */
export function isContact(tokens: readonly Token[], verb: number): boolean {
  const [noun, pronoun] = [tokens[verb - 2], tokens[verb - 1]];
  return noun?.pos === 'NOUN' && pronoun?.pos === 'PRON' && SUBJECT_PRONOUNS.has(pronoun.norm);
}
