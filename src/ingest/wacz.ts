/** Web archives as one file (WACZ): a zip of WARC files, with a list of the pages they were made for, and digests. */
import { createHash } from 'node:crypto';
import type { Document } from '../model/document.js';
import { EVIDENCE, type EvidenceManifest } from '../model/evidence-manifest.js';
import type { Message } from '../model/message.js';
import { compareStrings } from '../text/order.js';
import { about, type Ingested } from './document.js';
import type { Inside } from './inside.js';
import { linesOf } from './lines.js';
import { objectIn } from './row-fields.js';
import type { Source } from './source.js';
import { type ListedPages, readWarc } from './warc.js';
import { entryBytes, readEntry, readZip } from './zip.js';
import { dataStart, type ZipEntry, zipDirectory } from './zip-directory.js';

const PAGES = 'pages/pages.jsonl';
const PACKAGE = 'datapackage.json';
const PACKAGE_DIGEST = 'datapackage-digest.json';
const MOST_PAGES = 1_000_000;

/** The articles in the archive: of the pages that its list names, or where it names none, all. */
export async function readWacz(ref: string, source: Source, inside: Inside): Promise<Ingested> {
  const directory = await zipDirectory(source);
  // Without its directory nothing tells the list from the rest: the web archives in it are read as in any zip.
  if (directory === null) return readZip(ref, source, inside);
  const documents: Document[] = [];
  const messages: Message[] = [];
  const wacz = opened(ref, source, inside, directory.entries, messages);
  try {
    const digests = await digestsOf(wacz);
    const manifest = await manifestOf(ref, wacz, digests, messages);
    if (manifest !== null) {
      const { readEvidence } = await import('./evidence.js');
      const stretch = (name: string): Source => wacz.stretch(name, digests);
      const read = await readEvidence(ref, manifest, { source, entries: wacz.entries, stretch }, inside);
      return { ...read, messages: [...messages, ...read.messages] };
    }
    const pages = await pagesOf(wacz, digests);
    const archives = [...wacz.entries.keys()].filter(isArchive).sort(compareStrings);
    for (const name of archives) {
      const read = await readWarc(`${ref}!${name}`, wacz.stretch(name, digests), inside, pages);
      documents.push(...read.documents);
      messages.push(...read.messages);
    }
    if (archives.length === 0) messages.push(about('unreadable', 'error', ref, 'no web archive in it'));
    const missing = pages?.missing() ?? 0;
    if (missing > 0 && archives.length > 0)
      messages.push(
        about(
          'missing-page',
          'warning',
          ref,
          `${missing} of the pages on its list are not in it as articles`,
        ),
      );
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    messages.push(about('too-large', 'error', ref, `${cause.message}; the rest was left out`));
  }
  return { documents, messages };
}

/** Of a case that Stemma passed on; null for any other archive. */
async function manifestOf(
  ref: string,
  wacz: Wacz,
  digests: Digests,
  messages: Message[],
): Promise<EvidenceManifest | null> {
  const bytes = await wacz.file(EVIDENCE.manifest, digests);
  if (bytes === null) return null;
  const manifest = (await import('./evidence.js')).manifestIn(bytes);
  if (manifest === null)
    messages.push(
      about('damaged', 'warning', ref, 'its list of what was received cannot be read; its pages were'),
    );
  return manifest;
}

/** The web archives in the file that lie in it as they are, unpacked by nothing. */
export async function* archivesInWacz(source: Source): AsyncGenerator<{ name: string; source: Source }> {
  for (const entry of (await zipDirectory(source))?.entries ?? []) {
    if (!isArchive(entry.name) || entry.method !== 0 || entry.isLocked) continue;
    const start = await dataStart(source, entry);
    if (start === null || start + entry.size > source.size) continue;
    yield {
      name: entry.name,
      source: {
        size: entry.size,
        read: (from = 0, to = entry.size) => source.read(start + from, start + Math.min(to, entry.size)),
      },
    };
  }
}

const isArchive = (name: string): boolean => /^archive\/[^/]+\.warc(?:\.gz)?$/i.test(name);

interface Wacz {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** The bytes of a small file in it, checked; null where there is none. */
  file(name: string, digests: Digests): Promise<Uint8Array | null>;
  /** A file in it, to be read once from start to end, and checked while it is. */
  stretch(name: string, digests: Digests): Source;
}

