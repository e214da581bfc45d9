/** What `stemma amend` is told, as amendments of what the record has. */
import { findAttributions, findClaim, findStatements } from '../export/look-up.js';
import { counted } from '../export/plain.js';
import { AccountAmendment, type Amendment, type StatementRef } from '../model/amendments.js';
import type { Claim, Record, Source, Statement } from '../model/record.js';
import { SourceKind } from '../model/vocabulary.js';
import { anchor } from '../text/anchors.js';
import { isoDate } from '../text/dates.js';
import { findWords } from '../text/find-words.js';
import { isCalled } from './change-case.js';
import type { Given } from './inputs.js';

interface Said {
  readonly amendments: readonly Amendment[];
  /** For the log: in counts, since what is purged later must not stand there. */
  readonly told: string;
}

interface Way {
  readonly option: 'mark' | 'join' | 'split' | 'speaker' | 'pin';
  /** Throws RangeError where the names mean nothing, or several things. */
  say(record: Record, names: readonly string[], given: Given): Said;
}

const MARKS = ['checked', 'disputed', 'off', 'none'] as const;

/** What a speaker is called of whom nobody knows who it is. */
const NOBODY = 'unresolved';

export const WAYS: readonly Way[] = [
  {
    option: 'mark',
    say(record, names, given) {
      const wanted = given.text('mark');
      const mark = MARKS.find((name) => name === wanted);
      if (mark === undefined) throw new RangeError(`--mark takes ${MARKS.join(', ')}, not "${wanted}"`);
      const claims = names.map((name) => findClaim(record, name));
      return {
        amendments: claims.map(({ statements }) => ({
          what: 'mark',
          mark: mark === 'none' ? null : mark,
          statements: statements.map(refOf),
          ...noted(given),
        })),
        told: `${counted(claims.length, 'claim')} marked: ${mark}`,
      };
    },
  },
  {
    option: 'join',
    say(record, names, given) {
      const claims = [...new Set(names.map((name) => findClaim(record, name)))];
      if (claims.length < 2) throw new RangeError('--join takes two claims or more, by id or words');
      ofOneStory(claims);
      return {
        amendments: [
          {
            what: 'join',
            statements: claims.map(({ statements }) => refOf(statements[0]!)),
            ...noted(given),
          },
        ],
        told: `${counted(claims.length, 'claim')} joined`,
      };
    },
  },
  {
    option: 'split',
    say(record, names, given) {
      const statements = findStatements(record, names);
      const claims = record.claims.filter((claim) => claim.statements.some((s) => statements.includes(s)));
      if (claims.length > 1) throw new RangeError('--split takes statements of one claim');
      if (claims[0]!.statements.every((s) => statements.includes(s)))
        throw new RangeError('these statements are a claim of their own already');
      return {
        amendments: [{ what: 'split', statements: statements.map(refOf), ...noted(given) }],
        told: `${counted(statements.length, 'statement')} told apart`,
      };
    },
  },
  {
    option: 'speaker',
    say(record, names, given) {
      const found = findAttributions(record, names.join(' '));
      const speaker = speakerCalled(record, given);
      return {
        amendments: found.map(({ id, doc }) => ({
          what: 'speaker',
          attribution: id,
          doc,
          ...speaker,
          ...noted(given),
        })),
        told: `${counted(found.length, 'attribution')} given a speaker`,
      };
    },
  },
  {
    option: 'pin',
    say(record, names, given) {
      const words = given.text('pin')!;
      const documents = record.documents.filter((document) => isCalled(names, document));
      if (documents.length !== 1)
        throw new RangeError(`--pin takes one account, by path, URL or id, not ${names.join(', ')}`);
      const [document] = documents;
      const places = findWords(document!.text, words);
      if (places.length !== 1)
        throw new RangeError(
          places.length === 0
            ? `${document!.ref} has no such words: ${words}`
            : `these words stand ${places.length} times in ${document!.ref}: give more of them`,
        );
      return {
        amendments: [{ what: 'pin', anchor: anchor(document!, places[0]!), ...noted(given) }],
        told: 'one place pinned',
      };
    },
  },
];

const noted = (given: Given) => ({ note: given.text('note'), by: null, at: null });

const refOf = ({ id, anchor: { doc } }: Statement): StatementRef => ({ id, doc });

/** Claims of two stories are about two things. Throws RangeError. */
function ofOneStory(claims: readonly Claim[]): void {
  if (new Set(claims.map(({ story }) => story)).size > 1)
    throw new RangeError('these claims are of two stories, and cannot be one');
}

/** Throws RangeError where nobody knows what so called a speaker is. */
function speakerCalled(record: Record, given: Given): { name: string | null; kind: SourceKind } {
  const name = given.text('speaker')!;
  if (name === NOBODY) return { name: null, kind: 'unknown' };
  const wanted = name.toLowerCase();
  const known: Source | undefined = record.sources.find(
    (source) => source.named && [source.name, ...source.aliases].some((one) => one.toLowerCase() === wanted),
  );
  const told = given.text('kind');
  const kind = SourceKind.safeParse(told ?? known?.kind);
  if (!kind.success && told !== null)
    throw new RangeError(`--kind takes ${SourceKind.options.join(', ')}, not "${told}"`);
  if (!kind.success)
    throw new RangeError(
      `the record knows no source called "${name}": say what it is with --kind ${SourceKind.options.join(', ')}`,
    );
  return { name: known?.name ?? name, kind: kind.data };
}

/** What is said of accounts; null where nothing is. Throws RangeError where it makes no sense. */
export function saidOfAccounts(
  given: Given,
): Pick<AccountAmendment, 'outlet' | 'published' | 'title' | 'url' | 'status'> | null {
  const date = given.text('published');
  const published = date === null ? null : isoDate(date);
  if (date !== null && published === null)
    throw new RangeError(`--published takes a date such as 2031-05-12, not "${date}"`);
  const status = given.text('status');
  if (status !== null && status !== 'published' && status !== 'unpublished')
    throw new RangeError(`--status takes published or unpublished, not "${status}"`);
  const said = {
    outlet: given.text('outlet'),
    published,
    title: given.text('title'),
    url: given.text('url'),
    status,
  };
  const told = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
  if (Object.keys(told).length === 0) return null;
  const {
    what: _w,
    ref: _r,
    by: _b,
    at: _a,
    ...found
  } = AccountAmendment.parse({
    what: 'account',
    ref: '',
    ...told,
  });
  return found;
}
