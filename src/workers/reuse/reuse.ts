/** A run over a corpus of any size: documents in, the rows of their passages out. */
import type { Batch, LongLine } from '../../ingest/batches.js';
import { about } from '../../ingest/document.js';
import type { Message } from '../../model/message.js';
import { outletsOf, withQuiet } from '../../reuse/boilerplate.js';
import { boilerplateRows } from '../../reuse/boilerplate-rows.js';
import { type Corpus, corpusOf } from '../../reuse/corpus.js';
import { emptyPostings, withCommon } from '../../reuse/grouping.js';
import type { Postings } from '../../reuse/kernel/postings.js';
import { type KeptSeeds, partitionBits, type SeedBlock, seedRoom } from '../../reuse/seeding.js';
import { ownMemory, sharedMemory } from '../../reuse/segment.js';
import type { ReuseSettings } from '../../reuse/settings.js';
import { DocumentTable, type TextPlace } from './document-table.js';
import { openLanes } from './lanes.js';
import type { ReuseJob, WholeDocument } from './messages.js';

/** A source of documents: batches of rows, or documents at hand. */
export interface ReuseSource {
  /** What messages and rows without an id call it. */
  readonly ref: string;
  readonly content: AsyncIterable<Batch | LongLine> | readonly WholeDocument[];
  /** Takes buffers of batches that are done with. */
  readonly spare?: ArrayBuffer[];
  /** Bytes, for the progress; 0 where not known. */
  readonly size: number;
}

export interface ReuseRun {
  readonly corpus: readonly ReuseSource[];
  /** Then only pairs with one of these are looked for; empty: all pairs. */
  readonly against: readonly ReuseSource[];
  readonly settings: ReuseSettings;
  /** Threads; 0 to do all in this one. */
  readonly threads: number;
  readonly progress?: (stage: string, done: number, total: number) => void;
}

export interface ReuseResult {
  /** Documents that took part: those of a taken id are left out. */
  readonly documents: number;
  /** By document. */
  readonly ids: readonly string[];
  readonly outlets: readonly (string | null)[];
  readonly unpublished: ReadonlySet<number>;
  textPlace(doc: number): TextPlace;
  readonly messages: readonly Message[];
  /** Rows as in model/passage-rows.ts, by the later document, then by the earlier one and place. To be read once. */
  passages(): AsyncGenerator<Uint32Array>;
  /** The same rows: each line that an outlet repeats, in its first document and in another. */
  boilerplate(): Uint32Array;
}

/**
 * Seeds that are held at a time, 8 bytes each; a larger corpus is grouped in several passes, its seeds made anew for
 * each. On 100,000 articles four passes take 1 or 2 % longer than two and save 110 MB; six save no more.
 */
const PASS_SEEDS = 5_000_000;
const MOST_PASSES = 4;
/** Partitions that are grouped in one step. */
const GROUP_STEP = 16;
/** Documents of an array in one step. */
const DOCUMENT_STEP = 200;

/**
 * Reads the sources and hands their passages to `use`. The same result for any number of threads. Rejects with StemmaError
 * where a thread fails, and with what `use` or a source throws.
 */
