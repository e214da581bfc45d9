/** A case: what was received, as received, what was read from it, and the log of all that was done, in one file. */
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import Database from 'libsql';
import type { IngestOptions } from '../ingest/ingest.js';
import type { ReceivedFile } from '../ingest/paths.js';
import { Amendments, DocumentAmendment } from '../model/amendments.js';
import type { Analysis } from '../model/analysis.js';
import type { Document } from '../model/document.js';
import { StemmaError } from '../model/errors.js';
import type { Message } from '../model/message.js';
import { Record } from '../model/record.js';
import type { Tier } from '../model/settings.js';
import type { StoryRecord } from '../model/story.js';
import { GENERATOR_VERSION } from '../model/version.js';
import { sha256 } from '../text/ids.js';
import { migrate, versionOf } from './case-layout.js';

/** Something that was done to the case. */
export interface Run {
  readonly id: number;
  /** ISO 8601. */
  readonly at: string;
  /** Who, as told; empty where nobody said. */
  readonly by: string;
  readonly what: 'read' | 'amend' | 'remove' | 'restore' | 'purge';
  /** In counts: what is purged later must not stand in the log. */
  readonly note: string;
  readonly generator: string;
  /** Hash of all that the case held after it. */
  readonly state: string;
  /** Hash of this and, through the one before, of every earlier one. */
  readonly chain: string;
}

/** How long to wait for another process that is about to end its writing or reading. */
const PATIENCE_MS = 10_000;

/** So that nobody can tell by trying which file it was. */
const SALT_BYTES = 16;

export type Access = 'read' | 'write' | 'create';

/**
 * An open case file. One process writes at a time, from `open` to `commit` or `close`; others read the last whole
 * state meanwhile. A process that dies leaves the state before its last `commit`.
 */
export class CaseFile {
  private constructor(
    readonly path: string,
    private readonly db: Database.Database,
    private readonly writes: boolean,
    /** Made just now, with nothing in it yet. */
    private fresh: boolean,
  ) {}

  /** Throws StemmaError where there is none (unless to be created), it is none, too new, or written by another process. */
  static open(path: string, access: Access): CaseFile {
    const exists = existsSync(path);
    if (!exists && access !== 'create') throw new StemmaError('read', `there is no case file ${path}`);
    // It may hold what is not published: readable by its owner alone, from the first byte on.
    if (!exists) closeSync(openSync(path, 'a', 0o600));
    let db: Database.Database | null = null;
    try {
      db = new Database(path, { timeout: PATIENCE_MS });
      if (access === 'read') {
        if (versionOf(db, path) === 0) throw new StemmaError('read', `${path} holds no case`);
        return new CaseFile(path, db, false, false);
      }
      db.exec(
        'PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 0; BEGIN IMMEDIATE;',
      );
      migrate(db, path);
      return new CaseFile(path, db, true, !exists);
    } catch (cause) {
      db?.close();
      throw asStemmaError(cause, path);
    }
  }

  /**
   * Keeps files; those that it has already, by name, bytes and how they were read, change nothing, and one that is read in
   * another way now takes the place of itself. How many accounts are new to the case.
   */
  add(files: readonly ReceivedFile[], at: Date): number {
    const { run } = this.next();
    let added = 0;
    for (const { ref, bytes, options, documents, messages } of files) {
      const hash = sha256(bytes);
      const how = json({ map: [...(options.map ?? [])] });
      const told = json(messages);
      // What could not be read the last time, or was read in another way.
      for (const { id } of this.all<{ id: number }>(
        'SELECT id FROM file WHERE ref = ? AND ((sha256 = ? AND options <> ?) OR (size = 0 AND (? > 0 OR messages <> ?)))',
        json(ref),
        hash,
        how,
        bytes.length,
        told,
      ))
        this.drop(id);
      if (this.get('SELECT id FROM file WHERE ref = ? AND sha256 = ?', json(ref), hash) !== undefined)
        continue;
      this.run('INSERT OR IGNORE INTO bytes VALUES (?, ?)', hash, Buffer.from(bytes));
      const { lastInsertRowid: file } = this.run(
        'INSERT INTO file (ref, sha256, size, run, read_at, options, messages) VALUES (?, ?, ?, ?, ?, ?, ?)',
        json(ref),
        hash,
        bytes.length,
        run,
        at.toISOString(),
        how,
        told,
      );
      for (const document of documents) {
        const known = this.get('SELECT n FROM document WHERE id = ?', document.id) !== undefined;
        const text = json(document);
        // One account may come twice: each is evidence of it, and what is doubled is told when it is read.
        this.run(
          'INSERT INTO document (id, file, json, sha256, run) VALUES (?, ?, ?, ?, ?)',
          document.id,
          file,
          pack(text),
          sha256(text),
          run,
        );
        if (!known) added++;
      }
    }
    return added;
  }

