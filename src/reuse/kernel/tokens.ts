/**
 * Words as 16-bit hashes: two different words are taken for one in 1 of 65,536 cases, and four in a row never by chance
 * alone. A word is a run of letters, digits and underscores (`\w+` of Unicode), case and accents folded; in scripts
 * written without spaces each character is a word. Apostrophes and hyphens part words, so that a run of n words `\w+`
 * is a run of n tokens. A word of more than 32,768 letters is read as several.
 */
import type { Span } from '../../model/span.js';
import { grown } from './grow.js';
import { FNV_PRIME, FNV_SEED, fold, mixed } from './hash.js';
import { MARK_TOKENS, MOST_BYTES, putToken } from './layout.js';

/** Tokens of many texts, one after the other. Only the first `length` (`lines`, `marks`, `layoutLength`) entries count. */
export class TokenSink {
  length = 0;
  tokens: Uint16Array = new Uint16Array(1024);
  /** Where the tokens stand, each text from its own beginning: see layout.ts. */
  layoutLength = 0;
  layout: Uint8Array = new Uint8Array(1024);
  marks = 0;
  markList: Uint32Array = new Uint32Array(64);
  /** Non-empty lines: the token index just after the last token of each, and a hash of its tokens. */
  lines = 0;
  lineEnds: Uint32Array = new Uint32Array(64);
  lineHashes: Uint32Array = new Uint32Array(64);

  /** Reading the layout can begin at this byte, with this offset. */
  mark(byte: number, offset: number): void {
    this.markList = grown(this.markList, 2 * this.marks + 2);
    this.markList[2 * this.marks] = byte;
    this.markList[2 * this.marks++ + 1] = offset;
  }

  /** Ends a line behind token `end`; one without tokens is none. */
  endLine(end: number, hash: number): void {
    if (end === (this.lines > 0 ? this.lineEnds[this.lines - 1]! : 0)) return;
    this.lineEnds = grown(this.lineEnds, this.lines + 1);
    this.lineHashes = grown(this.lineHashes, this.lines + 1);
    this.lineHashes[this.lines] = hash;
    this.lineEnds[this.lines++] = end;
  }
}

// What a code unit is; letters stand for themselves, folded, and all lie above these.
const SEPARATOR = 0;
/** Inside a word, not part of it: accents, soft hyphens, joiners. */
const IGNORED = 1;
/** Folds to several letters: ß, æ, ligatures. */
const SEVERAL = 2;
/** A word of its own. */
const SINGLE = 3;
/** Not looked up yet; surrogates always, since only their pair tells. */
const UNKNOWN = 4;
const NEWLINE = 10;
const SPACE = 32;
const FIRST_SURROGATE = 0xd800;
const FIRST_LOW = 0xdc00;
const LAST_SURROGATE = 0xdfff;

/** Filled as characters are met: filling it all at start would cost 20 ms. */
const CLASS = new Uint16Array(0x10000).fill(UNKNOWN);
CLASS[NEWLINE] = SEPARATOR;
const FOLDED_SINGLE = new Uint16Array(0x10000);
const SEVERAL_LETTERS: ReadonlyMap<number, string> = new Map(
  Object.entries({
    ß: 'ss',
    ẞ: 'ss',
    æ: 'ae',
    Æ: 'ae',
    œ: 'oe',
    Œ: 'oe',
    ﬀ: 'ff',
    ﬁ: 'fi',
    ﬂ: 'fl',
    ﬃ: 'ffi',
    ﬄ: 'ffl',
  }).map(([letter, letters]) => [letter.charCodeAt(0), letters]),
);
/** Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs; soft hyphen, zero-width (non-)joiners, tatweel. */
const IGNORABLE = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u00ad\u200b-\u200d\u2060\ufeff\u0640]/;
const WORD = /[\p{L}\p{N}\p{M}_]/u;
/** Scripts without spaces between words: Thai, Lao, Myanmar, Khmer, kana, Han. */
const UNSEGMENTED =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u;

function classify(code: number): number {
  const character = String.fromCharCode(code);
  let found: number;
  if (SEVERAL_LETTERS.has(code)) found = SEVERAL;
  else if (IGNORABLE.test(character)) found = IGNORED;
  else if (!WORD.test(character)) found = SEPARATOR;
  else {
    const base = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const lower = base.length === 1 ? base : character.toLowerCase();
    found = lower.length === 1 ? lower.charCodeAt(0) : code;
    if (UNSEGMENTED.test(character)) {
      FOLDED_SINGLE[code] = found;
      found = SINGLE;
    }
  }
  CLASS[code] = found;
  return found;
}

/** Code units that are read at once. */
const CHUNK = 1 << 15;
// A piece of a text as code units, a sentinel behind it, and what is found in it: room enough for a text of any length.
// Code units in an array are read in half the time that charCodeAt takes.
const UNITS = new Uint16Array(CHUNK + 1);
const UNIT_BYTES = Buffer.from(UNITS.buffer);
const TOKENS = new Uint16Array(CHUNK);
const LAYOUT = new Uint8Array(CHUNK + 2 * MOST_BYTES);

