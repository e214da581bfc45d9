import { TIME_ZONES } from '../../language/en/months.js';
import type { Piece } from '../lexer.js';
import { key, phrase, type TimePhrase } from './meanings.js';

/** "9:30 a.m.", "3 p.m.", "1700 GMT", "17:30". */
export function clockAt(pieces: readonly Piece[], i: number): TimePhrase | null {
  const piece = pieces[i]!;
  if (!/^\d{1,4}$/.test(piece.text)) return null;
  let hour = piece.value;
  let minute = 0;
  let to = i + 1;
  let sure = false;
  if (
    pieces[to]?.text === ':' &&
    !pieces[to]!.gap &&
    /^\d\d$/.test(key(pieces, to + 1)) &&
    !pieces[to + 1]!.gap
  ) {
    minute = pieces[to + 1]!.value;
    to += 2;
    sure = true;
    if (pieces[to]?.text === ':' && /^\d\d$/.test(key(pieces, to + 1))) to += 2;
  } else if (/^\.\d\d$/.test(key(pieces, to)) || /^\d{1,2}\.\d\d$/.test(piece.text)) {
    return null;
  } else if (/^\d{4}$/.test(piece.text) && TIME_ZONES.has(key(pieces, to))) {
    hour = Math.floor(piece.value / 100);
    minute = piece.value % 100;
    sure = true;
  }
  const half = key(pieces, to).replace(/\./g, '');
  if (
    /^(?:am|pm)$/.test(half) &&
    /^(?:am|pm|AM|PM|a\.m\.?|p\.m\.?|A\.M\.?|P\.M\.?)$/.test(pieces[to]!.text)
  ) {
    if (hour > 12) return null;
    if (half === 'pm' && hour < 12) hour += 12;
    if (half === 'am' && hour === 12) hour = 0;
    to++;
    sure = true;
  } else if (/^o'?clock$/.test(key(pieces, to).replace('’', "'"))) {
    to++;
    sure = true;
  }
  if (!sure || hour > 24 || minute > 59) return null;
  if (TIME_ZONES.has(key(pieces, to)) && /^\p{Lu}/u.test(pieces[to]!.text)) to++;
  return phrase(i, to, { kind: 'clock', hour: hour % 24, minute, exact: true });
}
