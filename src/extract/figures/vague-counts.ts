import {
  PLURAL_SCALES,
  SCALES,
  SMALL_NUMBERS,
  VAGUE_COEFFICIENTS,
  VAGUE_COUNTS,
} from '../../language/en/numbers.js';
import type { Piece } from '../lexer.js';
import { timePhraseAt } from '../times/phrases.js';

/** "hundreds of", "tens of thousands", "a handful", "dozens". */
export function vagueAt(
  pieces: readonly Piece[],
  i: number,
): { readonly from: number; readonly to: number; readonly min: number; readonly max: number } | null {
  let at = i;
  const first = pieces[i]!.key;
  if ((first === 'a' || first === 'the') && /^(?:handful|couple)$/.test(pieces[i + 1]?.key ?? '')) at = i + 1;
  const scaled = vagueScaleAt(pieces, i);
  if (scaled !== null) return scaled;
  const word = pieces[at]!.key;
  const size = VAGUE_COUNTS[word];
  const of = pieces[at + 1]?.key === 'of';
  const then = of ? pieces[at + 2]?.key : undefined;
  if (
    word === 'tens' ||
    ((word === 'hundreds' || word === 'dozens' || word === 'scores') &&
      then !== undefined &&
      /^(?:thousands|millions|billions)$/.test(then))
  ) {
    const base = word === 'tens' ? [20, 99] : VAGUE_COUNTS[word]!;
    const scale = { thousands: 1e3, millions: 1e6, billions: 1e9 }[then ?? ''];
    if (scale === undefined) return null;
    return { from: i, to: at + 3, min: base[0]! * scale, max: (base[1]! + 1) * scale - 1 };
  }
  if (size === undefined) return null;
  if (word === 'couple' && timePhraseAt(pieces, i) !== null) return null;
  if ((word === 'scores' || word === 'couple' || word === 'handful') && !of && word !== 'handful')
    return null;
  if ((word === 'handful' || word === 'couple') && at === i) return null;
  const before = pieces[i - 1];
  if (before?.type === 'number' || SMALL_NUMBERS[before?.key ?? ''] !== undefined) return null;
  return { from: i, to: at + 1, min: size[0], max: size[1] };
}

/** "a few hundred", "several thousand", "a couple of million", "many dozens" */
function vagueScaleAt(
  pieces: readonly Piece[],
  i: number,
): { readonly from: number; readonly to: number; readonly min: number; readonly max: number } | null {
  const at = pieces[i]!.key === 'a' ? i + 1 : i;
  const size = VAGUE_COEFFICIENTS[pieces[at]?.key ?? ''];
  if (size === undefined || (at > i && pieces[at]!.key === 'many')) return null;
  let to = pieces[at + 1]?.key === 'of' && pieces[at]!.key === 'couple' ? at + 2 : at + 1;
  let scale = 1;
  for (; ; to++) {
    const word = pieces[to]?.key ?? '';
    const factor = SCALES[word] ?? PLURAL_SCALES[word];
    if (factor === undefined) break;
    scale *= factor;
  }
  return scale === 1 ? null : { from: i, to, min: size[0] * scale, max: (size[1] + 1) * scale - 1 };
}
