/** What a user means by words: a source, a document or a claim of a record. An ambiguous match is refused. */
import type { Attribution, Claim, Record, Statement } from '../model/record.js';
import { clip } from './plain.js';
import { accountLabel, viewOf } from './view.js';

/** Matches that a refusal lists. */
const MOST_LISTED = 8;
/** Near names that a refusal offers. */
const MOST_NEAR = 4;
/** Letters of a word that two near names share. */
const TELLING = 4;
/** Characters of an id that are enough where no other begins so. */
const FEWEST_OF_ID = 5;

const bare = (text: string): string =>
  text
    .toLowerCase()
    // "e-mail" and "email" are one word, "the Courier’s" is the Courier.
    .replace(/[-‐‑.]/g, '')
    .replace(/['’]s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^ ?(?:the|an?) /, '')
    .trim();

interface Candidate {
  readonly id: string;
  readonly label: string;
  readonly names: readonly string[];
  /** Of an account, the path or name it was read from. */
  readonly path?: string;
  /** Sources of one proper name are one: an agency that is an outlet too. */
  readonly named: boolean;
}

/**
 * The sources and documents that an id, a name or words of a description mean: one, or several that bear one proper name.
 * Throws RangeError where there is none, or where the words fit several, which it lists with their ids.
 */
export function findNodes(record: Record, words: string): readonly string[] {
  const view = viewOf(record);
  const labelOf = (name: string, doc: string | undefined): string => {
    const document = doc === undefined ? undefined : view.document(doc);
    return document ? `${name}, in ${accountLabel(document)}` : name;
  };
  const candidates: Candidate[] = [
    ...record.sources.map((source) => ({
      id: source.id,
      label: labelOf(view.name(source.id), source.mentions[0]?.doc),
      names: [withoutSeer(source.name), ...source.aliases.map(withoutSeer)].map(bare),
      named: source.named,
    })),
    ...record.documents.map((document) => ({
      id: document.id,
      label: accountLabel(document),
      names: [document.ref, document.url ?? '', document.title ?? ''].map(bare),
      path: document.ref,
      named: false,
    })),
  ];
  const byId = candidates.filter(({ id }) => id === words || isStart(words, id));
  if (byId.length === 1) return [byId[0]!.id];
  const wanted = bare(words);
  if (wanted !== '') {
    // What no trail leads over changes no count: it is meant only where nothing else is.
    const onTrails = nodesOnTrails(record);
    for (const among of [candidates.filter(({ id }) => onTrails.has(id)), candidates]) {
      const exact = among.filter(({ names, path }) => names.includes(wanted) || endsPath(words, path));
      if (exact.length > 0 && exact.every(({ named }) => named)) return exact.map(({ id }) => id);
      const found =
        exact.length > 0 ? exact : among.filter(({ names }) => names.some((name) => hasWords(name, wanted)));
      if (found.length > 0) return [only(found, words, 'source or account')];
    }
  }
  const near = candidates.filter(({ names }) => names.some((name) => sharesWord(name, wanted)));
  return [only([], words, 'source or account', near)];
}

function nodesOnTrails(record: Record): ReadonlySet<string> {
  const nodes = new Set(record.lineage.reports.map(({ of }) => of));
  for (const { statements } of record.claims)
    for (const { paths, sourceless, contributors } of statements)
      for (const id of [...paths.flat(), ...contributors, ...(sourceless === null ? [] : [sourceless])])
        nodes.add(id);
  return nodes;
}

/** The claim that an id or some of its words mean. Throws RangeError where there is none, or several. */
export function findClaim(record: Record, words: string): Claim {
  const byId = record.claims.filter(({ id }) => id === words || isStart(words, id));
  if (byId.length === 1) return byId[0]!;
  const wanted = bare(words);
  const found = record.claims.filter(
    ({ title, statements }) =>
      hasWords(bare(title), wanted) ||
      statements.some(({ focus }) => hasWords(bare(focus.map(({ exact }) => exact).join(' ')), wanted)),
  );
  const id = only(
    found.map((claim) => ({ id: claim.id, label: claim.title })),
    words,
    'claim',
  );
  return found.find((claim) => claim.id === id)!;
}

/** Statements by their ids, or beginnings of them. Throws RangeError where there is none. */
export function findStatements(record: Record, names: readonly string[]): readonly Statement[] {
  const all = record.claims.flatMap(({ statements }) => statements);
  return [
    ...new Set(
      names.map((name) => {
        const found = all.filter(({ id }) => id === name || isStart(name, id));
        const of = found.map(({ id, anchor }) => ({ id, label: anchor.exact }));
        const id = only([...new Map(of.map((one) => [one.id, one])).values()], name, 'statement');
        return found.find((statement) => statement.id === id)!;
      }),
    ),
  ];
}

/**
 * What is attributed, by an id or by words of it: one, or the same words of one speaker in several accounts. Throws
 * RangeError where there is none, or where the words fit several, which it lists.
 */
export function findAttributions(record: Record, words: string): readonly Attribution[] {
  const byId = record.attributions.filter(({ id }) => id === words || isStart(words, id));
  if (byId.length === 1) return byId;
  const view = viewOf(record);
  const wanted = bare(words);
  const said = ({ content }: Attribution): string => bare(content.map(({ exact }) => exact).join(' '));
  const found = record.attributions.filter(
    (attribution) => wanted !== '' && ` ${said(attribution)} `.includes(` ${wanted} `),
  );
  const alike = new Map(
    found.map((attribution) => [`${attribution.sourceId ?? ''} ${said(attribution)}`, attribution]),
  );
  if (alike.size === 1) return found;
  const id = only(
    [...alike.values()].map((one) => {
      const document = view.document(one.doc);
      const where = document === undefined ? '' : `, in ${accountLabel(document)}`;
      return { id: one.id, label: `${clip(one.content.map(({ exact }) => exact).join(' … '), 60)}${where}` };
    }),
    words,
    'attribution',
  );
  return found.filter((attribution) => attribution.id === id);
}

/** "accounts/one.txt" is one.txt of a folder that was read. */
const endsPath = (words: string, path: string | undefined): boolean =>
  path !== undefined && (words.endsWith(`/${path}`) || path.endsWith(`/${words}`));

/** "A memo seen by the Courier" is asked for as a memo, and is not meant by "the Courier". */
const withoutSeer = (name: string): string =>
  name.replace(/\s+(?:seen|reviewed|obtained|viewed|read) by\b.*$/i, '');

function sharesWord(name: string, wanted: string): boolean {
  const has = new Set(name.split(' '));
  return wanted.split(' ').some((word) => word.length >= TELLING && has.has(word));
}

const isStart = (words: string, id: string): boolean => words.length >= FEWEST_OF_ID && id.startsWith(words);

function hasWords(text: string, wanted: string): boolean {
  if (wanted === '') return false;
  const has = new Set(text.split(' '));
  return wanted.split(' ').every((word) => has.has(word));
}

function only(
  found: readonly Pick<Candidate, 'id' | 'label'>[],
  words: string,
  what: string,
  near: readonly Pick<Candidate, 'label'>[] = [],
): string {
  if (found.length === 1) return found[0]!.id;
  if (found.length === 0) {
    const some = [...new Set(near.map(({ label }) => clip(label, 60)))].slice(0, MOST_NEAR);
    const perhaps = some.length > 0 ? `; perhaps ${some.join(', or ')}` : '';
    throw new RangeError(`the record has no ${what} called "${words}"${perhaps}`);
  }
  const listed = found.slice(0, MOST_LISTED).map(({ id, label }) => `${clip(label, 70)} (${id})`);
  const more = found.length > MOST_LISTED ? `; and ${found.length - MOST_LISTED} more` : '';
  throw new RangeError(`"${words}" fits ${found.length}: ${listed.join('; ')}${more}. Give the id of one`);
}
