/** Which statement of a claim has its words or its news from which: rules 1 and 2 of DESIGN, "How origins are counted". */
import type { Descent } from '../model/story.js';
import type { DescentContext } from './context.js';
import { coverage, MOST, overlap } from './links.js';
import type { Candidate } from './statements.js';

/** Descent of each statement of one claim (by its place in `claim`), without cycles. */
export function findDescents(
  claim: readonly Candidate[],
  asserting: ReadonlySet<Candidate>,
  context: DescentContext,
): (Descent | null)[] {
  const from = new Map<string, string>();
  const circular = (id: string, ancestor: string): boolean => {
    for (let at: string | undefined = ancestor; at !== undefined; at = from.get(at))
      if (at === id) return true;
    return false;
  };
  return claim.map((candidate) => {
    const others = claim.filter((other) => other.draft.doc !== candidate.draft.doc && asserting.has(other));
    for (const descent of possibleDescents(candidate, others, context)) {
      if (circular(candidate.draft.id, descent.from)) continue;
      from.set(candidate.draft.id, descent.from);
      return descent;
    }
    return null;
  });
}

function possibleDescents(
  candidate: Candidate,
  others: readonly Candidate[],
  context: DescentContext,
): Descent[] {
  const { doc } = candidate.draft;
  const found: Descent[] = [];
  for (const { doc: ancestor, direction } of context.ancestors.get(doc) ?? []) {
    const passages = context.between.get(`${doc} ${ancestor}`) ?? [];
    const carried = passages.some(
      (p) => coverage(candidate, p.own) > MOST && !(p.quotedOnly && candidate.assertion.kind === 'quotation'),
    );
    if (!carried) continue;
    const statement = nearest(
      candidate,
      others.filter((other) => other.draft.doc === ancestor),
    );
    if (statement) found.push({ from: statement.draft.id, rule: 'copied', direction, report: null });
  }
  // Who has heard it for himself has it from nobody else's report.
  if (context.hearings.get(doc)?.has(candidate.assertion.sentence)) return found;
  const credits = (context.credits.get(doc) ?? []).filter(
    ({ again, sentence }) => !again || sentence === candidate.assertion.sentence,
  );
  const bySentence = (credit: { sentence: number | null }): number =>
    credit.sentence === candidate.assertion.sentence ? 0 : 1;
  const reports = [...credits].sort((x, y) => bySentence(x) - bySentence(y)).map((credit) => credit.outlet);
  const sentenceReports = new Set(credits.filter((c) => bySentence(c) === 0).map((c) => c.outlet));
  const carriers = others.filter((other) => {
    const outlet = context.reportOf[other.draft.doc];
    return outlet != null && reports.includes(outlet) && context.mayCredit(doc, other.draft.doc);
  });
  const preferred = carriers.filter((other) => sentenceReports.has(context.reportOf[other.draft.doc]!));
  // A sentence that credits a report is judged by that report alone; else the earliest that carries the claim.
  const pool = sentenceReports.size > 0 ? preferred : carriers;
  const first = pool[0];
  if (first) {
    const statement = nearest(
      candidate,
      pool.filter((other) => other.draft.doc === first.draft.doc),
    )!;
    found.push({
      from: statement.draft.id,
      rule: 'derived',
      direction: 'known',
      report: context.reportOf[first.draft.doc]!,
    });
  }
  return found;
}

/** Of several statements of one document, the one that shares most words; the earliest of equals. */
export function nearest(candidate: Candidate, among: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  let most = -1;
  for (const other of among) {
    const shared = overlap(candidate.words, other.words);
    if (shared > most) [best, most] = [other, shared];
  }
  return best;
}
