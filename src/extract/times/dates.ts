import { DAY_PARTS, MONTHS, TIME_UNITS } from '../../language/en/months.js';
import { YEAR_CUES } from '../../language/en/time-words.js';
import { isDash, type Piece } from '../lexer.js';
import { key, phrase, type Shift, stop, type TimePhrase } from './meanings.js';

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
  return /^\p{Lu}/u.test(piece.text) ||
    dated ||
    (piece.key.length > 4 && piece.key !== 'march' && piece.key !== 'august')
    ? month
    : null;
}

export function yearAt(pieces: readonly Piece[], i: number): number | null {
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

/** 10/27/89 and 27.10.1989; day first where the middle cannot be a day of the month. */
export function slashDate(pieces: readonly Piece[], i: number): TimePhrase | null {
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
  if (month === null) return null;
  let to = stop(pieces, of + 1);
  let at = pieces[to]?.text === ',' || isDash(pieces[to]) ? to + 1 : to;
  if (key(pieces, to) === 'of') at = to + 1;
  const year = yearAt(pieces, at);
  if (year !== null) to = at + 1;
  return phrase(i, to, { kind: 'date', year, month, day: day.day });
}

export function decade(pieces: readonly Piece[], i: number): TimePhrase | null {
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
export function bareYear(pieces: readonly Piece[], i: number): TimePhrase | null {
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
  // "above 1000 and below 1500", "more than 2000"
  if (
    year % 100 === 0 &&
    /^(?:than|least|most|above|below|exceed|exceeds|exceeding|nearly|almost|some)$/.test(before)
  )
    return null;
  if (!cue && next?.type === 'word' && /^(?:men|women|children|of|more|to|dollars|miles)$/.test(next.key))
    return null;
  return phrase(i, i + 1, { kind: 'year', year });
}

export function monthPhrase(pieces: readonly Piece[], i: number, month: number): TimePhrase | null {
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
