import {
  DAY_PARTS,
  MONTHS,
  RECURRENCES,
  REFERENCES,
  SEASONS,
  TIME_UNITS,
  TIME_ZONES,
  WEEKDAYS,
} from '../language/en/months.js';
import { ORDINALS, SMALL_NUMBERS } from '../language/en/numbers.js';
import { isDash, type Piece } from './lexer.js';
import { numberAt } from './number-phrases.js';

/** What a phrase of time means before it is resolved against a date. */
export type TimeMeaning =
  | {
      readonly kind: 'date';
      readonly year: number | null;
      readonly month: number;
      readonly day: number | null;
    }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'value'; readonly value: string }
  | {
      readonly kind: 'weekday';
      readonly weekday: number;
      readonly shift: Shift | null;
      readonly part: string | null;
    }
  | { readonly kind: 'day'; readonly offset: number; readonly part: string | null }
  | { readonly kind: 'month'; readonly month: number; readonly shift: Shift }
  | {
      readonly kind: 'season';
      readonly season: string;
      readonly shift: Shift | null;
      readonly year: number | null;
    }
  | { readonly kind: 'unit'; readonly unit: string; readonly offset: number }
  | { readonly kind: 'ago'; readonly unit: string; readonly count: number }
  | {
      readonly kind: 'quarter';
      readonly quarter: number | null;
      readonly year: number | null;
      readonly shift: Shift | null;
    }
  | { readonly kind: 'half'; readonly half: number; readonly year: number | null }
  | { readonly kind: 'duration'; readonly value: string }
  | { readonly kind: 'set'; readonly value: string }
  | { readonly kind: 'clock'; readonly hour: number; readonly minute: number; readonly exact: boolean };

export type Shift = 'last' | 'this' | 'next';

export interface TimePhrase {
  readonly from: number;
  /** Half-open, in pieces. */
  readonly to: number;
  readonly meaning: TimeMeaning;
}

const SHIFTS: Readonly<Record<string, Shift>> = {
  last: 'last',
  past: 'last',
  previous: 'last',
  preceding: 'last',
  prior: 'last',
  this: 'this',
  current: 'this',
  next: 'next',
  coming: 'next',
  following: 'next',
  upcoming: 'next',
};
/** Words before a phrase that belong to it and do not change its value at the precision kept. */
const POSITIONS = new Set(['early', 'earlier', 'late', 'later', 'mid', 'middle']);
const YEAR_CUES = new Set(
  'in since by of from until till through to during before after late early mid fiscal year and between circa around spring summer autumn fall winter end throughout for'.split(
    ' ',
  ),
);

/** The longest time phrase that starts at piece `i`, or null. */
export function timePhraseAt(pieces: readonly Piece[], i: number): TimePhrase | null {
  const piece = pieces[i]!;
  if (piece.type === 'mark' || (piece.type === 'word' && !OPENERS.has(piece.key))) return null;
  const found = piece.type === 'number' ? numeric(pieces, i) : (worded(pieces, i) ?? durationAt(pieces, i));
  return found === null || found.to > pieces.length ? null : found;
}

/** Every word that can open a phrase of time: most words cannot, and are passed over at once. */
const OPENERS: ReadonlySet<string> = new Set([
  ...[MONTHS, WEEKDAYS, SEASONS, RECURRENCES, SHIFTS, SMALL_NUMBERS, ORDINALS].flatMap(Object.keys),
  ...Object.keys(REFERENCES).map((words) => words.split(' ')[0]!),
  ...POSITIONS,
  ...'the a an one today yesterday tomorrow tonight overnight every each noon midnight midday fiscal year years months weeks decades centuries days q half several few many recent some couple nearly almost about roughly approximately hundred thousand million billion dozen quarter'.split(
    ' ',
  ),
]);

function phrase(from: number, to: number, meaning: TimeMeaning): TimePhrase {
  return { from, to, meaning };
}

const key = (pieces: readonly Piece[], i: number): string => pieces[i]?.key ?? '';

const ABBREVIATED =
  /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu|thurs?|fri|sat|sun)$/;

/** Skips the full stop of an abbreviated month or day. */
function stop(pieces: readonly Piece[], i: number): number {
  return pieces[i]?.text === '.' && !pieces[i]!.gap && ABBREVIATED.test(key(pieces, i - 1)) ? i + 1 : i;
}

