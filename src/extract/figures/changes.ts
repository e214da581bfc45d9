import { FALLS, PHRASAL_VERBS, RISES } from '../../language/en/number-contexts.js';
import type { FigureChange } from '../../model/analysis.js';
import { isDash, type Piece } from '../lexer.js';

/** A figure of a sentence, in pieces (half-open), with the words that bound it. */
export interface Placed {
  readonly from: number;
  readonly to: number;
}

/** Pieces before "to" or "from" in which that word may stand, other figures of the change between them. */
const WIDE_WINDOW = 14;

const direction = (key: string): FigureChange['direction'] | null =>
  RISES.has(key) ? 'up' : FALLS.has(key) ? 'down' : null;

/**
 * What a figure has to do with a rise or a fall, or null: `by` how much, `from` what, `to` what. `free`: the first piece
 * that belongs to no earlier figure.
 */
export function changeAt(pieces: readonly Piece[], { from, to }: Placed, free: number): FigureChange | null {
  const before = pieces[from - 1]?.key;
  if (before === 'to' || before === 'from') {
    const way = wordBefore(pieces, from - 1, 0);
    return way === null ? null : { direction: way, role: before };
  }
  const after = byAfter(pieces, to);
  if (after !== null) return after;
  const way = before === 'by' ? wordBefore(pieces, from - 1, free) : wordNextTo(pieces, from, free);
  return way === null ? null : { direction: way, role: 'by' };
}

/** Words between a verb of change and its figure: "fell sharply, by a further 3". */
const BETWEEN = /^(?:an?|another|further|additional|some|just|only|nearly|almost|about|,)$|ly$/;

/** "rose 12%", "up nearly 12%": a sum raised is no rise. */
function wordNextTo(pieces: readonly Piece[], from: number, free: number): FigureChange['direction'] | null {
  let k = from - 1;
  while (k >= free && BETWEEN.test(pieces[k]!.key)) k--;
  const word = k < free ? undefined : pieces[k];
  if (word?.type !== 'word' || /^(?:rais|more|less|fewer|higher|lower|additional|cutting)/.test(word.key))
    return null;
  // "picking up 5 guns"
  if (word.key === 'up' && PHRASAL_VERBS.has(pieces[k - 1]?.key ?? '')) return null;
  return direction(word.key);
}

/** The nearest word of a rise or a fall before piece `to`, in the same part of the sentence. */
function wordBefore(pieces: readonly Piece[], to: number, free: number): FigureChange['direction'] | null {
  for (let k = to - 1; k >= Math.max(free, to - WIDE_WINDOW); k--) {
    const { key, text, type } = pieces[k]!;
    // "more than", "lower than", "up to", "additional" only bound or count; "shaping up" is no rise.
    if (
      key === 'than' ||
      (key === 'up' && pieces[k + 1]?.key === 'to' && k + 2 === to) ||
      /^(?:of|and|but|that|who|which)$/.test(key)
    )
      return null;
    if (type === 'mark' && /^[;:.!?—]$/.test(text)) return null;
    const near = k === to - 1 || isFigureEnd(pieces[k + 1]);
    const way =
      /^(?:more|less|fewer|higher|lower|additional)$/.test(key) || (/^(?:up|down)$/.test(key) && !near)
        ? null
        : direction(key);
    if (way !== null) return way;
  }
  return null;
}

/** A number: "up 5 points to 12". */
const isFigureEnd = (piece: Piece | undefined): boolean =>
  piece !== undefined && (piece.type === 'number' || /^(?:\$|£|€|by|from)$/.test(piece.key));

/** "a 20 percent drop", "12 percent more than", "10% off". */
function byAfter(pieces: readonly Piece[], to: number): FigureChange | null {
  for (let k = to; k < Math.min(pieces.length, to + 3); k++) {
    const { key, type } = pieces[k]!;
    if (type === 'mark' && !isDash(pieces[k])) return null;
    if (/^(?:more|less|fewer|higher|lower)$/.test(key)) {
      const compares = pieces[k + 1]?.key === 'than' && k === to;
      const bare = k === to && (pieces[k + 1] === undefined || pieces[k + 1]!.type === 'mark');
      return compares || bare ? { direction: direction(key)!, role: 'by' } : null;
    }
    if (
      /^(?:increase|decrease|rise|fall|drop|decline|jump|cut|reduction|growth|gain|hike|surge|slump|boost|dip|plunge)s?$/.test(
        key,
      )
    )
      return { direction: direction(key.replace(/s$/, '')) ?? direction(key)!, role: 'by' };
    if (/^(?:of|in|to|from|and|or|that|who|are|is|was|were|this|last|next|the|since)$/.test(key)) return null;
  }
  return null;
}
