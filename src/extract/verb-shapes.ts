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

export function isGerund({ norm, lemma }: Token): boolean {
  return norm.endsWith('ing') && (norm !== lemma || !forms.BASE_ING.has(norm)) && norm.length > 4;
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

export function isModal(token: Token): boolean {
  if (!forms.MODALS.has(token.norm)) return false;
  // "May 5" and "the will" are no modals.
  return (
    token.pos === 'AUX' ||
    token.pos === 'VERB' ||
    token.norm === 'cannot' ||
    (token.text === token.norm && token.pos !== 'NOUN')
  );
}

export function isAuxiliary(token: Token): boolean {
  if (isModal(token)) return true;
  if (token.norm === "'s") return token.pos === 'AUX' || token.pos === 'VERB';
  return forms.BE.has(token.norm) || forms.HAVE.has(token.norm) || forms.DO.has(token.norm);
}

/** Participles that look like the base form: "cut", "put", "set". */
export function isInvariant(token: Token): boolean {
  return /^(cut|put|set|hit|let|cost|shut|split|spread|hurt|cast|become|come|run|overrun|beset|shed|bet|quit)$/.test(
    token.norm,
  );
}

export function lemmaOf(token: Token): string {
  if (forms.BE.has(token.norm) || (token.norm === "'s" && token.pos === 'AUX')) return 'be';
  if (forms.HAVE.has(token.norm)) return 'have';
  return token.lemma.toLowerCase();
}

export function isPastForm(token: Token): boolean {
  if (forms.PAST_ONLY.has(token.norm) || forms.PAST_AUXILIARIES.has(token.norm)) return true;
  if (forms.FINITE_AUXILIARIES.has(token.norm) || token.norm === "'s") return false;
  if (token.norm === token.lemma)
    return token.norm.endsWith('ed') && token.norm.length > 4 && !forms.BASE_ED.has(token.norm);
  return !isGerund(token) && !isThirdPerson(token);
}

export function isThirdPerson(token: Token): boolean {
  return token.norm !== token.lemma && token.norm.endsWith('s') && !token.norm.endsWith('ss');
}
