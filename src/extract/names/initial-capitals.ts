import { PROPER_BODIES } from '../../language/en/bodies.js';
import { FUNCTION_WORDS } from '../../language/en/common-words.js';
import { ORGANISATION_HEADS, ORGANISATION_OPENERS, OUTLETS } from '../../language/en/organisations.js';
import { HONORIFICS } from '../../language/en/titles-of-people.js';
import type { ParsedText } from '../../text/parsed.js';
import { isGivenName, regionsNamed, townsNamed } from '../places/gazetteer.js';
import { isTitleCase, type Word } from '../words.js';
import { isAcronym } from './acronyms.js';
import { lowerWords, nameWords } from './name-words.js';
import { OPENING } from './sequences.js';

/** What the document itself shows of a word: seen in capitals inside a sentence, seen in lower case. */
export interface Evidence {
  readonly inside: ReadonlySet<string>;
  readonly lower: ReadonlySet<string>;
  /** Last names of people: behind a given name or a title of a person. */
  readonly people: ReadonlySet<string>;
  /** Words that open a capitalised sequence inside a sentence. */
  readonly opening: ReadonlySet<string>;
}

export function capitalEvidence(parsed: ParsedText): Evidence {
  const inside = new Set<string>();
  const people = new Set<string>();
  const opening = new Set<string>();
  for (const words of nameWords(parsed)) {
    const headline = isTitleCase(words);
    words.forEach((word, i) => {
      if (word.capital && !headline && !opensSentence(words, i)) {
        inside.add(word.key);
        const before = words[i - 1]!;
        if (!before.capital) opening.add(word.key);
        if (isPersonal(words, i)) people.add(word.key);
      }
    });
  }
  return { inside, lower: lowerWords(parsed), people, opening };
}

/** Behind a given name that no name stands before, or behind "Mr": a last name. */
function isPersonal(words: readonly Word[], i: number): boolean {
  const before = words[i - 1]!;
  if (!before.capital || !words[i]!.spaced) return false;
  if (HONORIFICS.has(before.key)) return true;
  return isGivenName(before.key) && words[i - 2]?.key !== 'the' && !ORGANISATION_HEADS.has(words[i]!.key);
}

export function opensSentence(words: readonly Word[], i: number): boolean {
  return (
    i === 0 || (OPENING.test(words[i - 1]!.text) && words[i - 1]!.text !== '(' && words[i - 1]!.text !== '-')
  );
}

/** Whether the first word of a sentence belongs to a name although its capital proves nothing. */
export function trustInitial(
  words: readonly Word[],
  left: number,
  right: number,
  evidence: Evidence,
): boolean {
  const first = words[left]!;
  if (evidence.inside.has(first.key) || isAcronym(first.text)) return true;
  const last = words[right - 1]!.key;
  if (right - left > 1) {
    const whole = words.slice(left, right).map(({ key }) => key);
    // "Saudi Arabia and its ally met"
    if (regionsNamed(whole.join(' ')).length > 0) return true;
    if (isIntroduced(words, left, right, evidence)) return true;
    // "Combine Lund and Vig's votes": the rest opens names of its own.
    const rest = words[left + 1]!.key;
    const opens = evidence.opening.has(rest) && first.pos !== 'PROPN';
    if (opens && !isGivenName(first.key) && !ORGANISATION_HEADS.has(last)) return false;
    if (isGivenName(first.key)) return true;
    if (/^(?:VERB|ADV|ADP|SCONJ|DET|PRON|AUX)$/.test(first.pos) && !ORGANISATION_HEADS.has(last))
      return false;
    if (ORGANISATION_OPENERS.has(first.key) && /^(?:of|for|on)$/.test(words[left + 1]!.key)) return true;
    if (ORGANISATION_HEADS.has(last) || OUTLETS.has(whole.join(' '))) return true;
    return !evidence.lower.has(first.key) && !/(?:ing|ly|ers|ions|ants|ents|ists|als)$/.test(first.key);
  }
  if (evidence.lower.has(first.key)) return false;
  if (PROPER_BODIES.has(first.key) && first.key !== 'house') return true;
  if (OUTLETS.has(first.key) || regionsNamed(first.key).length > 0) return true;
  if ((townsNamed(first.key)[0]?.population ?? 0) > INITIAL_TOWN_POPULATION) return true;
  return isGivenName(first.key) && first.pos === 'PROPN';
}

/** "Naureen Shah, a counsel for the union, said": two words of which the text goes on to say who that is. */
function isIntroduced(words: readonly Word[], left: number, right: number, evidence: Evidence): boolean {
  const first = words[left]!.key;
  return (
    right - left === 2 &&
    words[right]?.text === ',' &&
    /^(?:an?|the|who)$/.test(words[right + 1]?.key ?? '') &&
    !evidence.lower.has(first) &&
    !FUNCTION_WORDS.has(first)
  );
}

/** A town's name alone at the head of a sentence is believed from this size on ("Reading", "Mobile" are smaller). */
const INITIAL_TOWN_POPULATION = 300_000;
