import { MONTHS } from '../language/en/calendar.js';
import {
  DOCUMENT_NOUNS,
  HANDED_VERBS,
  PUBLIC_RECORD_TYPES,
  PUBLISHED_TYPES,
  SEEN_VERBS,
  UNPUBLISHED_WORDS,
} from '../language/en/documents.js';
import { COUNT_WORDS, PEOPLE_NOUNS } from '../language/en/unnamed.js';
import type { DocumentTraits } from '../model/analysis.js';
import type { Token } from '../text/parsed.js';
import type { Frame } from './frames.js';
import { type Mention, singularOf } from './mentions.js';
import { isSite } from './names/kinds.js';
import type { NamedRange, NameIndex } from './names/name-index.js';
import type { Range } from './noun-phrases.js';
import { labelOf } from './source-labels.js';

/** Words after a document's phrase that may still tell of it ("The letter, dated 9 May and signed by …"). */
const REACH = 45;

/** Descriptors that only point back. */
const POINTING = new Set(['same', 'latter', 'former', 'very']);

export function traits(
  type: string,
  issuer: string | null,
  descriptors: readonly string[],
  more: {
    readonly seenBy?: readonly string[];
    readonly signatories?: number | null;
    readonly date?: string | null;
  } = {},
): DocumentTraits {
  const { seenBy = [], signatories = null, date = null } = more;
  const unpublished = descriptors.some((d) => UNPUBLISHED_WORDS.has(d)) || seenBy.length > 0;
  return {
    type,
    issuer,
    signatories,
    date,
    descriptors: [...new Set(descriptors)].filter((d) => !POINTING.has(d)),
    seenBy,
    publicRecord: PUBLIC_RECORD_TYPES.has(type),
    madePublic: PUBLISHED_TYPES.has(type) && !unpublished,
  };
}

/** Both together, where two mentions are of one document. */
export function joinTraits(a: DocumentTraits, b: DocumentTraits): DocumentTraits {
  const type = a.type === 'document' ? b.type : a.type;
  return {
    ...traits(type, a.issuer ?? b.issuer, [...a.descriptors, ...b.descriptors], {
      seenBy: [...new Set([...a.seenBy, ...b.seenBy])],
      signatories: a.signatories ?? b.signatories,
      date: a.date ?? b.date,
    }),
    publicRecord: a.publicRecord || b.publicRecord,
  };
}

/** What the phrase and the words behind it tell of a document source. `published`: ISO 8601, gives a date its year. */
export function documentTraits(
  frame: Frame,
  mention: Mention,
  index: NameIndex,
  published: string | null,
): DocumentTraits {
  const { words } = frame;
  const { range, descriptors, head } = mention;
  const type = DOCUMENT_NOUNS.get(head) ?? 'document';
  const at = headAt(words, range, head);
  const seenBy: string[] = [];
  let issuer = mention.organisation ?? ownerOf(frame, range, at, index);
  let signatories: number | null = null;
  let date: string | null = null;
  const end = clauseEnd(words, at, Math.min(words.length, Math.max(range.to, at + REACH)));
  for (let i = at + 1; i < end; i++) {
    const { norm } = words[i]!;
    const next = words[i + 1]?.norm;
    const inside = i < range.to || i - at <= 2;
    if (
      (SEEN_VERBS.has(norm) && next === 'by') ||
      (HANDED_VERBS.has(norm) && (next === 'with' || next === 'to' || next === 'by'))
    ) {
      for (const n of index.within(frame, { from: i + 2, to: Math.min(end, i + 12) }))
        if (index.names[n.name]!.kind === 'outlet') seenBy.push(index.names[n.name]!.name);
      if (issuer !== null && seenBy.includes(issuer)) issuer = null;
      i++;
    } else if (norm === 'signed' && next === 'by') {
      const signed = signers(frame, i + 2, end, index);
      signatories ??= signed.count;
      issuer ??= signed.name;
      i++;
    } else if (norm === 'dated' || norm === 'of') {
      const at = norm === 'dated' && next === 'on' ? i + 2 : i + 1;
      const day = dateAt(words, at, published) ?? (norm === 'dated' ? weekdayAt(words, at, published) : null);
      if (day !== null && (norm === 'dated' || inside)) date ??= day;
      else if (norm === 'of' && inside) issuer ??= bodyAt(frame, i + 1, index);
    } else if ((norm === 'from' || norm === 'by' || norm === 'issued') && inside) {
      const from = norm === 'issued' && next === 'by' ? i + 2 : i + 1;
      const before = words[i - 1]!.norm;
      if (norm === 'by' && (SEEN_VERBS.has(before) || REPORTED.test(before))) continue;
      const signed = signers(frame, from, Math.min(end, from + 10), index);
      if (signed.count !== null && signed.count > 1 && type !== 'law') signatories ??= signed.count;
      issuer ??= signed.name;
    }
  }
  if (issuer === null && (type === 'memo' || descriptors.includes('internal')))
    issuer = soleBody(frame, range.from, index);
  if (date === null && words[range.from] !== undefined) date = dateAt(words, at - 2, published);
  return traits(type, issuer, descriptors, { seenBy, signatories, date });
}

const REPORTED = /^(?:reported|disclosed|revealed|published|cited|quoted|described|confirmed|made|used)$/;

function headAt(words: readonly Token[], range: Range, head: string): number {
  for (let i = range.from; i < range.to; i++) if (singularOf(words[i]!.norm).singular === head) return i;
  return range.to - 1;
}

