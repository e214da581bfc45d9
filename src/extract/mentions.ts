import { DOCUMENT_NOUNS } from '../language/en/documents.js';
import { RELATIVES, TIME_WORDS } from '../language/en/phrase-bounds.js';
import {
  BODY_NOUNS,
  COUNT_WORDS,
  FEMALE_WORDS,
  IRREGULAR_PEOPLE,
  MALE_WORDS,
  PEOPLE_NOUNS,
} from '../language/en/unnamed.js';
import type { Token } from '../text/parsed.js';
import type { Frame } from './frames.js';
import { isSite } from './names/kinds.js';
import type { NameIndex } from './names/name-index.js';
import type { Range } from './noun-phrases.js';
import { roleAfter, roleBefore } from './person-roles.js';

export type MentionKind =
  | 'pronoun'
  | 'relative'
  | 'person'
  | 'organisation'
  | 'outlet'
  | 'people'
  | 'document'
  | 'other';

/** What a source phrase says of itself, before it is joined to other mentions. */
export interface Mention {
  readonly kind: MentionKind;
  readonly range: Range;
  /** Index into the names where the head is a name, else null. */
  readonly name: number | null;
  /** Further names of a joint source ("Warren and Markey"). */
  readonly also: readonly number[];
  /** Head word, lower case, singular for people and documents. */
  readonly head: string;
  readonly plural: boolean;
  readonly definite: boolean;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly count: { readonly min: number; readonly max: number | null } | null;
  readonly gender: 'm' | 'f' | null;
  /** Words that describe a document or unnamed people before the head, lower case. */
  readonly descriptors: readonly string[];
}

/** Describes the phrase at `range`. */
export function describeMention(frame: Frame, range: Range, index: NameIndex): Mention {
  const { words } = frame;
  const first = words[range.from]!;
  const blank = {
    range,
    name: null,
    also: [],
    plural: false,
    definite: false,
    role: null,
    organisation: null,
    count: null,
    gender: null,
    descriptors: [],
  };
  if (range.to - range.from === 1) {
    const norm = first.norm;
    if (/^(?:he|she|they|it|i|we|you|him|her|them|his|their)$/.test(norm)) {
      return {
        ...blank,
        kind: 'pronoun',
        head: norm,
        plural: norm === 'they' || norm === 'them',
        gender: norm === 'he' ? 'm' : norm === 'she' ? 'f' : null,
      };
    }
    if (RELATIVES.has(norm)) return { ...blank, kind: 'relative', head: norm };
  }
  const core = coreOf(frame, range, index);
  const names = index.within(frame, core).filter((n) => n.to > core.from);
  // "Rita Vance (D-Mass.) and Ed Moe": what stands in brackets is nobody.
  const listed = names.filter(({ from }) => !inBrackets(words, core.from, from));
  const joint = jointNames(words, core, listed, index);
  const headAt = headOf(words, core);
  const lastName = names.at(-1);
  const genderWord = genderIn(words, range.from - 1 >= 0 ? range.from - 1 : range.from, core.to);
  const definite = first.norm === 'the' || first.norm === 'that' || first.norm === 'this';
  if (lastName !== undefined && lastName.to >= core.to - suffixes(words, lastName.to, core.to)) {
    const name = index.names[lastName.name]!;
    const person = index.isPerson(lastName.name);
    const kind: MentionKind = person ? 'person' : name.kind === 'outlet' ? 'outlet' : 'organisation';
    const before = person
      ? roleBefore(frame, core.from, joint.length > 0 ? names[0]!.from : lastName.from, index)
      : { role: null, organisation: null };
    const after = person ? roleAfter(frame, core.to, range.to, index) : { role: null, organisation: null };
    return {
      ...blank,
      kind,
      name: joint.length > 0 ? joint[0]! : lastName.name,
      also: joint.slice(1),
      head: words[lastName.to - 1]!.norm,
      plural: joint.length > 1,
      definite,
      role: after.role ?? before.role,
      organisation: after.organisation ?? before.organisation,
      gender: genderWord,
    };
  }
  const apposed = apposedPerson(frame, core, range, index);
  if (apposed !== null) return { ...blank, ...apposed, kind: 'person', gender: genderWord, definite };
  const headWord = partitive(words, range) ?? words[headAt]!.norm;
  const { singular, plural } = singularOf(headWord);
  const descriptors: string[] = [];
  for (let i = core.from; i < headAt; i++)
    if (words[i]!.pos === 'ADJ' || words[i]!.pos === 'NOUN') descriptors.push(words[i]!.norm);
  const organisation = bodyOf(frame, range, headAt, index);
  const type = DOCUMENT_NOUNS.get(singular);
  const people = PEOPLE_NOUNS.has(singular) || headWord in IRREGULAR_PEOPLE;
  const kind: MentionKind = people
    ? 'people'
    : type !== undefined
      ? 'document'
      : BODY_NOUNS.has(singular)
        ? 'organisation'
        : 'other';
  return {
    ...blank,
    kind,
    head: singular,
    plural,
    definite,
    role: null,
    organisation,
    count: people
      ? withNamed(countOf(words, core.from, Math.max(headAt, core.from), plural), names.length, words, core)
      : null,
    gender: people ? genderWord : null,
    descriptors,
  };
}

