import { FALLS, RISES } from '../../language/en/number-contexts.js';
import { SMALL_NUMBERS } from '../../language/en/numbers.js';
import { isDash, type Piece } from '../lexer.js';
import { timePhraseAt } from '../times/phrases.js';
import { type NumberPhrase, numberAt } from './numbers.js';
import { type UnitPhrase, unitAfter } from './units.js';

interface RangeEnd {
  readonly number: NumberPhrase;
  /** Piece of the joint ("to", "–"). */
  readonly joint: number;
}

/** The second number of a range whose first ends before piece `unitTo` (or before its unit). */
export function rangeAt(
  pieces: readonly Piece[],
  first: NumberPhrase,
  unitTo: number,
  money: boolean,
): RangeEnd | null {
  // "three-nought-four": a chain of numbers is no range.
  if (isDash(pieces[first.from - 1]) && !pieces[first.from - 1]!.gap && numberEnds(pieces[first.from - 2]))
    return null;
  for (const at of unitTo === first.to ? [first.to] : [unitTo, first.to]) {
    const joint = pieces[at];
    if (joint === undefined) continue;
    const opener = openerBefore(pieces, first.from);
    const dash = isDash(joint) && joint.gap === (pieces[at + 1]?.gap ?? false);
    const joins =
      (joint.key === 'to' && !(opener?.key === 'from' && isChange(pieces, opener.at))) ||
      joint.key === 'through' ||
      (joint.text === '~' && !joint.gap) ||
      (joint.key === 'or' && first.value < 100) ||
      (joint.key === 'and' && opener?.key === 'between') ||
      dash;
    if (!joins) continue;
    const currency = /^[$£€¥]$/.test(pieces[at + 1]?.text ?? '') ? at + 2 : at + 1;
    const number = numberAt(pieces, currency, money);
    if (number === null || number.share) continue;
    // "fell by €3 million to €20 million": by how much and to what, each with its own unit.
    const units = money ? currency === at + 2 : at === unitTo && unitTo > first.to;
    if (
      joint.key === 'to' &&
      units &&
      number.value >= first.value * NEW_LEVEL &&
      isChange(pieces, first.from)
    )
      continue;
    // "rose 6.2% to $1.45 billion"
    if (!money && at === unitTo && unitTo > first.to && currency === at + 2) continue;
    if (!money && unitTo > first.to && isPercent(pieces[unitTo - 1]) && !isPercent(pieces[number.to]))
      continue;
    if (
      joint.key === 'or' &&
      !(number.value === first.value + 1 || (first.digits === number.digits && number.value > first.value))
    )
      continue;
    // "won 3-2", "5-4 vote": scores and votes fall; telephone numbers have several dashes.
    if (dash && isDash(pieces[number.to]) && pieces[number.to + 1]?.type === 'number') return null;
    const after = timePhraseAt(pieces, currency);
    if (after !== null && after.meaning.kind !== 'duration') continue;
    return { number, joint: at };
  }
  return null;
}

const numberEnds = (piece: Piece | undefined): boolean =>
  piece !== undefined && (piece.type === 'number' || SMALL_NUMBERS[piece.key] !== undefined);

/** False where both ends name a unit and the units differ: "fell 3.5 points to 61 percent". */
export function sameKind(unit: UnitPhrase, pieces: readonly Piece[], second: NumberPhrase): boolean {
  if (unit.name === '' || /^[A-Z]{3}$/.test(unit.name)) return true;
  const other = unitAfter(pieces, second.to, null, second.digits).name;
  return other === '' || other === unit.name;
}

const isPercent = (piece: Piece | undefined): boolean => /^(?:%|percent|cent)$/.test(piece?.key ?? '');

/**
 * Behind a word of rise or fall a second sum so many times the first is the new level, not the end of a range: "by 2 to 5
 * percent" stays one. By hand; no figure of the development sets turns on it.
 */
const NEW_LEVEL = 3;

/** "between" or "from" not far before. */
function openerBefore(
  pieces: readonly Piece[],
  i: number,
): { readonly key: string; readonly at: number } | null {
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
    const { key } = pieces[k]!;
    if (key === 'between' || key === 'from') return { key, at: k };
  }
  return null;
}

/** Pieces before "from" in which a word of rise or fall makes "from 8 to 12" a change, no range. */
const CHANGE_WINDOW = 8;

function isChange(pieces: readonly Piece[], from: number): boolean {
  for (let k = from - 1; k >= Math.max(0, from - CHANGE_WINDOW); k--) {
    const { key, text } = pieces[k]!;
    if (RISES.has(key) || FALLS.has(key)) return true;
    if (text === ';' || text === ',') return false;
  }
  return false;
}