function monthAt(pieces: readonly Piece[], i: number): number | null {
  const piece = pieces[i];
  if (piece === undefined || piece.type !== 'word') return null;
  const month = MONTHS[piece.key];
  if (month === undefined) return null;
  // "may", "march" and "mar" are words; months are written with a capital.
  const dated =
    pieces[i + 1]?.type === 'number' ||
    (pieces[i + 1]?.text === '.' && pieces[i + 2]?.type === 'number') ||
    pieces[i - 1]?.type === 'number';
  return /^\p{Lu}/u.test(piece.text) ||
    dated ||
    (piece.key.length > 4 && piece.key !== 'march' && piece.key !== 'august')
    ? month
    : null;
}

function yearAt(pieces: readonly Piece[], i: number): number | null {
  const piece = pieces[i];
  if (piece === undefined || piece.type !== 'number' || !/^(?:1[0-9]|20|21)\d\d$/.test(piece.text))
    return null;
  if (pieces[i + 1]?.type === 'mark' && /^[%°]$/.test(pieces[i + 1]!.text)) return null;
  return piece.value;
}

function dayNumberAt(
  pieces: readonly Piece[],
  i: number,
): { readonly day: number; readonly to: number } | null {
  const piece = pieces[i];
  if (piece === undefined) return null;
  if (piece.type === 'number' && /^\d{1,2}$/.test(piece.text) && piece.value >= 1 && piece.value <= 31) {
    const next = pieces[i + 1];
    const ordinal = next !== undefined && !next.gap && /^(?:st|nd|rd|th)$/.test(next.key);
    if (!ordinal && next !== undefined && !next.gap && (next.type === 'word' || /^[%:]$/.test(next.text)))
      return null;
    return { day: piece.value, to: ordinal ? i + 2 : i + 1 };
  }
  return null;
}

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

function isoDate(pieces: readonly Piece[], i: number): TimePhrase | null {
  const year = yearAt(pieces, i);
  if (year === null || !isDash(pieces[i + 1]) || pieces[i + 1]!.gap) return null;
  const [month, day] = [pieces[i + 2], pieces[i + 4]];
  if (
    month?.type !== 'number' ||
    month.gap ||
    !/^\d{1,2}$/.test(month.text) ||
    !isDash(pieces[i + 3]) ||
    day?.type !== 'number' ||
    !/^\d{1,2}$/.test(day.text) ||
    day.gap
  )
    return null;
  return phrase(i, i + 5, { kind: 'date', year, month: month.value, day: day.value });
}

/** 10/27/89 and 27.10.1989; day first where the middle cannot be a day of the month. */
function slashDate(pieces: readonly Piece[], i: number): TimePhrase | null {
  const [a, s1, b, s2, c] = pieces.slice(i, i + 5);
  if (
    a === undefined ||
    s1?.text !== '/' ||
    s1.gap ||
    b?.type !== 'number' ||
    s2?.text !== '/' ||
    c?.type !== 'number' ||
    b.gap ||
    c.gap
  )
    return null;
  if (!/^\d{1,2}$/.test(a.text) || !/^\d{1,2}$/.test(b.text) || !/^(?:\d{2}|\d{4})$/.test(c.text))
    return null;
  const year = c.text.length === 4 ? c.value : c.value + (c.value < 50 ? 2000 : 1900);
  const [month, day] = a.value > 12 ? [b.value, a.value] : [a.value, b.value];
  return phrase(i, i + 5, { kind: 'date', year, month, day });
}

function dayMonth(pieces: readonly Piece[], i: number): TimePhrase | null {
  const day = dayNumberAt(pieces, i);
  if (day === null) return null;
  const of =
    key(pieces, day.to) === 'of'
      ? day.to + 1
      : isDash(pieces[day.to]) && !pieces[day.to]!.gap
        ? day.to + 1
        : day.to;
  const month = monthAt(pieces, of);
  if (month === null) return null;
  let to = stop(pieces, of + 1);
  let at = pieces[to]?.text === ',' || isDash(pieces[to]) ? to + 1 : to;
  if (key(pieces, to) === 'of') at = to + 1;
  const year = yearAt(pieces, at);
  if (year !== null) to = at + 1;
  return phrase(i, to, { kind: 'date', year, month, day: day.day });
}

