/** An index of documents that one can add to, and ask at once what a new one shares with those before it. */
import { passageIn, ROW } from '../model/passage-rows.js';
import { contentId } from '../text/ids.js';
import { PairAligner, sortRows } from './aligning.js';
import { boilerplateLines, LINE, outletsOf, withQuiet } from './boilerplate.js';
import { type Corpus, corpusOf, isQuiet, longHash } from './corpus.js';
import { CorpusGrouper } from './grouping.js';
import { grown, Uint32List } from './kernel/grow.js';
import { PairSearch, SharedByDocument } from './kernel/pairs.js';
import { HEADS, LONG, MOST_COMMON, PLACE, QUIET } from './kernel/postings.js';
import { SeedChains, SeedDirectory, type SeedTable, SeedTableBuilder } from './kernel/seed-table.js';
import { SeedSink, seedsOf } from './kernel/seeds.js';
import { type ReuseDocument, spansRead } from './passages.js';
import { partitionBits, seedRoom, seedSegment } from './seeding.js';
import { ownMemory, type Segment, SegmentBuilder } from './segment.js';
import { type ReuseOptions, type ReuseSettings, reuseSettings } from './settings.js';

/** A passage without its words: UTF-16 offsets into the text of each document. `b` is the later document. */
export interface IndexPassage {
  readonly id: string;
  readonly a: { readonly doc: string; readonly start: number; readonly end: number };
  readonly b: { readonly doc: string; readonly start: number; readonly end: number };
  readonly kind: 'verbatim' | 'edited';
  /** Twice the words matched by the words of both sides, 0 to 1. */
  readonly similarity: number;
}

/** Seeds are put in order anew once this many, and a fourth of those in order, were added. */
const LEAST_LOOSE = 1_000_000;
const LOOSE_SHARE = 0.25;
/** Tokens of a segment at least. */
const SEGMENT_TOKENS = 4_000_000;

export interface SavedIndex {
  readonly options: ReuseOptions;
  readonly ids: readonly string[];
  readonly outlets: readonly (string | null)[];
  readonly repeated: readonly (readonly [string, readonly number[]])[];
  readonly segments: readonly Segment[];
  readonly table: SeedTable;
  readonly quiet: Uint32Array;
  readonly quietStarts: Uint32Array;
}

