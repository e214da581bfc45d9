/** Which statement of a claim has its words or its news from which: rules 1 and 2 of DESIGN, "How origins are counted". */
import type { Descent } from '../model/story.js';
import { append } from '../text/multimap.js';
import type { Credited, DescentContext } from './context.js';
import { coverage, MOST, overlap } from './copied.js';
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
  // A denial has its words from a denial, and not from what it denies.
  const [asserted, others] = [true, false].map((asserts) =>
    carriersOf(
      claim.filter((candidate) => asserting.has(candidate) === asserts),
      context,
    ),
  ) as [Carriers, Carriers];
  return claim.map((candidate) => {
    const carriers = asserting.has(candidate) ? asserted : others;
    for (const descent of possibleDescents(candidate, carriers, context)) {
      if (circular(candidate.draft.id, descent.from)) continue;
      from.set(candidate.draft.id, descent.from);
      return descent;
    }
    return null;
  });
}

/** Statements of a claim, by where they stand. */
interface Carriers {
  readonly byDocument: ReadonlyMap<string, readonly Candidate[]>;
  /** Documents by what accounts credit where they credit them, each in the order of the claim. */
  readonly byReport: ReadonlyMap<string, readonly string[]>;
}

function carriersOf(statements: readonly Candidate[], context: DescentContext): Carriers {
  const byDocument = new Map<string, Candidate[]>();
  for (const candidate of statements) append(byDocument, candidate.draft.doc, candidate);
  const byReport = new Map<string, string[]>();
  for (const doc of byDocument.keys()) append(byReport, context.reportIn(doc), doc);
  return { byDocument, byReport };
}

function possibleDescents(
  candidate: Candidate,
  { byDocument, byReport }: Carriers,
  context: DescentContext,
): Descent[] {
  const { doc } = candidate.draft;
  const found: Descent[] = [];
  for (const { doc: ancestor, direction } of context.ancestors.get(doc) ?? []) {
    const others = byDocument.get(ancestor);
    if (others === undefined || ancestor === doc) continue;
    const passages = context.between.get(`${doc} ${ancestor}`) ?? [];
    const carried = passages.some(
      (p) => coverage(candidate, p.own) > MOST && !(p.quotedOnly && candidate.assertion.kind === 'quotation'),
    );
    if (!carried) continue;
    const statement = nearest(candidate, others)!;
    found.push({ from: statement.draft.id, rule: 'copied', direction, report: null, read: false });
  }
  // Who has heard it for himself has it from nobody else's report.
  if (context.hearings.get(doc)?.has(candidate.assertion.sentence)) return found;
  const credits = (context.credits.get(doc) ?? []).filter(
    (credit) => !credit.again || isHere(credit, candidate),
  );
  const here = credits.filter((credit) => isHere(credit, candidate));
  // What a body says, in a document of its own or not, it says itself, where nothing shows another's report of it.
  const itself = here.some(({ by }) => by !== null && by === candidate.speaker);
  if (itself && here.every(({ document }) => document)) return found;
  const carriedBy = (credit: Credited, other: Candidate): boolean =>
    context.reportIn(other.draft.doc) === credit.report &&
    context.mayCredit(doc, other.draft.doc) &&
    // A body is cited for much: elsewhere in the account somebody else may stand behind a statement.
    (!credit.document ||
      isHere(credit, candidate) ||
      (candidate.speaker === null
        ? saysNoDayBeside(candidate, other)
        : context.isDocument(candidate.speaker, other.draft.doc) || candidate.speaker === other.speaker));
  // A sentence that credits a report is judged by that report alone; else the earliest that carries the claim.
  const judged = here.length > 0 ? here : credits;
  const reports = new Set(judged.map(({ report }) => report));
  const documents = [...reports].flatMap((report) => byReport.get(report) ?? []);
  const pool = documents
    .filter((other) => other !== doc)
    .flatMap((other) => byDocument.get(other)!)
    .filter((other) => judged.some((credit) => carriedBy(credit, other)))
    .sort((x, y) => x.index - y.index);
  const [first] = pool;
  if (first) {
    const statement = nearest(
      candidate,
      pool.filter((other) => other.draft.doc === first.draft.doc),
    )!;
    found.push({
      from: statement.draft.id,
      rule: 'derived',
      direction: 'known',
      report: context.reportOf[first.draft.doc] ?? null,
      read:
        (here.length > 0 || candidate.draft.attribution !== null) &&
        judged.filter((credit) => carriedBy(credit, first)).every(({ document }) => document),
    });
  }
  // What a copy tells without a source is from the text that most of it is copied from.
  if (candidate.speaker === null)
    for (const { doc: ancestor, direction } of context.ancestors.get(doc) ?? []) {
      const statement = context.isMostlyFrom(doc, ancestor)
        ? nearest(candidate, byDocument.get(ancestor) ?? [])
        : null;
      if (statement === null) continue;
      const report = context.reportOf[ancestor] ?? null;
      found.push({ from: statement.draft.id, rule: 'derived', direction, report, read: false });
    }
  return found;
}

/** Every day that a statement names is in the other: "on 5 November" is not from what says "in November". */
function saysNoDayBeside({ unit }: Candidate, other: Candidate): boolean {
  return unit.days.every((day) => other.unit.days.includes(day));
}

/** The credit stands in the sentence of the statement. */
function isHere({ sentence }: Credited, { assertion }: Candidate): boolean {
  return sentence === assertion.sentence;
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
