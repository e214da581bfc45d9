/** The steps of a run over a corpus, each over plain values, so that any thread can do any of them. */
import { boilerplateLines } from '../../reuse/boilerplate.js';
import { CorpusGrouper } from '../../reuse/grouping.js';
import { Uint32List } from '../../reuse/kernel/grow.js';
import { Matcher } from '../../reuse/matching.js';
import { spansRead } from '../../reuse/passages.js';
import { addHashes, HASH_SET_BYTES, keptOf, seedSegment } from '../../reuse/seeding.js';
import { type Allocate, ownMemory, SegmentBuilder, sharedMemory } from '../../reuse/segment.js';
import type { Answers, ReuseJob, Shared } from './messages.js';
import { readBatch } from './rows.js';

/** Does jobs one after another. `threaded`: what comes out is shared with other threads. */
export class Steps {
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
        return readBatch(job.bytes, job.ref, job.firstLine, this.builder, allocate);
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
        addHashes(shared.corpus!.segments[job.segment]!, shared.settings!.every, set);
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
}
