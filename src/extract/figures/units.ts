import {
  ATTACHED_PREFIXES,
  CURRENCY_ADJECTIVES,
  CURRENCY_CODES,
  CURRENCY_PREFIXES,
  CURRENCY_SIGNS,
  CURRENCY_WORDS,
  DOLLAR_PREFIXES,
  LOWER_CODES,
  MINOR_CURRENCY_WORDS,
  SPACED_DOLLAR_PREFIXES,
} from '../../language/en/currencies.js';
import { KIN } from '../../language/en/number-contexts.js';
import { SCALES } from '../../language/en/numbers.js';
import {
  LETTER_UNITS,
  PERCENT_WORDS,
  RATE_NOUNS,
  RATE_UNITS,
  SMALL_LETTER_UNITS,
  UNITS,
} from '../../language/en/units.js';
import { isDash, type Piece } from '../lexer.js';

/** A unit behind a number: its name ('' for a count), what it is per, the piece after it, and what to multiply by. */
export interface UnitPhrase {
  readonly name: string;
  readonly per: string | null;
  readonly to: number;
  readonly factor: number;
}

/** A currency before a number, the piece it starts at, and what to multiply by ("MAUD 60"). */
export interface Currency {
  readonly unit: string;
  readonly from: number;
  readonly factor: number;
}

export const isMoney = (unit: string): boolean => /^[A-Z]{3}$/.test(unit);

/** The currency written before the number at piece `i` ("$", "US$", "EUR", "Rs."), or null; not before piece `free`. */
export function currencyBefore(pieces: readonly Piece[], i: number, free: number): Currency | null {
  const before = i - 1 < free ? undefined : pieces[i - 1];
  if (before === undefined) return null;
  const sign = CURRENCY_SIGNS[before.text];
  if (sign !== undefined) {
    const prefix = i - 2 < free || before.text !== '$' ? undefined : pieces[i - 2];
    const dollar = prefix === undefined ? undefined : dollarOf(pieces, i - 2);
    return dollar === undefined
      ? { unit: sign, from: i - 1, factor: 1 }
      : { unit: dollar, from: i - 2, factor: 1 };
  }
  if (pieces[i]!.type !== 'number' || before.type !== 'word') {
    const rupees = before.text === '.' && !before.gap && i - 2 >= free && pieces[i - 2]?.text === 'Rs';
    return rupees ? { unit: 'INR', from: i - 2, factor: 1 } : null;
  }
  if (isCode(before) && !WORDS_AS_CODES.has(before.text))
    return { unit: codeOf(before.text), from: i - 1, factor: 1 };
  const mega = megaCode(before.text);
  if (mega !== null) return { unit: mega, from: i - 1, factor: 1e6 };
  const prefix =
    CURRENCY_PREFIXES[before.text] ?? (pieces[i]!.gap ? undefined : ATTACHED_PREFIXES[before.text]);
  return prefix === undefined ? null : { unit: prefix, from: i - 1, factor: 1 };
}

