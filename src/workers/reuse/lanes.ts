/** Where the steps of a run over a corpus are done: in threads, or in this one. */
import { Worker } from 'node:worker_threads';
import { StemmaError } from '../../model/errors.js';
import type { Answers, ReuseJob, Shared } from './messages.js';
import { Steps } from './steps.js';

export interface Lanes {
  /** Makes something known to all. */
  share(shared: Shared): Promise<void>;
  /** Answers in the order of the jobs; a few are under way at a time. */
  run<K extends ReuseJob['kind']>(
    jobs: AsyncIterable<ReuseJob & { kind: K }> | Iterable<ReuseJob & { kind: K }>,
  ): AsyncGenerator<Answers[K]>;
  close(): Promise<void>;
}

interface Lane {
  do(job: ReuseJob): Promise<unknown>;
  close(): Promise<void>;
}

/** Rows die as soon as they are read: little room for the young is enough. */
const LIMITS = { maxYoungGenerationSizeMb: 4 };

/** Jobs for each lane that are given out before the first of them is handed on: enough that none waits for another. */
const WINDOW = 4;

/** That many threads; 0 for none, then all is done here. */
export function openLanes(threads: number): Lanes {
  const lanes = threads === 0 ? [hereLane()] : Array.from({ length: threads }, threadLane);

  async function* run<K extends ReuseJob['kind']>(
    jobs: AsyncIterable<ReuseJob & { kind: K }> | Iterable<ReuseJob & { kind: K }>,
  ): AsyncGenerator<Answers[K]> {
    const load = lanes.map(() => 0);
    const waiting: Promise<unknown>[] = [];
    for await (const job of jobs) {
      if (waiting.length >= lanes.length * WINDOW) yield (await waiting.shift()) as Answers[K];
      const lane = load.indexOf(Math.min(...load));
      load[lane]!++;
      const answer = lanes[lane]!.do(job).finally(() => {
        load[lane]!--;
      });
      // Told when its turn comes.
      answer.catch(() => {});
      waiting.push(answer);
    }
    for (const answer of waiting) yield (await answer) as Answers[K];
  }

  return {
    async share(shared) {
      await Promise.all(lanes.map((lane) => lane.do({ kind: 'share', shared })));
    },
    run,
    async close() {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

function hereLane(): Lane {
  const steps = new Steps(false);
  return { do: (job) => steps.do(job), close: async () => {} };
}

function threadLane(): Lane {
  const thread = new Worker(new URL('./worker.js', import.meta.url), { resourceLimits: LIMITS });
  const open: { resolve: (answer: unknown) => void; reject: (error: Error) => void }[] = [];
  const fail = (error: Error) => {
    for (const { reject } of open.splice(0)) reject(error);
  };
  thread.on('message', (answer) => open.shift()?.resolve(answer));
  thread.on('error', (cause) =>
    fail(new StemmaError('worker', `a worker failed: ${cause.message}`, { cause })),
  );
  thread.on('exit', (code) => fail(new StemmaError('worker', `a worker ended with status ${code}`)));
  return {
    do(job) {
      return new Promise((resolve, reject) => {
        open.push({ resolve, reject });
        thread.postMessage(job, job.kind === 'rows' ? [job.bytes.buffer] : []);
      });
    },
    async close() {
      thread.removeAllListeners('exit');
      await thread.terminate();
    },
  };
}
