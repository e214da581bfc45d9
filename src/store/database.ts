/** One SQLite file: opened, locked and asked, what goes wrong told in words. Only `store` knows the database. */
import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import Database from 'libsql';
import { StemmaError } from '../model/errors.js';

/** How long to wait for another process that is about to end its writing or reading. */
const PATIENCE_MS = 10_000;

/** `create`: write, and make the file where there is none. */
export type Access = 'read' | 'write' | 'create';

/** One process writes at a time, from `open` to `commit` or `close`; others read the last whole state meanwhile. */
export class DatabaseFile {
  private constructor(
    readonly path: string,
    readonly writes: boolean,
    private readonly db: Database.Database,
    /** Made just now, with nothing in it yet. */
    private fresh: boolean,
  ) {}

  /** Throws StemmaError where there is none (unless to be created), it is no database, or another process writes to it. */
  static open(path: string, access: Access): DatabaseFile {
    const exists = existsSync(path);
    if (!exists && access !== 'create') throw new StemmaError('read', `there is no case file ${path}`);
    return guarded(path, () => {
      // It may hold what is not published: readable by its owner alone, from the first byte on.
      if (!exists) closeSync(openSync(path, 'a', 0o600));
      const db = new Database(path, { timeout: PATIENCE_MS });
      const file = new DatabaseFile(path, access !== 'read', db, !exists);
      if (access !== 'read')
        file.attempt(() =>
          db.exec(
            'PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 0; BEGIN IMMEDIATE;',
          ),
        );
      return file;
    });
  }

  run(sql: string, ...values: readonly unknown[]): Database.RunResult {
    return guarded(this.path, () => this.db.prepare(sql).run(...values));
  }

  get<T>(sql: string, ...values: readonly unknown[]): T | undefined {
    return guarded(this.path, () => this.db.prepare(sql).get(...values) as T | undefined);
  }

  all<T>(sql: string, ...values: readonly unknown[]): T[] {
    return guarded(this.path, () => this.db.prepare(sql).all(...values) as T[]);
  }

  /** Several statements without values. */
  exec(sql: string): void {
    guarded(this.path, () => this.db.exec(sql));
  }

  /** Ends the writing, once those who read have had their look. */
  commit(): void {
    this.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}; COMMIT;`);
    this.fresh = false;
  }

  /** Does what opens the file, which is closed where that fails. */
  attempt<T>(work: () => T): T {
    try {
      return work();
    } catch (cause) {
      this.close();
      throw cause;
    }
  }

  /** Leaves it; what was not committed is as if it had never been. */
  close(): void {
    // The driver keeps a connection with an open transaction, and its lock, until it is collected.
    if (this.db.inTransaction) this.db.exec('ROLLBACK');
    this.db.close();
    if (this.fresh) rmSync(this.path, { force: true });
  }
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof StemmaError) throw cause;
    const { code, message } = cause as { readonly code?: unknown; readonly message?: string };
    throw new StemmaError('case', `${path}: ${REASONS[String(code)] ?? message ?? String(cause)}`, { cause });
  }
}

const REASONS: { readonly [code: string]: string } = {
  SQLITE_BUSY: 'another process is writing to it',
  SQLITE_LOCKED: 'another process is writing to it',
  SQLITE_NOTADB: 'it is no case file',
  SQLITE_CORRUPT: 'it is damaged: stemma verify tells where',
  SQLITE_FULL: 'no space is left',
  SQLITE_READONLY: 'it may not be written to',
  SQLITE_CANTOPEN: 'it cannot be opened',
};
