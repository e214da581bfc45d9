import type { Span } from '../model/span.js';

/** Whether the inner one lies in the outer one, ends included. */
export const encloses = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;
