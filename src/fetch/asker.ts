/** Requests as a host wants them: in turn, again after a while where it was busy; each answer goes into the archive. */
import type { HttpHead } from '../ingest/http-response.js';
import { hostOf, type Network } from './addresses.js';
import type { Archive, Purpose } from './archive.js';
import { type Exchange, exchange, type Unwanted } from './exchange.js';
import type { Limits } from './limits.js';
import { Trouble } from './trouble.js';
import { type Clock, Turns } from './turns.js';

/** One answer of a server, and the number of its record. */
export interface Answer {
  readonly exchange: Exchange;
  readonly record: number;
}

export class Asker {
  readonly #turns: Turns;
  /** What hosts ask for between two requests, in milliseconds. */
  readonly #delays = new Map<string, number>();

  constructor(
    private readonly archive: Archive,
    private readonly network: Network,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {
    this.#turns = new Turns(clock);
  }

  /** From now on so many milliseconds between two requests to the host, within the limits. */
  slowDown(url: URL, delay: number): void {
    const host = hostOf(url);
    this.#delays.set(host, Math.min(Math.max(delay, this.#delays.get(host) ?? 0), this.limits.crawlDelay));
  }

  /** Asks in turn, again where that may help, and archives each answer; gives the last. Throws Trouble where none came. */
  ask(url: URL, purpose: Purpose, unwanted?: Unwanted): Promise<Answer> {
    const host = hostOf(url);
    const pause = (): number => Math.max(this.limits.pause, this.#delays.get(host) ?? 0);
    return this.#turns.take(
      host,
      async () => {
        for (let attempt = 0; ; attempt++) {
          const backoff = this.limits.retries[attempt];
          try {
            if (this.archive.size >= this.limits.archive)
              throw new Trouble('too-large', `${this.archive.size} bytes were fetched already in this run`);
            const answer = await exchange(url, this.network, this.limits, unwanted);
            const record = await this.archive.add(answer, purpose);
            if (backoff === undefined || !isBusy(answer.head)) return { exchange: answer, record };
            await this.clock.wait(Math.max(backoff, this.#patience(answer.head)));
          } catch (cause) {
            if (backoff === undefined || !(cause instanceof Trouble && cause.passing)) throw cause;
            await this.clock.wait(backoff);
          }
        }
      },
      pause,
    );
  }

  /** What Retry-After asks for, in milliseconds; 0 where it asks for nothing. Throws Trouble where it is too much. */
  #patience({ headers }: HttpHead): number {
    const value = headers.get('retry-after') ?? '';
    const asked = /^\d{1,9}$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
    if (asked > this.limits.retryAfter)
      throw new Trouble('busy', `its server asks to come back in ${Math.ceil(asked / 1000)} s`);
    return asked > 0 ? asked : 0;
  }
}

const isBusy = ({ status }: HttpHead): boolean => status === 429 || status >= 500;
