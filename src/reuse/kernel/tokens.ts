/**
 * Words as 16-bit hashes: two different words are taken for one in 1 of 65,536 cases, and four in a row never by chance
 * alone. A word is a run of letters, digits and underscores (`\w+` of Unicode), case and accents folded; in scripts
 * written without spaces each character is a word. Apostrophes and hyphens part words, so that a run of n words `\w+`
 * is a run of n tokens. A word of more than 32,768 letters is read as several.
 */
import type { Span } from '../../model/span.js';
import { assembly, CHUNK, LAYOUT, LINES, MARKS, TOKENS, UNITS } from './assembly.js';
import { grown } from './grow.js';
import { FNV_SEED } from './hash.js';
import { MARK_TOKENS } from './layout.js';

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

const SPACE = 32;
const FIRST_HIGH = 0xd800;
const FIRST_LOW = 0xdc00;

/** Appends the tokens of the spans of a text, in order, to the sink. Each span ends a line, as does each newline. */
export function tokenise(text: string, spans: readonly Span[], sink: TokenSink): void {
  sink.mark(sink.layoutLength, 0);
  const state = { text: sink.length, end: 0, line: FNV_SEED };
  for (const span of spans) {
    for (let from = span.start; from < span.end; ) {
      const to = pieceEnd(text, from, span.end);
      UNITS.write(to - from === text.length ? text : text.slice(from, to), 0, 'utf16le');
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
  return from + CHUNK - (last >= FIRST_HIGH && last < FIRST_LOW ? 1 : 0);
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
  const untilMark = MARK_TOKENS - ((first - state.text) % MARK_TOKENS);
  const count = assembly.tokenise(units, state.end - offset, state.line, untilMark);
  const bytes = assembly.layoutBytes.value;
  for (let l = 0; l < assembly.lineCount.value; l++) sink.endLine(first + LINES[2 * l]!, LINES[2 * l + 1]!);
  for (let m = 0; m < assembly.markCount.value; m++)
    sink.mark(firstByte + MARKS[2 * m]!, offset + MARKS[2 * m + 1]!);
  sink.tokens = grown(sink.tokens, first + count);
  sink.tokens.set(TOKENS.subarray(0, count), first);
  sink.layout = grown(sink.layout, firstByte + bytes);
  sink.layout.set(LAYOUT.subarray(0, bytes), firstByte);
  sink.length = first + count;
  sink.layoutLength = firstByte + bytes;
  state.line = assembly.lastLine.value;
  state.end = offset + assembly.lastEnd.value;
}
