import { ASSERTING_SUBORDINATORS, FOCUSING, SUBJECT_PRONOUNS } from '../language/en/connectives.js';
import type { Token } from '../text/parsed.js';
import { isFiniteForm, isQuoteMark } from './verb-shapes.js';

/** Places of tokens, half-open. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The subject of a clause, from its places before the verb, ascending; gaps are clauses of their own. Null where
 * nothing there can be one. `adverbial`: the clause opens with a conjunction; `complement`: it may open with "that".
 */
export function subjectOf(
  tokens: readonly Token[],
  before: readonly number[],
  opens: { readonly adverbial: boolean; readonly complement: boolean },
): Stretch | null {
  let from = 0;
  while (
    from < before.length &&
    (isLead(tokens, before[from]!, opens) || FOCUSING.has(tokens[before[from]!]!.norm))
  )
    from += 1;
  while (from < before.length - 1 && /^(ADV|PUNCT)$/.test(tokens[before[from]!]!.pos)) from += 1;
  // A leading phrase ends at its comma: "In the coming weeks, the officers …".
  const first = before[from];
  if (first !== undefined && /ADP|SCONJ|PART|VERB|ADV/.test(tokens[first]!.pos)) {
    const comma = before.findLastIndex((at) => tokens[at]!.norm === ',');
    from = comma >= 0 && comma < before.length - 1 ? comma + 1 : afterPhrase(tokens, before, from);
  }
  let end = before.length;
  while (end > from && !endsPhrase(tokens[before[end - 1]!]!)) end -= 1;
  if (from >= end) return null;
  const pronoun = tokens[before[end - 1]!]!;
  if (
    pronoun.norm === 'there' ||
    (pronoun.pos === 'PRON' &&
      SUBJECT_PRONOUNS.has(pronoun.norm) &&
      tokens[before[end - 1]! - 1]?.norm === ',')
  )
    from = end - 1;
  // Gaps are clauses of their own: the subject stands after the last, or, if nothing does, before the first.
  const gap = before.findLastIndex((at, k) => k > from && k < end && at !== before[k - 1]! + 1);
  if (gap > from && before.slice(gap, end).some((at) => /NOUN|PROPN|PRON/.test(tokens[at]!.pos))) from = gap;
  while (from < end - 1 && tokens[before[from]!]!.pos === 'PUNCT') from += 1;
  let last = from;
  while (last + 1 < end && before[last + 1] === before[last]! + 1) last += 1;
  while (last > from && /^[,;:"'-]+$/.test(tokens[before[last]!]!.norm)) last -= 1;
  return { start: before[from]!, end: before[last]! + 1 };
}

function endsPhrase({ norm, pos }: Token): boolean {
  return norm === ')' || norm === ']' || /NOUN|PROPN|PRON|NUM|DET|ADJ|X/.test(pos);
}

/** Past one leading prepositional phrase without a comma: "without cooperation they face …". */
function afterPhrase(tokens: readonly Token[], before: readonly number[], from: number): number {
  const pos = (k: number): string => (k < before.length ? tokens[before[k]!]!.pos : '');
  if (pos(from) !== 'ADP') return before.length;
  let k = from + 1;
  while (/DET|ADJ|NUM/.test(pos(k))) k += 1;
  while (/NOUN|PROPN/.test(pos(k))) k += 1;
  return k;
}

function isLead(
  tokens: readonly Token[],
  at: number,
  { adverbial, complement }: { readonly adverbial: boolean; readonly complement: boolean },
): boolean {
  const { norm, pos } = tokens[at]!;
  if (norm === 'that') return complement && !isFiniteForm(tokens[at + 1]);
  return pos === 'PUNCT' || pos === 'CCONJ' || (adverbial && ASSERTING_SUBORDINATORS.has(norm));
}

/** The noun phrase that ends at a place, right before the comma of a relative clause; null where none does. */
export function antecedent(tokens: readonly Token[], end: number): Stretch | null {
  let start = end;
  while (start > 0) {
    const { pos, norm } = tokens[start - 1]!;
    const part = /NOUN|PROPN|ADJ|NUM|DET|PRON/.test(pos) || norm === "'s" || isQuoteMark(tokens[start - 1]);
    if (!part) break;
    start -= 1;
    if (pos === 'DET') break;
  }
  // "Lori Lightfoot, the city's mayor, who …": the name it is in apposition to comes along.
  if (tokens[start - 1]?.norm === ',' && tokens[start]?.pos !== 'PROPN') {
    let name = start - 1;
    while (tokens[name - 1]?.pos === 'PROPN') name -= 1;
    if (name < start - 1) start = name;
  }
  while (start < end && isQuoteMark(tokens[start])) start += 1;
  return start < end ? { start, end } : null;
}
