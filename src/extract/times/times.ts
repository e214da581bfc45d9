import { RELATIONS } from '../../language/en/time-words.js';
import type { LocalTime } from '../../model/analysis.js';
import type { ParsedSentence, ParsedText } from '../../text/parsed.js';
import { isDash, type Piece, piecesOf } from '../lexer.js';
import { dayBehind } from './dates.js';
import { type Extent, extentOf, type Relation } from './extents.js';
import type { Mod, TimePhrase } from './meanings.js';
import { timePhraseAt } from './phrases.js';
import { isDirected, isOfAnyDay, tenseAt } from './tenses.js';
import { type Narrative, resolve } from './values.js';

/** A sentence without any of these holds no time. */
const HINT =
  /\d|day|week|month|year|decade|centur|quarter|hour|minute|second|night|morning|afternoon|evening|noon|dawn|time|moment|ties\b|\b(?:now|current|present|recent|lately|former|previous|soon|shortly|future|past|so far|spring|summer|autumn|fall|winter|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|daily|annually|long ago|tomorrow|fortnight|nineteen|twenty|two thousand|o.clock|a\.?m\b|p\.?m\b|Christmas|Easter|Thanksgiving|Halloween|Juneteenth)/i;

/** Expressions of time with TIMEX3 type and value, resolved against `parsed.published`; in text order. */
export function findTimes(parsed: ParsedText): LocalTime[] {
  const times: LocalTime[] = [];
  const narrative: Narrative = { quarter: null, date: null };
  let spoken = -1;
  for (const sentence of parsed.sentences) {
    if (!HINT.test(parsed.text.slice(sentence.start, sentence.end))) continue;
    if (sentence.index > spoken + NARRATIVE_REACH) narrative.date = null;
    const found = timesIn(parsed, sentence, piecesOf(parsed, sentence), narrative);
    if (found.some(({ value }) => DATE.test(value))) spoken = sentence.index;
    times.push(...found);
  }
  return times;
}

/** Sentences in which "the next day" goes on from a day that was named. */
const NARRATIVE_REACH = 1;
const DATE = /^\d{4}(?:-\d{2}){0,2}$/;

interface Found {
  readonly phrase: TimePhrase;
  readonly type: LocalTime['type'];
  readonly value: string;
}

function timesIn(
  parsed: ParsedText,
  sentence: ParsedSentence,
  pieces: readonly Piece[],
  narrative: Narrative,
): LocalTime[] {
  const found: Found[] = [];
  const put = (phrase: TimePhrase): boolean => {
    const relation = relationAt(pieces, phrase.from);
    const told = tenseAt(sentence, pieces, phrase.from, phrase.to);
    // "It runs through Dec. 31": what lasts until a day lasts until one to come.
    const until = relation === 'until' || relation === 'by';
    const tense = until && isDirected(pieces, phrase.from) ? 'future' : (told ?? (until ? 'future' : null));
    const last = found[found.length - 1];
    const timex = resolve(phrase.meaning, parsed.published, tense, narrative);
    if (timex === null) return false;
    const dated = inOrder(pieces, last, phrase, onDay(pieces, last, phrase, timex.value));
    const value = isUndated(phrase, last, dated) ? dated.slice(dated.indexOf('T')) : dated;
    if (DATE.test(value)) narrative.date = value;
    found.push({ phrase, type: timex.type, value });
    return true;
  };
  const isUndated = (phrase: TimePhrase, last: Found | undefined, dated: string): boolean => {
    const { meaning, from, to } = phrase;
    if (meaning.kind !== 'clock' || meaning.day !== null || !dated.includes('T')) return false;
    // "between 10 p.m. and 5 a.m."
    if (last?.value.startsWith('T') && from - last.phrase.to <= 1) return true;
    const beside = onDay(pieces, last, phrase, 'T') !== 'T';
    const dayTold = found.some(({ value }) => /^\d{4}-\d{2}-\d{2}/.test(value));
    return !beside && isOfAnyDay(sentence, pieces, from, to, dayTold);
  };
  for (let i = 0; i < pieces.length; ) {
    const phrase = timePhraseAt(pieces, i);
    if (phrase === null) {
      i++;
      continue;
    }
    i = phrase.to;
    if (!put(phrase)) continue;
    const behind = dayBehind(pieces, i, phrase);
    if (behind !== null && put(behind)) i = behind.to;
  }
  const extents = found.map(({ phrase, value }) => {
    const { meaning } = phrase;
    if (meaning.kind === 'year' && meaning.through !== undefined)
      return { start: value, end: String(meaning.through) };
    return extentOf(value, phrase.mod, relationAt(pieces, phrase.from), parsed.published);
  });
  joinRanges(pieces, found, extents);
  return found.map(({ phrase, type, value }, k) => ({
    span: { start: pieces[phrase.from]!.start, end: pieces[phrase.to - 1]!.end },
    type,
    value,
    mod: modOf(phrase.mod, value),
    start: extents[k]?.start ?? null,
    end: extents[k]?.end ?? null,
    sentence: sentence.index,
  }));
}

