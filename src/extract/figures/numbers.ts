import {
  DENOMINATORS,
  ORDINALS,
  PLURAL_SCALES,
  SCALES,
  SHORT_SCALES,
  SMALL_NUMBERS,
  SURE_SHORT_SCALES,
  VULGAR_FRACTIONS,
} from '../../language/en/numbers.js';
import { isDash, type Piece } from '../lexer.js';

/** A number written from piece `from` up to `to` (half-open). */
export interface NumberPhrase {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** Largest scale written ("million", "bn"), 1 where none: a range may share it. */
  readonly scale: number;
  /** It begins with digits. */
  readonly digits: boolean;
  /** A part of a whole: "a third of", "two-thirds", "one in five". */
  readonly share: boolean;
}

/** Values are rounded to this many significant digits, so that 1.6 million is 1600000. */
const PRECISION = 15;
/** Nothing that news counts is larger. */
const MAX_VALUE = 1e18;

export const rounded = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number(value.toPrecision(PRECISION));

/** The number that starts at piece `i`, or null. `money`: a currency stands before it, so "m" is a million. */
export function numberAt(pieces: readonly Piece[], i: number, money = false): NumberPhrase | null {
  const plain = plainAt(pieces, i, money);
  if (plain === null) return null;
  const whole = ratioAt(pieces, plain) ?? plain;
  return Number.isFinite(whole.value) && Math.abs(whole.value) <= MAX_VALUE
    ? { ...whole, value: rounded(whole.value) }
    : null;
}

function plainAt(pieces: readonly Piece[], i: number, money: boolean): NumberPhrase | null {
  const piece = pieces[i];
  if (piece === undefined || piece.type === 'mark') return null;
  if (piece.type === 'number') return powerAt(pieces, i) ?? slashAt(pieces, i) ?? numeralAt(pieces, i, money);
  return fractionOf(pieces, i) ?? numeralAt(pieces, i, money);
}

// Cardinals

/** A sum of terms, each a coefficient times scales: "4 thousand 3 hundred and 21", "one million two". */
interface Cardinal {
  readonly to: number;
  readonly value: number;
  /** Scale of the last term, 1 where it has none. */
  readonly lastScale: number;
  readonly largestScale: number;
  /** The last term where it has no scale. */
  readonly tail: Small | null;
  readonly digits: boolean;
}

/** A number below a hundred in words. */
interface Small {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** The word "and" stands before it. */
  readonly and: boolean;
}

function cardinalAt(pieces: readonly Piece[], i: number, money: boolean): Cardinal | null {
  let [value, at, lastScale, largest] = [0, i, Number.POSITIVE_INFINITY, 1];
  let tail: Small | null = null;
  const digits = pieces[i]!.type === 'number';
  for (;;) {
    const first = at === i;
    let start = first ? at : joint(pieces, at);
    const and = !first && pieces[start]?.key === 'and';
    if (and) start++;
    const term = termAt(pieces, start, first, money);
    if (term === null || term.value >= lastScale) break;
    if (!first && (term.value === 0 || !goesOn(pieces, at, start, term, lastScale, and, digits))) break;
    value += term.value;
    at = term.to;
    lastScale = term.scale;
    largest = Math.max(largest, term.scale);
    tail = term.small === null ? null : { ...term.small, and };
    if (lastScale === 1) break;
  }
  return at === i ? null : { to: at, value, lastScale, largestScale: largest, tail, digits };
}

interface Term {
  readonly value: number;
  readonly to: number;
  readonly scale: number;
  readonly small: { readonly value: number; readonly from: number; readonly to: number } | null;
}

