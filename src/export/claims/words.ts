/** Claims in a reader's words: where their words stand, who is said to be behind them, what else there is to them. */
import type { Claim, Drift, Statement } from '../../model/record.js';
import type { Anchor } from '../../model/span.js';
import { lineFinder } from '../lines.js';
import { counted, plain } from '../plain.js';
import { accountLabel, accountName, creditOf, unique, type View } from '../view.js';
import { earliestOf } from './selection.js';

/** The file, or the row, in which an anchor stands, and the line of its text, counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Finds places; the lines of each text are counted once. Null for a document that the record does not have. */
export function placeFinder(view: View): (anchor: Anchor) => Place | null {
  const lines = new Map<string, (offset: number) => number>();
  return ({ doc, start }) => {
    const document = view.document(doc);
    if (document === undefined) return null;
    const lineOf = lines.get(doc) ?? lineFinder(document.text);
    lines.set(doc, lineOf);
    return { file: document.ref, line: lineOf(start) };
  };
}

/** "The Courier, 12 May 2031, courier.txt:12". */
export function placeLabel(anchor: Anchor, view: View, place: Place | null): string {
  const document = view.document(anchor.doc);
  if (document === undefined || place === null) return anchor.doc;
  const at = `${plain(place.file).trim()}:${place.line}`;
  const label = accountLabel(document);
  // An account of no known outlet is called by its file.
  return document.outlet === null ? label.replace(accountName(document), () => at) : `${label}, ${at}`;
}

/** What an id, the earliest account and what there is more of come to, in one line. */
export function moreOf(claim: Claim, view: View): string {
  const earliest = view.document(earliestOf(claim).anchor.doc);
  const lone = unique(claim.statements.map(({ anchor }) => anchor.doc)).length === 1;
  const where = earliest ? [`${lone ? 'in' : 'earliest in'} ${accountLabel(earliest)}`] : [];
  const count = (n: number, one: string, many?: string): string[] => (n === 0 ? [] : [counted(n, one, many)]);
  return [
    claim.id,
    ...where,
    ...count(changesOf(claim).length, 'change'),
    ...count(claim.conflicts.length, 'conflict'),
    ...count(claim.possible.length, 'perhaps the same', 'perhaps the same'),
  ].join(' · ');
}

/** What changed, each change once: copies of one account change alike. */
export function changesOf({ drift }: Claim): readonly Drift[] {
  const seen = new Set<string>();
  return drift.filter(({ kind, from, to, note }) => {
    const key = [kind, note, from.doc, from.start, to?.doc, to?.start].join('\u0000');
    return !seen.has(key) && seen.add(key);
  });
}

/** Who is behind what stands at the anchor, as its account tells; with its hedges. Empty where no statement of the claim stands there. */
export function behind(claim: Claim, anchor: Anchor, view: View): string {
  const hedges = hedgesOf(statementsAt(claim, anchor));
  const speakers = speakersAt(claim, anchor, view);
  return hedges.length > 0 ? `${speakers}; hedged: ${hedges.join(', ')}` : speakers;
}

/** "the mayor"; "in its own voice". */
export const speakersAt = (claim: Claim, anchor: Anchor, view: View): string =>
  unique(statementsAt(claim, anchor).map((s) => creditOf(s, view) ?? 'in its own voice')).join(', ');

/** Each once, in quotation marks. */
export const hedgesOf = (statements: readonly Statement[]): readonly string[] =>
  unique(statements.flatMap(({ hedges }) => hedges.map(({ exact }) => `“${plain(exact).trim()}”`)));

/** Those whose assertion holds the anchor; where none does, those of its sentence. */
export function statementsAt({ statements }: Claim, anchor: Anchor): readonly Statement[] {
  const around = statements.filter(
    ({ anchor: { doc, start, end } }) => doc === anchor.doc && start <= anchor.start && anchor.end <= end,
  );
  const exact = around.filter(({ focus }) =>
    focus.some(({ start, end }) => start < anchor.end && anchor.start < end),
  );
  return exact.length > 0 ? exact : around;
}
