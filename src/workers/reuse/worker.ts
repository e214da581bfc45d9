/** One thread of a run over a corpus. */
import { parentPort } from 'node:worker_threads';
import { type ReuseJob, ReuseWorker, type Rows } from './jobs.js';

const worker = new ReuseWorker(true);
parentPort?.on('message', (job: ReuseJob) => {
  void worker.do(job).then((answer) => {
    const buffer = job.kind === 'rows' ? (answer as Rows).buffer : null;
    parentPort?.postMessage(answer, buffer === null ? [] : [buffer]);
  });
});
