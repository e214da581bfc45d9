/**
 * Words as 32-bit hashes. A word is a run of letters, digits and underscores (`\w+` of Unicode), case and accents
 * folded; in scripts written without spaces each character is a word. Apostrophes and hyphens part words, so that
 * a run of n words `\w+` is a run of n tokens.
 */
import type { Span } from '../../model/span.js';
import { grown } from './grow.js';
import { FNV_SEED, fold } from './hash.js';

/** Tokens of one or many texts, one after the other. Only the first `length` (`lines`) entries count. */
export interface TokenSink {
  length: number;
  hashes: Uint32Array;
  /** UTF-16 offsets of each token in its own text; null where only the hashes are wanted. */
  starts: Uint32Array | null;
  ends: Uint32Array | null;
  /** Number of non-empty lines, and the token index just after each line's last token. */
  lines: number;
  lineEnds: Uint32Array;
}

export function tokenSink(withOffsets: boolean): TokenSink {
  const array = () => new Uint32Array(1024);
  return {
    length: 0,
    hashes: array(),
    starts: withOffsets ? array() : null,
    ends: withOffsets ? array() : null,
    lines: 0,
    lineEnds: array(),
  };
}

const SEPARATOR = 0;
/** Inside a word, not part of it: accents, soft hyphens, joiners. */
const IGNORED = 1;
/** Folds to several letters: ß, æ, ligatures. */
const SEVERAL = 2;
const UNKNOWN = 3;
const NEWLINE = 10;
const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;

/** Folded code unit by code unit, filled as characters are met: filling it all at start would cost 20 ms. */
const FOLD = new Uint16Array(0x10000).fill(UNKNOWN);
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
/** Scripts without spaces between words: Thai, Lao, Myanmar, Khmer, kana, Han. Below the first all have spaces. */
const UNSEGMENTED =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u;
const FIRST_UNSEGMENTED = 0x0e00;
const SINGLE = new Uint8Array(0x10000);

function classify(code: number): number {
  const character = String.fromCharCode(code);
  let folded: number;
  if (SEVERAL_LETTERS.has(code)) folded = SEVERAL;
  else if (IGNORABLE.test(character)) folded = IGNORED;
  else if (!WORD.test(character)) folded = SEPARATOR;
  else {
    const base = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const lower = base.length === 1 ? base : character.toLowerCase();
    folded = lower.length === 1 ? lower.charCodeAt(0) : code;
    if (UNSEGMENTED.test(character)) SINGLE[code] = 1;
  }
  FOLD[code] = folded;
  return folded;
}

/** Appends the tokens of the spans of a text, in order, to the sink. Each span ends a line, as does each newline. */
export function tokenise(text: string, spans: readonly Span[], sink: TokenSink): void {
  let most = sink.length + 1;
  for (const span of spans) most += span.end - span.start;
  if (most > sink.hashes.length) {
    sink.hashes = grown(sink.hashes, most);
    if (sink.starts) sink.starts = grown(sink.starts, most);
    if (sink.ends) sink.ends = grown(sink.ends, most);
  }
  for (const span of spans) tokeniseSpan(text, span.start, span.end, sink);
}

function tokeniseSpan(text: string, from: number, to: number, sink: TokenSink): void {
  const { hashes, starts, ends } = sink;
  let length = sink.length;
  let hash = FNV_SEED;
  let start = -1;
  // One step beyond the end, so that a word there is ended by the same code.
  for (let i = from; i <= to; i++) {
    let code = i < to ? text.charCodeAt(i) : NEWLINE;
    let folded = FOLD[code]!;
    if (folded > UNKNOWN && code < FIRST_UNSEGMENTED) {
      if (start < 0) {
        start = i;
        hash = FNV_SEED;
      }
      hash = fold(hash, folded);
      continue;
    }
    let width = 1;
    let single = false;
    if (folded === UNKNOWN) {
      if (code < FIRST_SURROGATE || code > LAST_SURROGATE) folded = classify(code);
      else {
        // Not cached: a pair is classified by its code point, a lone surrogate parts words.
        const point = i + 1 < to ? text.codePointAt(i)! : 0;
        folded = SEPARATOR;
        if (point > 0xffff) {
          const character = String.fromCodePoint(point);
          if (WORD.test(character)) {
            folded = text.charCodeAt(i + 1);
            single = UNSEGMENTED.test(character);
          } else code = 0;
          width = 2;
        }
      }
    }
    if (code >= FIRST_UNSEGMENTED && SINGLE[code] === 1) single = true;
    if (start >= 0 && (folded === SEPARATOR || single)) {
      hashes[length] = hash;
      if (starts !== null && ends !== null) {
        starts[length] = start;
        ends[length] = i;
      }
      length++;
      start = -1;
    }
    if (folded > IGNORED) {
      if (start < 0) {
        start = i;
        hash = FNV_SEED;
      }
      if (folded === SEVERAL) {
        const letters = SEVERAL_LETTERS.get(code)!;
        for (let k = 0; k < letters.length; k++) hash = fold(hash, letters.charCodeAt(k));
      } else {
        if (width === 2) hash = fold(hash, code);
        hash = fold(hash, folded);
      }
      if (single) {
        hashes[length] = hash;
        if (starts !== null && ends !== null) {
          starts[length] = start;
          ends[length] = i + width;
        }
        length++;
        start = -1;
      }
    } else if (code === NEWLINE && length > (sink.lines > 0 ? sink.lineEnds[sink.lines - 1]! : 0)) {
      if (sink.lines === sink.lineEnds.length) sink.lineEnds = grown(sink.lineEnds, sink.lines + 1);
      sink.lineEnds[sink.lines++] = length;
    }
    i += width - 1;
  }
  sink.length = length;
}