export async function runReuse<T>(run: ReuseRun, use: (result: ReuseResult) => Promise<T>): Promise<T> {
  const { settings, threads, progress = () => {} } = run;
  const lanes = openLanes(threads);
  const allocate = threads > 0 ? sharedMemory : ownMemory;
  try {
    await lanes.share({ settings });

    const table = new DocumentTable();
    let firstNew = 0;
    const sources = [...run.corpus, ...run.against];
    const total = sources.reduce((sum, { size }) => sum + size, 0);
    let before = 0;
    for (const [s, source] of sources.entries()) {
      if (s === run.corpus.length) firstNew = table.startNew();
      const batches: { offset: number; size: number }[] = [];
      let b = 0;
      for await (const rows of lanes.run<'rows' | 'documents'>(jobsOf(source, batches, table.messages))) {
        const { offset, size } = batches[b++]!;
        table.add(s, source.ref, offset, rows);
        if (rows.buffer !== null) source.spare?.push(rows.buffer);
        progress('rows', Math.round((before + offset + size) / 1e6), Math.round(total / 1e6));
      }
      before += source.size;
      source.spare?.splice(0);
    }
    if (run.against.length === 0 || run.corpus.length === 0) firstNew = 0;

    let corpus = corpusOf(table.segments, allocate);
    for (const doc of table.taken) corpus.skipped[doc] = 1;
    await lanes.share({ corpus });
    const lines: Uint32Array[] = [];
    for await (const found of lanes.run<'boilerplate'>(boilerplateJobs(corpus, table.outlets)))
      lines.push(...found);
    corpus = withQuiet(corpus, lines, allocate);

    const only = firstNew > 0 ? await newHashes(corpus, firstNew) : null;
    await lanes.share({ corpus, firstNew, only, outletOf: table.outletNumbers(allocate) });
    const tokens = corpus.segments.reduce((sum, segment) => sum + segment.tokens.length, 0);
    const bits = partitionBits(tokens);
    const partitions = 2 ** bits;
    const seeds = settings.every ? tokens : tokens / 2;
    const passes = Math.min(partitions, MOST_PASSES, Math.max(1, Math.ceil(seeds / PASS_SEEDS)));
    const widest = Math.ceil(partitions / passes);
    await lanes.share({ rooms: corpus.segments.map((segment) => seedRoom(segment, widest, allocate)) });
    const postings: Postings[] = [];
    const kept: KeptSeeds[][] = corpus.segments.map(() => []);
    for (let pass = 0; pass < passes; pass++) {
      const from = Math.floor((partitions * pass) / passes);
      const to = Math.floor((partitions * (pass + 1)) / passes);
      progress('index', pass, passes);
      const blocks: SeedBlock[] = [];
      for await (const block of lanes.run<'seed'>(
        corpus.segments.map((_, segment) => ({ kind: 'seed', segment, partitions: { bits, from, to } })),
      ))
        blocks.push(block);
      const room = emptyPostings(blocks, to - from, allocate);
      await lanes.share({ blocks, postings: room });
      const common: Uint32Array[] = [];
      for await (const part of lanes.run<'group'>(groupJobs(to - from))) common.push(...part);
      postings.push(withCommon(room, common, allocate));
      let s = 0;
      for await (const block of lanes.run<'keep'>(
        corpus.segments.map((_, segment) => ({ kind: 'keep', segment })),
      ))
        kept[s++]!.push(block);
    }
    await lanes.share({ rooms: [], blocks: [] });
    await lanes.share({ index: { corpus, postings, kept } });

    const { length } = corpus;
    return await use({
      documents: table.ids.length - table.taken.length,
      ids: table.ids,
      outlets: table.outlets,
      unpublished: table.unpublished,
      textPlace: (doc) => table.place(doc),
      messages: table.messages,
      async *passages() {
        const jobs = matchJobs(corpus, firstNew);
        let j = 0;
        for await (const rows of lanes.run<'match'>(jobs)) {
          yield rows;
          progress('reuse', jobs[j++]!.to - firstNew, length - firstNew);
        }
      },
      boilerplate: () => boilerplateRows(corpus, lines, (doc) => table.outlets[doc] ?? null, firstNew),
    });
  } finally {
    await lanes.close();
  }

  async function newHashes(corpus: Corpus, from: number): Promise<Uint8Array> {
    const jobs = corpus.segments
      .map((_, segment) => ({ kind: 'hashes' as const, segment }))
      .filter(({ segment }) => corpus.firstOf[segment]! >= from);
    let all: Uint8Array | null = null;
    for await (const set of lanes.run<'hashes'>(jobs)) {
      if (all === null) all = set;
      else for (let i = 0; i < all.length; i++) all[i]! |= set[i]!;
    }
    return all ?? new Uint8Array(0);
  }
}

function* groupJobs(partitions: number): Generator<ReuseJob & { kind: 'group' }> {
  for (let from = 0; from < partitions; from += GROUP_STEP)
    yield { kind: 'group', from, to: Math.min(partitions, from + GROUP_STEP) };
}

/** One a segment: what its documents share with others is gathered at once. */
function matchJobs({ firstOf }: Corpus, firstNew: number): (ReuseJob & { kind: 'match' })[] {
  return firstOf.slice(1).flatMap((to, s) => {
    const from = Math.max(firstNew, firstOf[s]!);
    return from < to ? [{ kind: 'match' as const, from, to }] : [];
  });
}

/** Reads of one source; `batches` gets the place of each, `messages` the lines that are too long. */
async function* jobsOf(
  { ref, content }: ReuseSource,
  batches: { offset: number; size: number }[],
  messages: Message[],
): AsyncGenerator<ReuseJob & { kind: 'rows' | 'documents' }> {
  if (Array.isArray(content)) {
    for (let from = 0; from < content.length; from += DOCUMENT_STEP) {
      batches.push({ offset: from, size: 0 });
      yield { kind: 'documents', documents: content.slice(from, from + DOCUMENT_STEP) };
    }
    return;
  }
  for await (const batch of content as AsyncIterable<Batch | LongLine>) {
    if ('tooLong' in batch) {
      messages.push(about('too-large', 'error', ref, `line ${batch.tooLong} is too long; it was left out`));
      continue;
    }
    batches.push({ offset: batch.offset, size: batch.bytes.length });
    yield { kind: 'rows', bytes: batch.bytes, ref, firstLine: batch.firstLine };
  }
}

/** Outlets that are judged in one step have about this many documents together. */
const OUTLET_STEP = 2000;

function* boilerplateJobs(
  { skipped }: Corpus,
  outlets: readonly (string | null)[],
): Generator<ReuseJob & { kind: 'boilerplate' }> {
  let step: (readonly number[])[] = [];
  let documents = 0;
  for (const docs of outletsOf(outlets, skipped)) {
    step.push(docs);
    documents += docs.length;
    if (documents < OUTLET_STEP) continue;
    yield { kind: 'boilerplate', outlets: step };
    step = [];
    documents = 0;
  }
  if (step.length > 0) yield { kind: 'boilerplate', outlets: step };
}
