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
  for (const at of unitTo === first.to ? [first.to] : [unitTo, first.to]) {
    const joint = pieces[at];
    if (joint === undefined) continue;
    const opener = openerBefore(pieces, first.from);
    const dash = isDash(joint) && joint.gap === (pieces[at + 1]?.gap ?? false);
    const joins =
      joint.key === 'to' ||
      (joint.key === 'or' && first.value < 100) ||
      (joint.key === 'and' && opener === 'between') ||
      dash;
    if (!joins) continue;
    const currency = /^[$£€¥]$/.test(pieces[at + 1]?.text ?? '') ? at + 2 : at + 1;
    const number = numberAt(pieces, currency, money);
    if (number === null) continue;
    // "rose 6.2% to $1.45 billion"
    if (!money && at === unitTo && unitTo > first.to && currency === at + 2) continue;
    if (!money && unitTo > first.to && isPercent(pieces[unitTo - 1]) && !isPercent(pieces[number.to]))
      continue;
    if (
      joint.key === 'or' &&
      !(
        number.value === first.value + 1 ||
        ((first.digits !== number.digits) === false && number.value > first.value)
      )
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

/** False where both ends name a unit and the units differ: "fell 3.5 points to 61 percent". */
export function sameKind(unit: UnitPhrase, pieces: readonly Piece[], second: NumberPhrase): boolean {
  if (unit.name === '' || /^[A-Z]{3}$/.test(unit.name)) return true;
  const other = unitAfter(pieces, second.to, null, second.digits).name;
  return other === '' || other === unit.name;
}

const isPercent = (piece: Piece | undefined): boolean => /^(?:%|percent|cent)$/.test(piece?.key ?? '');

/** "between" or "from" not far before. */
function openerBefore(pieces: readonly Piece[], i: number): string | null {
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
    const { key } = pieces[k]!;
    if (key === 'between' || key === 'from') return key;
  }
  return null;
}
