import { DAY_PARTS, TIME_UNITS, WEEKDAYS } from '../../language/en/months.js';
import { SMALL_NUMBERS } from '../../language/en/numbers.js';
import { numberAt } from '../figures/numbers.js';
import { isDash, type Piece } from '../lexer.js';
import { monthAt } from './dates.js';
import { key, phrase, type TimeMeaning, type TimePhrase } from './meanings.js';

const isUnitOrDay = (word: string): boolean => WEEKDAYS[word] !== undefined || TIME_UNITS[word] !== undefined;

/** "every two weeks", "each Monday", "every other day" from the first word on. */
export function setPhrase(pieces: readonly Piece[], i: number): TimePhrase | null {
  let at = i + 1;
  let count = 1;
  // "every second Thursday"
  const second = key(pieces, at) === 'second' && isUnitOrDay(key(pieces, at + 1));
  if (key(pieces, at) === 'other' || second) {
    count = 2;
    at++;
  } else {
    const number = numberAt(pieces, at);
    if (number !== null) {
      count = number.value;
      at = number.to;
    }
  }
  const word = key(pieces, at);
  const weekday = WEEKDAYS[word];
  if (weekday !== undefined && word.length > 4) {
    const part = DAY_PARTS[key(pieces, at + 1)];
    return phrase(i, part === undefined ? at + 1 : at + 2, {
      kind: 'set',
      value: `XXXX-WXX-${weekday}${part ?? ''}`,
    });
  }
  const month = monthAt(pieces, at);
  if (month !== null)
    return phrase(i, at + 1, { kind: 'set', value: `XXXX-${String(month).padStart(2, '0')}` });
  const part = DAY_PARTS[word];
  if (part !== undefined) return phrase(i, at + 1, { kind: 'set', value: `XXXX-XX-XX${part}` });
  if (/^weekends?$/.test(word) && count === 1)
    return phrase(i, at + 1, { kind: 'set', value: 'XXXX-WXX-WE' });
  const unit = TIME_UNITS[word];
  if (unit === undefined) return null;
  return phrase(i, at + 1, { kind: 'set', value: durationValue(count, unit) });
}

/** A number of units before they are looked at: how many (null where vague), and the piece of the unit. */
interface Count {
  readonly count: number | null;
  readonly at: number;
  readonly approximate: boolean;
}

const VAGUE = /^(?:several|few|many|recent|some)$/;
const BARE_UNITS = /^(?:years|months|weeks|decades|centuries|days|hours|minutes)$/;

function countAt(pieces: readonly Piece[], i: number): Count | null {
  const word = key(pieces, i);
  const couple =
    word === 'couple' ? i : /^(?:a|the)$/.test(word) && key(pieces, i + 1) === 'couple' ? i + 1 : null;
  if (couple !== null)
    return { count: 2, at: key(pieces, couple + 1) === 'of' ? couple + 2 : couple + 1, approximate: true };
  if (VAGUE.test(word)) return { count: null, at: i + 1, approximate: false };
  if (/^(?:a|the)$/.test(word) && key(pieces, i + 1) === 'few')
    return { count: null, at: i + 2, approximate: false };
  if (word === 'half' && /^an?$/.test(key(pieces, i + 1)) && TIME_UNITS[key(pieces, i + 2)] !== undefined)
    return { count: 0.5, at: i + 2, approximate: false };
  const small = SMALL_NUMBERS[word];
  if (small !== undefined && /^quarters?$/.test(key(pieces, i + 1)))
    return { count: small, at: i + 1, approximate: false };
  const number = numberAt(pieces, i);
  if (number !== null && !number.share) {
    // "two to three weeks", "12 to 18 months": the shorter is told.
    const joint = key(pieces, number.to);
    const dash = isDash(pieces[number.to]) && pieces[number.to]!.gap === (pieces[number.to + 1]?.gap ?? true);
    const second = joint === 'to' || joint === 'or' || dash ? numberAt(pieces, number.to + 1) : null;
    if (second !== null && second.value > number.value && TIME_UNITS[key(pieces, second.to)] !== undefined)
      return { count: number.value, at: second.to, approximate: true };
    return { count: number.value, at: number.to, approximate: false };
  }
  if (word === 'a' || word === 'an')
    return {
      count: 1,
      at: /^(?:full|whole|further|mere)$/.test(key(pieces, i + 1)) ? i + 2 : i + 1,
      approximate: false,
    };
  return BARE_UNITS.test(word) ? { count: null, at: i, approximate: false } : null;
}

