/** Reuse between all documents of a corpus, as plain numbers: what a corpus too large for strings streams. */

import type { Block, BlockRole } from '../model/document.js';
import type { Span } from '../model/span.js';
import { boilerplateLines, type Line } from './boilerplate.js';
import { withFullestOnly } from './families.js';
import { type Acceptance, Aligner, FIELDS } from './kernel/align.js';
import { candidates } from './kernel/candidates.js';
import { type Corpus, readCorpus } from './kernel/corpus.js';
import { Uint32List } from './kernel/grow.js';
import { group } from './kernel/postings.js';
import { tokenise, tokenSink } from './kernel/tokens.js';

export interface ReuseDocument {
  readonly id: string;
  readonly text: string;
  readonly outlet: string | null;
  /** Empty where the text is not parted yet: then all of it is read. */
  readonly blocks: readonly Block[];
}

export interface ReuseOptions {
  /** An exact run of this many words is a passage (words `\w+`, case and accents folded). */
  readonly minTokens?: number;
  /** Pairs within a family of more than 20: all, or each member with the fullest (default, DESIGN §3). */
  readonly pairs?: 'all' | 'fullest';
}

/** Two aligned stretches: UTF-16 offsets into the texts of documents a < b (indices), words on each side, words matched. */
export interface ReuseRow {
  readonly a: number;
  readonly b: number;
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
  readonly aWords: number;
  readonly bWords: number;
  readonly matched: number;
}

/** Offsets of a boilerplate line in document `doc` (an index). */
export interface BoilerplateRow extends Span {
  readonly doc: number;
}

export const MIN_TOKENS = 12;
/**
 * Edited text has no long run: this many matched words, at this part of the longer side (notes/text-reuse.md;
 * chance 3-grams of unrelated news stay under it).
 */
const MIN_MATCHED = 14;
const MIN_DENSITY = 0.4;

/** Roles whose lines are no text of the article. */
const LEFT_OUT: ReadonlySet<BlockRole> = new Set<BlockRole>(['boilerplate', 'byline', 'copyright', 'credit']);

/** Rows sorted by a, start in a, b, start in b; boilerplate by document and start. */
export function findRows(
  documents: readonly ReuseDocument[],
  options: ReuseOptions = {},
): { readonly rows: ReuseRow[]; readonly boilerplate: BoilerplateRow[] } {
  const { minTokens = MIN_TOKENS, pairs = 'fullest' } = options;
  if (!Number.isInteger(minTokens) || minTokens < 3)
    throw new RangeError(`minTokens must be a whole number from 3 up, not ${minTokens}`);
  const readable = documents.map((document) => ({ text: document.text, spans: spansRead(document) }));
  const corpus = readCorpus(readable);
  const lines = boilerplateLines(
    corpus,
    documents.map((document) => document.outlet),
  );
  const quiet = lines.length > 0 ? quietTokens(corpus, lines) : null;
  const quietDocs = new Uint8Array(corpus.length);
  for (const line of lines) quietDocs[line.doc] = 1;
  const postings = group(
    corpus.hashes,
    corpus.positions,
    corpus.docs,
    corpus.fingerprintStarts[corpus.length]!,
  );
  const found = candidates(corpus, postings, quiet);
  const toAlign =
    pairs === 'all'
      ? { length: found.length, a: found.earlier, b: found.later }
      : withFullestOnly(corpus, found);

  const acceptance: Acceptance = {
    run: minTokens,
    matched: Math.max(minTokens, MIN_MATCHED),
    density: MIN_DENSITY,
  };
  const aligned = alignPairs(corpus, toAlign, quiet, quietDocs, acceptance);
  return withOffsets(readable, corpus, aligned, lines);
}

export function spansRead(document: ReuseDocument): readonly Span[] {
  if (document.blocks.length === 0) return [{ start: 0, end: document.text.length }];
  return document.blocks.filter((block) => !LEFT_OUT.has(block.role));
}

function quietTokens(corpus: Corpus, lines: readonly Line[]): Uint8Array {
  const quiet = new Uint8Array(corpus.tokenStarts[corpus.length]!);
  for (const line of lines) quiet.fill(1, line.start, line.end);
  return quiet;
}

/** Rows of 2 + FIELDS numbers: a, b, then token stretches and matched. */
const ALIGNED = 2 + FIELDS;