/** One coefficient with the scales behind it; `bare` scales ("hundred") only at the head of a number. */
function termAt(pieces: readonly Piece[], i: number, first: boolean, money: boolean): Term | null {
  const piece = pieces[i];
  if (piece === undefined || piece.type === 'mark') return null;
  let coefficient: number;
  let at: number;
  let small: Term['small'] = null;
  if (piece.type === 'number') {
    if (!Number.isFinite(piece.value)) return null;
    coefficient = piece.value;
    at = i + 1;
    const next = pieces[at];
    if (
      next?.type === 'number' &&
      VULGAR_FRACTIONS[next.text] !== undefined &&
      Number.isInteger(coefficient)
    ) {
      coefficient += next.value;
      at++;
    }
  } else {
    const article = first && (piece.key === 'a' || piece.key === 'an');
    const found = article ? null : smallAt(pieces, i);
    if (found !== null) {
      coefficient = found.value;
      at = found.to;
      small = { value: found.value, from: i, to: found.to };
    } else {
      at = article ? i + 1 : i;
      if (!first || SCALES[pieces[at]?.key ?? ''] === undefined) return null;
      coefficient = 1;
    }
  }
  let scale = 1;
  for (;;) {
    const next = scaleAt(pieces, at, { digits: piece.type === 'number', money, coefficient, scale });
    if (next === null) break;
    // "two hundred thousand": the scales multiply; "one hundred and three thousand" is gathered below.
    scale *= next.factor;
    at = next.to;
    const inner = scale === 100 && small !== null ? hundredsAt(pieces, at) : null;
    if (inner !== null && scaleAt(pieces, inner.to, { digits: false, money, coefficient, scale }) !== null) {
      coefficient = coefficient * 100 + inner.value;
      at = inner.to;
      scale = 1;
    }
  }
  return { value: rounded(coefficient * scale), to: at, scale, small: scale === 1 ? small : null };
}

/** "and twenty-three" behind "one hundred". */
function hundredsAt(
  pieces: readonly Piece[],
  i: number,
): { readonly value: number; readonly to: number } | null {
  let at = joint(pieces, i);
  if (pieces[at]?.key === 'and') at++;
  return smallAt(pieces, at);
}

/** "twenty-one", "seventeen", "five". */
function smallAt(
  pieces: readonly Piece[],
  i: number,
): { readonly value: number; readonly to: number } | null {
  const value = SMALL_NUMBERS[pieces[i]?.key ?? ''];
  if (value === undefined) return null;
  if (value < 20 || value % 10 !== 0) return { value, to: i + 1 };
  const at = wideJoint(pieces, i + 1);
  const unit = SMALL_NUMBERS[pieces[at]?.key ?? ''];
  return unit !== undefined && unit > 0 && unit < 10
    ? { value: value + unit, to: at + 1 }
    : { value, to: i + 1 };
}

function scaleAt(
  pieces: readonly Piece[],
  i: number,
  context: {
    readonly digits: boolean;
    readonly money: boolean;
    readonly coefficient: number;
    readonly scale: number;
  },
): { readonly factor: number; readonly to: number } | null {
  const at = joint(pieces, i);
  const word = pieces[at];
  if (word?.type !== 'word') return null;
  const { digits, money, coefficient, scale } = context;
  const factor = SCALES[word.key] ?? (coefficient > 1 && scale === 1 ? PLURAL_SCALES[word.key] : undefined);
  if (factor !== undefined) return { factor, to: at + 1 };
  if (!digits || at !== i || scale > 1) return null;
  const sure = SURE_SHORT_SCALES[word.key];
  if (sure !== undefined) return { factor: sure, to: at + 1 };
  const short = SHORT_SCALES[word.key];
  if (short === undefined) return null;
  // "$5m", "$5 m", "10k", "2B"; "10M" is ten million, "10m" ten metres, "100t" tonnes.
  if (money) return !word.gap || word.key === 'm' || word.key === 'b' ? { factor: short, to: at + 1 } : null;
  if (word.text === 'k' && word.gap)
    return pieces[at + 1] === undefined || /^[.,;)]$/.test(pieces[at + 1]!.text)
      ? { factor: short, to: at + 1 }
      : null;
  // "3m passengers", but "3m deep"
  const then = pieces[at + 1];
  if (word.text === 'm' && !word.gap && then?.type === 'word' && then.gap && isPlural(then.key))
    return { factor: short, to: at + 1 };
  const attached = !word.gap && (word.key === 'k' || word.key === 'b' || word.text === 'M');
  // "24M212" is an identifier.
  return attached && !(pieces[at + 1]?.type === 'number' && !pieces[at + 1]!.gap)
    ? { factor: short, to: at + 1 }
    : null;
}

const isPlural = (key: string): boolean =>
  /^(?:people|men|women|children)$|[^s]s$/.test(key) &&
  !/^(?:across|towards|upwards|downwards|always|is|was|has|as|its|this|plus|versus|less|thus|times)$/.test(
    key,
  );

