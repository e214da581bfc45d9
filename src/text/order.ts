import type { Span } from '../model/span.js';

/** Total order of strings by UTF-16 code unit, the same on every machine and locale. */
export function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By start, then by end. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

interface Orderable {
  readonly published: string | null;
  readonly ref: string;
  readonly id: string;
}

/** The record's order of documents: by published (null last), then ref, then id. */
export function compareDocuments(a: Orderable, b: Orderable): number {
  if (a.published !== b.published) {
    if (a.published === null) return 1;
    if (b.published === null) return -1;
    const byTime = compareStrings(a.published, b.published);
    if (byTime !== 0) return byTime;
  }
  return compareStrings(a.ref, b.ref) || compareStrings(a.id, b.id);
}
