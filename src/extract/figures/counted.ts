import { CALENDAR_WORDS } from '../../language/en/common-words.js';
import { COUNTED_ENDS } from '../../language/en/number-contexts.js';
import { SMALL_NUMBERS } from '../../language/en/numbers.js';
import type { Span } from '../../model/span.js';
import type { ParsedSentence } from '../../text/parsed.js';
import { tokenAt } from '../../text/token-at.js';
import { isDash, type Piece } from '../lexer.js';

/** The head words of what a number counts. `to` is the piece after them. */
export interface Counted {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly to: number;
  /** Whose it is, where that stands inside: "the agency" in "of the agency's officers". */
  readonly owner: Span | null;
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
    if (DETERMINERS.has(pieces[i]?.key ?? '')) {
      i++;
      // "five of the eight seats", but "of the three-ton satellites"
      const number = pieces[i]?.type === 'number' || SMALL_NUMBERS[pieces[i]?.key ?? ''] !== undefined;
      if (number && !isDash(pieces[i + 1])) i++;
    }
    if (/^["“‘']$/.test(pieces[i]?.text ?? '')) i++;
  } else if (isDash(pieces[i]) && pieces[i]!.gap === (pieces[i + 1]?.gap ?? true) && pieces[i]!.text !== '—')
    i++;
  while (PASSED_OVER.has(pieces[i]?.key ?? '') && pieces[i + 1]?.type === 'word') i++;
  const first = pieces[i];
  // "33 percent Sunday"
  if (first === undefined || first.type !== 'word' || CALENDAR_WORDS.has(first.key)) return null;
  let owner: Span | null = null;
  let end = i;
  let head = -1;
  while (end < pieces.length && end - i < LONGEST_HEAD + 2) {
    const piece = pieces[end]!;
    if (isDash(piece) && !piece.gap && pieces[end + 1]?.gap === false) {
      end++;
      continue;
    }
    // "their year's income": what is possessed is counted.
    if (
      head >= 0 &&
      /^['’]$/.test(piece.text) &&
      !piece.gap &&
      (pieces[end + 1]?.key === 's' || pieces[end - 1]!.key.endsWith('s'))
    ) {
      owner = { start: pieces[i]!.start, end: pieces[end - 1]!.end };
      i = pieces[end + 1]?.key === 's' && !pieces[end + 1]!.gap ? end + 2 : end + 1;
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
      if (isPluralHead(piece.key) && !goesOn(sentence, pieces, piece, end)) break;
      continue;
    }
    // "three leading digital outlets"
    if (
      head >= 0 &&
      pos === 'ADJ' &&
      !isPluralHead(pieces[head]!.key) &&
      isPluralNoun(sentence, pieces[end + 1])
    ) {
      end++;
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
  const last = words.length > LONGEST_HEAD ? words.slice(-LONGEST_HEAD) : words;
  const keep = isDash(last[0]) ? last.slice(1) : last;
  const text = keep.map((piece, k) => (k > 0 && piece.gap ? ' ' : '') + piece.text).join('');
  return { text, start: keep[0]!.start, end: keep[keep.length - 1]!.end, to: head + 1, owner };
}

const DETERMINERS: ReadonlySet<string> = new Set('the these those its their his her our such all'.split(' '));
const PASSED_OVER: ReadonlySet<string> = new Set(
  'or more so less fewer additional other different further extra'.split(' '),
);
const isPluralHead = (key: string): boolean => /[^s]s$|people|men|women|children|police/.test(key);

function isPluralNoun(sentence: ParsedSentence, piece: Piece | undefined): boolean {
  return piece?.type === 'word' && isPluralHead(piece.key) && tokenAt(sentence, piece.start)?.pos === 'NOUN';
}

/** "police officers", "sports clubs": a short plural that another plural noun follows is its modifier. */
function goesOn(sentence: ParsedSentence, pieces: readonly Piece[], plural: Piece, end: number): boolean {
  const next = pieces[end];
  return (
    next?.type === 'word' &&
    !COUNTED_ENDS.has(next.key) &&
    next.key.endsWith('s') &&
    next.text === next.key &&
    tokenAt(sentence, next.start)?.pos === 'NOUN' &&
    (plural.key.length < 5 || plural.key === 'police')
  );
}

const OWNERS: ReadonlySet<string> = new Set('its their his her our'.split(' '));

/** Whose the figure from piece `from` on is: "the city's", "its" next before it; null where nothing tells. */
export function ownerBefore(sentence: ParsedSentence, pieces: readonly Piece[], from: number): Span | null {
  const before = pieces[from - 1];
  if (before === undefined) return null;
  if (OWNERS.has(before.key)) return { start: before.start, end: before.end };
  let last = from - 2;
  if (before.key === 's' && /^['’]$/.test(pieces[from - 2]?.text ?? '') && !before.gap) last = from - 3;
  else if (!(/^['’]$/.test(before.text) && !before.gap && pieces[last]?.key.endsWith('s'))) return null;
  let first = last;
  while (
    first > 0 &&
    last - first < LONGEST_OWNER &&
    pieces[first]!.gap &&
    isNominal(sentence, pieces[first - 1]!)
  )
    first--;
  return last < 0 || !isNominal(sentence, pieces[last]!)
    ? null
    : { start: pieces[first]!.start, end: pieces[last]!.end };
}

/** Words of an owner's name at most. */
const LONGEST_OWNER = 6;

/** "officers of the Chicago police": whose they are, told behind what is counted from piece `from` on. */
export function ownerAfter(
  sentence: ParsedSentence,
  pieces: readonly Piece[],
  from: number,
  counted: Counted,
): Span | null {
  if (counted.owner !== null) return counted.owner;
  const its = pieces[from]?.key === 'of' ? pieces[from + 1] : undefined;
  if (its !== undefined && OWNERS.has(its.key)) return { start: its.start, end: its.end };
  if (pieces[counted.to]?.key !== 'of') return null;
  const first = counted.to + 1;
  let to = first;
  while (
    to < pieces.length &&
    to - first < LONGEST_OWNER &&
    (isNominal(sentence, pieces[to]!) || (to === first && DETERMINERS.has(pieces[to]!.key)))
  )
    to++;
  while (to > first && !isNoun(sentence, pieces[to - 1]!)) to--;
  // "rounds of ammunition" belong to nobody.
  const named =
    DETERMINERS.has(pieces[first]?.key ?? '') ||
    tokenAt(sentence, pieces[first]?.start ?? -1)?.pos === 'PROPN';
  if (!named) return null;
  return to > first ? { start: pieces[first]!.start, end: pieces[to - 1]!.end } : null;
}

function isNominal(sentence: ParsedSentence, piece: Piece): boolean {
  if (piece.type !== 'word') return false;
  const pos = tokenAt(sentence, piece.start)?.pos;
  return pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ' || (pos === 'DET' && piece.key === 'the');
}

function isNoun(sentence: ParsedSentence, piece: Piece): boolean {
  const pos = tokenAt(sentence, piece.start)?.pos;
  return pos === 'NOUN' || pos === 'PROPN';
}