function alignPairs(
  corpus: Corpus,
  pairs: { readonly length: number; readonly a: Uint32Array; readonly b: Uint32Array },
  quiet: Uint8Array | null,
  quietDocs: Uint8Array,
  acceptance: Acceptance,
): Uint32List {
  const { tokens, tokenStarts } = corpus;
  // Which side is loaded depends on the texts alone, so that the order of documents only swaps sides.
  const loaded = new Uint32Array(pairs.length);
  const byLoaded = new Uint32Array(pairs.length);
  for (let p = 0; p < pairs.length; p++) {
    byLoaded[p] = p;
    loaded[p] = comesFirst(corpus, pairs.a[p]!, pairs.b[p]!) ? pairs.a[p]! : pairs.b[p]!;
  }
  byLoaded.sort((p, q) => loaded[p]! - loaded[q]! || p - q);

  const aligner = new Aligner(tokens, quiet, acceptance);
  const out = new Uint32List();
  const found = new Uint32List();
  let current = -1;
  for (const p of byLoaded) {
    const a = pairs.a[p]!;
    const b = pairs.b[p]!;
    const x = loaded[p]!;
    const y = x === a ? b : a;
    if (x !== current) {
      aligner.load(tokenStarts[x]!, tokenStarts[x + 1]!);
      current = x;
    }
    found.length = 0;
    aligner.align(tokenStarts[y]!, tokenStarts[y + 1]!, quietDocs[a] === 1 && quietDocs[b] === 1, found);
    if (quiet !== null && !sharesText(found, quiet, acceptance.run)) continue;
    for (let r = 0; r < found.length; r += FIELDS) {
      const [startX, endX, startY, endY, matched] = found.values.subarray(
        r,
        r + FIELDS,
      ) as unknown as number[];
      out.push(a);
      out.push(b);
      out.push(x === a ? startX! : startY!);
      out.push(x === a ? endX! : endY!);
      out.push(x === a ? startY! : startX!);
      out.push(x === a ? endY! : endX!);
      out.push(matched!);
    }
  }
  return out;
}

/** False where two documents share nothing but lines that the outlet of either repeats under its articles. */
function sharesText(found: Uint32List, quiet: Uint8Array, least: number): boolean {
  for (let r = 0; r < found.length; r += FIELDS) {
    let text = Number.POSITIVE_INFINITY;
    for (const side of [r, r + 2]) {
      let words = 0;
      for (let t = found.values[side]!; t < found.values[side + 1]!; t++) if (quiet[t] === 0) words++;
      text = Math.min(text, words);
    }
    if (text >= least / 2) return true;
  }
  return false;
}

/** The shorter text, of equally long ones the one whose first differing token is less. */
function comesFirst(corpus: Corpus, a: number, b: number): boolean {
  const startA = corpus.tokenStarts[a]!;
  const startB = corpus.tokenStarts[b]!;
  const lengthA = corpus.tokenStarts[a + 1]! - startA;
  const lengthB = corpus.tokenStarts[b + 1]! - startB;
  if (lengthA !== lengthB) return lengthA < lengthB;
  for (let i = 0; i < lengthA; i++) {
    const difference = corpus.tokens[startA + i]! - corpus.tokens[startB + i]!;
    if (difference !== 0) return difference < 0;
  }
  return true;
}

/** Token indices turned into offsets, each document that has any tokenised once more. */
function withOffsets(
  readable: readonly { readonly text: string; readonly spans: readonly Span[] }[],
  corpus: Corpus,
  aligned: Uint32List,
  lines: readonly Line[],
): { rows: ReuseRow[]; boilerplate: BoilerplateRow[] } {
  const count = aligned.length / ALIGNED;
  const value = (row: number, field: number) => aligned.values[row * ALIGNED + field]!;
  // Both sides of all rows and lines, by document.
  const sides = new Uint32Array(corpus.length + 1);
  for (let r = 0; r < count; r++) {
    sides[value(r, 0) + 1]!++;
    sides[value(r, 1) + 1]!++;
  }
  for (let doc = 0; doc < corpus.length; doc++) sides[doc + 1]! += sides[doc]!;
  const at = sides.slice();
  const sideRows = new Uint32Array(count * 2);
  for (let r = 0; r < count; r++) {
    sideRows[at[value(r, 0)]!++] = r * 2;
    sideRows[at[value(r, 1)]!++] = r * 2 + 1;
  }
  const starts = new Uint32Array(count * 2);
  const ends = new Uint32Array(count * 2);
  const boilerplate: BoilerplateRow[] = [];
  const sink = tokenSink(true);
  let line = 0;
  for (let doc = 0; doc < corpus.length; doc++) {
    if (sides[doc] === sides[doc + 1] && lines[line]?.doc !== doc) continue;
    sink.length = sink.lines = 0;
    tokenise(readable[doc]!.text, readable[doc]!.spans, sink);
    const base = corpus.tokenStarts[doc]!;
    for (let s = sides[doc]!; s < sides[doc + 1]!; s++) {
      const side = sideRows[s]!;
      const field = 2 + (side & 1) * 2;
      starts[side] = sink.starts![value(side >>> 1, field) - base]!;
      ends[side] = sink.ends![value(side >>> 1, field + 1) - 1 - base]!;
    }
    for (; lines[line]?.doc === doc; line++) {
      const { start, end } = lines[line]!;
      boilerplate.push({ doc, start: sink.starts![start - base]!, end: sink.ends![end - 1 - base]! });
    }
  }
  const rows: ReuseRow[] = [];
  for (let r = 0; r < count; r++) {
    rows.push({
      a: value(r, 0),
      b: value(r, 1),
      aStart: starts[r * 2]!,
      aEnd: ends[r * 2]!,
      bStart: starts[r * 2 + 1]!,
      bEnd: ends[r * 2 + 1]!,
      aWords: value(r, 3) - value(r, 2),
      bWords: value(r, 5) - value(r, 4),
      matched: value(r, 6),
    });
  }
  rows.sort(
    (p, q) =>
      p.a - q.a ||
      p.aStart - q.aStart ||
      p.b - q.b ||
      p.bStart - q.bStart ||
      p.aEnd - q.aEnd ||
      p.bEnd - q.bEnd,
  );
  return { rows, boilerplate };
}
