import { RELATIVES, TIME_WORDS } from '../language/en/phrase-bounds.js';
import { LOOSE_MODIFIERS, PARTY_TAGS, PAST_TITLES, ROLE_KIN } from '../language/en/role-kin.js';
import { PEOPLE_NOUNS, TITLE_ABBREVIATIONS } from '../language/en/unnamed.js';
import type { Token } from '../text/parsed.js';
import type { Frame } from './frames.js';
import { genderIn } from './mentions.js';
import type { NamedRange, NameIndex } from './names/name-index.js';
import type { Range } from './noun-phrases.js';
import { demonymOf, fold, regionsNamed } from './places/gazetteer.js';

/** What the document itself says of its people; numbers are indices into the names. */
export interface Told {
  /** Their sex, by "Mr", "congresswoman" and the like: never by a given name. */
  readonly genders: ReadonlyMap<number, 'm' | 'f'>;
  readonly persons: ReadonlyMap<number, PersonTold>;
  /** Title or role → who bears it. */
  readonly bearers: ReadonlyMap<string, readonly number[]>;
}

interface PersonTold {
  /** Heads of the titles right before the name, singular: "mayor". */
  readonly titles: Set<string>;
  /** Heads of all roles: titles, appositions, "is the mayor of". */
  readonly roles: Set<string>;
  /** Every word told of the person, lower case. */
  readonly words: Set<string>;
  /** Countries and states told of the person ("TR", "US.AZ"). */
  readonly places: Set<string>;
}

/** Words before a name that are looked at, and words of an apposition after it. */
const BEFORE = 8;
const AFTER = 16;

/** Of more mayors than these no one is meant by "the mayor"; also keeps the look-up short. */
const MAX_BEARERS = 40;

export function toldOfPeople(frames: readonly Frame[], index: NameIndex): Told {
  const genders = new Map<number, 'm' | 'f'>();
  const persons = new Map<number, PersonTold>();
  for (const frame of frames) {
    const { words } = frame;
    const names = index.within(frame, { from: 0, to: words.length });
    names.forEach((n, k) => {
      if (!index.isPerson(n.name)) return;
      const sex = genderIn(words, titleStart(words, n, names[k - 1]), n.to);
      if (sex !== null && !genders.has(n.name)) genders.set(n.name, sex);
      let person = persons.get(n.name);
      if (person === undefined) {
        person = { titles: new Set(), roles: new Set(), words: new Set(), places: new Set() };
        persons.set(n.name, person);
      }
      before(words, n, names[k - 1], person);
      after(frame, n, names[k + 1], index, person);
    });
  }
  const bearers = new Map<string, number[]>();
  for (const [name, { roles }] of persons)
    for (const role of roles) {
      const known = bearers.get(role);
      if (known === undefined) bearers.set(role, [name]);
      else if (known.length < MAX_BEARERS) known.push(name);
    }
  return { genders, persons, bearers };
}

/** "Turkish President", "former Gov.", "harbour master" right before a name. */
function before(
  words: readonly Token[],
  n: NamedRange,
  last: NamedRange | undefined,
  person: PersonTold,
): void {
  const from = titleStart(words, n, last);
  // Part of the name itself may be a title that names.ts left there.
  const head = words[n.from - 1];
  if (from === n.from || head === undefined) return;
  const title = titleOf(head);
  const past = words.slice(from, n.from).some(({ norm }) => PAST_TITLES.has(norm.replace(/-.*$/, '')));
  if (PEOPLE_NOUNS.has(title) || title in ROLE_KIN || head.pos === 'PROPN') {
    (past ? person.roles : person.titles).add(past ? `former ${title}` : title);
    person.roles.add(past ? `former ${title}` : title);
  }
  collect(words, { from, to: n.from }, person);
}

/** Where the title before a name begins; the name's own first word where it has none. */
function titleStart(words: readonly Token[], n: NamedRange, last: NamedRange | undefined): number {
  let from = n.from;
  const floor = Math.max(0, n.from - BEFORE, last?.to ?? 0);
  while (from > floor && isTitleWord(words, from - 1)) from--;
  return from;
}

function isTitleWord(words: readonly Token[], i: number): boolean {
  const { pos, norm, text } = words[i]!;
  if (TIME_WORDS.has(norm)) return false;
  return (
    /^(?:PROPN|NOUN|ADJ)$/.test(pos) ||
    text === '-' ||
    (text === '.' && words[i - 1]?.end === words[i]!.start)
  );
}

