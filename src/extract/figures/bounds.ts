import { BOUNDS_BEFORE } from '../../language/en/bounds.js';
import type { Bound } from '../../model/vocabulary.js';
import type { Piece } from '../lexer.js';

/** Pieces looked at on either side for words that bound. */
const BOUND_WORDS = 6;

export function boundBefore(
  pieces: readonly Piece[],
  from: number,
): { readonly bound: Bound; readonly from: number } | null {
  const mark = pieces[from - 1]?.text;
  if (mark === '>' || mark === '≥') return { bound: 'min', from: from - 1 };
  if (mark === '<' || mark === '≤') return { bound: 'max', from: from - 1 };
  if (mark === '~' || mark === '≈') return { bound: 'approx', from: from - 1 };
  if (mark === '=' && (pieces[from - 2]?.text === '>' || pieces[from - 2]?.text === '<'))
    return { bound: pieces[from - 2]!.text === '>' ? 'min' : 'max', from: from - 2 };
  for (let n = Math.min(BOUND_WORDS, from); n > 0; n--) {
    let phrase = '';
    for (let k = from - n; k < from; k++) phrase += (k > from - n ? ' ' : '') + pieces[k]!.key;
    const bound = BOUNDS_BEFORE[phrase];
    if (bound !== undefined) return { bound, from: from - n };
  }
  return null;
}
