import {
  DAY_PARTS,
  DECADES,
  MONTHS,
  RECURRENCES,
  REFERENCES,
  SEASONS,
  TIME_UNITS,
  WEEKDAYS,
} from '../../language/en/months.js';
import { ORDINALS, SMALL_NUMBERS } from '../../language/en/numbers.js';
import { ABOUT, OTHER_OPENERS, POSITIONS, SHIFTS } from '../../language/en/time-words.js';
import { BE } from '../../language/en/verb-forms.js';
import { isDash, type Piece } from '../lexer.js';
import { clockAt, withDay } from './clocks.js';
import {
  bareYear,
  dayMonth,
  dayOfList,
  decade,
  dottedDate,
  isoDate,
  monthAt,
  monthPhrase,
  slashDate,
  weekdayPhrase,
  wordYear,
} from './dates.js';
import { durationAt, setPhrase } from './durations.js';
import { HOLIDAY_OPENERS, holidayAt } from './holidays.js';
import { key, phrase, type TimePhrase } from './meanings.js';
import { quarterAt } from './quarters.js';
import { articled, centuryAt, shifted } from './shifts.js';
import { yearAt } from './years.js';

/** Found lately, by sentence: figures, ordinals and times ask for the same places. */
const memo = new WeakMap<readonly Piece[], (TimePhrase | null | undefined)[]>();

/** The longest time phrase that starts at piece `i`, or null. */
export function timePhraseAt(pieces: readonly Piece[], i: number): TimePhrase | null {
  const piece = pieces[i]!;
  if (piece.type === 'mark' || (piece.type === 'word' && !OPENERS.has(piece.key))) return null;
  let known = memo.get(pieces);
  if (known === undefined) {
    known = [];
    memo.set(pieces, known);
  }
  let found = known[i];
  if (found === undefined) {
    found = read(pieces, i);
    known[i] = found;
  }
  return found;
}

function read(pieces: readonly Piece[], i: number): TimePhrase | null {
  const piece = pieces[i]!;
  const found = piece.type === 'number' ? numeric(pieces, i) : (worded(pieces, i) ?? durationAt(pieces, i));
  if (found === null || found.to > pieces.length || found.to <= i) return null;
  return isNamePart(pieces, found.to) ? null : found;
}

/** "the Evening Chronicle" */
function isNamePart(pieces: readonly Piece[], to: number): boolean {
  const [last, next] = [pieces[to - 1]!, pieces[to]];
  return (
    DAY_PARTS[last.key] !== undefined &&
    /^\p{Lu}/u.test(last.text) &&
    next?.type === 'word' &&
    /^\p{Lu}/u.test(next.text) &&
    MONTHS[next.key] === undefined &&
    WEEKDAYS[next.key] === undefined
  );
}

const REFERENCE_OPENERS: ReadonlySet<string> = new Set(
  Object.keys(REFERENCES).map((words) => words.split(' ')[0]!),
);

/** Every word that can open a phrase of time: most words cannot, and are passed over at once. */
const OPENERS: ReadonlySet<string> = new Set([
  ...[MONTHS, WEEKDAYS, SEASONS, RECURRENCES, SHIFTS, SMALL_NUMBERS, ORDINALS, POSITIONS, DECADES].flatMap(
    Object.keys,
  ),
  ...REFERENCE_OPENERS,
  ...HOLIDAY_OPENERS,
  ...ABOUT,
  ...OTHER_OPENERS,
]);

