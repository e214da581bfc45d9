/** Whether a case that was passed on as WACZ is what was written: the package, the bytes, the texts, the record. */
import { createHash } from 'node:crypto';
import { bytesOf, excerptIn, manifestIn, optionsOf } from '../ingest/evidence.js';
import type { Inside } from '../ingest/inside.js';
import type { Source } from '../ingest/source.js';
import { recordsOf } from '../ingest/warc-records.js';
import { entryBytes } from '../ingest/zip.js';
import { type ZipEntry, zipDirectory } from '../ingest/zip-directory.js';
import { EVIDENCE, type EvidenceFile } from '../model/evidence-manifest.js';
import { Record } from '../model/record.js';
import { sha256 } from '../text/ids.js';
import { anchorFailures, few, textFailures } from './check-record.js';
import { brokenRuns, type Run } from './log.js';
import type { Read, Verdict } from './verify.js';

const PACKAGE = 'datapackage.json';
const PACKAGE_DIGEST = 'datapackage-digest.json';

/** Nothing is unpacked of stored files. */
const STORED: Inside = { read: async () => ({ documents: [], messages: [] }), take: () => {} };

/**
 * Checks the digest of every file in the package, of every WARC record that we wrote, of every file of the case; every
 * text against the bytes it was read from, and every anchor of the record against its text. `read` as for `verifyCase`.
 */
export async function verifyWacz(source: Source, read: Read): Promise<Verdict> {
  const failures: string[] = [];
  const counts = { files: 0, documents: 0, anchors: 0, runs: 0 };
  const fail = (what: string, why: string): void => void failures.push(`${what}: ${why}`);
  const directory = await zipDirectory(source);
  if (directory === null) {
    fail('the package', 'it has no directory that is whole');
    return { ...counts, failures };
  }
  const entries = new Map(directory.entries.map((entry) => [entry.name, entry]));
  if (entries.size !== directory.entries.length) fail('the package', 'two files of one name');
  const contents = await checkPackage(source, entries, fail);
  await checkRecords(source, entries, fail);

  const manifest = manifestIn(contents.get(EVIDENCE.manifest) ?? new Uint8Array(0));
  if (manifest === null) fail(EVIDENCE.manifest, 'it is missing, or not what Stemma writes');
  const texts = new Map<string, string>();
  for (const file of manifest?.files ?? []) {
    counts.files++;
    counts.documents += file.accounts.length;
    for (const why of await fileFailures(source, entries, file, read, texts)) fail(file.ref, why);
  }
  const record = Record.safeParse(jsonIn(contents.get(EVIDENCE.record)));
  if (!record.success) fail('the record', 'it is missing, or of another version');
  else {
    const own = new Map(record.data.documents.map(({ id, text }) => [id, text]));
    failures.push(...few(textFailures(record.data, texts)), ...few(anchorFailures(record.data, own, counts)));
  }
  const runs = contents.has(EVIDENCE.log) ? jsonIn(contents.get(EVIDENCE.log)) : [];
  if (!Array.isArray(runs) || runs.some((run) => typeof run !== 'object' || run === null))
    fail('the log', 'it is not what Stemma writes');
  else {
    counts.runs = runs.length;
    for (const { id } of brokenRuns(runs as Run[])) fail('the log', `run ${id} is not what was written`);
  }
  return { ...counts, failures };
}

type Entries = ReadonlyMap<string, ZipEntry>;
type Fail = (what: string, why: string) => void;

