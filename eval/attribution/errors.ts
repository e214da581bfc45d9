/** What went wrong with the spans of a role, and how many are found by their length. */
import type { Span } from '../../src/model/span.js';
import type { Role } from './data.js';
import type { Judged } from './judged.js';
import { type ByRole, byRole, piecesOf } from './spans.js';

/**
 * Of a gold span that none of ours equals, looking only at those of ours that equal none of gold (an attribution inside
 * another would else hide what happened): `missed`: none overlaps it; `merged`: one overlaps it and another gold span that stands apart from it;
 * `split`: several overlap it; `start`, `end`, `both`: the one that overlaps it begins, ends, or does both elsewhere.
 */
export const FAULTS = ['missed', 'start', 'end', 'both', 'split', 'merged'] as const;
export type Fault = (typeof FAULTS)[number];

/** Upper ends of the ranges of length, in words. */
export const LENGTHS = [5, 15, 60, Number.POSITIVE_INFINITY] as const;

export interface Errors {
  readonly gold: number;
  readonly hit: number;
  readonly ours: number;
  readonly faults: { readonly [fault in Fault]: number };
  /** Spans of ours that overlap no gold span left over. */
  readonly spurious: number;
  /** Found and true spans by range of length. */
  readonly lengths: readonly { readonly hit: number; readonly gold: number }[];
}

export function errorsOf(docs: readonly Judged[]): ByRole<Errors> {
  return byRole((role) => {
    const total = {
      gold: 0,
      hit: 0,
      ours: 0,
      faults: { missed: 0, start: 0, end: 0, both: 0, split: 0, merged: 0 },
      spurious: 0,
      lengths: LENGTHS.map(() => ({ hit: 0, gold: 0 })),
    };
    for (const doc of docs) {
      const { hits, faults, spurious, ours } = compare(doc, role);
      total.ours += ours;
      total.hit += hits.length;
      total.gold += hits.length + faults.length;
      total.spurious += spurious.length;
      for (const { fault } of faults) total.faults[fault]++;
      for (const span of hits) {
        const range = total.lengths[rangeOf(doc.text, span)]!;
        range.hit++;
        range.gold++;
      }
      for (const { span } of faults) total.lengths[rangeOf(doc.text, span)]!.gold++;
    }
    return total;
  });
}

export interface Comparison {
  readonly ours: number;
  readonly hits: readonly Span[];
  readonly faults: readonly { readonly span: Span; readonly fault: Fault }[];
  readonly spurious: readonly Span[];
}

/** The spans of one role of one document, each gold span with what became of it. */
export function compare(doc: Judged, role: Role): Comparison {
  const ours = piecesOf(doc, doc.ours, role);
  const gold = piecesOf(doc, doc.gold, role);
  const hits = [...gold].filter(([key]) => ours.has(key)).map(([, span]) => span);
  const left = [...gold].filter(([key]) => !ours.has(key)).map(([, span]) => span);
  const wrong = [...ours].filter(([key]) => !gold.has(key)).map(([, span]) => span);
  const faults = left.map((span) => ({ span, fault: faultOf(span, left, wrong) }));
  const spurious = wrong.filter((span) => !left.some((other) => overlap(span, other)));
  return { ours: ours.size, hits, faults, spurious };
}

function faultOf(span: Span, left: readonly Span[], wrong: readonly Span[]): Fault {
  const near = wrong.filter((other) => overlap(other, span));
  const [one] = near;
  if (one === undefined) return 'missed';
  if (near.length > 1) return 'split';
  if (left.some((other) => overlap(other, one) && !overlap(other, span))) return 'merged';
  if (one.start === span.start) return 'end';
  return one.end === span.end ? 'start' : 'both';
}

export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

const rangeOf = (text: string, span: Span): number => {
  const words = wordsIn(text.slice(span.start, span.end));
  return LENGTHS.findIndex((most) => words <= most);
};

/** Runs of letters and digits, with what joins them ("O’Brien", "twenty-four"). */
export const wordsIn = (text: string): number =>
  (text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu) ?? []).length;
