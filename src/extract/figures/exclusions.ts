import { MONTHS } from '../../language/en/months.js';
import { DESIGNATORS, STREET_ENDS } from '../../language/en/number-contexts.js';
import { FRACTIONS, SMALL_NUMBERS } from '../../language/en/numbers.js';
import { isDash, type Piece } from '../lexer.js';
import type { NumberPhrase } from './numbers.js';

/** False for what is written with digits or number words and counts nothing. */
export function isFigure(pieces: readonly Piece[], number: NumberPhrase, money: boolean): boolean {
  const { from, to } = number;
  const piece = pieces[from]!;
  const before = pieces[from - 1];
  const next = pieces[to];
  if (money) return true;
  if (/^o['’]clock$/.test(next?.key ?? '')) return false;
  if (number.digits) {
    // "24/7", "9/11", "1,2,3,4", "555-0123", "10.1.2.3", "COVID-19", "Boeing 737", "F-16", "No. 5", "#3", "@", "1st"
    if (next !== undefined && !next.gap && /^(?:st|nd|rd|th)$/.test(next.key)) return false;
    if (next?.text === '/' && !next.gap && pieces[to + 1]?.type === 'number') return false;
    if (before?.text === '/' && !piece.gap) return false;
    if (before?.type === 'mark' && !piece.gap && /^[#@:_]$/.test(before.text)) return false;
    if (before?.type === 'word' && !piece.gap) return false;
    if (
      before !== undefined &&
      isDash(before) &&
      !piece.gap &&
      !before.gap &&
      pieces[from - 2]?.type === 'word' &&
      !/^(?:mid|sub|pre|post|non)$/.test(pieces[from - 2]!.key) &&
      SMALL_NUMBERS[pieces[from - 2]!.key] === undefined
    )
      return false;
    if (
      isDash(next) &&
      !next!.gap &&
      pieces[to + 1]?.type === 'number' &&
      pieces[to + 1]!.key.length >= 4 &&
      piece.key.length === 3
    )
      return false;
    if (
      /^0\d/.test(piece.key) ||
      (isDash(before) &&
        !piece.gap &&
        !before!.gap &&
        pieces[from - 2]?.type === 'number' &&
        piece.key.length === 4)
    )
      return false;
    if (
      next?.text === ',' &&
      !next.gap &&
      pieces[to + 1]?.type === 'number' &&
      !pieces[to + 1]!.gap &&
      /^\d$/.test(pieces[to + 1]!.key) &&
      /^\d$/.test(piece.key)
    )
      return false;
    if (
      before?.text === ',' &&
      !piece.gap &&
      !before.gap &&
      /^\d$/.test(piece.key) &&
      pieces[from - 2]?.type === 'number'
    )
      return false;
    if (before?.text === '.' && /^(?:no|nos|nr)$/i.test(pieces[from - 2]?.key ?? '')) return false;
    // "the 19 Sept. 11 hijackers": a day, also where it names an event
    if (before?.text === '.' && MONTHS[pieces[from - 2]?.key ?? ''] !== undefined && number.value <= 31)
      return false;
    if (before?.type === 'word' && isDesignated(pieces, from)) return false;
    if (next?.text === ':' && !next.gap && pieces[to + 1]?.type === 'number' && !pieces[to + 1]!.gap)
      return false;
    // "19 Orchard St."
    if (next?.type === 'word' && /^\p{Lu}/u.test(next.text) && houseNumber(pieces, to)) return false;
    return true;
  }
  if (number.value === 1 && to - from === 1) return onesCounts(pieces, from);
  if (number.value === 0.5 && piece.key === 'half') return true;
  if (piece.key === 'a' && pieces[from + 1]?.key === 'quarter' && pieces[to]?.key !== 'of') return false;
  return FRACTIONS[piece.key] === undefined || to - from > 1;
}

/** A capitalised word before makes the number a designation ("Boeing 737", "Article 5", "District 2"). */
function isDesignated(pieces: readonly Piece[], from: number): boolean {
  const before = pieces[from - 1]!;
  if (DESIGNATORS.has(before.key))
    return (
      /^\p{Lu}/u.test(before.text) ||
      /^(?:flight|page|chapter|section|article|route|number|no|room|version|line)$/.test(before.key)
    );
  return false;
}

function houseNumber(pieces: readonly Piece[], i: number): boolean {
  for (let k = i; k < Math.min(pieces.length, i + 4); k++) {
    if (pieces[k]!.type !== 'word' || !/^\p{Lu}/u.test(pieces[k]!.text)) return false;
    if (STREET_ENDS.has(pieces[k]!.key)) return k > i;
  }
  return false;
}

/** "one official", "one of them", not "no one", "the one", "one another". */
function onesCounts(pieces: readonly Piece[], i: number): boolean {
  const before = pieces[i - 1]?.key ?? '';
  const next = pieces[i + 1];
  if (
    /^(?:no|any|every|some|each|the|this|that|another|which|only|other|good|bad|big|is|was|day)$/.test(before)
  )
    return false;
  if (next === undefined) return i === 0;
  if (next.type === 'mark') return isDash(next) && !next.gap;
  return !/^(?:another|who|that|would|could|should|can|has|is|was|day|thing|way|must|might|may|will|and|or|to|in|on|at|for|by|with|side|hand)$/.test(
    next.key,
  );
}
