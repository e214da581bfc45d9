/** A case: what was received, as received, what was read from it, and the log of all that was done, in one file. */
import { createHash, randomBytes } from 'node:crypto';
import type { IngestOptions } from '../ingest/formats.js';
import type { ReceivedFile } from '../ingest/paths.js';
import type { Amendments } from '../model/amendments.js';
import type { Analysis } from '../model/analysis.js';
import type { Document } from '../model/document.js';
import { StemmaError } from '../model/errors.js';
import type { Message } from '../model/message.js';
import { Record } from '../model/record.js';
import type { Tier } from '../model/settings.js';
import type { Span } from '../model/span.js';
import type { StoryRecord } from '../model/story.js';
import { sha256 } from '../text/ids.js';
import { hasIndex, migrate, versionOf } from './case-layout.js';
import { type Access, DatabaseFile } from './database.js';
import { type Doing, type Run, runAfter } from './log.js';
import { type Packed, pack, unpack } from './packed.js';
import { eraseSaid, keepSaid, type Said, saidIn, standing, takeBack } from './said.js';
import { forgetText, indexFailures, searchIndex, updateIndex } from './text-index.js';

/** So that nobody can tell by trying which file it was. */
const SALT_BYTES = 16;

/** What was read of a file. */
interface Read {
  readonly documents: readonly Document[];
  readonly messages: readonly Message[];
}

/** A file that the case keeps, and what came of it. */
export interface Evidence {
  readonly id: number;
  readonly ref: string;
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  /** When it was received, ISO 8601. */
  readonly received: string;
  /** As it was read. */
  readonly options: IngestOptions;
  /** As received; null where they are gone. */
  bytes(): Buffer | null;
  /** Removed ones too; null for an account that is damaged. */
  readonly documents: readonly {
    readonly id: string;
    readonly document: Document | null;
    readonly removed: boolean;
  }[];
}

/**
 * An open case file. One process writes at a time, from `open` to `commit` or `close`; others read the last whole
 * state meanwhile. A process that dies leaves the state before its last `commit`. All of it throws StemmaError.
 */
export class CaseFile {
  private constructor(private readonly db: DatabaseFile) {}

  /** Throws StemmaError where there is none (unless to be created), it is none, too new, or written by another process. */
  static open(path: string, access: Access): CaseFile {
    const db = DatabaseFile.open(path, access);
    return db.attempt(() => {
      if (db.writes) migrate(db);
      else if (versionOf(db) === 0) throw new StemmaError('read', `${path} holds no case`);
      return new CaseFile(db);
    });
  }

  /**
   * Keeps files; those that it has already, by name, bytes and how they were read, change nothing, and one that is read in
   * another way now takes the place of itself. How many accounts are new to the case.
   */
  add(files: readonly ReceivedFile[], at: Date): number {
    const run = this.run();
    let added = 0;
    for (const { ref, bytes, options, documents, messages } of files) {
      const hash = sha256(bytes);
      const how = kept(options);
      const told = json(messages);
      // What could not be read the last time, or was read in another way.
      for (const { id } of this.db.all<{ id: number }>(
        'SELECT id FROM file WHERE ref = ? AND ((sha256 = ? AND options <> ?) OR (size = 0 AND (? > 0 OR messages <> ?)))',
        json(ref),
        hash,
        how,
        bytes.length,
        told,
      ))
        this.drop(id);
      // Nothing came and nothing is told of it any more.
      if (bytes.length === 0 && messages.length === 0) continue;
      if (this.db.get('SELECT id FROM file WHERE ref = ? AND sha256 = ?', json(ref), hash) !== undefined)
        continue;
      this.db.run('INSERT OR IGNORE INTO bytes VALUES (?, ?)', hash, Buffer.from(bytes));
      const { lastInsertRowid: file } = this.db.run(
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
        const known = this.db.get('SELECT n FROM document WHERE id = ?', document.id) !== undefined;
        const packed = pack(document);
        // One account may come twice: each is evidence of it, and what is doubled is told when it is read.
        this.db.run(
          'INSERT INTO document (id, file, json, sha256, run) VALUES (?, ?, ?, ?, ?)',
          document.id,
          file,
          packed.json,
          packed.sha256,
          run,
        );
        if (!known) added++;
      }
    }
    return added;
  }

