import * as table from '../language/en/hedges.js';
import * as witness from '../language/en/witness.js';
import type { Span } from '../model/span.js';
import type { Token } from '../text/parsed.js';
import type { Clause } from './clauses.js';

interface Phrase {
  readonly words: readonly string[];
  readonly number: boolean;
}

const PHRASES = index();

/** Phrases by their first word, longest first. */
function index(): ReadonlyMap<string, readonly Phrase[]> {
  const phrases = new Map<string, Phrase[]>();
  const add = (phrase: string, number: boolean) => {
    const words = phrase.split(' ');
    phrases.set(words[0]!, [...(phrases.get(words[0]!) ?? []), { words, number }]);
  };
  for (const phrase of table.HEDGES) add(phrase, false);
  for (const phrase of table.NUMBER_HEDGES) add(phrase, true);
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  return phrases;
}

/** The words that weaken, in order. */
export function findHedges(tokens: readonly Token[]): Span[] {
  const hedges: Span[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const phrase = PHRASES.get(tokens[at]!.norm)?.find((p) => matches(tokens, at, p));
    if (phrase === undefined) continue;
    const last = at + phrase.words.length - 1;
    hedges.push({ start: tokens[at]!.start, end: tokens[last]!.end });
    at = last;
  }
  return hedges;
}

function matches(tokens: readonly Token[], at: number, { words, number }: Phrase): boolean {
  for (let k = 1; k < words.length; k += 1) if (tokens[at + k]?.norm !== words[k]) return false;
  // The month is no hedge: "in May", "May 5".
  if (words[0] === 'may' && tokens[at]!.text !== 'may' && (at > 0 || tokens[at]!.pos !== 'AUX')) return false;
  if (!number) return true;
  const next = tokens[at + words.length];
  return (
    next !== undefined &&
    (next.pos === 'NUM' || /^[\d$€£]/.test(next.norm) || isNumberWord(tokens, at + words.length))
  );
}

function isNumberWord(tokens: readonly Token[], at: number): boolean {
  const { norm } = tokens[at]!;
  if (norm !== 'a' && norm !== 'an') return table.NUMBER_WORDS.has(norm);
  const next = tokens[at + 1]?.norm ?? '';
  return next !== 'a' && next !== 'an' && table.NUMBER_WORDS.has(next);
}

/** Whether the clause passes something on without saying whose it is: "reportedly", "is said to", "reports say". */
export function isAgentless(clause: Clause, tokens: readonly Token[]): boolean {
  if (clause.tokens.some((at) => table.AGENTLESS_ADVERBS.has(tokens[at]!.norm))) return true;
  const { verb, subject } = clause;
  if (verb === null) return false;
  const next = tokens[verb.end]?.norm;
  if (verb.passive && next === 'at' && table.AGENTLESS_ESTIMATES.has(verb.lemma)) return true;
  if (verb.passive && table.AGENTLESS_VERBS.has(verb.lemma)) {
    const impersonal = subject !== null && tokens[subject.start]!.norm === 'it' && next === 'that';
    return next === 'to' || impersonal;
  }
  const source = subject === null ? undefined : tokens[subject.end - 1];
  return (
    source !== undefined &&
    table.AGENTLESS_SUBJECTS.has(source.norm) &&
    table.AGENTLESS_REPORT_VERBS.has(verb.lemma) &&
    verb.modal === null &&
    subject!.end - subject!.start <= 2
  );
}

/**
 * Whether the words show that the account's own reporter was there or found it out. `outlet`: whose account it is;
 * where it is known, another outlet's reporter does not count.
 */
export function isWitnessed(tokens: readonly Token[], outlet: string | null): boolean {
  for (let at = 0; at < tokens.length; at += 1) {
    const { norm } = tokens[at]!;
    const person = witness.WITNESS_NOUNS.has(norm);
    if (!person && !witness.WITNESS_WORK.has(norm)) continue;
    if (
      isOwn(tokens, at, outlet) &&
      tokens.some((t) => t.pos === 'VERB' && witness.WITNESS_VERBS.has(t.lemma))
    )
      return true;
  }
  return false;
}

/** "this reporter", "our correspondent", "a Courier reporter", "a reporter for the Courier", "this newspaper's reporter". */
function isOwn(tokens: readonly Token[], noun: number, outlet: string | null): boolean {
  let at = noun - 1;
  while (at >= 0 && /PROPN|NOUN|PART|ADJ/.test(tokens[at]!.pos)) at -= 1;
  const before = tokens.slice(at + 1, noun);
  const determiner = tokens[at]?.norm ?? '';
  if (witness.SELF_WORDS.has(determiner))
    return before.length === 0 || before.some((t) => witness.SELF_NOUNS.has(t.norm)) || determiner === 'our';
  const named = before.filter((t) => t.pos === 'PROPN');
  if (named.length > 0) return isOutlet(named, outlet);
  const link = tokens[noun + 1]?.norm;
  if (link !== 'for' && link !== 'from' && link !== 'with' && link !== 'by' && link !== 'of') return false;
  let to = noun + 2;
  if (witness.SELF_WORDS.has(tokens[to]?.norm ?? ''))
    return witness.SELF_NOUNS.has(tokens[to + 1]?.norm ?? '');
  if (tokens[to]?.norm === 'the') to += 1;
  const after: Token[] = [];
  while (tokens[to]?.pos === 'PROPN') after.push(tokens[to++]!);
  return after.length > 0 && isOutlet(after, outlet);
}

/** Without an outlet to compare with, a capitalised name before "reporter" is taken for the account's own. */
function isOutlet(name: readonly Token[], outlet: string | null): boolean {
  if (outlet === null) return true;
  const own = new Set(outlet.toLowerCase().split(/\W+/));
  return name.every((token) => token.norm === 'the' || own.has(token.norm));
}