/** Whether a term goes on with the number before it: "three hundred and two", not "between 5 million and 10". */
function goesOn(
  pieces: readonly Piece[],
  at: number,
  start: number,
  term: Term,
  lastScale: number,
  and: boolean,
  digits: boolean,
): boolean {
  const inDigits = pieces[start]!.type === 'number';
  if (pieces[start]!.gap === false && inDigits) return false;
  if (isDash(pieces[at])) return !inDigits;
  if (term.scale > 1) return !and || lastScale >= 100;
  if (inDigits) return lastScale >= 100 && lastScale < 1e6 && digits && and && Number.isInteger(term.value);
  return and ? lastScale >= 100 && !isBetween(pieces, at) : !digits;
}

/** The word "between" stands not far before: its "and" joins two ends. */
function isBetween(pieces: readonly Piece[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 8); k--) if (pieces[k]!.key === 'between') return true;
  return false;
}

/** Skips a hyphen between parts of a number. */
function joint(pieces: readonly Piece[], i: number): number {
  return isDash(pieces[i]) && !pieces[i]!.gap && pieces[i + 1]?.gap === false ? i + 1 : i;
}

/** The same, also "fifty - two", as tokenised text has it. */
function wideJoint(pieces: readonly Piece[], i: number): number {
  return pieces[i]?.text === '-' && pieces[i]!.gap === pieces[i + 1]?.gap ? i + 1 : i;
}

// Numerals: a cardinal with what it may have behind it

function numeralAt(pieces: readonly Piece[], i: number, money: boolean): NumberPhrase | null {
  const cardinal = cardinalAt(pieces, i, money);
  if (cardinal === null) return null;
  const { to, value, largestScale, digits } = cardinal;
  const found = (end: number, amount: number, share = false): NumberPhrase => ({
    from: i,
    to: end,
    value: amount,
    scale: largestScale,
    digits,
    share,
  });
  const parts = digits ? null : fractionBehind(pieces, cardinal);
  if (parts !== null) return found(parts.to, parts.value, parts.share);
  const mixed = mixedAt(pieces, cardinal);
  if (mixed !== null) return found(mixed.to, mixed.value);
  const decimal = digits ? null : decimalsAt(pieces, cardinal);
  if (decimal !== null) return found(decimal.to, decimal.value);
  return found(to, value);
}

/** "point seven five", "point seventy-one", and the scale behind: "two point five million". */
function decimalsAt(pieces: readonly Piece[], { to, value }: Cardinal): { to: number; value: number } | null {
  if (pieces[to]?.key !== 'point') return null;
  let digits = '';
  let at = to + 1;
  while (digits.length < PRECISION) {
    const small = smallAt(pieces, at);
    if (small === null || (small.value >= 10 && digits !== '')) break;
    digits += small.value;
    at = small.to;
    if (small.value >= 10) break;
  }
  if (digits === '') return null;
  const decimal = Number(`${value}.${digits}`);
  const scale = scaleAt(pieces, at, { digits: false, money: false, coefficient: decimal, scale: 1 });
  return scale === null || scale.factor < 100
    ? { to: at, value: decimal }
    : { to: scale.to, value: rounded(decimal * scale.factor) };
}

/** "and a half", "and three quarters", "and one fourth million" behind a number. */
function mixedAt(pieces: readonly Piece[], cardinal: Cardinal): { to: number; value: number } | null {
  const { to, value, lastScale, digits } = cardinal;
  if (pieces[to]?.key !== 'and') return null;
  const part = fractionFrom(pieces, to + 1);
  // "500 and a third of them": a share of its own.
  if (part === null || (part.under !== 2 && pieces[part.to]?.key === 'of')) return null;
  if (digits && lastScale === 1 && part.under !== 2) return null;
  const own = scaleAt(pieces, part.to, { digits: false, money: false, coefficient: value, scale: 1 });
  if (own !== null && lastScale === 1)
    return { to: own.to, value: rounded((value + part.value) * own.factor) };
  if (own !== null) return { to: own.to, value: value + part.value * own.factor };
  return { to: part.to, value: value + part.value * (lastScale >= 1000 ? lastScale : 1) };
}

// Fractions

interface Fraction {
  readonly to: number;
  readonly value: number;
  readonly under: number;
}

