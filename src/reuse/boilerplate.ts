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
    if (docs.length >= FEWEST_DOCUMENTS) for (const line of linesOfOutlet(corpus, docs)) found.push(line);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A line that enough documents of an outlet have. */
interface RepeatedLine extends Line {
  readonly hash: number;
}

function linesOfOutlet(corpus: Corpus, docs: readonly number[]): Line[] {
  const least = Math.max(FEWEST_DOCUMENTS, Math.ceil(docs.length * LEAST_SHARE));
  const repeated = repeatedLines(corpus, docs, least);
  const documentsOf = new Map<number, number[]>();
  for (const [doc, lines] of repeated) {
    for (const hash of new Set(lines.map((line) => line.hash))) {
      const having = documentsOf.get(hash);
      if (having) having.push(doc);
      else documentsOf.set(hash, [doc]);
    }
  }
  const recurrence = recurrences(corpus, repeated);
  const copies = copyTest(corpus, repeated);
  const boilerplate = new Set<number>();
  for (const [hash, having] of documentsOf) {
    if (recurrence.get(hash)! <= MOST_RECURRING && severalArticles(having, copies)) boilerplate.add(hash);
  }
  return [...repeated.values()].flatMap((lines) => lines.filter((line) => boilerplate.has(line.hash)));
}

/** By document, in order of place, the lines that at least `least` of the documents have. */
function repeatedLines(corpus: Corpus, docs: readonly number[], least: number): Map<number, RepeatedLine[]> {
  const seen = new Map<number, { count: number; last: number }>();
  const ofDocument = new Map<number, RepeatedLine[]>();
  for (const doc of docs) {
    const lines: RepeatedLine[] = [];
    for (let l = corpus.lineStarts[doc]!; l < corpus.lineStarts[doc + 1]!; l++) {
      const start = l === 0 ? 0 : corpus.lineEnds[l - 1]!;
      const end = corpus.lineEnds[l]!;
      if (end - start < FEWEST_TOKENS) continue;
      let hash = FNV_SEED;
      for (let t = start; t < end; t++) hash = fold(hash, corpus.tokens[t]!);
      lines.push({ doc, start, end, hash });
      const before = seen.get(hash);
      if (before === undefined) seen.set(hash, { count: 1, last: doc });
      else if (before.last !== doc) {
        before.count++;
        before.last = doc;
      }
    }
    ofDocument.set(doc, lines);
  }
  for (const [doc, lines] of ofDocument) {
    const kept = lines.filter((line) => seen.get(line.hash)!.count >= least);
    if (kept.length > 0) ofDocument.set(doc, kept);
    else ofDocument.delete(doc);
  }
  return ofDocument;
}

/** By line, the mean share of its different words that stand elsewhere in its document too. */
function recurrences(
  corpus: Corpus,
  repeated: ReadonlyMap<number, readonly RepeatedLine[]>,
): ReadonlyMap<number, number> {
  const sums = new Map<number, { share: number; places: number }>();
  for (const [doc, lines] of repeated) {
    const inDocument = new Map<number, number>();
    for (let t = corpus.tokenStarts[doc]!; t < corpus.tokenStarts[doc + 1]!; t++) {
      inDocument.set(corpus.tokens[t]!, (inDocument.get(corpus.tokens[t]!) ?? 0) + 1);
    }
    for (const { hash, start, end } of lines) {
      const inLine = new Map<number, number>();
      for (let t = start; t < end; t++)
        inLine.set(corpus.tokens[t]!, (inLine.get(corpus.tokens[t]!) ?? 0) + 1);
      let elsewhere = 0;
      for (const [word, count] of inLine) if (inDocument.get(word)! > count) elsewhere++;
      const sum = sums.get(hash) ?? { share: 0, places: 0 };
      sums.set(hash, { share: sum.share + elsewhere / inLine.size, places: sum.places + 1 });
    }
  }
  return new Map([...sums].map(([hash, { share, places }]) => [hash, share / places]));
}

/** True where at least FEWEST_DOCUMENTS of the documents are otherwise no copies of one another. */
function severalArticles(docs: readonly number[], copies: (a: number, b: number) => boolean): boolean {
  const distinct: number[] = [];
  for (const doc of docs) {
    if (distinct.some((other) => copies(doc, other))) continue;
    distinct.push(doc);
    if (distinct.length === FEWEST_DOCUMENTS) return true;
  }
  return false;
}

/** Whether two documents of an outlet are copies, leaving the lines aside that both have; each pair is judged once. */
function copyTest(
  corpus: Corpus,
  repeated: ReadonlyMap<number, readonly RepeatedLine[]>,
): (a: number, b: number) => boolean {
  const hashes = new Map([...repeated].map(([doc, lines]) => [doc, new Set(lines.map((line) => line.hash))]));
  const judged = new Map<number, boolean>();
  const tokensOf = (doc: number) => corpus.tokenStarts[doc + 1]! - corpus.tokenStarts[doc]!;
  const judge = (a: number, b: number): boolean => {
    const shared = (doc: number, other: number) =>
      repeated.get(doc)!.filter((line) => hashes.get(other)!.has(line.hash));
    const sharedA = shared(a, b);
    const sharedTokens = sharedA.reduce((sum, line) => sum + line.end - line.start, 0);
    const shorter = Math.min(tokensOf(a), tokensOf(b));
    if (sharedTokens > MOST_REPEATED * shorter || shorter - sharedTokens < FEWEST_REMAINING) return true;
    const restA = fingerprintsOutside(corpus, a, sharedA);
    const restB = fingerprintsOutside(corpus, b, shared(b, a));
    let same = 0;
    for (const hash of restA) if (restB.has(hash)) same++;
    return same > MOST_SHARED * Math.min(restA.size, restB.size);
  };
  return (a, b) => {
    const key = Math.max(a, b) * corpus.length + Math.min(a, b);
    const known = judged.get(key) ?? judge(a, b);
    judged.set(key, known);
    return known;
  };
}

/** `lines` in order of place. */
function fingerprintsOutside(corpus: Corpus, doc: number, lines: readonly Line[]): Set<number> {
  const outside = new Set<number>();
  let l = 0;
  for (let f = corpus.fingerprintStarts[doc]!; f < corpus.fingerprintStarts[doc + 1]!; f++) {
    const at = corpus.positions[f]!;
    while (l < lines.length && lines[l]!.end <= at) l++;
    if (l === lines.length || at < lines[l]!.start) outside.add(corpus.hashes[f]!);
  }
  return outside;
}
