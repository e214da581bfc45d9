import { CALENDAR_WORDS, FUNCTION_WORDS } from '../../language/en/common-words.js';
import { GROUP_WORDS } from '../../language/en/demonyms.js';
import { OFFICES as OFFICE_HOLDERS } from '../../language/en/offices.js';
import {
  DOMAIN_NOUNS,
  FACILITY_HEADS,
  LAW_HEADS,
  ORGANISATION_HEADS,
  OUTLETS,
} from '../../language/en/organisations.js';
import { HONORIFICS, OFFICES } from '../../language/en/titles-of-people.js';
import type { ParsedText } from '../../text/parsed.js';
import { demonymOf } from '../places/gazetteer.js';
import { isTitleCase, type Word, wordsOf } from '../words.js';
import { isAcronym } from './acronyms.js';
import { capitalEvidence, type Evidence, opensSentence, trustInitial } from './initial-capitals.js';
import { isNameWord, sequenceEnd } from './sequences.js';

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
  /** An office or an age follows behind a comma: "Runa Astley, the deputy director", "Ines Calder, 51,". */
  readonly apposed: boolean;
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
  const sentences = parsed.sentences.map((sentence) => wordsOf(parsed, sentence));
  const evidence = capitalEvidence(sentences);
  const spans: NameSpan[] = [];
  sentences.forEach((words, sentence) => {
    const headline = isTitleCase(words);
    for (let i = 0; i < words.length; ) {
      const end = sequenceEnd(words, i);
      if (end === i) {
        i++;
        continue;
      }
      for (const span of namesIn(words, i, end, sentence, headline, evidence)) spans.push(span);
      i = end;
    }
  });
  return spans;
}

/** Cuts titles and adjectives off a capitalised sequence and yields the names in it. */
function namesIn(
  words: readonly Word[],
  from: number,
  to: number,
  sentence: number,
  headline: boolean,
  evidence: Evidence,
): NameSpan[] {
  const spans: NameSpan[] = [];
  let start = from;
  let title = '';
  const emit = (a: number, b: number, withTitle: string) => {
    let left = a;
    let right = b;
    const opening = opensSentence(words, left);
    if (opening && !headline && withTitle === '' && !trustInitial(words, left, right, evidence)) left++;
    while (left < right && (!isNameWord(words[left]!) || isAdjective(words, left, right))) left++;
    while (
      left < right &&
      (CALENDAR_WORDS.has(words[left]!.key) || !isNameWord(words[left]!)) &&
      right - left <= 1
    )
      left++;
    while (
      right > left &&
      CALENDAR_WORDS.has(words[right - 1]!.key) &&
      right - left > 1 &&
      words[right - 1]!.key !== 'may'
    )
      right--;
    if (left >= right) return;
    const whole = words.slice(left, right);
    const text = whole.map((word) => word.key).join(' ');
    const before = words[left - 1];
    const after = words[right];
    if (whole.length === 1) {
      const only = whole[0]!;
      if (only.text.replace(/\./g, '').length < 2) return;
      if (FUNCTION_WORDS.has(only.key) && !isAcronym(only.text)) return;
      if (GROUP_WORDS.has(only.key.split('-')[0]!) || CALENDAR_WORDS.has(only.key)) return;
      if (withTitle === '' && (HONORIFICS.has(only.key) || OFFICES.has(only.key))) return;
      if (demonymOf(only.key) !== null) return;
      if (
        withTitle === '' &&
        (ORGANISATION_HEADS.has(only.key) || LAW_HEADS.has(only.key) || FACILITY_HEADS.has(only.key)) &&
        !isAcronym(only.text)
      ) {
        // "the Times", "the Department": only with the article, as a short form of something.
        if (before?.key !== 'the') return;
      }
    }
    let spanStart = whole[0]!.start;
    const article = words[left - 1];
    if (
      article?.key === 'the' &&
      article.capital &&
      OUTLETS.has(`the ${text}`) &&
      !OUTLETS.has(text) &&
      whole.length === 1
    )
      spanStart = article.start;
    spans.push({
      start: spanStart,
      end: whole[whole.length - 1]!.end,
      words: whole,
      sentence,
      title: withTitle,
      before: before?.key ?? '',
      after: after?.key ?? '',
      apposed: after?.text === ',' && isApposition(words, right + 1),
      told: isTold(words, left, right),
      initial: opening && left === a,
      headline,
      bracketed: before?.text === '(' && after?.text === ')',
    });
  };
  for (let k = from; k < to; k++) {
    const key = words[k]!.key;
    const isTitle = (HONORIFICS.has(key) || OFFICES.has(key)) && k < to - 1;
    if (!isTitle) continue;
    // An office that heads an organisation's own name ("General Assembly", "Justice Department") is no title.
    const rest = words[to - 1]!.key;
    const organisation =
      ORGANISATION_HEADS.has(rest) ||
      LAW_HEADS.has(rest) ||
      FACILITY_HEADS.has(rest) ||
      DOMAIN_NOUNS.has(words[k + 1]!.key);
    if (organisation && !HONORIFICS.has(key)) continue;
    if (words[k + 1]!.key === 'of') {
      // "Secretary of State Mike Pompeo": the name is what follows the office's noun.
      let name = k + 2;
      while (
        name < to &&
        (DOMAIN_NOUNS.has(words[name]!.key) || words[name]!.key === 'the' || words[name]!.key === 'and')
      )
        name++;
      if (name >= to) continue;
      if (k > start) emit(start, k, '');
      start = name;
      title = words[k]!.text;
      k = name - 1;
      continue;
    }
    if (k > start) emit(start, k, '');
    start = k + 1;
    title = words[k]!.text;
  }
  emit(start, to, title);
  return spans;
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

function isTold(words: readonly Word[], left: number, right: number): boolean {
  const verb = words[left - 1]?.key === 'the' ? words[left - 2] : words[left - 1];
  if (verb?.key !== 'told') return false;
  const next = words[right];
  return (
    next === undefined || /^[.,;:”"’]$/.test(next.text) || next.key === 'on' || CALENDAR_WORDS.has(next.key)
  );
}

function isAdjective(words: readonly Word[], left: number, right: number): boolean {
  const { key } = words[left]!;
  if (right - left === 1) return false;
  const rest = words[right - 1]!.key;
  const organisation = ORGANISATION_HEADS.has(rest) || LAW_HEADS.has(rest) || FACILITY_HEADS.has(rest);
  return (
    !organisation &&
    (GROUP_WORDS.has(key) || demonymOf(key) !== null) &&
    key !== 'christian' &&
    key !== 'black' &&
    key !== 'white'
  );
}
