/** The documents of several segments, numbered through. */
import { grown } from './kernel/grow.js';
import { FNV_PRIME, mixed } from './kernel/hash.js';
import { readLayout } from './kernel/layout.js';
import type { Allocate, Segment } from './segment.js';

export interface Corpus {
  /** Documents. */
  readonly length: number;
  readonly segments: readonly Segment[];
  /** First document of each segment, and the end of the last. */
  readonly firstOf: readonly number[];
  /** Segment of each document. */
  readonly segmentOf: Uint16Array;
  /**
   * Stretches of tokens that an outlet repeats under its articles: start and end of each in its document's segment,
   * those of a document together and in order; and the first of each document (pairs), and the end of the last.
   */
  readonly quiet: Uint32Array;
  readonly quietStarts: Uint32Array;
  /** 1 where a document takes no part, a second row of one id. */
  readonly skipped: Uint8Array;
}

/** No line is boilerplate yet. Throws RangeError for more segments than can be numbered. */
export function corpusOf(segments: readonly Segment[], allocate: Allocate): Corpus {
  if (segments.length > 0xffff) throw new RangeError(`a corpus has at most 65,535 segments`);
  const firstOf = [0];
  for (const { documents } of segments) firstOf.push(firstOf.at(-1)! + documents);
  const length = firstOf.at(-1)!;
  const segmentOf = new Uint16Array(allocate(length * 2));
  segments.forEach((_, s) => {
    segmentOf.fill(s, firstOf[s]!, firstOf[s + 1]!);
  });
  return {
    length,
    segments,
    firstOf,
    segmentOf,
    quiet: new Uint32Array(0),
    quietStarts: new Uint32Array(allocate((length + 1) * 4)),
    skipped: new Uint8Array(allocate(length)),
  };
}

export function segmentOf(corpus: Corpus, doc: number): Segment {
  return corpus.segments[corpus.segmentOf[doc]!]!;
}

/** Index of a document in its segment. */
export function indexOf(corpus: Corpus, doc: number): number {
  return doc - corpus.firstOf[corpus.segmentOf[doc]!]!;
}

export function tokenCount(corpus: Corpus, doc: number): number {
  const { tokenStarts } = segmentOf(corpus, doc);
  const index = indexOf(corpus, doc);
  return tokenStarts[index + 1]! - tokenStarts[index]!;
}

/** A hash of up to `count` tokens of a document from `place` on. */
export function longHash(corpus: Corpus, doc: number, place: number, count: number): number {
  const { tokens, tokenStarts } = segmentOf(corpus, doc);
  const index = indexOf(corpus, doc);
  const from = tokenStarts[index]! + place;
  const to = Math.min(from + count, tokenStarts[index + 1]!);
  let hash = to - from;
  for (let t = from; t < to; t++) hash = Math.imul(hash, FNV_PRIME) + tokens[t]!;
  return mixed(hash);
}

/** Whether a token of a document, counted in its segment, stands in a line that its outlet repeats. */
export function isQuiet({ quiet, quietStarts }: Corpus, doc: number, token: number): boolean {
  for (let q = quietStarts[doc]!; q < quietStarts[doc + 1]!; q++) {
    if (quiet[2 * q]! <= token && token < quiet[2 * q + 1]!) return true;
  }
  return false;
}

/** Offsets of a stretch of tokens (in the segment) of a document. */
export function locator(
  corpus: Corpus,
): (doc: number, start: number, end: number) => readonly [number, number] {
  let starts: Uint32Array = new Uint32Array(0);
  let ends: Uint32Array = new Uint32Array(0);
  return (doc, start, end) => {
    const { tokenStarts, layout, marks, markStarts } = segmentOf(corpus, doc);
    const index = indexOf(corpus, doc);
    const first = tokenStarts[index]!;
    starts = grown(starts, end - first);
    ends = grown(ends, end - first);
    readLayout(layout, marks, markStarts[index]!, start - first, end - first, starts, ends);
    return [starts[start - first]!, ends[end - 1 - first]!];
  };
}
