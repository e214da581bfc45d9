/** What a statement is said to hold under, and where that was not passed on. */
import { CONDITION, INVERTED_CONDITION } from '../language/en/conditions.js';
import type { Drift } from '../model/record.js';
import type { Span } from '../model/span.js';
import { anchor } from '../text/anchors.js';
import { by, type Candidate } from './statements.js';

/** The condition that a statement names, "if prices keep rising" or "on the auditor's own assumptions"; null where none. */
function conditionOf({ account, draft }: Candidate): Span | null {
  const start = draft.focus[0]!.start;
  const end = draft.focus[draft.focus.length - 1]!.end;
  const text = account.document.text.slice(start, end);
  const match = CONDITION.exec(text) ?? INVERTED_CONDITION.exec(text);
  if (!match) return null;
  const exact = match[0].trimEnd().replace(/,$/, '');
  return { start: start + match.index, end: start + match.index + exact.length };
}

/** A condition of `from` that nothing in the sentence of `to` keeps. */
export function conditionLost(from: Candidate, to: Candidate): Drift[] {
  const condition = conditionOf(from);
  if (!condition || to.assertion.modality === 'conditional') return [];
  // Words left out of a quotation are told as that.
  if (from.assertion.kind === 'quotation' && to.assertion.kind === 'quotation') return [];
  const { exact } = to.draft.anchor;
  if (CONDITION.test(exact) || INVERTED_CONDITION.test(exact)) return [];
  const lost = anchor(from.account.document, condition);
  return [
    {
      kind: 'hedge',
      from: lost,
      to: null,
      note: `“${lost.exact.replace(/\s+/g, ' ')}” was dropped${by(to)}`,
    },
  ];
}
