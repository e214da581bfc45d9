import { SMALL_NUMBERS } from '../../language/en/numbers.js';
import { isDash, type Piece } from '../lexer.js';

/** The year written in digits at piece `i`, or null. */
export function yearAt(pieces: readonly Piece[], i: number): number | null {
  const piece = pieces[i];
  if (piece === undefined || piece.type !== 'number' || !/^(?:1[0-9]|20|21)\d\d$/.test(piece.text))
    return null;
  if (pieces[i + 1]?.type === 'mark' && /^[%°]$/.test(pieces[i + 1]!.text)) return null;
  return piece.value;
}

/** A year in words, as transcripts have it: "nineteen ninety-four", "twenty twenty", "two thousand and four"; or null. */
export function wordYearAt(
  pieces: readonly Piece[],
  i: number,
): { readonly year: number; readonly to: number } | null {
  const first = pieces[i]?.key ?? '';
  if (first === 'two' && pieces[i + 1]?.key === 'thousand') {
    const at = pieces[i + 2]?.key === 'and' ? i + 3 : i + 2;
    const rest = belowHundred(pieces, at);
    return rest === null ? { year: 2000, to: i + 2 } : { year: 2000 + rest.value, to: rest.to };
  }
  const century = SMALL_NUMBERS[first];
  if (century !== 18 && century !== 19 && century !== 20) return null;
  const at = isDash(pieces[i + 1]) && !pieces[i + 1]!.gap ? i + 2 : i + 1;
  const rest = belowHundred(pieces, at);
  if (rest === null || rest.value < 10) return null;
  return { year: century * 100 + rest.value, to: rest.to };
}

function belowHundred(
  pieces: readonly Piece[],
  i: number,
): { readonly value: number; readonly to: number } | null {
  const value = SMALL_NUMBERS[pieces[i]?.key ?? ''];
  if (value === undefined) return null;
  if (value < 20 || value % 10 !== 0) return { value, to: i + 1 };
  const at = isDash(pieces[i + 1]) ? i + 2 : i + 1;
  const unit = SMALL_NUMBERS[pieces[at]?.key ?? ''];
  return unit !== undefined && unit > 0 && unit < 10
    ? { value: value + unit, to: at + 1 }
    : { value, to: i + 1 };
}
