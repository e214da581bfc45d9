import { CALENDAR_WORDS, FUNCTION_WORDS } from '../../language/en/common-words.js';
import { OF_OPENERS } from '../../language/en/name-words.js';
import {
  DOMAIN_NOUNS,
  FACILITY_HEADS,
  LAW_HEADS,
  OPERATION_OPENERS,
  ORGANISATION_HEADS,
  ORGANISATION_OPENERS,
} from '../../language/en/organisations.js';
import { NAME_PARTICLES, OFFICES } from '../../language/en/titles-of-people.js';
import { isGivenName } from '../places/gazetteer.js';
import type { Word } from '../words.js';
import { initialsMatch, isAcronym } from './acronyms.js';

export const OPENING = /^["“‘'([—–:•*-]$/;

/** "(D-Mass.)" */
const PARTY_AND_STATE = /^[A-Z]-\p{Lu}[\p{L}.]*$/u;

export function isNameWord(word: Word): boolean {
  return word.capital && /\p{L}/u.test(word.text) && !PARTY_AND_STATE.test(word.text);
}

/** Where the capitalised sequence that starts at `i` ends; `i` where none starts. */
export function sequenceEnd(words: readonly Word[], i: number): number {
  const first = words[i]!;
  if (!isNameWord(first)) return i;
  if (FUNCTION_WORDS.has(first.key) && !(words[i + 1] && isNameWord(words[i + 1]!) && first.key === 'new'))
    return i;
  let end = i + 1;
  for (;;) {
    const next = words[end];
    if (next === undefined) return end;
    if (
      isNameWord(next) &&
      next.spaced &&
      words[end - 1]!.line === next.line &&
      (!FUNCTION_WORDS.has(next.key) || next.key === 'new' || isAcronym(next.text))
    ) {
      end++;
      continue;
    }
    const afterNext = words[end + 1];
    const last = words[end - 1]!;
    if (afterNext === undefined) return end;
    if (
      /^\d{1,3}$/.test(next.text) &&
      next.spaced &&
      !isNameWord(afterNext) &&
      OPERATION_OPENERS.has(words[i]!.key)
    )
      return end + 1;
    if (next.key === '&' && isNameWord(afterNext)) {
      end += 2;
      continue;
    }
    if (NAME_PARTICLES.has(next.key) && next.spaced && next.text !== 'do') {
      const skip = NAME_PARTICLES.has(afterNext.key) ? 2 : 1;
      if (words[end + skip] && isNameWord(words[end + skip]!) && !(next.key === 'la' && last.key === 'in')) {
        end += skip + 1;
        continue;
      }
    }
    if (
      (next.key === 'of' || next.key === 'for' || next.key === 'on' || next.key === 'against') &&
      joinsBy(next.key, words, i, end)
    ) {
      const skip = afterNext.key === 'the' ? 2 : 1;
      if (
        words[end + skip] &&
        isNameWord(words[end + skip]!) &&
        !CALENDAR_WORDS.has(words[end + skip]!.key)
      ) {
        end += skip + 1;
        continue;
      }
    }
    if (next.key === 'and' && isNameWord(afterNext)) {
      const to = plainEnd(words, end + 1);
      if (joinsByAnd(words, i, end, to)) {
        end = to;
        continue;
      }
    }
    if (
      next.text === ',' &&
      isNameWord(afterNext) &&
      DOMAIN_NOUNS.has(afterNext.key) &&
      joinsByComma(words, i, end)
    ) {
      end += 2;
      continue;
    }
    if (/^['’]s?$/.test(next.text) && !next.spaced && isNameWord(afterNext)) {
      const to = plainEnd(words, end + 1);
      const head = words[to - 1]!.key;
      const short = end - i <= 2;
      if (
        short &&
        to > end + 1 - 1 &&
        (/^(children|women|men|people|workers|farmers|teachers|veterans|girls|boys|officers)$/.test(
          last.key,
        ) ||
          words[i]!.key === 'st') &&
        (ORGANISATION_HEADS.has(head) || FACILITY_HEADS.has(head))
      ) {
        end = to;
        continue;
      }
    }
    return end;
  }
}

function plainEnd(words: readonly Word[], from: number): number {
  let end = from;
  while (
    words[end] &&
    isNameWord(words[end]!) &&
    (end === from || words[end]!.spaced) &&
    !FUNCTION_WORDS.has(words[end]!.key)
  )
    end++;
  return end;
}

function joinsBy(preposition: string, words: readonly Word[], from: number, to: number): boolean {
  const last = words[to - 1]!.key;
  const first = words[from]!.key;
  const opens = ORGANISATION_OPENERS.has(last) || (ORGANISATION_OPENERS.has(first) && to - from === 1);
  if (preposition !== 'of')
    return ORGANISATION_OPENERS.has(last) || (preposition === 'for' && last === 'campaign');
  return (
    opens || OF_OPENERS.has(last) || LAW_HEADS.has(last) || ORGANISATION_HEADS.has(last) || OFFICES.has(last)
  );
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
  if (!DOMAIN_NOUNS.has(last)) return false;
  const head = words[to - 1]!.key;
  const hasOf = words
    .slice(from, at)
    .some((word) => word.key === 'of' || word.key === 'on' || word.key === 'for');
  return (
    ORGANISATION_HEADS.has(head) || LAW_HEADS.has(head) || (hasOf && DOMAIN_NOUNS.has(words[at + 1]!.key))
  );
}

function joinsByComma(words: readonly Word[], from: number, at: number): boolean {
  return (
    DOMAIN_NOUNS.has(words[at - 1]!.key) &&
    words.slice(from, at).some((word) => word.key === 'of' || word.key === 'on')
  );
}
