import { TIME_ZONES } from '../../language/en/months.js';
import { SMALL_NUMBERS } from '../../language/en/numbers.js';
import { isDash, type Piece } from '../lexer.js';
import { key, phrase, type TimePhrase } from './meanings.js';

/** "9:30 a.m.", "3 p.m.", "1700 GMT", "17:30", "four o'clock", "noon". */
export function clockAt(pieces: readonly Piece[], i: number): TimePhrase | null {
  return pieces[i]!.type === 'number' ? digitsClock(pieces, i) : wordsClock(pieces, i);
}

function digitsClock(pieces: readonly Piece[], i: number): TimePhrase | null {
  const piece = pieces[i]!;
  if (/^\d{1,2}\.\d\d$/.test(piece.text)) return dottedClock(pieces, i);
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
  } else if (/^\.\d\d$/.test(key(pieces, to))) {
    return null;
  } else if (/^\d{4}$/.test(piece.text) && TIME_ZONES.has(key(pieces, to))) {
    hour = Math.floor(piece.value / 100);
    minute = piece.value % 100;
    sure = true;
  }
  const half = halfOfDay(pieces, to);
  if (half !== null) {
    if (hour > 12) return null;
    hour = inHalf(hour, half.half);
    to = half.to;
    sure = true;
  } else if (/^o'?clock$/.test(key(pieces, to))) {
    to++;
    sure = true;
  }
  if (!sure || hour > 24 || minute > 59) return null;
  return done(pieces, i, to, hour, minute);
}

/** "5.30 p.m.", "05.41": no other number has a zero before its first digit. */
function dottedClock(pieces: readonly Piece[], i: number): TimePhrase | null {
  const [hour, minute] = pieces[i]!.text.split('.').map(Number) as [number, number];
  const half = halfOfDay(pieces, i + 1);
  if (minute > 59) return null;
  if (half === null) return /^0\d\./.test(pieces[i]!.text) ? done(pieces, i, i + 1, hour, minute) : null;
  if (hour > 12) return null;
  return done(pieces, i, half.to, inHalf(hour, half.half), minute);
}

function wordsClock(pieces: readonly Piece[], i: number): TimePhrase | null {
  const word = key(pieces, i);
  if (word === 'noon' || word === 'midnight' || word === 'midday')
    return phrase(i, i + 1, { kind: 'clock', hour: word === 'midnight' ? 0 : 12, minute: 0, day: null });
  const hour = SMALL_NUMBERS[word];
  if (hour === undefined || hour < 1 || hour > 12) return null;
  const clock = /^o'?clock$/.test(key(pieces, i + 1));
  const half = halfOfDay(pieces, clock ? i + 2 : i + 1);
  if (!clock && half === null) return null;
  return done(pieces, i, half?.to ?? i + 2, half === null ? hour : inHalf(hour, half.half), 0);
}

const inHalf = (hour: number, half: 'am' | 'pm'): number =>
  half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour;

/** "a.m.", "pm", "in the morning" behind an hour. */
function halfOfDay(
  pieces: readonly Piece[],
  i: number,
): { readonly half: 'am' | 'pm'; readonly to: number } | null {
  const word = key(pieces, i).replace(/\./g, '');
  if (
    (word === 'am' || word === 'pm') &&
    /^(?:am|pm|AM|PM|Am|Pm|a\.m\.?|p\.m\.?|A\.M\.?|P\.M\.?)$/.test(pieces[i]!.text)
  )
    return { half: word, to: i + 1 };
  if (key(pieces, i) !== 'in' || key(pieces, i + 1) !== 'the') return null;
  const part = key(pieces, i + 2);
  if (part === 'morning') return { half: 'am', to: i + 3 };
  return part === 'afternoon' || part === 'evening' ? { half: 'pm', to: i + 3 } : null;
}

function done(pieces: readonly Piece[], i: number, end: number, hour: number, minute: number): TimePhrase {
  let to = end;
  if (TIME_ZONES.has(key(pieces, to)) && /^\p{Lu}/u.test(pieces[to]!.text)) to++;
  else if (/^(?:eastern|central|pacific|mountain|greenwich|local)$/.test(key(pieces, to))) {
    const zone = /^(?:standard|daylight|mean)$/.test(key(pieces, to + 1)) ? to + 2 : to + 1;
    if (key(pieces, zone) === 'time') to = zone + 1;
  }
  return phrase(i, to, { kind: 'clock', hour: hour % 24, minute, day: null });
}

/** A clock time with the day named behind it: "10 p.m. Wednesday", "noon on Thursday", "5 p.m. EST, Nov. 9". */
export function withDay(
  pieces: readonly Piece[],
  clock: TimePhrase,
  dayAt: (at: number) => TimePhrase | null,
): TimePhrase {
  if (clock.meaning.kind !== 'clock') return clock;
  let at = clock.to;
  if (pieces[at]?.text === ',') at++;
  if (key(pieces, at) === 'on') at++;
  if (pieces[at] === undefined || pieces[at]!.type === 'mark' || isDash(pieces[at])) return clock;
  const day = dayAt(at);
  if (day === null || !isDay(day)) return clock;
  // "9 a.m. to 5 p.m. Monday through Friday" is of every day.
  const joined = /^(?:through|to|and)$/.test(key(pieces, day.to)) && pieces[day.to + 1] !== undefined;
  if ((joined && dayAt(day.to + 1) !== null) || isDash(pieces[day.to])) return clock;
  return phrase(clock.from, day.to, { ...clock.meaning, day: day.meaning });
}

function isDay({ meaning }: TimePhrase): boolean {
  switch (meaning.kind) {
    case 'holiday':
      return true;
    case 'weekday':
    case 'day':
      return meaning.part === null;
    case 'date':
      return meaning.day !== null;
    default:
      return false;
  }
}