function decade(pieces: readonly Piece[], i: number): TimePhrase | null {
  const piece = pieces[i]!;
  let s = i + 1;
  if (/^['’]$/.test(key(pieces, s)) && !pieces[s]!.gap) s++;
  if (pieces[s]?.key !== 's' || pieces[s]!.gap) return null;
  if (/^(?:1[0-9]|20)\d0$/.test(piece.text))
    return phrase(i, s + 1, { kind: 'value', value: piece.text.slice(0, 3) });
  const quoted = /^['’‘]$/.test(key(pieces, i - 1)) && key(pieces, i - 2) === 'the';
  if (/^[2-9]0$/.test(piece.text) && (quoted || key(pieces, i - 1) === 'the'))
    return phrase(i, s + 1, { kind: 'value', value: `19${piece.text[0]}` });
  return null;
}

/** A year alone, where what stands around it does not make it a count. */
function bareYear(pieces: readonly Piece[], i: number): TimePhrase | null {
  const year = yearAt(pieces, i);
  if (year === null) return null;
  const before = key(pieces, i - 1);
  const next = pieces[i + 1];
  if (
    /^[$£€#:/]$/.test(before) ||
    before === 'no' ||
    (isDash(pieces[i - 1]) && !pieces[i]!.gap && yearAt(pieces, i - 2) === null)
  )
    return null;
  if (next !== undefined && !next.gap && (next.type === 'word' || /^[/:%]$/.test(next.text))) return null;
  const cue =
    YEAR_CUES.has(before) ||
    monthAt(pieces, i - 1) !== null ||
    (isDash(pieces[i - 1]) && yearAt(pieces, i - 2) !== null);
  const counted =
    next?.type === 'word' &&
    /[^s]s$/.test(next.key) &&
    !/^(?:was|is|has|as|this|his|its|years)$/.test(next.key);
  // "2000 soldiers" is a count, "1988 sales" are of the year.
  if (counted && !cue && before !== 'the' && year % 100 === 0) return null;
  if (next?.key === 'people' || next?.key === 'percent' || TIME_UNITS[next?.key ?? ''] !== undefined)
    return null;
  if (year < 1500 && !cue) return null;
  if (!cue && next?.type === 'word' && /^(?:men|women|children|of|more|to|dollars|miles)$/.test(next.key))
    return null;
  return phrase(i, i + 1, { kind: 'year', year });
}

/** "9:30 a.m.", "3 p.m.", "1700 GMT", "17:30". */
function clockAt(pieces: readonly Piece[], i: number): TimePhrase | null {
  const piece = pieces[i]!;
  if (!/^\d{1,4}$/.test(piece.text)) return null;
  let hour = piece.value;
  let minute = 0;
  let to = i + 1;
  let sure = false;
  if (
    pieces[to]?.text === ':' &&
    !pieces[to]!.gap &&
    /^\d\d$/.test(key(pieces, to + 1)) &&
    !pieces[to + 1]!.gap
  ) {
    minute = pieces[to + 1]!.value;
    to += 2;
    sure = true;
    if (pieces[to]?.text === ':' && /^\d\d$/.test(key(pieces, to + 1))) to += 2;
  } else if (/^\.\d\d$/.test(key(pieces, to)) || /^\d{1,2}\.\d\d$/.test(piece.text)) {
    return null;
  } else if (/^\d{4}$/.test(piece.text) && TIME_ZONES.has(key(pieces, to))) {
    hour = Math.floor(piece.value / 100);
    minute = piece.value % 100;
    sure = true;
  }
  const half = key(pieces, to).replace(/\./g, '');
  if (
    /^(?:am|pm)$/.test(half) &&
    /^(?:am|pm|AM|PM|a\.m\.?|p\.m\.?|A\.M\.?|P\.M\.?)$/.test(pieces[to]!.text)
  ) {
    if (hour > 12) return null;
    if (half === 'pm' && hour < 12) hour += 12;
    if (half === 'am' && hour === 12) hour = 0;
    to++;
    sure = true;
  } else if (/^o'?clock$/.test(key(pieces, to).replace('’', "'"))) {
    to++;
    sure = true;
  }
  if (!sure || hour > 24 || minute > 59) return null;
  if (TIME_ZONES.has(key(pieces, to)) && /^\p{Lu}/u.test(pieces[to]!.text)) to++;
  return phrase(i, to, { kind: 'clock', hour: hour % 24, minute, exact: true });
}

/** Phrases that start with a word. */
function worded(pieces: readonly Piece[], i: number): TimePhrase | null {
  const first = key(pieces, i);
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

function monthPhrase(pieces: readonly Piece[], i: number, month: number): TimePhrase | null {
  let at = stop(pieces, i + 1);
  if (isDash(pieces[at]) && !pieces[at]!.gap) at++;
  const day = key(pieces, at) === 'the' ? dayNumberAt(pieces, at + 1) : dayNumberAt(pieces, at);
  if (day !== null && pieces[at]!.gap !== undefined) {
    let to = day.to;
    const comma = pieces[to]?.text === ',' ? to + 1 : key(pieces, to) === 'of' ? to + 1 : to;
    const year = yearAt(pieces, comma);
    if (year !== null) to = comma + 1;
    return phrase(i, to, { kind: 'date', year, month, day: day.day });
  }
  const comma = pieces[at]?.text === ',' || key(pieces, at) === 'of' ? at + 1 : at;
  const year = yearAt(pieces, comma);
  if (year !== null) return phrase(i, comma + 1, { kind: 'date', year, month, day: null });
  const apostrophe = /^['’]$/.test(key(pieces, at)) && /^\d\d$/.test(key(pieces, at + 1));
  if (apostrophe) {
    const short = pieces[at + 1]!.value;
    return phrase(i, at + 2, { kind: 'date', year: short + (short < 50 ? 2000 : 1900), month, day: null });
  }
  // "May" as a name or a verb at the head of a sentence, "March on Washington".
  const name = key(pieces, i);
  if (
    (name === 'may' || name === 'march' || name === 'mar') &&
    !/^(?:in|since|by|of|from|until|till|through|to|during|before|after|late|early|mid|last|this|next|between|and|-)$/.test(
      key(pieces, i - 1),
    )
  )
    return null;
  if (name === 'jan' && at === i + 1) return null;
  if (/^\p{Lu}/u.test(pieces[i - 1]?.text ?? '') && pieces[i - 1]!.type === 'word' && i > 1) return null;
  return phrase(i, at, { kind: 'date', year: null, month, day: null });
}

function weekdayPhrase(pieces: readonly Piece[], i: number, weekday: number): TimePhrase {
  let at = stop(pieces, i + 1);
  if (key(pieces, i).endsWith('days')) return phrase(i, at, { kind: 'set', value: `XXXX-WXX-${weekday}` });
  const comma = pieces[at]?.text === ',' ? at + 1 : at;
  const next = pieces[comma];
  if (next !== undefined && next.type !== 'mark') {
    const date =
      monthAt(pieces, comma) !== null
        ? monthPhrase(pieces, comma, monthAt(pieces, comma)!)
        : next.type === 'number'
          ? dayMonth(pieces, comma)
          : null;
    if (date !== null && date.meaning.kind === 'date' && date.meaning.day !== null)
      return phrase(i, date.to, date.meaning);
  }
  let shift: Shift | null = null;
  const part = DAY_PARTS[key(pieces, at)];
  if (part !== undefined) at++;
  if (key(pieces, at) === 'last' && key(pieces, at + 1) === 'week') {
    shift = 'last';
    at += 2;
  } else if (key(pieces, at) === 'next' && key(pieces, at + 1) === 'week') {
    shift = 'next';
    at += 2;
  }
  return phrase(i, at, { kind: 'weekday', weekday, shift, part: part ?? null });
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

/** "third-quarter", "Q3 2019", "the first quarter of 1990", "fourth quarter". */
function quarterAt(pieces: readonly Piece[], i: number): TimePhrase | null {
  let at = i;
  if (key(pieces, at) === 'fiscal') at++;
  const word = key(pieces, at);
  let quarter: number | undefined;
  if (word === 'q' && /^[1-4]$/.test(key(pieces, at + 1)) && !pieces[at + 1]!.gap) {
    quarter = pieces[at + 1]!.value;
    at += 2;
  } else {
    quarter = ORDINALS[word];
    if (quarter === undefined || quarter > 4) return null;
    at++;
    if (isDash(pieces[at])) at++;
    if (key(pieces, at) === 'fiscal') at++;
    if (key(pieces, at) !== 'quarter') return null;
    at++;
  }
  let to = at;
  let year: number | null = null;
  let shift: Shift | null = null;
  if (key(pieces, at) === 'of' || key(pieces, at) === ',') at++;
  if (yearAt(pieces, at) !== null) {
    year = pieces[at]!.value;
    to = at + 1;
  } else if (
    key(pieces, at - 1) === 'of' &&
    SHIFTS[key(pieces, at)] !== undefined &&
    key(pieces, at + 1) === 'year'
  ) {
    shift = SHIFTS[key(pieces, at)]!;
    to = at + 2;
  }
  return phrase(i, to, { kind: 'quarter', quarter, year, shift });
}

function setPhrase(pieces: readonly Piece[], i: number): TimePhrase | null {
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
function durationAt(pieces: readonly Piece[], i: number, _value?: number): TimePhrase | null {
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
