import { DAY_PARTS, DECADES, MONTHS, TIME_UNITS } from '../../language/en/months.js';
import { ORDINALS, SMALL_NUMBERS } from '../../language/en/numbers.js';
import { POSITIONS, SHIFTS, YEAR_CUES } from '../../language/en/time-words.js';
import { isDash, type Piece } from '../lexer.js';
import { key, phrase, type Shift, stop, type TimePhrase } from './meanings.js';
import { wordYearAt, yearAt } from './years.js';

export function monthAt(pieces: readonly Piece[], i: number): number | null {
  const piece = pieces[i];
  if (piece === undefined || piece.type !== 'word') return null;
  const month = MONTHS[piece.key];
  if (month === undefined) return null;
  // "may", "march" and "mar" are words; months are written with a capital.
  const dated =
    pieces[i + 1]?.type === 'number' ||
    (pieces[i + 1]?.text === '.' && pieces[i + 2]?.type === 'number') ||
    pieces[i - 1]?.type === 'number';
  // "Section 2 may", "under 16 may be": a year must follow.
  const verb = piece.text === 'may' && pieces[i + 1]?.type !== 'number';
  return /^\p{Lu}/u.test(piece.text) ||
    (dated && !verb) ||
    (piece.key.length > 4 && piece.key !== 'march' && piece.key !== 'august')
    ? month
    : null;
}

interface DayNumber {
  readonly day: number;
  readonly to: number;
}

function dayNumberAt(pieces: readonly Piece[], i: number): DayNumber | null {
  const piece = pieces[i];
  if (piece === undefined) return null;
  if (piece.type === 'number' && /^\d{1,2}$/.test(piece.text) && piece.value >= 1 && piece.value <= 31) {
    const next = pieces[i + 1];
    const ordinal = next !== undefined && !next.gap && /^(?:st|nd|rd|th)$/.test(next.key);
    if (!ordinal && next !== undefined && !next.gap) {
      // "5pm", "5%", "5:30", "5.12"
      if (next.type === 'word' || next.text === '%') return null;
      if (next.text === ':' && pieces[i + 2]?.type === 'number' && !pieces[i + 2]!.gap) return null;
    }
    return { day: piece.value, to: ordinal ? i + 2 : i + 1 };
  }
  return ordinalDayAt(pieces, i);
}

/** "first", "twenty-first", "thirtieth" */
function ordinalDayAt(pieces: readonly Piece[], i: number): DayNumber | null {
  const word = key(pieces, i);
  const day = ORDINALS[word];
  if (day !== undefined) return day <= 31 && !TIME_UNITS[key(pieces, i + 1)] ? { day, to: i + 1 } : null;
  const tens = SMALL_NUMBERS[word];
  if (tens !== 20 && tens !== 30) return null;
  const at = isDash(pieces[i + 1]) ? i + 2 : i + 1;
  const unit = ORDINALS[key(pieces, at)];
  return unit !== undefined && unit < 10 && tens + unit <= 31 ? { day: tens + unit, to: at + 1 } : null;
}