/** SHA-256 by path. */
type Digests = ReadonlyMap<string, string>;
const NO_DIGESTS: Digests = new Map();

function opened(
  ref: string,
  source: Source,
  inside: Inside,
  all: readonly ZipEntry[],
  messages: Message[],
): Wacz {
  const entries = new Map(all.map((entry) => [entry.name, entry]));
  const tellOf = (name: string) => (rule: string, severity: Message['severity'], note: string) =>
    void messages.push(about(rule, severity, `${ref}!${name}`, note));
  const check = (name: string, digests: Digests, found: string): void => {
    const said = digests.get(name);
    if (said !== undefined && said !== found)
      tellOf(name)(
        'damaged',
        'warning',
        'its bytes do not fit the digest in the archive; it may have been changed',
      );
  };
  return {
    entries,
    async file(name, digests) {
      const entry = entries.get(name);
      const bytes = entry === undefined ? null : await readEntry(source, entry, inside, tellOf(name));
      if (bytes !== null) check(name, digests, createHash('sha256').update(bytes).digest('hex'));
      return bytes;
    },
    stretch(name, digests) {
      const entry = entries.get(name)!;
      return {
        size: entry.size,
        async *read(start = 0, end) {
          // A look at the first bytes is no reading: nothing is told of it.
          const isLook = end !== undefined;
          const hash = createHash('sha256');
          const free: Inside = isLook || entry.method === 0 ? { ...inside, take: () => {} } : inside;
          const left = isLook ? end - start : Number.POSITIVE_INFINITY;
          let given = 0;
          for await (const bytes of entryBytes(source, entry, free, isLook ? () => {} : tellOf(name))) {
            if (!isLook) hash.update(bytes);
            yield isLook ? bytes.subarray(start, end) : bytes;
            given += bytes.length;
            if (given >= left) return;
          }
          if (!isLook) check(name, digests, hash.digest('hex'));
        },
      };
    },
  };
}

async function digestsOf(wacz: Wacz): Promise<Digests> {
  const own = jsonIn(await wacz.file(PACKAGE_DIGEST, NO_DIGESTS));
  const hash = sha256In(own?.hash);
  const said = hash === null ? NO_DIGESTS : new Map([[PACKAGE, hash]]);
  const resources = jsonIn(await wacz.file(PACKAGE, said))?.resources;
  const digests = new Map<string, string>();
  for (const resource of Array.isArray(resources) ? resources : []) {
    const { path, hash } = (resource ?? {}) as { path?: unknown; hash?: unknown };
    const digest = sha256In(hash);
    if (typeof path === 'string' && digest !== null) digests.set(path, digest);
  }
  return digests;
}

function jsonIn(bytes: Uint8Array | null): { readonly [name: string]: unknown } | null {
  return bytes === null ? null : objectIn(Buffer.from(bytes).toString('utf8'));
}

function sha256In(hash: unknown): string | null {
  return typeof hash === 'string'
    ? (/^sha256:([0-9a-f]{64})$/i.exec(hash)?.[1]?.toLowerCase() ?? null)
    : null;
}

/** The pages listed; null where none are, and all count. */
async function pagesOf(wacz: Wacz, digests: Digests): Promise<(ListedPages & { missing(): number }) | null> {
  const bytes = await wacz.file(PAGES, digests);
  if (bytes === null) return null;
  const titles = new Map<string, string | null>();
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield bytes!;
  }
  for await (const line of linesOf(chunks())) {
    const row = line === null ? null : objectIn(line);
    if (typeof row?.url !== 'string' || titles.size >= MOST_PAGES) continue;
    titles.set(key(row.url), typeof row.title === 'string' ? row.title.trim() || null : null);
  }
  if (titles.size === 0) return null;
  const missing = new Set(titles.keys());
  const original = new Map<string, string>();
  return {
    has: (url) => titles.has(key(url)),
    moved(from, to) {
      if (!URL.canParse(to, from)) return;
      const target = key(new URL(to, from).href);
      if (titles.has(target)) return;
      titles.set(target, titles.get(key(from)) ?? null);
      original.set(target, original.get(key(from)) ?? key(from));
    },
    titleOf: (url) => titles.get(key(url)) ?? null,
    found(url) {
      missing.delete(key(url));
      missing.delete(original.get(key(url)) ?? '');
    },
    missing: () => missing.size,
  };
}

/** Addresses are one page whatever stands behind "#". */
function key(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  parsed.hash = '';
  return parsed.href;
}