function numeric(pieces: readonly Piece[], i: number): TimePhrase | null {
  const before = pieces[i - 1];
  if (before?.type === 'mark' && /^[$£€#]$/.test(before.text)) return null;
  const clock = clockAt(pieces, i);
  return (
    isoDate(pieces, i) ??
    slashDate(pieces, i) ??
    dottedDate(pieces, i) ??
    (clock === null ? null : withDay(pieces, clock, (at) => dayAt(pieces, at))) ??
    dayMonth(pieces, i) ??
    dayOfList(pieces, i) ??
    decade(pieces, i) ??
    (yearAt(pieces, i) === null ? null : quarterAt(pieces, i)) ??
    bareYear(pieces, i) ??
    centuryAt(pieces, i) ??
    durationAt(pieces, i)
  );
}

function dayAt(pieces: readonly Piece[], at: number): TimePhrase | null {
  return pieces[at]!.type === 'number' ? dayMonth(pieces, at) : worded(pieces, at);
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
  const clock = clockAt(pieces, i);
  if (clock !== null) return withDay(pieces, clock, (at) => dayAt(pieces, at));
  return (
    wordYear(pieces, i) ??
    (first === 'the' ? (spelledDate(pieces, i) ?? articled(pieces, i, anyAt)) : null) ??
    positioned(pieces, i) ??
    approximate(pieces, i) ??
    dayWord(pieces, i) ??
    recent(pieces, i) ??
    shiftedAt(pieces, i) ??
    seasonAt(pieces, i) ??
    holidayAt(pieces, i) ??
    decade(pieces, i) ??
    (first === 'every' || first === 'each' ? setPhrase(pieces, i) : null) ??
    yearEnd(pieces, i) ??
    quarterAt(pieces, i) ??
    centuryAt(pieces, i) ??
    fiscalYear(pieces, i) ??
    recurring(pieces, i) ??
    reference(pieces, i)
  );
}

/** What a phrase may hold inside: a date, a month, a year, a week. */
function anyAt(pieces: readonly Piece[], at: number): TimePhrase | null {
  const piece = pieces[at];
  if (piece === undefined || piece.type === 'mark') return null;
  return piece.type === 'number' ? numeric(pieces, at) : worded(pieces, at);
}

/** "the fifth of March" */
function spelledDate(pieces: readonly Piece[], i: number): TimePhrase | null {
  const date = pieces[i + 1] === undefined ? null : dayMonth(pieces, i + 1);
  return date === null ? null : phrase(i, date.to, date.meaning);
}

/** "The herring are late this year": no part of the year. */
function isPredicate(pieces: readonly Piece[], i: number): boolean {
  const before = key(pieces, i - 1);
  return (
    /^(?:early|late)$/.test(key(pieces, i)) &&
    SHIFTS[key(pieces, i + 1)] !== undefined &&
    (BE.has(before) || /^(?:too|very|running|came|come)$/.test(before))
  );
}

/** "early March", "mid-1996", "late in the week", "later this week" */
function positioned(pieces: readonly Piece[], i: number): TimePhrase | null {
  const mod = POSITIONS[key(pieces, i)];
  if (mod === undefined || isPredicate(pieces, i)) return null;
  let next = i + 1;
  if (isDash(pieces[next])) next++;
  const part = DAY_PARTS[key(pieces, next)];
  if (part !== undefined && part !== 'TMI') {
    // "mid-afternoon yesterday"
    const day = pieces[next + 1] === undefined ? null : dayWord(pieces, next + 1);
    const offset = day?.meaning.kind === 'day' && day.meaning.part === null ? day.meaning.offset : null;
    return phrase(i, offset === null ? next + 1 : day!.to, { kind: 'day', offset: offset ?? 0, part }, mod);
  }
  if (/^(?:in|on|of)$/.test(key(pieces, next))) next++;
  if (
    key(pieces, next) === 'the' &&
    key(pieces, next + 1) !== 'year' &&
    key(pieces, next + 1) !== 'month' &&
    key(pieces, next + 1) !== 'week'
  )
    next++;
  const piece = pieces[next];
  if (piece === undefined || piece.type === 'mark') return null;
  const inner =
    piece.type === 'number'
      ? yearAt(pieces, next) !== null || pieces[next + 1]?.key === 's'
        ? numeric(pieces, next)
        : null
      : worded(pieces, next);
  if (inner === null || /^(?:value|duration|set|clock)$/.test(inner.meaning.kind)) {
    const years = inner?.meaning.kind === 'value' && /^\d{3}$/.test(inner.meaning.value);
    return years ? phrase(i, inner.to, inner.meaning, mod) : null;
  }
  return phrase(i, inner.to, inner.meaning, mod);
}

/** "around 7:15 p.m.", "about 1990", "around Nov. 1", "around year end"; lengths of time are durationAt's. */
function approximate(pieces: readonly Piece[], i: number): TimePhrase | null {
  const first = key(pieces, i);
  if (!ABOUT.has(first) || first === 'some') return null;
  const inner = anyAt(pieces, i + 1);
  if (
    inner === null ||
    inner.mod !== null ||
    !/^(?:date|clock|year|weekday|unit|quarter|holiday)$/.test(inner.meaning.kind)
  )
    return null;
  if (inner.meaning.kind === 'year' && first !== 'circa' && first !== 'around' && first !== 'about')
    return null;
  return phrase(i, inner.to, inner.meaning, 'APPROX');
}

/** "today", "yesterday morning", "tonight", "last night", "overnight" */
function dayWord(pieces: readonly Piece[], i: number): TimePhrase | null {
  const first = key(pieces, i);
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
  return first === 'overnight' ? phrase(i, i + 1, { kind: 'day', offset: 0, part: 'TNI' }) : null;
}

/** "recent years", "recent months": a length of time, not told how long. */
function recent(pieces: readonly Piece[], i: number): TimePhrase | null {
  return key(pieces, i) === 'recent' ? durationAt(pieces, i) : null;
}

function shiftedAt(pieces: readonly Piece[], i: number): TimePhrase | null {
  const shift = SHIFTS[key(pieces, i)];
  return shift === undefined ? null : shifted(pieces, i, i + 1, shift);
}

function seasonAt(pieces: readonly Piece[], i: number): TimePhrase | null {
  const first = key(pieces, i);
  const season = SEASONS[first];
  if (season === undefined) return null;
  const at = key(pieces, i + 1) === 'of' ? i + 2 : i + 1;
  const year = yearAt(pieces, at);
  if (year !== null) return phrase(i, at + 1, { kind: 'season', season, shift: null, year });
  const spoken = key(pieces, at) === 'nineteen' ? wordYear(pieces, at) : null;
  if (spoken?.meaning.kind === 'year')
    return phrase(i, spoken.to, { kind: 'season', season, shift: null, year: spoken.meaning.year });
  const cued = /^(?:in|the|by|since|until|of|early|late|mid)$/.test(key(pieces, i - 1));
  return cued && first !== 'fall' && first !== 'spring'
    ? phrase(i, i + 1, { kind: 'season', season, shift: null, year: null })
    : null;
}

/** "year-end", "year's end", "year-ago" */
function yearEnd(pieces: readonly Piece[], i: number): TimePhrase | null {
  if (key(pieces, i) !== 'year') return null;
  let at = i + 1;
  if (isDash(pieces[at])) at++;
  else if (/^['’]$/.test(key(pieces, at)) && key(pieces, at + 1) === 's') at += 2;
  const follow = key(pieces, at);
  if (follow === 'end' && key(pieces, i - 1) !== 'the')
    return phrase(i, at + 1, { kind: 'unit', unit: 'Y', offset: 0 }, 'END');
  return (follow === 'earlier' || follow === 'ago') && isDash(pieces[i + 1])
    ? (quarterAt(pieces, i) ?? phrase(i, at + 1, { kind: 'ago', unit: 'Y', count: 1 }))
    : null;
}

function fiscalYear(pieces: readonly Piece[], i: number): TimePhrase | null {
  if (key(pieces, i) !== 'fiscal') return null;
  const at = key(pieces, i + 1) === 'year' ? i + 2 : i + 1;
  return yearAt(pieces, at) === null ? null : phrase(i, at + 1, { kind: 'year', year: pieces[at]!.value });
}

/** "daily", "weekly"; a "quarterly dividend" tells no time. */
function recurring(pieces: readonly Piece[], i: number): TimePhrase | null {
  const value = RECURRENCES[key(pieces, i)];
  if (value === undefined) return null;
  const next = pieces[i + 1];
  if (
    value === 'P3M' &&
    next?.type === 'word' &&
    !/^(?:and|or|to|in|by|for|since|as|with|on)$/.test(next.key)
  )
    return null;
  return phrase(i, i + 1, { kind: 'set', value });
}

/** In words. */
const LONGEST_REFERENCE = 3;

function reference(pieces: readonly Piece[], i: number): TimePhrase | null {
  const first = key(pieces, i);
  if (!REFERENCE_OPENERS.has(first) || first === 'the') return null;
  let words = '';
  let found: TimePhrase | null = null;
  for (let n = 1; n <= LONGEST_REFERENCE && pieces[i + n - 1] !== undefined; n++) {
    words += (n > 1 ? ' ' : '') + pieces[i + n - 1]!.key;
    const value = REFERENCES[words];
    if (value !== undefined) found = phrase(i, i + n, { kind: 'value', value });
  }
  // "as soon as", "soon after", "shortly before" tell an order, no time.
  if (found !== null && /^(?:soon|shortly)$/.test(first)) {
    if (/^(?:as|so|too|how)$/.test(key(pieces, i - 1)) || /^(?:after|before|as)$/.test(key(pieces, i + 1)))
      return null;
  }
  return found !== null && TIME_UNITS[key(pieces, i - 1)] !== undefined && first === 'current' ? null : found;
}
