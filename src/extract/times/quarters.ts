import { ORDINALS } from '../../language/en/numbers.js';
import { SHIFTS } from '../../language/en/time-words.js';
import { isDash, type Piece } from '../lexer.js';
import { yearAt } from './dates.js';
import { key, phrase, type Shift, type TimePhrase } from './meanings.js';

/** "third-quarter", "Q3 2019", "the first quarter of 1990", "fourth quarter". */
export function quarterAt(pieces: readonly Piece[], i: number): TimePhrase | null {
  let at = i;
  if (key(pieces, at) === 'fiscal') at++;
  const word = key(pieces, at);
  let quarter: number | undefined;
  if (word === 'q' && /^[1-4]$/.test(key(pieces, at + 1)) && !pieces[at + 1]!.gap) {
    quarter = pieces[at + 1]!.value;
    at += 2;
  } else {
    quarter = ORDINALS[word];
    if (quarter === undefined || quarter > 4) return null;
    at++;
    if (isDash(pieces[at])) at++;
    if (key(pieces, at) === 'fiscal') at++;
    if (key(pieces, at) !== 'quarter') return null;
    at++;
  }
  let to = at;
  let year: number | null = null;
  let shift: Shift | null = null;
  if (key(pieces, at) === 'of' || key(pieces, at) === ',') at++;
  if (yearAt(pieces, at) !== null) {
    year = pieces[at]!.value;
    to = at + 1;
  } else if (
    key(pieces, at - 1) === 'of' &&
    SHIFTS[key(pieces, at)] !== undefined &&
    key(pieces, at + 1) === 'year'
  ) {
    shift = SHIFTS[key(pieces, at)]!;
    to = at + 2;
  }
  return phrase(i, to, { kind: 'quarter', quarter, year, shift });
}
