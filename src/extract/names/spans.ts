import { BODIES_OF_PEOPLE, PROPER_BODIES } from '../../language/en/bodies.js';
import { BODY_NOUNS } from '../../language/en/body-nouns.js';
import { CALENDAR_WORDS } from '../../language/en/common-words.js';
import { PARTY_LETTERS } from '../../language/en/compounds.js';
import { FIRST_NAMES_TOO, GROUP_WORDS } from '../../language/en/demonyms.js';
import { COMMON_ACRONYMS, CRAFT, DIRECTIONS, LANDS } from '../../language/en/name-words.js';
import { OFFICES as OFFICE_HOLDERS } from '../../language/en/offices.js';
import {
  FACILITY_HEADS,
  LAW_HEADS,
  ORGANISATION_HEADS,
  ORGANISATION_OPENERS,
  OUTLET_HEADS,
  OUTLETS,
} from '../../language/en/organisations.js';
import { HONORIFICS, OFFICE_MODIFIERS, OFFICES } from '../../language/en/titles-of-people.js';
import { OUTLET_NOUNS } from '../../language/en/unnamed.js';
import type { ParsedText } from '../../text/parsed.js';
import { demonymOf, isGivenName, regionsNamed } from '../places/gazetteer.js';
import { isTitleCase, type Word } from '../words.js';
import { isAcronym } from './acronyms.js';
import { capitalEvidence, type Evidence, opensSentence, trustInitial } from './initial-capitals.js';
import { nameWords } from './name-words.js';
import { cutOffices, type Piece } from './offices.js';
import { isNameWord, isSmall, sequenceEnd } from './sequences.js';

/** A capitalised sequence that names something, with what stands around it. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
  readonly sentence: number;
  /** Honorific or office before it, '' where none ("Mr", "Sen."). */
  readonly title: string;
  /** Folded words next to it, '' at the ends of the sentence. */
  readonly before: string;
  readonly after: string;
  readonly previous: Word | null;
  readonly next: Word | null;
  /** An office or an age follows behind a comma: "Runa Astley, the deputy director", "Ines Calder, 51,". */
  readonly apposed: boolean;
  /** What the words next to it say that it is: "the journal Sextant", "Fathom Mining, a coal company"; null where nothing. */
  readonly said: 'organisation' | 'outlet' | null;
  /** Something is told to it and the telling ends there or goes on with a time: "told Sextant on Tuesday". */
  readonly told: boolean;
  /** First word of its sentence: its capital tells nothing. */
  readonly initial: boolean;
  /** Its sentence is in title case. */
  readonly headline: boolean;
  /** It stands in round brackets by itself, and what stands before the bracket. */
  readonly bracketed: boolean;
}

/** Candidate names of the document in text order. */
export function nameSpans(parsed: ParsedText): NameSpan[] {
  const sentences = nameWords(parsed);
  const evidence = capitalEvidence(parsed);
  const spans: NameSpan[] = [];
  sentences.forEach((words, sentence) => {
    const titled = isTitleCase(words);
    for (let i = 0; i < words.length; ) {
      const end = sequenceEnd(words, i);
      if (end === i) {
        i++;
        continue;
      }
      const loud = titled || isShouted(words, i, end);
      for (const piece of cutOffices(words, i, end)) {
        const headline = loud && !isPersonAlone(words, piece, evidence);
        for (const span of namesIn(words, piece, { sentence, headline, evidence })) spans.push(span);
      }
      i = end;
    }
  });
  return spans;
}

/** "SAVE THE HARBOUR" within a sentence: capitals that tell nothing, more than an acronym or two. */
function isShouted(words: readonly Word[], from: number, to: number): boolean {
  if (!words.slice(from, to).every((word) => isUpper(word) || !/\p{L}/u.test(word.text))) return false;
  let left = from;
  let right = to;
  while (left > 0 && isUpper(words[left - 1]!)) left--;
  while (right < words.length && isUpper(words[right]!)) right++;
  const run = words.slice(left, right);
  return run.length >= 2 && run.some(({ text }) => text.length >= LONG_WORD && !text.includes('.'));
}

