/** Who is said to have acted, and how that changed as a statement was passed on. */
import { ACTOR_ROWS } from '../language/en/actors.js';
import type { Drift } from '../model/record.js';
import type { Span } from '../model/span.js';
import { contentWords } from '../similarity/words.js';
import { anchor } from '../text/anchors.js';
import { headWord } from './figures.js';
import { type Candidate, wordsOf } from './statements.js';

/** Subjects that name others, or are of another kind ("the treasury", "the ministry") before the same predicate. */
export function actorDrift(from: Candidate, to: Candidate): Drift[] {
  const [x, y] = [from.assertion.subject, to.assertion.subject];
  if (!x || !y || asks(from) !== asks(to)) return [];
  const [a, b] = [anchor(from.account.document, x), anchor(to.account.document, y)];
  const heads = [a.exact, b.exact].map(headOf) as [string, string];
  if (heads[0] === heads[1]) return [];
  if (!namesDiffer(from, to) && !(rowsDiffer(...heads) && samePredicate(from, to))) return [];
  return [{ kind: 'actor', from: a, to: b, note: `“${a.exact}” became “${b.exact}”` }];
}

function namesDiffer(from: Candidate, to: Candidate): boolean {
  if (from.actors.length === 0 || to.actors.length === 0) return false;
  const keys = (candidate: Candidate) =>
    new Set(candidate.actors.flatMap((n) => [n.name, ...n.aliases]).map((n) => wordsOf(n).join(' ')));
  const known = keys(from);
  return ![...keys(to)].some((key) => known.has(key));
}

/** The phrase for who acts ends where another is hung on it: "the officers of the city", "members, who …". */
const HUNG_ON = /(?:,|\s(?:of|at|in|from|on|for|with|who|which|that)\s)[\s\S]*/;

/** The last word of the phrase for a subject, in the singular. */
const headOf = (subject: string): string => headWord(subject.replace(HUNG_ON, ''));

function rowsDiffer(a: string, b: string): boolean {
  const [p, q] = [ACTOR_ROWS.get(a), ACTOR_ROWS.get(b)];
  return p !== undefined && q !== undefined && p !== q;
}

/** Of the shorter predicate's content words, in both. Read on the example cases. */
const SAME_PREDICATE = 0.6;

function samePredicate(from: Candidate, to: Candidate): boolean {
  const [a, b] = [from, to].map((c) => {
    const { start, end } = c.assertion.predicate ?? EMPTY;
    return new Set(contentWords(c.account.document.text.slice(start, end)).map(({ stem }) => stem));
  }) as [Set<string>, Set<string>];
  const shared = [...a].filter((stem) => b.has(stem)).length;
  return shared > 0 && shared >= SAME_PREDICATE * Math.min(a.size, b.size);
}

const EMPTY: Span = { start: 0, end: 0 };

/** "X asks the minister to come": its subject is the source of what the minister is to do, who acts in "the minister is to come". */
function asks({ account, assertion, draft }: Candidate): boolean {
  const attribution = draft.attribution === null ? null : account.analysis.attributions[draft.attribution];
  const { subject } = assertion;
  return (
    subject !== null &&
    (attribution?.source.some(({ start, end }) => subject.start <= start && end <= subject.end) ?? false)
  );
}
