/** Lines that an outlet prints under many of its articles: newsletter pleas, notices, descriptions of the author. */

import { type Corpus, indexOf, segmentOf, tokenCount } from './corpus.js';
import { Uint32List } from './kernel/grow.js';
import { mixed } from './kernel/hash.js';
import { SeedSink, seedsOf } from './kernel/seeds.js';
import type { Allocate } from './segment.js';

/** Fewer documents of one outlet than this make no boilerplate. */
const FEWEST_DOCUMENTS = 3;
/** A line must stand in this share of the outlet's documents: "She declined to comment." may stand alone in three of 1,000. */
const LEAST_SHARE = 0.02;
/** Shorter lines ("Advertisement", "No.") share no passage and may be said by anybody. */
const FEWEST_TOKENS = 4;
/** Two documents are otherwise copies if repeated lines make up more than this share of the shorter one … */
const MOST_REPEATED = 0.5;
/** … or if of what remains this share of seeds is the same, */
const MOST_SHARED = 0.3;
/** or if too little remains to tell. */
const FEWEST_REMAINING = 30;

/**
 * Boilerplate speaks of the outlet, not of the story: on average at most this share of a line's different words stands
 * elsewhere in its article. A background paragraph repeated in each follow-up stays text. Chosen on `throughput`, where
 * nine in ten repeated lines lie below and nine in ten body paragraphs above.
 */
const MOST_RECURRING = 0.5;
/**
 * What stands in this share of an outlet's documents, and in so many of them, is boilerplate whatever its words: no
 * story's background is in every fifth article. On `throughput` it changes nothing; the notices of bench/corpus.ts, in
 * everyday words, are missed without it.
 */
const EVERYWHERE = 0.2;
const MANY_DOCUMENTS = 20;

/** The documents of each outlet that has enough of them; `outlets[i]` is null where that of document i is not known. */
export function outletsOf(outlets: readonly (string | null)[], skipped: Uint8Array): number[][] {
  const byOutlet = new Map<string, number[]>();
  outlets.forEach((outlet, doc) => {
    if (outlet === null || skipped[doc] === 1) return;
    const docs = byOutlet.get(outlet);
    if (docs) docs.push(doc);
    else byOutlet.set(outlet, [doc]);
  });
  return [...byOutlet.values()].filter((docs) => docs.length >= FEWEST_DOCUMENTS);
}

/** A line that enough documents of an outlet have: tokens `start` … `end` of the segment of document `doc`. */
interface RepeatedLine {
  readonly doc: number;
  readonly start: number;
  readonly end: number;
  readonly hash: number;
}

/** Numbers of a line in a list: document, tokens from and to in its segment, a hash of them. */
export const LINE = 4;

/** The corpus with the lines marked that outlets repeat: lists of LINE numbers, those of a document in order. */
export function withQuiet(corpus: Corpus, lists: readonly Uint32Array[], allocate: Allocate): Corpus {
  const quietStarts = new Uint32Array(allocate((corpus.length + 1) * 4));
  for (const lines of lists) for (let l = 0; l < lines.length; l += LINE) quietStarts[lines[l]! + 1]!++;
  for (let doc = 0; doc < corpus.length; doc++) quietStarts[doc + 1]! += quietStarts[doc]!;
  const quiet = new Uint32Array(allocate(quietStarts[corpus.length]! * 8));
  const at = quietStarts.slice();
  for (const lines of lists) {
    for (let l = 0; l < lines.length; l += LINE) {
      const slot = at[lines[l]!]!++;
      quiet[2 * slot] = lines[l + 1]!;
      quiet[2 * slot + 1] = lines[l + 2]!;
    }
  }
  return { ...corpus, quiet, quietStarts };
}

/** The lines that an outlet prints under many of its documents, LINE numbers each, by document and place. */
export function boilerplateLines(corpus: Corpus, docs: readonly number[]): Uint32Array {
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
  const everywhere = Math.max(MANY_DOCUMENTS, EVERYWHERE * docs.length);
  const recurrence = recurrences(corpus, repeated, (hash) => documentsOf.get(hash)!.length < everywhere);
  const copies = copyTest(corpus, repeated);
  const boilerplate = new Set<number>();
  for (const [hash, having] of documentsOf) {
    if ((recurrence.get(hash) ?? 0) <= MOST_RECURRING && severalArticles(having, copies))
      boilerplate.add(hash);
  }
  const found = new Uint32List();
  for (const lines of repeated.values()) {
    for (const { doc, start, end, hash } of lines) {
      if (boilerplate.has(hash)) for (const field of [doc, start, end, hash]) found.push(field);
    }
  }
  return found.values.slice(0, found.length);
}

/** By document, in order of place, the lines that at least `least` of the documents have. */
function repeatedLines(corpus: Corpus, docs: readonly number[], least: number): Map<number, RepeatedLine[]> {
  // Hashes that enough documents have, counted in a table of hashes first: most lines stand once.
  const counts = new LineCounts(docs.reduce((sum, doc) => sum + linesOf(corpus, doc), 0));
  for (const doc of docs) eachLine(corpus, doc, (hash) => counts.add(hash, doc));
  const ofDocument = new Map<number, RepeatedLine[]>();
  for (const doc of docs) {
    const lines: RepeatedLine[] = [];
    eachLine(corpus, doc, (hash, start, end) => {
      if (counts.of(hash) >= least) lines.push({ doc, start, end, hash });
    });
    if (lines.length > 0) ofDocument.set(doc, lines);
  }
  return ofDocument;
}

