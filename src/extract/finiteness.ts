import {
  ASSERTING_SUBORDINATORS,
  CONDITIONALS,
  COORDINATORS,
  DEPENDENT_SUBORDINATORS,
  RELATIVES,
  SUBJECT_PRONOUNS,
} from '../language/en/connectives.js';
import * as forms from '../language/en/verb-forms.js';
import type { Token } from '../text/parsed.js';
import { isPastForm, isQuoteMark, isThirdPerson, type VerbForm, type VerbGroup } from './verb-shapes.js';

/** How far to look for a finite verb that would make an earlier "-ed" a participle; longer phrases are rare. */
const MAX_LOOKAHEAD = 40;

/** Decides a soft group by its neighbours; what stays soft is finite only where its clause lacks a verb. */
export function settle(tokens: readonly Token[], groups: readonly VerbGroup[], index: number): VerbGroup {
  const group = groups[index]!;
  const token = tokens[group.start]!;
  let at = group.start - 1;
  while (at >= 0 && (tokens[at]!.pos === 'ADV' || isQuoteMark(tokens[at]))) at -= 1;
  const before = tokens[at];
  const after = tokens[group.end];
  const as = (form: VerbForm): VerbGroup => ({ ...group, form });
  if (!isPastForm(token)) return as(settleBase(before));
  if (before === undefined) return as('participle');
  const complement = before.norm === 'that' && !/NOUN|PROPN|PRON/.test(tokens[at - 1]?.pos ?? '');
  if (complement && (after?.pos === 'NOUN' || after?.pos === 'ADJ')) return as('participle');
  if (before.pos === 'PRON' && SUBJECT_PRONOUNS.has(before.norm)) return as('finite');
  if (before.pos === 'ADP' || before.pos === 'SCONJ' || before.norm === 'when') return as('participle');
  if (after?.norm === 'by' && tokens[group.end + 1]?.pos !== 'NUM') return as('participle');
  if (before.norm === ',' || COORDINATORS.has(before.norm)) return group;
  if (opensObject(after) && !forms.PARTICIPLE_WITH_OBJECT.has(group.lemma)) return as('finite');
  return finiteAhead(tokens, groups, index) ? as('participle') : group;
}

function settleBase(before: Token | undefined): VerbForm {
  if (before === undefined) return 'infinitive';
  if (before.pos === 'PRON' && SUBJECT_PRONOUNS.has(before.norm)) return 'finite';
  if (before.pos === 'ADP' || before.pos === 'DET') return 'infinitive';
  return 'soft';
}

function opensObject(token: Token | undefined): boolean {
  if (token === undefined || forms.TIME_OPENERS.has(token.norm)) return false;
  return (
    token.pos === 'DET' ||
    token.pos === 'PRON' ||
    token.pos === 'PROPN' ||
    token.pos === 'NOUN' ||
    token.norm === 'that'
  );
}

/** Whether a finite verb follows before anything that could open another clause. */
export function finiteAhead(tokens: readonly Token[], groups: readonly VerbGroup[], index: number): boolean {
  const limit = groups[index]!.end + MAX_LOOKAHEAD;
  let at = groups[index]!.end;
  for (let next = index + 1; next < groups.length; next += 1) {
    const group = groups[next]!;
    if (group.start > limit) return false;
    for (; at < group.start; at += 1) if (opensClause(tokens[at]!)) return false;
    if (group.form === 'finite' && !COORDINATORS.has(tokens[group.start - 1]!.norm)) return true;
    at = group.end;
  }
  return false;
}

function opensClause({ norm, pos }: Token): boolean {
  if (norm === ',' || norm === ';' || norm === ':' || norm === '-' || norm === '--') return true;
  if (pos === 'PRON' && SUBJECT_PRONOUNS.has(norm)) return true;
  if (RELATIVES.has(norm) && pos !== 'DET') return true;
  if (CONDITIONALS.has(norm)) return true;
  return pos === 'SCONJ' && (ASSERTING_SUBORDINATORS.has(norm) || DEPENDENT_SUBORDINATORS.has(norm));
}

/**
 * The place of a verb that the tagger took for a noun or adjective, before any finite verb; -1 where there is none.
 * It agrees with the noun before it and goes on as a verb does: "policies limit local police", "the agency plans to
 * act", "Mr. Smith retired last month". `strict`: a finite verb follows, so only the surest signs count.
 */
export function findMistaken(tokens: readonly Token[], end: number, strict: boolean): number {
  let thirdPerson = -1;
  for (let at = 1; at < end; at += 1) {
    const token = tokens[at]!;
    const before = tokens[at - 1]!;
    const after = tokens[at + 1];
    if (after === undefined || token.text !== token.norm || (before.pos !== 'NOUN' && before.pos !== 'PROPN'))
      continue;
    const object = strict ? after.pos === 'DET' : /DET|ADJ|NOUN|PROPN|PRON/.test(after.pos);
    const infinitive = after.norm === 'to' && tokens[at + 2]?.pos === 'VERB';
    if (token.pos === 'ADJ' && token.norm.endsWith('ed') && !strict) {
      if (/DET|ADP|PUNCT/.test(after.pos) || forms.TIME_OPENERS.has(after.norm)) return at;
    } else if (token.pos === 'NOUN' && isThirdPerson(token)) {
      const singular = !isThirdPerson(before) && tokens[at - 2]?.pos !== 'NUM';
      if (thirdPerson < 0 && singular && (infinitive || (object && !strict))) thirdPerson = at;
    } else if (
      token.pos === 'NOUN' &&
      token.norm === token.lemma &&
      before.pos === 'NOUN' &&
      isThirdPerson(before)
    ) {
      if (object || infinitive || (!strict && (after.pos === 'ADP' || after.norm === ','))) return at;
    }
  }
  return thirdPerson;
}
