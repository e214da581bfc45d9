import { COORDINATORS } from '../language/en/connectives.js';
import type { Token } from '../text/parsed.js';
import { boundary, hasSubject } from './clause-marks.js';
import { isGerund, type VerbGroup } from './verb-shapes.js';

/** How far back the coordinator of a second subordinate clause may stand. */
const MAX_SUBJECT = 30;

/** "The mayor objected, but the council agreed": a form like a participle with a subject after "and". */
export function startsClause(tokens: readonly Token[], verb: VerbGroup, { start, end }: VerbGroup): boolean {
  if (!/NOUN|PROPN|PRON/.test(tokens[start - 1]!.pos)) return false;
  const mark = boundary(tokens, verb.end, start);
  if (mark === null || tokens[mark.at]!.norm === ',' || !hasSubject(tokens, mark.at + 1, start)) return false;
  return mark.strong || tokens[end]?.pos !== 'ADP';
}

/** "If you have the facts, and you have the cause, …": the second clause stands under the first's conjunction. */
export function joins(tokens: readonly Token[], verb: VerbGroup, group: VerbGroup): boolean {
  const floor = Math.max(verb.end, group.start - MAX_SUBJECT);
  for (let at = group.start - 1; at >= floor; at -= 1) {
    const { norm } = tokens[at]!;
    if (COORDINATORS.has(norm)) return hasSubject(tokens, at + 1, group.start);
    if (norm === ',') return false;
  }
  return false;
}

/** A bare form that shares the auxiliaries of the verb before it ("was caught and charged"), completed by them. */
export function parallel(
  tokens: readonly Token[],
  verb: VerbGroup,
  last: VerbGroup,
  group: VerbGroup,
): VerbGroup | null {
  let at = group.start - 1;
  while (at >= 0 && tokens[at]!.pos === 'ADV') at -= 1;
  const before = tokens[at];
  if (before === undefined || !COORDINATORS.has(before.norm)) return null;
  const form = shape(tokens[group.head]!, group);
  const model = shape(tokens[verb.head]!, verb);
  if (form !== model) return null;
  // The nearest verb of the same form is what it is parallel to: "told to stop and search".
  if (last !== verb && shape(tokens[last.head]!, last) === form) return null;
  const after = tokens[group.end];
  if (form === 'past' && after !== undefined && /NOUN|ADJ/.test(after.pos) && last !== verb) return null;
  return {
    ...group,
    form: 'finite',
    modal: verb.modal,
    tense: verb.tense,
    perfect: verb.perfect,
    progressive: verb.progressive,
    passive: verb.passive,
  };
}

/** Whether the next finite verb stands right after a comma, as after "the operation, called X, began". */
export function finiteAfterComma(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  from: number,
): boolean {
  for (let next = from; next < Math.min(groups.length, from + 4); next += 1) {
    const group = groups[next]!;
    if (group.form === 'finite') return tokens[group.start - 1]!.norm === ',';
  }
  return false;
}

/** Whether two verbs are of one tense and mode. */
export function alike(a: VerbGroup | null, b: VerbGroup): boolean {
  return a !== null && a.tense === b.tense && (a.modal === null) === (b.modal === null);
}

/** The form of a main verb, which coordinated verbs share. */
function shape(head: Token, group: VerbGroup): 'ing' | 'past' | 'base' {
  if (isGerund(head)) return 'ing';
  if (group.modal !== null || group.form === 'infinitive') return 'base';
  return head.norm === head.lemma && group.tense === 'present' && !group.perfect && !group.passive
    ? 'base'
    : 'past';
}
