import type { Span } from '../model/span.js';

/** Whether the inner one lies in the outer one, ends included. */
export const encloses = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** Index of the span that covers an offset, -1 where none does. The spans stand in order and apart. Binary search. */
export function indexAt(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle]!;
    if (offset < span.start) high = middle - 1;
    else if (offset >= span.end) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** By the index of each span the things that lie wholly in it, in their order. The spans stand in order and apart. */
export function groupWithin<T extends { readonly span: Span }>(
  spans: readonly Span[],
  things: readonly T[],
): T[][] {
  const groups: T[][] = spans.map(() => []);
  for (const thing of things) {
    const index = indexAt(spans, thing.span.start);
    if (index >= 0 && encloses(spans[index]!, thing.span)) groups[index]!.push(thing);
  }
  return groups;
}

/** A span with the index of what it belongs to. */
export interface Owned {
  readonly owner: number;
  readonly span: Span;
}

/** Looks up the spans that start from `from` on and before `to`, by owner, then as they were given. Binary search. */
export type ByStart = (from: number, to: number) => readonly Owned[];

/** The look-up of spans that each owner has several of. */
export function byStart(spansOf: readonly (readonly Span[])[]): ByStart {
  const all = spansOf
    .flatMap((spans, owner) => spans.map((span): Owned => ({ owner, span })))
    .sort((a, b) => a.span.start - b.span.start);
  const starts = all.map(({ span }) => span.start);
  return (from, to) =>
    all.slice(firstFrom(starts, from), firstFrom(starts, to)).sort((a, b) => a.owner - b.owner);
}

/** Whether any of the spans encloses another one. Binary search. */
export function enclosedBy(spans: readonly Span[]): (inner: Span) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const starts = sorted.map(({ start }) => start);
  let reach = 0;
  const reaches = sorted.map(({ end }) => {
    reach = Math.max(reach, end);
    return reach;
  });
  return ({ start, end }) => (reaches[firstFrom(starts, start + 1) - 1] ?? -1) >= end;
}

/** Index of the first number that is not less than `least`; their count where all are. They ascend. */
function firstFrom(ascending: readonly number[], least: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
