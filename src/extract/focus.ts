import { COORDINATORS, FOCUSING, LINKERS } from '../language/en/connectives.js';
import type { Span } from '../model/span.js';
import type { Token } from '../text/parsed.js';
import type { Role } from './roles.js';
import { isFiniteForm, isQuoteMark } from './verb-shapes.js';

/** Which words at the start of an assertion are left out: none, "and" and "that", or "because" and "after" too. */
export type Linkers = 'none' | 'coordinating' | 'subordinating';

/**
 * Stretches of adjacent tokens, as spans without the marks at their edges. `places` ascend; with `linkers`, words that
 * join the first stretch to what stands before it are left out too.
 */
export function focusSpans(
  tokens: readonly Token[],
  roles: readonly Role[],
  places: readonly number[],
  linkers: Linkers,
): Span[] {
  const spans: Span[] = [];
  for (let from = 0; from < places.length; ) {
    let to = from;
    while (to + 1 < places.length && places[to + 1] === places[to]! + 1) to += 1;
    const span = trim(tokens, roles, places[from]!, places[to]!, spans.length === 0 ? linkers : 'none');
    if (span !== null) spans.push(span);
    from = to + 1;
  }
  return spans;
}

function trim(
  tokens: readonly Token[],
  roles: readonly Role[],
  first: number,
  last: number,
  linkers: Linkers,
): Span | null {
  let from = first;
  let to = last;
  while (from <= to && (isMark(tokens[from]!) || isLinker(tokens, roles, from, linkers))) from += 1;
  while (to >= from && isMark(tokens[to]!)) to -= 1;
  if (from > to || !tokens.slice(from, to + 1).some(isWord)) return null;
  // A quotation mark stays where its partner is inside.
  if (quoteMarks(tokens, from, to) % 2 === 1) {
    if (from > first && /^["'“‘«]/.test(tokens[from - 1]!.text)) from -= 1;
    else if (to < last && /^["'”’»]/.test(tokens[to + 1]!.text)) to += 1;
  }
  return { start: tokens[from]!.start, end: tokens[to]!.end };
}

/** "that" links only where it opens what somebody said; "that effort" does not. */
function isLinker(tokens: readonly Token[], roles: readonly Role[], at: number, linkers: Linkers): boolean {
  if (linkers === 'none') return false;
  const { norm, pos } = tokens[at]!;
  if (norm === 'that') {
    const { content } = roles[at]!;
    const opens = roles[at - 1]?.content !== content || COORDINATORS.has(tokens[at - 1]!.norm);
    return content !== null && opens && !isFiniteForm(tokens[at + 1]);
  }
  if (linkers === 'coordinating') return COORDINATORS.has(norm) && pos !== 'PRON' && pos !== 'ADV';
  if (FOCUSING.has(norm)) return LINKERS.has(tokens[at + 1]?.norm ?? '');
  return LINKERS.has(norm) && pos !== 'PRON';
}

export function isWord(token: Token): boolean {
  return /[\p{L}\p{N}]/u.test(token.norm);
}

/** A mark that may be trimmed; brackets, currency signs and the like stay. */
export function isMark(token: Token): boolean {
  return /^[\s,;:.!?…•*|"'“”‘’`«»—–-]+$/.test(token.norm);
}

function quoteMarks(tokens: readonly Token[], from: number, to: number): number {
  let count = 0;
  for (let at = from; at <= to; at += 1) if (isQuoteMark(tokens[at])) count += 1;
  return count;
}

/** Spans in order with overlapping ones made one. */
export function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (last !== undefined && span.start <= last.end)
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else out.push(span);
  }
  return out;
}

/** The place of the first token that ends after an offset; the number of tokens where none does. */
export function placeOf(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