/**
 * The denominator behind a number in words: "two-thirds", "one fifth", "fifty-four hundredths", "one hundred thirty-fifths".
 * After "and" the last part alone is divided where it is less than the whole: "one hundred and three quarters".
 */
function fractionBehind(
  pieces: readonly Piece[],
  cardinal: Cardinal,
): { readonly to: number; readonly value: number; readonly share: boolean } | null {
  const { to, value, tail } = cardinal;
  const under = denominatorAt(pieces, to);
  // "two quarters" of a year and "two halves" of a match divide nothing.
  if (under === null || (value === 2 && !under.ordinal)) return null;
  // "nine hundred fifths": behind a scale only what can be nothing else.
  if (tail === null)
    return under.plural && under.ordinal
      ? { to: under.to, value: value / under.value, share: value < under.value }
      : null;
  const over = tail.and ? tail.value : value;
  if (over === 1 ? under.plural : !under.plural) return null;
  // "thirty-fifths" behind "one hundred": the tens belong to the denominator.
  const tens = tail.value >= 20 && tail.value % 10 === 0 && under.value < 10 && under.ordinal && !tail.and;
  if (tens && value > tail.value)
    return { to: under.to, value: (value - tail.value) / (tail.value + under.value), share: true };
  if (tail.and && tail.value < under.value) {
    const whole = value - tail.value;
    const own = scaleAt(pieces, under.to, { digits: false, money: false, coefficient: value, scale: 1 });
    const scale = own !== null ? own.factor : whole >= 1000 ? scaleOf(whole) : 1;
    return { to: own?.to ?? under.to, value: whole + (tail.value / under.value) * scale, share: false };
  }
  const share = value < under.value;
  // "two thirds of a million", "three quarters billion"
  const scaled = share ? ofScale(pieces, under.to) : null;
  if (scaled !== null) return { to: scaled.to, value: (value / under.value) * scaled.factor, share: false };
  return { to: under.to, value: value / under.value, share };
}

/** The scale in which a round number is written: 1e6 for 5,000,000. */
function scaleOf(value: number): number {
  return [1e15, 1e12, 1e9, 1e6, 1e3].find((scale) => value % scale === 0) ?? 1;
}

function ofScale(
  pieces: readonly Piece[],
  i: number,
): { readonly to: number; readonly factor: number } | null {
  let at = i;
  if (pieces[at]?.key === 'of') {
    at++;
    if (pieces[at]?.key !== 'a' && pieces[at]?.key !== 'one') return null;
    at++;
  }
  const factor = SCALES[pieces[joint(pieces, at)]?.key ?? ''];
  return factor === undefined ? null : { to: joint(pieces, at) + 1, factor };
}

interface Denominator {
  readonly value: number;
  readonly to: number;
  readonly plural: boolean;
  readonly ordinal: boolean;
}

/** "thirds", "-fifth", "twenty-firsts", "half". */
function denominatorAt(pieces: readonly Piece[], i: number): Denominator | null {
  const at = wideJoint(pieces, i);
  const word = pieces[at];
  if (word?.type !== 'word') return null;
  const tens = SMALL_NUMBERS[word.key];
  if (tens !== undefined && tens >= 20 && tens % 10 === 0) {
    const next = wideJoint(pieces, at + 1);
    const unit = singular(pieces[next]?.key ?? '');
    const value = ORDINALS[unit.word];
    return value === undefined || value > 9
      ? null
      : { value: tens + value, to: next + 1, plural: unit.plural, ordinal: true };
  }
  const { word: key, plural } = singular(word.key);
  const plain = DENOMINATORS[key];
  if (plain !== undefined) return { value: plain, to: at + 1, plural, ordinal: false };
  const value = ORDINALS[key];
  // "a second", "two seconds" and "the first" divide nothing.
  if (value === undefined || value < 3) return null;
  // "one third-party app"
  if (!plural && isDash(pieces[at + 1]) && !pieces[at + 1]!.gap) return null;
  return { value, to: at + 1, plural, ordinal: true };
}

const singular = (word: string): { readonly word: string; readonly plural: boolean } =>
  word.endsWith('s') ? { word: word.slice(0, -1), plural: true } : { word, plural: false };