/** Appends the tokens of the spans of a text, in order, to the sink. Each span ends a line, as does each newline. */
export function tokenise(text: string, spans: readonly Span[], sink: TokenSink): void {
  sink.mark(sink.layoutLength, 0);
  const state = { text: sink.length, end: 0, line: FNV_SEED };
  for (const span of spans) {
    for (let from = span.start; from < span.end; ) {
      const to = pieceEnd(text, from, span.end);
      UNIT_BYTES.write(to - from === text.length ? text : text.slice(from, to), 0, 'utf16le');
      UNITS[to - from] = NEWLINE;
      tokenisePiece(from, to - from, sink, state);
      from = to;
    }
    sink.endLine(sink.length, state.line);
    state.line = FNV_SEED;
  }
}

/** Where the piece that begins at `from` ends: behind a space, if there is one. */
function pieceEnd(text: string, from: number, end: number): number {
  if (end - from <= CHUNK) return end;
  for (let at = from + CHUNK; at > from; at--) if (text.charCodeAt(at - 1) <= SPACE) return at;
  const last = text.charCodeAt(from + CHUNK - 1);
  return from + CHUNK - (last >= FIRST_SURROGATE && last < FIRST_LOW ? 1 : 0);
}

/** Token index of the text, offset where its last token ends, hash of the line so far. */
interface State {
  readonly text: number;
  end: number;
  line: number;
}

/** The units of a piece stand in UNITS; `offset` is that of the first in its text. */
function tokenisePiece(offset: number, units: number, sink: TokenSink, state: State): void {
  const first = sink.length;
  const firstByte = sink.layoutLength;
  // Tokens until the next mark.
  let unmarked = MARK_TOKENS - ((first - state.text) % MARK_TOKENS);
  let { line } = state;
  let end = state.end - offset;
  let count = 0;
  let bytes = 0;
  let i = 0;
  while (i < units) {
    const code = UNITS[i]!;
    let kind = CLASS[code]!;
    if (kind === SEPARATOR) {
      i++;
      if (code === NEWLINE) {
        sink.endLine(first + count, line);
        line = FNV_SEED;
      }
      continue;
    }
    const start = i;
    let hash = FNV_SEED;
    while (kind > UNKNOWN) {
      hash = Math.imul(hash ^ kind, FNV_PRIME);
      kind = CLASS[UNITS[++i]!]!;
    }
    if (kind !== SEPARATOR) {
      i = restOfWord(i, units, hash, i > start);
      if (!restIsWord) continue;
      hash = restHash;
    }
    const token = mixed(hash) >>> 16;
    TOKENS[count++] = token;
    line = Math.imul(line ^ token, FNV_PRIME);
    bytes = putToken(LAYOUT, bytes, start - end, i - start);
    end = i;
    if (--unmarked === 0) {
      sink.mark(firstByte + bytes, offset + end);
      unmarked = MARK_TOKENS;
    }
  }
  sink.tokens = grown(sink.tokens, first + count);
  sink.tokens.set(TOKENS.subarray(0, count), first);
  sink.layout = grown(sink.layout, firstByte + bytes);
  sink.layout.set(LAYOUT.subarray(0, bytes), firstByte);
  sink.length = first + count;
  sink.layoutLength = firstByte + bytes;
  state.line = line;
  state.end = offset + end;
}

// What restOfWord found besides its end: whether there is a word, and the hash of it.
let restIsWord = false;
let restHash = 0;

/** Reads on from a character that is no plain letter; `begun`: letters stand before it. Returns where the word ends. */
function restOfWord(from: number, to: number, before: number, begun: boolean): number {
  let i = from;
  let hash = before;
  restIsWord = begun;
  for (;;) {
    const code = UNITS[i]!;
    let kind = CLASS[code]!;
    if (kind === UNKNOWN && (code < FIRST_SURROGATE || code > LAST_SURROGATE)) kind = classify(code);
    let width = 1;
    if (kind === UNKNOWN) {
      // A pair is judged by its code point; a lone surrogate parts words.
      const low = UNITS[i + 1]!;
      const paired = i + 1 < to && code < FIRST_LOW && low >= FIRST_LOW && low <= LAST_SURROGATE;
      if (paired) width = 2;
      kind = paired ? classOfPair(code, low) : SEPARATOR;
    }
    if (kind === SEPARATOR || (kind === SINGLE && restIsWord) || (kind === IGNORED && !restIsWord)) {
      // A mark where no word is: it is passed over.
      if (!restIsWord) i += width;
      break;
    }
    if (kind === SEVERAL) {
      for (const letter of SEVERAL_LETTERS.get(code)!) hash = fold(hash, letter.charCodeAt(0));
    } else if (width === 2) hash = fold(fold(hash, code), UNITS[i + 1]!);
    else if (kind === SINGLE) hash = fold(hash, FOLDED_SINGLE[code]!);
    else if (kind !== IGNORED) hash = fold(hash, kind);
    restIsWord = true;
    i += width;
    if (kind === SINGLE) break;
  }
  restHash = hash;
  return i;
}

/** A letter of a pair is told from other kinds by being above them. */
function classOfPair(high: number, low: number): number {
  const character = String.fromCodePoint(0x10000 + ((high - FIRST_SURROGATE) << 10) + (low - FIRST_LOW));
  if (!WORD.test(character)) return SEPARATOR;
  return UNSEGMENTED.test(character) ? SINGLE : low;
}
