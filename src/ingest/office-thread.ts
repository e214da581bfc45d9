/** The thread that reads PDF and DOCX: what it does may be stopped at any time (thread.ts). */
import { parentPort } from 'node:worker_threads';
import { docxParagraphs } from './docx-paragraphs.js';
import { pdfPages } from './pdf-pages.js';
import type { Sent } from './thread.js';

/** What the thread is asked. */
export interface OfficeJob {
  readonly kind: 'pdf' | 'docx';
  readonly bytes: Uint8Array;
}

const send = (sent: Sent<unknown>): void => parentPort!.postMessage(sent);

// A library's stray rejection ends in the job's own answer or in its time limit.
process.on('unhandledRejection', () => {});

parentPort!.on('message', ({ kind, bytes }: OfficeJob) => {
  const receive = (part: unknown): void => send({ kind: 'part', part });
  (kind === 'pdf' ? pdfPages(bytes, receive) : docxParagraphs(bytes, receive)).then(
    () => send({ kind: 'done' }),
    (cause: unknown) => {
      const { name, message } = cause instanceof Error ? cause : new Error(String(cause));
      send({ kind: 'failed', name, reason: message });
    },
  );
});

send({ kind: 'ready' });
