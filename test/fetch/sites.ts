/** Sites on this machine under invented names, and what is fetched from them. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import {
  createServer as createHttp,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps, type ServerOptions } from 'node:https';
import { type AddressInfo, createServer as createTcp, type Server as TcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach } from 'vitest';
import { INTERNET, isPublic, type Network } from '../../src/fetch/addresses.js';
import { Archive } from '../../src/fetch/archive.js';
import { fetchPages } from '../../src/fetch/fetch.js';
import type { Limits } from '../../src/fetch/limits.js';
import { CLOCK, type Clock } from '../../src/fetch/turns.js';

/** Every name is a site here, but for those of `hosts`; no look-up leaves the machine. */
export const here = (hosts: { readonly [name: string]: readonly string[] } = {}): Network => ({
  ...INTERNET,
  resolve: async (name) => (hosts[name] ?? ['127.0.0.1']).map((address) => ({ address, family: 4 })),
  mayConnect: (address) => address === '127.0.0.1' || isPublic(address),
});

/** Without pauses. */
export const QUICK: Partial<Limits> = { pause: 0, retries: [0, 0] };

const open = new Set<Server | TcpServer>();
const folder = mkdtempSync(join(tmpdir(), 'stemma-fetch-'));
afterEach(() => {
  for (const server of open) {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
  }
  open.clear();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const listening = (server: Server | TcpServer): Promise<number> => {
  open.add(server);
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );
};

export interface Site {
  /** Of a path, under any host name. */
  url(path: string, host?: string): string;
  /** Each request: host without port, and path. */
  readonly asked: string[];
  /** Each request to the byte. */
  readonly requests: string[];
}

export type Answer = (request: IncomingMessage, response: ServerResponse, site: Site) => void;

/** Answers by path; "HOST/path" goes before "/path". Other paths are not there. */
export async function site(
  answers: { readonly [path: string]: Answer },
  tls: ServerOptions | null = null,
): Promise<Site> {
  const asked: string[] = [];
  const requests: string[] = [];
  let port = 0;
  const found: Site = {
    url: (path, host = 'gazette.example') => `${tls === null ? 'http' : 'https'}://${host}:${port}${path}`,
    asked,
    requests,
  };
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    asked.push(`${host}${request.url}`);
    const { rawHeaders } = request;
    const lines = rawHeaders.flatMap((name, i) => (i % 2 === 0 ? [`${name}: ${rawHeaders[i + 1]}\r\n`] : []));
    requests.push(`${request.method} ${request.url} HTTP/${request.httpVersion}\r\n${lines.join('')}\r\n`);
    const answer = answers[`${host}${request.url}`] ?? answers[request.url ?? ''];
    if (answer) answer(request, response, found);
    else response.writeHead(404, { 'Content-Type': 'text/html' }).end('<p>Not here.</p>');
  };
  const server = tls === null ? createHttp(handle) : createHttps(tls, handle);
  port = await listening(server);
  return found;
}

/** Says the same bytes to whatever is asked but robots.txt, then ends; `drip` is said again and again instead. */
export async function rawSite(said: string, drip: string | null = null): Promise<Site> {
  const asked: string[] = [];
  const server = createTcp((socket) => {
    socket.on('error', () => {});
    socket.once('data', (data) => {
      const path = data.toString('latin1').split(' ')[1]!;
      asked.push(path);
      if (path === '/robots.txt') return socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
      socket.write(Buffer.from(said, 'latin1'));
      if (drip === null) return socket.end();
      const more = (): void => {
        if (!socket.destroyed) socket.write(drip, () => setTimeout(more, 1));
      };
      more();
    });
  });
  const port = await listening(server);
  return { url: (path, host = 'gazette.example') => `http://${host}:${port}${path}`, asked, requests: [] };
}

export const html =
  (body: string | Uint8Array, headers: { readonly [name: string]: string } = {}, status = 200): Answer =>
  (_, response) =>
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(body);

/** To an address as it stands in the header, or one made of the site's. */
export const redirect =
  (to: string | ((site: Site) => string), status = 302): Answer =>
  (_, response, found) =>
    response.writeHead(status, { Location: typeof to === 'string' ? to : to(found) }).end();

let count = 0;
export const archivePath = (): string => join(folder, `archive-${++count}.warc.gz`);

export interface Outcome {
  /** Of each address in order: "page", or the rule of each of its messages. */
  readonly outcomes: readonly string[];
  readonly notes: readonly string[];
  /** The archive, unpacked; "" where none was made. */
  readonly warc: string;
  readonly path: string;
}

export async function fetched(
  addresses: readonly string[],
  limits: Partial<Limits> = {},
  network: Network = here(),
  clock: Clock = CLOCK,
): Promise<Outcome> {
  const path = archivePath();
  const archive = new Archive(path);
  const results = await fetchPages(addresses, archive, { network, clock, limits: { ...QUICK, ...limits } });
  await archive.close();
  return {
    outcomes: results.map(({ record, messages }) =>
      [...(record === null ? [] : ['page']), ...messages.map(({ rule }) => rule)].join(', '),
    ),
    notes: results.flatMap(({ messages }) => messages.map(({ note }) => note)),
    warc: archive.isEmpty ? '' : gunzipSync(readFileSync(path)).toString('latin1'),
    path,
  };
}