/** "a half", "one fourth", "three fifths" from piece `i` on. */
function fractionFrom(pieces: readonly Piece[], i: number): Fraction | null {
  const article = pieces[i]?.key === 'a' || pieces[i]?.key === 'an';
  const over = article ? { value: 1, to: i + 1 } : smallAt(pieces, i);
  if (over === null) return null;
  const under = denominatorAt(pieces, over.to);
  if (under === null || (over.value === 1 ? under.plural : !under.plural)) return null;
  return { to: under.to, value: over.value / under.value, under: under.value };
}

/** Fractions without a numeral before: "half of", "half a million", "a third of", "quarter-million". */
function fractionOf(pieces: readonly Piece[], i: number): NumberPhrase | null {
  const { key } = pieces[i]!;
  const found = (to: number, value: number, scale = 1): NumberPhrase => ({
    from: i,
    to,
    value,
    scale,
    digits: false,
    share: scale === 1,
  });
  if (key === 'half' || key === 'quarter') return halfAt(pieces, i, found);
  if (key !== 'a' && key !== 'an') return null;
  const part = fractionFrom(pieces, i);
  if (part === null) return trillionths(pieces, i, found);
  const scaled = ofScale(pieces, part.to);
  if (scaled !== null) return found(scaled.to, part.value * scaled.factor, scaled.factor);
  return isShare(pieces, i, part) ? found(part.to, part.value) : null;
}

/** "a hundred trillionths": the denominator behind a scale. */
function trillionths(
  pieces: readonly Piece[],
  i: number,
  found: (to: number, value: number) => NumberPhrase,
): NumberPhrase | null {
  const cardinal = cardinalAt(pieces, i, false);
  if (cardinal === null || cardinal.lastScale === 1) return null;
  const under = denominatorAt(pieces, cardinal.to);
  return under === null || !under.plural ? null : found(under.to, cardinal.value / under.value);
}

/** Whether "a third", "a tenth", "a half" is a part, not one more of a series. */
function isShare(pieces: readonly Piece[], i: number, part: Fraction): boolean {
  const next = pieces[part.to];
  const before = pieces[i - 1]?.key ?? '';
  if (next?.key === 'of') return true;
  const ends = next === undefined || (next.type === 'mark' && !isDash(next));
  if (i === 0 && next === undefined) return true;
  if (part.under === 2)
    return !/^(?:and|in|first|second|third|fourth)$/.test(before) && (ends || next?.type === 'word');
  if (part.under === 4) return /^(?:by|than|nearly|about|almost|roughly|over)$/.test(before);
  if (part.under >= 100) return ends;
  return (
    /^(?:by|than|nearly|about|almost|roughly|approximately|over|around|least|some|up|down|just|to)$/.test(
      before,
    ) &&
    (ends ||
      /^(?:in|to|from|since|more|less|fewer|as|on|this|last|and|or|when|after|between|compared)$/.test(
        next!.key,
      ))
  );
}

/** "half a million", "half-dozen", "half of", "half the", "more than half". */
function halfAt(
  pieces: readonly Piece[],
  i: number,
  found: (to: number, value: number, scale?: number) => NumberPhrase,
): NumberPhrase | null {
  const part = pieces[i]!.key === 'half' ? 0.5 : 0.25;
  let k = joint(pieces, i + 1);
  if (pieces[k]?.key === 'of' && part === 0.25) k++;
  if (pieces[k]?.key === 'a' || pieces[k]?.key === 'an') k = joint(pieces, k + 1);
  const factor = SCALES[pieces[k]?.key ?? ''];
  if (factor !== undefined) return found(k + 1, part * factor, factor);
  if (part !== 0.5) return null;
  const before = pieces[i - 1]?.key ?? '';
  const next = pieces[i + 1]?.key ?? '';
  if (/^(?:first|second|third|other|better|latter|former)$/.test(before)) return null;
  const whole = /^(?:of|the|its|their|his|her|our|all|an?|those|these)$/.test(next);
  const bounded =
    /^(?:than|nearly|about|almost|roughly|approximately|over|around|least|just|by|under|only)$/.test(before);
  return (whole && !/^an?$/.test(before)) || (bounded && pieces[i + 1]?.gap !== false)
    ? found(i + 1, part)
    : null;
}

// Digits alone

