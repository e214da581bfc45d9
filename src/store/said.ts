/** What users said of a case, row after row: nothing is written over, and what takes another back is a row too. */
import { AccountAmendment, Amendment, type Amendments, withoutDocuments } from '../model/amendments.js';
import type { DatabaseFile } from './database.js';

/** The row that takes another back. */
const UNDO = 'undo';
/** What layout 1 of the file calls what is said of an account; who and when stand in its run. */
const DOCUMENT = 'document';

/** Something that a user said of the case. */
export interface Said {
  /** By which it can be taken back. */
  readonly id: number;
  readonly undone: boolean;
  readonly amendment: Amendment;
}

/** All of it, by number, in the order said. */
export function saidIn(db: DatabaseFile): Said[] {
  const rows = db.all<{ id: number; what: string; json: string; by: string | null; at: string | null }>(
    `SELECT amendment.id, amendment.what, json, by, at FROM amendment LEFT JOIN run ON run.id = amendment.run
     ORDER BY amendment.id`,
  );
  const undone = new Set<number>();
  for (const { what, json } of rows)
    if (what === UNDO) undone.add((JSON.parse(json) as { readonly of: number }).of);
  return rows
    .filter(({ what }) => what !== UNDO)
    .map(({ id, what, json, by, at }) => ({
      id,
      undone: undone.has(id),
      amendment:
        what === DOCUMENT
          ? AccountAmendment.parse({ what: 'account', by, at, ...JSON.parse(json) })
          : Amendment.parse(JSON.parse(json)),
    }));
}

/** What was not taken back. */
export const standing = (said: readonly Said[]): Amendments =>
  said.flatMap(({ amendment, undone }) => (undone ? [] : [amendment]));

/** Adds what is said; of an account only what is not the last word on it already. The numbers under which it stands. */
export function keepSaid(db: DatabaseFile, run: number, amendments: Amendments): number[] {
  const last = new Map<string, string>();
  for (const amendment of standing(saidIn(db)))
    if (amendment.what === 'account') last.set(amendment.ref, wordsOf(amendment));
  return amendments.flatMap((amendment) =>
    amendment.what === 'account' && last.get(amendment.ref) === wordsOf(amendment)
      ? []
      : [put(db, run, amendment.what, amendment)],
  );
}

/** Throws RangeError where nothing stands under this number that could be taken back. */
export function takeBack(db: DatabaseFile, run: number, id: number): void {
  const found = saidIn(db).find((said) => said.id === id);
  if (found === undefined || found.undone)
    throw new RangeError(`${db.path} holds no word ${id} that could be taken back`);
  put(db, run, UNDO, { of: id });
}

/** Erases what is said of documents, by all that they are called; of a claim what is said of others stays, without the note. */
export function eraseSaid(db: DatabaseFile, gone: (called: string) => boolean): void {
  for (const { id, amendment } of saidIn(db)) {
    const left = withoutDocuments(amendment, gone);
    if (left === null) db.run('DELETE FROM amendment WHERE id = ?', id);
    else if (left !== amendment)
      db.run('UPDATE amendment SET json = ? WHERE id = ?', JSON.stringify(left), id);
  }
}

const put = (db: DatabaseFile, run: number, what: string, said: object): number =>
  Number(
    db.run('INSERT INTO amendment (run, what, json) VALUES (?, ?, ?)', run, what, JSON.stringify(said))
      .lastInsertRowid,
  );

/** What is said of an account, without who says it and when. */
const wordsOf = ({ by, at, ...words }: AccountAmendment): string => JSON.stringify(words);
