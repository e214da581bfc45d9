/** Lines that an outlet prints under many of its articles: newsletter pleas, notices, descriptions of the author. */

import type { Corpus } from './kernel/corpus.js';
import { FNV_SEED, fold } from './kernel/hash.js';

/** Fewer documents of one outlet than this make no boilerplate. */
export const FEWEST_DOCUMENTS = 3;
/** A line must stand in this share of the outlet's documents: "She declined to comment." may stand alone in three of 1,000. */
const LEAST_SHARE = 0.02;
/** Shorter lines ("Advertisement", "No.") share no passage and may be said by anybody. */
const FEWEST_TOKENS = 4;
/** Two documents are otherwise copies if repeated lines make up more than this share of the shorter one … */
const MOST_REPEATED = 0.5;
/** … or if of what remains this share of fingerprints is the same, */
const MOST_SHARED = 0.3;
/** or if too little remains to tell. */
const FEWEST_REMAINING = 30;

/**
 * Boilerplate speaks of the outlet, not of the story: on average at most this share of a line's different words stands
 * elsewhere in its article. A background paragraph repeated in each follow-up stays text. Chosen on `throughput`, where
 * nine in ten repeated lines lie below and nine in ten body paragraphs above.
 */
const MOST_RECURRING = 0.5;

/** A repeated line: tokens `start` … `end` of the corpus, in document `doc`. */
export interface Line {
  readonly doc: number;
  readonly start: number;
  readonly end: number;
}

/** The boilerplate lines of a corpus in order. `outlets[i]` is null where the outlet of document i is not known. */
export function boilerplateLines(corpus: Corpus, outlets: readonly (string | null)[]): Line[] {
  const byOutlet = new Map<string, number[]>();
  outlets.forEach((outlet, doc) => {
    if (outlet === null) return;
    const docs = byOutlet.get(outlet);
    if (docs) docs.push(doc);
    else byOutlet.set(outlet, [doc]);
  });
  const found: Line[] = [];
  for (const docs of byOutlet.values()) {
    if (docs.length >= FEWEST_DOCUMENTS) found.push(...linesOfOutlet(corpus, docs));
  }
  return found.sort((a, b) => a.start - b.start);
}

function linesOfOutlet(corpus: Corpus, docs: readonly number[]): Line[] {
  const least = Math.max(FEWEST_DOCUMENTS, Math.ceil(docs.length * LEAST_SHARE));
  const lines = new Map<number, Line[]>();
  for (const doc of docs) {
    for (let l = corpus.lineStarts[doc]!; l < corpus.lineStarts[doc + 1]!; l++) {
      const start = l === 0 ? 0 : corpus.lineEnds[l - 1]!;
      const end = corpus.lineEnds[l]!;
      if (end - start < FEWEST_TOKENS) continue;
      let hash = FNV_SEED;
      for (let t = start; t < end; t++) hash = fold(hash, corpus.tokens[t]!);
      const same = lines.get(hash);
      if (!same) lines.set(hash, [{ doc, start, end }]);
      else same.push({ doc, start, end });
    }
  }

  const repeated = new Map<number, readonly Line[]>();
  const ofDocument = new Map<number, Map<number, Line>>();
  for (const [hash, places] of lines) {
    if (new Set(places.map((line) => line.doc)).size < least) continue;
    repeated.set(hash, places);
    for (const line of places) {
      const own = ofDocument.get(line.doc) ?? new Map<number, Line>();
      ofDocument.set(line.doc, own.set(hash, line));
    }
  }
  const boilerplate: Line[] = [];
  for (const places of repeated.values()) {
    if (!severalArticles(corpus, places, ofDocument)) continue;
    if (recurrence(corpus, places) <= MOST_RECURRING) boilerplate.push(...places);
  }
  return boilerplate;
}

/** True where at least FEWEST_DOCUMENTS of the documents are otherwise no copies of one another. */
function severalArticles(
  corpus: Corpus,
  places: readonly Line[],
  repeated: ReadonlyMap<number, ReadonlyMap<number, Line>>,
): boolean {
  const distinct: number[] = [];
  for (const { doc } of places) {
    if (distinct.some((other) => copies(corpus, doc, other, repeated))) continue;
    distinct.push(doc);
    if (distinct.length === FEWEST_DOCUMENTS) return true;
  }
  return false;
}

/** Mean share of a line's different words that stand elsewhere in its document. */
function recurrence(corpus: Corpus, places: readonly Line[]): number {
  let sum = 0;
  for (const { doc, start, end } of places) {
    const own = new Set(corpus.tokens.subarray(start, end));
    const words = own.size;
    for (let t = corpus.tokenStarts[doc]!; t < corpus.tokenStarts[doc + 1]!; t++) {
      if (t < start || t >= end) own.delete(corpus.tokens[t]!);
    }
    sum += (words - own.size) / words;
  }
  return sum / places.length;
}

function copies(
  corpus: Corpus,
  a: number,
  b: number,
  repeated: ReadonlyMap<number, ReadonlyMap<number, Line>>,
): boolean {
  if (a === b) return true;
  const linesA = repeated.get(a)!;
  const linesB = repeated.get(b)!;
  const sharedA: Line[] = [];
  const sharedB: Line[] = [];
  let sharedTokens = 0;
  for (const [hash, line] of linesA) {
    const other = linesB.get(hash);
    if (!other) continue;
    sharedA.push(line);
    sharedB.push(other);
    sharedTokens += line.end - line.start;
  }
  const shorter = Math.min(tokensOf(corpus, a), tokensOf(corpus, b));
  if (sharedTokens > MOST_REPEATED * shorter || shorter - sharedTokens < FEWEST_REMAINING) return true;
  const restA = fingerprintsOutside(corpus, a, sharedA);
  const restB = fingerprintsOutside(corpus, b, sharedB);
  let same = 0;
  for (const hash of restA) if (restB.has(hash)) same++;
  return same > MOST_SHARED * Math.min(restA.size, restB.size);
}

function tokensOf(corpus: Corpus, doc: number): number {
  return corpus.tokenStarts[doc + 1]! - corpus.tokenStarts[doc]!;
}

function fingerprintsOutside(corpus: Corpus, doc: number, lines: readonly Line[]): Set<number> {
  const outside = new Set<number>();
  for (let f = corpus.fingerprintStarts[doc]!; f < corpus.fingerprintStarts[doc + 1]!; f++) {
    const at = corpus.positions[f]!;
    if (!lines.some((line) => at >= line.start && at < line.end)) outside.add(corpus.hashes[f]!);
  }
  return outside;
}
