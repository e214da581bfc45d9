/** Addresses to an archive of what they answered: politely, within bounds, and only on the public internet. */
import { STATUS_CODES } from 'node:http';
import { about } from '../ingest/document.js';
import { type HttpHead, mediaType } from '../ingest/http-response.js';
import { ARTICLE_TYPES, ROBOTS } from '../ingest/warc.js';
import type { Message } from '../model/message.js';
import { askable, INTERNET, type Network } from './addresses.js';
import type { Archive } from './archive.js';
import { Asker } from './asker.js';
import { LIMITS, type Limits } from './limits.js';
import { ALL_ALLOWED, type Rules, robotsUrl, rulesIn } from './robots.js';
import { Trouble } from './trouble.js';
import { CLOCK, type Clock } from './turns.js';

export interface FetchOptions {
  readonly network?: Network;
  readonly limits?: Partial<Limits>;
  readonly clock?: Clock;
  readonly progress?: (done: number, total: number) => void;
}

/** What came of one address. */
export interface Fetched {
  /** As asked for. */
  readonly url: string;
  /** The record of the archive that holds its page; null where there is none, for the reason that `messages` gives. */
  readonly record: number | null;
  readonly messages: readonly Message[];
}

/**
 * Fetches each address into the archive, with the redirects on the way and the robots.txt of each host, and tells in their
 * order what came of them. Throws StemmaError where the archive cannot be written; nothing else throws.
 */
export async function fetchPages(
  addresses: readonly string[],
  archive: Archive,
  options: FetchOptions = {},
): Promise<Fetched[]> {
  const limits = { ...LIMITS, ...options.limits };
  const visitor = new Visitor(archive, options.network ?? INTERNET, limits, options.clock ?? CLOCK);
  const results = new Map<string, Fetched>();
  const unique = [...new Set(addresses)];
  const waiting = byHost(unique);
  const step = (): void => options.progress?.(results.size, unique.length);
  let failed = false;
  const lane = async (): Promise<void> => {
    for (let group = waiting.shift(); group !== undefined && !failed; group = waiting.shift()) {
      for (const address of group) {
        if (failed) return;
        results.set(address, await visitor.follow(address));
        step();
      }
    }
  };
  step();
  const lanes = Array.from({ length: limits.hosts }, () =>
    lane().catch((cause: unknown) => {
      failed = true;
      throw cause;
    }),
  );
  await Promise.all(lanes);
  return unique.map((address) => results.get(address)!);
}

/** Each group is asked by one lane: two of one host would only wait for each other. */
function byHost(addresses: Iterable<string>): string[][] {
  const groups = new Map<string, string[]>();
  for (const address of addresses) {
    const host = URL.canParse(address) ? new URL(address).hostname : '';
    const group = groups.get(host);
    if (group === undefined) groups.set(host, [address]);
    else group.push(address);
  }
  return [...groups.values()];
}

/** What is kept of an answer: all bodies of a run are more than memory should hold. */
interface Visit {
  readonly head: HttpHead;
  readonly record: number;
}

class Visitor {
  readonly #asker: Asker;
  readonly #rules = new Map<string, Promise<Rules>>();
  /** By address: two that lead to one page ask for it once. */
  readonly #visits = new Map<string, Promise<Visit>>();

  constructor(
    archive: Archive,
    private readonly network: Network,
    private readonly limits: Limits,
    clock: Clock,
  ) {
    this.#asker = new Asker(archive, network, limits, clock);
  }

