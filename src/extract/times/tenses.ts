import {
  DIRECTING_VERBS,
  EXTENDING_VERBS,
  FUTURE_PARTICIPLES,
  FUTURE_WORDS,
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
  if (PAST_WORDS.has(key)) return 'past';
  const planning = PLANNING_VERBS.has(key);
  const ed = key.length > 4 && key.endsWith('ed') && !key.endsWith('eed');
  if (!planning && !ed) return null;
  const pos = tokenAt(sentence, start)?.pos;
  if (planning) return pos === 'VERB' ? 'future' : null;
  return pos === 'VERB' || pos === 'AUX' || pos === 'ADJ' ? 'past' : null;
}
