import { ORDINALS } from '../../language/en/numbers.js';
import { SHIFTS } from '../../language/en/time-words.js';
import { isDash, type Piece } from '../lexer.js';
import { key, phrase, type Shift, type TimePhrase } from './meanings.js';
import { yearAt } from './years.js';

/** "third-quarter", "Q3 2019", "the first quarter of 1990", "fourth quarter", "year-ago third quarter". */
export function quarterAt(pieces: readonly Piece[], i: number): TimePhrase | null {
  let at = i;
  let year: number | null = null;
  let shift: Shift | null = null;
  if (key(pieces, at) === 'year' && isDash(pieces[at + 1]) && /^(?:ago|earlier)$/.test(key(pieces, at + 2))) {
    shift = 'last';
    at += 3;
  } else if (yearAt(pieces, at) !== null) year = pieces[at++]!.value;
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
  if (year !== null || shift !== null) return phrase(i, to, { kind: 'quarter', quarter, year, shift });
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

/** "the first half of 2019", "the second half of the year", "the last half of 1989" from the ordinal on. */
export function halfAt(pieces: readonly Piece[], i: number): TimePhrase | null {
  const word = key(pieces, i);
  const half = word === 'first' || word === 'former' ? 1 : /^(?:second|last|latter)$/.test(word) ? 2 : null;
  if (half === null || key(pieces, i + 1) !== 'half') return null;
  let at = i + 2;
  if (key(pieces, at) === 'of') at++;
  if (key(pieces, at) === 'the' || key(pieces, at) === 'this') at++;
  const year = yearAt(pieces, at);
  if (year === null && key(pieces, at) !== 'year') return null;
  return phrase(i, at + 1, { kind: 'half', half, year });
}
