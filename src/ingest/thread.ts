/** Runs what may hang or swell (PDF, DOCX) on a thread of its own, which can be stopped. */
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** No account takes longer to read; what does was made to. */
const MOST_SECONDS = 8;

/** What the process may grow by while a file is read. */
const MOST_GROWTH = 900 * 1024 ** 2;
const MOST_HEAP_MB = 700;
const LOOK_EVERY_MS = 50;

/** What the thread sends: parts as they come, then one end. */
export type Sent<Part> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly name: string; readonly reason: string };

/** How a job ended. `stopped`: the thread had to be given up, `rule` and `reason` (a part of a sentence) say why. */
export type End =
  | { readonly how: 'done' }
  | { readonly how: 'stopped'; readonly rule: 'too-large' | 'unreadable'; readonly reason: string }
  | { readonly how: 'failed'; readonly name: string; readonly reason: string };

/** The thread is kept for the next file; jobs wait for each other. */
let kept: Worker | null = null;
let last: Promise<unknown> = Promise.resolve();

/** Runs a job (structured-cloneable) in office-thread.ts and hands on its parts as they come. Never rejects. */
export function onThread<Part>(job: object, receive: (part: Part) => void): Promise<End> {
  const end = last.then(() => run(job, receive));
  last = end;
  return end;
}

function run<Part>(job: object, receive: (part: Part) => void): Promise<End> {
  const thread = kept ?? watched(start());
  const fresh = kept === null;
  kept = null;
  return new Promise((resolve) => {
    const before = process.memoryUsage.rss();
    let since = Date.now();
    const finish = (end: End): void => {
      clearInterval(watch);
      thread.off('message', heard).off('error', broke).off('exit', left);
      if (end.how === 'stopped') void thread.terminate();
      else {
        thread.unref();
        kept = thread;
      }
      resolve(end);
    };
    const stop = (reason: string, rule: 'too-large' | 'unreadable' = 'too-large'): void =>
      finish({ how: 'stopped', rule, reason });
    const watch = setInterval(() => {
      if (Date.now() - since > MOST_SECONDS * 1000)
        stop(`reading it takes more than ${MOST_SECONDS} seconds`);
      else if (process.memoryUsage.rss() - before > MOST_GROWTH) stop('reading it takes too much memory');
    }, LOOK_EVERY_MS);
    const send = (): void => {
      since = Date.now();
      thread.postMessage(job);
    };
    thread.ref();
    const heard = (sent: Sent<Part>): void => {
      if (sent.kind === 'ready') send();
      else if (sent.kind === 'part') receive(sent.part);
      else finish(sent.kind === 'done' ? { how: 'done' } : { ...sent, how: 'failed' });
    };
    const broke = (error: Error & { code?: string }): void =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? stop('reading it takes too much memory')
        : stop(`reading it failed: ${error.message}`, 'unreadable');
    const left = (): void => stop('reading it ended early', 'unreadable');
    thread.on('message', heard).on('error', broke).on('exit', left);
    if (!fresh) send();
  });
}

/** A thread that ends while it waits is replaced at the next file, and takes nothing down with it. */
function watched(thread: Worker): Worker {
  return thread
    .on('error', () => {})
    .on('exit', () => {
      if (kept === thread) kept = null;
    });
}

function start(): Worker {
  const options = { resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB }, stderr: false };
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./office-thread.js', import.meta.url), options);
  // From the sources, in tests and tools: Node reads TypeScript on a thread only after tsx is set up there.
  const tsx = createRequire(import.meta.url)
    .resolve('tsx/esm/api')
    .replace(/cjs$/, 'mjs');
  const script = new URL('./office-thread.ts', import.meta.url).href;
  return new Worker(
    `import(${JSON.stringify(tsx)}).then((m) => { m.register(); return import(${JSON.stringify(script)}); })`,
    { ...options, eval: true },
  );
}
