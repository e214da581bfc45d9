/** One thread of a run over a corpus. */
import { parentPort } from 'node:worker_threads';
import type { ReuseJob, Rows } from './messages.js';
import { Steps } from './steps.js';

const steps = new Steps(true);
parentPort?.on('message', (job: ReuseJob) => {
  void steps.do(job).then((answer) => {
    const buffer = job.kind === 'rows' ? (answer as Rows).buffer : null;
    parentPort?.postMessage(answer, buffer === null ? [] : [buffer]);
  });
});
