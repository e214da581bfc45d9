import {
  DAY_PARTS,
  MONTHS,
  RECURRENCES,
  REFERENCES,
  SEASONS,
  TIME_UNITS,
  WEEKDAYS,
} from '../../language/en/months.js';
import { ORDINALS, SMALL_NUMBERS } from '../../language/en/numbers.js';
import { OTHER_OPENERS, POSITIONS, SHIFTS } from '../../language/en/time-words.js';
import { isDash, type Piece } from '../lexer.js';
import { clockAt } from './clocks.js';
import {
  bareYear,
  dayMonth,
  decade,
  isoDate,
  monthAt,
  monthPhrase,
  slashDate,
  weekdayPhrase,
  yearAt,
} from './dates.js';
import { durationAt, durationValue, setPhrase } from './durations.js';
import { key, phrase, type Shift, stop, type TimePhrase } from './meanings.js';
import { quarterAt } from './quarters.js';

/** The longest time phrase that starts at piece `i`, or null. */
export function timePhraseAt(pieces: readonly Piece[], i: number): TimePhrase | null {
  const piece = pieces[i]!;
  if (piece.type === 'mark' || (piece.type === 'word' && !OPENERS.has(piece.key))) return null;
  const found = piece.type === 'number' ? numeric(pieces, i) : (worded(pieces, i) ?? durationAt(pieces, i));
  return found === null || found.to > pieces.length ? null : found;
}

const REFERENCE_OPENERS: ReadonlySet<string> = new Set(
  Object.keys(REFERENCES).map((words) => words.split(' ')[0]!),
);

/** Every word that can open a phrase of time: most words cannot, and are passed over at once. */
const OPENERS: ReadonlySet<string> = new Set([
  ...[MONTHS, WEEKDAYS, SEASONS, RECURRENCES, SHIFTS, SMALL_NUMBERS, ORDINALS].flatMap(Object.keys),
  ...REFERENCE_OPENERS,
  ...POSITIONS,
  ...OTHER_OPENERS,
]);

