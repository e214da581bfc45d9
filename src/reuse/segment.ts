/** A stretch of a corpus: the tokens of some documents in flat arrays, one document after the other. */
import type { Span } from '../model/span.js';
import { grown } from './kernel/grow.js';
import { TokenSink, tokenise } from './kernel/tokens.js';

/** Arrays of a segment may be shared between threads; nothing in it is ever moved. */
export interface Segment {
  readonly documents: number;
  readonly tokens: Uint16Array;
  /** First token of each document, and the end of the last. */
  readonly tokenStarts: Uint32Array;
  readonly layout: Uint8Array;
  /** Where reading the layout can begin, and the first mark of each document: see layout.ts. */
  readonly marks: Uint32Array;
  readonly markStarts: Uint32Array;
  /** Token index behind each line, a hash of its tokens; first line of each document, and the end of the last. */
  readonly lineEnds: Uint32Array;
  readonly lineHashes: Uint32Array;
  readonly lineStarts: Uint32Array;
}

/** Room for a number of bytes: an ArrayBuffer, or one that threads share. */
export type Allocate = (bytes: number) => ArrayBufferLike;
export const ownMemory: Allocate = (bytes) => new ArrayBuffer(bytes);
export const sharedMemory: Allocate = (bytes) => new SharedArrayBuffer(bytes);

/** Gathers documents into segments. */
export class SegmentBuilder {
  private readonly sink = new TokenSink();
  private documents = 0;
  private tokenStarts: Uint32Array = new Uint32Array(64);
  private markStarts: Uint32Array = new Uint32Array(64);
  private lineStarts: Uint32Array = new Uint32Array(64);

  /** Tokens gathered. */
  get tokens(): number {
    return this.sink.length;
  }

  /**
   * What is gathered so far; it holds until the next document is added, and its arrays, but for
   * `lineEnds`, may be longer than it.
   */
  get live(): Segment {
    const { sink, documents, tokenStarts, markStarts, lineStarts } = this;
    const { tokens, layout, markList: marks, lineHashes } = sink;
    const lineEnds = sink.lineEnds.subarray(0, sink.lines);
    return { documents, tokens, tokenStarts, layout, marks, markStarts, lineEnds, lineHashes, lineStarts };
  }

  /** Only what lies in the spans is read. */
  add(text: string, spans: readonly Span[]): void {
    const { sink } = this;
    this.tokenStarts = grown(this.tokenStarts, this.documents + 2);
    this.markStarts = grown(this.markStarts, this.documents + 2);
    this.lineStarts = grown(this.lineStarts, this.documents + 2);
    this.markStarts[this.documents++] = sink.marks;
    tokenise(text, spans, sink);
    this.tokenStarts[this.documents] = sink.length;
    this.lineStarts[this.documents] = sink.lines;
  }

  /** What was gathered, copied out; the builder is empty then. */
  take(allocate: Allocate): Segment {
    const { sink, documents, tokenStarts, markStarts, lineStarts } = this;
    const words = (list: Uint32Array, length: number) => {
      const array = new Uint32Array(allocate(length * 4));
      array.set(list.subarray(0, length));
      return array;
    };
    const tokens = new Uint16Array(allocate(sink.length * 2));
    tokens.set(sink.tokens.subarray(0, sink.length));
    const layout = new Uint8Array(allocate(sink.layoutLength));
    layout.set(sink.layout.subarray(0, sink.layoutLength));
    const segment = {
      documents,
      tokens,
      tokenStarts: words(tokenStarts, documents + 1),
      layout,
      marks: words(sink.markList, sink.marks * 2),
      markStarts: words(markStarts, documents),
      lineEnds: words(sink.lineEnds, sink.lines),
      lineHashes: words(sink.lineHashes, sink.lines),
      lineStarts: words(lineStarts, documents + 1),
    };
    sink.length = sink.layoutLength = sink.marks = sink.lines = 0;
    this.documents = 0;
    return segment;
  }
}