/** Checks each file against its list, and gives those of ours. */
async function checkPackage(source: Source, entries: Entries, fail: Fail): Promise<Map<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>();
  const kept = new Set<string>([...Object.values(EVIDENCE), PACKAGE, PACKAGE_DIGEST]);
  kept.delete(EVIDENCE.received);
  const hashes = new Map<string, string>();
  for (const [name, entry] of entries) {
    const hash = createHash('sha256');
    const parts: Uint8Array[] = [];
    for await (const bytes of entryBytes(source, entry, STORED, (_rule, _severity, note) =>
      fail(name, note),
    )) {
      hash.update(bytes);
      if (kept.has(name)) parts.push(bytes);
    }
    hashes.set(name, `sha256:${hash.digest('hex')}`);
    if (kept.has(name)) contents.set(name, Buffer.concat(parts));
  }
  const digest = objectOf(jsonIn(contents.get(PACKAGE_DIGEST)));
  if (digest.path !== PACKAGE || digest.hash !== hashes.get(PACKAGE))
    fail(PACKAGE, `it is not the one that ${PACKAGE_DIGEST} speaks of`);
  const { resources } = objectOf(jsonIn(contents.get(PACKAGE)));
  const listed = new Map(
    (Array.isArray(resources) ? resources : []).map((resource) => {
      const { path, hash, bytes } = objectOf(resource);
      return [path, { hash, bytes }];
    }),
  );
  for (const [path, { hash, bytes }] of listed) {
    const entry = typeof path === 'string' ? entries.get(path) : undefined;
    if (entry === undefined) fail(String(path), 'it is missing from the package');
    else if (entry.size !== bytes || hashes.get(entry.name) !== hash)
      fail(entry.name, 'its bytes do not fit the digest in the package');
  }
  for (const name of entries.keys())
    if (name !== PACKAGE && name !== PACKAGE_DIGEST && !listed.has(name))
      fail(name, 'the package does not list it');
  return contents;
}

/** Checks the digests of the WARC records that we wrote; archives that were received are as they were. */
async function checkRecords(source: Source, entries: Entries, fail: Fail): Promise<void> {
  const path = EVIDENCE.received;
  const entry = entries.get(path);
  if (entry === undefined) return fail(path, 'it is missing from the package');
  const stretch: Source = {
    size: entry.size,
    // A look at the first bytes, and then all of it.
    async *read(_start, end) {
      let left = end ?? Number.POSITIVE_INFINITY;
      for await (const bytes of entryBytes(source, entry, STORED, () => {})) {
        yield bytes.subarray(0, left);
        left -= bytes.length;
        if (left <= 0) return;
      }
    },
  };
  for await (const { number, type, header, content } of recordsOf(stretch, STORED.take, (note) =>
    fail(path, note),
  )) {
    if (type !== 'resource') continue;
    const hash = createHash('sha256');
    for (let next = await content.next(); !next.done; next = await content.next()) hash.update(next.value);
    const found = `sha256:${hash.digest('hex')}`;
    if (header('WARC-Payload-Digest') !== found || header('WARC-Block-Digest') !== found)
      fail(path, `record ${number} does not fit its digest`);
  }
}

/** What of a file does not hold; the texts of its accounts go into `texts`. */
async function fileFailures(
  source: Source,
  entries: Entries,
  file: EvidenceFile,
  read: Read,
  texts: Map<string, string>,
): Promise<string[]> {
  const bytes = await bytesOf(source, entries, file, STORED.take);
  if (bytes === null) return ['its bytes are not where the archive says'];
  const failures: string[] = [];
  const hash = sha256(bytes);
  if (bytes.length !== file.size || hash !== file.sha256)
    failures.push('its bytes are not those that were received');
  if (file.warc !== null && file.warc.digest !== `sha256:${hash}`)
    failures.push('its bytes do not fit the digest of their WARC record');
  const found = file.excerpt ? excerptIn(bytes) : null;
  const documents = file.excerpt
    ? found === null
      ? []
      : [found]
    : (await read(file.ref, bytes, optionsOf(file))).documents;
  for (const { id, text } of documents) texts.set(id, text);
  for (const { id } of file.accounts)
    if (documents.every((document) => document.id !== id))
      failures.push(`the account ${id} is not what its bytes say`);
  return failures;
}

function jsonIn(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(bytes ?? []).toString('utf8'));
  } catch {
    return null;
  }
}

const objectOf = (value: unknown): { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null ? (value as { readonly [name: string]: unknown }) : {};