  async follow(address: string): Promise<Fetched> {
    const messages: Message[] = [];
    try {
      let url = askable(address, this.limits.url, this.network);
      for (let hop = 0; ; hop++) {
        await this.#mustBeAllowed(url);
        const { head, record } = await this.#once(url);
        const next = this.#redirect(url, head);
        if (next === null) {
          const trouble = this.#noPage(head);
          if (trouble !== null) throw trouble;
          return { url: address, record, messages };
        }
        if (hop === this.limits.redirects) throw this.#tooManyRedirects();
        if (url.protocol === 'https:' && next.protocol === 'http:')
          messages.push(
            about(
              'insecure-redirect',
              'warning',
              address,
              `leads from https to ${short(next)}: what came from there could have been changed on the way`,
            ),
          );
        url = next;
      }
    } catch (cause) {
      if (!(cause instanceof Trouble)) throw cause;
      return {
        url: address,
        record: null,
        messages: [...messages, about(cause.rule, 'error', address, `not fetched: ${cause.message}`)],
      };
    }
  }

  async #mustBeAllowed(url: URL): Promise<void> {
    const rules = await this.#rulesOf(url);
    if (!rules.allows(url))
      throw new Trouble('robots', `the robots.txt of ${url.host} asks programs not to read it`);
  }

  #rulesOf(url: URL): Promise<Rules> {
    const known = this.#rules.get(url.origin);
    if (known !== undefined) return known;
    const rules = this.#fetchRules(url);
    this.#rules.set(url.origin, rules);
    return rules;
  }

  async #fetchRules(origin: URL): Promise<Rules> {
    const asked = robotsUrl(origin);
    try {
      let url = asked;
      for (let hop = 0; hop <= this.limits.redirects; hop++) {
        const { exchange } = await this.#asker.ask(url, ROBOTS);
        const next = this.#redirect(url, exchange.head);
        if (next === null) {
          const rules = rulesIn(asked, exchange);
          this.#asker.slowDown(origin, rules.delay);
          return rules;
        }
        url = next;
      }
      // RFC 9309, 2.3.1.2: it may then be taken for one that is not there.
      return ALL_ALLOWED;
    } catch (cause) {
      if (!(cause instanceof Trouble)) throw cause;
      if (cause.rule === 'private-address' || cause.rule === 'no-host') throw cause;
      throw new Trouble(
        cause.rule,
        `what ${origin.host} asks of programs could not be learned, so nothing else was asked of it: ${cause.message}`,
      );
    }
  }

  #once(url: URL): Promise<Visit> {
    const known = this.#visits.get(url.href);
    if (known !== undefined) return known;
    const visit = this.#asker
      .ask(url, 'page', noArticle)
      .then(({ exchange, record }) => ({ head: exchange.head, record }));
    this.#visits.set(url.href, visit);
    return visit;
  }

  #redirect(url: URL, { status, headers }: HttpHead): URL | null {
    const location = headers.get('location');
    if (!REDIRECTS.has(status) || location === undefined) return null;
    try {
      // Headers are read as Latin-1; an address in one is UTF-8 where it is not plain.
      const target = Buffer.from(location, 'latin1').toString('utf8');
      return askable(target, this.limits.url, this.network, url);
    } catch (cause) {
      if (!(cause instanceof Trouble)) throw cause;
      throw new Trouble(cause.rule, `it redirects, and ${cause.message}`);
    }
  }

  #tooManyRedirects(): Trouble {
    return new Trouble('too-many-redirects', `leads on and on, more than ${this.limits.redirects} times`);
  }

  #noPage(head: HttpHead): Trouble | null {
    if (head.status === 200) return noArticle(head);
    const words = STATUS_CODES[head.status];
    return new Trouble(
      'http-status',
      `its server answers ${head.status}${words === undefined ? '' : ` (${words})`}`,
    );
  }
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function noArticle({ status, headers }: Pick<HttpHead, 'status' | 'headers'>): Trouble | null {
  if (status !== 200) return null;
  const type = mediaType(headers.get('content-type'));
  if (type === null) return new Trouble('not-article', 'its server does not tell what it is');
  return ARTICLE_TYPES.has(type) ? null : new Trouble('not-article', `it is no article (${type})`);
}

/** For a message: the rest of a long address is left out. */
function short(url: URL): string {
  return url.href.length <= 200 ? url.href : `${url.href.slice(0, 199)}…`;
}
