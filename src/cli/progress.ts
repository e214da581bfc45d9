/** A bar on standard error, on a terminal and for long runs only. */

const STAGES: { readonly [stage: string]: string } = {
  ingest: 'opening',
  fetch: 'fetching',
  rows: 'reading MB',
  index: 'sorting',
  analyse: 'reading',
  reuse: 'comparing',
  stories: 'joining',
};
/** Runs shorter than this show nothing. */
const PATIENCE_MS = 700;
const REDRAW_MS = 80;
const CELLS = 24;

export interface Progress {
  step(stage: string, done: number, total: number): void;
  end(): void;
}

export function progressBar(stream: NodeJS.WriteStream, wanted: boolean): Progress {
  if (!wanted || !stream.isTTY) return { step: () => {}, end: () => {} };
  const started = Date.now();
  let drawn = 0;
  let current = '';
  let since = started;
  return {
    step(stage, done, total) {
      const now = Date.now();
      if (stage !== current) {
        current = stage;
        since = now;
      }
      if (now - started < PATIENCE_MS || (now - drawn < REDRAW_MS && done < total)) return;
      drawn = now;
      const full = total === 0 ? CELLS : Math.round((CELLS * done) / total);
      const bar = `${'━'.repeat(full)}${'╌'.repeat(CELLS - full)}`;
      const left = done === 0 ? 0 : Math.round(((now - since) * (total - done)) / done / 1000);
      const estimate = now - since > PATIENCE_MS && left > 1 ? `, about ${inWords(left)} left` : '';
      const amount = total === 0 ? `${done}` : `${done} of ${total}`;
      stream.write(`\r\u001b[K${bar} ${STAGES[stage] ?? stage} ${amount}${estimate}`);
    },
    end() {
      if (drawn > 0) stream.write('\r\u001b[K');
    },
  };
}

function inWords(seconds: number): string {
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
