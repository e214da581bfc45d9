/** Hedges of a statement that were not passed on. */
import { POSSIBLE_MODALS } from '../language/en/modality.js';
import type { LocalFigure } from '../model/analysis.js';
import type { Drift } from '../model/record.js';
import type { Span } from '../model/span.js';
import { contentWords } from '../similarity/words.js';
import { anchor } from '../text/anchors.js';
import { degreeDrift } from './degrees.js';
import { by, type Candidate, wordsOf } from './statements.js';

/** Code units behind a hedge in which the word that it weakens stands. */
const NEXT_WORDS = 60;

/** Content words behind a hedge of which one is what it weakens. */
const NEXT = 2;

/** Hedges of the ancestor that stand nowhere in the descendant; those that bind a paired figure are told there. */
export function hedgesLost(from: Candidate, to: Candidate, figures: readonly LocalFigure[]): Drift[] {
  const text = (candidate: Candidate, span: Span): string =>
    wordsOf(candidate.account.document.text.slice(span.start, span.end)).join(' ');
  const bindsFigure = (span: Span): boolean =>
    figures.some((f) =>
      span.end <= f.span.start + 1
        ? f.span.start - span.end <= 2
        : span.start < f.span.end && f.span.start < span.end,
    );
  const kept = new Set(to.assertion.hedges.map((h) => text(to, h)));
  const free = to.assertion.hedges.filter((h) => !bindsFigure(h));
  // One hedge exchanged for another is not a hedge lost.
  if (free.length > 0) return [];
  // What was not passed on at all lost no hedge: the word that it weakens is in the descendant.
  const passedOn = new Set(contentWords(to.unit.text).map((word) => word.stem));
  const weakened = (span: Span): boolean => {
    const after = from.account.document.text.slice(span.end, span.end + NEXT_WORDS);
    const next = contentWords(after).slice(0, NEXT);
    return next.length === 0 || next.some(({ stem }) => passedOn.has(stem));
  };
  // "May order" became "will order": that is told as its modality.
  const modal = (h: Span): boolean => POSSIBLE_MODALS.has(text(from, h)) && degreeDrift(from, to).length > 0;
  return from.assertion.hedges
    .filter((h) => !modal(h) && !bindsFigure(h) && !kept.has(text(from, h)) && weakened(h))
    .map((h) => ({
      kind: 'hedge' as const,
      from: anchor(from.account.document, h),
      to: null,
      note: `“${from.account.document.text.slice(h.start, h.end)}” was dropped${by(to)}`,
    }));
}