/** ", the mayor of Pellmouth,", "(D-N.Y.)", "is the mayor of Pellmouth" right after a name. */
function after(
  { words }: Frame,
  n: NamedRange,
  next: NamedRange | undefined,
  index: NameIndex,
  person: PersonTold,
): void {
  let i = n.to;
  const mark = words[i]?.text;
  if (mark === '(' || mark === ',') i++;
  else if (/^(?:is|was|became|as)$/.test(words[i]?.norm ?? '')) i++;
  else return;
  const to = Math.min(words.length, i + AFTER);
  if (mark === ',' && next !== undefined && next.from === i && index.isPerson(next.name)) return;
  const tag = /^([RDI])-/.exec(words[i]?.text ?? '');
  let end = i;
  while (end < to && !/^[,;:)]$/.test(words[end]!.text) && !RELATIVES.has(words[end]!.norm)) {
    if (words[end]!.pos === 'VERB' || words[end]!.pos === 'AUX') break;
    if (words[end]!.text === '.' && words[end - 1]?.end !== words[end]!.start) break;
    end++;
  }
  if (tag !== null) {
    const party = PARTY_TAGS[tag[1]!]!;
    person.roles.add(party);
    person.words.add(party);
    let place = '';
    for (let k = i; k < end; k++) place += words[k]!.text;
    addPlace(place.slice(2), person);
    return;
  }
  const opens = words[i];
  if (opens === undefined || !/^(?:DET|NOUN|PROPN|ADJ|ADV)$/.test(opens.pos)) return;
  let head = -1;
  for (let k = i; k < end && words[k]!.pos !== 'ADP'; k++)
    if ((words[k]!.pos === 'NOUN' || words[k]!.pos === 'PROPN') && isRole(titleOf(words[k]!))) head = k;
  if (head < 0) return;
  const past = words.slice(i, head).some(({ norm }) => PAST_TITLES.has(norm.replace(/-.*$/, '')));
  const role = titleOf(words[head]!);
  person.roles.add(past ? `former ${role}` : role);
  collect(words, { from: i, to: end }, person);
}

function isRole(word: string): boolean {
  return PEOPLE_NOUNS.has(word) || word in ROLE_KIN;
}

/** A title written out: "gov." is "governor". */
function titleOf({ norm }: Token): string {
  const short = norm.replace(/\.$/, '');
  return TITLE_ABBREVIATIONS[short] ?? short;
}

function collect(words: readonly Token[], { from, to }: Range, person: PersonTold): void {
  for (let i = from; i < to; i++) {
    const { pos, text } = words[i]!;
    if (pos === 'PUNCT' || pos === 'DET' || pos === 'ADP') continue;
    person.words.add(titleOf(words[i]!));
    addPlace(text, person);
    if (i + 1 < to) addPlace(`${text} ${words[i + 1]!.text}`, person);
  }
}

function addPlace(text: string, { places, words }: PersonTold): void {
  const place = placeOf(text);
  if (place !== null) places.add(place);
  words.add(text.toLowerCase());
}

/** A country or state by its name, its abbreviation or the word for its people; null where it is none. */
function placeOf(text: string): string | null {
  const key = fold(text);
  const country = demonymOf(key);
  if (country !== null) return country;
  const entry = regionsNamed(key)[0];
  if (entry?.country == null) return null;
  return entry.admin === '' ? entry.country : `${entry.country}.${entry.admin}`;
}

function bearersOf(role: string, bearers: Told['bearers']): readonly number[] {
  const known = bearers.get(role) ?? [];
  return known.length < MAX_BEARERS ? known : [];
}

/**
 * The people whom "the HEAD", with what modifies it, may be by what the document says of them. A modifier that it never
 * says of anyone fits no one. `words`: the whole phrase without its article, `head`: its head, singular.
 */
export function peopleDescribed(
  words: readonly Token[],
  head: string,
  { persons, bearers }: Told,
): readonly number[] {
  const past = words.some(({ norm }) => PAST_TITLES.has(norm.replace(/-.*$/, '')));
  const heads = [head, ...(ROLE_KIN[head] ?? [])].map((role) => (past ? `former ${role}` : role));
  const modifiers = words.filter(
    ({ norm, pos }) =>
      pos !== 'PUNCT' &&
      pos !== 'DET' &&
      pos !== 'ADP' &&
      pos !== 'PART' &&
      norm !== head &&
      !LOOSE_MODIFIERS.has(norm) &&
      !PAST_TITLES.has(norm.replace(/-.*$/, '')),
  );
  const place = placeOf(modifiers.map(({ text }) => text).join(' '));
  const fitting = [...new Set(heads.flatMap((role) => bearersOf(role, bearers)))].filter((name) => {
    const told = persons.get(name)!;
    if (place !== null && told.places.has(place)) return true;
    return modifiers.every((m) => told.words.has(titleOf(m)) || told.places.has(placeOf(m.text) ?? '-'));
  });
  // "the president" alone is whom the text calls "President Lund", before the president of a bank.
  const titled =
    modifiers.length === 0
      ? fitting.filter((name) => heads.some((h) => persons.get(name)!.titles.has(h)))
      : [];
  return titled.length > 0 ? titled : fitting;
}

/**
 * The people who bear the role of "the HEAD" where the text says the modifiers of nobody: those that could be true of
 * them, a state they are not said to be from included; a nationality, a party or a name is never taken on trust.
 */
export function peopleLoosely(
  words: readonly Token[],
  head: string,
  { persons, bearers }: Told,
): readonly number[] {
  const known = words.filter(({ norm, pos }) => norm !== head && !/^(?:PUNCT|DET|ADP|PART)$/.test(pos));
  if (known.some(({ norm }) => PAST_TITLES.has(norm.replace(/-.*$/, '')))) return [];
  return [...new Set([head, ...(ROLE_KIN[head] ?? [])].flatMap((role) => bearersOf(role, bearers)))].filter(
    (name) => {
      const told = persons.get(name)!;
      return known.every((m) => {
        if (told.words.has(titleOf(m))) return true;
        const place = placeOf(m.text);
        if (place !== null) return /\./.test(place) && told.places.size === 0;
        // "four-term" could be true of anyone.
        return !/^\p{Lu}/u.test(m.text) && (!/^(?:NOUN|PROPN)$/.test(m.pos) || m.norm.includes('-'));
      });
    },
  );
}