/** "His spokeswoman, Runa Astley", "The harbour master of Pellmouth, Dorthe Wennick": the person is the one named. */
function apposedPerson(
  frame: Frame,
  core: Range,
  range: Range,
  index: NameIndex,
): Pick<Mention, 'name' | 'head' | 'role' | 'organisation'> | null {
  const { words } = frame;
  const head = words[headOf(words, core)]!;
  // "another figure, Dorthe Wennick,": any noun may describe a person, but a person describes no document.
  if (!PEOPLE_NOUNS.has(head.norm) && (head.pos !== 'NOUN' || isDocumentOrBody(head.norm))) return null;
  let comma = core.to;
  while (comma < range.to && words[comma]!.text !== ',') {
    if (!['ADP', 'DET', 'PROPN', 'NOUN', 'ADJ', 'PART'].includes(words[comma]!.pos)) return null;
    comma++;
  }
  let at = comma + 1;
  // "the legislator, Representative Carl Seel": a title before the name.
  while (
    at < range.to &&
    at < comma + 4 &&
    words[at]!.pos === 'PROPN' &&
    index.startingAt(frame, at) === null
  )
    at++;
  const name = at < range.to ? index.startingAt(frame, at) : null;
  if (name === null || name.to > range.to || !index.isPerson(name.name)) return null;
  const after = words[name.to];
  if (name.to < range.to && after?.text !== ',') return null;
  const { role, organisation } = roleBefore(frame, core.from, comma, index);
  return { name: name.name, head: words[name.to - 1]!.norm, role, organisation };
}

function isDocumentOrBody(noun: string): boolean {
  return noun !== 'figure' && (DOCUMENT_NOUNS.has(noun) || BODY_NOUNS.has(noun));
}

/** "two of the officials", "sixty of them", "some of its agents": the noun that is counted. */
function partitive(words: readonly Token[], range: Range): string | null {
  const first = words[range.from]!;
  if (words[range.from + 1]?.norm !== 'of' || range.from + 2 >= range.to) return null;
  if (
    COUNT_WORDS[first.norm] === undefined &&
    first.pos !== 'NUM' &&
    !/^(?:some|most|all|none|those)$/.test(first.norm)
  )
    return null;
  for (let i = range.from + 2; i < range.to && i < range.from + 6; i++) {
    if (words[i]!.norm === 'them' || words[i]!.norm === 'those') return 'others';
    if (words[i]!.pos === 'NOUN') return words[i]!.norm;
  }
  return null;
}

