/** Who is said to have acted, and how that changed as a statement was passed on. */
import { ACTOR_ROWS } from '../language/en/actors.js';
import type { LocalName } from '../model/analysis.js';
import type { Drift } from '../model/record.js';
import type { Span } from '../model/span.js';
import { anchor } from '../text/anchors.js';
import { nameWords, personKey, surname } from '../text/name-keys.js';
import { samePredicate } from './alike.js';
import { headWord } from './figures.js';
import { attributionOf, type Candidate } from './statements.js';

/** Subjects that name others, or are of another kind ("the treasury", "the ministry"), before the same predicate. */
export function actorDrift(from: Candidate, to: Candidate): Drift[] {
  const [x, y] = [from.assertion.subject, to.assertion.subject];
  if (!x || !y || asks(from) !== asks(to)) return [];
  const [a, b] = [anchor(from.account.document, x), anchor(to.account.document, y)];
  const heads = [a.exact, b.exact].map(headOf) as [string, string];
  if (heads[0] === heads[1] || !samePredicate(from, to)) return [];
  if (!namesDiffer(from, to) && !rowsDiffer(...heads)) return [];
  return [{ kind: 'actor', from: a, to: b, note: `“${a.exact}” became “${b.exact}”` }];
}

/** Others are named as those who act, and neither sentence names whom the other does. */
function namesDiffer(from: Candidate, to: Candidate): boolean {
  const [x, y] = [from, to].map(actingNames) as [LocalName[], LocalName[]];
  if (x.length === 0 || y.length === 0) return false;
  return !x.some((name) => isNamedIn(name, to)) && !y.some((name) => isNamedIn(name, from));
}

/** Names in what heads the subject: who is named in "the inquiry by the bureau", "their father, the mayor" does not act. */
function actingNames({ account, actors, assertion }: Candidate): LocalName[] {
  const { start, end } = assertion.subject ?? EMPTY;
  const head = start + account.document.text.slice(start, end).replace(HUNG_ON, '').length;
  return actors.filter(({ mentions }) => mentions.some((m) => start <= m.start && m.start < head));
}

/** A person is named by the surname. */
function isNamedIn({ kind, name, aliases }: LocalName, { draft }: Candidate): boolean {
  const there = ` ${nameWords(draft.anchor.exact).join(' ')} `;
  return [name, ...aliases].some((n) => {
    const key = kind === 'person' ? surname(personKey(n)) : nameWords(n).join(' ');
    return key !== '' && there.includes(` ${key} `);
  });
}

/** The phrase for who acts ends where another is hung on it: "the officers of the city", "members, who …". */
const HUNG_ON = /(?:,|\s(?:of|at|in|from|on|for|with|who|which|that)\s)[\s\S]*/;

/** The last word of the phrase for a subject, in the singular. */
const headOf = (subject: string): string => headWord(subject.replace(HUNG_ON, ''));

function rowsDiffer(a: string, b: string): boolean {
  const [p, q] = [ACTOR_ROWS.get(a), ACTOR_ROWS.get(b)];
  return p !== undefined && q !== undefined && p !== q;
}

const EMPTY: Span = { start: 0, end: 0 };

/** "X asks the minister to come": its subject is the source of what the minister is to do, who acts in "the minister is to come". */
function asks(candidate: Candidate): boolean {
  const { subject } = candidate.assertion;
  return (
    subject !== null &&
    (attributionOf(candidate)?.source.some(
      ({ start, end }) => subject.start <= start && end <= subject.end,
    ) ??
      false)
  );
}
