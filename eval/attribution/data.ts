/** The evaluation sets of attributions: documents, what is true of them, and folds for choosing. */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Span } from '../../src/model/span.js';

export type Role = 'source' | 'cue' | 'content';
export const ROLES: readonly Role[] = ['source', 'cue', 'content'];

export interface Doc {
  readonly id: string;
  readonly text: string;
  readonly outlet: string | null;
  readonly date: string | null;
}

/** A line of NAME.gold.jsonl; which fields it has depends on its kind. */
export interface Gold {
  readonly kind: string;
  readonly doc: string;
  /** Told where further annotators read the same article. */
  readonly annotator?: string;
  readonly source?: readonly Span[];
  readonly cue?: readonly Span[];
  readonly content?: readonly Span[];
  readonly role?: Role;
  readonly start?: number;
  readonly end?: number;
  readonly text?: string;
  readonly speaker?: string | null;
  readonly wire?: string | null;
}

export interface Data {
  readonly docs: readonly Doc[];
  readonly gold: ReadonlyMap<string, readonly Gold[]>;
}

/** The documents whose place in the file leaves the remainder `part` when divided by `of`. */
export interface Fold {
  readonly part: number;
  readonly of: number;
}

/** "0/5", the first of five folds. Throws RangeError for anything that is none. */
export function parseFold(text: string): Fold {
  const found = /^(\d{1,3})\/(\d{1,3})$/.exec(text);
  const [part, of] = [Number(found?.[1]), Number(found?.[2])];
  if (!found || of < 1 || part >= of) throw new RangeError(`a fold is 0/5 to 4/5 or the like, not "${text}"`);
  return { part, of };
}

/** At most `limit` documents of the set after the first `skip`, with their gold; null where the set is missing. */
export async function load(
  shared: string,
  set: string,
  limit = Number.POSITIVE_INFINITY,
  skip = 0,
  fold: Fold = { part: 0, of: 1 },
): Promise<Data | null> {
  const path = join(shared, `${set}.docs.jsonl`);
  if (!existsSync(path)) return null;
  const docs: Doc[] = [];
  let seen = 0;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const place = seen++;
    if (place < skip || place % fold.of !== fold.part) continue;
    if (docs.length >= limit) break;
    docs.push(JSON.parse(line) as Doc);
  }
  const wanted = new Set(docs.map((d) => d.id));
  const gold = new Map<string, Gold[]>();
  for await (const line of createInterface({ input: createReadStream(join(shared, `${set}.gold.jsonl`)) })) {
    const g = JSON.parse(line) as Gold;
    if (!wanted.has(g.doc)) continue;
    const list = gold.get(g.doc);
    if (list === undefined) gold.set(g.doc, [g]);
    else list.push(g);
  }
  return { docs, gold };
}
