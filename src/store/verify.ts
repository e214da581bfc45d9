/** Whether a case file still holds what was received, and whether the record says what stands there. */
import type { IngestOptions } from '../ingest/formats.js';
import type { Document } from '../model/document.js';
import type { Record } from '../model/record.js';
import { sha256 } from '../text/ids.js';
import { CaseFile } from './case-file.js';
import { brokenRuns } from './log.js';

export interface Verdict {
  /** How many of each were looked at. */
  readonly files: number;
  readonly documents: number;
  readonly anchors: number;
  readonly runs: number;
  /** What does not hold, a sentence each; none where all does. */
  readonly failures: readonly string[];
}

/** Reads bytes again as ingest does now. */
type Read = (
  ref: string,
  bytes: Uint8Array,
  options: IngestOptions,
) => Promise<{ readonly documents: readonly Document[] }>;

/** Failures of one kind told one by one before the rest are counted. */
const TOLD = 20;

/**
 * Checks every hash, every text against the bytes that it was read from, every anchor of the record against its text, and
 * the log. Throws StemmaError where the file cannot be opened at all.
 */
export async function verifyCase(path: string, read: Read): Promise<Verdict> {
  const found = CaseFile.open(path, 'read');
  const failures: string[] = [];
  const counts = { files: 0, documents: 0, anchors: 0, runs: 0 };
  const check = async (what: string, work: () => Promise<void> | void): Promise<void> => {
    try {
      await work();
    } catch (cause) {
      failures.push(`${what}: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
  };
  try {
    await check('the database', () => {
      failures.push(...found.damage().map((words) => `the database: ${words}`));
    });
    const texts = new Map<string, string>();
    await check('the files', async () => {
      for (const { ref, sha256: hash, size, options, documents, ...file } of found.evidence()) {
        counts.files++;
        const bytes = file.bytes();
        if (bytes === null) failures.push(`${ref}: its bytes are gone`);
        else if (bytes.length !== size || sha256(bytes) !== hash)
          failures.push(`${ref}: its bytes are not those that were received`);
        const again = bytes === null ? [] : (await read(ref, bytes, options)).documents;
        const byId = new Map(again.map((document) => [document.id, document]));
        for (const { id, document } of documents) {
          counts.documents++;
          if (document === null || document.id !== id) {
            failures.push(`${ref}: the account ${id} is not as it was kept`);
            continue;
          }
          texts.set(id, document.text);
          if (byId.get(id)?.text !== document.text)
            failures.push(`${ref}: the text of ${document.ref} is not what its bytes say`);
        }
      }
    });
    await check('the record', () => {
      const record = found.record();
      failures.push(...few(recordFailures(record, texts, counts)));
    });
    await check('the log', () => {
      const runs = found.log();
      counts.runs = runs.length;
      for (const { id } of brokenRuns(runs)) failures.push(`the log: run ${id} is not what was written`);
      const last = runs.at(-1);
      if (last !== undefined && last.state !== found.state())
        failures.push(`the log: the file holds something else than after run ${last.id}`);
    });
  } finally {
    found.close();
  }
  return { ...counts, failures };
}

/** Anchors of the record whose words do not stand where it says, and accounts whose text is another. */
function* recordFailures(
  record: Record,
  texts: ReadonlyMap<string, string>,
  counts: { anchors: number },
): Generator<string> {
  for (const { id, ref, text } of record.documents)
    if (texts.get(id) !== text) yield `the record: the text of ${ref} is not the one that was kept`;
  for (const { doc, start, end, exact } of anchorsIn(record)) {
    counts.anchors++;
    if (texts.get(doc)?.slice(start, end) !== exact)
      yield `the record: “${exact.slice(0, 80)}” does not stand at ${start}–${end} of ${doc}`;
  }
}

interface AnchorLike {
  readonly doc: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

/** Everything in a record that is an anchor, wherever it stands. */
function* anchorsIn(value: unknown): Generator<AnchorLike> {
  if (typeof value !== 'object' || value === null) return;
  if (isAnchor(value)) yield value;
  for (const inner of Object.values(value)) yield* anchorsIn(inner);
}

function isAnchor(value: object): value is AnchorLike {
  const { doc, start, end, exact } = value as Partial<AnchorLike>;
  return (
    typeof doc === 'string' &&
    typeof start === 'number' &&
    typeof end === 'number' &&
    typeof exact === 'string'
  );
}

function few(failures: Iterable<string>): string[] {
  const all = [...failures];
  return all.length <= TOLD ? all : [...all.slice(0, TOLD), `the record: ${all.length - TOLD} more of these`];
}
