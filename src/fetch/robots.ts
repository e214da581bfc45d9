/** What a host asks of programs, in its robots.txt (RFC 9309). */
import robotsParser from 'robots-parser';
import { httpBody } from '../ingest/http-response.js';
import { type Exchange, USER_AGENT } from './exchange.js';
import { Trouble } from './trouble.js';

export interface Rules {
  allows(url: URL): boolean;
  /** Between two requests, in milliseconds; 0 where none is asked for. */
  readonly delay: number;
}

/** Rules beyond are not looked at (RFC 9309, 2.5: at least 500 KiB). */
const MOST_BYTES = 500 * 1024;
const MOST_UNPACKED = 4 * 1024 * 1024;

export const ALL_ALLOWED: Rules = { allows: () => true, delay: 0 };

export const robotsUrl = (url: URL): URL => new URL('/robots.txt', url.origin);

/**
 * The rules in the response to a request for an origin's robots.txt: where it has none (4xx), all is allowed. Throws
 * Trouble where the server is in no state to tell (429, 5xx), since then nothing is allowed.
 */
export function rulesIn(asked: URL, { head, response }: Exchange): Rules {
  if (head.status === 429 || head.status >= 500)
    throw new Trouble('robots', `robots.txt answers ${head.status}`);
  if (head.status < 200 || head.status > 299) return ALL_ALLOWED;
  let body: Uint8Array;
  try {
    body = httpBody(head, response.subarray(head.bodyAt), MOST_UNPACKED);
  } catch (cause) {
    throw new Trouble('robots', (cause as Error).message);
  }
  const text = new TextDecoder().decode(body.subarray(0, MOST_BYTES));
  const robots = parse(asked.href, text);
  const delay = robots.getCrawlDelay(USER_AGENT) ?? 0;
  return {
    allows: (url) => robots.isAllowed(url.href, USER_AGENT) !== false,
    delay: delay > 0 ? delay * 1000 : 0,
  };
}

// Its types give a default export, Node the function itself.
const parse = robotsParser as unknown as typeof robotsParser.default;