/** Where the words about the document end: at the stop, or at a second finite statement after a comma. */
function clauseEnd(words: readonly Token[], from: number, limit: number): number {
  for (let i = from; i < limit; i++)
    if (/^[.;:?!“”"]$/.test(words[i]!.text) && words[i + 1]?.pos !== 'PROPN') return i;
  return limit;
}

/** "the directorate's e-mail": whose it is. */
function ownerOf(frame: Frame, range: Range, at: number, index: NameIndex): string | null {
  const { words } = frame;
  for (let i = at - 1; i > range.from; i--)
    if (words[i]!.norm === "'s" || words[i]!.norm === "'")
      return labelOf(frame, { from: range.from, to: i }, index);
  return null;
}

/** The name or the noun for a body or people at `from`. */
function bodyAt(frame: Frame, from: number, index: NameIndex): string | null {
  const { words } = frame;
  let i = from;
  while (i < words.length && words[i]!.pos === 'DET') i++;
  const name = index.startingAt(frame, i);
  return name !== null && index.isBody(name.name) ? index.names[name.name]!.name : null;
}

/** A memo or an internal document is that of the body that the sentence speaks of, where it names just one. */
function soleBody(frame: Frame, before: number, index: NameIndex): string | null {
  const bodies = index
    .within(frame, { from: 0, to: before })
    .filter(
      (n) => index.isBody(n.name) && index.names[n.name]!.kind !== 'outlet' && frame.speech[n.from] === 0,
    );
  const distinct = [...new Set(bodies.map((n) => n.name))];
  return distinct.length === 1 ? index.names[distinct[0]!]!.name : null;
}

/** Who stands after "signed by" or "from": names listed, or people counted. */
function signers(
  frame: Frame,
  from: number,
  end: number,
  index: NameIndex,
): { name: string | null; count: number | null } {
  const { words } = frame;
  const to = Math.min(end, words.length);
  if (from >= to) return { name: null, count: null };
  let noun = -1;
  for (let i = from; i < Math.min(to, from + 6); i++) {
    if (['ADP', 'VERB', 'AUX', 'PUNCT'].includes(words[i]!.pos)) break;
    if (PEOPLE_NOUNS.has(singularOf(words[i]!.norm).singular) && index.startingAt(frame, i) === null)
      noun = i;
  }
  if (noun >= from) {
    const amount = words
      .slice(from, noun)
      .map(({ norm }) => (/^\d{1,5}$/.test(norm) ? Number(norm) : (COUNT_WORDS[norm]?.[1] ?? null)));
    const count = amount.find((n) => n !== null) ?? null;
    const named = index.within(frame, { from, to: noun + 1 }).find((n) => index.isPerson(n.name));
    if (count === null && named !== undefined) return { name: index.names[named.name]!.name, count: null };
    return { name: labelOf(frame, { from, to: noun + 1 }, index), count };
  }
  const listed = index.within(frame, { from, to });
  const signs = (n: NamedRange): boolean => {
    const { kind, name } = index.names[n.name]!;
    const after = words[n.to];
    return (
      index.isPerson(n.name) ||
      (kind === 'other' &&
        /\s/.test(name) &&
        (after?.norm === 'of' || after?.text === ',' || after?.pos === 'CCONJ'))
    );
  };
  const people = [...new Set(listed.filter(signs).map((n) => n.name))];
  if (people.length > 0 && listed[0]!.from - from <= 4)
    return { name: index.names[people[0]!]!.name, count: people.length };
  const body = listed.find((n) => !isSite(index.names[n.name]!.kind));
  return {
    name: body !== undefined && body.from - from <= 4 ? index.names[body.name]!.name : null,
    count: null,
  };
}

/** "9 May", "May 9, 2031": the day as ISO 8601; a missing year is that of publication, or the one before. */
function dateAt(words: readonly Token[], at: number, published: string | null): string | null {
  const month = (i: number): number => {
    const norm = words[i]?.norm.replace(/\.$/, '') ?? '';
    return MONTHS.findIndex((forms) => forms.includes(norm)) + 1;
  };
  const digits = (i: number): number =>
    Number.parseInt(/^\d{1,2}(?:st|nd|rd|th)?$/.exec(words[i]?.norm ?? '')?.[0] ?? '', 10);
  const first = month(at);
  const m = first > 0 ? first : month(at + 1);
  const day = first > 0 ? digits(at + 1) : digits(at);
  if (m === 0 || !(day >= 1 && day <= 31)) return null;
  let y = at + 2;
  if (words[y]?.text === ',' || words[y]?.text === '.') y++;
  const written = /^(?:1[6-9]|2[01])\d\d$/.test(words[y]?.norm ?? '') ? Number(words[y]!.norm) : null;
  if (written === null && published === null) return null;
  const two = (n: number): string => String(n).padStart(2, '0');
  const monthDay = `${two(m)}-${two(day)}`;
  const year = written ?? Number(published!.slice(0, 4)) - (monthDay > published!.slice(5, 10) ? 1 : 0);
  return `${year}-${monthDay}`;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const DAY = 86_400_000;

/** "dated Monday": the last such day up to the day of publication. */
function weekdayAt(words: readonly Token[], at: number, published: string | null): string | null {
  const wanted = WEEKDAYS.indexOf(words[at]?.norm ?? '');
  if (wanted < 0 || published === null || published.length < 10) return null;
  const day = Date.parse(`${published.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day)) return null;
  const back = (new Date(day).getUTCDay() - wanted + 7) % 7;
  return new Date(day - back * DAY).toISOString().slice(0, 10);
}
