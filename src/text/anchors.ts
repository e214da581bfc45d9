import type { Anchor, Span } from '../model/span.js';

interface Texted {
  readonly id: string;
  readonly text: string;
}

/** The anchor of a span. Throws RangeError where the span does not lie in the text or breaks off a surrogate pair. */
export function anchor(document: Texted, span: Span): Anchor {
  const { start, end } = span;
  const { text } = document;
  if (!(start >= 0 && start <= end && end <= text.length)) {
    throw new RangeError(`span ${start}–${end} does not lie in ${document.id} (${text.length} code units)`);
  }
  if (splitsPair(text, start) || splitsPair(text, end)) {
    throw new RangeError(`span ${start}–${end} breaks off a surrogate pair in ${document.id}`);
  }
  return { doc: document.id, start, end, exact: text.slice(start, end) };
}

/** True where the anchor still says what stands in the text. */
export function holds(document: Texted, a: Anchor): boolean {
  return a.doc === document.id && document.text.slice(a.start, a.end) === a.exact;
}

function splitsPair(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
