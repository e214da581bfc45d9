/** Which addresses may be asked: public ones alone, so that no page leads into the user's own network. */
import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Trouble } from './trouble.js';

/** What stands between us and the network; tests hand in their own, the command line has the one below alone. */
export interface Network {
  /** All addresses of a name. Rejects as `dns.lookup` does. */
  resolve(name: string): Promise<readonly { readonly address: string; readonly family: number }[]>;
  mayConnect(address: string): boolean;
  /** Authorities to trust instead of Node's own, PEM. */
  readonly ca?: string;
}

export const INTERNET: Network = {
  resolve: (name) => lookup(name, { all: true }),
  mayConnect: isPublic,
};

/** The block that all public IPv6 addresses come from (IANA, IPv6 Global Unicast Address Space). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address is one of the public internet. Those that hold an IPv4 address inside (mapped, 6to4, NAT64, Teredo)
 * are none, whatever they hold, nor is any that is set apart (IANA special-purpose registries, as ipaddr.js has them).
 */
export function isPublic(address: string): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST);
}

/** The address without its fragment. Throws Trouble where it is none that may be asked; names are looked up later. */
export function askable(address: string, most: number, network: Network, base?: URL): URL {
  if (!URL.canParse(address, base?.href))
    throw new Trouble('bad-url', 'it is no address, which begins with https:// or http://');
  const url = new URL(address, base);
  url.hash = '';
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Trouble('bad-url', 'only http and https addresses are fetched');
  if (url.username !== '' || url.password !== '')
    throw new Trouble('bad-url', 'an address with a user name or password in it is not fetched');
  if (url.href.length > most)
    throw new Trouble('bad-url', `an address of more than ${most} characters is not fetched`);
  const host = hostOf(url);
  if (/(?:^|\.)localhost\.?$/.test(host) || (isIP(host) !== 0 && !network.mayConnect(host)))
    throw notPublic(host);
  return url;
}

/** The host as a resolver takes it: without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1');

export const notPublic = (what: string): Trouble =>
  new Trouble('private-address', `${what} is not an address of the public internet; nothing was asked of it`);

/**
 * For `net.connect`, which connects to what this gives and to nothing else, so that what is checked is what is
 * connected to. One address that is not public among several refuses all.
 */
export function checkedLookup(network: Network): LookupFunction {
  return (name, options, callback) => {
    network.resolve(name).then(
      (found) => {
        const wrong = found.find(({ address }) => !network.mayConnect(address));
        const first = found[0];
        if (wrong !== undefined) callback(notPublic(`${name}, which leads to ${wrong.address},`), '');
        else if (first === undefined) callback(new Trouble('unreachable', 'its host has no address'), '');
        else if (options.all) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (cause: NodeJS.ErrnoException) => callback(cause, ''),
    );
  };
}
