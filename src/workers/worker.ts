/** One thread of the pool: answers each job with its results in order, or with what went wrong. */
import { parentPort } from 'node:worker_threads';
import { analyse } from '../extract/analyse.js';
import { readStory } from '../pipeline.js';
import type { Answer, Job } from './messages.js';

function answer(job: Job): Answer {
  try {
    return job.kind === 'analyse'
      ? { ok: true, results: job.documents.map((document) => analyse(document, job.tier)) }
      : { ok: true, results: job.stories.map(readStory) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (job: Job) => parentPort?.postMessage(answer(job)));
