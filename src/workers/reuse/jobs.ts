/** The steps of a run over a corpus, each over plain values, so that any thread can do any of them. */

import { objectIn, ROW_ID, ROW_OUTLET, rowField, statusOf } from '../../ingest/row-fields.js';
import type { Block } from '../../model/document.js';
import type { Message } from '../../model/message.js';
import { boilerplateLines } from '../../reuse/boilerplate.js';
import type { Corpus } from '../../reuse/corpus.js';
import { CorpusGrouper } from '../../reuse/grouping.js';
import { Uint32List } from '../../reuse/kernel/grow.js';
import type { Postings } from '../../reuse/kernel/postings.js';
import type { HashRange } from '../../reuse/kernel/seeds.js';
import { type Index, Matcher } from '../../reuse/matching.js';
import { spansRead } from '../../reuse/passages.js';
import {
  addHashes,
  HASH_SET_BYTES,
  keptOf,
  type SeedBlock,
  type SeedRoom,
  seedSegment,
} from '../../reuse/seeding.js';
import { type Allocate, ownMemory, type Segment, SegmentBuilder, sharedMemory } from '../../reuse/segment.js';
import type { ReuseSettings } from '../../reuse/settings.js';

/** A document given whole, not as a row. */
export interface WholeDocument {
  readonly id: string;
  readonly text: string;
  readonly outlet: string | null;
  readonly status: 'published' | 'unpublished';
  readonly blocks: readonly Block[];
}

/** What is known to every thread; each part replaces the one before. */
export interface Shared {
  readonly settings?: ReuseSettings;
  readonly corpus?: Corpus;
  /** First document that is new, 0 where all are; the seeds of the new ones as a set, null where all count. */
  readonly firstNew?: number;
  readonly only?: Uint8Array | null;
  /** Outlet of each document by number, 0 where it is not known. */
  readonly outletOf?: Uint32Array;
  /** By segment. */
  readonly rooms?: readonly SeedRoom[];
  readonly blocks?: readonly SeedBlock[];
  readonly postings?: Pick<Postings, 'entries' | 'bases'>;
  readonly index?: Index;
}

export type ReuseJob =
  | { readonly kind: 'share'; readonly shared: Shared }
  | {
      readonly kind: 'rows';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly ref: string;
      readonly firstLine: number;
    }
  | { readonly kind: 'documents'; readonly documents: readonly WholeDocument[] }
  | { readonly kind: 'boilerplate'; readonly outlets: readonly (readonly number[])[] }
  | { readonly kind: 'hashes'; readonly segments: readonly number[] }
  | { readonly kind: 'seed'; readonly segment: number; readonly partitions: HashRange }
  | { readonly kind: 'group'; readonly from: number; readonly to: number }
  | { readonly kind: 'keep'; readonly segment: number }
  | { readonly kind: 'match'; readonly from: number; readonly to: number };

/** The rows of a batch that hold a text, as a segment, and what is known of each. */
export interface Rows {
  readonly segment: Segment;
  readonly ids: readonly string[];
  readonly outlets: readonly (string | null)[];
  /** Those marked unpublished, by their place in `ids`. */
  readonly unpublished: readonly number[];
  /** Line of each, and where it begins and ends in the batch, in bytes; empty for whole documents. */
  readonly lines: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly messages: readonly Message[];
  /** What held the batch, to be used again; null for whole documents. */
  readonly buffer: ArrayBuffer | null;
}

export interface Answers {
  readonly share: null;
  readonly rows: Rows;
  readonly documents: Rows;
  /** By outlet. */
  readonly boilerplate: readonly Uint32Array[];
  readonly hashes: Uint8Array;
  readonly seed: SeedBlock;
  /** By partition: where the entries of common hashes begin. */
  readonly group: readonly Uint32Array[];
  readonly keep: SeedBlock;
  /** Rows of matching.ts. */
  readonly match: Uint32Array;
}

/** Does jobs one after another. `threaded`: what comes out is shared with other threads. */
export class ReuseWorker {
  private shared: Shared = {};
  private last: Promise<unknown> = Promise.resolve();
  private grouper: CorpusGrouper | null = null;
  private matcher: Matcher | null = null;
  private readonly builder = new SegmentBuilder();
  private readonly rows = new Uint32List();
  private readonly allocate: Allocate;

  constructor(threaded: boolean) {
    this.allocate = threaded ? sharedMemory : ownMemory;
  }

  /** Rejects where a step fails, which is an error of the program. */
  do(job: ReuseJob): Promise<Answers[keyof Answers]> {
    const answer = this.last.then(() => this.step(job));
    this.last = answer.catch(() => {});
    return answer;
  }

