/** Runs the two parallel stages on threads. What comes out does not depend on how the work was cut. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { StemmaError } from '../model/errors.js';
import { type Depth, type Tier, tierOf } from '../model/settings.js';
import type { StoryRecord } from '../model/story.js';
import type { Runner } from '../pipeline.js';
import type { Answer, Job } from './messages.js';

/**
 * Documents that a thread must get to be worth its start: it takes about 1 s to load its tables and warm up, an article
 * 6 ms for its facts, 30 ms with who says what, and some 250 ms with the encoder of the accurate tier (throughput set).
 */
const DOCUMENTS_PER_WORKER: { readonly [depth in Tier | 'facts']: number } = {
  facts: 100,
  rules: 40,
  fast: 40,
  accurate: 6,
};

/** Code units of text in a job at most: enough to outweigh a message, little enough that jobs in flight stay small. */
const JOB_TEXT = 200_000;
/** Jobs a thread at least, where there is so much: the last to end keeps the others waiting. */
const JOBS_A_THREAD = 3;
const JOB_ITEMS = 32;

/** How many threads pay off; 1 where reading in this thread is as fast. */
export function fittingWorkers(documents: number, depth: Depth): number {
  return Math.max(
    1,
    Math.min(
      availableParallelism(),
      Math.floor(documents / DOCUMENTS_PER_WORKER[tierOf(depth)?.tier ?? 'facts']),
    ),
  );
}

/** What a document leaves behind dies young: room for it halves the collections. */
const LIMITS = { maxYoungGenerationSizeMb: 96 };

export interface PoolRunner extends Runner {
  close(): Promise<void>;
}

/** A pool of that many threads, started at the first job. Throws RangeError for fewer than one. */
export function poolRunner(
  workers: number,
  script: URL = new URL('./worker.js', import.meta.url),
): PoolRunner {
  if (!Number.isInteger(workers) || workers < 1)
    throw new RangeError(`a pool needs at least 1 worker, not ${workers}`);
  let threads: Worker[] = [];

  async function runAll<R>(
    jobs: readonly (Job & { readonly size: number })[],
    done: (n: number) => void,
  ): Promise<R[]> {
    const results: (readonly R[])[] = [];
    let next = 0;
    let finished = 0;
    const serve = async (thread: Worker): Promise<void> => {
      while (next < jobs.length) {
        const index = next++;
        const { size, ...job } = jobs[index]!;
        results[index] = (await ask(thread, job)) as readonly R[];
        finished += size;
        done(finished);
      }
    };
    while (threads.length < Math.min(workers, jobs.length))
      threads.push(new Worker(script, { resourceLimits: LIMITS }));
    try {
      await Promise.all(threads.map(serve));
    } catch (error) {
      next = jobs.length;
      await close();
      throw error;
    }
    return results.flat();
  }

  async function close(): Promise<void> {
    const ending = threads;
    threads = [];
    await Promise.all(ending.map((thread) => thread.terminate()));
  }

  return {
    analyse: (documents, depth, done) =>
      runAll(
        cut(documents, workers, (document) => document.text.length).map((part) => ({
          kind: 'analyse',
          documents: part,
          depth,
          size: part.length,
        })),
        done,
      ),
    async stories(stories, done) {
      const read = await runAll<StoryRecord>(
        cut(stories, workers, (story) =>
          story.accounts.reduce((sum, { document }) => sum + document.text.length, 0),
        ).map((part) => ({ kind: 'stories', stories: part, size: part.length })),
        done,
      );
      // What comes next is done in one thread and needs the memory; a next job starts threads anew.
      await close();
      return read;
    },
    close,
  };
}

/** Runs of neighbours with no more than JOB_TEXT of text each, enough for all threads, and at least one item each. */
function cut<T>(items: readonly T[], workers: number, length: (item: T) => number): T[][] {
  const total = items.reduce((sum, item) => sum + length(item), 0);
  const most = Math.min(JOB_TEXT, total / (workers * JOBS_A_THREAD));
  const parts: T[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const own = length(item);
    const part = parts.at(-1);
    if (!part || size + own > most || part.length >= JOB_ITEMS) {
      parts.push([item]);
      size = own;
    } else {
      part.push(item);
      size += own;
    }
  }
  return parts;
}

function ask(thread: Worker, job: Job): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => () => {
      thread.off('message', answered).off('error', failed).off('exit', ended);
      act();
    };
    const answered = (answer: Answer) => settle(() => resolve(answer))();
    const failed = (cause: Error) =>
      settle(() => reject(new StemmaError('worker', `a worker failed: ${cause.message}`, { cause })))();
    const ended = (code: number) =>
      settle(() => reject(new StemmaError('worker', `a worker ended with status ${code}`)))();
    thread.on('message', answered).on('error', failed).on('exit', ended);
    thread.postMessage(job);
  });
}
