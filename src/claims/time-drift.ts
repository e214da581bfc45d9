/** Times that changed as a statement was passed on. */
import { AT_ONCE } from '../language/en/time-words.js';
import type { LocalTime } from '../model/analysis.js';
import type { Drift } from '../model/record.js';
import type { Span } from '../model/span.js';
import { anchor } from '../text/anchors.js';
import type { Candidate } from './statements.js';
import { timesDiffer } from './times.js';

/** Another time, or "at once" for a day. */
export function timeDrift(from: Candidate, to: Candidate): Drift[] {
  const pair = timesDiffer(from, to) ? differing(from, to) : atOnce(from, to);
  const [x, y] = pair ?? [];
  if (!x || !y) return [];
  const [a, b] = [anchor(from.account.document, x), anchor(to.account.document, y)];
  return [{ kind: 'time', from: a, to: b, note: `“${a.exact}” became “${b.exact}”` }];
}

type Pair = readonly (Span | null)[];

const told = ({ start, end }: LocalTime): boolean => start !== null || end !== null;

/** The first times of both, unless one names a year alone and the other a day in what was taken for another year. */
function differing(from: Candidate, to: Candidate): Pair | null {
  const [x, y] = [from, to].map(({ times }) => times.find(told));
  if (!x || !y || YEAR.test(x.value) !== YEAR.test(y.value)) return null;
  return [x.span, y.span];
}

const YEAR = /^\d{4}$/;

const firstOf = ({ times }: Candidate): Span | null => times.find(told)?.span ?? null;

/** The words for "at once" in a statement, null where it has none. */
function atOnceIn({ account, draft }: Candidate): Span | null {
  for (const { start, end } of draft.focus) {
    const match = AT_ONCE.exec(account.document.text.slice(start, end));
    if (match) return { start: start + match.index, end: start + match.index + match[0].length };
  }
  return null;
}

function atOnce(from: Candidate, to: Candidate): Pair | null {
  const [x, y] = [atOnceIn(from), atOnceIn(to)];
  if ((x === null) === (y === null)) return null;
  return [x ?? firstOf(from), y ?? firstOf(to)];
}
