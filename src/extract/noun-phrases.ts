import { PERSONAL, POSSESSIVE, RELATIVES, SUBORDINATORS, TIME_WORDS } from '../language/en/phrase-bounds.js';
import type { Token } from '../text/parsed.js';
import type { Frame } from './frames.js';

/** Words `from` to `to` of a frame, half-open. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** No subject or appositive is looked for further away than this many words (99.9 % of those in polnear_train are shorter). */
export const REACH = 60;

export const HARD_STOP = /^(?:[;:—–]|--+|[.!?])$/;

/** Whether word i is a finite verb or auxiliary as far as its tag tells. */
export function isFiniteVerb(words: readonly Token[], i: number): boolean {
  const w = words[i]!;
  if (w.pos !== 'VERB' && w.pos !== 'AUX') return false;
  if (w.norm.endsWith('ing') && w.pos === 'VERB') return false;
  const before = words[i - 1];
  if (before?.norm === 'to' && before.pos === 'PART') return false;
  return !(before?.pos === 'DET' && w.pos === 'VERB');
}

/** A past participle that only describes the noun before it: "an official briefed on the plan". */
export function describesNoun(words: readonly Token[], k: number): boolean {
  const before = words[k - 1];
  const after = words[k + 1];
  return (
    words[k]!.pos === 'VERB' &&
    /(?:ed|en|wn)$/.test(words[k]!.norm) &&
    (before?.pos === 'NOUN' || before?.pos === 'PROPN' || before?.pos === 'ADV') &&
    (after === undefined ||
      after.pos === 'ADP' ||
      after.pos === 'VERB' ||
      after.pos === 'AUX' ||
      after.norm === 'to')
  );
}

/** The subject that ends right before word `end`, or null. `floor`: words before it belong to something else. */
export function subjectBefore(frame: Frame, end: number, floor: number): Range | null {
  const { words, speech } = frame;
  let to = end;
  const lowest = Math.max(floor, end - REACH);
  const closing = words[to - 1]?.text === ',';
  if (closing) to--;
  if (to <= lowest || words[to - 1]!.pos === 'CCONJ') return null;
  if (!closing && RELATIVES.has(words[to - 1]!.norm) && words[to - 1]!.norm !== 'whose') {
    const bare = words[to - 1]!.norm === 'that' && !isNominal(words[to - 2]);
    if (!bare) return { from: to - 1, to };
  }
  let k = to - 1;
  let openComma = -1;
  if (closing) {
    openComma = appositiveStart(frame, to, lowest);
    if (openComma > lowest) k = openComma - 1;
    else openComma = -1;
  }
  if (PERSONAL.has(words[k]!.norm)) {
    // "In it the mayors say it": a pronoun is a subject alone, or with what a conjunction joins to it.
    const joined = words[k - 1]?.pos === 'CCONJ' && /^(?:PRON|PROPN)$/.test(words[k - 2]?.pos ?? '');
    if (!joined) return { from: k, to: k + 1 };
  }
  for (; k >= lowest; k--) {
    const w = words[k]!;
    if (speech[k] === 1) break;
    const next = words[k + 1];
    if (k + 1 < to && next?.text !== ',' && !POSSESSIVE.has(w.norm)) {
      // "which the memo calls", "in it the mayors say": what the clause is joined by is no part of its subject.
      if (
        RELATIVES.has(w.norm) &&
        w.norm !== 'that' &&
        w.norm !== 'whose' &&
        !finiteBetween(words, k + 1, to)
      )
        break;
      if (w.pos === 'PRON' && PRONOUN_OBJECT.test(w.norm) && /^(?:DET|PROPN|PRON)$/.test(next?.pos ?? ''))
        break;
    }
    if (HARD_STOP.test(w.text) && !abbreviates(words, k)) break;
    if (w.text === ')' || w.text === ']') {
      let open = k - 1;
      while (open > lowest && words[open]!.text !== '(' && words[open]!.text !== '[' && k - open < 14) open--;
      if (words[open]?.text === '(' || words[open]?.text === '[') k = open;
      continue;
    }
    if (w.text === '(') break;
    // "issued a statement shortly after Calder told": a new clause opens there.
    if (/^(?:after|before)$/.test(w.norm) && k + 1 < to && words[k + 1]!.pos !== 'NUM') break;
    if (w.text === ',') {
      if (isListComma(words, k, openComma > 0 ? openComma : to)) continue;
      break;
    }
    if (w.pos === 'CCONJ') {
      if (words[k - 1]?.text === ',' && !isListComma(words, k - 1, to)) break;
      if (
        finiteBetween(words, afterSpeech(speech, Math.max(lowest, k - 14), k), k) &&
        !relativeBefore(words, k, lowest)
      )
        break;
      continue;
    }
    if (
      SUBORDINATORS.has(w.norm) &&
      (w.pos === 'SCONJ' || w.pos === 'ADV' || w.pos === 'PRON' || w.norm === 'as')
    ) {
      if (!(RELATIVES.has(w.norm) && isNominal(words[k - 1]) && finiteBetween(words, k, to))) break;
      continue;
    }
    if (isFiniteVerb(words, k)) {
      if (describesNoun(words, k)) continue;
      const relative = relativeOf(words, k, lowest);
      if (relative < 0) break;
      k = relative;
    }
  }
  let from = k + 1;
  if (openComma > from) {
    const inner = words[openComma + 1];
    // "Trump, speaking in Iowa, said": the middle is no part of who he is.
    const aside =
      inner !== undefined &&
      ((inner.norm.endsWith('ing') && inner.norm !== 'including') ||
        (inner.pos === 'ADP' && inner.norm !== 'of') ||
        ['ADV', 'CCONJ', 'SCONJ'].includes(inner.pos));
    const fronted = ['ADP', 'ADV', 'SCONJ'].includes(words[from]!.pos);
    if (fronted) from = openComma + 1;
    else if (aside) to = openComma;
  }
  return trimSubject(words, from, to);
}

