import { CALENDAR_WORDS, FUNCTION_WORDS } from '../language/en/common-words.js';
import { GROUP_WORDS } from '../language/en/demonyms.js';
import {
  DOMAIN_NOUNS,
  FACILITY_HEADS,
  LAW_HEADS,
  OPERATION_OPENERS,
  ORGANISATION_HEADS,
  ORGANISATION_OPENERS,
  OUTLETS,
} from '../language/en/organisations.js';
import { HONORIFICS, NAME_PARTICLES, NAME_SUFFIXES, OFFICES } from '../language/en/titles-of-people.js';
import type { ParsedText } from '../text/parsed.js';
import { demonymOf, isGivenName, regionsNamed, townsNamed } from './gazetteer.js';
import { isTitleCase, type Word, wordsOf } from './words.js';

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
  /** First word of its sentence: its capital tells nothing. */
  readonly initial: boolean;
  /** Its sentence is in title case. */
  readonly headline: boolean;
  /** It stands in round brackets by itself, and what stands before the bracket. */
  readonly bracketed: boolean;
}

const OF_LEFT = new Set(
  'city gulf state states republic kingdom lord king queen prince duke statue secretary isle bay church sea people declaration clerk'.split(
    ' ',
  ),
);
const OPENING = /^["“‘'([—–:•*-]$/;

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
      for (const span of split(words, i, end, sentence, headline, evidence)) spans.push(span);
      i = end;
    }
  });
  return spans;
}

/** What the document itself shows of a word: seen in capitals inside a sentence, seen in lower case. */
interface Evidence {
  readonly inside: ReadonlySet<string>;
  readonly lower: ReadonlySet<string>;
}

function capitalEvidence(sentences: readonly (readonly Word[])[]): Evidence {
  const inside = new Set<string>();
  const lower = new Set<string>();
  for (const words of sentences) {
    const headline = isTitleCase(words);
    words.forEach((word, i) => {
      if (!word.capital) lower.add(word.key);
      else if (!headline && !opensSentence(words, i)) inside.add(word.key);
    });
  }
  return { inside, lower };
}

function opensSentence(words: readonly Word[], i: number): boolean {
  return (
    i === 0 || (OPENING.test(words[i - 1]!.text) && words[i - 1]!.text !== '(' && words[i - 1]!.text !== '-')
  );
}

/** "(D-Mass.)" */
const PARTY_AND_STATE = /^[A-Z]-\p{Lu}[\p{L}.]*$/u;

function isNameWord(word: Word): boolean {
  return word.capital && /\p{L}/u.test(word.text) && !PARTY_AND_STATE.test(word.text);
}

/** Where the capitalised sequence that starts at `i` ends; `i` where none starts. */
function sequenceEnd(words: readonly Word[], i: number): number {
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
    opens || OF_LEFT.has(last) || LAW_HEADS.has(last) || ORGANISATION_HEADS.has(last) || OFFICES.has(last)
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

/** Two to six capitals, with or without full stops ("ICE", "F.B.I.", "BORTAC", "AT&T"). */
export function isAcronym(text: string): boolean {
  return /^(?:\p{Lu}[\p{Lu}\d&]{1,6}s?|(?:\p{Lu}\.){2,6})$/u.test(text);
}

/** True where the acronym is made of the initials of the words, small words counted or not, a leading country or not. */
export function initialsMatch(acronym: string, words: readonly string[]): boolean {
  const letters = acronym.replace(/[^\p{Lu}]/gu, '');
  if (letters.length < 2) return false;
  const parts = words.flatMap((word) => word.split('-')).filter((word) => /^\p{L}/u.test(word));
  const capitals = parts.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word[0]!);
  const all = parts.map((word) => word[0]!.toUpperCase());
  const forms = [capitals.join(''), all.join('')];
  if (/^(?:u\.?s\.?a?\.?|uk|u\.k\.)$/i.test(words[0] ?? ''))
    forms.push(capitals.slice(1).join(''), `US${capitals.slice(1).join('')}`);
  return forms.includes(letters);
}

/** Cuts titles and adjectives off a capitalised sequence and yields the names in it. */
function split(
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

/** Whether the first word of a sentence belongs to a name although its capital proves nothing. */
function trustInitial(words: readonly Word[], left: number, right: number, evidence: Evidence): boolean {
  const first = words[left]!;
  if (evidence.inside.has(first.key) || isAcronym(first.text)) return true;
  const last = words[right - 1]!.key;
  if (right - left > 1) {
    if (isGivenName(first.key)) return true;
    if (ORGANISATION_OPENERS.has(first.key) && /^(?:of|for|on)$/.test(words[left + 1]!.key)) return true;
    if (
      ORGANISATION_HEADS.has(last) ||
      OUTLETS.has(
        words
          .slice(left, right)
          .map((w) => w.key)
          .join(' '),
      )
    )
      return true;
    return !evidence.lower.has(first.key) && !/(?:ing|ly|ers|ions|ants|ents|ists|als)$/.test(first.key);
  }
  if (evidence.lower.has(first.key)) return false;
  if (OUTLETS.has(first.key) || regionsNamed(first.key).length > 0) return true;
  if ((townsNamed(first.key)[0]?.population ?? 0) > INITIAL_TOWN_POPULATION) return true;
  return isGivenName(first.key) && first.pos === 'PROPN';
}

/** A town's name alone at the head of a sentence is believed from this size on ("Reading", "Mobile" are smaller). */
const INITIAL_TOWN_POPULATION = 300_000;

export { NAME_SUFFIXES };