function linesOf(corpus: Corpus, doc: number): number {
  const { lineStarts } = segmentOf(corpus, doc);
  const index = indexOf(corpus, doc);
  return lineStarts[index + 1]! - lineStarts[index]!;
}

function eachLine(
  corpus: Corpus,
  doc: number,
  line: (hash: number, start: number, end: number) => void,
): void {
  const { lineStarts, lineEnds, lineHashes, tokenStarts } = segmentOf(corpus, doc);
  const index = indexOf(corpus, doc);
  let start = tokenStarts[index]!;
  for (let l = lineStarts[index]!; l < lineStarts[index + 1]!; l++) {
    const end = lineEnds[l]!;
    if (end - start >= FEWEST_TOKENS) line(lineHashes[l]!, start, end);
    start = end;
  }
}

/** How many documents have a line, by its hash: a table with open addressing. */
class LineCounts {
  private readonly hashes: Uint32Array;
  private readonly counts: Uint32Array;
  private readonly last: Int32Array;
  private readonly mask: number;

  constructor(lines: number) {
    let size = 64;
    while (size < lines * 2) size *= 2;
    this.mask = size - 1;
    this.hashes = new Uint32Array(size);
    this.counts = new Uint32Array(size);
    this.last = new Int32Array(size).fill(-1);
  }

  /** Documents come one after the other. */
  add(hash: number, doc: number): void {
    const slot = this.slot(hash);
    if (this.counts[slot] === 0) this.hashes[slot] = hash;
    if (this.last[slot] === doc) return;
    this.last[slot] = doc;
    this.counts[slot]!++;
  }

  of(hash: number): number {
    return this.counts[this.slot(hash)]!;
  }

  private slot(hash: number): number {
    let slot = mixed(hash) & this.mask;
    while (this.counts[slot] !== 0 && this.hashes[slot] !== hash >>> 0) slot = (slot + 1) & this.mask;
    return slot;
  }
}

/** By line that is asked about, the mean share of its different words that stand elsewhere in its document too. */
function recurrences(
  corpus: Corpus,
  repeated: ReadonlyMap<number, readonly RepeatedLine[]>,
  asked: (hash: number) => boolean,
): ReadonlyMap<number, number> {
  const sums = new Map<number, { share: number; places: number }>();
  // Counts by 16-bit token, taken back after each document.
  const inDocument = new Uint32Array(0x10000);
  const inLine = new Uint32Array(0x10000);
  for (const [doc, all] of repeated) {
    const lines = all.filter(({ hash }) => asked(hash));
    if (lines.length === 0) continue;
    const { tokens, tokenStarts } = segmentOf(corpus, doc);
    const index = indexOf(corpus, doc);
    const [from, to] = [tokenStarts[index]!, tokenStarts[index + 1]!];
    for (let t = from; t < to; t++) inDocument[tokens[t]!]!++;
    for (const { hash, start, end } of lines) {
      let different = 0;
      let elsewhere = 0;
      for (let t = start; t < end; t++) inLine[tokens[t]!]!++;
      for (let t = start; t < end; t++) {
        const word = tokens[t]!;
        if (inLine[word] === 0) continue;
        different++;
        if (inDocument[word]! > inLine[word]!) elsewhere++;
        inLine[word] = 0;
      }
      const sum = sums.get(hash) ?? { share: 0, places: 0 };
      sums.set(hash, { share: sum.share + elsewhere / different, places: sum.places + 1 });
    }
    for (let t = from; t < to; t++) inDocument[tokens[t]!] = 0;
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
  const judge = (a: number, b: number): boolean => {
    const shared = (doc: number, other: number) =>
      repeated.get(doc)!.filter((line) => hashes.get(other)!.has(line.hash));
    const sharedA = shared(a, b);
    const sharedTokens = sharedA.reduce((sum, line) => sum + line.end - line.start, 0);
    const shorter = Math.min(tokenCount(corpus, a), tokenCount(corpus, b));
    if (sharedTokens > MOST_REPEATED * shorter || shorter - sharedTokens < FEWEST_REMAINING) return true;
    const restA = seedsOutside(corpus, a, sharedA);
    const restB = seedsOutside(corpus, b, shared(b, a));
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

const sink = new SeedSink();

/** `lines` in order of place. */
function seedsOutside(corpus: Corpus, doc: number, lines: readonly RepeatedLine[]): Set<number> {
  const { tokens, tokenStarts } = segmentOf(corpus, doc);
  const index = indexOf(corpus, doc);
  sink.length = 0;
  seedsOf(tokens, tokenStarts[index]!, tokenStarts[index + 1]!, false, sink);
  const outside = new Set<number>();
  let l = 0;
  for (let i = 0; i < sink.length; i++) {
    const at = sink.places[i]!;
    while (l < lines.length && lines[l]!.end <= at) l++;
    if (l === lines.length || at < lines[l]!.start) outside.add(sink.hashes[i]!);
  }
  return outside;
}
