/** One request and the response to it, to the byte as they went over the line. */
import { request as httpRequest } from 'node:http';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { type HttpHead, httpHead } from '../ingest/http-response.js';
import { checkedLookup, hostOf, type Network, notPublic } from './addresses.js';
import type { Limits } from './limits.js';
import { Trouble } from './trouble.js';

export interface Exchange {
  readonly url: URL;
  /** When it was asked. */
  readonly at: Date;
  /** The IP address that answered. */
  readonly address: string;
  readonly request: Uint8Array;
  /** Status line, headers and body; of a body its chunks and packing as they came. */
  readonly response: Uint8Array;
  readonly head: HttpHead;
}

/** As robots.txt files call it. */
export const USER_AGENT = 'stemma';

const MOST_HEAD = 64 * 1024;

/** Says of a head why what follows is not worth its time; null where it is. */
export type Unwanted = (head: Pick<HttpHead, 'status' | 'headers'>) => Trouble | null;

/**
 * Asks for the address. `unwanted` is shown the head and may say why the rest is not worth its time. Throws Trouble
 * where no whole response came.
 */
export function exchange(
  url: URL,
  network: Network,
  limits: Limits,
  unwanted: Unwanted = () => null,
): Promise<Exchange> {
  const headers = [
    ['Host', url.host],
    ['User-Agent', USER_AGENT],
    ['Accept', 'text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.1'],
    ['Accept-Encoding', 'gzip'],
    ['Connection', 'close'],
  ] as const;
  const path = `${url.pathname}${url.search}`;
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const at = new Date();
  const parts: Uint8Array[] = [];
  let size = 0;
  let address = '';

  return new Promise((resolve, reject) => {
    const open = (): Socket => {
      const socket = socketTo(url, network, limits);
      socket.once('connect', () => {
        address = socket.remoteAddress ?? '';
        if (!network.mayConnect(address)) fail(notPublic(address));
      });
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => clearTimeout(connecting));
      // Before the parser takes them: it leaves neither the head as it came nor the chunks.
      socket.on('data', (chunk: Uint8Array) => {
        size += chunk.length;
        if (size > limits.response) fail(tooLarge(limits.response));
        else parts.push(chunk);
      });
      return socket;
    };
    const request = httpRequest({
      method: 'GET',
      host: hostOf(url),
      path,
      headers: headers.flat(),
      setHost: false,
      maxHeaderSize: MOST_HEAD,
      insecureHTTPParser: false,
      createConnection: open,
    });
    const end = (): void => {
      clearTimeout(connecting);
      clearTimeout(whole);
      request.destroy();
    };
    const fail = (cause: unknown): void => {
      end();
      reject(cause instanceof Trouble ? cause : unreachable(cause));
    };
    const connecting = setTimeout(
      () => fail(new Trouble('timed-out', `no connection within ${limits.connect / 1000} s`, true)),
      limits.connect,
    );
    const whole = setTimeout(
      () => fail(new Trouble('timed-out', `not answered in full within ${limits.request / 1000} s`)),
      limits.request,
    );
    request.on('error', fail);
    request.on('upgrade', () => fail(new Trouble('unreadable', 'answers in another protocol')));
    request.on('response', (response) => {
      response.on('error', fail);
      const told = new Map(
        Object.entries(response.headers).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, String(value)] as const],
        ),
      );
      const trouble =
        Number(told.get('content-length')) > limits.response
          ? tooLarge(limits.response)
          : unwanted({ status: response.statusCode ?? 0, headers: told });
      if (trouble !== null) return fail(trouble);
      response.on('end', () => {
        if (!response.complete) return fail(BROKEN_OFF);
        end();
        const bytes = withoutInterim(Buffer.concat(parts));
        const head = httpHead(bytes);
        if (head === null) return fail(new Trouble('unreadable', 'answers with no HTTP response'));
        resolve({
          url,
          at,
          address,
          request: Buffer.from(`GET ${path} HTTP/1.1\r\n${lines}\r\n`, 'latin1'),
          response: bytes,
          head,
        });
      });
      response.resume();
    });
    request.end();
  });
}

/** No proxy, whatever the environment says: an address behind one could not be checked. */
function socketTo(url: URL, network: Network, limits: Limits): Socket {
  const host = hostOf(url);
  const isTls = url.protocol === 'https:';
  const where = {
    host,
    port: Number(url.port) || (isTls ? 443 : 80),
    lookup: checkedLookup(network),
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: Math.min(1_000, limits.connect),
  };
  if (!isTls) return connect(where);
  return connectTls({
    ...where,
    servername: isIP(host) === 0 ? host : '',
    ALPNProtocols: ['http/1.1'],
    rejectUnauthorized: true,
    ...(network.ca !== undefined && { ca: network.ca }),
  });
}

/** The response without those that only announce it (1xx). */
function withoutInterim(bytes: Uint8Array): Uint8Array {
  for (let rest = bytes; ; ) {
    const head = httpHead(rest);
    if (head === null || head.status < 100 || head.status > 199) return rest;
    rest = rest.subarray(head.bodyAt);
  }
}

const BROKEN_OFF = new Trouble('unreachable', 'the response broke off', true);

const tooLarge = (most: number): Trouble =>
  new Trouble('too-large', `more than the ${most} bytes fetched from one address`);

const REASONS: { readonly [code: string]: Trouble } = {
  ENOTFOUND: new Trouble('no-host', 'there is no host of that name'),
  EAI_AGAIN: new Trouble('unreachable', 'the name of its host could not be looked up', true),
  ECONNREFUSED: new Trouble('unreachable', 'its host refuses the connection', true),
  ECONNRESET: BROKEN_OFF,
  EPIPE: BROKEN_OFF,
  ETIMEDOUT: new Trouble('timed-out', 'its host does not answer', true),
  EHOSTUNREACH: new Trouble('unreachable', 'there is no way to its host', true),
  ENETUNREACH: new Trouble('unreachable', 'there is no network', true),
  HPE_HEADER_OVERFLOW: new Trouble('too-large', `headers of more than ${MOST_HEAD} bytes`),
};

function unreachable(cause: unknown): Trouble {
  const { code = '', message = '' } = cause as NodeJS.ErrnoException;
  const known = REASONS[code];
  if (known !== undefined) return known;
  if (code.startsWith('HPE_')) return new Trouble('unreadable', 'answers with no well-formed HTTP response');
  if (/CERT|SSL|TLS|ALTNAME/.test(code))
    return new Trouble('unreachable', `its certificate or encryption is not to be trusted (${code})`);
  return new Trouble('unreachable', code || message || 'its host cannot be reached', true);
}
