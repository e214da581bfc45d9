/** The full-text index of a case: SQLite's FTS5 with the texts beside it, so that all of it can be checked. */
import type { Span } from '../model/span.js';
import type { DatabaseFile } from './database.js';

/**
 * One row an account, `rowid` its row in `document`. Letters are compared without case and accents. The texts are stored
 * once more, plain: so SQLite's own check holds the index to them, and `indexFailures` them to the accounts.
 */
export const TEXT_INDEX = `CREATE VIRTUAL TABLE text_index USING fts5(text, tokenize = "unicode61 remove_diacritics 2");`;

/** Around words that were found: no characters, so no text has them (`indexable`). */
const OPEN = '\ufdd0';
const CLOSE = '\ufdd1';

/** At most so many words are asked for at once. */
const MOST_WORDS = 64;

/** What the index has of a text, at the same offsets: SQLite ends a text at a NUL and knows no lone surrogates. */
function indexable(text: string): string {
  return text.replace(/[\0\ufdd0\ufdd1]/g, ' ').replace(LONE_SURROGATES, '\ufffd');
}
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Makes the index have the accounts that the case has, and no others. */
export function updateIndex(db: DatabaseFile, textOf: (n: number) => string): void {
  const gone = db.all<{ id: number }>(
    'SELECT id FROM text_index_content WHERE id NOT IN (SELECT n FROM document)',
  );
  for (const { id } of gone) db.run('DELETE FROM text_index WHERE rowid = ?', id);
  // Words of what was deleted stay in its pages until it is made anew.
  if (gone.length > 0) db.exec(`INSERT INTO text_index (text_index) VALUES ('rebuild');`);
  for (const { n } of db.all<{ n: number }>(
    'SELECT n FROM document WHERE n NOT IN (SELECT id FROM text_index_content) ORDER BY n',
  ))
    db.run('INSERT INTO text_index (rowid, text) VALUES (?, ?)', n, indexable(textOf(n)));
}

/** Lets `updateIndex` take the text of an account anew. */
export const forgetText = (db: DatabaseFile, n: number): void => {
  db.run('DELETE FROM text_index WHERE rowid = ?', n);
};

/** Rows of accounts of which the index has another text. */
export function indexFailures(db: DatabaseFile, textOf: (n: number) => string | null): number[] {
  const has = new Map(
    db.all<{ id: number; c0: string }>('SELECT id, c0 FROM text_index_content').map(({ id, c0 }) => [id, c0]),
  );
  return db
    .all<{ n: number }>('SELECT n FROM document ORDER BY n')
    .map(({ n }) => n)
    .filter((n) => {
      const text = textOf(n);
      return text !== null && has.get(n) !== indexable(text);
    });
}

export interface Hit {
  /** Row of the account in `document`. */
  readonly n: number;
  /** Where the words stand, in order, UTF-16 offsets. */
  readonly places: readonly Span[];
}

/**
 * Accounts that have all the words, the most telling first (BM25): words, "words in a row", and beginnings of words with a
 * star. None where nothing is asked.
 */
export function searchIndex(db: DatabaseFile, asked: string): Hit[] {
  const query = queryOf(asked);
  if (query === '') return [];
  return db
    .all<{ n: number; marked: string }>(
      `SELECT rowid AS n, highlight(text_index, 0, ?, ?) AS marked FROM text_index WHERE text_index MATCH ?
       AND rowid IN (SELECT n FROM document WHERE removed IS NULL) ORDER BY rank, rowid`,
      OPEN,
      CLOSE,
      query,
    )
    .map(({ n, marked }) => ({ n, places: placesIn(marked) }));
}

/** In FTS5's language, every word quoted: what the user types is words, never a query. */
function queryOf(asked: string): string {
  const terms = indexable(asked).match(/["“”„][^"“”„]*["“”„]?|[^\s"“”„]+/g) ?? [];
  return terms
    .slice(0, MOST_WORDS)
    .map((term) => {
      const words = term.replace(/["“”„]/g, ' ').trim();
      const begins = !/^["“”„]/.test(term) && words.endsWith('*');
      return /[\p{L}\p{N}]/u.test(words) ? `"${words.replace(/\*+$/, '')}"${begins ? ' *' : ''}` : '';
    })
    .filter((term) => term !== '')
    .join(' AND ');
}

function placesIn(marked: string): Span[] {
  const places: Span[] = [];
  let marks = 0;
  for (let open = marked.indexOf(OPEN); open >= 0; open = marked.indexOf(OPEN, open + 1)) {
    const close = marked.indexOf(CLOSE, open);
    places.push({ start: open - marks, end: close - marks - 1 });
    marks += 2;
  }
  return places;
}
