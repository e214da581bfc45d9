import {
  DIRECTING_VERBS,
  EXTENDING_VERBS,
  FUTURE_PARTICIPLES,
  FUTURE_WORDS,
  LINKING_VERBS,
  PAST_WORDS,
  PLANNING_VERBS,
} from '../../language/en/tenses.js';
import type { ParsedSentence } from '../../text/parsed.js';
import { tokenAt } from '../../text/token-at.js';
import type { Piece } from '../lexer.js';
import type { Tense } from './values.js';

/** Words looked at on each side of a time for the verb that tells the tense. */
const TENSE_WINDOW = 14;

/** The tense of the nearest verb before the time, else after it; null where neither tells. */
export function tenseAt(
  sentence: ParsedSentence,
  pieces: readonly Piece[],
  from: number,
  to: number,
): Tense | null {
  for (let i = from - 1; i >= Math.max(0, from - TENSE_WINDOW); i--) {
    const tense = tenseOf(sentence, pieces, i);
    if (tense !== null) return tense;
    if (pieces[i]!.text === ';') break;
  }
  for (let i = to; i < Math.min(pieces.length, to + TENSE_WINDOW); i++) {
    const tense = tenseOf(sentence, pieces, i);
    if (tense !== null) return tense;
  }
  return null;
}

/**
 * Whether a time of day to which nothing gives a day is of any day: "must close at 9 p.m."; "a child on the quay at two in the
 * morning is not at liberty", where the verb tells of no time. `dayTold`: the sentence has named a day before it.
 */
export function isOfAnyDay(
  sentence: ParsedSentence,
  pieces: readonly Piece[],
  from: number,
  to: number,
  dayTold: boolean,
): boolean {
  let present = false;
  for (let i = from - 1; i >= Math.max(0, from - TENSE_WINDOW) && pieces[i]!.text !== ';'; i--) {
    if (OF_RULES.has(pieces[i]!.key)) return true;
    if (tenseOf(sentence, pieces, i) !== null) return false;
    present ||= isPresent(sentence, pieces[i]!);
  }
  if (dayTold) return false;
  if (from <= OPENING && tenseAt(sentence, pieces, to, to) !== null) return false;
  return present || pieces.slice(to, to + TENSE_WINDOW).some((piece) => isPresent(sentence, piece));
}

/** "is", "applies": finite, and of no time that its form tells. */
function isPresent(sentence: ParsedSentence, { key, start }: Piece): boolean {
  if (/^(?:is|are|has|have|does|do)$/.test(key)) return true;
  return /[^s]s$/.test(key) && tokenAt(sentence, start)?.pos === 'VERB';
}

/** What may or must be done is so on any day. */
const OF_RULES: ReadonlySet<string> = new Set('must may can cannot shall should'.split(' '));
/** "At about nine": pieces before a time that opens a sentence. */
const OPENING = 3;

/** "asked it to suspend the checks until Aug. 31": the end lies behind the asking. */
export function isDirected(pieces: readonly Piece[], from: number): boolean {
  for (let i = from - 1; i >= Math.max(0, from - TENSE_WINDOW); i--) {
    if (/^[;:.]$/.test(pieces[i]!.text)) break;
    if (EXTENDING_VERBS.has(pieces[i]!.key)) return true;
  }
  let to = from - 1;
  const stop = Math.max(0, from - TENSE_WINDOW);
  while (to >= stop && pieces[to]!.key !== 'to') to--;
  if (to < stop || pieces[to + 1]?.type !== 'word' || pieces[to + 1]!.key === 'have') return false;
  for (let i = to - 1; i >= Math.max(0, to - DIRECTED_WINDOW); i--) {
    if (DIRECTING_VERBS.has(pieces[i]!.key)) return true;
    if (pieces[i]!.type === 'mark' && /^[;:.]$/.test(pieces[i]!.text)) return false;
  }
  return false;
}

/** Pieces between the verb that asks and "to". */
const DIRECTED_WINDOW = 6;

const isAdverb = (key: string): boolean => /ly$/.test(key) || key === 'not' || key === 'still';

function tenseOf(sentence: ParsedSentence, pieces: readonly Piece[], i: number): Tense | null {
  const { key, type, start } = pieces[i]!;
  if (type !== 'word') return null;
  if (FUTURE_WORDS.has(key)) return 'future';
  const auxiliary = (n: number): string => pieces[i - n]?.key ?? '';
  if (FUTURE_PARTICIPLES.has(key)) {
    // "set to", "due for", "expected to"; "the record set Aug. 6" is past, and so is "had been due to".
    const next = pieces[i + 1]?.key ?? '';
    const planned = next === 'to' || next === 'for' || /^(?:is|are|be|'s|'re)$/.test(auxiliary(1));
    if (planned) return /^(?:been)$/.test(auxiliary(1)) && auxiliary(2) === 'had' ? 'past' : 'future';
  }
  // "is to resume"
  if ((key === 'is' || key === 'are') && pieces[i + 1]?.key === 'to') return 'future';
  // "will be held", "may stay closed": the participle has the time of the verb before it.
  if (LINKING_VERBS.has(auxiliary(isAdverb(auxiliary(1)) ? 2 : 1))) return null;
  if (PAST_WORDS.has(key)) return 'past';
  const planning = PLANNING_VERBS.has(key);
  const ed = key.length > 4 && key.endsWith('ed') && !key.endsWith('eed');
  if (!planning && !ed) return null;
  const pos = tokenAt(sentence, start)?.pos;
  if (planning) return pos === 'VERB' ? 'future' : null;
  return pos === 'VERB' || pos === 'AUX' || pos === 'ADJ' ? 'past' : null;
}