export class ReuseIndex {
  private readonly settings: ReuseSettings;
  private readonly ids: string[] = [];
  private readonly outlets: (string | null)[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly builder = new SegmentBuilder();
  private readonly segments: Segment[] = [];
  private readonly firstOf: number[] = [0];
  private segmentOf: Uint16Array = new Uint16Array(64);
  private quietStarts: Uint32Array = new Uint32Array(64);
  private quiet = new Uint32List();
  /** Hashes of the lines that an outlet was found to repeat when the seeds were last put in order. */
  private repeated = new Map<string, Set<number>>();

  private table: SeedTable = { hashes: new Uint32Array(0), entries: new Uint32Array(0) };
  private directory = new SeedDirectory(this.table);
  private loose = new SeedChains();

  private readonly search = new PairSearch();
  private readonly aligner: PairAligner;
  private readonly sink = new SeedSink();
  private readonly shared = new SharedByDocument();
  private readonly found = new Uint32List();

  /** Throws RangeError for options that make no sense. */
  constructor(readonly options: ReuseOptions = {}) {
    this.settings = reuseSettings(options);
    this.aligner = new PairAligner(this.corpus(), this.settings.acceptance);
  }

  /** Documents. */
  get size(): number {
    return this.ids.length;
  }

  /**
   * Adds a document and gives what it shares with those before it, by document and place: what findPassages finds, but
   * that lines make no passage which its outlet was found to repeat when the index last put itself in order (after a
   * million seeds, or with `fill`). Throws RangeError where a document has its id.
   */
  add(document: ReuseDocument): IndexPassage[] {
    const doc = this.take(document);
    const rows = this.rowsOf(doc);
    this.keepSeeds(doc);
    if (this.loose.count > Math.max(LEAST_LOOSE, LOOSE_SHARE * this.table.hashes.length)) this.putInOrder();
    return this.passages(rows);
  }

  /** Adds documents without asking what they share. Throws RangeError where two have one id. */
  fill(documents: Iterable<ReuseDocument>): void {
    for (const document of documents) {
      this.take(document);
      if (this.builder.tokens > SEGMENT_TOKENS) this.closeSegment();
    }
    this.putInOrder();
  }

  private take(document: ReuseDocument): number {
    const { id, text, outlet = null } = document;
    if (this.numbers.has(id)) throw new RangeError(`the index has a document with the id "${id}"`);
    const doc = this.ids.length;
    this.builder.add(text, spansRead(document));
    this.numbers.set(id, doc);
    this.ids.push(id);
    this.outlets.push(outlet);
    this.segmentOf = grown(this.segmentOf, doc + 1);
    this.segmentOf[doc] = this.segments.length;
    this.markQuiet(doc);
    return doc;
  }

  private markQuiet(doc: number): void {
    const { lineStarts, lineEnds, lineHashes, tokenStarts } = this.builder.live;
    const index = doc - this.firstOf[this.segments.length]!;
    const outlet = this.outlets[doc]!;
    const repeated = outlet === null ? undefined : this.repeated.get(outlet);
    let start = tokenStarts[index]!;
    for (let l = lineStarts[index]!; repeated !== undefined && l < lineStarts[index + 1]!; l++) {
      if (repeated.has(lineHashes[l]!)) {
        this.quiet.push(start);
        this.quiet.push(lineEnds[l]!);
      }
      start = lineEnds[l]!;
    }
    this.quietStarts = grown(this.quietStarts, doc + 2);
    this.quietStarts[doc + 1] = this.quiet.length / 2;
  }

  private corpus(): Corpus {
    const { segments, firstOf, segmentOf, quiet, quietStarts, ids } = this;
    return {
      length: ids.length,
      segments: [...segments, this.builder.live],
      firstOf: [...firstOf, ids.length],
      segmentOf,
      quiet: quiet.values,
      quietStarts,
      skipped: NONE_SKIPPED,
    };
  }

  private rowsOf(doc: number): Uint32List {
    const { aligner, settings, shared, outlets } = this;
    const corpus = this.corpus();
    this.shareSeeds(corpus, doc);
    const rows = new Uint32List();
    const outlet = outlets[doc]!;
    let opened = false;
    aligner.corpus = corpus;
    this.search.judge(shared, 0, (other, evidence, seeds) => {
      if (settings.ignoreSameOutlet && outlet !== null && outlets[other] === outlet) return;
      if (!opened) aligner.open(doc);
      opened = true;
      aligner.align(other, evidence, seeds, rows);
    });
    sortRows(rows, 0);
    return rows;
  }

  /** The seeds of a document, in `sink`; returns its first token. */
  private seedsOf(corpus: Corpus, doc: number): number {
    const s = corpus.segmentOf[doc]!;
    const { tokens, tokenStarts } = corpus.segments[s]!;
    const index = doc - corpus.firstOf[s]!;
    this.sink.length = 0;
    seedsOf(tokens, tokenStarts[index]!, tokenStarts[index + 1]!, this.settings.every, this.sink);
    return tokenStarts[index]!;
  }

  private shareSeeds(corpus: Corpus, doc: number): void {
    const { sink, shared, found, table, directory, loose } = this;
    const { mostCompared, longGram } = this.settings;
    const start = this.seedsOf(corpus, doc);
    shared.open(doc, 1);
    for (let i = 0; i < sink.length; i++) {
      const hash = sink.hashes[i]!;
      const place = sink.places[i]! - start;
      const own = isQuiet(corpus, doc, sink.places[i]!) ? (place | QUIET) >>> 0 : place;
      const first = directory.first(hash);
      const end = directory.end(hash);
      if (end - first <= MOST_COMMON) shared.add(doc, own, table.entries, first, end, 0);
      else {
        shared.add(doc, own, table.entries, first, first + HEADS, 0);
        const long = longHash(corpus, doc, place, longGram);
        const longOf = (e: number) =>
          longHash(corpus, table.entries[2 * e]!, table.entries[2 * e + 1]! & PLACE, longGram);
        const from = firstFrom(first + HEADS, end, (e) => longOf(e) >= long);
        const to = firstFrom(from, end, (e) => longOf(e) > long);
        shared.add(doc, own, table.entries, Math.max(from, to - mostCompared), to, LONG);
      }
      found.length = 0;
      loose.find(hash, mostCompared, found);
      if (found.length > 0) shared.add(doc, own, found.values, 0, found.length / 2, 0);
    }
    shared.sort();
  }

  private keepSeeds(doc: number): void {
    const corpus = this.corpus();
    const start = this.seedsOf(corpus, doc);
    for (let i = 0; i < this.sink.length; i++) {
      const place = this.sink.places[i]! - start;
      const flag = isQuiet(corpus, doc, this.sink.places[i]!) ? QUIET : 0;
      this.loose.add(this.sink.hashes[i]!, doc, (place | flag) >>> 0);
    }
  }

  private closeSegment(): void {
    if (this.ids.length === this.firstOf.at(-1)) return;
    this.segments.push(this.builder.take(ownMemory));
    this.firstOf.push(this.ids.length);
  }

  /** Finds the lines that outlets repeat, and sorts all seeds by hash. */
  private putInOrder(): void {
    if (this.loose.count === 0 && this.ids.length === this.firstOf.at(-1)) return;
    this.closeSegment();
    const { settings, segments, outlets } = this;
    const bare = corpusOf(segments, ownMemory);
    this.repeated = new Map();
    const lines = outletsOf(outlets, bare.skipped).map((docs) => {
      const found = boilerplateLines(bare, docs);
      const hashes = new Set<number>();
      for (let l = 0; l < found.length; l += LINE) hashes.add(found[l + 3]!);
      this.repeated.set(outlets[docs[0]!]!, hashes);
      return found;
    });
    const corpus = withQuiet(bare, lines, ownMemory);
    this.quiet = new Uint32List();
    for (const token of corpus.quiet) this.quiet.push(token);
    this.quietStarts = corpus.quietStarts;

    const bits = partitionBits(segments.reduce((sum, { tokens }) => sum + tokens.length, 0));
    const all = { bits, from: 0, to: 2 ** bits };
    const blocks = segments.map((segment, s) =>
      seedSegment(corpus, s, all, settings.every, null, seedRoom(segment, 2 ** bits, ownMemory)),
    );
    const grouper = new CorpusGrouper(corpus, settings.longGram, 0);
    const builder = new SeedTableBuilder();
    for (let p = 0; p < 2 ** bits; p++) {
      const gathered = grouper.gather(blocks, p);
      builder.add(gathered, (i) =>
        longHash(corpus, gathered.docs[i]!, gathered.places[i]! & PLACE, settings.longGram),
      );
    }
    this.setTable(builder.take());
  }

  private setTable(table: SeedTable): void {
    this.table = table;
    this.directory = new SeedDirectory(table);
    this.loose = new SeedChains();
  }

  private passages({ values, length }: Uint32List): IndexPassage[] {
    const passages: IndexPassage[] = [];
    for (let r = 0; r < length; r += ROW) {
      const { boilerplate, kind, similarity, ...sides } = passageIn(values, r);
      if (boilerplate) continue;
      const a = { ...sides.a, doc: this.ids[sides.a.doc]! };
      const b = { ...sides.b, doc: this.ids[sides.b.doc]! };
      const id = contentId('p', a.doc, a.start, a.end, b.doc, b.start, b.end);
      passages.push({ id, a, b, kind, similarity });
    }
    return passages;
  }

  /** Everything in it, as plain values and arrays. */
  saved(): SavedIndex {
    this.putInOrder();
    return {
      options: this.options,
      ids: this.ids,
      outlets: this.outlets,
      repeated: [...this.repeated].map(([outlet, hashes]) => [outlet, [...hashes]] as const),
      segments: this.segments,
      table: this.table,
      quiet: this.quiet.values.subarray(0, this.quiet.length),
      quietStarts: this.quietStarts,
    };
  }

  /** The index that was saved. */
  static of(saved: SavedIndex): ReuseIndex {
    const index = new ReuseIndex(saved.options);
    saved.ids.forEach((id, doc) => {
      index.ids.push(id);
      index.numbers.set(id, doc);
      index.outlets.push(saved.outlets[doc] ?? null);
    });
    index.segmentOf = grown(index.segmentOf, saved.ids.length);
    for (const segment of saved.segments) {
      index.segmentOf.fill(
        index.segments.length,
        index.firstOf.at(-1),
        index.firstOf.at(-1)! + segment.documents,
      );
      index.segments.push(segment);
      index.firstOf.push(index.firstOf.at(-1)! + segment.documents);
    }
    index.repeated = new Map(saved.repeated.map(([outlet, hashes]) => [outlet, new Set(hashes)]));
    for (const token of saved.quiet) index.quiet.push(token);
    index.quietStarts = saved.quietStarts.slice();
    index.setTable(saved.table);
    return index;
  }
}

/** Where the first of the places `from` … `to`, of which all from some place on pass, passes; `to` where none does. */
function firstFrom(from: number, to: number, passes: (place: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const NONE_SKIPPED = new Uint8Array(0);