  /**
   * Puts what a file's bytes say today in the place of what they said when it was read. Accounts are known by their ref and
   * keep their ids, on which hangs what users said; whether they are taken out stays too. How many are other than before.
   */
  readAgain({ id: file, ref, documents: before }: Evidence, again: Read): number {
    const run = this.run();
    let changed = 0;
    const known = new Map(before.map(({ id, document }) => [document?.ref ?? ref, id]));
    const found = new Set<string>();
    for (const document of again.documents) {
      const id = known.get(document.ref) ?? document.id;
      found.add(id);
      const { json: packed, sha256: hash } = pack({ ...document, id });
      const old = this.db.get<{ n: number; sha256: string }>(
        'SELECT n, sha256 FROM document WHERE file = ? AND id = ?',
        file,
        id,
      );
      if (old?.sha256 === hash) continue;
      changed++;
      if (old === undefined)
        this.db.run(
          'INSERT INTO document (id, file, json, sha256, run) VALUES (?, ?, ?, ?, ?)',
          id,
          file,
          packed,
          hash,
          run,
        );
      else {
        this.db.run(
          'UPDATE document SET json = ?, sha256 = ?, run = ? WHERE n = ?',
          packed,
          hash,
          run,
          old.n,
        );
        forgetText(this.db, old.n);
      }
    }
    for (const { id } of before.filter(({ id }) => !found.has(id))) {
      changed++;
      this.db.run('DELETE FROM document WHERE file = ? AND id = ?', file, id);
    }
    this.db.run('UPDATE file SET messages = ? WHERE id = ?', json(again.messages), file);
    return changed;
  }

  private drop(file: number): void {
    this.db.run('DELETE FROM document WHERE file = ?', file);
    this.db.run('DELETE FROM file WHERE id = ?', file);
    this.db.run('DELETE FROM bytes WHERE sha256 NOT IN (SELECT sha256 FROM file)');
  }

  /** The accounts that it holds and that were not removed, as received. */
  documents(): Document[] {
    return this.db
      .all<Packed>('SELECT json, sha256 FROM document WHERE removed IS NULL ORDER BY n')
      .map((row) => this.sound<Document>(row));
  }

  /** What ingest had to say of the files, in the order in which they came; of a removed account's file nothing more. */
  messages(): Message[] {
    return this.db
      .all<{ messages: string }>(
        `SELECT messages FROM file WHERE NOT EXISTS (SELECT 1 FROM document WHERE file = file.id)
       OR EXISTS (SELECT 1 FROM document WHERE document.file = file.id AND removed IS NULL) ORDER BY file.id`,
      )
      .flatMap((row) => JSON.parse(row.messages) as Message[]);
  }

  /** What users said and did not take back, in the order said. */
  amendments(): Amendments {
    return standing(saidIn(this.db));
  }

  /** All that users said, by number, in the order said. */
  said(): Said[] {
    return saidIn(this.db);
  }

  /** Adds what is said; of an account only what is not the last word on it already. By which numbers it can be taken back. */
  amend(amendments: Amendments): number[] {
    return keepSaid(this.db, this.run(), amendments);
  }

  /** Takes back what was said under this number; it stays in the file. Throws RangeError where nothing was. */
  undo(id: number): void {
    takeBack(this.db, this.run(), id);
  }

  /** Those that are damaged are left out: they are made again. */
  analyses(): Analysis[] {
    return this.db
      .all<Packed>('SELECT json, sha256 FROM analysis')
      .flatMap((row) => unpack<Analysis>(row) ?? []);
  }

  /** What was read of a story before, by `storyKey`; null where it was not, or is damaged. */
  story(key: string): StoryRecord | null {
    const row = this.db.get<Packed>('SELECT json, sha256 FROM story WHERE key = ?', key);
    return row === undefined ? null : unpack<StoryRecord>(row);
  }

