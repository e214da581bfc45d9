import {
  CURRENCY_ADJECTIVES,
  CURRENCY_CODES,
  CURRENCY_SIGNS,
  CURRENCY_WORDS,
  DOLLAR_PREFIXES,
  MINOR_CURRENCY_WORDS,
} from '../../language/en/currencies.js';
import { LETTER_UNITS, PERCENT_WORDS, UNITS } from '../../language/en/units.js';
import { isDash, type Piece } from '../lexer.js';

/** A unit behind a number: its name ('' for a count), what it is per, the piece after it, and what to multiply by. */
export interface UnitPhrase {
  readonly name: string;
  readonly per: string | null;
  readonly to: number;
  readonly factor: number;
}

/** The currency written before the number at piece `i` ("$", "US$", "EUR"), or null. */
export function currencyBefore(
  pieces: readonly Piece[],
  i: number,
): { readonly unit: string; readonly from: number } | null {
  const before = pieces[i - 1];
  if (before === undefined) return null;
  const sign = CURRENCY_SIGNS[before.text];
  if (sign !== undefined) {
    const prefix = pieces[i - 2];
    const dollar =
      before.text === '$' && prefix !== undefined && !before.gap
        ? DOLLAR_PREFIXES[prefix.key.replace(/^(?!u\.s)(.*)\.$/, '$1')]
        : undefined;
    return dollar === undefined ? { unit: sign, from: i - 1 } : { unit: dollar, from: i - 2 };
  }
  if (
    before.type === 'word' &&
    CURRENCY_CODES.has(before.text.toUpperCase()) &&
    (before.text === before.text.toUpperCase() || before.key === 'usd') &&
    pieces[i]!.type === 'number'
  ) {
    return { unit: codeOf(before.text), from: i - 1 };
  }
  return null;
}

const codeOf = (text: string): string => (text.toUpperCase() === 'RMB' ? 'CNY' : text.toUpperCase());

/** The unit that starts at piece `i`; `currency` is one already written before the number. */
export function unitAfter(
  pieces: readonly Piece[],
  i: number,
  currency: string | null,
  digits: boolean,
  fallback: UnitPhrase | null = null,
): UnitPhrase {
  const found = currency === null ? plainUnit(pieces, i, digits) : dollarsAgain(pieces, i, currency);
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

function dollarsAgain(pieces: readonly Piece[], i: number, currency: string): Plain {
  const word = pieces[i];
  if (word?.type === 'word' && CURRENCY_CODES.has(word.text) && currency !== codeOf(word.text))
    return { name: codeOf(word.text), to: i + 1, factor: 1 };
  return { name: currency, to: i, factor: 1 };
}

function plainUnit(pieces: readonly Piece[], from: number, digits: boolean): Plain | null {
  let i = from;
  const attachedByDash = isDash(pieces[i]) && !pieces[i]!.gap && pieces[i + 1]?.gap === false;
  if (attachedByDash) i++;
  const piece = pieces[i];
  if (piece === undefined) return null;
  const { key } = piece;
  const next = pieces[i + 1]?.key ?? '';
  if (PERCENT_WORDS.has(key)) {
    if (key !== 'percentage' && !(key === 'percent' && next === 'point'))
      return { name: 'percent', to: i + 1, factor: 1 };
    if (/^points?$/.test(next)) return { name: 'percentage point', to: i + 2, factor: 1 };
    return { name: 'percent', to: i + 1, factor: 1 };
  }
  if (key === 'per' && next === 'cent') return { name: 'percent', to: i + 2, factor: 1 };
  if (key === 'basis' && /^points?$/.test(next)) return { name: 'basis point', to: i + 2, factor: 1 };
  if (key === '°' || /^(?:deg|degs|degree|degrees)$/.test(key)) {
    const scale = next === '.' ? '' : next;
    if (/^(?:c|celsius|celcius|centigrade)$/.test(scale)) return { name: 'celsius', to: i + 2, factor: 1 };
    if (/^(?:f|fahrenheit|farenheit)$/.test(scale)) return { name: 'fahrenheit', to: i + 2, factor: 1 };
    return { name: 'degree', to: i + 1, factor: 1 };
  }
  const sign = CURRENCY_SIGNS[piece.text];
  if (sign !== undefined && piece.text !== '$')
    return { name: sign, to: i + 1, factor: piece.text === '¢' ? 0.01 : 1 };
  if (sign !== undefined && pieces[i + 1]?.type !== 'number') return { name: sign, to: i + 1, factor: 1 };
  if (piece.type !== 'word') return null;
  // "10 U.S. dollars", "100 Chinese yuan"
  for (const [at, n] of [
    [i + 1, 2],
    [i + 2, 3],
  ] as const) {
    const head = pieces[at]?.key.replace(/s$/, '') ?? '';
    const adjective = pieces[at - 1]?.key ?? '';
    const code = CURRENCY_ADJECTIVES[`${adjective} ${head}`];
    if (code !== undefined && (n === 2 || /^(?:new|hong|sri|costa)$/.test(key)))
      return { name: code, to: i + n, factor: 1 };
  }
  if (CURRENCY_CODES.has(piece.text)) {
    const scale = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }[next] ?? 1;
    return { name: codeOf(piece.text), to: scale === 1 ? i + 1 : i + 2, factor: scale };
  }
  const mega = /^M(USD|EUR|GBP)$/.exec(piece.text);
  if (mega !== null) return { name: mega[1]!, to: i + 1, factor: 1e6 };
  const minor = MINOR_CURRENCY_WORDS[key];
  if (minor !== undefined && (key !== 'p' || !piece.gap)) return { name: minor, to: i + 1, factor: 0.01 };
  const money = CURRENCY_WORDS[key];
  if (
    money !== undefined &&
    !(key === 'won' && !/^(?:million|billion|trillion)$/.test(pieces[from - 1]?.key ?? '')) &&
    !/^(?:real|mark|marks|colon|sen)$/.test(key)
  ) {
    if (/^pounds?$/.test(key) && next === 'sterling') return { name: 'GBP', to: i + 2, factor: 1 };
    if (/^pounds?$/.test(key) && !moneyPounds(pieces, from)) return { name: 'pound', to: i + 1, factor: 1 };
    return { name: money, to: i + 1, factor: 1 };
  }
  if (/^(?:real|mark|marks)$/.test(key) && /s$/.test(key)) return { name: money!, to: i + 1, factor: 1 };
  if (/^(?:square|sq|cubic|cu)$/.test(key)) {
    const at = next === '.' ? i + 2 : i + 1;
    const base = UNITS[pieces[at]?.key ?? ''];
    if (base !== undefined)
      return { name: `${key.startsWith('s') ? 'square' : 'cubic'} ${base}`, to: at + 1, factor: 1 };
  }
  if (key === 'metric' && /^tons?$/.test(next)) return { name: 'tonne', to: i + 2, factor: 1 };
  if (key === 'nautical' && /^miles?$/.test(next)) return { name: 'nautical mile', to: i + 2, factor: 1 };
  if (key === 'light' && /^years?$/.test(next)) return { name: 'light year', to: i + 2, factor: 1 };
  const unit = UNITS[key];
  if (unit === undefined) {
    const squared = /^(?:km|m|cm|mm|ft)$/.exec(key) !== null && /^[²2]$/.test(next);
    return squared ? { name: `square ${UNITS[key]}`, to: i + 2, factor: 1 } : null;
  }
  if (/^[²³]$/.test(next) && !pieces[i + 1]!.gap)
    return { name: `${next === '²' ? 'square' : 'cubic'} ${unit}`, to: i + 2, factor: 1 };
  const letters = LETTER_UNITS.has(key) || key.length === 1;
  if (
    letters &&
    !(digits && (!piece.gap || piece.text !== piece.text.toUpperCase() || key === 'f' || key === 'c'))
  )
    return null;
  if (key === 'second' && piece.gap && !attachedByDash) return null;
  if (key === 'mb' || key === 'mw') return { name: unit, to: i + 1, factor: 1 };
  return { name: unit, to: i + 1, factor: 1 };
}

