/** A case that was passed on as WACZ: its files as they were received, found by the manifest that lies with them. */
import { z } from 'zod';
import { Amendment, type Amendments, withoutDocuments } from '../model/amendments.js';
import { Document } from '../model/document.js';
import {
  EVIDENCE,
  type EvidenceAccount,
  type EvidenceFile,
  EvidenceManifest,
  type Said,
} from '../model/evidence-manifest.js';
import type { Message } from '../model/message.js';
import { sha256 } from '../text/ids.js';
import { about, type Ingested, placed } from './document.js';
import type { IngestOptions } from './formats.js';
import type { Inside } from './inside.js';
import { rowsOf } from './paths.js';
import { gather, type Source } from './source.js';
import { readWarc } from './warc.js';
import { recordsOf } from './warc-records.js';
import { entryBytes } from './zip.js';
import { dataStart, type ZipEntry, zipDirectory } from './zip-directory.js';

type Entries = ReadonlyMap<string, ZipEntry>;

/** No file of a case is longer; a string of JSON neither. */
const MOST_BYTES = 900_000_000;

/** The manifest in these bytes; null where they are none of a version known. */
export function manifestIn(bytes: Uint8Array): EvidenceManifest | null {
  try {
    const found = EvidenceManifest.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return found.success ? found.data : null;
  } catch {
    return null;
  }
}

/** A stored file of the archive, whole and sound; null where it is not. */
export async function soundEntry(source: Source, entry: ZipEntry | undefined): Promise<Uint8Array | null> {
  if (entry === undefined || entry.size > MOST_BYTES) return null;
  let isSound = true;
  const free: Inside = { read: async () => ({ documents: [], messages: [] }), take: () => {} };
  const bytes = await gather(
    entryBytes(source, entry, free, () => {
      isSound = false;
    }),
    entry.size,
  );
  return isSound ? bytes : null;
}

/** The record that such an archive holds, as JSON; null where it holds none that is whole. */
export async function recordJson(source: Source): Promise<string | null> {
  const entry = (await zipDirectory(source))?.entries.find(({ name }) => name === EVIDENCE.record);
  const bytes = await soundEntry(source, entry);
  return bytes === null ? null : Buffer.from(bytes).toString('utf8');
}

/** The bytes of a file of the case; null where they are not where the manifest says. `take` as in Inside. */
export async function bytesOf(
  source: Source,
  entries: Entries,
  { path, warc, size }: EvidenceFile,
  take: Inside['take'],
): Promise<Uint8Array | null> {
  const entry = entries.get(path);
  if (entry === undefined || entry.method !== 0 || entry.isLocked || size > MOST_BYTES) return null;
  if (warc === null) return soundEntry(source, entry);
  const data = await dataStart(source, entry);
  if (data === null || warc.offset + warc.length > entry.size) return null;
  const start = data + warc.offset;
  const record: Source = {
    size: warc.length,
    read: (from = 0, to = warc.length) => source.read(start + from, start + Math.min(to, warc.length)),
  };
  for await (const { header, content } of recordsOf(record, take, () => {}))
    return header('WARC-Record-ID') === warc.id
      ? gather({ [Symbol.asyncIterator]: () => content }, size)
      : null;
  return null;
}

/** How the file was read. */
export const optionsOf = ({ map }: EvidenceFile): IngestOptions =>
  map.length === 0 ? {} : { map: new Map(map as [never, string][]) };

/** The account that an excerpt is; null where the bytes are none. */
export function excerptIn(bytes: Uint8Array): Document | null {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
  const { data } = Document.safeParse(value);
  if (data === undefined) return null;
  let at = 0;
  for (const { start, end } of data.blocks) {
    if (start < at || end < start || end > data.text.length) return null;
    at = end;
  }
  return data;
}

/** The accounts of all its files, by the names that they had in the case. */
export async function readEvidence(
  ref: string,
  { files }: EvidenceManifest,
  archive: { readonly source: Source; readonly entries: Entries; stretch(path: string): Source },
  inside: Inside,
): Promise<Ingested> {
  const documents: Document[] = [];
  const messages: Message[] = [];
  const seen = new Set<string>();
  for (const file of files) {
    const place = JSON.stringify([file.path, file.warc?.offset ?? null]);
    const name = `${ref}!${file.ref}`;
    if (seen.has(place)) messages.push(about('damaged', 'warning', name, 'listed twice; it was read once'));
    else {
      const read = await readFile(name, file, archive, inside);
      documents.push(...read.documents);
      messages.push(...read.messages);
    }
    seen.add(place);
  }
  return { documents, messages, amendments: await amendmentsIn(archive, documents) };
}

/** What users had said of these accounts but what heads them, which is in each; without what speaks of others. */
async function amendmentsIn(
  { source, entries }: { readonly source: Source; readonly entries: Entries },
  documents: readonly Document[],
): Promise<Amendments> {
  const bytes = await soundEntry(source, entries.get(EVIDENCE.amendments));
  let said: unknown = [];
  try {
    said = bytes === null ? [] : JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    // What cannot be read says nothing; the accounts are read all the same, and `verify` tells.
  }
  const { data = [] } = z.array(Amendment).safeParse(said);
  const known = new Set(documents.map(({ id }) => id));
  return data.flatMap((amendment) =>
    amendment.what === 'account' ? [] : (withoutDocuments(amendment, (doc) => !known.has(doc)) ?? []),
  );
}

async function readFile(
  name: string,
  file: EvidenceFile,
  archive: { readonly source: Source; readonly entries: Entries; stretch(path: string): Source },
  inside: Inside,
): Promise<Ingested> {
  const { source, entries } = archive;
  // Web archives are long, and are checked as they are read.
  if (file.warc === null && entries.has(file.path))
    return told(file, await readWarc(file.ref, archive.stretch(file.path), inside));
  const bytes = await bytesOf(source, entries, file, inside.take);
  if (bytes === null)
    return {
      documents: [],
      messages: [about('damaged', 'error', name, 'its bytes are not where the archive says')],
    };
  const messages =
    bytes.length === file.size && sha256(bytes) === file.sha256
      ? []
      : [about('damaged', 'warning', name, 'its bytes are not those that were received')];
  if (file.excerpt) {
    const document = excerptIn(bytes);
    const said = file.accounts[0]?.said ?? {};
    if (document === null)
      return { documents: [], messages: [about('damaged', 'error', name, 'no account in it')] };
    // Its id would else be whatever the archive says.
    const own = placed({ ...document, sha256: sha256(bytes) }, {});
    return { documents: [amended(own, said)], messages };
  }
  const options = optionsOf(file);
  const read =
    (await rowsOf(file.ref, bytes)) ?? (await inside.read({ ref: file.ref, bytes, type: null, options }));
  const { documents, messages: more } = told(file, read);
  return { documents, messages: [...messages, ...more] };
}

/** With what the user had said of each account. */
function told({ accounts }: EvidenceFile, { documents, messages }: Ingested): Ingested {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const found = new Set(documents.map(({ id }) => id));
  // An account that is read otherwise today may be the one that was not published.
  const doubtful = accounts.some(({ id, said }) => said.status === 'unpublished' && !found.has(id));
  const saidOf = (account: EvidenceAccount | undefined): Said =>
    account?.said ?? (doubtful ? { status: 'unpublished' } : {});
  return {
    documents: documents.map((document) => amended(document, saidOf(byId.get(document.id)))),
    messages,
  };
}

const amended = (document: Document, said: Said): Document => ({
  ...document,
  ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
});