function dollarOf(pieces: readonly Piece[], at: number): string | undefined {
  const prefix = pieces[at]!;
  const key =
    prefix.key.length > 1 && !prefix.key.startsWith('u.s') ? prefix.key.replace(/\.$/, '') : prefix.key;
  // "the firm's $5": the end of a genitive
  if (/^['’]$/.test(pieces[at - 1]?.text ?? '') && !prefix.gap) return undefined;
  return !pieces[at + 1]!.gap || SPACED_DOLLAR_PREFIXES.has(key) ? DOLLAR_PREFIXES[key] : undefined;
}

/** Codes that are words where a text is in capitals: before a number they are believed with no gap alone. */
const WORDS_AS_CODES: ReadonlySet<string> = new Set(['ALL', 'TRY', 'TOP', 'BAM', 'MAD', 'COP', 'PEN', 'MOP']);

const isCode = (piece: Piece): boolean => CURRENCY_CODES.has(piece.text) || LOWER_CODES.has(piece.text);
const codeOf = (text: string): string => (text.toUpperCase() === 'RMB' ? 'CNY' : text.toUpperCase());
const megaCode = (text: string): string | null => {
  const code = text.length === 4 && text.startsWith('M') ? text.slice(1) : '';
  return CURRENCY_CODES.has(code) ? code : null;
};

/** The unit that starts at piece `i`; `currency` is one already written before the number. */
export function unitAfter(
  pieces: readonly Piece[],
  i: number,
  currency: string | null,
  digits: boolean,
  fallback: UnitPhrase | null = null,
): UnitPhrase {
  const found =
    currency === null
      ? (bracketedUnit(pieces, i, digits) ?? plainUnit(pieces, i, digits))
      : codeAgain(pieces, i, currency);
  const unit = found ?? { name: currency ?? '', to: i, factor: 1 };
  if (unit.name === '' && fallback !== null) return { ...fallback, to: i };
  const age = ageAfter(pieces, i, unit);
  if (age !== null) return age;
  if (unit.name === '') return { ...unit, per: null };
  const per = perAfter(pieces, unit.to);
  return per === null ? { ...unit, per: null } : { ...unit, per: per.name, to: per.to };
}

interface Plain {
  readonly name: string;
  readonly to: number;
  readonly factor: number;
}

/** "$10 CAD": the code behind tells whose dollars; "$5 dollars" says it twice. */
function codeAgain(pieces: readonly Piece[], i: number, currency: string): Plain {
  const word = pieces[i];
  if (word?.type !== 'word') return { name: currency, to: i, factor: 1 };
  if (currency === 'USD' && isCode(word) && pieces[i + 1]?.type !== 'number')
    return { name: codeOf(word.text), to: i + 1, factor: 1 };
  return { name: currency, to: CURRENCY_WORDS[word.key] === currency ? i + 1 : i, factor: 1 };
}

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** "20 (kg)" */
function bracketedUnit(pieces: readonly Piece[], i: number, digits: boolean): Plain | null {
  const closer = CLOSERS[pieces[i]?.text ?? ''];
  // "501(c)" is no temperature.
  if (closer === undefined || !digits || !pieces[i]!.gap || pieces[i + 2]?.text !== closer) return null;
  const unit = UNITS[pieces[i + 1]!.key];
  return unit === undefined ? null : { name: unit, to: i + 3, factor: 1 };
}

function plainUnit(pieces: readonly Piece[], from: number, digits: boolean): Plain | null {
  let i = from;
  // "24-hour", and "24 - hour" as tokenised text has it
  const dash = isDash(pieces[i]);
  const attached = dash && !pieces[i]!.gap && pieces[i + 1]?.gap === false;
  const spread = dash && pieces[i]!.text === '-' && pieces[i]!.gap && pieces[i + 1]?.gap === true;
  if (attached || spread) i++;
  const piece = pieces[i];
  if (piece === undefined) return null;
  const unit =
    percentAt(pieces, i) ??
    degreesAt(pieces, i) ??
    moneyAt(pieces, i, from) ??
    measureAt(pieces, i, digits, attached);
  return spread && unit !== null && piece.type !== 'word' ? null : unit;
}

function percentAt(pieces: readonly Piece[], i: number): Plain | null {
  const { key } = pieces[i]!;
  const next = pieces[i + 1]?.key ?? '';
  if (key === 'per' && next === 'cent') return { name: 'percent', to: i + 2, factor: 1 };
  if (key === 'basis' && /^points?$/.test(next)) return { name: 'basis point', to: i + 2, factor: 1 };
  if (!PERCENT_WORDS.has(key)) return null;
  if (
    /^(?:percentage|percent)$/.test(key) &&
    isDash(pieces[i + 1]) &&
    /^points?$/.test(pieces[i + 2]?.key ?? '')
  )
    return { name: 'percentage point', to: i + 3, factor: 1 };
  return (key === 'percentage' || key === 'percent') && /^points?$/.test(next)
    ? { name: 'percentage point', to: i + 2, factor: 1 }
    : { name: 'percent', to: i + 1, factor: 1 };
}

function degreesAt(pieces: readonly Piece[], i: number): Plain | null {
  const { key } = pieces[i]!;
  if (key === '℃') return { name: 'celsius', to: i + 1, factor: 1 };
  if (key === '℉') return { name: 'fahrenheit', to: i + 1, factor: 1 };
  if (key !== '°' && !/^(?:deg|degs|degree|degrees)$/.test(key)) return null;
  const at = pieces[i + 1]?.text === '.' && key.startsWith('deg') && key.length < 5 ? i + 2 : i + 1;
  const scale = pieces[at]?.key.replace(/\.$/, '') ?? '';
  if (/^(?:c|celsius|celcius|centigrade)$/.test(scale)) return { name: 'celsius', to: at + 1, factor: 1 };
  if (/^(?:f|fahrenheit|farenheit)$/.test(scale)) return { name: 'fahrenheit', to: at + 1, factor: 1 };
  return { name: 'degree', to: i + 1, factor: 1 };
}

function moneyAt(pieces: readonly Piece[], i: number, from: number): Plain | null {
  const piece = pieces[i]!;
  const { key } = piece;
  const next = pieces[i + 1];
  const sign = CURRENCY_SIGNS[piece.text];
  // "10$"; before a number the sign is that number's
  const another =
    next?.type === 'number' && piece.gap && MINOR_CURRENCY_WORDS[pieces[i + 2]?.key ?? ''] === undefined;
  if (sign !== undefined) return another ? null : { name: sign, to: i + 1, factor: 1 };
  const minor = MINOR_CURRENCY_WORDS[key];
  if (minor !== undefined && (key !== 'p' || !piece.gap)) return { name: minor[0], to: i + 1, factor: 1 };
  if (piece.type !== 'word') return null;
  // "10 U.S. dollars", "100 Chinese yuan", "5 New Zealand dollars"
  for (const [at, n] of [
    [i + 1, 2],
    [i + 2, 3],
  ] as const) {
    const head = pieces[at]?.key.replace(/s$/, '') ?? '';
    const code = CURRENCY_ADJECTIVES[`${pieces[at - 1]?.key ?? ''} ${head}`];
    if (code !== undefined && (n === 2 || /^(?:new|hong|sri|costa)$/.test(key)))
      return { name: code, to: i + n, factor: 1 };
  }
  // "3 USD50 cards": the code is the next number's. "ALL 5" names no currency in a text in capitals.
  if (isCode(piece) && !(next?.type === 'number' && !next.gap && piece.gap)) {
    const scale = SCALES[next?.key ?? ''];
    if (scale !== undefined && scale >= 1000) return { name: codeOf(piece.text), to: i + 2, factor: scale };
    return { name: codeOf(piece.text), to: i + 1, factor: 1 };
  }
  const mega = megaCode(piece.text);
  if (mega !== null) return { name: mega, to: i + 1, factor: 1e6 };
  const money = CURRENCY_WORDS[key];
  if (money === undefined) return null;
  if (/^pounds?$/.test(key)) {
    if (next?.key === 'sterling') return { name: 'GBP', to: i + 2, factor: 1 };
    return { name: hasScale(pieces, from) ? 'GBP' : 'pound', to: i + 1, factor: 1 };
  }
  // "won", "real", "mark" and the like are words: money behind a scale, or in the plural.
  if (/^(?:won|real|mark|colon|sen|dong|kip|lev|shilling)$/.test(key) && !hasScale(pieces, from))
    return key === 'sen' || key === 'shilling' ? { name: money, to: i + 1, factor: 1 } : null;
  return { name: money, to: i + 1, factor: 1 };
}

/** "two million": the number before piece `i` ends in a scale. */
function hasScale(pieces: readonly Piece[], i: number): boolean {
  return (SCALES[pieces[i - 1]?.key ?? ''] ?? 1) >= 1e3;
}

function measureAt(pieces: readonly Piece[], i: number, digits: boolean, attached: boolean): Plain | null {
  const piece = pieces[i]!;
  const { key } = piece;
  const next = pieces[i + 1];
  // 10" long, 5in
  if (
    /^["”″]$/.test(piece.text) &&
    digits &&
    /^(?:long|wide|tall|high|deep|thick|x|by)$/.test(next?.key ?? '')
  )
    return { name: 'inch', to: i + 1, factor: 1 };
  if (key === 'in' && digits && !piece.gap) return { name: 'inch', to: i + 1, factor: 1 };
  if (piece.type !== 'word') return null;
  if (/^(?:square|sq|cubic|cu)$/.test(key)) {
    const at = next?.text === '.' || (isDash(next) && !next!.gap) ? i + 2 : i + 1;
    const base = UNITS[pieces[at]?.key ?? ''];
    if (base !== undefined)
      return { name: `${key.startsWith('s') ? 'square' : 'cubic'} ${base}`, to: at + 1, factor: 1 };
  }
  if (key === 'metric' && /^tons?$/.test(next?.key ?? '')) return { name: 'tonne', to: i + 2, factor: 1 };
  if (key === 'nautical' && /^miles?$/.test(next?.key ?? ''))
    return { name: 'nautical mile', to: i + 2, factor: 1 };
  if (key === 'light' && /^years?$/.test(next?.key ?? ''))
    return { name: 'light year', to: i + 2, factor: 1 };
  if (/^ms?bps$|^mbps$/.test(key)) return { name: 'megabit per second', to: i + 1, factor: 1 };
  if (key === 'gbps') return { name: 'gigabit per second', to: i + 1, factor: 1 };
  if (key === 'bpd') return { name: 'barrel per day', to: i + 1, factor: 1 };
  const unit = UNITS[key];
  if (unit === undefined) return null;
  const power = powerOf(pieces, i);
  if (power !== null) return { name: `${power} ${unit}`, to: i + 2, factor: 1 };
  // "24703m212" is an identifier.
  if (next?.type === 'number' && !next.gap) return null;
  if (LETTER_UNITS.has(key) && !(digits && isLetterUnit(piece))) return null;
  // "the 10 second-place finishers" tells a rank, "10 seconds" and "10-second" a time.
  if (key === 'second' && !attached && isDash(next)) return null;
  if (key === 'stone' && !digits) return null;
  return { name: unit, to: i + 1, factor: 1 };
}

/** "km²", "m2", "ft3" */
function powerOf(pieces: readonly Piece[], i: number): 'square' | 'cubic' | null {
  const next = pieces[i + 1];
  if (next === undefined || next.gap || !/^(?:km|m|cm|mm|dm|ft|mi)$/.test(pieces[i]!.key)) return null;
  if (next.text === '²' || next.text === '2')
    return pieces[i + 2]?.gap === false && pieces[i + 2]?.type !== 'mark' ? null : 'square';
  return next.text === '³' || next.text === '3' ? 'cubic' : null;
}

function isLetterUnit(piece: Piece): boolean {
  const small = piece.text === piece.key;
  if (!piece.gap) return small || !SMALL_LETTER_UNITS.has(piece.key);
  return small ? !/^(?:t|v|j|k|h|w)$/.test(piece.key) : /^[CF]$/.test(piece.text);
}

/** "19 years old", "19-year-old", "19 - year - old", "six weeks of age", "aged 19", ", 19,": a number of years of age. */
function ageAfter(pieces: readonly Piece[], from: number, unit: Plain): UnitPhrase | null {
  if (/^(?:year|month|week|day)$/.test(unit.name)) {
    const at = isDash(pieces[unit.to]) ? unit.to + 1 : unit.to;
    const word = pieces[at]?.key;
    if (word === 'old' || word === 'olds')
      return { name: `${unit.name} of age`, per: null, to: at + 1, factor: 1 };
    if (word === 'of' && pieces[at + 1]?.key === 'age')
      return { name: `${unit.name} of age`, per: null, to: at + 2, factor: 1 };
    return null;
  }
  if (unit.name !== '') return null;
  if (/^(?:yo|y\.o\.?)$/.test(pieces[from]?.key ?? ''))
    return { name: 'year of age', per: null, to: from + 1, factor: 1 };
  return isAge(pieces, from) ? { name: 'year of age', per: null, to: from, factor: 1 } : null;
}

/** Whether the digits before piece `from` are an age without a unit. */
function isAge(pieces: readonly Piece[], from: number): boolean {
  const number = pieces[from - 1]!;
  if (!/^\d{1,3}$/.test(number.text) || number.value < 1 || number.value >= 120) return false;
  const before = pieces[from - 2]?.key ?? '';
  if (/^(?:aged|ages?)$/.test(before)) return true;
  // "adults 65 and older"
  if (/^(?:and|or)$/.test(pieces[from]?.key ?? '') && /^(?:older|younger)$/.test(pieces[from + 1]?.key ?? ''))
    return true;
  if (/^turn(?:s|ed|ing)?$/.test(before)) {
    const next = pieces[from];
    return next === undefined || next.type === 'mark' || /^(?:in|on|this|last|next|and|when)$/.test(next.key);
  }
  if (before === 'of' && /^ages?$/.test(pieces[from - 3]?.key ?? '')) return true;
  if (isAgedList(pieces, from - 2)) return true;
  // "Chiquita Henry, 19, of Alexandria", "his wife, Runa, 69;"
  const name = pieces[from - 3];
  const first = pieces[from - 4]?.text === '.' ? pieces[from - 5] : pieces[from - 4];
  return (
    before === ',' &&
    /^[,.;)]$/.test(pieces[from]?.text ?? '') &&
    name?.type === 'word' &&
    /^\p{Lu}/u.test(name.text) &&
    ((first?.type === 'word' && /^\p{Lu}/u.test(first.text)) ||
      (first?.text === ',' && KIN.has(pieces[from - 5]?.key ?? '')))
  );
}

/** "aged 19, 23 and 31": numbers up to piece `at` (a comma or "and") that an "aged" opens. */
function isAgedList(pieces: readonly Piece[], at: number): boolean {
  let k = at;
  while (/^(?:,|and)$/.test(pieces[k]?.key ?? '') && pieces[k - 1]?.type === 'number') k -= 2;
  return k < at && /^(?:aged|ages)$/.test(pieces[k]?.key ?? '');
}

/** "per hour", "/h", "an hour", "-a-share", "per annum" from piece `i` on. */
export function perAfter(
  pieces: readonly Piece[],
  i: number,
): { readonly name: string; readonly to: number } | null {
  const at = isDash(pieces[i]) && /^an?$/.test(pieces[i + 1]?.key ?? '') ? i + 1 : i;
  const first = pieces[at];
  if (first === undefined) return null;
  const slash = first.text === '/' && !first.gap;
  const article = first.key === 'a' || first.key === 'an' || first.key === 'each' || first.key === 'every';
  if (!slash && !article && first.key !== 'per') return null;
  const noun = at > i && isDash(pieces[at + 1]) ? at + 2 : at + 1;
  const word = pieces[noun];
  if (word?.type !== 'word') return null;
  if (first.key === 'per' && word.key === 'annum') return { name: 'year', to: noun + 1 };
  // "$1.2 billion a year earlier" is no rate.
  if (
    article &&
    (/^(?:earlier|ago|later|before|after|from)$/.test(pieces[noun + 1]?.key ?? '') ||
      isDash(pieces[noun + 1]))
  )
    return null;
  const rate = RATE_NOUNS[word.key === 'barrels' ? 'barrel' : word.key];
  const unit = UNITS[word.key];
  if (unit !== undefined && (!article || RATE_UNITS.has(unit))) return { name: unit, to: noun + 1 };
  return rate === undefined ? null : { name: rate, to: noun + 1 };
}
