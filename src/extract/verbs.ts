import {
  ASSERTING_SUBORDINATORS,
  CONDITIONALS,
  COORDINATORS,
  DEPENDENT_SUBORDINATORS,
  RELATIVES,
  SUBJECT_PRONOUNS,
} from '../language/en/connectives.js';
import { NEGATORS } from '../language/en/negation.js';
import * as forms from '../language/en/verb-forms.js';
import type { Token } from '../text/parsed.js';

/** `soft`: a form that is finite or not by what stands around it ("deployed", "release"); clauses decide. */
export type VerbForm = 'finite' | 'soft' | 'infinitive' | 'gerund' | 'participle';

/** Auxiliaries, adverbs between them, and the main verb. `start`, `end` and `head` are places in the tokens given. */
export interface VerbGroup {
  readonly start: number;
  readonly end: number;
  /** The main verb; the last auxiliary where there is none ("they were in Boston"). */
  readonly head: number;
  readonly form: VerbForm;
  readonly lemma: string;
  readonly modal: string | null;
  readonly tense: 'past' | 'present';
  readonly perfect: boolean;
  readonly progressive: boolean;
  readonly passive: boolean;
  readonly negated: boolean;
}

/** Adverbs that may stand between an auxiliary and its verb; more is another construction. */
const MAX_ADVERBS_INSIDE = 3;

/** How far to look for a finite verb that would make an earlier "-ed" a participle; longer phrases are rare. */
const MAX_LOOKAHEAD = 40;

