import { DAY_PARTS, REFERENCES, SEASONS, TIME_UNITS, WEEKDAYS } from '../../language/en/months.js';
import { ORDINALS, SMALL_NUMBERS } from '../../language/en/numbers.js';
import { EDGES, POSITIONS, SHIFTS } from '../../language/en/time-words.js';
import { isDash, type Piece } from '../lexer.js';
import { dayMonth, decade, monthAt, monthPhrase, weekdayPhrase } from './dates.js';
import { durationAt, durationValue } from './durations.js';
import { holidayAt } from './holidays.js';
import { key, phrase, type Shift, stop, type TimePhrase } from './meanings.js';
import { halfAt, quarterAt } from './quarters.js';
import { wordYearAt, yearAt } from './years.js';

type Reader = (pieces: readonly Piece[], i: number) => TimePhrase | null;

/** "last month", "next Friday", "this summer", "past two years"; `at` is the piece after the shifting word. */
export function shifted(pieces: readonly Piece[], from: number, at: number, shift: Shift): TimePhrase | null {
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
  const holiday = holidayAt(pieces, at, shift);
  if (holiday !== null) return phrase(from, holiday.to, holiday.meaning);
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
  if (unit !== undefined) return shiftedUnit(pieces, from, at, shift, unit, offset);
  if (shift === 'this') return null;
  const duration = durationAt(pieces, at);
  return duration !== null && duration.meaning.kind === 'duration'
    ? phrase(from, duration.to, duration.meaning, duration.mod)
    : null;
}

