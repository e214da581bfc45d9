import { CALENDAR_WORDS, FUNCTION_WORDS } from '../../language/en/common-words.js';
import {
  COMMITTEES,
  NUMBERED_HEADS,
  OF_OPENERS,
  ORDINALS,
  OWNING_GROUPS,
  POSSESSED_HEADS,
} from '../../language/en/name-words.js';
import {
  DOMAIN_NOUNS,
  FACILITY_HEADS,
  LAW_HEADS,
  OPERATION_OPENERS,
  ORGANISATION_HEADS,
  ORGANISATION_OPENERS,
  OUTLETS,
} from '../../language/en/organisations.js';
import { NAME_PARTICLES, OFFICES } from '../../language/en/titles-of-people.js';
import { demonymOf, isGivenName, regionsNamed, townsNamed } from '../places/gazetteer.js';
import type { Word } from '../words.js';
import { initialsMatch, isAcronym } from './acronyms.js';

export const OPENING = /^["“‘'([—–:•*-]$/;

export function isNameWord(word: Word): boolean {
  return word.capital && /\p{L}/u.test(word.text);
}

/** A function word that stands for itself: no initial ("A."), no country or body ("US", "WHO"). */
export function isSmall({ key, text }: Word): boolean {
  return FUNCTION_WORDS.has(key) && !/^\p{Lu}\.$/u.test(text) && text !== 'US' && text !== 'WHO';
}

/** Where the capitalised sequence that starts at `i` ends; `i` where none starts. */
export function sequenceEnd(words: readonly Word[], i: number): number {
  const first = words[i]!;
  const next = words[i + 1];
  let end = i + 1;
  if (!first.capital && !/^(?:al|el|\d.*)$/.test(first.text)) return i;
  if (isNumbered(words, i)) end = i + 2;
  else if (!first.capital) {
    // "al Qaeda"
    if (/^\d/.test(first.text) || words[i - 1]?.capital === true) return i;
    if (next === undefined || !isNameWord(next)) return i;
    end = i + 2;
  } else if (isSmall(first) && !(next !== undefined && isNameWord(next) && first.key === 'new')) return i;
  for (;;) {
    const to = grown(words, i, end);
    if (to === end) return end;
    end = to;
  }
}

/** "9th Circuit", "82nd Airborne", "First Amendment": an ordinal that opens a name. */
function isNumbered(words: readonly Word[], i: number): boolean {
  const [first, next] = [words[i]!, words[i + 1]];
  if (next === undefined || !next.capital || !next.spaced || !NUMBERED_HEADS.has(next.key)) return false;
  return /^\d+(?:st|nd|rd|th)$/.test(first.text) || (first.capital && ORDINALS.has(first.key));
}

/** The end of the sequence from `i` after one more step from `end`; `end` where it goes no further. */
function grown(words: readonly Word[], i: number, end: number): number {
  const next = words[end];
  if (next === undefined) return end;
  const last = words[end - 1]!;
  if (isNameWord(next) && next.spaced && last.line === next.line && (!isSmall(next) || next.key === 'new'))
    return end + 1;
  if (
    /^\d+(?:st|nd|rd|th)$/.test(next.text) &&
    next.spaced &&
    last.line === next.line &&
    isNumbered(words, end)
  )
    return end + 2;
  // "University of Nevada-Las Vegas"
  if (next.capital && !next.spaced && words[i]!.key === 'university' && words[i + 1]?.key === 'of')
    return plainEnd(words, end);
  // "USA TODAY", "GunBroker.com"
  if (next.capital && next.line === last.line && OUTLETS.has(`${last.key} ${next.key}`)) return end + 1;
  if (/^\.(?:com|org|net|gov)$/.test(next.text) && !next.spaced) return end + 1;
  const afterNext = words[end + 1];
  if (afterNext === undefined || last.line !== afterNext.line) return end;
  if (
    /^\d{1,3}$/.test(next.text) &&
    next.spaced &&
    !isNameWord(afterNext) &&
    OPERATION_OPENERS.has(words[i]!.key)
  )
    return end + 1;
  if (/^\d{1,4}$/.test(next.text) && next.spaced && /^(?:school|local|lodge|p\.s\.)$/.test(last.key))
    return end + 1;
  if (next.key === '&' && isNameWord(afterNext)) return end + 2;
  // "Roe v. Wade"
  if (next.text === 'v.' && isNameWord(afterNext)) return plainEnd(words, end + 1);
  if (NAME_PARTICLES.has(next.key) && next.spaced && next.text !== 'do') {
    const skip = NAME_PARTICLES.has(afterNext.key) ? 2 : 1;
    if (words[end + skip] && isNameWord(words[end + skip]!) && !(next.key === 'la' && last.key === 'in'))
      return end + skip + 1;
  }
  const nicknamed = nicknameEnd(words, i, end);
  if (nicknamed !== null) return nicknamed;
  // "Group of 20"
  if (next.key === 'of' && last.key === 'group' && /^(?:\d+|seven|eight|twenty)$/.test(afterNext.key))
    return end + 2;
  if (/^(?:of|for|on|against)$/.test(next.key)) {
    const skip = /^(?:the|an?)$/.test(afterNext.key) ? 2 : 1;
    const name = words[end + skip];
    const opens =
      name !== undefined &&
      isNameWord(name) &&
      (!isSmall(name) || (name.key === 'new' && words[end + skip + 1]?.capital === true)) &&
      !CALENDAR_WORDS.has(name.key);
    if (opens) return joinsBy(next.key, words, i, end, end + skip) ? end + skip + 1 : end;
  }
  if (next.key === 'and' && isNameWord(afterNext)) {
    const to = plainEnd(words, end + 1);
    return joinsByAnd(words, i, end, to) ? to : end;
  }
  if (
    next.text === ',' &&
    isNameWord(afterNext) &&
    DOMAIN_NOUNS.has(afterNext.key) &&
    joinsByComma(words, i, end)
  )
    return end + 2;
  if (next.text === ',' && isNameWord(afterNext) && isCampus(words, i, end)) return plainEnd(words, end + 1);
  if (/^['’]s?$/.test(next.text) && !next.spaced && isNameWord(afterNext)) {
    const to = plainEnd(words, end + 1);
    if (joinsByPossessive(words, i, end, to)) return to;
  }
  return end;
}

/** End behind a nickname in quotes and a surname: "Ada “Ace” Lund"; null where there is none. */
function nicknameEnd(words: readonly Word[], i: number, end: number): number | null {
  if (end - i > 2 || !/^["“‘]$/.test(words[end]!.text) || !isGivenName(words[i]!.key)) return null;
  let k = end + 1;
  while (k < end + 3 && words[k]?.capital === true) k++;
  if (k === end + 1 || !/^["”’]$/.test(words[k]?.text ?? '')) return null;
  const surname = words[k + 1];
  return surname !== undefined && isNameWord(surname) && !isSmall(surname) && surname.line === words[i]!.line
    ? k + 2
    : null;
}

/** "University of California, Davis": a town of the state behind the comma, with no state behind it. */
function isCampus(words: readonly Word[], i: number, end: number): boolean {
  if (words[i]!.key !== 'university' || words[i + 1]?.key !== 'of') return false;
  const state = regionsNamed(
    words
      .slice(i + 2, end)
      .map(({ key }) => key)
      .join(' '),
  ).find(({ kind }) => kind === 'state');
  if (state === undefined) return false;
  const to = plainEnd(words, end + 1);
  const town = words
    .slice(end + 1, to)
    .map(({ key }) => key)
    .join(' ');
  return townsNamed(town).some(({ country, admin }) => country === state.country && admin === state.admin);
}

/** "Martha's Vineyard", "St. Jude Children's Research Hospital", "Kettering Sheriff's Office" */
function joinsByPossessive(words: readonly Word[], i: number, end: number, to: number): boolean {
  const last = words[end - 1]!.key;
  const head = words[to - 1]!.key;
  if (POSSESSED_HEADS.has(head)) return end - i <= 3;
  const group = OWNING_GROUPS.has(last) || words[i]!.key === 'st' || words[i]!.key === 'saint';
  return group && (ORGANISATION_HEADS.has(head) || FACILITY_HEADS.has(head));
}

function plainEnd(words: readonly Word[], from: number): number {
  let end = from;
  while (
    words[end] &&
    isNameWord(words[end]!) &&
    (end === from || words[end]!.spaced) &&
    !isSmall(words[end]!)
  )
    end++;
  return end;
}

/** `from`..`at`: the sequence so far; `name`: the first name word behind the preposition. */
function joinsBy(
  preposition: string,
  words: readonly Word[],
  from: number,
  at: number,
  name: number,
): boolean {
  const last = words[at - 1]!.key;
  const first = words[from]!.key;
  const opens = ORGANISATION_OPENERS.has(last) || (ORGANISATION_OPENERS.has(first) && at - from === 1);
  if (opens) return true;
  // "Voice of America"
  if (
    OUTLETS.has(
      words
        .slice(from, name + 1)
        .map(({ key }) => key)
        .join(' '),
    )
  )
    return true;
  const head = words[plainEnd(words, name) - 1]!.key;
  // "Court of Appeals for the Sixth Circuit"
  if (preposition === 'for' && words.slice(from, at).some(({ key }) => key === 'court')) return true;
  // "Center of Research for Development"
  const field = regionsNamed(words[name]!.key).length === 0 && demonymOf(words[name]!.key) === null;
  if (preposition === 'for' && ORGANISATION_OPENERS.has(first) && words[from + 1]!.key === 'of') return field;
  if (preposition === 'for') return last === 'campaign' || OFFICES.has(last);
  if (preposition !== 'of') return false;
  if (OF_OPENERS.has(last) || LAW_HEADS.has(last) || ORGANISATION_HEADS.has(last) || OFFICES.has(last))
    return true;
  // "Freedom of Information Act", "Article II of the Constitution", "Veterans of Foreign Wars"
  return LAW_HEADS.has(head) || OWNING_GROUPS.has(last);
}

/** "Customs and Border Protection", "Department of Health and Human Services", but not "Warren and Markey". */
function joinsByAnd(words: readonly Word[], from: number, at: number, to: number): boolean {
  const last = words[at - 1]!.key;
  if (isGivenName(words[from]!.key) && at - from > 1 && !DOMAIN_NOUNS.has(words[from]!.key)) return false;
  if (words[to]?.text === '(') {
    const acronym = words[to + 1]?.text ?? '';
    if (
      isAcronym(acronym) &&
      initialsMatch(
        acronym,
        words.slice(from, to).map((w) => w.text),
      )
    )
      return true;
  }
  const head = words[to - 1]!.key;
  const hasOf = words
    .slice(from, at)
    .some((word) => word.key === 'of' || word.key === 'on' || word.key === 'for');
  // "Ways and Means Committee"
  if (COMMITTEES.has(head) && to - at > 2 && !isPlace(words[at - 1]!.key) && !isAcronym(words[at - 1]!.text))
    return true;
  // "Center for Strategic and International Studies"
  if (hasOf && words[at - 1]!.pos === 'ADJ' && DOMAIN_NOUNS.has(head)) return true;
  // "Iraq and Afghanistan Veterans"
  if (at - from === 1 && isPlace(words[from]!.key) && isPlace(words[at + 1]!.key) && OWNING_GROUPS.has(head))
    return true;
  if (!DOMAIN_NOUNS.has(last)) return false;
  return (
    ORGANISATION_HEADS.has(head) || LAW_HEADS.has(head) || (hasOf && DOMAIN_NOUNS.has(words[at + 1]!.key))
  );
}

const isPlace = (key: string): boolean => regionsNamed(key).length > 0;

function joinsByComma(words: readonly Word[], from: number, at: number): boolean {
  return (
    DOMAIN_NOUNS.has(words[at - 1]!.key) &&
    words.slice(from, at).some((word) => word.key === 'of' || word.key === 'on')
  );
}