/** The verb groups of a stretch of text, in order. Linear time. */
export function findVerbGroups(tokens: readonly Token[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  let at = 0;
  while (at < tokens.length) {
    const group = isVerbal(tokens, at) ? verbGroupAt(tokens, at) : null;
    if (group === null) at += 1;
    else {
      groups.push(group);
      at = group.end;
    }
  }
  const settled = groups.map((group, index) =>
    group.form === 'soft' ? settle(tokens, groups, index) : group,
  );
  const first = settled.find(({ form }) => form === 'finite' || form === 'soft')?.start ?? tokens.length;
  const mistaken = findMistaken(tokens, first, first < tokens.length);
  if (mistaken < 0) return settled;
  const read = verbGroupAt(tokens, mistaken);
  const found: VerbGroup = {
    ...read,
    form: 'finite',
    tense: tokens[mistaken]!.pos === 'ADJ' ? 'past' : read.tense,
  };
  return [...settled.filter(({ start }) => start !== mistaken), found].sort((a, b) => a.start - b.start);
}

/** Whether a word is finite by its form alone: an auxiliary, a modal, a third person. */
export function isFiniteForm(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return (
    forms.FINITE_AUXILIARIES.has(token.norm) ||
    isModal(token) ||
    token.norm === "'s" ||
    (token.pos === 'VERB' && isThirdPerson(token))
  );
}

export function isQuoteMark(token: Token | undefined): boolean {
  return token !== undefined && /^["'“”‘’`«»]+$/.test(token.norm);
}

function isModal(token: Token): boolean {
  if (!forms.MODALS.has(token.norm)) return false;
  // "May 5" and "the will" are no modals.
  return (
    token.pos === 'AUX' ||
    token.pos === 'VERB' ||
    token.norm === 'cannot' ||
    (token.text === token.norm && token.pos !== 'NOUN')
  );
}

function isAuxiliary(token: Token): boolean {
  if (isModal(token)) return true;
  if (token.norm === "'s") return token.pos === 'AUX' || token.pos === 'VERB';
  return forms.BE.has(token.norm) || forms.HAVE.has(token.norm) || forms.DO.has(token.norm);
}

function isVerbal(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (isAuxiliary(token)) return token.norm !== 'am' || tokens[at - 1]?.norm === 'i'; // not "11 am"
  if (token.pos === 'NOUN' && token.text === token.norm && forms.PAST_ONLY.has(token.norm))
    return !forms.PAST_OR_NOUN.has(token.norm);
  if (token.pos !== 'VERB' && token.pos !== 'AUX') return false;
  return !isAttributive(tokens, at) && !isPlural(tokens, at) && token.norm !== 'according';
}

/** "the deployed officers", "a growing number": a verb form that is an adjective. */
function isAttributive(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (before === undefined || after === undefined) return false;
  const determined =
    (before.pos === 'DET' && !SUBJECT_PRONOUNS.has(before.norm)) ||
    before.pos === 'ADJ' ||
    before.pos === 'NUM' ||
    before.norm === "'s" ||
    before.norm === '-' ||
    /^(his|its|their|our|my|your|the|a|an|these|those|this)$/.test(before.norm);
  return determined && (after.pos === 'NOUN' || after.pos === 'PROPN' || after.pos === 'ADJ');
}

/**
 * The place of a verb that the tagger took for a noun or adjective, before any finite verb; -1 where there is none.
 * It agrees with the noun before it and goes on as a verb does: "policies limit local police", "the agency plans to
 * act", "Mr. Smith retired last month". `strict`: a finite verb follows, so only the surest signs count.
 */
function findMistaken(tokens: readonly Token[], end: number, strict: boolean): number {
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

/** "the heads of", "longer stretches": a noun that looks like a third person. */
function isPlural(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined || !isThirdPerson(tokens[at]!)) return false;
  const comparative = before.norm.endsWith('er') && tokens[at + 1]?.norm === 'of';
  if (before.pos === 'ADJ' || before.pos === 'ADP' || before.norm === 'to' || comparative) return true;
  return before.pos === 'DET' && !SUBJECT_PRONOUNS.has(before.norm);
}

function verbGroupAt(tokens: readonly Token[], start: number): VerbGroup {
  let modal: string | null = null;
  let head = start;
  let end = start;
  let negated = false;
  let perfect = false;
  let passive = false;
  let progressive = false;
  let be = false;
  let have = false;
  const first = tokens[start]!;
  const doing = forms.DO.has(first.norm);
  let at = start;
  let adverbs = 0;
  while (at < tokens.length) {
    const token = tokens[at]!;
    if (isAuxiliary(token)) {
      if (at > start && !auxiliaryContinues(token, modal !== null || doing, have)) break;
      if (isModal(token)) modal ??= token.norm;
      if (NEGATORS.has(token.norm)) negated = true;
      if (be && token.norm === 'being') passive = false;
      if (have && forms.BE.has(token.norm)) perfect = true;
      if (forms.BE.has(token.norm)) be = true;
      if (forms.HAVE.has(token.norm)) have = true;
      head = at;
      at += 1;
      end = at;
      adverbs = 0;
      continue;
    }
    if (
      token.pos === 'VERB' ||
      token.pos === 'AUX' ||
      at === start ||
      (be && isParticipialAdjective(tokens, at))
    ) {
      const bare = at === start;
      if (!bare && !continues(token, be, have, modal !== null || doing)) break;
      if (!bare) {
        const ing = token.norm.endsWith('ing');
        if (have && !be && !ing) perfect = true;
        if (be && ing) progressive = true;
        if (be && !ing) passive = true;
      }
      head = at;
      end = at + 1;
      break;
    }
    if (NEGATORS.has(token.norm)) {
      negated = true;
      at += 1;
      if (tokens[at - 2] !== undefined && end === at - 1) end = at;
      continue;
    }
    if (
      at > start &&
      (token.pos === 'ADV' || token.pos === 'PART' || isQuoteMark(token)) &&
      token.norm !== 'to'
    ) {
      adverbs += 1;
      if (adverbs > MAX_ADVERBS_INSIDE) break;
      at += 1;
      continue;
    }
    break;
  }
  const token = tokens[head]!;
  const before = tokens[start - 1];
  if (before !== undefined && NEGATORS.has(before.norm)) negated = true;
  return {
    start,
    end,
    head,
    form: formOf(tokens, start, head, modal),
    lemma: lemmaOf(token),
    modal,
    tense: tenseOf(first, tokens[head]!),
    perfect,
    progressive,
    passive,
    negated,
  };
}

/** Whether an auxiliary can follow those read so far: "will have been", not "is has". */
function auxiliaryContinues({ norm }: Token, modal: boolean, have: boolean): boolean {
  if (norm === 'be' || norm === 'been' || norm === 'being' || norm === 'having') return true;
  return norm === 'have' || norm === 'do' ? modal : norm === 'had' && have;
}

/** Whether a verb form can follow the auxiliaries read so far. */
function continues(token: Token, be: boolean, have: boolean, bare: boolean): boolean {
  const ing = token.norm.endsWith('ing') && token.norm !== token.lemma;
  const base = token.norm === token.lemma;
  if (be) return ing || !base || forms.PARTICIPLE_ONLY.has(token.norm) || isInvariant(token);
  if (have) return !ing;
  return bare ? base || !ing : true;
}

/** "have been apprehended" where the tagger took the participle for an adjective. */
function isParticipialAdjective(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const after = tokens[at + 1]?.pos;
  return (
    token.pos === 'ADJ' &&
    token.norm.endsWith('ed') &&
    after !== 'NOUN' &&
    after !== 'PROPN' &&
    after !== 'ADJ'
  );
}

/** Participles that look like the base form: "cut", "put", "set". */
function isInvariant(token: Token): boolean {
  return /^(cut|put|set|hit|let|cost|shut|split|spread|hurt|cast|become|come|run|overrun|beset|shed|bet|quit)$/.test(
    token.norm,
  );
}

function lemmaOf(token: Token): string {
  if (forms.BE.has(token.norm) || (token.norm === "'s" && token.pos === 'AUX')) return 'be';
  if (forms.HAVE.has(token.norm)) return 'have';
  return token.lemma.toLowerCase();
}

function tenseOf(first: Token, head: Token): 'past' | 'present' {
  if (forms.PAST_AUXILIARIES.has(first.norm)) return 'past';
  if (first !== head) return 'present';
  return isPastForm(first) ? 'past' : 'present';
}

function isPastForm(token: Token): boolean {
  if (forms.PAST_ONLY.has(token.norm) || forms.PAST_AUXILIARIES.has(token.norm)) return true;
  if (forms.FINITE_AUXILIARIES.has(token.norm) || token.norm === "'s") return false;
  return token.norm !== token.lemma && !token.norm.endsWith('ing') && !isThirdPerson(token);
}

function isThirdPerson(token: Token): boolean {
  return token.norm !== token.lemma && token.norm.endsWith('s') && !token.norm.endsWith('ss');
}

function formOf(tokens: readonly Token[], start: number, head: number, modal: string | null): VerbForm {
  const first = tokens[start]!;
  let at = start - 1;
  while (at >= 0 && (tokens[at]!.pos === 'ADV' || isQuoteMark(tokens[at]))) at -= 1;
  const before = tokens[at];
  if (modal !== null) return 'finite';
  if (before?.norm === 'to' && !isPastForm(first) && !isThirdPerson(first))
    return first.norm.endsWith('ing') ? 'gerund' : 'infinitive';
  if (first.norm === 'being' || first.norm === 'having') return 'gerund';
  if (first.norm === 'be') return 'infinitive';
  if (first.norm === 'been') return 'participle';
  if (forms.FINITE_AUXILIARIES.has(first.norm)) return 'finite';
  if (first.norm === "'s") return 'finite';
  if (head !== start) return 'finite';
  if (first.norm.endsWith('ing') && first.norm !== first.lemma) return 'gerund';
  if (forms.PAST_ONLY.has(first.norm)) return 'finite';
  if (forms.PARTICIPLE_ONLY.has(first.norm)) return 'participle';
  if (isThirdPerson(first)) return before?.pos === 'DET' ? 'participle' : 'finite';
  return 'soft';
}

/** Decides a soft group by its neighbours; what stays soft is finite only where its clause lacks a verb. */
function settle(tokens: readonly Token[], groups: readonly VerbGroup[], index: number): VerbGroup {
  const group = groups[index]!;
  const token = tokens[group.start]!;
  let at = group.start - 1;
  while (at >= 0 && (tokens[at]!.pos === 'ADV' || isQuoteMark(tokens[at]))) at -= 1;
  const before = tokens[at];
  const after = tokens[group.end];
  const as = (form: VerbForm): VerbGroup => ({ ...group, form });
  if (!isPastForm(token)) return as(settleBase(token, before));
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

function settleBase(token: Token, before: Token | undefined): VerbForm {
  if (before === undefined) return 'infinitive';
  if (before.pos === 'PRON' && SUBJECT_PRONOUNS.has(before.norm)) return 'finite';
  if (before.pos === 'ADP' || before.pos === 'DET') return 'infinitive';
  return token.norm.endsWith('ed') ? 'participle' : 'soft';
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
