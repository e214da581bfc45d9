import { PROPER_BODIES } from '../../language/en/bodies.js';
import { BODY_NOUNS } from '../../language/en/body-nouns.js';
import { GROUP_WORDS } from '../../language/en/demonyms.js';
import { PROPER_LAWS } from '../../language/en/name-words.js';
import {
  BUILDING_HEADS,
  DOMAIN_NOUNS,
  LAND_HEADS,
  LAW_HEADS,
  ORGANISATION_HEADS,
  ORGANISATION_OPENERS,
  OUTLET_HEADS,
  OUTLETS,
  SURNAME_HEADS,
} from '../../language/en/organisations.js';
import { TOWN_NOUNS } from '../../language/en/place-contexts.js';
import { SPEECH_WORDS } from '../../language/en/speech-words.js';
import { HONORIFICS, NAME_PARTICLES, NAME_SUFFIXES, OFFICES } from '../../language/en/titles-of-people.js';
import { OUTLET_NOUNS, PEOPLE_NOUNS } from '../../language/en/unnamed.js';
import { demonymOf, districtsNamed, isGivenName, regionsNamed, townsNamed } from '../places/gazetteer.js';
import type { Word } from '../words.js';
import { isAcronym } from './acronyms.js';
import type { NameSpan } from './spans.js';

/** What the document shows of all its names: first and last words of those of several words. */
export interface NameWords {
  readonly firsts: ReadonlySet<string>;
  readonly lasts: ReadonlySet<string>;
}

export function nameWordsOf(groups: readonly (readonly NameSpan[])[]): NameWords {
  const firsts = new Set<string>();
  const lasts = new Set<string>();
  for (const spans of groups) {
    const { words } = spans[0]!;
    if (words.length < 2) continue;
    firsts.add(words[0]!.key);
    lasts.add(words[words.length - 1]!.key);
  }
  return { firsts, lasts };
}

/** Words next to a name that stand for themselves; all others count by their class. */
const NEAR = new Set(
  `in at on from to near of by with for into through across around between during under against after before since than like as via
the a an this that his her its their our my no and or but , . ; : ( ) “ ” " — - ‘ ’ 's is was are were be been has have had will would
could should did does do not who which where when what said`.split(/\s+/),
);

/** Takes a feature and its value from 0 to 1; values of one feature add up. */
export type TakeFeature = (feature: string, value: number) => void;

/**
 * What speaks for the kind of one name: its words by class, its letters, and the share of its mentions with this or that
 * before or behind them. No words of its own: a name is not known by heart but by its make.
 */
export function kindFeatures(
  spans: readonly NameSpan[],
  rule: string,
  doc: NameWords,
  take: TakeFeature,
): void {
  const fullest = spans.reduce((best, span) => (span.words.length > best.words.length ? span : best));
  const has = (feature: string) => take(feature, 1);
  has('bias');
  has(`rule ${rule}`);
  ofWords(fullest, rule, doc, has);
  const told = spans.filter(({ headline }) => !headline);
  if (told.length === 0) has('headline only');
  const share = 1 / Math.max(1, told.length);
  for (const span of told) around(span, share, take);
  if (told.some(({ title }) => title !== '')) has('any title');
  if (told.some(({ previous }) => previous !== null && SPEECH_WORDS.has(previous.key)))
    has('any before said');
  if (told.some(({ next }) => next !== null && SPEECH_WORDS.has(next.key))) has('any after said');
  if (told.length > 0 && told.every(({ initial }) => initial)) has('initial only');
  if (spans.length === 1) has('once');
}

