/** A case as a web archive in one file (WACZ): what was received, replayable, with the record read from it. */
import { isUtf8 } from 'node:buffer';
import type { Amendments } from '../../model/amendments.js';
import {
  EVIDENCE,
  EVIDENCE_VERSION,
  type EvidenceAccount,
  type EvidenceFile,
  type EvidenceManifest,
} from '../../model/evidence-manifest.js';
import type { Record } from '../../model/record.js';
import { GENERATOR_VERSION } from '../../model/version.js';
import type { IndexedRecord } from '../../model/warc-index.js';
import { contentId } from '../../text/ids.js';
import { toJson } from '../json.js';
import { cdxLine, packedIndex } from './cdx.js';
import { type Entry, packaged } from './package.js';
import { infoRecord, resourceRecord, warcDate } from './warc-record.js';

/** A file of the case that may leave it. */
export interface PassedFile {
  readonly ref: string;
  /** ISO 8601. */
  readonly received: string;
  readonly map: readonly (readonly [string, string])[];
  /** As received; of an excerpt the one account, as JSON. May be called again. */
  bytes(): Uint8Array;
  /** Of these bytes: hex, and how many. */
  readonly sha256: string;
  readonly size: number;
  readonly excerpt: boolean;
  /** Media type, without parameters. */
  readonly type: string;
  /** Where it is one account's page of the web: its http(s) address, and when that was taken down where something tells. */
  readonly page: { readonly url: string; readonly captured: string | null } | null;
  readonly accounts: readonly EvidenceAccount[];
  /** Whether it is a web archive itself (WARC). */
  readonly isArchive: boolean;
  /** The web archives that it is, or holds. */
  archives(): AsyncIterable<PassedArchive>;
}

export interface PassedArchive {
  readonly name: string;
  chunks(): AsyncIterable<Uint8Array>;
  /** Those that replay can look up. */
  records(): AsyncIterable<IndexedRecord>;
}

export interface PassedCase {
  /** When it was last changed, ISO 8601. */
  readonly at: string;
  readonly record: Record;
  readonly amendments: Amendments;
  /** What was done to the case; null where it would tell of what stays behind. */
  readonly log: readonly object[] | null;
  readonly files: readonly PassedFile[];
}

/** The bytes of the WACZ; the same for the same case. Holds one file at a time. Throws StemmaError where it takes over 4 GB. */
export const toWacz = (passed: PassedCase): AsyncIterable<Uint8Array> =>
  packaged(entriesOf(passed), warcDate(passed.at));

async function* entriesOf({ at, record, amendments, log, files }: PassedCase): AsyncGenerator<Entry> {
  const lines: string[] = [];
  const placed = new Map<PassedFile, EvidenceFile>();
  yield { path: EVIDENCE.received, chunks: receivedRecords(files, at, lines, placed) };
  let number = 0;
  for (const file of files) {
    for await (const archive of file.archives()) {
      const path = `archive/${String(++number).padStart(4, '0')}-${plainName(archive.name)}`;
      if (file.isArchive) placed.set(file, { ...described(file), path, warc: null });
      yield { path, chunks: archive.chunks() };
      for await (const found of archive.records()) lines.push(cdxLine(nameOf(path), found));
    }
  }
  const { index, blocks } = packedIndex(lines);
  yield { path: 'indexes/index.cdx.gz', chunks: [index] };
  yield { path: 'indexes/index.idx', chunks: [Buffer.from(blocks)] };
  const evidence = files.flatMap((file) => placed.get(file) ?? []);
  yield { path: 'pages/pages.jsonl', chunks: utf8(pageLines(record, evidence)) };
  const manifest: EvidenceManifest = {
    version: EVIDENCE_VERSION,
    generator: `stemma ${GENERATOR_VERSION}`,
    files: evidence,
  };
  yield { path: EVIDENCE.manifest, chunks: utf8([`${JSON.stringify(manifest, null, 1)}\n`]) };
  yield { path: EVIDENCE.record, chunks: utf8(toJson(record)) };
  yield { path: EVIDENCE.amendments, chunks: utf8([`${JSON.stringify(amendments, null, 1)}\n`]) };
  if (log !== null) yield { path: EVIDENCE.log, chunks: utf8([`${JSON.stringify(log, null, 1)}\n`]) };
}

/** A record for each file that is no web archive itself; `lines` and `placed` are told of each. */
async function* receivedRecords(
  files: readonly PassedFile[],
  at: string,
  lines: string[],
  placed: Map<PassedFile, EvidenceFile>,
): AsyncGenerator<Uint8Array> {
  let offset = 0;
  for await (const chunk of infoRecord(nameOf(EVIDENCE.received), warcDate(at))) {
    offset += chunk.length;
    yield chunk;
  }
  for (const file of files) {
    if (file.isArchive) continue;
    const bytes = file.bytes();
    const url = file.page?.url ?? ownAddress(file);
    const date = warcDate(file.page?.captured ?? file.received);
    const type =
      /^text\/(?!html)/.test(file.type) && isUtf8(bytes) ? `${file.type}; charset=utf-8` : file.type;
    const { id, digest, chunks } = resourceRecord(bytes, { url, date, type, ref: file.ref });
    let length = 0;
    for await (const chunk of chunks) {
      length += chunk.length;
      yield chunk;
    }
    lines.push(
      cdxLine(nameOf(EVIDENCE.received), { url, date, mime: file.type, status: 200, digest, offset, length }),
    );
    placed.set(file, {
      ...described(file),
      path: EVIDENCE.received,
      warc: { id, url, digest, offset, length },
    });
    offset += length;
  }
}

function described(file: PassedFile): Omit<EvidenceFile, 'path' | 'warc'> {
  const { ref, received, map, excerpt, sha256, size, accounts } = file;
  const columns = map.map(([field, column]): [string, string] => [field, column]);
  return { ref, received, map: columns, excerpt, sha256, size, accounts };
}

/**
 * The address of a file that has none: http(s), since replay takes pages from no other scheme; of a host under `.invalid`,
 * which never resolves (RFC 6761); with the file's own name, by whose ending some viewers go.
 */
function ownAddress({ ref, sha256 }: PassedFile): string {
  return `https://received.stemma.invalid/${contentId('f', ref, sha256)}/${encodeURIComponent(nameOf(ref).replace(/\p{Cs}/gu, ''))}`;
}

/** One page an account of the record: its text makes the archive searchable. */
function* pageLines({ documents }: Record, files: readonly EvidenceFile[]): Generator<string> {
  const fileOf = new Map(files.flatMap((file) => file.accounts.map(({ id }) => [id, file] as const)));
  yield `${JSON.stringify({ format: 'json-pages-1.0', id: 'pages', title: 'Accounts', hasText: true })}\n`;
  for (const { id, url, title, ref, captured, text } of documents) {
    const file = fileOf.get(id);
    const address = file?.warc?.url ?? url;
    if (file === undefined || address === null) continue;
    const ts = warcDate(captured ?? file.received);
    yield `${JSON.stringify({ id, url: address, ts, title: title ?? ref, text })}\n`;
  }
}

function* utf8(pieces: Iterable<string>): Generator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece);
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** A name that is a path nowhere. */
const plainName = (name: string): string =>
  nameOf(name)
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .slice(-80);
