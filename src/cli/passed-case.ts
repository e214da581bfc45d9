/** What of a case may leave it: without accounts that were taken out, and without unpublished ones unless they are asked for. */
import type { PassedArchive, PassedCase, PassedFile } from '../export/wacz/wacz.js';
import { amendAccounts } from '../ingest/amended.js';
import { extensionOf, mediaTypeFor } from '../ingest/formats.js';
import { inMemory } from '../ingest/source.js';
import { archivesInWacz } from '../ingest/wacz.js';
import { indexWarc } from '../ingest/warc-index.js';
import { type Amendments, saidOf } from '../model/amendments.js';
import type { Document } from '../model/document.js';
import { StemmaError } from '../model/errors.js';
import type { Said } from '../model/evidence-manifest.js';
import type { Record } from '../model/record.js';
import { DEFAULT_SETTINGS } from '../model/settings.js';
import { readRecord } from '../pipeline.js';
import type { Evidence } from '../store/case-file.js';
import { sha256 } from '../text/ids.js';
import { aimed } from './about.js';
import type { CaseSession } from './case-session.js';
import { amendmentsOf, sayable, unpublishedIn } from './passable.js';

/** Throws StemmaError where the case is damaged or holds no record. */
export async function passedCase(
  session: CaseSession,
  includeUnpublished: boolean,
): Promise<{ readonly passed: PassedCase; readonly withheld: number }> {
  const { file } = session;
  const documents = session.documents();
  const amendments = aimed(session.amendments(), documents);
  const amended = new Map(amendAccounts(documents, amendments).map((document) => [document.id, document]));
  const unpublished = unpublishedIn(documents, amendments);
  const isPassed = ({ id }: Document): boolean => includeUnpublished || !unpublished.has(id);
  const passed = documents.filter(isPassed);
  const withheld = documents.filter((document) => !isPassed(document));
  const record =
    withheld.length === 0 ? file.record() : await recordOf(session, passed, withheld, amendments);
  const said = new Map(
    passed.map((document) => [document.id, beyondReceived(document, amended.get(document.id)!)]),
  );
  const log = file.log();
  return {
    withheld: new Set(withheld.map(({ id }) => id)).size,
    passed: {
      at: log.at(-1)!.at,
      record,
      amendments: amendmentsOf(amendments, passed),
      // It counts accounts, and so tells of those left out.
      log: withheld.length === 0 ? log : null,
      files: file.evidence().flatMap((evidence) => passedFiles(evidence, said, amended, amendments)),
    },
  };
}

/** Read again, as for every page to pass on. */
async function recordOf(
  session: CaseSession,
  passed: readonly Document[],
  withheld: readonly Document[],
  amendments: Amendments,
): Promise<Record> {
  const { record } = await readRecord(passed, {
    settings: { ...DEFAULT_SETTINGS, tier: session.tier() ?? DEFAULT_SETTINGS.tier },
    amendments: amendmentsOf(amendments, passed),
    messages: sayable(session.messages(), withheld),
    analyses: session.analyses(),
    runner: session.runner(),
  });
  return record;
}

/** The file itself where all that it holds may leave; else an excerpt for each account that may; none where none may. */
function passedFiles(
  evidence: Evidence,
  said: ReadonlyMap<string, Said>,
  amended: ReadonlyMap<string, Document>,
  amendments: Amendments,
): PassedFile[] {
  const { ref, size, received, options, documents } = evidence;
  if (size === 0 || (documents.length === 0 && isWithheld(ref, amendments))) return [];
  const staying = documents.filter(({ id, removed }) => removed || !said.has(id));
  const accounts = documents
    .filter((one) => !staying.includes(one))
    .map(({ id, document }) => ({ id, said: said.get(id)!, document: whole(document, ref) }));
  const file = {
    ref,
    received,
    map: [...(options.map ?? [])],
    accounts: accounts.map(({ id, said }) => ({ id, said })),
  };
  if (staying.length === 0) {
    const ending = extensionOf(ref);
    return [
      {
        ...file,
        bytes: () => soundBytes(evidence),
        sha256: evidence.sha256,
        size,
        excerpt: false,
        type: mediaTypeFor(ref) ?? 'application/octet-stream',
        page: PAGES.has(ending) && accounts.length === 1 ? pageOf(amended.get(accounts[0]!.id)!) : null,
        isArchive: ending === 'warc' || ending === 'warc.gz',
        archives: () => archivesIn(evidence, ending),
      },
    ];
  }
  return accounts.map(({ id, said, document }) => {
    const bytes = Buffer.from(JSON.stringify(document));
    return {
      ...file,
      map: [],
      accounts: [{ id, said }],
      bytes: () => bytes,
      sha256: sha256(bytes),
      size: bytes.length,
      excerpt: true,
      type: 'application/json',
      page: null,
      isArchive: false,
      archives: async function* () {},
    };
  });
}

const PAGES: ReadonlySet<string> = new Set(['html', 'htm', 'xhtml']);

function pageOf({ url, captured }: Document): PassedFile['page'] {
  if (url === null || !/^https?:\/\/[^\s]+$/i.test(url) || !URL.canParse(url)) return null;
  return { url: new URL(url).href, captured };
}

/** No account was read from it, but somebody said that it is not published. */
const isWithheld = (ref: string, amendments: Amendments): boolean =>
  saidOf(amendments, 'account').findLast(
    (said) => said.status !== undefined && (ref === said.ref || ref.endsWith(`/${said.ref}`)),
  )?.status === 'unpublished';

async function* archivesIn(evidence: Evidence, ending: string): AsyncGenerator<PassedArchive> {
  if (ending === 'wacz') {
    for await (const { name, source } of archivesInWacz(inMemory(soundBytes(evidence))))
      yield { name, chunks: () => source.read(), records: () => indexWarc(source) };
  } else if (ending === 'warc' || ending === 'warc.gz') {
    const source = inMemory(soundBytes(evidence));
    yield { name: evidence.ref, chunks: () => source.read(), records: () => indexWarc(source) };
  }
}

/** What the user says beyond what was received. */
function beyondReceived(received: Document, amended: Document): Said {
  const fields = ['outlet', 'published', 'title', 'url', 'status'] as const;
  return Object.fromEntries(
    fields.filter((name) => amended[name] !== received[name]).map((name) => [name, amended[name]]),
  );
}

const damaged = (ref: string): StemmaError =>
  new StemmaError('read', `${ref} is damaged in the case: stemma verify tells what does not hold`);

function soundBytes({ ref, sha256: hash, ...file }: Evidence): Uint8Array {
  const bytes = file.bytes();
  if (bytes === null || sha256(bytes) !== hash) throw damaged(ref);
  return bytes;
}

function whole(document: Document | null, ref: string): Document {
  if (document === null) throw damaged(ref);
  return document;
}
