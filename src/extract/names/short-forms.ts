import { BODIES, PROPER_BODIES } from '../../language/en/bodies.js';
import { COMPANY_FORMS, ORGANISATION_HEADS } from '../../language/en/organisations.js';
import { FIRST_NAME_TITLES, NAME_SUFFIXES } from '../../language/en/titles-of-people.js';
import type { ParsedText } from '../../text/parsed.js';
import { initialsMatch, isAcronym } from './acronyms.js';
import type { NameGroup } from './groups.js';
import type { NameClass } from './kind-model.js';
import { isSite } from './kinds.js';
import type { NameSpan } from './spans.js';

/** Joins acronyms, surnames and short forms to the one full form that fits. Values: lists of groups that are one. */
export function joinShortForms(
  parsed: ParsedText,
  groups: ReadonlyMap<string, NameGroup>,
  kindOf: (spans: readonly NameSpan[]) => NameClass,
): Map<string, NameGroup[]> {
  const target = new Map<string, string>();
  const list = [...groups.values()];
  const kinds = new Map(list.map((group) => [group.key, kindOf(group.spans)]));
  const long = list.filter((group) => group.spans[0]!.words.length > 1);
  const byLast = index(long, (words) => [words[words.length - 1]!]);
  const byWord = index(long, (words) => words);

  const into = new Map<NameGroup, Shared>();
  bracketed(parsed, list, target);
  for (const group of list) {
    if (target.has(group.key)) continue;
    const words = personWords(group.key);
    const text = group.spans[0]!.words.map((word) => word.text).join(' ');
    if (words.length === 1 && isAcronym(text)) {
      const fits = long.filter((other) =>
        initialsMatch(
          text,
          other.spans[0]!.words.map((word) => word.text),
        ),
      );
      // "Department of Homeland acting Secretary": the long form is broken off.
      const broken = long.filter((other) => BODIES.get(text)?.toLowerCase().startsWith(`${other.key} `));
      const one = fits.length > 0 ? fits : broken;
      if (one.length >= 1 && sameButCountry(one)) target.set(group.key, one[0]!.key);
      continue;
    }
    if (words.length === 1) {
      const word = words[0]!;
      const titled = group.spans.some((span) => span.title !== '');
      const alike = (byLast.get(word) ?? []).filter((other) => other.key !== group.key);
      const sure = alike.filter((other) => kinds.get(other.key) === 'person');
      const maybe = alike.filter(
        (other) => kinds.get(other.key) === 'other' && other.key.split(' ').length <= 4,
      );
      const people = sure.length > 0 || kinds.get(group.key) !== 'person' ? sure : maybe;
      if (people.length === 1) {
        target.set(group.key, people[0]!.key);
        continue;
      }
      if (people.length > 1) {
        const same = people.filter((other) => compatible(people[0]!.key, other.key));
        if (same.length === people.length) target.set(group.key, longest(people).key);
        else established(parsed, group, people, into);
        continue;
      }
      // "Sir Keir": the title goes with the first name.
      const knight = group.spans.some(({ title }) => FIRST_NAME_TITLES.has(title.toLowerCase()));
      const first = knight ? long.filter(({ key }) => personWords(key)[0] === word) : [];
      const knights = first.filter(({ key }) => kinds.get(key) === 'person');
      if (knights.length === 1) target.set(group.key, knights[0]!.key);
      if (titled) continue;
    }
    // "the House" is none but itself, beside the White House.
    if (isSite(kinds.get(group.key)!) || (words.length === 1 && PROPER_BODIES.has(words[0]!))) continue;
    // "the Times" after "The New York Times", "Homeland Security" or "the Department" after "Department of Homeland
    // Security"; but "Director General of the Directorate" is no directorate.
    const holders = (byWord.get(words[0]!) ?? []).filter(
      (other) =>
        other.key !== group.key &&
        other.key.split(' ').length > words.length &&
        (other.key.endsWith(` ${group.key}`) ||
          (words.length > 1 && continues(group, other, kinds)) ||
          (ORGANISATION_HEADS.has(group.key) && other.key.startsWith(`${group.key} of `))) &&
        !(words.length === 1 && kinds.get(other.key) === 'other') &&
        !isSite(kinds.get(other.key)!),
    );
    if (holders.length === 0) continue;
    const chains = holders.every((other) =>
      holders.every((o) => o.key.includes(other.key) || other.key.includes(o.key)),
    );
    if (!chains && holders.length > 1) continue;
    const holder = longest(holders);
    const holderKind = kinds.get(holder.key);
    if (holderKind === 'person' && words.length === 1 && words[0] !== personWords(holder.key).at(-1))
      continue;
    target.set(group.key, holder.key);
  }

  const joined = new Map<string, NameGroup[]>();
  const add = (key: string, group: NameGroup) => {
    const there = joined.get(key);
    if (there === undefined) joined.set(key, [group]);
    else there.push(group);
  };
  const ends = (key: string): string => {
    let end = key;
    for (let hops = 0; target.has(end) && hops < MAX_HOPS; hops++) end = target.get(end)!;
    return end;
  };
  for (const group of list) {
    const key = ends(group.key);
    const part = into.get(group);
    if (part === undefined) add(key, group);
    else {
      if (part.rest.length > 0) add(group.key, { ...group, spans: part.rest });
      add(ends(part.owner), { ...group, spans: part.own });
    }
  }
  return joined;
}