function suffixes(words: readonly Token[], from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++)
    if (/^[,.)(”"’']$|^\d+$|^(?:jr|sr|ii|iii)\.?$/.test(words[i]!.norm) || words[i]!.pos === 'PUNCT') n++;
  return n === to - from ? n : 0;
}

/** The phrase without appositives, relatives and what hangs on a preposition; names are jumped over whole. */
function coreOf(frame: Frame, range: Range, index: NameIndex): Range {
  const { words } = frame;
  let i = range.from;
  while (i < range.to) {
    const name = index.startingAt(frame, i);
    if (name !== null) {
      i = Math.min(range.to, name.to);
      continue;
    }
    const w = words[i]!;
    if (i > range.from) {
      if (w.text === ',' && !continuesList(words, i, range.to)) break;
      if (w.text === '(') {
        const close = words.findIndex((x, k) => k > i && x.text === ')');
        if (close < 0 || close >= range.to - 1) break;
        if (words[close + 1]!.pos === 'CCONJ') {
          i = close + 1;
          continue;
        }
        break;
      }
      if (
        w.pos === 'ADP' ||
        RELATIVES.has(w.norm) ||
        (w.pos === 'VERB' && !isModifier(words, i, range.to)) ||
        w.pos === 'SCONJ'
      )
        break;
      if (w.pos === 'ADJ' && /^(?:familiar|involved|close|involved|responsible|present|aware)$/.test(w.norm))
        break;
      if (w.pos === 'ADV' && words[i + 1]?.pos === 'ADJ' && words[i + 2]?.pos === 'ADP') break;
    }
    i++;
  }
  // "a statement late Tuesday": the day is no part of it.
  let to = i;
  while (
    to > range.from + 1 &&
    (TIME_WORDS.has(words[to - 1]!.norm) || /^(?:late|early)$/.test(words[to - 1]!.norm)) &&
    index.startingAt(frame, to - 1) === null
  )
    to--;
  return { from: range.from, to: Math.max(range.from + 1, to) };
}

function isModifier(words: readonly Token[], i: number, to: number): boolean {
  const next = words[i + 1];
  return i + 1 < to && (next?.pos === 'NOUN' || next?.pos === 'PROPN') && words[i - 1]?.pos !== 'NOUN';
}

function continuesList(words: readonly Token[], at: number, to: number): boolean {
  let proper = 0;
  for (let i = at + 1; i < to && i - at < 8; i++) {
    if (words[i]!.pos === 'CCONJ') return proper > 0 && words[i + 1]?.pos === 'PROPN';
    if (words[i]!.pos === 'PROPN') proper++;
    else if (words[i]!.text !== ',') return false;
  }
  return false;
}

function headOf(words: readonly Token[], core: Range): number {
  // "the police chief", of which the last word is often taken for an adjective.
  if (PEOPLE_NOUNS.has(words[core.to - 1]!.norm)) return core.to - 1;
  for (let i = core.to - 1; i >= core.from; i--)
    if (words[i]!.pos === 'NOUN' || words[i]!.pos === 'PROPN') return i;
  for (let i = core.to - 1; i >= core.from; i--) if (words[i]!.pos !== 'PUNCT') return i;
  return core.from;
}

/** Whether a bracket that opens at `from` or behind it is still open before word `at`. */
function inBrackets(words: readonly Token[], from: number, at: number): boolean {
  let open = 0;
  for (let i = from; i < at; i++) open += words[i]!.text === '(' ? 1 : words[i]!.text === ')' ? -1 : 0;
  return open > 0;
}

/** The names of "A, B and C", in order; empty where the core is not such a list. */
function jointNames(
  words: readonly Token[],
  core: Range,
  spans: readonly { from: number; to: number; name: number }[],
  index: NameIndex,
): number[] {
  if (spans.length < 2) return [];
  const list: number[] = [];
  for (let k = 0; k < spans.length; k++) {
    const span = spans[k]!;
    const next = spans[k + 1];
    if (next === undefined) {
      if (list.length > 0) list.push(span.name);
      break;
    }
    let joined = false;
    for (let i = span.to; i < next.from && i < core.to; i++) {
      if (
        words[i]!.pos === 'CCONJ' ||
        words[i]!.norm === '&' ||
        (words[i]!.text === ',' && next.from === i + 1)
      )
        joined = true;
    }
    if (joined && words[span.to]?.norm !== "'s") list.push(span.name);
    else if (list.length > 0) list.push(span.name);
  }
  const people = list.filter((n) => index.isPerson(n));
  return people.length >= 2
    ? [...new Set(people)]
    : list.length >= 2 && people.length === 0
      ? [...new Set(list)]
      : [];
}

/** The body that unnamed people or a document belong to: "an ICE official", "officials at the port authority". */
function bodyOf(frame: Frame, range: Range, headAt: number, index: NameIndex): string | null {
  const { words } = frame;
  for (const n of index.within(frame, { from: range.from, to: headAt + 1 }))
    if (!index.isPerson(n.name) && !isSite(index.names[n.name]!.kind)) return index.names[n.name]!.name;
  const next = words[headAt + 1];
  if (next !== undefined && headAt + 1 < range.to && /^(?:of|at|in|with|for|from)$/.test(next.norm)) {
    let i = headAt + 2;
    while (i < range.to && words[i]!.pos === 'DET') i++;
    const name = index.startingAt(frame, i);
    if (name !== null && !index.isPerson(name.name) && index.isBody(name.name))
      return index.names[name.name]!.name;
  }
  return null;
}

export function singularOf(word: string): { singular: string; plural: boolean } {
  const irregular = IRREGULAR_PEOPLE[word];
  if (irregular !== undefined) return { singular: irregular, plural: true };
  if (PEOPLE_NOUNS.has(word) || DOCUMENT_NOUNS.has(word) || BODY_NOUNS.has(word))
    return { singular: word, plural: word === 'data' || word === 'statistics' };
  if (word.endsWith('ies')) return { singular: `${word.slice(0, -3)}y`, plural: true };
  if (word.endsWith('s')) {
    const short = word.slice(0, -1);
    if (PEOPLE_NOUNS.has(short) || DOCUMENT_NOUNS.has(short) || BODY_NOUNS.has(short))
      return { singular: short, plural: true };
    if (word.endsWith('es') && DOCUMENT_NOUNS.has(word.slice(0, -2)))
      return { singular: word.slice(0, -2), plural: true };
    return { singular: short, plural: true };
  }
  return { singular: word, plural: false };
}

function countOf(
  words: readonly Token[],
  from: number,
  headAt: number,
  plural: boolean,
): { min: number; max: number | null } | null {
  for (let i = from; i < headAt; i++) {
    const { norm } = words[i]!;
    if (/^\d{1,6}$/.test(norm)) return { min: Number(norm), max: Number(norm) };
    const listed = COUNT_WORDS[norm];
    if (listed !== undefined && !(listed[0] === 1 && plural)) return { min: listed[0], max: listed[1] };
  }
  // "Sixty of them": the number is the head.
  const own = COUNT_WORDS[words[headAt]!.norm] ?? COUNT_WORDS[words[from]!.norm];
  if (own !== undefined && (plural || own[0] > 1)) return { min: own[0], max: own[1] };
  return plural ? { min: 1, max: null } : { min: 1, max: 1 };
}

/** "Kessock and three other mayors" are four. */
function withNamed(
  count: { readonly min: number; readonly max: number | null } | null,
  named: number,
  words: readonly Token[],
  core: Range,
): { min: number; max: number | null } | null {
  if (count === null) return null;
  const others = words.slice(core.from, core.to).some(({ norm }) => norm === 'other');
  const add = others ? named : 0;
  return { min: count.min + add, max: count.max === null ? null : count.max + add };
}

/** The sex that words of the text itself give, or null. */
export function genderIn(words: readonly Token[], from: number, to: number): 'm' | 'f' | null {
  for (let i = Math.max(0, from); i < to; i++) {
    const norm = words[i]!.norm.replace(/\.$/, '');
    if (MALE_WORDS.has(norm)) return 'm';
    if (FEMALE_WORDS.has(norm)) return 'f';
  }
  return null;
}