function numeric(pieces: readonly Piece[], i: number): TimePhrase | null {
  const piece = pieces[i]!;
  const before = pieces[i - 1];
  if (before !== undefined && !before.gap && /^[$£€#]$/.test(before.text)) return null;
  if (before?.type === 'mark' && /^[$£€#]$/.test(before.text)) return null;
  return (
    isoDate(pieces, i) ??
    slashDate(pieces, i) ??
    clockAt(pieces, i) ??
    dayMonth(pieces, i) ??
    decade(pieces, i) ??
    bareYear(pieces, i) ??
    durationAt(pieces, i, piece.value)
  );
}

/** Phrases that start with a word. */
function worded(pieces: readonly Piece[], i: number): TimePhrase | null {
  const first = key(pieces, i);
  const hour = SMALL_NUMBERS[first];
  if (hour !== undefined && hour >= 1 && hour <= 12 && /^o['’]clock$/.test(key(pieces, i + 1)))
    return phrase(i, i + 2, { kind: 'clock', hour, minute: 0, exact: true });
  const month = monthAt(pieces, i);
  if (month !== null) return monthPhrase(pieces, i, month);
  const weekday = WEEKDAYS[first];
  if (
    weekday !== undefined &&
    /^\p{Lu}/u.test(pieces[i]!.text) &&
    (first.length > 4 || pieces[i + 1]?.text === '.' || monthAt(pieces, i + 2) !== null)
  )
    return weekdayPhrase(pieces, i, weekday);
  if (first === 'the' || first === 'a' || first === 'an' || first === 'one') {
    const found = articled(pieces, i);
    if (found !== null) return found;
  }
  if (POSITIONS.has(first)) {
    let next = i + 1;
    if (isDash(pieces[next])) next++;
    if (key(pieces, next) === 'in' || key(pieces, next) === 'on' || key(pieces, next) === 'of') next++;
    if (key(pieces, next) === 'the') next++;
    if (pieces[next] !== undefined && pieces[next]!.type !== 'mark') {
      const inner =
        pieces[next]!.type === 'number'
          ? yearAt(pieces, next) !== null
            ? numeric(pieces, next)
            : null
          : worded(pieces, next);
      if (
        inner !== null &&
        inner.meaning.kind !== 'value' &&
        inner.meaning.kind !== 'duration' &&
        inner.meaning.kind !== 'set'
      )
        return phrase(i, inner.to, inner.meaning);
    }
  }
  if (first === 'today' || first === 'yesterday' || first === 'tomorrow' || first === 'tonight') {
    const offset = first === 'yesterday' ? -1 : first === 'tomorrow' ? 1 : 0;
    const part = first === 'tonight' ? 'TNI' : DAY_PARTS[key(pieces, i + 1)];
    return phrase(i, part !== undefined && first !== 'tonight' ? i + 2 : i + 1, {
      kind: 'day',
      offset,
      part: part ?? null,
    });
  }
  if (first === 'last' && key(pieces, i + 1) === 'night')
    return phrase(i, i + 2, { kind: 'day', offset: -1, part: 'TNI' });
  if (first === 'overnight') return phrase(i, i + 1, { kind: 'day', offset: 0, part: 'TNI' });
  const shift = SHIFTS[first];
  if (shift !== undefined) {
    const found = shifted(pieces, i, i + 1, shift);
    if (found !== null) return found;
  }
  const season = SEASONS[first];
  if (season !== undefined) {
    let at = i + 1;
    if (key(pieces, at) === 'of') at++;
    const year = yearAt(pieces, at);
    if (year !== null) return phrase(i, at + 1, { kind: 'season', season, shift: null, year });
    if (/^(?:in|the|by|since|until|of)$/.test(key(pieces, i - 1)) && first !== 'fall' && first !== 'spring')
      return phrase(i, i + 1, { kind: 'season', season, shift: null, year: null });
  }
  if (first === 'every' || first === 'each') return setPhrase(pieces, i);
  if (first === 'noon' || first === 'midnight' || first === 'midday')
    return phrase(i, i + 1, { kind: 'clock', hour: first === 'midnight' ? 0 : 12, minute: 0, exact: true });
  if (first === 'fiscal' && yearAt(pieces, i + 1) !== null)
    return phrase(i, i + 2, { kind: 'year', year: pieces[i + 1]!.value });
  const quarter = quarterAt(pieces, i);
  if (quarter !== null) return quarter;
  if (first === 'year' && isDash(pieces[i + 1])) {
    const follow = key(pieces, i + 2);
    if (follow === 'end') return phrase(i, i + 3, { kind: 'unit', unit: 'Y', offset: 0 });
    if (follow === 'earlier' || follow === 'ago')
      return phrase(i, i + 3, { kind: 'ago', unit: 'Y', count: 1 });
  }
  const recurrence = RECURRENCES[first];
  if (recurrence !== undefined) return phrase(i, i + 1, { kind: 'set', value: recurrence });
  if (!REFERENCE_OPENERS.has(first)) return null;
  for (let n = 3; n > 0; n--) {
    const words = pieces
      .slice(i, i + n)
      .map((p) => p.key)
      .join(' ');
    const reference = REFERENCES[words];
    if (reference === undefined) continue;
    const past = words === 'the past' && TIME_UNITS[key(pieces, i + 2)] !== undefined;
    if (past) continue;
    return phrase(i, i + n, { kind: 'value', value: reference });
  }
  return null;
}

/** "last month", "next Friday", "this summer", "past two years"; `at` is the piece after the shifting word. */
function shifted(pieces: readonly Piece[], from: number, at: number, shift: Shift): TimePhrase | null {
  const word = key(pieces, at);
  const month = monthAt(pieces, at);
  if (month !== null) {
    const inner = monthPhrase(pieces, at, month);
    if (inner?.meaning.kind === 'date' && (inner.meaning.day !== null || inner.meaning.year !== null))
      return phrase(from, inner.to, inner.meaning);
    return phrase(from, stop(pieces, at + 1), { kind: 'month', month, shift });
  }
  const weekday = WEEKDAYS[word];
  if (weekday !== undefined && word.length > 4) {
    const inner = weekdayPhrase(pieces, at, weekday);
    return phrase(
      from,
      inner.to,
      inner.meaning.kind === 'weekday' ? { ...inner.meaning, shift } : inner.meaning,
    );
  }
  const season = SEASONS[word];
  if (season !== undefined) return phrase(from, at + 1, { kind: 'season', season, shift, year: null });
  const offset = shift === 'last' ? -1 : shift === 'next' ? 1 : 0;
  if (/^(?:fiscal|financial|calendar|school|full)$/.test(word) && key(pieces, at + 1) === 'year')
    return phrase(from, at + 2, { kind: 'unit', unit: 'Y', offset });
  if (word === 'quarter' || (word === 'fiscal' && key(pieces, at + 1) === 'quarter'))
    return phrase(from, at + (word === 'fiscal' ? 2 : 1), {
      kind: 'quarter',
      quarter: null,
      year: null,
      shift,
    });
  const part = DAY_PARTS[word];
  if (part !== undefined && shift === 'this') return phrase(from, at + 1, { kind: 'day', offset: 0, part });
  const unit = TIME_UNITS[word];
  if (unit !== undefined) {
    if (word.endsWith('s') && word !== 's') {
      return phrase(from, at + 1, { kind: 'duration', value: durationValue(null, unit) });
    }
    if (unit === 'N') return null;
    if (shift === 'this' && unit === 'Y' && /^['’]$/.test(key(pieces, at + 1))) {
      const quarter = quarterAt(pieces, at + 3);
      if (quarter?.meaning.kind === 'quarter') return phrase(from, quarter.to, { ...quarter.meaning, shift });
    }
    return phrase(from, at + 1, { kind: 'unit', unit, offset });
  }
  if (shift !== 'this') {
    const duration = durationAt(pieces, at);
    if (duration !== null && duration.meaning.kind === 'duration')
      return phrase(from, duration.to, duration.meaning);
  }
  return null;
}

/** Phrases after an article: "the third quarter", "a year ago", "the past two months", "the weekend", "the year". */
function articled(pieces: readonly Piece[], i: number): TimePhrase | null {
  const first = key(pieces, i);
  const at = i + 1;
  const word = key(pieces, at);
  if (pieces[at]?.type === 'mark') return null;
  if (first === 'the') {
    const quarter = quarterAt(pieces, at);
    if (quarter !== null) return phrase(i, quarter.to, quarter.meaning);
    if (
      (word === 'first' || word === 'second') &&
      key(pieces, at + 1) === 'half' &&
      key(pieces, at + 2) === 'of'
    ) {
      let y = at + 3;
      if (key(pieces, y) === 'the' || key(pieces, y) === 'this') y++;
      const year = yearAt(pieces, y);
      if (year !== null || key(pieces, y) === 'year')
        return phrase(i, y + 1, { kind: 'half', half: word === 'first' ? 1 : 2, year });
    }
    const edge = /^(?:end|beginning|start|middle|close)$/.test(word) && key(pieces, at + 1) === 'of';
    if (edge) {
      const inner = pieces[at + 2] === undefined ? null : timePhraseAt(pieces, at + 2);
      if (inner !== null && inner.meaning.kind !== 'duration' && inner.meaning.kind !== 'set')
        return phrase(i, inner.to, inner.meaning);
    }
    if (word === 'year' && yearAt(pieces, at + 1) !== null)
      return phrase(i, at + 2, { kind: 'year', year: pieces[at + 1]!.value });
    if ((word === 'late' || word === 'early') && pieces[at + 1]?.type === 'number') {
      const inner = decade(pieces, at + 1);
      if (inner !== null) return phrase(i, inner.to, inner.meaning);
    }
    if (yearAt(pieces, at) !== null && /^(?:period|quarter)$/.test(key(pieces, at + 1)))
      return phrase(i, at + 2, { kind: 'quarter', quarter: null, year: pieces[at]!.value, shift: null });
    if (word === 'year' && isDash(pieces[at + 1]) && /^(?:earlier|ago)$/.test(key(pieces, at + 2))) {
      const end = /^(?:quarter|period|month)$/.test(key(pieces, at + 3)) ? at + 4 : at + 3;
      return phrase(i, end, { kind: 'ago', unit: 'Y', count: 1 });
    }
    if (word === 'latest' && /^(?:quarter|period)$/.test(key(pieces, at + 1)))
      return phrase(i, at + 2, { kind: 'quarter', quarter: null, year: null, shift: 'last' });
    if (word === 'quarter')
      return phrase(i, at + 1, { kind: 'quarter', quarter: null, year: null, shift: null });
    if (word === 'weekend' || word === 'week' || word === 'month')
      return phrase(i, at + 1, { kind: 'unit', unit: TIME_UNITS[word]!, offset: 0 });
    if (word === 'year') {
      const prior = key(pieces, i - 1);
      return phrase(
        i,
        at + 1,
        /^(?:for|over|during|of|through)$/.test(prior)
          ? { kind: 'duration', value: 'P1Y' }
          : { kind: 'unit', unit: 'Y', offset: 0 },
      );
    }
    if (/^(?:fiscal|full|entire|whole)$/.test(word) && key(pieces, at + 1) === 'year')
      return phrase(i, at + 2, { kind: 'unit', unit: 'Y', offset: 0 });
    if (
      word === 'day' &&
      /^(?:before|after)$/.test(key(pieces, at + 1)) &&
      /^(?:yesterday|tomorrow)$/.test(key(pieces, at + 2))
    ) {
      return phrase(i, at + 3, {
        kind: 'day',
        offset: key(pieces, at + 1) === 'before' ? -2 : 2,
        part: null,
      });
    }
    if (word === 'same' && /^(?:day|time|year|month|week)$/.test(key(pieces, at + 1))) return null;
    if (word === 'morning' || word === 'evening' || word === 'afternoon')
      return phrase(i, at + 1, { kind: 'day', offset: 0, part: DAY_PARTS[word]! });
    const shift = SHIFTS[word];
    if (shift !== undefined) {
      const found = shifted(pieces, i, at + 1, shift);
      if (found?.meaning.kind === 'unit' && word === 'past')
        return phrase(i, found.to, { kind: 'duration', value: durationValue(1, found.meaning.unit) });
      if (found !== null) return found;
    }
    if (word === 'first' || word === 'last' || word === 'next') {
      const duration = durationAt(pieces, at + 1);
      if (duration !== null) return phrase(i, duration.to, duration.meaning);
    }
    const hundred =
      ORDINALS[word] ??
      (pieces[at]?.type === 'number' && /^\d\d$/.test(word) && /^(?:st|nd|rd|th)$/.test(key(pieces, at + 1))
        ? pieces[at]!.value
        : undefined);
    const c = pieces[at]?.type === 'number' ? at + 2 : at + 1;
    if (hundred !== undefined && key(pieces, c) === 'century')
      return phrase(i, c + 1, { kind: 'value', value: String(hundred - 1).padStart(2, '0') });
    const reference = REFERENCES[`the ${word}`];
    if (reference !== undefined && TIME_UNITS[key(pieces, at + 1)] === undefined)
      return phrase(i, at + 1, { kind: 'value', value: reference });
    const duration =
      pieces[at]?.type === 'number' || SMALL_NUMBERS[word] !== undefined ? durationAt(pieces, at) : null;
    if (duration !== null && duration.meaning.kind === 'duration')
      return phrase(i, duration.to, duration.meaning);
    return null;
  }
  return null;
}