/** "two years", "10-day", "several weeks", "a year", "years": with "ago", "earlier", "later", "from now". */
export function durationAt(pieces: readonly Piece[], i: number): TimePhrase | null {
  const word = key(pieces, i);
  if (/^(?:nearly|almost|about|around|roughly|approximately|some)$/.test(word)) {
    const inner =
      pieces[i + 1]?.type === 'mark' || pieces[i + 1] === undefined ? null : durationAt(pieces, i + 1);
    if (inner !== null && !VAGUE.test(key(pieces, i + 1)))
      return phrase(i, inner.to, inner.meaning, 'APPROX');
    if (word !== 'some') return null;
  }
  const counted = countAt(pieces, i);
  if (counted === null) return null;
  let { count } = counted;
  let { at } = counted;
  const prior = key(pieces, i - 1);
  const bare = at === i;
  if (bare && /^(?:days|hours|minutes)$/.test(word) && !/^(?:for|in|of|within|over|after|or)$/.test(prior))
    return null;
  // "hundreds of years": how many is a figure's to say.
  if (
    bare &&
    prior === 'of' &&
    /^(?:hundreds|thousands|dozens|tens|millions|scores)$/.test(key(pieces, i - 2))
  )
    return null;
  if ((word === 'a' || word === 'an') && isDash(pieces[i - 1]) && !pieces[i]!.gap) return null;
  let hyphen = false;
  if (isDash(pieces[at]) && pieces[at]!.gap === (pieces[at + 1]?.gap ?? true)) {
    hyphen = !pieces[at]!.gap;
    at++;
  }
  if (
    /^(?:more|full|straight|consecutive|fiscal|calendar|working|business|trading|additional|past|last|whole|long|short|solid)$/.test(
      key(pieces, at),
    ) &&
    !hyphen
  )
    at++;
  const unit = TIME_UNITS[key(pieces, at)];
  if (unit === undefined || (unit === 'WE' && count === null)) return null;
  const plural = key(pieces, at).endsWith('s');
  // "three quarters of a billion"
  if (unit === 'Q' && key(pieces, at + 1) === 'of' && /^(?:an?|the|all|its|their)$/.test(key(pieces, at + 2)))
    return null;
  if (unit === 'Q' && (hyphen || (count !== null && (count > 12 || count <= 1)) || !plural)) return null;
  if (key(pieces, at) === 'second' && (count === null || word === 'a') && !secondOfTime(pieces, at))
    return null;
  if ((unit === 'TS' || unit === 'TM') && key(pieces, at).length === 3 && word === 'a') return null;
  if (count === null && /^(?:some|recent|several|few|many)$/.test(word) && !plural && !hyphen) return null;
  let to = at + 1;
  if (isAge(pieces, to)) return null;
  if (
    key(pieces, to) === 'and' &&
    key(pieces, to + 1) === 'a' &&
    key(pieces, to + 2) === 'half' &&
    count !== null
  ) {
    count += 0.5;
    to += 3;
  }
  let approximate = counted.approximate;
  if (
    key(pieces, to) === 'or' &&
    (key(pieces, to + 1) === 'so' || (count === 1 && key(pieces, to + 1) === 'two'))
  ) {
    approximate = true;
    to += 2;
  }
  const related = relatedTo(pieces, to, unit, count);
  if (related !== null) return phrase(i, related.to, related.meaning, approximate ? 'APPROX' : null);
  if ((word === 'a' || word === 'an') && count === 1 && isRate(pieces, i))
    return phrase(i, to, { kind: 'set', value: durationValue(1, unit) });
  return phrase(
    i,
    to,
    { kind: 'duration', value: durationValue(count, unit) },
    approximate ? 'APPROX' : null,
  );
}