export function isoDate(pieces: readonly Piece[], i: number): TimePhrase | null {
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

/** 10/27/89, 27.10.1989 and 22/Jan/2019; day first where the middle cannot be a day of the month. */
export function slashDate(pieces: readonly Piece[], i: number): TimePhrase | null {
  const [a, s1, b, s2, c] = pieces.slice(i, i + 5);
  if (a === undefined || s1 === undefined || b === undefined || c?.type !== 'number') return null;
  if (!/^[/.-]$/.test(s1.text) || s1.text !== s2?.text || s1.gap || b.gap || c.gap || s2.gap) return null;
  if (!/^\d{1,2}$/.test(a.text) || !/^(?:\d{2}|\d{4})$/.test(c.text)) return null;
  const year = c.text.length === 4 ? c.value : c.value + (c.value < 50 ? 2000 : 1900);
  const named = MONTHS[b.key];
  if (named !== undefined) return phrase(i, i + 5, { kind: 'date', year, month: named, day: a.value });
  if (s1.text !== '/' || !/^\d{1,2}$/.test(b.text)) return null;
  const [month, day] = a.value > 12 ? [b.value, a.value] : [a.value, b.value];
  return phrase(i, i + 5, { kind: 'date', year, month, day });
}

/** "27.10.1989": two pieces, since "27.10" reads as a decimal. */
export function dottedDate(pieces: readonly Piece[], i: number): TimePhrase | null {
  const match = /^(\d{1,2})\.(\d{1,2})$/.exec(pieces[i]!.text);
  const rest = pieces[i + 1];
  if (match === null || rest === undefined || rest.gap || !/^\.(?:1[89]|20)\d\d$/.test(rest.text))
    return null;
  const [day, month] = [Number(match[1]), Number(match[2])];
  return phrase(i, i + 2, { kind: 'date', year: Number(rest.text.slice(1)), month, day });
}

/** "5 March 2020", "5th of March", "the fifth of March", "15 April of 87" from the day on. */
export function dayMonth(pieces: readonly Piece[], i: number): TimePhrase | null {
  const day = dayNumberAt(pieces, i);
  if (day === null) return null;
  const of =
    key(pieces, day.to) === 'of'
      ? day.to + 1
      : isDash(pieces[day.to]) && !pieces[day.to]!.gap
        ? day.to + 1
        : day.to;
  const month = monthAt(pieces, of);
  if (month === null || (pieces[i]!.type === 'word' && of === day.to)) return null;
  const to = stop(pieces, of + 1);
  let at = pieces[to]?.text === ',' || isDash(pieces[to]) ? to + 1 : to;
  if (key(pieces, to) === 'of') at = to + 1;
  const year = yearAt(pieces, at) ?? (key(pieces, to) === 'of' ? shortYearAt(pieces, at) : null);
  if (year !== null) return phrase(i, at + 1, { kind: 'date', year, month, day: day.day });
  const shifted = yearShiftAt(pieces, to);
  if (shifted !== null)
    return phrase(i, shifted.to, { kind: 'date', year: null, month, day: day.day, yearShift: shifted.shift });
  return phrase(i, to, { kind: 'date', year: null, month, day: day.day });
}

function shortYearAt(pieces: readonly Piece[], i: number): number | null {
  const piece = pieces[i];
  if (piece?.type !== 'number' || !/^\d\d$/.test(piece.text)) return null;
  return piece.value + (piece.value < 50 ? 2000 : 1900);
}

/** "last year", "of this year" behind a month or a date. */
function yearShiftAt(
  pieces: readonly Piece[],
  i: number,
): { readonly shift: Shift | 'that'; readonly to: number } | null {
  const at = key(pieces, i) === 'of' ? i + 1 : i;
  if (at > i && key(pieces, at) === 'that' && key(pieces, at + 1) === 'year')
    return { shift: 'that', to: at + 2 };
  const shift = SHIFTS[key(pieces, at)];
  if (shift === undefined || key(pieces, at + 1) !== 'year') return null;
  // "March this year's": the year's own.
  return /^['’]$/.test(key(pieces, at + 2)) && !pieces[at + 2]!.gap ? null : { shift, to: at + 2 };
}

/** "the 1990s", "the ’80s", "the nineties" from the number or word on. */
export function decade(pieces: readonly Piece[], i: number): TimePhrase | null {
  const piece = pieces[i]!;
  const before = (n: number): string => key(pieces, i - n);
  const spoken = DECADES[piece.key];
  if (spoken !== undefined) {
    const cued = /^(?:the|late|early|mid)$/.test(before(1)) || isDash(pieces[i - 1]);
    return cued ? phrase(i, i + 1, { kind: 'value', value: `19${spoken}` }) : null;
  }
  let s = i + 1;
  if (/^['’]$/.test(key(pieces, s)) && !pieces[s]!.gap) s++;
  if (pieces[s]?.key !== 's' || pieces[s]!.gap) return null;
  if (/^(?:1[0-9]|20)\d0$/.test(piece.text))
    return phrase(i, s + 1, { kind: 'value', value: piece.text.slice(0, 3) });
  if (!/^[2-9]0$/.test(piece.text)) return null;
  const quoted = /^['’‘]$/.test(before(1)) && !piece.gap;
  const cued =
    /^(?:the|early|late|mid|and)$/.test(before(1)) || (isDash(pieces[i - 1]) && before(2) === 'mid');
  return quoted || cued ? phrase(i, s + 1, { kind: 'value', value: `19${piece.text[0]}` }) : null;
}

/** A year alone, where what stands around it does not make it a count. */
export function bareYear(pieces: readonly Piece[], i: number): TimePhrase | null {
  const year = yearAt(pieces, i);
  if (year === null) return null;
  const before = key(pieces, i - 1);
  const next = pieces[i + 1];
  const hyphen = isDash(pieces[i - 1]) && !pieces[i]!.gap;
  const position = hyphen && POSITIONS[key(pieces, i - 2)] !== undefined;
  if (/^[$£€#:/]$/.test(before) || before === 'no' || (hyphen && !position && yearAt(pieces, i - 2) === null))
    return null;
  const season = next?.text === '/' && yearBehind(pieces, i, year) !== null;
  if (next !== undefined && !next.gap && (next.type === 'word' || /^[/:%]$/.test(next.text)) && !season)
    return null;
  const cue =
    position ||
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
  // "above 1000 and below 1500", "more than 2000"
  if (
    year % 100 === 0 &&
    /^(?:than|least|most|above|below|exceed|exceeds|exceeding|nearly|almost|some)$/.test(before)
  )
    return null;
  if (year < 1500 && !cue) return null;
  if (!cue && next?.type === 'word' && /^(?:men|women|children|of|more|to|dollars|miles)$/.test(next.key))
    return null;
  const through = yearBehind(pieces, i, year);
  if (through !== null) return phrase(i, i + 3, { kind: 'year', year, through });
  return phrase(i, i + 1, { kind: 'year', year });
}

/** "2015-16", "2015/16": the last year written short. */
function yearBehind(pieces: readonly Piece[], i: number, year: number): number | null {
  const [joint, short] = [pieces[i + 1], pieces[i + 2]];
  if (joint === undefined || joint.gap || !(isDash(joint) || joint.text === '/')) return null;
  if (short === undefined || short.gap || !/^\d\d$/.test(short.text) || isDash(pieces[i + 3])) return null;
  const through = Math.floor(year / 100) * 100 + short.value;
  return through > year && through - year <= 10 ? through : null;
}

/** "nineteen ninety-four", "the year two thousand" from the number on. */
export function wordYear(pieces: readonly Piece[], i: number): TimePhrase | null {
  const found = wordYearAt(pieces, i);
  if (found === null) return null;
  const before = key(pieces, i - 1);
  const cue = YEAR_CUES.has(before) || monthAt(pieces, i - 1) !== null;
  // "twenty twelve-year-olds", "two thousand men"
  if (
    key(pieces, i) !== 'nineteen' &&
    key(pieces, i) !== 'eighteen' &&
    (before !== 'year' || key(pieces, i) !== 'two') &&
    !cue
  )
    return null;
  if (
    key(pieces, i) === 'two' &&
    before !== 'year' &&
    monthAt(pieces, i - 1) === null &&
    !/^(?:in|since|until|by)$/.test(before)
  )
    return null;
  const next = pieces[found.to];
  if (isDash(next) && !next!.gap) return null;
  if (
    key(pieces, i) === 'two' &&
    next?.type === 'word' &&
    !/^(?:and|the|was|were|is|but|when|or|to|with|as|has|had|will)$/.test(next.key) &&
    before !== 'year'
  )
    return null;
  return phrase(i, found.to, { kind: 'year', year: found.year });
}

export function monthPhrase(pieces: readonly Piece[], i: number, month: number): TimePhrase | null {
  let at = stop(pieces, i + 1);
  if (isDash(pieces[at]) && !pieces[at]!.gap) at++;
  const day = dayNumberAt(pieces, key(pieces, at) === 'the' ? at + 1 : at);
  if (day !== null && !(pieces[at]!.type === 'word' && key(pieces, day.to) === 'of')) {
    const comma = pieces[day.to]?.text === ',' || key(pieces, day.to) === 'of' ? day.to + 1 : day.to;
    const year = yearAt(pieces, comma);
    if (year !== null) return phrase(i, comma + 1, { kind: 'date', year, month, day: day.day });
    const shifted = yearShiftAt(pieces, day.to);
    if (shifted !== null)
      return phrase(i, shifted.to, {
        kind: 'date',
        year: null,
        month,
        day: day.day,
        yearShift: shifted.shift,
      });
    return phrase(i, day.to, { kind: 'date', year: null, month, day: day.day });
  }
  const comma = pieces[at]?.text === ',' || key(pieces, at) === 'of' ? at + 1 : at;
  const year = yearAt(pieces, comma);
  if (year !== null) return phrase(i, comma + 1, { kind: 'date', year, month, day: null });
  const words = /^(?:nineteen|twenty|two)$/.test(key(pieces, at)) ? wordYearAt(pieces, at) : null;
  if (words !== null) return phrase(i, words.to, { kind: 'date', year: words.year, month, day: null });
  const shifted = yearShiftAt(pieces, at);
  if (shifted !== null)
    return phrase(i, shifted.to, { kind: 'date', year: null, month, day: null, yearShift: shifted.shift });
  if (/^['’]$/.test(key(pieces, at))) {
    const short = shortYearAt(pieces, at + 1);
    if (short !== null) return phrase(i, at + 2, { kind: 'date', year: short, month, day: null });
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

/** Days listed before their month at most. */
const MOST_DAYS = 6;

/** "18 and 19 June", "3-5 March": the first of several days of one month, up to its number. */
export function dayOfList(pieces: readonly Piece[], i: number, most = MOST_DAYS): TimePhrase | null {
  const day = dayNumberAt(pieces, i);
  if (day === null || pieces[i]!.type !== 'number') return null;
  const joint = pieces[day.to];
  if (joint === undefined || !(isDash(joint) || /^(?:and|to|or|,|through)$/.test(joint.key))) return null;
  const next = pieces[day.to + 1];
  if (next?.type !== 'number' || !(next.value > day.day) || most === 0) return null;
  const rest = dayMonth(pieces, day.to + 1) ?? dayOfList(pieces, day.to + 1, most - 1);
  if (rest?.meaning.kind !== 'date' || rest.meaning.day === null || rest.meaning.day <= day.day) return null;
  return phrase(i, day.to, { ...rest.meaning, day: day.day });
}

/** "June 18 and 19", "Sept. 3-5": a further day behind a date that ends at piece `i`. */
export function dayBehind(pieces: readonly Piece[], i: number, date: TimePhrase): TimePhrase | null {
  const { meaning } = date;
  if (meaning.kind !== 'date' || meaning.day === null || pieces[date.from]!.type !== 'word') return null;
  const joint = pieces[i];
  if (joint === undefined || !(isDash(joint) || /^(?:and|to|or|through)$/.test(joint.key))) return null;
  const day = dayNumberAt(pieces, i + 1);
  if (day === null || pieces[i + 1]!.type !== 'number' || day.day <= meaning.day) return null;
  const next = pieces[day.to];
  // "June 18 and 19 people": a count; but "the April 20-26 survey".
  const ends =
    (isDash(joint) && !joint.gap && !pieces[i + 1]!.gap) ||
    next === undefined ||
    next.type === 'mark' ||
    /^(?:in|at|and|to|the|for|of|from|by|with|on|when|as|but)$/.test(next.key);
  const year = pieces[day.to]?.text === ',' ? yearAt(pieces, day.to + 1) : null;
  if (!ends || (isDash(joint) && joint.gap !== pieces[i + 1]!.gap)) return null;
  if (year !== null) return phrase(i + 1, day.to + 2, { ...meaning, year, day: day.day });
  return monthAt(pieces, day.to) !== null ? null : phrase(i + 1, day.to, { ...meaning, day: day.day });
}

export function weekdayPhrase(pieces: readonly Piece[], i: number, weekday: number): TimePhrase {
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
  let week: number | null = null;
  const part = DAY_PARTS[key(pieces, at)];
  if (part !== undefined && key(pieces, at).endsWith('s') && key(pieces, at) !== 's')
    return phrase(i, at + 1, { kind: 'set', value: `XXXX-WXX-${weekday}${part}` });
  if (part !== undefined) at++;
  if (key(pieces, at) === 'last' && key(pieces, at + 1) === 'week') {
    week = -1;
    at += 2;
  } else if (key(pieces, at) === 'next' && key(pieces, at + 1) === 'week') {
    week = 1;
    at += 2;
  }
  return phrase(i, at, { kind: 'weekday', weekday, shift: null, week, part: part ?? null });
}
