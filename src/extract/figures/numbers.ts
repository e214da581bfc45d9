import {
  FRACTIONS,
  SCALES,
  SHORT_SCALES,
  SMALL_NUMBERS,
  VULGAR_FRACTIONS,
} from '../../language/en/numbers.js';
import { isDash, type Piece } from '../lexer.js';

/** A number written from piece `from` up to `to` (half-open). */
export interface NumberPhrase {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** Its own scale was written ("million", "bn"): a range may share it. */
  readonly scale: number;
  readonly digits: boolean;
}

/** Values are rounded to this many significant digits, so that 1.6 million is 1600000. */
const PRECISION = 12;

const rounded = (value: number): number => Number(value.toPrecision(PRECISION));

/** The number that starts at piece `i`, or null. `money`: a currency stands before it, so "m" is a million. */
export function numberAt(pieces: readonly Piece[], i: number, money = false): NumberPhrase | null {
  const piece = pieces[i];
  if (piece === undefined) return null;
  if (piece.type === 'number') return digitsAt(pieces, i, money);
  if (piece.type === 'word') return wordsAt(pieces, i);
  return null;
}

function digitsAt(pieces: readonly Piece[], i: number, money: boolean): NumberPhrase | null {
  const piece = pieces[i]!;
  if (!Number.isFinite(piece.value)) return null;
  let value = piece.value;
  let to = i + 1;
  const next = pieces[to];
  // "2½", "2 1/2", "1/2"
  if (next?.type === 'number' && VULGAR_FRACTIONS[next.text] !== undefined && Number.isInteger(value)) {
    value += next.value;
    to++;
  } else if (next?.type === 'number' && next.gap && isSlashFraction(pieces, to) && Number.isInteger(value)) {
    value += next.value / pieces[to + 2]!.value;
    to += 3;
  } else if (isSlashFraction(pieces, i)) {
    value = piece.value / pieces[i + 2]!.value;
    to = i + 3;
  } else if (next?.key === 'and' && pieces[to + 1]?.key === 'a' && pieces[to + 2]?.key === 'half') {
    value += 0.5;
    to += 3;
  }
  let scale = 1;
  for (;;) {
    let at = to;
    if (isDash(pieces[at]) && !pieces[at]!.gap && pieces[at + 1]?.gap === false) at++;
    const word = pieces[at];
    if (word === undefined || word.type !== 'word') break;
    let factor = word.key.endsWith('s') && word.key !== 'gross' ? undefined : SCALES[word.key];
    if (/^(?:lakhs|crores|dozens|millions|billions)$/.test(word.key) && scale === 1)
      factor = SCALES[word.key];
    if (factor === undefined && at === to && scale === 1) {
      const short = SHORT_SCALES[word.key];
      if (short !== undefined) {
        if (
          money ||
          (!word.gap && /^(?:k|bn|mn|mln|tn|b)$/.test(word.key)) ||
          /^(?:bn|mln|bln)$/.test(word.key)
        )
          factor = short;
        if (money && word.gap && word.key.length === 1 && word.text !== 'm' && word.text !== 'b')
          factor = undefined;
      }
    }
    if (factor === undefined) break;
    if (factor === 20 && word.key === 'score') break;
    scale *= factor;
    to = at + 1;
  }
  value = rounded(value * scale);
  if (!Number.isFinite(value) || Math.abs(value) > 1e18) return null;
  return { from: i, to, value, scale, digits: true };
}

function isSlashFraction(pieces: readonly Piece[], i: number): boolean {
  const [over, slash, under] = [pieces[i], pieces[i + 1], pieces[i + 2]];
  return (
    over?.type === 'number' &&
    /^\d{1,3}$/.test(over.key) &&
    slash?.text === '/' &&
    !slash.gap &&
    under?.type === 'number' &&
    !under.gap &&
    /^\d{1,3}$/.test(under.key) &&
    under.value > 0 &&
    pieces[i + 3]?.text !== '/' &&
    over.value < under.value &&
    !(over.value === 9 && under.value === 11) &&
    over.value !== 24
  );
}

/** Skips a hyphen between number words. */
function after(pieces: readonly Piece[], i: number): number {
  return isDash(pieces[i]) && !pieces[i]!.gap && pieces[i + 1]?.gap === false ? i + 1 : i;
}