  private async step(job: ReuseJob): Promise<Answers[keyof Answers]> {
    const { allocate, shared } = this;
    switch (job.kind) {
      case 'share':
        this.shared = { ...shared, ...job.shared };
        if (job.shared.corpus) this.grouper = null;
        if (job.shared.index) this.matcher = null;
        return null;
      case 'rows':
        return this.read(job.bytes, job.ref, job.firstLine);
      case 'documents':
        for (const document of job.documents) this.builder.add(document.text, spansRead(document));
        return {
          segment: this.builder.take(allocate),
          ids: job.documents.map(({ id }) => id),
          outlets: job.documents.map(({ outlet }) => outlet),
          unpublished: job.documents.flatMap(({ status }, i) => (status === 'unpublished' ? [i] : [])),
          lines: new Uint32Array(0),
          starts: new Uint32Array(0),
          ends: new Uint32Array(0),
          messages: [],
          buffer: null,
        };
      case 'boilerplate':
        return job.outlets.map((docs) => boilerplateLines(shared.corpus!, docs));
      case 'hashes': {
        const set = new Uint8Array(allocate(HASH_SET_BYTES));
        for (const s of job.segments) addHashes(shared.corpus!.segments[s]!, shared.settings!.every, set);
        return set;
      }
      case 'seed':
        return seedSegment(
          shared.corpus!,
          job.segment,
          job.partitions,
          shared.settings!.every,
          shared.only ?? null,
          shared.rooms![job.segment]!,
        );
      case 'group': {
        this.grouper ??= new CorpusGrouper(shared.corpus!, shared.settings!.longGram, shared.firstNew ?? 0);
        const common: Uint32Array[] = [];
        for (let p = job.from; p < job.to; p++)
          common.push(this.grouper.group(shared.blocks!, p, shared.postings!));
        return common;
      }
      case 'keep':
        return keptOf(shared.blocks![job.segment]!, allocate);
      case 'match': {
        this.matcher ??= this.newMatcher();
        this.rows.length = 0;
        for (let doc = job.from; doc < job.to; doc++) this.matcher.match(doc, this.rows);
        return this.rows.values.slice(0, this.rows.length);
      }
    }
  }

  private newMatcher(): Matcher {
    const { settings, index, outletOf } = this.shared;
    const apart = (a: number, b: number) => outletOf![a] === 0 || outletOf![a] !== outletOf![b];
    return new Matcher(index!, { ...settings!, allowed: settings!.ignoreSameOutlet ? apart : null });
  }

  private async read(bytes: Uint8Array<ArrayBuffer>, ref: string, firstLine: number): Promise<Rows> {
    const { builder } = this;
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const ids: string[] = [];
    const outlets: (string | null)[] = [];
    const unpublished: number[] = [];
    const lines = new Uint32List();
    const starts = new Uint32List();
    const ends = new Uint32List();
    const messages: Message[] = [];
    let line = firstLine;
    let at = firstLine === 1 && hasMark(bytes) ? 3 : 0;
    for (; at < bytes.length; line++) {
      const newline = bytes.indexOf(10, at);
      const end = newline < 0 ? bytes.length : newline;
      const raw = buffer.toString('utf8', at, end);
      const found = plainRow(ref, line, raw) ?? (await anyRow(ref, line, raw));
      if (found !== null && 'rule' in found) messages.push(found);
      else if (found !== null) {
        builder.add(found.text, spansRead(found));
        if (found.status === 'unpublished') unpublished.push(ids.length);
        ids.push(found.id);
        outlets.push(found.outlet);
        lines.push(line);
        starts.push(at);
        ends.push(end);
      }
      at = end + 1;
    }
    const list = ({ values, length }: Uint32List) => values.slice(0, length);
    return {
      segment: builder.take(this.allocate),
      ids,
      outlets,
      unpublished,
      lines: list(lines),
      starts: list(starts),
      ends: list(ends),
      messages,
      buffer: bytes.buffer,
    };
  }
}

const hasMark = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/** A row with a text, read at once; null for any other, which is read the way every command reads rows. */
function plainRow(ref: string, line: number, raw: string): WholeDocument | null {
  const fields = objectIn(raw);
  if (fields === null || typeof fields.text !== 'string' || !/\S/.test(fields.text)) return null;
  const id = rowField(fields, ROW_ID) ?? `${ref}#${line}`;
  const status = statusOf(fields.status) ?? 'published';
  return { id, text: fields.text, outlet: rowField(fields, ROW_OUTLET), status, blocks: [] };
}

async function anyRow(ref: string, line: number, raw: string): Promise<WholeDocument | Message | null> {
  const { readLine } = await import('../../ingest/rows.js');
  const found = readLine(ref, line, raw);
  return found === null || 'rule' in found ? found : { ...found, id: found.ref };
}
