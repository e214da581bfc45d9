import { SUBJECT_PRONOUNS } from '../language/en/connectives.js';
import { NEGATORS } from '../language/en/negation.js';
import * as forms from '../language/en/verb-forms.js';
import type { Token } from '../text/parsed.js';
import { findMistaken, settle } from './finiteness.js';
import {
  isAuxiliary,
  isGerund,
  isInvariant,
  isModal,
  isPastForm,
  isQuoteMark,
  isThirdPerson,
  lemmaOf,
  type VerbForm,
  type VerbGroup,
} from './verb-shapes.js';

/** Adverbs that may stand between an auxiliary and its verb; more is another construction. */
const MAX_ADVERBS_INSIDE = 3;

/** The verb groups of a stretch of text, in order. Linear time. */
export function findVerbGroups(tokens: readonly Token[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  let at = 0;
  const titled = isTitled(tokens);
  while (at < tokens.length) {
    const group = isVerbal(tokens, at) && (titled || !isName(tokens, at)) ? verbGroupAt(tokens, at) : null;
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
  if (mistaken < 0 || tokens[0]!.norm === 'to') return settled;
  const read = verbGroupAt(tokens, mistaken);
  const found: VerbGroup = {
    ...read,
    form: 'finite',
    tense: tokens[mistaken]!.pos === 'ADJ' ? 'past' : read.tense,
  };
  return [...settled.filter(({ start }) => start !== mistaken), found].sort((a, b) => a.start - b.start);
}

/** Whether most words are capitalised, as in headlines: then capitals tell nothing. */
function isTitled(tokens: readonly Token[]): boolean {
  let words = 0;
  let capitals = 0;
  for (const { text, norm, pos } of tokens) {
    if (pos === 'PUNCT') continue;
    words += 1;
    if (text !== norm) capitals += 1;
  }
  return capitals * 2 > words;
}

/** The last word of a name that the tagger took for a verb: "the Iran Sanctions Act". */
function isName(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return tokens[at]!.text !== tokens[at]!.norm && before?.pos === 'PROPN' && before.text !== before.norm;
}

function isVerbal(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (isAuxiliary(token)) return token.norm !== 'am' || tokens[at - 1]?.norm === 'i'; // not "11 am"
  if (token.pos === 'NOUN' && token.text === token.norm && forms.PAST_ONLY.has(token.norm))
    return !forms.PAST_OR_NOUN.has(token.norm);
  if (token.pos !== 'VERB' && token.pos !== 'AUX') return false;
  if (token.norm === 'according' || isCompound(token)) return false;
  return !isAttributive(tokens, at) && !isPlural(tokens, at);
}

/** "Iran-related", "so-called", but not "re-elected". */
function isCompound({ norm }: Token): boolean {
  return norm.includes('-') && /(?:ed|ing)$/.test(norm) && !/^(?:re|co|pre|un|over|out|mis|de)-/.test(norm);
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

/** "the heads of", "longer stretches": a noun that looks like a third person. */
function isPlural(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined || !isThirdPerson(tokens[at]!)) return false;
  // "Making the rounds on the morning shows, …"
  if (tokens[at + 1]?.norm === ',' && isGerund(tokens[0]!)) return true;
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
        const ing = isGerund(token);
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
  // "he'd been named" is "had been".
  const had =
    modal === "'d" && end > start + 1 && (tokens[start + 1]!.norm === 'been' || (!be && isPastForm(token)));
  if (had) {
    modal = null;
    perfect = true;
  }
  if (before !== undefined && NEGATORS.has(before.norm)) negated = true;
  return {
    start,
    end,
    head,
    form: had ? 'finite' : formOf(tokens, start, head, modal),
    lemma: lemmaOf(token),
    modal,
    tense: had ? 'past' : tenseOf(first, tokens[head]!),
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
  const ing = isGerund(token);
  const base = token.norm === token.lemma && !isPastForm(token);
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

function tenseOf(first: Token, head: Token): 'past' | 'present' {
  if (forms.PAST_AUXILIARIES.has(first.norm)) return 'past';
  if (first !== head) return 'present';
  return isPastForm(first) ? 'past' : 'present';
}

function formOf(tokens: readonly Token[], start: number, head: number, modal: string | null): VerbForm {
  const first = tokens[start]!;
  let at = start - 1;
  while (at >= 0 && (tokens[at]!.pos === 'ADV' || isQuoteMark(tokens[at]))) at -= 1;
  const before = tokens[at];
  if (modal !== null) return 'finite';
  if (before?.norm === 'to' && !isPastForm(first) && !isThirdPerson(first))
    return isGerund(first) ? 'gerund' : 'infinitive';
  if (first.norm === 'being' || first.norm === 'having') return 'gerund';
  if (first.norm === 'be') return 'infinitive';
  if (first.norm === 'been') return 'participle';
  if (forms.FINITE_AUXILIARIES.has(first.norm)) return 'finite';
  if (first.norm === "'s") return 'finite';
  if (head !== start) return 'finite';
  if (isGerund(first)) return 'gerund';
  if (forms.PAST_ONLY.has(first.norm)) return 'finite';
  if (forms.PARTICIPLE_ONLY.has(first.norm)) return 'participle';
  if (isThirdPerson(first)) return before?.pos === 'DET' ? 'participle' : 'finite';
  return 'soft';
}
