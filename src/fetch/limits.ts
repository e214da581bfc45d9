/** How much is asked of a server, and how long is waited for it. Times in milliseconds, sizes in bytes. */
export interface Limits {
  /** Until a connection stands, the look-up of the name and TLS included. */
  readonly connect: number;
  /** For one whole request. */
  readonly request: number;
  /** Of one response, as it comes, head included: what the reader of web archives takes. */
  readonly response: number;
  /** Of all responses of one run: a case keeps no larger file. */
  readonly archive: number;
  /** Of one address: longer ones are none that people pass on, and cost time against the rules of a robots.txt. */
  readonly url: number;
  readonly redirects: number;
  /** Waited before each further try after 429, 5xx or a connection that failed: there are as many tries. */
  readonly retries: readonly number[];
  /** A server that asks for more patience than that in Retry-After is left alone. */
  readonly retryAfter: number;
  /** Between two requests to a host. */
  readonly pause: number;
  /** The longest Crawl-delay that is kept. */
  readonly crawlDelay: number;
  /** Hosts asked side by side. */
  readonly hosts: number;
}

export const LIMITS: Limits = {
  connect: 10_000,
  request: 60_000,
  response: 32 * 1024 * 1024,
  archive: 500_000_000,
  url: 2_048,
  redirects: 5,
  retries: [2_000, 8_000],
  retryAfter: 60_000,
  pause: 1_000,
  crawlDelay: 30_000,
  hosts: 4,
};