const PRONOUN_OBJECT = /^(?:it|him|them|us|me|this|he|she|they|we|i)$/;

function isNominal(word: Token | undefined): boolean {
  return word?.pos === 'NOUN' || word?.pos === 'PROPN';
}

/** A full stop that belongs to the word before it ("Mass.", "Sens."), or stands inside a word ("D-N.Y.", "Moves.org"). */
export function abbreviates(words: readonly Token[], k: number): boolean {
  const before = words[k - 1];
  const next = words[k + 1];
  if (words[k]!.text === '.' && next?.start === words[k]!.end && /^[\p{L},]/u.test(next.text)) return true;
  return (
    words[k]!.text === '.' &&
    before !== undefined &&
    before.end === words[k]!.start &&
    before.pos === 'PROPN' &&
    before.norm.length <= 4 &&
    k + 1 < words.length
  );
}

function relativeOf(words: readonly Token[], k: number, lowest: number): number {
  for (let r = k - 1; r >= lowest && k - r < 12; r--) {
    if (RELATIVES.has(words[r]!.norm)) return r;
    if (words[r]!.text === ',') return -1;
  }
  return -1;
}

/** How far an appositive between commas is looked back over, in words. */
const APPOSITIVE_REACH = 45;

/**
 * The comma that opens the appositives which end right before word `end`: ", 63, a teacher in Dover, Kansas,".
 * -1 where none is found.
 */
function appositiveStart({ words, speech }: Frame, end: number, lowest: number): number {
  let open = -1;
  for (let k = end - 1; k >= lowest && end - k < APPOSITIVE_REACH; k--) {
    const w = words[k]!;
    if (speech[k] === 1 || (HARD_STOP.test(w.text) && !abbreviates(words, k))) break;
    if (w.text !== ',') continue;
    const before = words[k - 1];
    const after = words[k + 1]!;
    const opens =
      isNominal(before) || before?.pos === 'NUM' || before?.text === ')' || before?.pos === 'PRON';
    if (open < 0) {
      if (!opens) break;
      open = k;
      continue;
    }
    // A further one is another appositive of the same name, or the end of what opens the sentence.
    const described = /^(?:a|an|the|who|whose|which)$/.test(after.norm) || after.pos === 'NUM';
    if (!described || !(before?.pos === 'PROPN' || before?.pos === 'NUM') || TIME_WORDS.has(before.norm))
      break;
    open = k;
  }
  return open;
}