/** "a second" of time ends its phrase; "a second group" is a rank. */
function secondOfTime(pieces: readonly Piece[], at: number): boolean {
  const next = pieces[at + 1];
  return (
    next === undefined ||
    next.type === 'mark' ||
    /^(?:or|later|ago|to|before|after|and|earlier)$/.test(next.key)
  );
}

/** Ages are figures. */
function isAge(pieces: readonly Piece[], at: number): boolean {
  return (
    (isDash(pieces[at]) && /^olds?$/.test(key(pieces, at + 1))) ||
    key(pieces, at) === 'old' ||
    (key(pieces, at) === 'of' && key(pieces, at + 1) === 'age')
  );
}

/** "ago", "earlier", "later", "from now" behind a length of time: a point of time. */
function relatedTo(
  pieces: readonly Piece[],
  to: number,
  unit: string,
  count: number | null,
): { readonly to: number; readonly meaning: TimeMeaning } | null {
  const follow = key(pieces, to);
  if (isDash(pieces[to]) && /^(?:ago|earlier)$/.test(key(pieces, to + 1)) && count !== null)
    return { to: to + 2, meaning: { kind: 'ago', unit, count } };
  if (follow === 'ago' || (follow === 'earlier' && count === null))
    return {
      to: to + 1,
      meaning: count === null ? { kind: 'value', value: 'PAST_REF' } : { kind: 'ago', unit, count },
    };
  if (follow === 'earlier')
    return { to: to + 1, meaning: { kind: 'ago', unit, count: count!, narrative: true } };
  if (follow === 'later')
    return count === null
      ? { to, meaning: { kind: 'duration', value: durationValue(null, unit) } }
      : { to: to + 1, meaning: { kind: 'after', unit, count } };
  if (follow === 'from' && /^(?:now|today)$/.test(key(pieces, to + 1)) && count !== null)
    return { to: to + 2, meaning: { kind: 'ago', unit, count: -count } };
  return null;
}

/** "$5 million a year", "twice a week": a number, a sum or a count stands before. */
function isRate(pieces: readonly Piece[], i: number): boolean {
  const before = key(pieces, i - 1);
  return (
    /^(?:once|twice|times|million|billion|hours|days|miles|percent|%|dollars|cents|people|tons|barrels)$/.test(
      before,
    ) || pieces[i - 1]?.type === 'number'
  );
}

/** Halves of these units are written in the smaller one: P1Y6M, PT1H30M. */
const HALVES: Readonly<Record<string, string>> = { Y: '6M', TH: '30M', TM: '30S' };

/** ISO 8601 duration; X where the count is not told. */
export function durationValue(count: number | null, unit: string): string {
  if (count === null) {
    const letters: Readonly<Record<string, string>> = { E: 'PXE', C: 'PXC', F: 'PXW', N: 'PXD', WE: 'PXW' };
    return letters[unit] ?? (unit.startsWith('T') ? `PTX${unit[1]}` : `PX${unit}`);
  }
  const times = { E: 10, C: 100, F: 2 }[unit] ?? 1;
  const letter = { E: 'Y', C: 'Y', F: 'W', N: 'D' }[unit] ?? unit;
  const amount = Number((count * times).toPrecision(6));
  const half = HALVES[letter];
  if (half !== undefined && amount % 1 === 0.5) {
    const whole = Math.floor(amount);
    const head = whole === 0 ? '' : `${whole}${letter.at(-1)}`;
    return letter.startsWith('T') ? `PT${head}${half}` : `P${head}${half}`;
  }
  return letter.startsWith('T') ? `PT${amount}${letter[1]}` : `P${amount}${letter}`;
}
