import { FUTURE_WORDS, PAST_WORDS } from '../../language/en/tenses.js';
import type { LocalTime } from '../../model/analysis.js';
import type { ParsedSentence, ParsedText } from '../../text/parsed.js';
import { type Piece, piecesOf } from '../lexer.js';
import { intervalOf } from './calendar.js';
import { timePhraseAt } from './phrases.js';
import { type Narrative, resolve, type Tense } from './values.js';

/** A sentence without any of these holds no time. */
const HINT =
  /\d|day|week|month|year|decade|centur|quarter|hour|minute|second|night|morning|afternoon|evening|noon|dawn|now|current|present|nowadays|recent|lately|former|previous|soon|shortly|future|past|moment|so far|time|spring|summer|autumn|fall|winter|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|daily|annually|long ago|today|tomorrow|fortnight/i;

/** Expressions of time with TIMEX3 type and value, resolved against `parsed.published`; in text order. */
export function findTimes(parsed: ParsedText): LocalTime[] {
  const times: LocalTime[] = [];
  const narrative: Narrative = { quarter: null };
  for (const sentence of parsed.sentences) {
    if (!HINT.test(parsed.text.slice(sentence.start, sentence.end))) continue;
    times.push(...timesIn(parsed, sentence, piecesOf(parsed, sentence), narrative));
  }
  return times;
}

function timesIn(
  parsed: ParsedText,
  sentence: ParsedSentence,
  pieces: readonly Piece[],
  narrative: Narrative,
): LocalTime[] {
  const times: LocalTime[] = [];
  for (let i = 0; i < pieces.length; ) {
    const found = timePhraseAt(pieces, i);
    if (found === null || found.to <= i) {
      i++;
      continue;
    }
    const tense = tenseAt(pieces, found.from, found.to);
    const timex = resolve(found.meaning, parsed.published, tense, narrative);
    i = found.to;
    if (timex === null) continue;
    const interval = intervalOf(timex.value);
    times.push({
      span: { start: pieces[found.from]!.start, end: pieces[found.to - 1]!.end },
      type: timex.type,
      value: timex.value,
      start: interval?.start ?? null,
      end: interval?.end ?? null,
      sentence: sentence.index,
    });
  }
  return times;
}

/** Words looked at on each side of a time for the verb that tells the tense. */
const TENSE_WINDOW = 14;

/** The tense of the nearest verb before the time, else after it; null where neither tells. */
function tenseAt(pieces: readonly Piece[], from: number, to: number): Tense | null {
  for (let i = from - 1; i >= Math.max(0, from - TENSE_WINDOW); i--) {
    const tense = tenseOf(pieces, i);
    if (tense !== null) return tense;
    if (pieces[i]!.text === ';') break;
  }
  for (let i = to; i < Math.min(pieces.length, to + TENSE_WINDOW); i++) {
    const tense = tenseOf(pieces, i);
    if (tense !== null) return tense;
  }
  return null;
}

function tenseOf(pieces: readonly Piece[], i: number): Tense | null {
  const { key, type } = pieces[i]!;
  if (type !== 'word') return null;
  if (FUTURE_WORDS.has(key)) return 'future';
  if (PAST_WORDS.has(key) || (key.length > 4 && key.endsWith('ed'))) return 'past';
  return null;
}
