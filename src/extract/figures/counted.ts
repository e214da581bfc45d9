import { COUNTED_ENDS } from '../../language/en/number-contexts.js';
import type { ParsedSentence, Token } from '../../text/parsed.js';
import { isDash, type Piece } from '../lexer.js';

/** The head words of what a number counts. `to` is the piece after them. */
export interface Counted {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly to: number;
}

/** Words of a noun phrase kept at most, modifiers included. */
const LONGEST_HEAD = 4;

/** The noun phrase after piece `from`: "special agents" behind "500"; null where none follows. */
export function countedAfter(
  sentence: ParsedSentence,
  pieces: readonly Piece[],
  from: number,
): Counted | null {
  let i = from;
  if (pieces[i]?.key === 'of') {
    i++;
    if (/^(?:the|these|those|its|their|his|her|our|such|all)$/.test(pieces[i]?.key ?? '')) i++;
    if (/^["“‘']$/.test(pieces[i]?.text ?? '')) i++;
  } else if (isDash(pieces[i]) && !pieces[i]!.gap) i++;
  while (
    /^(?:or|more|so|less|fewer|additional|other|different|further|extra)$/.test(pieces[i]?.key ?? '') &&
    pieces[i + 1]?.type === 'word'
  )
    i++;
  const first = pieces[i];
  if (first === undefined || first.type !== 'word') return null;
  let end = i;
  let head = -1;
  while (end < pieces.length && end - i < LONGEST_HEAD + 2) {
    const piece = pieces[end]!;
    if (isDash(piece) && !piece.gap && pieces[end + 1]?.gap === false) {
      end++;
      continue;
    }
    // "their year's income": what is possessed is counted.
    if (head >= 0 && /^['’]$/.test(piece.text) && !piece.gap && pieces[end + 1]?.key === 's') {
      i = end + 2;
      end = i;
      head = -1;
      continue;
    }
    if (piece.type !== 'word' || COUNTED_ENDS.has(piece.key)) break;
    if (piece.text === '.' || (end > i && !piece.gap && !isDash(pieces[end - 1]))) break;
    const pos = tokenAt(sentence, piece.start)?.pos;
    if (pos === 'NOUN' || pos === 'PROPN') {
      head = end;
      end++;
      // A plural ends the phrase: "500 special agents work", "10 arrests Monday".
      if (
        /[^s]s$|people|men|women|children|police/.test(piece.key) &&
        !(
          pieces[end]?.type === 'word' &&
          !COUNTED_ENDS.has(pieces[end]!.key) &&
          isNoun(sentence, pieces[end]!) &&
          pieces[end]!.key.endsWith('s') &&
          pieces[end]!.text === pieces[end]!.key &&
          tokenAt(sentence, pieces[end]!.start)?.pos === 'NOUN' &&
          piece.key.length < 5
        )
      )
        break;
      continue;
    }
    if (head >= 0) break;
    if (pos === 'ADJ' || pos === 'VERB' || pos === 'ADV' || pos === 'NUM' || pos === 'X') {
      if (pos === 'VERB' && !/(?:ed|ing|en)$/.test(piece.key)) break;
      end++;
      continue;
    }
    break;
  }
  if (head < 0) return null;
  const words = pieces.slice(i, head + 1);
  const keep = words.length > LONGEST_HEAD ? words.slice(-LONGEST_HEAD) : words;
  const text = keep.map((piece, k) => (k > 0 && piece.gap ? ' ' : '') + piece.text).join('');
  return { text, start: keep[0]!.start, end: keep[keep.length - 1]!.end, to: head + 1 };
}

function isNoun(sentence: ParsedSentence, piece: Piece): boolean {
  const pos = tokenAt(sentence, piece.start)?.pos;
  return pos === 'NOUN' || pos === 'PROPN';
}

/** The token that covers an offset; binary search. */
export function tokenAt(sentence: ParsedSentence, offset: number): Token | null {
  const { tokens } = sentence;
  let low = 0;
  let high = tokens.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const token = tokens[middle]!;
    if (offset < token.start) high = middle - 1;
    else if (offset >= token.end) low = middle + 1;
    else return token;
  }
  return null;
}
