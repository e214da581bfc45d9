/** Seeds of all segments grouped by hash, one partition at a time. */
import { type Corpus, isQuiet, longHash } from './corpus.js';
import { Gathered, Grouper, mostEntries, PLACE, type Postings, QUIET } from './kernel/postings.js';
import type { KeptSeeds, SeedBlock } from './seeding.js';
import type { Allocate } from './segment.js';

/** Tokens between the entries of a table of documents. */
const STEP_BITS = 8;

/** Everything that is known of a corpus once its seeds are grouped. */
export interface Index {
  readonly corpus: Corpus;
  /** Of one run of partitions of the hashes after another. */
  readonly postings: readonly Postings[];
  /** By segment: by run of partitions, the seeds that are in the postings. */
  readonly kept: readonly (readonly KeptSeeds[])[];
}

/** Groups partitions of one corpus. */
export class CorpusGrouper {
  private readonly gathered = new Gathered();
  private readonly grouper = new Grouper();
  /** Document (in the segment) of every 256th token, by segment. */
  private readonly documentAt: Uint32Array[] = [];

  constructor(
    private readonly corpus: Corpus,
    /** Tokens of a lengthened seed. */
    private readonly longGram: number,
    /** Groups without a document from here on are dropped. */
    private readonly firstNew: number,
  ) {}

  /**
   * Writes the entries of a partition into the postings and gives the common hashes; `partition` counts from the first of
   * the blocks, one a segment. The hashes of the blocks become entries.
   */
  group(
    blocks: readonly SeedBlock[],
    partition: number,
    { entries, bases }: Pick<Postings, 'entries' | 'bases'>,
  ): Uint32Array {
    const { grouper } = this;
    const gathered = this.gather(blocks, partition);
    const grouping = {
      longHash: (i: number) =>
        longHash(this.corpus, gathered.docs[i]!, gathered.places[i]! & PLACE, this.longGram),
      firstNew: this.firstNew,
    };
    grouper.group(gathered, grouping, entries, bases[partition]!);
    let i = 0;
    for (const { hashes, starts } of blocks) {
      const from = starts[partition]!;
      const to = starts[partition + 1]!;
      hashes.set(grouper.entryOf.subarray(i, i + to - from), from);
      i += to - from;
    }
    return grouper.common.values.slice(0, grouper.common.length);
  }

  /** The seeds of a partition, in document order; they hold until the next are gathered. */
  gather(blocks: readonly SeedBlock[], partition: number): Gathered {
    this.gathered.length = 0;
    blocks.forEach((block, s) => {
      this.gatherFrom(s, block, block.starts[partition]!, block.starts[partition + 1]!);
    });
    return this.gathered;
  }

  private gatherFrom(s: number, block: SeedBlock, from: number, to: number): void {
    const { gathered, corpus } = this;
    const { tokenStarts } = corpus.segments[s]!;
    const first = corpus.firstOf[s]!;
    const documentAt = this.table(s);
    gathered.reserve(gathered.length + to - from);
    const { hashes, docs, places } = gathered;
    let at = gathered.length;
    for (let i = from; i < to; i++) {
      const place = block.places[i]!;
      let index = documentAt[place >>> STEP_BITS]!;
      while (tokenStarts[index + 1]! <= place) index++;
      const doc = first + index;
      hashes[at] = block.hashes[i]!;
      docs[at] = doc;
      const flag = isQuiet(corpus, doc, place) ? QUIET : 0;
      places[at++] = (place - tokenStarts[index]!) | flag;
    }
    gathered.length = at;
  }

  private table(s: number): Uint32Array {
    const known = this.documentAt[s];
    if (known !== undefined) return known;
    const { tokenStarts, documents, tokens } = this.corpus.segments[s]!;
    const table = new Uint32Array((tokens.length >>> STEP_BITS) + 1);
    let index = 0;
    for (let step = 0; step < table.length; step++) {
      while (index + 1 < documents && tokenStarts[index + 1]! <= step << STEP_BITS) index++;
      table[step] = index;
    }
    this.documentAt[s] = table;
    return table;
  }
}

/** Room for the postings of some blocks. */
export function emptyPostings(
  blocks: readonly SeedBlock[],
  partitions: number,
  allocate: Allocate,
): Pick<Postings, 'entries' | 'bases'> {
  const bases = new Uint32Array(allocate((partitions + 1) * 4));
  for (let p = 0; p < partitions; p++) {
    const seeds = blocks.reduce((sum, { starts }) => sum + starts[p + 1]! - starts[p]!, 0);
    bases[p + 1] = bases[p]! + mostEntries(seeds);
  }
  // What is not written to takes no memory.
  return { entries: new Uint32Array(allocate(bases[partitions]! * 8)), bases };
}

/** The postings with the common hashes of each partition, in order. */
export function withCommon(
  postings: Pick<Postings, 'entries' | 'bases'>,
  common: readonly Uint32Array[],
  allocate: Allocate,
): Postings {
  const commonStarts = new Uint32Array(allocate((common.length + 1) * 4));
  common.forEach((list, p) => {
    commonStarts[p + 1] = commonStarts[p]! + list.length;
  });
  const all = new Uint32Array(allocate(commonStarts[common.length]! * 4));
  common.forEach((list, p) => {
    all.set(list, commonStarts[p]!);
  });
  return { ...postings, common: all, commonStarts };
}