  /**
   * Accounts that have all the words, the most telling first, with where they stand: words, "words in a row", beginnings
   * with a star. Throws StemmaError where an earlier version wrote the file, which had no index.
   */
  find(asked: string): { readonly id: string; readonly places: readonly Span[] }[] {
    if (!hasIndex(this.db))
      throw new StemmaError(
        'read',
        `${this.db.path} was written by an earlier stemma and has no index yet: stemma read --case ${this.db.path} makes it`,
      );
    const ids = new Map(
      this.db.all<{ n: number; id: string }>('SELECT n, id FROM document').map(({ n, id }) => [n, id]),
    );
    const found = new Map(searchIndex(this.db, asked).map(({ n, places }) => [ids.get(n)!, places]));
    return [...found].map(([id, places]) => ({ id, places }));
  }

  /** Accounts, by id, of which the index has another text than the case; of damaged ones nothing is said. */
  indexFailures(): string[] {
    if (!hasIndex(this.db)) return [];
    return indexFailures(this.db, (n) => this.textOf(n)).map(
      (n) => this.db.get<{ id: string }>('SELECT id FROM document WHERE n = ?', n)!.id,
    );
  }

  private textOf(n: number): string | null {
    const row = this.db.get<Packed>('SELECT json, sha256 FROM document WHERE n = ?', n);
    return row === undefined ? null : (unpack<Document>(row)?.text ?? null);
  }

  /** The record of the last run. Throws StemmaError where there is none, or it is of another version. */
  record(): Record {
    const row = this.db.get<Packed>('SELECT json, sha256 FROM record ORDER BY run DESC LIMIT 1');
    if (row === undefined) throw new StemmaError('read', `${this.db.path} holds no record yet`);
    const found = Record.safeParse(this.sound(row));
    if (!found.success)
      throw new StemmaError(
        'read',
        `the record in ${this.db.path} is of another version: stemma read --case ${this.db.path} makes it anew`,
      );
    return found.data;
  }

  /** The tier in which its record was read; null where it holds none yet. */
  tier(): Tier | null {
    const row = this.db.get<{ tier: Tier }>('SELECT tier FROM record ORDER BY run DESC LIMIT 1');
    return row === undefined ? null : row.tier;
  }

  /** The log, earliest first. */
  log(): Run[] {
    return this.db.all<Run>('SELECT * FROM run ORDER BY id');
  }

  /**
   * Takes accounts out of the record, or back in: by id, by name of the account or of its file. How many; they stay in the
   * file until they are purged.
   */
  setRemoved(named: (document: Document, file: string) => boolean, removed: boolean): number {
    const run = this.run();
    const rows = this.rows(!removed, named);
    for (const { n } of rows)
      this.db.run('UPDATE document SET removed = ? WHERE n = ?', removed ? run : null, n);
    return new Set(rows.map(({ document }) => document.id)).size;
  }

  /** Accounts that it holds and that were not removed, chosen by themselves and the name of their file. */
  namedDocuments(named: (document: Document, file: string) => boolean): Document[] {
    const found = this.rows(false, named).map(({ document }) => [document.id, document] as const);
    return [...new Map(found).values()];
  }