/** "earlier this week" is its beginning; "earlier Friday" is Friday. */
function modOf(mod: Mod | null, value: string): LocalTime['mod'] {
  if (mod !== 'EARLIER' && mod !== 'LATER') return mod;
  if (/^\d{4}-\d{2}-\d{2}/.test(value)) return null;
  return mod === 'EARLIER' ? 'START' : 'END';
}

/** "Friday at 5 p.m.": a time of day without a day of its own is of the day named next before. */
function onDay(pieces: readonly Piece[], last: Found | undefined, phrase: TimePhrase, value: string): string {
  if (phrase.meaning.kind !== 'clock' || phrase.meaning.day !== null || last === undefined) return value;
  if (!/^\d{4}-\d{2}-\d{2}/.test(last.value) || phrase.from - last.phrase.to > 2) return value;
  for (let k = last.phrase.to; k < phrase.from; k++)
    if (!/^(?:at|around|about|by|from|,)$/.test(pieces[k]!.key)) return value;
  return last.value.slice(0, 10) + value.slice(value.indexOf('T'));
}

/** "from June 2 through Sept. 30": the end lies behind the start, in the same year or the next. */
function inOrder(
  pieces: readonly Piece[],
  last: Found | undefined,
  phrase: TimePhrase,
  value: string,
): string {
  const { meaning } = phrase;
  if (last?.phrase.meaning.kind !== 'date' || meaning.kind !== 'date' || meaning.year !== null) return value;
  if (
    !/^\d{4}-\d{2}/.test(last.value) ||
    !/^\d{4}-\d{2}/.test(value) ||
    !isJoined(pieces, last.phrase, phrase)
  )
    return value;
  const same = last.value.slice(0, 4) + value.slice(4);
  return same >= last.value.slice(0, same.length)
    ? same
    : String(Number(last.value.slice(0, 4)) + 1) + value.slice(4);
}

/** The word next before a time that makes it an end of a stretch: "since", "through", "by". */
function relationAt(pieces: readonly Piece[], from: number): Relation | null {
  const word = pieces[from - 1]?.key ?? '';
  const relation = RELATIONS[word] ?? null;
  // "shortly after", "a day before": the words before tell how far.
  if (
    (relation === 'before' || relation === 'after') &&
    /^(?:shortly|soon|just|immediately|days?|weeks?|months?|years?|hours?|minutes?|right|long)$/.test(
      pieces[from - 2]?.key ?? '',
    )
  )
    return null;
  // "day by day", "confirmed by Monday's vote"
  if (relation === 'by' && pieces[from - 2]?.key === 'day') return null;
  return relation;
}

/** "from June 2 through Sept. 30", "between May and July", "March 3-5", "2015-2019": both ends tell the stretch. */
function joinRanges(pieces: readonly Piece[], found: readonly Found[], extents: (Extent | null)[]): void {
  for (let k = 1; k < found.length; k++) {
    const [a, b] = [found[k - 1]!.phrase, found[k]!.phrase];
    const [first, second] = [extents[k - 1], extents[k]];
    if (first == null || second == null || !isJoined(pieces, a, b)) continue;
    const [start, end] = [
      extentOf(found[k - 1]!.value, a.mod, null, null)!.start!,
      extentOf(found[k]!.value, b.mod, null, null)!.end!,
    ];
    if (start > end.padEnd(start.length, '9')) continue;
    extents[k - 1] = { start, end };
    extents[k] = { start, end };
  }
}

/** Pieces before a time in which "from" or "between" opens a stretch. */
const OPENER_WINDOW = 3;

function isJoined(pieces: readonly Piece[], a: TimePhrase, b: TimePhrase): boolean {
  const clocks = a.meaning.kind === 'clock' && b.meaning.kind === 'clock';
  if (!clocks && !(CALENDAR.has(a.meaning.kind) && CALENDAR.has(b.meaning.kind))) return false;
  let at = a.to;
  if (pieces[at]?.text === ',') at++;
  const joint = pieces[at];
  if (joint === undefined) return false;
  if (
    joint.key === 'and' &&
    /^(?:run|runs|last|lasts|continue|continues|end|ends|go|goes)$/.test(pieces[at + 1]?.key ?? '')
  ) {
    const to = pieces[at + 2]?.key === 'on' ? at + 3 : at + 2;
    return /^(?:through|until|till|to)$/.test(pieces[to]?.key ?? '') && to + 1 === b.from;
  }
  if (at + 1 !== b.from) return false;
  if (isDash(joint)) return a.meaning.kind === b.meaning.kind;
  if (/^(?:through|until|till|thru)$/.test(joint.key)) return true;
  if (joint.key !== 'to' && joint.key !== 'and') return false;
  for (let k = a.from - 1; k >= Math.max(0, a.from - OPENER_WINDOW); k--) {
    const { key } = pieces[k]!;
    if (joint.key === 'to' ? key === 'from' : key === 'between') return true;
  }
  // "March 3 to 5"
  return joint.key === 'to' && a.meaning.kind === 'date' && b.meaning.kind === 'date';
}

const CALENDAR: ReadonlySet<TimePhrase['meaning']['kind']> = new Set([
  'date',
  'year',
  'weekday',
  'day',
  'month',
  'season',
  'quarter',
  'holiday',
  'unit',
]);
