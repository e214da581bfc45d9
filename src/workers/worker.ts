/** One thread of the pool: answers each job with its results in order. */
import { parentPort } from 'node:worker_threads';
import { readDocument, readStory } from '../pipeline.js';
import type { Answer, Job } from './messages.js';

function answer(job: Job): Answer {
  return job.kind === 'analyse'
    ? job.documents.map((document) => readDocument(document, job.depth))
    : job.stories.map(readStory);
}

parentPort?.on('message', (job: Job) => parentPort?.postMessage(answer(job)));
