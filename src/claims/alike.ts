/** Whether two statements of one claim are so near to each other that what differs between them has changed. */
import { contentWords } from '../similarity/words.js';
import { pairFigures } from './figures.js';
import type { Link } from './links.js';
import type { Candidate } from './statements.js';

/** From this likeness on two statements that share no passage say one thing; below it they are likely to. Read on 50 events of three accounts and the example cases, as are the parts of predicates. */
const SURE = 0.75;
const LIKELY = 0.55;

/** Of the shorter predicate's content words, in both: then it is one predicate. */
const SAME_PREDICATE = 0.6;

/** Of predicates of what is likely one assertion. */
const LIKE_PREDICATE = 0.2;

/**
 * A statement whose account credits the other's report has its news from there, but is not yet the same assertion: it
 * shares a passage with it, says nearly the same, counts the same or has its predicate. `link`: that of the two, where
 * they have one.
 */
export function saySame(from: Candidate, to: Candidate, link: Link | undefined): boolean {
  if (link?.kind === 'passage') return true;
  const p = link?.p ?? 0;
  const shared = sharedPredicate(from, to);
  return (
    p >= SURE || shared >= (p >= LIKELY ? LIKE_PREDICATE : SAME_PREDICATE) || pairFigures(from, to).length > 0
  );
}

/** Most of the shorter predicate stands in the other. */
export const samePredicate = (from: Candidate, to: Candidate): boolean =>
  sharedPredicate(from, to) >= SAME_PREDICATE;

/** The part of the shorter predicate's content words that the other has too; 0 where either has none. */
function sharedPredicate(from: Candidate, to: Candidate): number {
  const [a, b] = [from, to].map(predicateStems) as [Set<string>, Set<string>];
  const shared = [...a].filter((stem) => b.has(stem)).length;
  return shared / Math.max(1, Math.min(a.size, b.size));
}

/** Content words of a predicate that tell what is done: its verbs and their object. */
const HEAD = 6;

/** Whom and what it names stands in many predicates of a story. */
const NAMES = /(?<!\p{L})\p{Lu}[\p{L}\p{N}.’'-]*/gu;

function predicateStems({ account, assertion }: Candidate): Set<string> {
  const { start, end } = assertion.predicate ?? { start: 0, end: 0 };
  const words = account.document.text.slice(start, end).replace(NAMES, '');
  return new Set(
    contentWords(words)
      .slice(0, HEAD)
      .map(({ stem }) => stem),
  );
}