  private drop(file: number): void {
    this.run('DELETE FROM document WHERE file = ?', file);
    this.run('DELETE FROM file WHERE id = ?', file);
    this.run('DELETE FROM bytes WHERE sha256 NOT IN (SELECT sha256 FROM file)');
  }

  /** The accounts that it holds and that were not removed, as received. */
  documents(): Document[] {
    return this.all<Packed>('SELECT json, sha256 FROM document WHERE removed IS NULL ORDER BY n').map((row) =>
      this.sound<Document>(row),
    );
  }

  /** What ingest had to say of the files, in the order in which they came; of a removed account's file nothing more. */
  messages(): Message[] {
    return this.all<{ messages: string }>(
      `SELECT messages FROM file WHERE NOT EXISTS (SELECT 1 FROM document WHERE file = file.id)
       OR EXISTS (SELECT 1 FROM document WHERE document.file = file.id AND removed IS NULL) ORDER BY file.id`,
    ).flatMap((row) => JSON.parse(row.messages) as Message[]);
  }

  /** What users say of the accounts, in the order said; a later word on one account goes over an earlier one. */
  amendments(): Amendments {
    const rows = this.all<{ json: string }>(`SELECT json FROM amendment WHERE what = 'document' ORDER BY id`);
    return Amendments.parse({ documents: rows.map((row) => DocumentAmendment.parse(JSON.parse(row.json))) });
  }

  /** Adds what is not the last word on its account already. */
  amend({ documents }: Amendments): void {
    const { run } = this.next();
    const last = new Map(this.amendments().documents.map((amendment) => [amendment.ref, json(amendment)]));
    for (const amendment of documents.filter((a) => last.get(a.ref) !== json(a)))
      this.run("INSERT INTO amendment (run, what, json) VALUES (?, 'document', ?)", run, json(amendment));
  }

  /** Those that are damaged are left out: they are made again. */
  analyses(): Analysis[] {
    return this.all<Packed>('SELECT json, sha256 FROM analysis').flatMap(
      (row) => unpack<Analysis>(row) ?? [],
    );
  }

  /** What was read of a story before, by `storyKey`; null where it was not, or is damaged. */
  story(key: string): StoryRecord | null {
    const row = this.get<Packed>('SELECT json, sha256 FROM story WHERE key = ?', key);
    return row === undefined ? null : unpack<StoryRecord>(row);
  }

  /** The record of the last run. Throws StemmaError where there is none, or it is of another version. */
  record(): Record {
    const row = this.get<Packed>('SELECT json, sha256 FROM record ORDER BY run DESC LIMIT 1');
    if (row === undefined) throw new StemmaError('read', `${this.path} holds no record yet`);
    const found = Record.safeParse(this.sound(row));
    if (!found.success)
      throw new StemmaError(
        'read',
        `the record in ${this.path} is of another version: stemma read --case ${this.path} makes it anew`,
      );
    return found.data;
  }

  /** The tier in which its record was read; null where it holds none yet. */
  tier(): Tier | null {
    const row = this.get<{ tier: Tier }>('SELECT tier FROM record ORDER BY run DESC LIMIT 1');
    return row === undefined ? null : row.tier;
  }

  /** The log, earliest first. */
  log(): Run[] {
    return this.all<Run>('SELECT * FROM run ORDER BY id');
  }

  /**
   * Takes accounts out of the record, or back in: by id, by name of the account or of its file. How many; they stay in the
   * file until they are purged.
   */
  setRemoved(named: (document: Document, file: string) => boolean, removed: boolean): number {
    const { run } = this.next();
    const rows = this.rows(!removed, named);
    for (const { n } of rows)
      this.run('UPDATE document SET removed = ? WHERE n = ?', removed ? run : null, n);
    return new Set(rows.map(({ document }) => document.id)).size;
  }

  /** Accounts that it holds and that were not removed, chosen by themselves and the name of their file. */
  namedDocuments(named: (document: Document, file: string) => boolean): Document[] {
    return this.rows(false, named).map(({ document }) => document);
  }

