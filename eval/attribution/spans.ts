/** Spans of a role, over all attributions of a document: exact, and by words that both hold. */
import type { Span } from '../../src/model/span.js';
import { ROLES, type Role } from './data.js';
import type { Judged } from './judged.js';

export interface Counts {
  readonly hit: number;
  readonly ours: number;
  readonly gold: number;
}

export type ByRole<T> = { readonly [role in Role]: T };

export function byRole<T>(make: (role: Role) => T): ByRole<T> {
  return { source: make('source'), cue: make('cue'), content: make('content') };
}

/** Marks at both ends that are no part of a span. */
const EDGE = /[\s.,;:!?"“”'’‘`()\-–—…]/;

/** The span's pieces between sentence ends, without marks and spaces at both ends; what lies outside sentences goes. */
export function cut(text: string, sentences: readonly Span[], span: Span): readonly Span[] {
  const pieces: Span[] = [];
  for (const s of sentences) {
    if (s.end <= span.start) continue;
    if (s.start >= span.end) break;
    let start = Math.max(s.start, span.start);
    let end = Math.min(s.end, span.end);
    while (start < end && EDGE.test(text[start]!)) start++;
    while (end > start && EDGE.test(text[end - 1]!)) end--;
    if (end > start) pieces.push({ start, end });
  }
  return pieces;
}

export const keyOf = ({ start, end }: Span): string => `${start}-${end}`;

/** The pieces of all spans of the role, each once, by key. */
export function piecesOf(
  { text, sentences }: Judged,
  attributions: Judged['ours'],
  role: Role,
): ReadonlyMap<string, Span> {
  const pieces = new Map<string, Span>();
  for (const found of attributions)
    for (const span of found[role])
      for (const piece of cut(text, sentences, span)) pieces.set(keyOf(piece), piece);
  return pieces;
}

/** Pieces that are the same on both sides. */
export function exactCounts(doc: Judged): ByRole<Counts> {
  return byRole((role) => {
    const ours = piecesOf(doc, doc.ours, role);
    const gold = piecesOf(doc, doc.gold, role);
    return { hit: [...ours.keys()].filter((key) => gold.has(key)).length, ours: ours.size, gold: gold.size };
  });
}

/** Words (and marks) that lie in a span of the role on both sides. */
export function overlapCounts({ text, tokens, ours, gold }: Judged): ByRole<Counts> {
  const marked = (attributions: Judged['ours'], role: Role): Uint8Array => {
    const marks = new Uint8Array(text.length);
    for (const found of attributions) for (const { start, end } of found[role]) marks.fill(1, start, end);
    return marks;
  };
  return byRole((role) => {
    const [claimed, true_] = [marked(ours, role), marked(gold, role)];
    const count = (holds: (at: number) => boolean): number =>
      tokens.filter(({ start }) => holds(start)).length;
    return {
      hit: count((at) => claimed[at] === 1 && true_[at] === 1),
      ours: count((at) => claimed[at] === 1),
      gold: count((at) => true_[at] === 1),
    };
  });
}

export const sum = (counts: readonly Counts[]): Counts =>
  counts.reduce((a, b) => ({ hit: a.hit + b.hit, ours: a.ours + b.ours, gold: a.gold + b.gold }), {
    hit: 0,
    ours: 0,
    gold: 0,
  });

export const sumByRole = (counts: readonly ByRole<Counts>[]): ByRole<Counts> =>
  byRole((role) => sum(counts.map((c) => c[role])));

/** 0 to 1, 0 where nothing is right. */
export const f1 = ({ hit, ours, gold }: Counts): number => (hit === 0 ? 0 : (2 * hit) / (ours + gold));
export const precision = ({ hit, ours }: Counts): number => (hit === 0 ? 0 : hit / ours);
export const recall = ({ hit, gold }: Counts): number => (hit === 0 ? 0 : hit / gold);

/** Gold spans that lie wholly outside the sentences: in blocks that make no statements, so that no figure counts them. */
export function unread({ text, sentences, gold }: Judged): number {
  return ROLES.flatMap((role) => gold.flatMap((found) => found[role])).filter(
    (span) => cut(text, sentences, span).length === 0,
  ).length;
}
