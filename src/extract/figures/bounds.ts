import {
  BOUND_FILLERS,
  BOUNDS_AFTER,
  BOUNDS_BEFORE,
  FIGURE_HEDGES,
  LONGEST_BOUND,
  OVER_OF_TIME,
} from '../../language/en/bounds.js';
import type { Bound } from '../../model/vocabulary.js';
import { isDash, type Piece } from '../lexer.js';

/** Words that bound a figure, in pieces (half-open). */
export interface BoundPhrase {
  readonly bound: Bound;
  readonly from: number;
  readonly to: number;
}

const BEFORE = new Map(Object.entries(BOUNDS_BEFORE));
const LAST_WORDS = new Set([...BEFORE.keys()].map((phrase) => phrase.slice(phrase.lastIndexOf(' ') + 1)));
const FILLER_ENDS = new Set([...BOUND_FILLERS].map((phrase) => phrase.slice(phrase.lastIndexOf(' ') + 1)));

/**
 * What stands before piece `from` and bounds the figure there. `time`: it is a length of time; `free`: the first piece that
 * belongs to no earlier figure; `noun`: whether the piece at a place is a noun.
 */
export function boundBefore(
  pieces: readonly Piece[],
  from: number,
  {
    time,
    free,
    noun,
  }: { readonly time: boolean; readonly free: number; readonly noun: (at: number) => boolean },
): BoundPhrase | null {
  const sign = signBefore(pieces, from);
  if (sign !== null) return sign;
  const found = phraseBefore(pieces, from);
  if (found !== null) {
    const over = found.to - found.from === 1 && pieces[found.from]!.key === 'over';
    if (!over) return found;
    const before = pieces[found.from - 1];
    // "during" of a time; "$6 million over 9,000 ads", "spread out over", "concerns over two bills"
    if (time) return OVER_OF_TIME.has(before?.key ?? '') ? found : null;
    const spread = found.from === free && free > 0;
    return spread ||
      /^(?:out|spread|split|divided|scattered)$/.test(before?.key ?? '') ||
      noun(found.from - 1)
      ? null
      : found;
  }
  for (const n of [1, 2, 3]) {
    if (!FILLER_ENDS.has(pieces[from - 1]?.key ?? '') || !BOUND_FILLERS.has(phraseOf(pieces, from - n, from)))
      continue;
    const before = phraseBefore(pieces, from - n);
    if (before !== null) return before;
  }
  return null;
}

function phraseBefore(pieces: readonly Piece[], to: number): BoundPhrase | null {
  const last = pieces[to - 1];
  if (last?.type !== 'word' || !LAST_WORDS.has(last.key)) return null;
  for (let n = Math.min(LONGEST_BOUND, to); n > 0; n--) {
    const bound = BEFORE.get(phraseOf(pieces, to - n, to));
    if (bound !== undefined) return { bound, from: to - n, to };
  }
  return null;
}

function phraseOf(pieces: readonly Piece[], from: number, to: number): string {
  if (from < 0 || to > pieces.length) return '';
  let phrase = pieces[from]!.key;
  for (let k = from + 1; k < to; k++) phrase += ` ${pieces[k]!.key}`;
  return phrase;
}

function signBefore(pieces: readonly Piece[], from: number): BoundPhrase | null {
  const mark = pieces[from - 1]?.text;
  const found = (bound: Bound, n = 1): BoundPhrase => ({ bound, from: from - n, to: from });
  if (mark === '>' || mark === '≥') return found('min');
  if (mark === '<' || mark === '≤') return found('max');
  if (mark === '~' || mark === '≈' || mark === '±') return found('approx');
  const before = pieces[from - 2]?.text;
  if (mark === '=' && (before === '>' || before === '<')) return found(before === '>' ? 'min' : 'max', 2);
  return null;
}

/** What stands from piece `at` on, behind a figure or what it counts, and bounds it. */
export function boundAfter(pieces: readonly Piece[], at: number): BoundPhrase | null {
  const piece = pieces[at];
  if (piece === undefined) return null;
  if (piece.text === '+' && !piece.gap) return { bound: 'min', from: at, to: at + 1 };
  if (isDash(piece) && pieces[at + 1]?.key === 'plus') return { bound: 'min', from: at, to: at + 2 };
  if (isDash(piece) && pieces[at + 1]?.key === 'ish') return { bound: 'approx', from: at, to: at + 2 };
  if (piece.type !== 'word') return null;
  for (let n = 3; n > 0; n--) {
    const bound = BOUNDS_AFTER[phraseOf(pieces, at, at + n)];
    if (bound === undefined) continue;
    // "at least 20 apples": what follows is bounded, and so with "plus 20".
    const next = pieces[at + n];
    if (
      next?.type === 'number' ||
      /^(?:a|an|than|one|two|three|four|five|six|seven|eight|nine|ten)$/.test(next?.key ?? '')
    )
      return null;
    // "at the most basic"
    if (pieces[at + n - 1]!.key === 'most' && next?.type === 'word' && n === 3) return null;
    return { bound, from: at, to: at + n };
  }
  return null;
}

/** Pieces before `from` that hedge: "reportedly" in "reportedly at least 500". */
export function hedgeBefore(pieces: readonly Piece[], from: number): number | null {
  return FIGURE_HEDGES.has(pieces[from - 1]?.key ?? '') ? from - 1 : null;
}