  private rows(
    removed: boolean,
    named: (document: Document, file: string) => boolean,
  ): { readonly n: number; readonly document: Document }[] {
    return this.all<Packed & { n: number; ref: string }>(
      `SELECT n, json, document.sha256, ref FROM document JOIN file ON file.id = document.file
       WHERE removed IS ${removed ? 'NOT ' : ''}NULL ORDER BY n`,
    )
      .map((row) => ({ n: row.n, file: JSON.parse(row.ref) as string, document: this.sound<Document>(row) }))
      .filter(({ document, file }) => named(document, file));
  }

  /**
   * Erases files with all that came of them: bytes, accounts, what was said of them. A salted hash of each is what stays,
   * to show that something was there. `commit` and then `shrink` make it true on the disk.
   */
  purge(named: (document: Document | null, file: string) => boolean): string[] {
    this.next();
    return [...this.evidence()]
      .filter(({ ref, documents }) =>
        documents.length === 0 ? named(null, ref) : documents.some(({ document }) => named(document, ref)),
      )
      .map(({ id, ref, sha256: hash, documents }) => {
        const refs = new Set([
          ref,
          ...documents.flatMap(({ id: account, document }) => [account, document?.ref, document?.url]),
        ]);
        this.drop(id);
        for (const { id: nth, json: said } of this.all<{ id: number; json: string }>(
          'SELECT id, json FROM amendment',
        )) {
          const { ref: of } = JSON.parse(said) as { ref: string };
          // A table may call "notes/call.txt" just "call.txt".
          if ([...refs].some((known) => known === of || known?.endsWith(`/${of}`)))
            this.run('DELETE FROM amendment WHERE id = ?', nth);
        }
        const salt = randomBytes(SALT_BYTES).toString('hex');
        return `${salt}:${sha256(salt + hash)}`;
      });
  }

  /** After a purge was committed: no page of the file keeps what was erased. */
  shrink(): void {
    guarded(this.path, () => this.db.exec('VACUUM'));
  }