/** Pounds are money behind a scale ("two million pounds"). */
function moneyPounds(pieces: readonly Piece[], i: number): boolean {
  return /^(?:million|billion|trillion)$/.test(pieces[i - 1]?.key ?? '');
}

/** "19 years old", "19-year-old", "six weeks of age", "aged 19", ", 19,": a number of years of age. */
function ageAfter(pieces: readonly Piece[], from: number, unit: Plain): UnitPhrase | null {
  if (/^(?:year|month|week|day)$/.test(unit.name)) {
    let at = unit.to;
    if (isDash(pieces[at])) at++;
    if (pieces[at]?.key === 'old' || pieces[at]?.key === 'olds')
      return { name: `${unit.name} of age`, per: null, to: at + 1, factor: 1 };
    if (pieces[at]?.key === 'of' && pieces[at + 1]?.key === 'age')
      return { name: `${unit.name} of age`, per: null, to: at + 2, factor: 1 };
    return null;
  }
  if (unit.name !== '') return null;
  if (/^(?:yo|y\.o\.?)$/.test(pieces[from]?.key ?? ''))
    return { name: 'year of age', per: null, to: from + 1, factor: 1 };
  const before = pieces[from - 2]?.key;
  if (before === 'aged' || before === 'age') return { name: 'year of age', per: null, to: from, factor: 1 };
  // "Chiquita Henry, 19, of Alexandria"
  const number = pieces[from - 1]!;
  const name = pieces[from - 3];
  if (
    before === ',' &&
    /^[,.]$/.test(pieces[from]?.text ?? '') &&
    /^\d{1,3}$/.test(number.text) &&
    number.value >= 1 &&
    number.value < 120 &&
    name?.type === 'word' &&
    /^\p{Lu}/u.test(name.text) &&
    pieces[from - 4]?.type === 'word' &&
    /^\p{Lu}/u.test(pieces[from - 4]!.text)
  ) {
    return { name: 'year of age', per: null, to: from, factor: 1 };
  }
  return null;
}

const PER_UNITS = /^(?:share|head|capita|dozen|person|household|night|gallon|barrel|ounce|tonne)$/;

/** "per hour", "/h", "an hour" behind a unit. */
function perAfter(
  pieces: readonly Piece[],
  i: number,
): { readonly name: string; readonly to: number } | null {
  const first = pieces[i];
  if (first === undefined) return null;
  const word = pieces[i + 1];
  if (word?.type !== 'word') return null;
  const slash = first.text === '/' && !first.gap;
  const article = first.key === 'a' || first.key === 'an' || first.key === 'each';
  if (!slash && !article && first.key !== 'per') return null;
  const singular = word.key === 'barrels' ? 'barrel' : word.key;
  if (PER_UNITS.test(singular)) return { name: singular, to: i + 2 };
  const unit = UNITS[word.key];
  if (unit === undefined) return null;
  if (
    article &&
    !/^(?:second|minute|hour|day|week|month|year|gallon|ounce|barrel|pound|ton|mile|kilogram|acre|litre)$/.test(
      word.key,
    )
  )
    return null;
  return { name: unit, to: i + 2 };
}
