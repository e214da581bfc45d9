/** What users say of accounts: the table of --about, and which account each of its rows means. */
import { readFile } from 'node:fs/promises';
import { type Amendments, saidOf } from '../model/amendments.js';
import type { Document } from '../model/document.js';
import { StemmaError } from '../model/errors.js';
import type { Message } from '../model/message.js';
import { reasonOf } from './output.js';

export async function openAbout(
  path: string,
): Promise<{ amendments: Amendments; messages: readonly Message[] }> {
  let csv: string;
  try {
    csv = await readFile(path, 'utf8');
  } catch (cause) {
    throw new StemmaError('read', `cannot read ${path}: ${reasonOf(cause)}`, { cause });
  }
  const { readAbout } = await import('../ingest/about.js');
  const read = readAbout(csv);
  // Without it nobody knows which accounts are unpublished.
  const failed = read.messages.find(({ severity }) => severity === 'error');
  if (failed !== undefined) throw new StemmaError('read', `${path}: ${failed.note}`);
  return read;
}

/** "call.txt" speaks of notes/call.txt where no other account read ends so. */
export function aimed(said: Amendments, documents: readonly Document[]): Amendments {
  const known = new Set(documents.flatMap((d) => [d.ref, d.id, ...(d.url === null ? [] : [d.url])]));
  return said.map((row) => {
    if (row.what !== 'account' || known.has(row.ref)) return row;
    const ends = documents.filter(({ ref }) => ref.endsWith(`/${row.ref}`));
    return ends.length === 1 ? { ...row, ref: ends[0]!.ref } : row;
  });
}

export function unmatched(said: Amendments, documents: readonly Document[]): Message[] {
  const known = new Set(documents.flatMap((d) => [d.ref, d.id, ...(d.url === null ? [] : [d.url])]));
  return saidOf(said, 'account')
    .filter(({ ref }) => !known.has(ref))
    .map(({ ref }) => ({
      rule: 'about-unmatched',
      severity: 'warning',
      ref,
      note: `the file for --about speaks of ${ref}, and no account of that name was read`,
    }));
}