  private rows(
    removed: boolean,
    named: (document: Document, file: string) => boolean,
  ): { readonly n: number; readonly document: Document }[] {
    return this.db
      .all<Packed & { n: number; ref: string }>(
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
    this.run();
    return this.evidence()
      .filter(({ ref, documents }) =>
        documents.length === 0 ? named(null, ref) : documents.some(({ document }) => named(document, ref)),
      )
      .map(({ id, ref, sha256: hash, documents }) => {
        const refs = new Set([
          ref,
          ...documents.flatMap(({ id: account, document }) => [account, document?.ref, document?.url]),
        ]);
        this.drop(id);
        // A table may call "notes/call.txt" just "call.txt".
        const meant = (of: string): boolean =>
          [...refs].some((known) => known === of || known?.endsWith(`/${of}`) === true);
        eraseSaid(this.db, meant);
        const salt = randomBytes(SALT_BYTES).toString('hex');
        return `${salt}:${sha256(salt + hash)}`;
      });
  }

  /** After a purge was committed: no page of the file keeps what was erased. */
  shrink(): void {
    this.db.exec('VACUUM');
  }

  /** Ends the writing: the record as it now is, what it took to make it, and a line in the log. */
  commit(
    read: {
      readonly record: Record;
      readonly analyses: readonly Analysis[];
      readonly stories: ReadonlyMap<string, StoryRecord>;
    },
    doing: Doing,
  ): void {
    const { json: packed, sha256: hash } = pack(read.record);
    this.db.run('DELETE FROM record');
    this.db.run(
      'INSERT INTO record VALUES (?, ?, ?, ?)',
      this.run(),
      read.record.generator.tier,
      packed,
      hash,
    );
    this.keep('analysis', new Map(read.analyses.map((analysis) => [analysis.key, analysis])));
    this.keep('story', read.stories);
    updateIndex(this.db, (n) => this.textOf(n) ?? '');
    const { id, at, by, what, note, generator, state, chain } = runAfter(this.lastRun(), doing, this.state());
    this.db.run(
      'INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      id,
      at,
      by,
      what,
      note,
      generator,
      state,
      chain,
    );
    this.db.commit();
  }

  /** Makes a table hold just these, without writing again what it has. */
  private keep(table: 'analysis' | 'story', wanted: ReadonlyMap<string, unknown>): void {
    const known = new Set(this.db.all<{ key: string }>(`SELECT key FROM ${table}`).map(({ key }) => key));
    for (const key of known) if (!wanted.has(key)) this.db.run(`DELETE FROM ${table} WHERE key = ?`, key);
    for (const [key, value] of wanted) {
      if (known.has(key)) continue;
      const packed = pack(value);
      this.db.run(`INSERT INTO ${table} VALUES (?, ?, ?)`, key, packed.json, packed.sha256);
    }
  }

  /** Every file that it keeps, in the order in which they came. */
  evidence(): Evidence[] {
    return this.db
      .all<{ id: number; ref: string; sha256: string; size: number; read_at: string; options: string }>(
        'SELECT id, ref, sha256, size, read_at, options FROM file ORDER BY id',
      )
      .map(({ id, ref, sha256: hash, size, read_at, options }) => ({
        id,
        ref: JSON.parse(ref) as string,
        sha256: hash,
        size,
        received: read_at,
        options: optionsIn(options),
        bytes: () =>
          this.db.get<{ data: Buffer }>('SELECT data FROM bytes WHERE sha256 = ?', hash)?.data ?? null,
        documents: this.db
          .all<Packed & { id: string; removed: number | null }>(
            'SELECT id, json, sha256, removed FROM document WHERE file = ? ORDER BY n',
            id,
          )
          .map((row) => ({ id: row.id, document: unpack<Document>(row), removed: row.removed !== null })),
      }));
  }

  /** What SQLite finds wrong with the file; none where nothing is. */
  damage(): string[] {
    return this.db
      .all<{ integrity_check: string }>('PRAGMA integrity_check')
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
      for (const row of this.db.all<object>(table)) hash.update(`${json(Object.values(row))}\n`);
    return hash.digest('hex');
  }

  /** The number of the run that is being made. */
  private run(): number {
    if (!this.db.writes) throw new StemmaError('write', `${this.db.path} was opened to be read`);
    return (this.lastRun()?.id ?? 0) + 1;
  }

  private lastRun(): Run | null {
    return this.db.get<Run>('SELECT * FROM run ORDER BY id DESC LIMIT 1') ?? null;
  }

  /** Unpacked, where it is what was kept. */
  private sound<T>(row: Packed): T {
    const found = unpack<T>(row);
    if (found === null)
      throw new StemmaError('read', `${this.db.path} is damaged: stemma verify ${this.db.path} tells where`);
    return found;
  }

  /** Leaves it; what was not committed is as if it had never been. */
  close(): void {
    this.db.close();
  }
}

/** How a file was read, as it is kept. */
const kept = ({ map }: IngestOptions): string => json({ map: [...(map ?? [])] });

function optionsIn(text: string): IngestOptions {
  const { map } = JSON.parse(text) as { map: [never, string][] };
  return map.length === 0 ? {} : { map: new Map(map) };
}

const json = (value: unknown): string => JSON.stringify(value);