function wordsAt(pieces: readonly Piece[], i: number): NumberPhrase | null {
  const first = pieces[i]!;
  let at = i;
  if (first.key === 'half' || first.key === 'quarter') return halfAt(pieces, i);
  let total = 0;
  let current: number;
  let scale = 1;
  if (first.key === 'a' || first.key === 'an') {
    const next = pieces[i + 1];
    if (next === undefined || next.type !== 'word') return null;
    if (next.key === 'half' && /^(?:million|billion|dozen)$/.test(pieces[after(pieces, i + 2)]?.key ?? '')) {
      const to = after(pieces, i + 2);
      return { from: i, to: to + 1, value: rounded(SCALES[pieces[to]!.key]! / 2), scale: 1, digits: false };
    }
    if (next.key === 'third' || next.key === 'quarter' || next.key === 'fifth' || next.key === 'tenth') {
      if (pieces[i + 2]?.key !== 'of') return null;
      return { from: i, to: i + 2, value: rounded(1 / FRACTIONS[next.key]!), scale: 1, digits: false };
    }
    if (!/^(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)$/.test(next.key)) return null;
    current = 1;
    at = i + 1;
  } else {
    const small = SMALL_NUMBERS[first.key];
    if (small === undefined) {
      if (!/^(?:dozen|hundred|thousand|million|billion)$/.test(first.key)) return null;
      current = 1;
    } else {
      current = small;
      at = i + 1;
    }
  }
  let lastSmall = at === i + 1 && SMALL_NUMBERS[first.key] !== undefined ? current : -1;
  let grouped = false;
  let smallest = Number.POSITIVE_INFINITY;
  for (;;) {
    let k = after(pieces, at);
    let piece = pieces[k];
    if (piece === undefined || piece.type !== 'word') break;
    if (piece.key === 'and' && (grouped || total > 0)) {
      const follow = pieces[k + 1];
      if (
        follow === undefined ||
        SMALL_NUMBERS[follow.key] === undefined ||
        (SCALES[pieces[k + 2]?.key ?? ''] !== undefined && current >= 100 === false && total === 0)
      )
        break;
      if (follow.key === 'one' && pieces[k + 2]?.key === 'half') break;
      k++;
      piece = follow;
    }
    const small = SMALL_NUMBERS[piece.key];
    if (small !== undefined) {
      if (lastSmall >= 20 && lastSmall % 10 === 0 && small > 0 && small < 10) current += small;
      else if (lastSmall === -1)
        current = grouped || total > 0 || current === 0 ? current + small : Number.NaN;
      else break;
      if (Number.isNaN(current)) return null;
      lastSmall = small;
      at = k + 1;
      continue;
    }
    const factor = SCALES[piece.key];
    if (
      factor === undefined ||
      (piece.key.endsWith('s') &&
        piece.key !== 'gross' &&
        !(piece.key === 'dozens' && current < 20 && current > 1))
    )
      break;
    if (piece.key === 'score' || piece.key === 'gross') break;
    if (factor === 100 || factor === 12) {
      if (grouped) break;
      current = (current === 0 ? 1 : current) * factor;
      grouped = true;
    } else {
      if (factor >= smallest && current === 0) {
        total *= factor;
      } else {
        total += (current === 0 ? 1 : current) * factor;
      }
      smallest = factor;
      current = 0;
      grouped = false;
    }
    scale = Math.max(scale, factor);
    lastSmall = -1;
    at = k + 1;
  }
  if (at === i) return null;
  let value = total + current;
  // "two-thirds", "one half", "two and a half"
  const part = pieces[after(pieces, at)];
  if (part?.type === 'word' && value < 100 && total === 0) {
    const singular = part.key.replace(/s$/, '').replace(/^halve$/, 'half');
    const under = FRACTIONS[singular];
    const plural = part.key.endsWith('s');
    if (
      under !== undefined &&
      (value === 1
        ? !plural && (part !== pieces[at] || pieces[at + 1]?.key === 'of' || under === 2) && first.key !== 'a'
        : plural)
    ) {
      return { from: i, to: after(pieces, at) + 1, value: rounded(value / under), scale: 1, digits: false };
    }
  }
  if (pieces[at]?.key === 'and' && pieces[at + 1]?.key === 'a' && pieces[at + 2]?.key === 'half') {
    value += 0.5;
    at += 3;
    const factor = SCALES[pieces[at]?.key ?? ''];
    if (factor !== undefined && !pieces[at]!.key.endsWith('s')) {
      value *= factor;
      at++;
    }
  }
  if (pieces[at]?.key === 'point' && SMALL_NUMBERS[pieces[at + 1]?.key ?? ''] !== undefined) {
    let decimals = '';
    let k = at + 1;
    while (
      SMALL_NUMBERS[pieces[k]?.key ?? ''] !== undefined &&
      SMALL_NUMBERS[pieces[k]!.key]! < 10 &&
      decimals.length < PRECISION
    ) {
      decimals += SMALL_NUMBERS[pieces[k]!.key];
      k++;
    }
    if (decimals !== '') {
      value = Number(`${value}.${decimals}`);
      at = k;
      const factor = SCALES[pieces[at]?.key ?? ''];
      if (factor !== undefined && factor >= 100 && !pieces[at]!.key.endsWith('s')) {
        value *= factor;
        at++;
      }
    }
  }
  value = rounded(value);
  if (!Number.isFinite(value) || value > 1e18) return null;
  return { from: i, to: at, value, scale, digits: false };
}

/** "half a million", "half-dozen", "half of", "half the". */
function halfAt(pieces: readonly Piece[], i: number): NumberPhrase | null {
  const part = pieces[i]!.key === 'half' ? 0.5 : 0.25;
  let k = after(pieces, i + 1);
  if (pieces[k]?.key === 'of' && part === 0.25) k++;
  if (pieces[k]?.key === 'a' || pieces[k]?.key === 'an') k++;
  const factor = SCALES[pieces[k]?.key ?? ''];
  if (factor !== undefined && !pieces[k]!.key.endsWith('s') && factor !== 20) {
    return { from: i, to: k + 1, value: rounded(part * factor), scale: factor, digits: false };
  }
  if (
    part === 0.5 &&
    /^(?:of|the|its|their|all)$/.test(pieces[i + 1]?.key ?? '') &&
    pieces[i - 1]?.key !== 'first' &&
    pieces[i - 1]?.key !== 'second'
  ) {
    return { from: i, to: i + 1, value: 0.5, scale: 1, digits: false };
  }
  return null;
}