  /** Ends the writing: the record as it now is, what it took to make it, and a line in the log. */
  commit(done: {
    readonly record: Record;
    readonly analyses: readonly Analysis[];
    readonly stories: ReadonlyMap<string, StoryRecord>;
    readonly what: Run['what'];
    readonly note: string;
    readonly by: string;
    readonly at: Date;
  }): void {
    const { run, chain } = this.next();
    const text = json(done.record);
    this.db.exec('DELETE FROM record');
    this.run(
      'INSERT INTO record VALUES (?, ?, ?, ?)',
      run,
      done.record.generator.tier,
      pack(text),
      sha256(text),
    );
    this.keep('analysis', new Map(done.analyses.map((a) => [a.key, a])));
    this.keep('story', done.stories);
    const said = [done.at.toISOString(), done.by, done.what, done.note, GENERATOR_VERSION] as const;
    const state = this.state();
    this.run(
      'INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      run,
      ...said,
      state,
      linked(chain, run, said, state),
    );
    guarded(this.path, () => this.db.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}; COMMIT;`));
    this.fresh = false;
  }

  /** Makes a table hold just these, without writing again what it has. */
  private keep(table: 'analysis' | 'story', wanted: ReadonlyMap<string, unknown>): void {
    const known = new Set(this.all<{ key: string }>(`SELECT key FROM ${table}`).map(({ key }) => key));
    for (const key of known) if (!wanted.has(key)) this.run(`DELETE FROM ${table} WHERE key = ?`, key);
    for (const [key, value] of wanted) {
      if (known.has(key)) continue;
      const text = json(value);
      this.run(`INSERT INTO ${table} VALUES (?, ?, ?)`, key, pack(text), sha256(text));
    }
  }

  /** Unpacked, where it is what was kept. Throws StemmaError. */
  private sound<T>(row: Packed): T {
    const found = unpack<T>(row);
    if (found === null)
      throw new StemmaError('read', `${this.path} is damaged: stemma verify ${this.path} tells where`);
    return found;
  }

  /** Each file with its bytes (null where they are gone) and its accounts (null where they are damaged), removed ones too. */
  *evidence(): Generator<{
    readonly id: number;
    readonly ref: string;
    readonly sha256: string;
    readonly size: number;
    readonly options: IngestOptions;
    readonly bytes: Buffer | null;
    readonly documents: readonly { readonly id: string; readonly document: Document | null }[];
  }> {
    const files = this.all<{ id: number; ref: string; sha256: string; size: number; options: string }>(
      'SELECT id, ref, sha256, size, options FROM file ORDER BY id',
    );
    for (const { id, ref, sha256: hash, size, options } of files) {
      const bytes = this.get<{ data: Buffer }>('SELECT data FROM bytes WHERE sha256 = ?', hash)?.data ?? null;
      const documents = this.all<Packed & { id: string }>(
        'SELECT id, json, sha256 FROM document WHERE file = ? ORDER BY n',
        id,
      ).map((row) => ({ id: row.id, document: unpack<Document>(row) }));
      yield {
        id,
        options: optionsIn(options),
        ref: JSON.parse(ref) as string,
        sha256: hash,
        size,
        bytes,
        documents,
      };
    }
  }

  /** What SQLite finds wrong with the file; none where nothing is. */
  damage(): string[] {
    return this.all<{ integrity_check: string }>('PRAGMA integrity_check')
      .map((row) => row.integrity_check)
      .filter((words) => words !== 'ok');
  }

  /** Hash of all that is evidence or said of it, and of the record. */
  state(): string {
    const hash = createHash('sha256');
    for (const table of [
      'SELECT id, ref, sha256, size, run, read_at, options, messages FROM file ORDER BY id',
      'SELECT n, id, file, sha256, run, removed FROM document ORDER BY n',
      'SELECT id, run, what, json FROM amendment ORDER BY id',
      'SELECT run, tier, sha256 FROM record ORDER BY run',
    ])
      for (const row of this.all<object>(table)) hash.update(`${json(Object.values(row))}\n`);
    return hash.digest('hex');
  }

  /** The number of the run that is being made, and what its chain goes on from. */
  private next(): { readonly run: number; readonly chain: string } {
    if (!this.writes) throw new StemmaError('write', `${this.path} was opened to be read`);
    const last = this.get<Run>('SELECT * FROM run ORDER BY id DESC LIMIT 1');
    return { run: (last?.id ?? 0) + 1, chain: last?.chain ?? '' };
  }

  /** Leaves it; what was not committed is as if it had never been. */
  close(): void {
    // The driver keeps a connection with an open transaction, and its lock, until it is collected.
    if (this.db.inTransaction) this.db.exec('ROLLBACK');
    this.db.close();
    if (this.fresh) rmSync(this.path, { force: true });
  }

  private run(sql: string, ...values: readonly unknown[]): Database.RunResult {
    return guarded(this.path, () => this.db.prepare(sql).run(...values));
  }

  private get<T>(sql: string, ...values: readonly unknown[]): T | undefined {
    return guarded(this.path, () => this.db.prepare(sql).get(...values) as T | undefined);
  }

  private all<T>(sql: string, ...values: readonly unknown[]): T[] {
    return guarded(this.path, () => this.db.prepare(sql).all(...values) as T[]);
  }
}

/** The next link of the log's chain. */
export const linked = (chain: string, run: number, said: readonly string[], state: string): string =>
  sha256(json([chain, run, ...said, state]));

const json = (value: unknown): string => JSON.stringify(value);
/** Levels above save little on JSON and cost twice the time. */
const LEVEL = 1;
const pack = (text: string): Buffer => deflateRawSync(text, { level: LEVEL });

/** How a file was read, as it was kept. */
function optionsIn(kept: string): IngestOptions {
  const { map } = JSON.parse(kept) as { map: [never, string][] };
  return map.length === 0 ? {} : { map: new Map(map) };
}

interface Packed {
  readonly json: Buffer;
  readonly sha256: string;
}

/** Null where it is not what was packed. */
export function unpack<T>({ json: packed, sha256: hash }: Packed): T | null {
  try {
    const text = inflateRawSync(packed).toString('utf8');
    return sha256(text) === hash ? (JSON.parse(text) as T) : null;
  } catch {
    return null;
  }
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw asStemmaError(cause, path);
  }
}

function asStemmaError(cause: unknown, path: string): StemmaError {
  if (cause instanceof StemmaError) return cause;
  const { code, message } = cause as { readonly code?: unknown; readonly message?: string };
  const reasons: { readonly [code: string]: string } = {
    SQLITE_BUSY: 'another process is writing to it',
    SQLITE_LOCKED: 'another process is writing to it',
    SQLITE_NOTADB: 'it is no case file',
    SQLITE_CORRUPT: 'it is damaged: stemma verify tells where',
    SQLITE_FULL: 'no space is left',
    SQLITE_READONLY: 'it may not be written to',
    SQLITE_CANTOPEN: 'it cannot be opened',
  };
  return new StemmaError('case', `${path}: ${reasons[String(code)] ?? message ?? String(cause)}`, { cause });
}
