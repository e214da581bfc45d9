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
/** Of all rules with wildcards: robots-parser weighs each of their characters against each of an address, a second for these. */
const MOST_WILD = 100_000;

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
  const robots = parse(asked.href, tamed(text));
  const delay = robots.getCrawlDelay(USER_AGENT) ?? 0;
  return {
    allows: (url) => robots.isAllowed(url.href, USER_AGENT) !== false,
    delay: delay > 0 ? delay * 1000 : 0,
  };
}

/**
 * The same rules without the names of other programs: robots-parser copies each rule for each name before it, so that twenty
 * thousand names of two hundred kilobytes fill the memory. Throws Trouble where the rules would take too long to weigh.
 */
function tamed(text: string): string {
  const names = new Set<string>();
  let isNamed = false;
  let wild = 0;
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line) => {
      const [bare = ''] = line.split('#', 1);
      const colon = bare.indexOf(':');
      if (colon < 0) return [];
      const [field, value] = [bare.slice(0, colon).trim().toLowerCase(), bare.slice(colon + 1).trim()];
      if (field !== 'user-agent') {
        isNamed = false;
        if (value.includes('*')) wild += value.length;
        if (wild > MOST_WILD) throw new Trouble('robots', 'its rules would take too long to weigh');
        return [bare];
      }
      if (!isNamed) names.clear();
      isNamed = true;
      const token = value.split('/', 1)[0]!.trim().toLowerCase();
      const name = token === USER_AGENT || token === '*' ? token : 'another';
      if (names.has(name)) return [];
      names.add(name);
      return [`User-agent: ${name}`];
    })
    .join('\n');
}

// Its types give a default export, Node the function itself.
const parse = robotsParser as unknown as typeof robotsParser.default;