function ofWords(span: NameSpan, rule: string, doc: NameWords, has: (feature: string) => void): void {
  const { words } = span;
  const keys = words.map(({ key }) => key);
  const text = keys.join(' ');
  const [first, last] = [keys[0]!, keys[keys.length - 1]!];
  const count = Math.min(5, keys.length);
  const one = count === 1 ? '1 ' : '';
  has(`words ${count}`);
  has(`words ${count} rule ${rule}`);
  const given = isGivenName(first);
  if (given) has(`${one}given`);
  if (given && count > 1 && count < 4) has('given and more');
  if (isGivenName(last)) has(`${one}last given`);
  const town = townsNamed(text)[0];
  const people = town === undefined ? -1 : Math.min(7, Math.floor(Math.log10(town.population + 1)));
  has(`${one}town ${people}`);
  if (given) has(`given town ${people}`);
  if (regionsNamed(text).length > 0) has(`${one}region`);
  if (districtsNamed(text).length > 0) has(`${one}district`);
  if (count > 1 && (regionsNamed(first).length > 0 || townsNamed(first).length > 0)) has('opens with place');
  if (words.slice(0, -1).some(({ key }) => demonymOf(key) !== null || GROUP_WORDS.has(key)))
    has('holds group');
  for (const name of classesOf(last)) has(`${one}last ${name}`);
  if (count > 1) for (const name of classesOf(first)) has(`first ${name}`);
  for (const [name, set] of LISTS) if (set.has(text) || set.has(`the ${text}`)) has(name);
  if (words.some(({ text: t }) => isAcronym(t)))
    has(`${one}acronym ${isAcronym(words[0]!.text) ? 'first' : ''}`);
  if (words[0]!.text.endsWith('.') && count === 1) has('full stop');
  if (/^\p{L}\.$/u.test(words[1]?.text ?? '')) has('initial inside');
  if (keys.some((key) => /^(?:of|for|on|and|&|the|a)$/.test(key)))
    has(`small ${keys.find((key) => /^(?:of|for|on|and|&)$/.test(key)) ?? ''}`);
  if (keys.includes('v')) has('versus');
  if (/\d/.test(text)) has('digit');
  if (/\p{Ll}\p{Lu}/u.test(words[0]!.text) && !/^(?:Mc|Mac|Di|De|La|Le|O')/.test(words[0]!.text))
    has('inner capital');
  if (keys.slice(1).some((key) => NAME_PARTICLES.has(key))) has('particle');
  has(`ends ${last.slice(-3)}`);
  if (count === 1) has(`one ends ${last.slice(-2)}`);
  if (words.every(({ text: t }) => t.length > 6 && t === t.toUpperCase())) has('shouted');
  if (doc.lasts.has(last) && count === 1) has('last of another');
  if (doc.firsts.has(first) && count === 1) has('first of another');
  has(`pos ${words[words.length - 1]!.pos}`);
  if (count > 1) has(`first pos ${words[0]!.pos}`);
}

/** Name of a class → its words, as one table from word to classes. */
function tableOf(
  classes: readonly (readonly [string, Iterable<string>])[],
): (key: string) => readonly string[] {
  const table = new Map<string, string[]>();
  for (const [name, words] of classes)
    for (const word of words) table.set(word, [...(table.get(word) ?? []), name]);
  return (key) => table.get(key) ?? NONE;
}

const NONE: readonly string[] = [];

/** What the first and the last word of a name are. */
const classesOf = tableOf([
  ['organisation', ORGANISATION_HEADS],
  ['outlet', OUTLET_HEADS],
  ['law', LAW_HEADS],
  ['building', BUILDING_HEADS],
  ['land', LAND_HEADS],
  ['surname head', SURNAME_HEADS],
  ['opener', ORGANISATION_OPENERS],
  ['domain', DOMAIN_NOUNS],
  ['suffix', NAME_SUFFIXES],
  ['body', BODY_NOUNS],
]);

/** What the word next to a name is. */
const sidesOf = tableOf([
  ['said', SPEECH_WORDS],
  ['office', new Set([...OFFICES, ...HONORIFICS])],
  ['people', PEOPLE_NOUNS],
  ['outlet noun', OUTLET_NOUNS],
  ['body noun', BODY_NOUNS],
  ['town noun', TOWN_NOUNS],
  ['law noun', LAW_HEADS],
  ['building noun', BUILDING_HEADS],
]);

const LISTS: readonly (readonly [string, { has(key: string): boolean }])[] = [
  ['body', PROPER_BODIES],
  ['law', PROPER_LAWS],
  ['outlet', OUTLETS],
];

function around(span: NameSpan, share: number, take: TakeFeature): void {
  const { previous, next } = span;
  if (span.title !== '') take('title', share);
  if (span.apposed) take('apposed', share);
  if (span.told) take('told', share);
  if (span.bracketed) take('bracketed', share);
  const [left, right] = [classOf(previous), classOf(next)];
  take(`before ${left}`, share);
  take(`after ${right}`, share);
  take(`${left} _ ${right}`, share);
  if (previous !== null) beside('before', previous, share, take);
  if (next !== null) beside('after', next, share, take);
}

function beside(side: 'before' | 'after', { key, capital }: Word, share: number, take: TakeFeature): void {
  for (const name of sidesOf(key)) if (!(capital && name === 'building noun')) take(`${side} ${name}`, share);
}

function classOf(word: Word | null): string {
  if (word === null) return 'edge';
  if (NEAR.has(word.key)) return word.key;
  const code = word.key.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) return 'number';
  return word.capital ? `Capital ${word.spaced ? '' : 'joined'}` : word.pos;
}