/** "1.3e6", "1.3x10^6", "2.5^-1". A power too large to hold is no number, and neither are its parts. */
function powerAt(pieces: readonly Piece[], i: number): NumberPhrase | null {
  const base = pieces[i]!;
  const exponentAt = (at: number): { readonly value: number; readonly to: number } | null => {
    let k = at;
    let sign = 1;
    while (k < at + 2 && /^[-+−–]$/.test(pieces[k]?.text ?? '') && !pieces[k]!.gap) {
      if (pieces[k]!.text !== '+') sign = -1;
      k++;
    }
    const exponent = pieces[k];
    if (exponent?.type !== 'number' || exponent.gap || !/^\d+$/.test(exponent.text)) return null;
    return { value: sign * exponent.value, to: k + 1 };
  };
  const result = (value: number, to: number): NumberPhrase => ({
    from: i,
    to,
    value,
    scale: 1,
    digits: true,
    share: false,
  });
  const next = pieces[i + 1];
  if (next === undefined || next.gap) return null;
  if (next.text === '^') {
    const exponent = exponentAt(i + 2);
    return exponent === null ? null : result(base.value ** exponent.value, exponent.to);
  }
  if (next.key === 'e') {
    const exponent = exponentAt(i + 2);
    return exponent === null ? null : result(base.value * 10 ** exponent.value, exponent.to);
  }
  if (/^[x×*]$/.test(next.key) && pieces[i + 2]?.text === '10' && pieces[i + 3]?.text === '^') {
    const exponent = exponentAt(i + 4);
    return exponent === null ? null : result(base.value * 10 ** exponent.value, exponent.to);
  }
  return null;
}

/** "2 1/2", "1/2". */
function slashAt(pieces: readonly Piece[], i: number): NumberPhrase | null {
  const piece = pieces[i]!;
  if (!Number.isFinite(piece.value)) return null;
  const result = (to: number, value: number, share: boolean): NumberPhrase => ({
    from: i,
    to,
    value,
    scale: 1,
    digits: true,
    share,
  });
  const next = pieces[i + 1];
  if (next?.type === 'number' && next.gap && isSlashFraction(pieces, i + 1) && Number.isInteger(piece.value))
    return result(i + 4, piece.value + next.value / pieces[i + 3]!.value, false);
  return isSlashFraction(pieces, i) ? result(i + 3, piece.value / pieces[i + 2]!.value, true) : null;
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

// Ratios

/** Largest part of "three in ten"; more is rather two numbers in one sentence. */
const MOST_OF_A_RATIO = 99;

/** "one in five", "nine out of 10", "one over three" at the end of a phrase: a share. */
function ratioAt(pieces: readonly Piece[], over: NumberPhrase): NumberPhrase | null {
  const link = pieces[over.to]?.key;
  if (link !== 'in' && link !== 'out' && link !== 'over') return null;
  const at = link === 'out' ? over.to + 2 : over.to + 1;
  if (link === 'out' && pieces[over.to + 1]?.key !== 'of') return null;
  const under = plainAt(pieces, at, false);
  if (under === null || under.share || !Number.isInteger(over.value) || !Number.isInteger(under.value))
    return null;
  if (over.value < 1 || under.value < 2) return null;
  const next = pieces[under.to];
  if (link === 'over') {
    const alone = next === undefined || (next.type === 'mark' && !isDash(next) && next.text !== '%');
    return alone ? { ...over, to: under.to, value: over.value / under.value, share: true } : null;
  }
  if (over.value >= under.value || over.value > MOST_OF_A_RATIO || over.share) return null;
  if (link === 'in' && !isRatioOf(pieces, over, under)) return null;
  return { ...over, to: under.to, value: over.value / under.value, share: true };
}

/** "one in five voters", not "three in 2016", "five in two days" or "one in 14 of them". */
function isRatioOf(pieces: readonly Piece[], over: NumberPhrase, under: NumberPhrase): boolean {
  if (under.digits && under.value >= 1000 && under.value < 2200 && !/,/.test(pieces[under.from]!.text))
    return false;
  const next = pieces[under.to]?.key ?? '';
  if (/^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|percent|%|of)$/.test(next))
    return false;
  if (isDash(pieces[under.to]) && !pieces[under.to]!.gap) return false;
  return (
    over.value === 1 || under.value === 10 || under.value === 100 || under.value === 1000 || over.value < 10
  );
}
