/** The tables of a case file, and how an older file becomes one of today. */
import { StemmaError } from '../model/errors.js';
import type { DatabaseFile } from './database.js';
import { TEXT_INDEX } from './text-index.js';

/** Tells a case file from other SQLite files: "Stem" in ASCII. */
const APPLICATION = 0x5374656d;

/**
 * Each brings a file of the version before to its own, the first an empty one. Texts of documents and names of files are
 * kept as JSON, since SQLite ends a text at a NUL and knows no lone surrogates.
 */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE run (
     id INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, what TEXT NOT NULL, note TEXT NOT NULL,
     generator TEXT NOT NULL, state TEXT NOT NULL, chain TEXT NOT NULL);
   CREATE TABLE bytes (sha256 TEXT PRIMARY KEY, data BLOB NOT NULL);
   CREATE TABLE file (
     id INTEGER PRIMARY KEY, ref TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL, run INTEGER NOT NULL,
     read_at TEXT NOT NULL, options TEXT NOT NULL, messages TEXT NOT NULL, UNIQUE (ref, sha256, options));
   CREATE TABLE document (
     n INTEGER PRIMARY KEY, id TEXT NOT NULL, file INTEGER NOT NULL, json BLOB NOT NULL, sha256 TEXT NOT NULL,
     run INTEGER NOT NULL, removed INTEGER);
   CREATE INDEX document_id ON document (id);
   CREATE INDEX document_file ON document (file);
   CREATE TABLE amendment (
     id INTEGER PRIMARY KEY, run INTEGER NOT NULL, what TEXT NOT NULL, json TEXT NOT NULL);
   CREATE TABLE analysis (key TEXT PRIMARY KEY, json BLOB NOT NULL, sha256 TEXT NOT NULL);
   CREATE TABLE story (key TEXT PRIMARY KEY, json BLOB NOT NULL, sha256 TEXT NOT NULL);
   CREATE TABLE record (run INTEGER PRIMARY KEY, tier TEXT NOT NULL, json BLOB NOT NULL, sha256 TEXT NOT NULL);`,
  TEXT_INDEX,
];

const CASE_VERSION = MIGRATIONS.length;

/** Brings the file to today's layout, inside the transaction that is open. Throws StemmaError for a foreign or newer file. */
export function migrate(db: DatabaseFile): void {
  const version = versionOf(db);
  for (const step of MIGRATIONS.slice(version)) db.exec(step);
  if (version < CASE_VERSION)
    db.exec(`PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${CASE_VERSION};`);
}

/** The version of its layout, 0 for an empty file. Throws StemmaError for a foreign or newer file. */
export function versionOf(db: DatabaseFile): number {
  const number = (sql: string): number => Object.values(db.get<object>(sql)!)[0] as number;
  const application = number('PRAGMA application_id');
  const version = number('PRAGMA user_version');
  if (application !== APPLICATION && (application !== 0 || number('SELECT count(*) FROM sqlite_master') > 0))
    throw new StemmaError('read', `${db.path} is a database, but no case file`);
  if (version > CASE_VERSION)
    throw new StemmaError(
      'read',
      `${db.path} is a case file of version ${version}; this stemma knows version ${CASE_VERSION} and older: take a newer one`,
    );
  return version;
}

/** Whether the file, perhaps an older one that is only read, has the full-text index. */
export const hasIndex = (db: DatabaseFile): boolean => versionOf(db) >= INDEXED;
const INDEXED = 2;
