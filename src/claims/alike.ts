/** Whether two statements of one claim are so near to each other that what differs between them has changed. */
import { DEICTIC } from '../language/en/time-words.js';
import { stemsIn } from '../similarity/words.js';
import { pairFigures } from './figures.js';
import type { Link } from './links.js';
import type { Candidate } from './statements.js';

/*
 * All numbers below were read on 50 events of three accounts (basil_half) and on the example cases.
 */

/** From this likeness on two statements that share no passage say one thing; from the lower one they are likely to. */
const SURE = 0.75;
const LIKELY = 0.55;

/** Of the shorter predicate's content words, in both: then it is one predicate. Of two that are likely one assertion, fewer. */
const SAME_PREDICATE = 0.6;
const LIKE_PREDICATE = 0.2;

/** Of the shorter statement's content words, in both, and so many of them: then both tell of one thing, whatever the verb. */
const SAME_WORDS = 0.4;
const MANY_WORDS = 5;

/**
 * A statement whose account credits the other's report has its news from there, but is not yet the same assertion: it
 * shares a passage with it, says nearly the same, counts the same, or has its predicate or many of its words. `link`:
 * that of the two, where they have one.
 */
export function saySame(from: Candidate, to: Candidate, link: Link | undefined): boolean {
  if (link?.kind === 'passage' || pairFigures(from, to).length > 0) return true;
  const p = link?.p ?? 0;
  if (p >= SURE || sharedPredicate(from, to) >= (p >= LIKELY ? LIKE_PREDICATE : SAME_PREDICATE)) return true;
  const [a, b] = [from, to].map(({ unit }) => stemsOf(unit.text)) as [string[], string[]];
  const shared = inBoth(a, b);
  return shared >= MANY_WORDS && shared >= SAME_WORDS * Math.min(a.length, b.length);
}

/** Most of the shorter predicate stands in the other. */
export const samePredicate = (from: Candidate, to: Candidate): boolean =>
  sharedPredicate(from, to) >= SAME_PREDICATE;

/** Content words of a predicate that tell what is done: its verbs and their object. */
const HEAD = 6;

/** The part of the shorter predicate's content words that the other has too; 0 where either has none. */
function sharedPredicate(from: Candidate, to: Candidate): number {
  const [a, b] = [from, to].map(({ account, assertion }) => {
    const { start, end } = assertion.predicate ?? { start: 0, end: 0 };
    return stemsOf(account.document.text.slice(start, end)).slice(0, HEAD);
  }) as [string[], string[]];
  return inBoth(a, b) / Math.max(1, Math.min(a.length, b.length));
}

const inBoth = (a: readonly string[], b: readonly string[]): number =>
  a.filter((stem) => b.includes(stem)).length;

/** Whom and what it names stands in many statements of a story; a capital that begins a sentence names nothing. */
const NAMES = /(?<=[\p{L}\p{N}.,’'] )\p{Lu}[\p{L}\p{N}.’'-]*/gu;

/** Of the content words of a text but for names, each once. */
const stemsOf = (text: string): string[] => [...stemsIn(text.replace(NAMES, '').replace(DEICTIC, ''))];
