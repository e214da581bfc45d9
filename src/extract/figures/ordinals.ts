import { ORDINALS, SCALES, SMALL_NUMBERS } from '../../language/en/numbers.js';
import type { LocalOrdinal } from '../../model/analysis.js';
import type { ParsedText } from '../../text/parsed.js';
import { isDash, type Piece, piecesOf } from '../lexer.js';
import { timePhraseAt } from '../times/phrases.js';
import { countedAfter } from './counted.js';
import { numberAt } from './numbers.js';

const HINT = new RegExp(`\\d(?:st|nd|rd|th)\\b|(?:${Object.keys(ORDINALS).join('|')})\\b`, 'i');

/** Places in a series ("the third raid", "a 21st station"), in text order; those of dates and fractions are left out. */
export function findOrdinals(parsed: ParsedText): LocalOrdinal[] {
  const ordinals: LocalOrdinal[] = [];
  for (const sentence of parsed.sentences) {
    if (!HINT.test(parsed.text.slice(sentence.start, sentence.end))) continue;
    const pieces = piecesOf(parsed, sentence);
    for (let i = 0; i < pieces.length; ) {
      const time = pieces[i]!.type === 'mark' ? null : timePhraseAt(pieces, i);
      if (time !== null && time.to > i) {
        i = time.to;
        continue;
      }
      const found = isIdiom(pieces, i) ? null : ordinalAt(pieces, i);
      if (found === null) {
        // A fraction's ordinal word is no place in a series.
        i = Math.max(i + 1, pieces[i]!.type === 'word' ? (numberAt(pieces, i)?.to ?? 0) : 0);
        continue;
      }
      const counted = pieces[found.to]?.key === 'of' ? null : countedAfter(sentence, pieces, found.to);
      ordinals.push({
        span: { start: pieces[i]!.start, end: pieces[found.to - 1]!.end },
        value: found.value,
        of: counted?.text ?? '',
        sentence: sentence.index,
      });
      i = found.to;
    }
  }
  return ordinals;
}

/** "in the third person", "in the first place", "first reported by": no place in a series. */
function isIdiom(pieces: readonly Piece[], i: number): boolean {
  const [before, next] = [pieces[i - 1]?.key ?? '', pieces[i + 1]?.key ?? ''];
  if (before === 'the' && pieces[i - 2]?.key === 'in' && (next === 'person' || next === 'place')) return true;
  return pieces[i]!.key === 'first' && next.endsWith('ed') && !DETERMINERS.test(before);
}

const DETERMINERS = /^(?:the|an?|its|his|her|their|our|my|your|this|that)$|^s$/;

function ordinalAt(
  pieces: readonly Piece[],
  i: number,
): { readonly value: number; readonly to: number } | null {
  const piece = pieces[i]!;
  const next = pieces[i + 1];
  if (piece.type === 'number')
    return next !== undefined &&
      !next.gap &&
      /^(?:st|nd|rd|th)$/.test(next.key) &&
      Number.isInteger(piece.value)
      ? { value: piece.value, to: i + 2 }
      : null;
  if (piece.type !== 'word') return null;
  const whole = ORDINALS[piece.key];
  // "seconds", "a second" of time is no rank, and a thousandth rather a part.
  if (whole !== undefined) return whole > 100 ? null : { value: whole, to: i + 1 };
  const joint = (at: number): number => (isDash(pieces[at]) && !pieces[at]!.gap ? at + 1 : at);
  const tens = SMALL_NUMBERS[piece.key];
  if (tens !== undefined && tens >= 20 && tens % 10 === 0) {
    const at = joint(i + 1);
    const unit = ORDINALS[pieces[at]?.key ?? ''];
    return unit !== undefined && unit < 10 ? { value: tens + unit, to: at + 1 } : null;
  }
  // "one hundred twenty-fifth", "two hundredth"
  if (tens === undefined || tens === 0) return null;
  const last = joint(i + 1);
  const scale = ORDINALS[pieces[last]?.key ?? ''];
  if (scale !== undefined && scale >= 100 && tens > 1) return { value: tens * scale, to: last + 1 };
  if (SCALES[pieces[last]?.key ?? ''] !== 100) return null;
  let at = joint(last + 1);
  if (pieces[at]?.key === 'and') at++;
  const rest = pieces[at] === undefined || pieces[at]!.type !== 'word' ? null : ordinalAt(pieces, at);
  return rest !== null && rest.value < 100 ? { value: tens * 100 + rest.value, to: rest.to } : null;
}
