import { DAY_PARTS, TIME_UNITS, WEEKDAYS } from '../../language/en/months.js';
import { numberAt } from '../figures/numbers.js';
import { isDash, type Piece } from '../lexer.js';
import { monthAt } from './dates.js';
import { key, phrase, type TimePhrase } from './meanings.js';

export function setPhrase(pieces: readonly Piece[], i: number): TimePhrase | null {
  let at = i + 1;
  let count = 1;
  if (key(pieces, at) === 'other') {
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
  if (weekday !== undefined && word.length > 4)
    return phrase(i, at + 1, { kind: 'set', value: `XXXX-WXX-${weekday}` });
  const month = monthAt(pieces, at);
  if (month !== null)
    return phrase(i, at + 1, { kind: 'set', value: `XXXX-${String(month).padStart(2, '0')}` });
  const part = DAY_PARTS[word];
  if (part !== undefined) return phrase(i, at + 1, { kind: 'set', value: `XXXX-XX-XX${part}` });
  const unit = TIME_UNITS[word];
  if (unit === undefined) return null;
  return phrase(i, at + 1, { kind: 'set', value: durationValue(count, unit) });
}

/** "two years", "10-day", "several weeks", "a year", "years": with "ago", "earlier", "later", "from now". */
export function durationAt(pieces: readonly Piece[], i: number, _value?: number): TimePhrase | null {
  const word = key(pieces, i);
  let count: number | null = null;
  let at = i;
  let vague = false;
  if (/^(?:nearly|almost|about|roughly|approximately)$/.test(word)) {
    const inner =
      pieces[i + 1] !== undefined && pieces[i + 1]!.type !== 'mark' ? durationAt(pieces, i + 1) : null;
    return inner === null ? null : phrase(i, inner.to, inner.meaning);
  }
  if (
    word === 'several' ||
    word === 'few' ||
    word === 'many' ||
    word === 'recent' ||
    word === 'some' ||
    word === 'couple'
  ) {
    at = i + 1;
    vague = true;
  } else if ((word === 'a' || word === 'the') && /^(?:few|couple)$/.test(key(pieces, i + 1))) {
    at = i + 2;
    if (key(pieces, at) === 'of') at++;
    vague = true;
  } else if (word === 'a' || word === 'an') {
    const number = numberAt(pieces, i);
    if (number !== null) {
      count = number.value;
      at = number.to;
    } else {
      count = 1;
      at = i + 1;
      if (key(pieces, at) === 'full') at++;
    }
  } else if (
    word === 'half' &&
    /^an?$/.test(key(pieces, i + 1)) &&
    TIME_UNITS[key(pieces, i + 2)] !== undefined
  ) {
    count = 0.5;
    at = i + 2;
  } else {
    const number = numberAt(pieces, i);
    if (number !== null) {
      count = number.value;
      at = number.to;
    } else if (/^(?:years|months|weeks|decades|centuries|days)$/.test(word)) {
      vague = true;
      const prior = key(pieces, i - 1);
      if (word === 'days' && !/^(?:for|in|of|within|over|after|or)$/.test(prior)) return null;
    } else return null;
  }
  if ((word === 'a' || word === 'an') && isDash(pieces[i - 1]) && !pieces[i]!.gap) return null;
  let hyphen = false;
  if (isDash(pieces[at]) && !pieces[at]!.gap) {
    at++;
    hyphen = true;
  }
  if (
    /^(?:more|full|straight|consecutive|fiscal|calendar|working|business|additional|past|last)$/.test(
      key(pieces, at),
    ) &&
    !hyphen
  )
    at++;
  const unit = TIME_UNITS[key(pieces, at)];
  if (
    unit === undefined ||
    unit === 'WE' ||
    (unit === 'Q' && (count === null || hyphen || count > 12 || count <= 1))
  )
    return null;
  if (key(pieces, at) === 'second' && count === null) return null;
  if ((unit === 'TS' || unit === 'TM') && key(pieces, at).length === 3 && word === 'a') return null;
  let to = at + 1;
  // Ages are figures.
  if (
    (isDash(pieces[to]) && key(pieces, to + 1) === 'old') ||
    key(pieces, to) === 'old' ||
    (key(pieces, to) === 'of' && key(pieces, to + 1) === 'age')
  )
    return null;
  if (
    key(pieces, to) === 'and' &&
    key(pieces, to + 1) === 'a' &&
    key(pieces, to + 2) === 'half' &&
    count !== null
  ) {
    count += 0.5;
    to += 3;
  }
  const follow = key(pieces, to);
  if (isDash(pieces[to]) && /^(?:ago|earlier)$/.test(key(pieces, to + 1)) && count !== null)
    return phrase(i, to + 2, { kind: 'ago', unit, count });
  if (/^(?:ago|earlier)$/.test(follow))
    return count === null
      ? phrase(i, to + 1, { kind: 'value', value: 'PAST_REF' })
      : phrase(i, to + 1, { kind: 'ago', unit, count });
  if (follow === 'later')
    return count === null
      ? phrase(i, to + 1, { kind: 'value', value: 'FUTURE_REF' })
      : phrase(i, to, { kind: 'duration', value: durationValue(count, unit) });
  if (follow === 'from' && key(pieces, to + 1) === 'now' && count !== null)
    return phrase(i, to + 2, { kind: 'ago', unit, count: -count });
  if ((word === 'a' || word === 'an') && count === 1 && isRate(pieces, i))
    return phrase(i, to, { kind: 'set', value: durationValue(1, unit) });
  if (vague && word === 'some' && !key(pieces, at).endsWith('s')) return null;
  if (vague && word === 'recent' && !key(pieces, at).endsWith('s')) return null;
  return phrase(i, to, { kind: 'duration', value: durationValue(count, unit) });
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

/** ISO 8601 duration; X where the count is not told. */
export function durationValue(count: number | null, unit: string): string {
  const times = unit === 'E' ? 10 : unit === 'C' ? 100 : unit === 'F' ? 2 : 1;
  const letter =
    unit === 'E' || unit === 'C'
      ? 'Y'
      : unit === 'F'
        ? 'W'
        : unit === 'N' || unit === 'WE'
          ? 'D'
          : unit === 'Q'
            ? 'Q'
            : unit;
  if (count === null) return unit === 'E' ? 'PXE' : unit.startsWith('T') ? `PTX${letter[1]}` : `PX${letter}`;
  const amount = Number((count * times).toPrecision(6));
  return letter.startsWith('T') ? `PT${amount}${letter[1]}` : `P${amount}${letter}`;
}