/** "A, B and C said": a conjunction follows within a few words and what lies between is nominal. */
function isListComma(words: readonly Token[], k: number, to: number): boolean {
  if (!isNominal(words[k - 1])) return false;
  // ", and" joins two clauses unless a list is under way.
  if (words[k + 1]?.pos === 'CCONJ' && !commaBefore(words, k)) return false;
  for (let i = k + 1; i < to && i - k <= 7; i++) {
    const { pos, text } = words[i]!;
    if (pos === 'CCONJ') return i + 1 < to;
    if (pos !== 'PROPN' && pos !== 'NOUN' && pos !== 'ADJ' && pos !== 'DET' && text !== ',' && text !== '.')
      return false;
  }
  return false;
}

function commaBefore(words: readonly Token[], k: number): boolean {
  for (let i = k - 1; i >= 0 && k - i <= 7; i--) {
    if (words[i]!.text === ',') return true;
    if (words[i]!.pos === 'VERB' || words[i]!.pos === 'AUX' || words[i]!.pos === 'ADP') return false;
  }
  return false;
}

function finiteBetween(words: readonly Token[], from: number, to: number): boolean {
  for (let i = to - 1; i >= from; i--) {
    if (HARD_STOP.test(words[i]!.text)) return false;
    if (isFiniteVerb(words, i)) return true;
  }
  return false;
}

/** The first place from `from` on behind which no word up to `to` is quoted speech. */
function afterSpeech(speech: Uint8Array, from: number, to: number): number {
  let at = to;
  while (at > from && speech[at - 1] !== 1) at--;
  return at;
}

function relativeBefore(words: readonly Token[], k: number, lowest: number): boolean {
  for (let r = k - 1; r >= lowest && k - r < 10; r--) {
    if (words[r]!.norm === 'who' || words[r]!.norm === 'which') return true;
    if (words[r]!.text === ',') return false;
  }
  return false;
}

const QUANTIFIER = /^(?:more|most|nearly|almost|about|roughly|some|at|only|both)$/;
const BARE_SUBJECT = /^(?:some|many|others|both|all|few|most|that|this|these|those|another|several)$/;

function trimSubject(words: readonly Token[], first: number, last: number): Range | null {
  let from = first;
  let to = last;
  for (; from < to; from++) {
    const w = words[from]!;
    if (['CCONJ', 'INTJ', 'SCONJ', 'PUNCT', 'PART'].includes(w.pos) && !/^["“'‘]/.test(w.text)) continue;
    if (w.pos === 'ADV' && !QUANTIFIER.test(w.norm)) continue;
    break;
  }
  // "In Iowa Trump said": a fronted phrase without its comma.
  if (from < to && words[from]!.pos === 'ADP' && !/^(?:of|than)$/.test(words[from]!.norm)) {
    let i = from + 1;
    while (i < to && ['DET', 'ADJ', 'NUM'].includes(words[i]!.pos)) i++;
    if (i < to && words[i]!.pos === 'NOUN') while (i < to && words[i]!.pos === 'NOUN') i++;
    else if (i < to && words[i]!.pos === 'PROPN') i++;
    if (i >= to) return null;
    from = i;
  }
  while (to > from) {
    const w = words[to - 1]!;
    const before = words[to - 2];
    if (w.pos === 'PUNCT' && w.text !== ')' && w.text !== '.' && !/["”’']/.test(w.text)) to--;
    else if (w.pos === 'ADV' || /^(?:himself|herself|themselves|itself)$/.test(w.norm)) to--;
    else if (
      TIME_WORDS.has(w.norm) &&
      /^(?:on|last|this|late|early|next|earlier)$/.test(before?.norm ?? '') &&
      to - 2 > from
    )
      to -= 2;
    else if (
      /day$/.test(w.norm) &&
      TIME_WORDS.has(w.norm) &&
      to - 1 > from &&
      before!.pos !== 'ADP' &&
      before!.pos !== 'DET'
    )
      to--;
    else break;
  }
  if (from >= to || (to - from <= 2 && TIME_WORDS.has(words[to - 1]!.norm) && words[to - 1]!.norm !== 'may'))
    return null;
  for (let i = from; i < to; i++) {
    const { pos, norm } = words[i]!;
    if (pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON' || pos === 'NUM') return { from, to };
    if (pos === 'DET' && to - from === 1 && BARE_SUBJECT.test(norm)) return { from, to };
    if (pos === 'ADJ' && i === to - 1) return { from, to };
  }
  return null;
}
