/** Turns at each host: one request at a time, with a pause after each. */
import { setTimeout } from 'node:timers/promises';

/** In milliseconds; tests hand in one that does not wait. */
export interface Clock {
  now(): number;
  wait(time: number): Promise<unknown>;
}

export const CLOCK: Clock = { now: () => performance.now(), wait: (time) => setTimeout(time) };

export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();
  /** When the last turn at a host ended. */
  readonly #ended = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  /** Does `work` once all that waits for the host has had its turn, `pause()` milliseconds after the end of the last one. */
  take<T>(host: string, work: () => Promise<T>, pause: () => number): Promise<T> {
    const turn = async (): Promise<T> => {
      const ended = this.#ended.get(host);
      const left = ended === undefined ? 0 : ended + pause() - this.clock.now();
      if (left > 0) await this.clock.wait(left);
      try {
        return await work();
      } finally {
        this.#ended.set(host, this.clock.now());
      }
    };
    const done = (this.#last.get(host) ?? Promise.resolve()).then(turn);
    this.#last.set(
      host,
      done.catch(() => {}),
    );
    return done;
  }
}
