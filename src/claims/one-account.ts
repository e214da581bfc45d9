/** What one account tells twice over it tells of two things: for all who join statements. */
import { append } from '../text/multimap.js';
import type { Link } from './links.js';
import type { Candidate } from './statements.js';

/** Two sentences of one body that are as likely as this to say one thing may both belong with what a third account says. Read on the events of claim_pairs at .2, .35 and with joined ones only. */
const ALIKE = 0.35;

/** Pairs of statements, "a b", of which two sentences of one body may say one thing, joined or not. */
export const mayBeOne = (links: readonly Link[]): ReadonlySet<string> =>
  new Set(
    links.flatMap(({ a, b, joins, p, slots }) =>
      joins || (p >= ALIKE && slots.length === 0) ? [`${a} ${b}`] : [],
    ),
  );

/** Whether some two statements of one account, one of each group, are of two things. */
export function someInOneAccount(
  left: readonly number[],
  right: readonly number[],
  all: readonly Candidate[],
  ofTwoThings: (x: Candidate, y: Candidate) => boolean,
): boolean {
  const byDocument = new Map<string, Candidate[]>();
  for (const member of left) append(byDocument, all[member]!.draft.doc, all[member]!);
  return right.some((member) =>
    (byDocument.get(all[member]!.draft.doc) ?? []).some((other) => ofTwoThings(other, all[member]!)),
  );
}

/** Both are parts of one sentence. */
export const sameSentence = (x: Candidate, y: Candidate): boolean =>
  x.draft.doc === y.draft.doc && x.assertion.sentence === y.assertion.sentence;

/** Two sentences of one body that are not alike themselves. `alike`: see `mayBeOne`. */
export const unlikeInBody = (x: Candidate, y: Candidate, alike: ReadonlySet<string>): boolean =>
  sameBody(x, y) && !alike.has(`${Math.min(x.index, y.index)} ${Math.max(x.index, y.index)}`);

/** Both stand in the body of one account. */
export function sameBody(x: Candidate, y: Candidate): boolean {
  return x.draft.doc === y.draft.doc && isBody(x) && isBody(y);
}

function isBody({ account, assertion }: Candidate): boolean {
  const { blocks, sentences } = account.analysis;
  const role = blocks[sentences[assertion.sentence]!.block]?.role;
  return role !== 'headline' && role !== 'summary' && role !== 'heading';
}
