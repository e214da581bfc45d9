import * as table from '../language/en/modality.js';
import { NEGATIVE_SUBJECTS, NEGATIVE_VERBS, NEGATORS } from '../language/en/negation.js';
import type { ModalityKind } from '../model/vocabulary.js';
import type { Token } from '../text/parsed.js';
import type { Clause } from './clauses.js';
import { isQuoteMark } from './verb-shapes.js';

/** How far after its verb a governed infinitive begins at most: "requested at least 500 special agents who … to". */
const MAX_TO_INFINITIVE = 40;

/**
 * How firmly a clause puts what it says, from its verb group and what that governs.
 * `tokens` are those the clause was split from; `headline`: simple present tells of what happened, "to" of plans.
 */
export function modalityOf(clause: Clause, tokens: readonly Token[], headline: boolean): ModalityKind {
  const { verb } = clause;
  if (clause.conditional) return 'conditional';
  if (verb === null) {
    return headline ? elliptic(clause, tokens) : 'stative';
  }
  const { lemma, modal } = verb;
  const next = nextWord(tokens, verb.end);
  const toNext = next !== null && tokens[next]!.norm === 'to';
  if (modal !== null) {
    if (table.OBLIGED_MODALS.has(modal)) return 'obliged';
    if (table.POSSIBLE_MODALS.has(modal)) return verb.negated && /^can/.test(modal) ? 'stative' : 'possible';
    return 'future';
  }
  if (lemma === 'be' && next !== null) {
    if (toNext) return 'planned'; // "were to take place"
    const then = nextWord(tokens, next + 1);
    if (then !== null && tokens[then]!.norm === 'to') {
      const word = tokens[next]!.norm;
      if (table.PLAN_ADJECTIVES.has(word)) return 'planned';
      if (table.FUTURE_ADJECTIVES.has(word)) return 'future';
    }
  }
  if (lemma === 'go' && verb.progressive && toNext && governsVerb(tokens, next!)) return 'future';
  if (toNext && table.OBLIGATION_VERBS.has(lemma)) return 'obliged';
  const infinitive = toNext || hasInfinitive(clause, tokens, verb.end);
  // "A ruling is expected on Monday", "was expected to be indicted": whatever the tense, not yet so.
  if (verb.passive && tokens[verb.head]!.norm === 'expected') return 'planned';
  if (verb.passive && toNext && table.PLAN_ADJECTIVES.has(tokens[verb.head]!.norm)) return 'planned';
  if (infinitive && table.ORDER_VERBS.has(lemma)) return 'ordered';
  if (table.REQUEST_VERBS_WITH_OBJECT.has(lemma)) return 'requested';
  if (table.REQUEST_VERBS.has(lemma) && (infinitive || (next !== null && tokens[next]!.norm === 'for')))
    return 'requested';
  if (table.PLAN_VERBS_WITH_OBJECT.has(lemma)) return 'planned';
  if (toNext && table.PLAN_VERBS.has(lemma)) return 'planned';
  if (next !== null && tellsPlan(tokens, next)) return 'planned';
  return state(clause, headline);
}

/** Whether the clause denies what it would say without its "not", "no one", "failed to". */
export function isNegated(clause: Clause, tokens: readonly Token[]): boolean {
  const { verb, subject } = clause;
  if (verb === null) return false;
  const next = nextWord(tokens, verb.end);
  const governs = next !== null && tokens[next]!.norm === 'to';
  const denied = verb.negated || (governs && NEGATIVE_VERBS.has(verb.lemma));
  const object = next !== null && tokens[next]!.norm === 'no';
  const first = subject === null ? '' : tokens[subject.start]!.norm;
  // "nobody had served it": the subject's word may have been counted with the verb.
  if (NEGATIVE_SUBJECTS.has(first) && NEGATORS.has(first)) return !object;
  // "had gone four years without a service"
  const without =
    verb.lemma === 'go' && clause.tokens.some((at) => at >= verb.end && tokens[at]!.norm === 'without');
  return denied !== (NEGATIVE_SUBJECTS.has(first) || object || without);
}

/** Headlines leave auxiliaries out: "Agency to shift officers", "Agency planning raids", "Agency raiding homes". */
function elliptic(clause: Clause, tokens: readonly Token[]): ModalityKind {
  for (const at of clause.tokens) {
    const { norm, pos, lemma } = tokens[at]!;
    if (table.HEADLINE_PLANS.has(norm)) return 'planned';
    const after = tokens[at + 1];
    if (norm === 'to' && at > 0 && after !== undefined && !/DET|PRON|NUM|ADP|PUNCT/.test(after.pos))
      return 'planned';
    if (pos === 'VERB' && norm !== lemma) return 'done';
  }
  return 'stative';
}

function state({ verb }: Clause, headline: boolean): ModalityKind {
  if (verb === null) return 'stative';
  if (verb.passive) return verb.tense === 'past' || verb.perfect || verb.progressive ? 'done' : 'stative';
  if (table.STATIVE_VERBS.has(verb.lemma)) return 'stative';
  if (verb.perfect || verb.progressive || verb.tense === 'past') return 'done';
  return headline || (verb.form !== 'finite' && verb.tense !== 'present') ? 'done' : 'stative';
}

/** The next token that is no adverb and no mark; null at the end. */
function nextWord(tokens: readonly Token[], from: number): number | null {
  let at = from;
  while (at < tokens.length && (tokens[at]!.pos === 'ADV' || isQuoteMark(tokens[at]))) at += 1;
  return at < tokens.length ? at : null;
}

function governsVerb(tokens: readonly Token[], to: number): boolean {
  const next = nextWord(tokens, to + 1);
  return next !== null && !/DET|PROPN|ADP|PRON/.test(tokens[next]!.pos);
}

/** "has disclosed its intent to file charges", "announced plans to close": what is told is a plan. */
function tellsPlan(tokens: readonly Token[], from: number): boolean {
  let at = from;
  while (at < tokens.length && at < from + MAX_BEFORE_PLAN && /DET|PRON|ADJ/.test(tokens[at]!.pos)) at += 1;
  const to = tokens[at + 1];
  return table.PLAN_NOUNS.has(tokens[at]?.norm ?? '') && to?.norm === 'to' && governsVerb(tokens, at + 1);
}

/** "its", "a new", "their long announced". */
const MAX_BEFORE_PLAN = 3;

/** "requested 500 agents to join", "were told by officials to stop". */
function hasInfinitive(clause: Clause, tokens: readonly Token[], from: number): boolean {
  for (const at of clause.tokens) {
    if (at < from) continue;
    if (at > from + MAX_TO_INFINITIVE) return false;
    if (tokens[at]!.norm === 'to' && governsVerb(tokens, at)) return true;
  }
  return false;
}
