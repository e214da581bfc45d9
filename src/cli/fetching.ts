/** `--fetch`: addresses, and files that list them, to accounts. The archive of what came is read like any other. */
import { readFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Fetched, FetchOptions } from '../fetch/fetch.js';
import { addressesIn, isAddress } from '../fetch/list.js';
import { about, type Ingested } from '../ingest/document.js';
import type { ReceivedFile } from '../ingest/paths.js';
import type { Document } from '../model/document.js';
import { StemmaError } from '../model/errors.js';
import type { Message } from '../model/message.js';

export const NOT_FETCHED =
  'is an address: stemma read --fetch fetches addresses, and nothing is fetched without it';

/** A longer list is no list that somebody made. */
const MOST_LIST_BYTES = 1_000_000;
const LISTS = /(?:\.(?:txt|text|list|lst|urls)|(?:^|[\\/])[^.\\/]+)$/i;

/** What is to be fetched, and what is to be read from the disk. Throws RangeError where one of them is not asked for. */
export async function sorted(
  given: readonly string[],
  fetches: boolean,
): Promise<{ addresses: readonly string[]; paths: readonly string[] }> {
  const addresses: string[] = [];
  const paths: string[] = [];
  for (const path of given) {
    const found = isAddress(path) ? [path] : await listedIn(path);
    if (found === null) paths.push(path);
    else if (fetches) addresses.push(...found);
    else
      throw new RangeError(
        isAddress(path)
          ? `${path} ${NOT_FETCHED}`
          : `${path} lists addresses: stemma read --fetch fetches them, and nothing is fetched without it`,
      );
  }
  if (fetches && addresses.length === 0)
    throw new RangeError('--fetch needs URLs, or a text file that lists them, one a line');
  return { addresses, paths };
}

/** Null where it is another file, or none. */
async function listedIn(path: string): Promise<readonly string[] | null> {
  if (!LISTS.test(path)) return null;
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile() || found.size > MOST_LIST_BYTES) return null;
  // What cannot be read is told where it is read as an account.
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null ? null : addressesIn(text);
}

export interface FetchedAccounts {
  readonly documents: readonly Document[];
  readonly messages: readonly Message[];
  /** The archive, where it is for its user to keep; null where the case keeps it, or nothing came. */
  readonly saved: string | null;
  /** To be called once the case was committed: the archive beside it is put away. */
  keptElsewhere(): Promise<void>;
}

interface Where {
  readonly save: string | null;
  /** The case; null for none. */
  readonly into: string | null;
}

/**
 * Fetches into the file to save, or one beside the case or in the current folder, and reads it. What breaks the run off
 * leaves what had come in that file. Throws StemmaError where it is there already, or cannot be written.
 */
export async function fetchAccounts(
  addresses: readonly string[],
  { save, into }: Where,
  { received, ...options }: FetchOptions & { readonly received?: (file: ReceivedFile) => void },
): Promise<FetchedAccounts> {
  const path = save ?? (await freeName(into === null ? '' : dirname(into)));
  if (await isThere(path)) throw new StemmaError('write', `${path} is there already; it was left as it is`);
  const { Archive } = await import('../fetch/archive.js');
  const { fetchPages } = await import('../fetch/fetch.js');
  const archive = new Archive(path);
  const fetched = await fetchPages(addresses, archive, options).finally(() => archive.close());
  const ref = save === null ? basename(path) : path.replace(/\\/g, '/').replace(/^\.\//, '');
  const bytes = archive.isEmpty ? new Uint8Array() : await readFile(path);
  const read = await readBack(ref, bytes);
  const { others, told } = byAddress(ref, fetched, read);
  if (!archive.isEmpty) received?.({ ref, bytes, options: {}, documents: read.documents, messages: others });
  // Also where all is well: a case forgets what it was told of an address the last time.
  for (const { url, messages } of told)
    received?.({ ref: url, bytes: new Uint8Array(), options: {}, documents: [], messages });
  const isForCase = save === null && into !== null;
  return {
    documents: read.documents,
    messages: [...others, ...told.flatMap(({ messages }) => messages)],
    saved: isForCase || archive.isEmpty ? null : path,
    async keptElsewhere() {
      if (isForCase) await rm(path, { force: true });
    },
  };
}

async function readBack(ref: string, bytes: Uint8Array): Promise<Ingested> {
  if (bytes.length === 0) return { documents: [], messages: [] };
  const { ingestReceived } = await import('../ingest/paths.js');
  return ingestReceived(ref, bytes);
}

/**
 * What is told of each address, and what of the archive besides. What its reader says of a page without an account is said
 * of the address; how many of its records are no article tells nothing more.
 */
function byAddress(
  archive: string,
  fetched: readonly Fetched[],
  { documents, messages }: Ingested,
): { told: readonly { url: string; messages: readonly Message[] }[]; others: readonly Message[] } {
  const accounts = new Set<string | null>(documents.map(({ ref }) => ref));
  const pages = new Set<string | null>(fetched.map(({ record }) => `${archive}!${record}`));
  const told = fetched.map(({ url, record, messages: before }) => {
    const page = `${archive}!${record}`;
    if (record === null || accounts.has(page)) return { url, messages: before };
    const { rule, note } = messages.find(({ ref }) => ref === page) ?? NO_ARTICLE;
    return { url, messages: [...before, about(rule, 'error', url, note)] };
  });
  const others = messages.filter(
    ({ ref, rule }) =>
      accounts.has(ref) || !(pages.has(ref) || (ref === archive && rule === NO_ARTICLE.rule)),
  );
  return { told, others };
}

const NO_ARTICLE = { rule: 'no-article', note: 'no article was found in it' };

/** Named for the second, so that archives stand in order of time. */
async function freeName(folder: string): Promise<string> {
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  for (let n = 1; ; n++) {
    const path = join(folder, `fetched-${time}${n === 1 ? '' : `-${n}`}.warc.gz`);
    if (!(await isThere(path))) return path;
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