/** "Homeland Security" in "Homeland Security Department", "Mary Jane" in "Mary Jane Lund"; "White House" opens no longer name. */
function continues(short: NameGroup, long: NameGroup, kinds: ReadonlyMap<string, NameClass>): boolean {
  if (!long.key.startsWith(`${short.key} `) || PROPER_BODIES.has(short.key)) return false;
  const rest = long.key.slice(short.key.length + 1);
  return (
    ORGANISATION_HEADS.has(rest) ||
    COMPANY_FORMS.has(rest) ||
    (kinds.get(short.key) === 'person' && kinds.get(long.key) === 'person' && !rest.includes(' '))
  );
}

/** The mentions of a surname that are those of one of the people who bear it, and the rest. */
interface Shared {
  readonly owner: string;
  readonly own: NameSpan[];
  readonly rest: NameSpan[];
}

/**
 * Two people of one surname: it stands for the one who was called by it alone before the other came, but not in the
 * paragraph that has just named the other.
 */
function established(
  parsed: ParsedText,
  group: NameGroup,
  people: readonly NameGroup[],
  into: Map<NameGroup, Shared>,
): void {
  const inText = (spans: readonly NameSpan[]) => spans.filter(({ headline }) => !headline);
  const starts = people
    .map((person) => ({ person, start: Math.min(...inText(person.spans).map(({ start }) => start)) }))
    .sort((a, b) => a.start - b.start);
  const first = Math.min(...inText(group.spans).map(({ start }) => start));
  const owner = starts[0]!.person;
  const others = starts.filter(({ person }) => !compatible(owner.key, person.key));
  if (!(starts[0]!.start < first && others.every(({ start }) => first < start))) return;
  const own: NameSpan[] = [];
  const rest: NameSpan[] = [];
  for (const span of group.spans) {
    const said = others
      .flatMap(({ person }) => person.spans)
      .filter(({ start }) => start < span.start)
      .reduce((last, { end }) => Math.max(last, end), -1);
    const again = owner.spans.some(({ start }) => start > said && start < span.start);
    const fresh = said >= 0 && !again && !parsed.text.slice(said, span.start).includes('\n');
    (fresh ? rest : own).push(span);
  }
  into.set(group, { owner: owner.key, own, rest });
}

/** A short form may point at a middle form, which points at the full one. */
const MAX_HOPS = 4;

/** "Long Form (LF)" and "LF (Long Form)": the brackets say so. */
function bracketed(parsed: ParsedText, list: readonly NameGroup[], target: Map<string, string>): void {
  const byEnd = new Map<number, string>();
  for (const group of list) for (const span of group.spans) byEnd.set(span.end, group.key);
  for (const group of list) {
    for (const span of group.spans) {
      if (!span.bracketed) continue;
      const before = parsed.text.slice(Math.max(0, span.start - 3), span.start);
      const gap = /(?:['’]s?)?\s*\($/.exec(before)?.[0].length ?? 0;
      if (gap === 0) continue;
      const other = byEnd.get(span.start - gap);
      if (other === undefined || other === group.key) continue;
      const text = span.words.map((word) => word.text).join(' ');
      if (isAcronym(text) && (abbreviates(group.key, other) || isInitials(group.key, other)))
        target.set(group.key, other);
      else if (!other.includes(' ') && abbreviates(other, group.key)) target.set(other, group.key);
    }
  }
}

/** "Justice Department (DOJ)", "Department of Health and Human Services (HHS)": initials in any order, but for an "o" of "of". */
function isInitials(short: string, long: string): boolean {
  const initials = long.split(/[ -]/).map((word) => word[0]!);
  let fits = 0;
  for (const letter of short) {
    const at = initials.indexOf(letter);
    if (at >= 0) {
      initials.splice(at, 1);
      fits++;
    } else if (letter !== 'o') return false;
  }
  return fits >= 2;
}

/** The letters of the short form stand in the long form in order, the first at its head. */
function abbreviates(short: string, long: string): boolean {
  const country = /^(?:us|u\.s\.|uk) /.exec(long)?.[0].length ?? 0;
  return [long, long.slice(country)].some((form) => {
    let at = 0;
    for (const letter of short) {
      at = form.indexOf(letter, at) + 1;
      if (at === 0) return false;
    }
    return form[0] === short[0];
  });
}

function index(
  groups: readonly NameGroup[],
  wordsOfKey: (words: readonly string[]) => readonly string[],
): Map<string, NameGroup[]> {
  const map = new Map<string, NameGroup[]>();
  for (const group of groups) {
    for (const word of new Set(wordsOfKey(personWords(group.key)))) {
      const list = map.get(word);
      if (list === undefined) map.set(word, [group]);
      else list.push(group);
    }
  }
  return map;
}

function personWords(key: string): string[] {
  const words = key.split(' ');
  while (words.length > 1 && NAME_SUFFIXES.has(words[words.length - 1]!)) words.pop();
  return words;
}

/** "John Smith" and "John A. Smith" may be one; "Jane Smith" is another. */
function compatible(a: string, b: string): boolean {
  const [first, second] = [personWords(a), personWords(b)];
  return first[0] === second[0] && first.at(-1) === second.at(-1);
}

function sameButCountry(groups: readonly NameGroup[]): boolean {
  const stripped = new Set(groups.map((group) => group.key.replace(/^(?:us|u\.s\.|uk) /, '')));
  return stripped.size === 1;
}

function longest(groups: readonly NameGroup[]): NameGroup {
  return groups.reduce((best, group) => (group.key.length > best.key.length ? group : best));
}