const isUpper = ({ text }: Word): boolean => /^\p{Lu}[\p{Lu}\d'’&.-]*$/u.test(text);

/** In letters: longer words in capitals are hardly acronyms. */
const LONG_WORD = 6;

/** "ADA LUND", "Ada Lund" in a headline: a given name and one more word, and no capital next to them. */
function isPersonAlone(words: readonly Word[], { from, to, title }: Piece, { lower }: Evidence): boolean {
  const [before, after] = [words[from - 1], words[to]];
  const first = words[from]!;
  return (
    to - from === 2 &&
    title === '' &&
    isGivenName(first.key) &&
    !lower.has(first.key) &&
    words[from + 1]!.pos === 'PROPN' &&
    !(before?.capital === true && before.line === first.line) &&
    !(after?.capital === true && after.line === first.line)
  );
}

interface Surroundings {
  readonly sentence: number;
  readonly headline: boolean;
  readonly evidence: Evidence;
}

/** The names in a piece of a capitalised sequence, without what is no part of them at its ends. */
function namesIn(
  words: readonly Word[],
  { from, to, title }: Piece,
  { sentence, headline, evidence }: Surroundings,
): NameSpan[] {
  const parts = apartFrom(words, from, to, evidence);
  return parts.flatMap(([a, b], k): NameSpan[] => {
    const span = trimmed(words, a, b, k === 0 ? title : '', headline, evidence);
    if (span === null) return [];
    const [left, right] = span;
    const whole = words.slice(left, right);
    const before = words[left - 1];
    const after = words[right];
    // "secretary of State"
    if (whole.length === 1 && whole[0]!.key === 'state' && before?.key === 'of') return [];
    if (whole.length === 1 && !standsAlone(whole[0]!, before, k === 0 ? title : '')) return [];
    return [
      {
        start: startOf(words, left, right),
        end: whole[whole.length - 1]!.end,
        words: whole,
        sentence,
        title: k === 0 ? title : '',
        before: before?.key ?? '',
        after: after?.key ?? '',
        previous: before ?? null,
        next: after ?? null,
        apposed: (after?.text === ',' && isApposition(words, right + 1)) || hasParty(words, right),
        said: saidOf(words, left, right),
        told: isTold(words, left, right),
        initial: opensSentence(words, a) && left === a,
        headline,
        bracketed: before?.text === '(' && after?.text === ')',
      },
    ];
  });
}

/** "Obama White House": a person's name and a body that is that person's for a time are two. */
const CHAMBERS = new Set(['house', 'senate', 'gop', 'congress']);
const isHead = (key: string): boolean =>
  ORGANISATION_HEADS.has(key) || LAW_HEADS.has(key) || FACILITY_HEADS.has(key);

function apartFrom(
  words: readonly Word[],
  from: number,
  to: number,
  { people }: Evidence,
): readonly (readonly [number, number])[] {
  const { key } = words[from]!;
  // "House Zika bill"
  if (to - from > 1 && CHAMBERS.has(key) && !isHead(words[to - 1]!.key) && words[from + 1]!.pos !== 'ADJ')
    return [
      [from, from + 1],
      [from + 1, to],
    ];
  // "NPR Justice Department"
  if (
    to - from > 2 &&
    OUTLETS.has(key) &&
    isAcronym(words[from]!.text) &&
    words[to - 1]!.key === 'department'
  )
    return [
      [from, from + 1],
      [from + 1, to],
    ];
  for (let at = from + 1; at < to; at++) {
    if (!people.has(words[at - 1]!.key)) continue;
    const rest = words
      .slice(at, to)
      .map(({ key }) => key)
      .join(' ');
    if (BODIES_OF_PEOPLE.has(rest))
      return [
        [from, at],
        [at, to],
      ];
  }
  return [[from, to]];
}

/** Without the first word of a sentence that is no name, adjectives, groups of people and calendar words; null where nothing is left. */
function trimmed(
  words: readonly Word[],
  from: number,
  to: number,
  title: string,
  headline: boolean,
  evidence: Evidence,
): readonly [number, number] | null {
  let left = from;
  let right = to;
  while (right - left > 1 && isTail(words, left, right)) right--;
  if (opensSentence(words, left) && !headline && title === '' && !trustInitial(words, left, right, evidence))
    left++;
  while (left < right && (isSmallHead(words[left]!) || isAdjective(words, left, right))) left++;
  if (right - left === 1 && CALENDAR_WORDS.has(words[left]!.key)) left++;
  return left < right ? [left, right] : null;
}

function isSmallHead(word: Word): boolean {
  return !isNameWord(word) && !/^(?:al|el|\d.*)$/.test(word.text);
}

/** What stands behind a name in capitals and is no part of it: "Kentucky Republicans", "Lund Tuesday". */
function isTail(words: readonly Word[], left: number, right: number): boolean {
  const { key } = words[right - 1]!;
  if (CALENDAR_WORDS.has(key) && key !== 'may') return true;
  if (!GROUP_WORDS.has(key) && demonymOf(key) === null) return false;
  // "Islamic State of …" ends in no group; "the Daily Republican" is a paper.
  return words[left - 1]?.key !== 'the' || key.endsWith('s') || key.endsWith('ic');
}

/** Whether a single word can be a name. */
function standsAlone(word: Word, before: Word | undefined, title: string): boolean {
  const { key, text } = word;
  const letters = text.includes('.') ? text.replace(/\./g, '') : text;
  if (letters.length < 2) return false;
  if (isSmall(word) || COMMON_ACRONYMS.has(letters.toUpperCase())) return false;
  if (GROUP_WORDS.has(key.split('-')[0]!) || CALENDAR_WORDS.has(key) || demonymOf(key) !== null) return false;
  if (PROPER_BODIES.has(key) && word.capital) return key !== 'house' || title === '';
  if (title !== '') return true;
  if (HONORIFICS.has(key) || OFFICES.has(key) || OFFICE_MODIFIERS.has(key) || CRAFT.has(key)) return false;
  // "the Times", "the Department": only with the article, as a short form of something.
  return !isHead(key) || isAcronym(text) || before?.key === 'the';
}

function startOf(words: readonly Word[], left: number, right: number): number {
  const article = words[left - 1];
  const { key } = words[left]!;
  const named =
    right - left === 1 &&
    article?.key === 'the' &&
    article.capital &&
    OUTLETS.has(`the ${key}`) &&
    !OUTLETS.has(key);
  return named ? article.start : words[left]!.start;
}

/** Words looked at behind the comma for an office. */
const APPOSITION = 5;

function isApposition(words: readonly Word[], from: number): boolean {
  const opener = words[from];
  if (opener === undefined || opener.capital) return false;
  if (/^\d{2}$/.test(opener.text) && words[from + 1]?.text === ',') return true;
  for (let i = from; i < Math.min(words.length, from + APPOSITION); i++) {
    if (!/\p{L}/u.test(words[i]!.text)) return false;
    if (OFFICE_HOLDERS.has(words[i]!.key))
      return /^(?:an?|the|its|their|who|deputy|acting)$/.test(opener.key) || i === from;
  }
  return false;
}

/** "Ada Lund (D-Ohio)" */
function hasParty(words: readonly Word[], right: number): boolean {
  return words[right]?.text === '(' && PARTY_LETTERS.has(words[right + 1]?.text ?? '');
}

function saidOf(words: readonly Word[], left: number, right: number): NameSpan['said'] {
  const [before, after] = [words[left - 1], words[right]];
  if (/^(?:journal|magazine|newspaper)$/.test(before?.key ?? '') && !before!.capital) return 'outlet';
  if (/^(?:magazine|newspaper)$/.test(after?.key ?? '') && !after!.capital && before?.key !== 'the')
    return 'outlet';
  if (after?.text !== ',' || !/^(?:an?|the|one)$/.test(words[right + 1]?.key ?? '')) return null;
  let news = false;
  for (let i = right + 2; i < Math.min(words.length, right + 2 + APPOSITION); i++) {
    if (words[i]!.key === 'news') news = true;
    const { key, pos, capital } = words[i]!;
    const next = words[i + 1];
    if (BODY_NOUNS.has(key) && !capital) {
      // "Lund, a board member"
      // "in Harrowfleet, the news agency Tidings said"
      if (next?.capital === true) return null;
      if (next?.pos === 'NOUN' || next?.text === "'s" || next?.text === '’s') continue;
      return news || OUTLET_NOUNS.has(key) ? 'outlet' : 'organisation';
    }
    if (pos !== 'ADJ' && pos !== 'NOUN' && pos !== 'PROPN' && pos !== 'VERB' && pos !== 'NUM') return null;
  }
  return null;
}

function isTold(words: readonly Word[], left: number, right: number): boolean {
  const verb = words[left - 1]?.key === 'the' ? words[left - 2] : words[left - 1];
  if (verb?.key !== 'told') return false;
  const next = words[right];
  return (
    next === undefined || /^[.,;:”"’]$/.test(next.text) || next.key === 'on' || CALENDAR_WORDS.has(next.key)
  );
}

/** "Russian Gazprom", "Republican Congress"; but "Islamic State", "Eastern Europe", "Roman Catholic Church". */
function isAdjective(words: readonly Word[], left: number, right: number): boolean {
  const { key } = words[left]!;
  if (right - left === 1) return false;
  if (!GROUP_WORDS.has(key) && demonymOf(key) === null) return false;
  // "said Brit Halloran": with an article before it, it would be one of a people.
  if (FIRST_NAMES_TOO.has(key) && !/^(?:the|an?)$/.test(words[left - 1]?.key ?? '')) return false;
  if (key === 'christian' || key === 'black' || key === 'white') return false;
  const rest = words
    .slice(left + 1, right)
    .map((word) => word.key)
    .join(' ');
  // "Saudi Arabia"
  if (regionsNamed(`${key} ${rest}`).length > 0) return false;
  if (DIRECTIONS.has(key) && (regionsNamed(rest).length > 0 || LANDS.has(rest))) return false;
  if (PROPER_BODIES.has(`${key} ${rest}`)) return false;
  if (PROPER_BODIES.has(rest)) return true;
  const head = words[right - 1]!.key;
  if (words.slice(left + 1, right).some((word) => ORGANISATION_OPENERS.has(word.key))) return false;
  return !isHead(head) && !OUTLET_HEADS.has(head);
}
