/** Whether a case file still holds what was received, and whether the record says what stands there. */
import type { IngestOptions } from '../ingest/formats.js';
import type { Document } from '../model/document.js';
import { sha256 } from '../text/ids.js';
import { CaseFile } from './case-file.js';
import { anchorFailures, few, textFailures } from './check-record.js';
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
export type Read = (
  ref: string,
  bytes: Uint8Array,
  options: IngestOptions,
) => Promise<{ readonly documents: readonly Document[] }>;

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
      const words = cause instanceof Error ? cause.message : String(cause);
      // This is what tells where.
      failures.push(`${what}: ${words.replace(/: stemma verify .* tells where$/s, '')}`);
    }
  };
  try {
    await check('the database', () => {
      failures.push(...found.damage().map((words) => `the database: ${words}`));
    });
    await check('the index', () => {
      failures.push(...found.indexFailures().map((id) => `the index: it has another text of ${id}`));
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
        // A later version may find another outlet or day, which make another id, and the same text.
        const byName = new Map([
          ...again.map((document) => [document.ref, document] as const),
          ...again.map((document) => [document.id, document] as const),
        ]);
        for (const { id, document } of documents) {
          counts.documents++;
          if (document === null || document.id !== id) {
            failures.push(`${ref}: the account ${id} is not as it was kept`);
            continue;
          }
          texts.set(id, document.text);
          if ((byName.get(id) ?? byName.get(document.ref))?.text !== document.text)
            failures.push(
              `${ref}: the text of ${document.ref} is not what its bytes say as this version reads them (stemma read --case FILE --afresh reads them anew)`,
            );
        }
      }
    });
    await check('the record', () => {
      const record = found.record();
      failures.push(...few(textFailures(record, texts)), ...few(anchorFailures(record, texts, counts)));
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
