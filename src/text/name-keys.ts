/** When two names name the same: keys under which names of people, bodies and outlets are compared. */
import { AGENCIES, OUTLET_NAMES } from '../language/en/agencies.js';
import { GENERIC_ENDS, SMALL_WORDS } from '../language/en/name-words.js';
import { AMERICAN_SPELLING } from '../language/en/spelling.js';
import { HONORIFICS, NAME_SUFFIXES, OFFICES } from '../language/en/titles-of-people.js';

const PLAIN = /^[A-Za-z0-9 ,-]*$/;

/** Words of a name: lower case, without accents, marks and a possessive. */
export function nameWords(name: string): string[] {
  // Most names are in plain letters: nothing to fold.
  if (PLAIN.test(name)) return name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s(?![\p{L}\p{N}])/gu, '')
    .replace(/['’]/g, '')
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** A person's name without titles, offices and middle initials: "Sen. Ana M. Ruiz" and "Ana Ruiz" are one. */
export function personKey(name: string): string {
  const words = nameWords(name.replace(/,\s*(?:jr|sr)\.?$/i, ' jr'));
  let from = 0;
  while (
    from < words.length - 1 &&
    (HONORIFICS.has(words[from]!) || OFFICES.has(words[from]!) || words[from] === 'acting')
  ) {
    from += 1;
  }
  const kept = words.slice(from);
  return kept.filter((word, at) => !(word.length === 1 && at > 0 && at < kept.length - 1)).join(' ');
}

/** True where a person's key has a first name and a surname: enough to tell people apart in one story and another. */
export function isFullName(key: string): boolean {
  return key.split(' ').filter((word) => !NAME_SUFFIXES.has(word)).length >= 2;
}

/** The last word of a person's key that is not a suffix. */
export function surname(key: string): string {
  const words = key.split(' ').filter((word) => !NAME_SUFFIXES.has(word));
  return words[words.length - 1] ?? '';
}

/** How a foreign name sounds, however it is written: "al-Qaddafi" and "Gadhafi", "Muammar" and "Moammar" have one key. */
export function soundKey(name: string): string {
  return nameWords(name.replace(/\b(?:al|el)-/gi, ''))
    .map((word) =>
      word
        .replace(/(?<=[^aeiou])h/g, '')
        .replace(/[cgq]/g, 'k')
        .replace(/[aeiouwy]/g, '')
        .replace(/(.)\1+/g, '$1'),
    )
    .join(' ');
}

/** A body's name without article and, where two words or more remain, without the country before it. */
export function organisationKey(name: string): string {
  let words = nameWords(name);
  if (words[0] === 'the') words = words.slice(1);
  const skip =
    words[0] === 'us' || words[0] === 'usa' ? 1 : words[0] === 'united' && words[1] === 'states' ? 2 : 0;
  if (words.length - skip >= 2) words = words.slice(skip);
  return words.map((word) => AMERICAN_SPELLING.get(word) ?? word).join(' ');
}

/** The noun that says what the body of a key is: "office" of "audit office of vestrand". */
export function bodyNoun(key: string): string {
  const [core] = key.split(/ (?:of|for|in|at) /);
  return core!.split(' ').at(-1)!;
}

/** Words after which a host has nothing of the outlet's own name. */
const HOST =
  /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)*?([a-z0-9-]+)\.(?:(?:com|org|net|co|gov|edu|ac|info|news|biz)(?:\.[a-z]{2})?|[a-z]{2})(?:[/?#:].*)?$/i;

const ESTABLISHED: ReadonlyMap<string, string> = new Map(
  [...AGENCIES, ...OUTLET_NAMES].flatMap(([name, others]) =>
    [name, ...others].map((other): [string, string] => [squeeze(other), squeeze(name)]),
  ),
);

/** Keys of the news agencies. */
export const AGENCY_KEYS: ReadonlySet<string> = new Set([...AGENCIES.keys()].map(squeeze));

const ESTABLISHED_NAMES: ReadonlyMap<string, string> = new Map(
  [...AGENCIES.keys(), ...OUTLET_NAMES.keys()].map((name) => [squeeze(name), name]),
);

/** The name a table gives for an outlet's key, or null. */
export function establishedName(key: string): string | null {
  return ESTABLISHED_NAMES.get(key) ?? null;
}

function squeeze(name: string): string {
  const words = nameWords(name);
  return (words[0] === 'the' && words.length > 1 ? words.slice(1) : words).join('');
}

/** An outlet's name without article, case, marks, spaces, "www." and domain; agencies and known short forms in full. */
export function outletKey(name: string): string {
  const host = /\s/.test(name.trim()) ? null : HOST.exec(name.trim());
  const key = squeeze(host ? host[1]! : name);
  return ESTABLISHED.get(key) ?? (key === '' ? name.trim().toLowerCase() : key);
}

/** Longer than any outlet's name: what a bad extraction gives has no short forms. */
const MAX_OUTLET_WORDS = 12;

/** Keys by which a short form may name an outlet: initials, initials before the last word, its last words, its first. */
export function shortKeys(name: string): string[] {
  let words = nameWords(name);
  if (words[0] === 'the') words = words.slice(1);
  if (words.length < 2 || words.length > MAX_OUTLET_WORDS) return [];
  const initials = words.map((word) => word[0]!).join('');
  const short = [initials, initials.slice(0, -1) + words[words.length - 1]!];
  for (let from = 1; from < words.length; from++) short.push(words.slice(from).join(''));
  if (GENERIC_ENDS.has(words[words.length - 1]!)) short.push(words.slice(0, -1).join(''));
  return short;
}

/** The first letters of a body's longer name, with and without its small words: "ice" of Immigration and Customs Enforcement. */
export function acronyms(key: string): string[] {
  const words = key.split(' ');
  if (words.length < 2) return [];
  const all = words.map((word) => word[0]!).join('');
  const main = words
    .filter((word) => !SMALL_WORDS.has(word))
    .map((word) => word[0]!)
    .join('');
  return all === main ? [all] : [all, main];
}
