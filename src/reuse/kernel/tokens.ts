/**
 * Words as 16-bit hashes: two different words are taken for one in 1 of 65,536 cases, and four in a row never by chance
 * alone. A word is a run of letters, digits and underscores (`\w+` of Unicode), case and accents folded; in scripts
 * written without spaces each character is a word. Apostrophes and hyphens part words, so that a run of n words `\w+`
 * is a run of n tokens.
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

  /** Token index of the text at hand. */
  textStart = 0;

  /** Reading the layout can begin at this byte, with this offset. */
  mark(byte: number, offset: number): void {
    this.markList[2 * this.marks] = byte;
    this.markList[2 * this.marks++ + 1] = offset;
  }

  endLine(): void {
    const start = this.lines > 0 ? this.lineEnds[this.lines - 1]! : 0;
    if (this.length === start) return;
    if (this.lines === this.lineEnds.length) {
      this.lineEnds = grown(this.lineEnds, this.lines + 1);
      this.lineHashes = grown(this.lineHashes, this.lines + 1);
    }
    let hash = FNV_SEED;
    for (let t = start; t < this.length; t++) hash = fold(hash, this.tokens[t]!);
    this.lineHashes[this.lines] = hash;
    this.lineEnds[this.lines++] = this.length;
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

/** The text as code units, read faster than from the string: it is copied here, a sentinel behind it. */
let units = new Uint16Array(1 << 16);
let unitBytes = Buffer.from(units.buffer);

/** Appends the tokens of the spans of a text, in order, to the sink. Each span ends a line, as does each newline. */
export function tokenise(text: string, spans: readonly Span[], sink: TokenSink): void {
  if (text.length >= units.length) {
    units = new Uint16Array(Math.max(text.length + 1, units.length * 2));
    unitBytes = Buffer.from(units.buffer);
  }
  unitBytes.write(text, 0, 'utf16le');
  let most = 0;
  for (const span of spans) most += span.end - span.start;
  sink.tokens = grown(sink.tokens, sink.length + most);
  // A token has a code unit of its own at least, and one that needs an escape has more of them than bytes.
  sink.layout = grown(sink.layout, sink.layoutLength + text.length + MOST_BYTES);
  sink.markList = grown(sink.markList, 2 * (sink.marks + Math.floor(most / MARK_TOKENS) + 2));
  sink.textStart = sink.length;
  sink.mark(sink.layoutLength, 0);
  let end = 0;
  for (const span of spans) {
    const behind = units[span.end]!;
    units[span.end] = NEWLINE;
    end = tokeniseSpan(span.start, span.end, end, sink);
    units[span.end] = behind;
    sink.endLine();
  }
}

/** `before`: where the token before ends. Returns where the last token ends. */
function tokeniseSpan(from: number, to: number, before: number, sink: TokenSink): number {
  const source = units;
  const classes = CLASS;
  const { tokens, layout, textStart } = sink;
  let { length, layoutLength } = sink;
  let end = before;
  let i = from;
  while (i < to) {
    const code = source[i]!;
    let kind = classes[code]!;
    if (kind === SEPARATOR) {
      i++;
      if (code === NEWLINE) {
        sink.length = length;
        sink.endLine();
      }
      continue;
    }
    const start = i;
    let hash = FNV_SEED;
    while (kind > UNKNOWN) {
      hash = Math.imul(hash ^ kind, FNV_PRIME);
      kind = classes[source[++i]!]!;
    }
    if (kind !== SEPARATOR) {
      i = restOfWord(i, to, hash, i > start);
      if (!restIsWord) continue;
      hash = restHash;
    }
    tokens[length++] = mixed(hash) >>> 16;
    layoutLength = putToken(layout, layoutLength, start - end, i - start);
    end = i;
    if (((length - textStart) & (MARK_TOKENS - 1)) === 0) sink.mark(layoutLength, end);
  }
  sink.length = length;
  sink.layoutLength = layoutLength;
  return end;
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
    const code = units[i]!;
    let kind = CLASS[code]!;
    if (kind === UNKNOWN && (code < FIRST_SURROGATE || code > LAST_SURROGATE)) kind = classify(code);
    let width = 1;
    if (kind === UNKNOWN) {
      // A pair is judged by its code point; a lone surrogate parts words.
      const low = units[i + 1]!;
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
    } else if (width === 2) hash = fold(fold(hash, code), units[i + 1]!);
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