function shiftedUnit(
  pieces: readonly Piece[],
  from: number,
  at: number,
  shift: Shift,
  unit: string,
  offset: number,
): TimePhrase | null {
  const word = key(pieces, at);
  if (word.endsWith('s') && word !== 's')
    return phrase(from, at + 1, { kind: 'duration', value: durationValue(null, unit) });
  if (unit === 'N') return null;
  // "last year's first quarter"
  if (unit === 'Y' && /^['’]$/.test(key(pieces, at + 1)) && key(pieces, at + 2) === 's') {
    const quarter = quarterAt(pieces, at + 3);
    if (quarter?.meaning.kind === 'quarter' && quarter.meaning.year === null)
      return phrase(from, quarter.to, { ...quarter.meaning, shift });
  }
  const or = key(pieces, at + 1) === 'or' && key(pieces, at + 2) === 'so';
  const narrative =
    pieces[from]!.key === 'the' && /^(?:following|next|previous|preceding)$/.test(key(pieces, at - 1));
  if (narrative && unit !== 'WE')
    return phrase(from, at + 1, { kind: 'after', unit, count: shift === 'next' ? 1 : -1 });
  return phrase(from, or ? at + 3 : at + 1, { kind: 'unit', unit, offset }, or ? 'APPROX' : null);
}

/** Phrases after "the": "the third quarter", "the past two months", "the weekend", "the end of the year". `read` reads what it holds. */
export function articled(pieces: readonly Piece[], i: number, read: Reader): TimePhrase | null {
  const at = i + 1;
  const piece = pieces[at];
  if (piece === undefined || (piece.type === 'mark' && !/^['’‘]$/.test(piece.text))) return null;
  const found =
    periodOf(pieces, i) ??
    edgeOf(pieces, i, read) ??
    weekOf(pieces, i, read) ??
    theUnit(pieces, i) ??
    theDay(pieces, i) ??
    theShifted(pieces, i) ??
    nthWeekdayOf(pieces, i, read) ??
    partOf(pieces, i, read) ??
    theSeason(pieces, i, read) ??
    centuryAt(pieces, i);
  if (found !== null) return found;
  const word = piece.key;
  if (/^['’‘]$/.test(word) || piece.type === 'number' || /(?:ties|ies)$/.test(word)) {
    const years = decade(pieces, /^['’‘]$/.test(word) ? at + 1 : at);
    if (years !== null) return phrase(i, years.to, years.meaning);
  }
  const reference = REFERENCES[`the ${word}`] ?? REFERENCES[`the ${word} ${key(pieces, at + 1)}`];
  if (reference !== undefined && !isLength(pieces, at + 1))
    return phrase(i, REFERENCES[`the ${word}`] === undefined ? at + 2 : at + 1, {
      kind: 'value',
      value: reference,
    });
  const duration =
    piece.type === 'number' || SMALL_NUMBERS[word] !== undefined ? durationAt(pieces, at) : null;
  return duration !== null && duration.meaning.kind === 'duration'
    ? phrase(i, duration.to, duration.meaning, duration.mod)
    : null;
}

/** A unit, or a number of units, follows: "the past two quarters". */
function isLength(pieces: readonly Piece[], at: number): boolean {
  const word = key(pieces, at);
  return (
    TIME_UNITS[word] !== undefined ||
    SEASONS[word.replace(/s$/, '')] !== undefined ||
    SMALL_NUMBERS[word] !== undefined ||
    pieces[at]?.type === 'number' ||
    /^(?:few|several|couple|decade|century)$/.test(word)
  );
}

/** "the third quarter", "the first half of 2019", "the latest quarter", "the 1988 period". */
function periodOf(pieces: readonly Piece[], i: number): TimePhrase | null {
  const at = i + 1;
  const word = key(pieces, at);
  const quarter = quarterAt(pieces, at) ?? halfAt(pieces, at);
  if (quarter !== null) return phrase(i, quarter.to, quarter.meaning);
  if (yearAt(pieces, at) !== null && key(pieces, at + 1) === 'quarter')
    return phrase(i, at + 2, { kind: 'quarter', quarter: null, year: pieces[at]!.value, shift: null });
  if (yearAt(pieces, at) !== null && key(pieces, at + 1) === 'period')
    return phrase(i, at + 2, { kind: 'year', year: pieces[at]!.value });
  if (word === 'latest' && /^(?:quarter|period)$/.test(key(pieces, at + 1)))
    return phrase(i, at + 2, { kind: 'quarter', quarter: null, year: null, shift: 'last' });
  if (word === 'quarter')
    return phrase(i, at + 1, { kind: 'quarter', quarter: null, year: null, shift: null });
  if (word === 'year' && isDash(pieces[at + 1]) && /^(?:earlier|ago)$/.test(key(pieces, at + 2))) {
    const end = /^(?:quarter|period|month)$/.test(key(pieces, at + 3)) ? at + 4 : at + 3;
    return phrase(i, end, { kind: 'ago', unit: 'Y', count: 1 });
  }
  return null;
}

/** "the end of the month", "the middle of October", "the rest of the year" */
function edgeOf(pieces: readonly Piece[], i: number, read: Reader): TimePhrase | null {
  const at = i + 1;
  const mod = EDGES[key(pieces, at)];
  if (mod === undefined || key(pieces, at + 1) !== 'of' || pieces[at + 2] === undefined) return null;
  const inner = read(pieces, at + 2);
  if (inner === null) return null;
  if (inner.meaning.kind === 'duration' && inner.meaning.value === 'P1Y')
    return phrase(i, inner.to, { kind: 'unit', unit: 'Y', offset: 0 }, mod);
  return inner.meaning.kind === 'duration' || inner.meaning.kind === 'set'
    ? null
    : phrase(i, inner.to, inner.meaning, mod);
}

/** "the weekend", "the year", "the fiscal year", "the year 2000", "the year ended June 30" */
function theUnit(pieces: readonly Piece[], i: number): TimePhrase | null {
  const at = i + 1;
  const word = key(pieces, at);
  if (word === 'year' && yearAt(pieces, at + 1) !== null)
    return phrase(i, at + 2, { kind: 'year', year: pieces[at + 1]!.value });
  const spoken = word === 'year' ? wordYearAt(pieces, at + 1) : null;
  if (spoken !== null) return phrase(i, spoken.to, { kind: 'year', year: spoken.year });
  const fiscal = /^(?:fiscal|full|entire|whole|financial|calendar)$/.test(word);
  const unitAt = fiscal ? at + 1 : at;
  const unit = key(pieces, unitAt);
  if (/^(?:weekend|week|month)$/.test(unit) && !fiscal) {
    // "the week of April 10": that week.
    if (unit === 'week' && /^(?:of|beginning|commencing|starting|ending|ended)$/.test(key(pieces, at + 1))) {
      const month = monthAt(pieces, at + 2);
      const date =
        month !== null
          ? monthPhrase(pieces, at + 2, month)
          : pieces[at + 2]?.type === 'number'
            ? dayMonth(pieces, at + 2)
            : null;
      if (date?.meaning.kind === 'date' && date.meaning.day !== null)
        return phrase(i, date.to, { kind: 'weekOf', week: 0, of: date.meaning });
    }
    return phrase(i, at + 1, { kind: 'unit', unit: TIME_UNITS[unit]!, offset: 0 });
  }
  if (unit !== 'year') return null;
  if (/^(?:ended|ending)$/.test(key(pieces, unitAt + 1)) || key(pieces, i - 1) === 'during')
    return phrase(i, unitAt + 1, { kind: 'duration', value: 'P1Y' });
  return phrase(i, unitAt + 1, { kind: 'unit', unit: 'Y', offset: 0 });
}

/** "the day before yesterday", "the morning" */
function theDay(pieces: readonly Piece[], i: number): TimePhrase | null {
  const at = i + 1;
  const word = key(pieces, at);
  if (
    word === 'day' &&
    /^(?:before|after)$/.test(key(pieces, at + 1)) &&
    /^(?:yesterday|tomorrow)$/.test(key(pieces, at + 2))
  )
    return phrase(i, at + 3, { kind: 'day', offset: key(pieces, at + 1) === 'before' ? -2 : 2, part: null });
  if ((word === 'morning' || word === 'evening' || word === 'afternoon') && key(pieces, at + 1) !== 'of')
    return phrase(i, at + 1, { kind: 'day', offset: 0, part: DAY_PARTS[word]! });
  return null;
}

/** "the last month", "the past two years", "the following day", "the first three weeks" */
function theShifted(pieces: readonly Piece[], i: number): TimePhrase | null {
  const at = i + 1;
  const word = key(pieces, at);
  const shift = SHIFTS[word];
  if (shift !== undefined) {
    const found = shifted(pieces, i, at + 1, shift);
    if (found?.meaning.kind === 'unit' && word === 'past')
      return phrase(i, found.to, { kind: 'duration', value: durationValue(1, found.meaning.unit) });
    if (found !== null) return found;
  }
  if (word !== 'first' && word !== 'last' && word !== 'next' && word !== 'final') return null;
  const duration = durationAt(pieces, at + 1);
  return duration === null ? null : phrase(i, duration.to, duration.meaning, duration.mod);
}

/** "the first week of March", "the last week of July" */
function weekOf(pieces: readonly Piece[], i: number, read: Reader): TimePhrase | null {
  const at = i + 1;
  const week = key(pieces, at) === 'last' ? -1 : ORDINALS[key(pieces, at)];
  if (week === undefined || week > 5 || key(pieces, at + 1) !== 'week') return null;
  if (key(pieces, at + 2) !== 'of' && key(pieces, at + 2) !== 'in') return null;
  const month = pieces[at + 3] === undefined ? null : read(pieces, at + 3);
  if (month?.meaning.kind !== 'date' || month.meaning.day !== null) return null;
  return phrase(i, month.to, { kind: 'weekOf', week, of: month.meaning });
}

/** "the second Tuesday in November", "the last Friday of May" */
function nthWeekdayOf(pieces: readonly Piece[], i: number, read: Reader): TimePhrase | null {
  const at = i + 1;
  const n = key(pieces, at) === 'last' ? -1 : ORDINALS[key(pieces, at)];
  const weekday = WEEKDAYS[key(pieces, at + 1)];
  if (n === undefined || n > 5 || weekday === undefined || !/^(?:in|of)$/.test(key(pieces, at + 2)))
    return null;
  const month = read(pieces, at + 3);
  if (month?.meaning.kind !== 'month' && !(month?.meaning.kind === 'date' && month.meaning.day === null))
    return null;
  return phrase(i, month.to, { kind: 'nthWeekday', n, weekday, of: month.meaning });
}

/** "the night of March 4", "the morning of Sept. 11, 2001" */
function partOf(pieces: readonly Piece[], i: number, read: Reader): TimePhrase | null {
  const part = DAY_PARTS[key(pieces, i + 1)];
  if (part === undefined || key(pieces, i + 2) !== 'of') return null;
  const day = read(pieces, i + 3);
  if (day === null || !/^(?:date|weekday|holiday)$/.test(day.meaning.kind)) return null;
  if (day.meaning.kind === 'date' && day.meaning.day === null) return null;
  return phrase(i, day.to, { kind: 'partOf', part, day: day.meaning });
}

/** "the spring of 2018", "the late 1990s" */
function theSeason(pieces: readonly Piece[], i: number, read: Reader): TimePhrase | null {
  const word = key(pieces, i + 1);
  if (SEASONS[word] === undefined && POSITIONS[word] === undefined) return null;
  const inner = read(pieces, i + 1);
  return inner === null || /^(?:duration|set)$/.test(inner.meaning.kind)
    ? null
    : phrase(i, inner.to, inner.meaning, inner.mod);
}

/** "the 20th century", "the eleventh century" */
function centuryAt(pieces: readonly Piece[], i: number): TimePhrase | null {
  const at = pieces[i]!.key === 'the' ? i + 1 : i;
  const digits =
    pieces[at]?.type === 'number' &&
    /^\d\d?$/.test(key(pieces, at)) &&
    /^(?:st|nd|rd|th)$/.test(key(pieces, at + 1));
  const tens = SMALL_NUMBERS[key(pieces, at)];
  const compound = tens === 20 ? ORDINALS[key(pieces, isDash(pieces[at + 1]) ? at + 2 : at + 1)] : undefined;
  const ordinal = digits
    ? pieces[at]!.value
    : compound !== undefined
      ? 20 + compound
      : ORDINALS[key(pieces, at)];
  const word = digits ? at + 2 : compound !== undefined ? (isDash(pieces[at + 1]) ? at + 3 : at + 2) : at + 1;
  if (ordinal === undefined || ordinal < 2 || ordinal > 30 || key(pieces, word) !== 'century') return null;
  return phrase(i, word + 1, { kind: 'value', value: String(ordinal - 1).padStart(2, '0') });
}

export { centuryAt };
