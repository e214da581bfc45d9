/** A record that `stemma read` kept in a case file or wrote as JSON, read back. */
import { open, readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Source } from '../ingest/source.js';
import { StemmaError } from '../model/errors.js';
import { RECORD_VERSION, Record } from '../model/record.js';
import { reasonOf } from './output.js';

/** The argument that names one. */
export const RECORD_ARG = {
  type: 'positional',
  required: false,
  valueHint: 'RECORD',
  description: 'A case file, a WACZ of one, or what stemma read --json wrote, or - for standard input',
} as const;

/** How a page about it is printed on standard output. */
export const pageOptions = () => ({
  width: process.stdout.columns ?? 80,
  colour: process.stdout.isTTY && !process.env.NO_COLOR,
});

/** What a case file begins with, as every SQLite database. */
const DATABASE = 'SQLite format 3\0';

/** Whether a file that begins so is a zip, as a WACZ is. */
export const isZip = (start: string): boolean => start.startsWith('PK\x03\x04');

/** `path` may be a case file, or - for standard input. Throws StemmaError where it cannot be read, or is no record. */
export async function readRecordFile(path: string): Promise<Record> {
  let json: string;
  try {
    const start = path === '-' ? '' : await startOf(path);
    if (start === DATABASE) return await recordInCase(path);
    json = isZip(start)
      ? await recordInWacz(path)
      : path === '-'
        ? await text(process.stdin)
        : await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof StemmaError) throw cause;
    throw new StemmaError('read', `cannot read ${path}: ${reasonOf(cause)}`, { cause });
  }
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new StemmaError('read', `${path} is no record: it is not the JSON that stemma read --json writes`, {
      cause,
    });
  }
  const found = Record.safeParse(value);
  if (found.success) return found.data;
  const { path: at, message } = found.error.issues[0]!;
  throw new StemmaError(
    'read',
    `${path} is no record of version ${RECORD_VERSION} (${at.join('.') || 'as a whole'}: ${message}); read the accounts again with this stemma`,
  );
}

/** The first bytes, as latin1. Throws StemmaError where it cannot be read. */
export async function startOf(path: string): Promise<string> {
  const file = await open(path).catch((cause: unknown) => {
    throw new StemmaError('read', `cannot read ${path}: ${reasonOf(cause)}`, { cause });
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(DATABASE.length), 0, DATABASE.length, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The file, to be read in stretches. */
export async function waczSource(path: string): Promise<Source> {
  const { machine } = await import('../ingest/paths.js');
  const { size } = await machine.stat(path);
  return { size, read: (start, end) => machine.stream(path, start, end) };
}

async function recordInWacz(path: string): Promise<string> {
  const { recordJson } = await import('../ingest/evidence.js');
  const json = await recordJson(await waczSource(path));
  if (json !== null) return json;
  throw new StemmaError('read', `${path} holds no record that is whole: stemma verify ${path} tells more`);
}

async function recordInCase(path: string): Promise<Record> {
  const { CaseFile } = await import('../store/case-file.js');
  const found = CaseFile.open(path, 'read');
  try {
    return found.record();
  } finally {
    found.close();
  }
}
