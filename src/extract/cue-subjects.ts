import { DOCUMENT_NOUNS } from '../language/en/documents.js';
import { CLAUSE_OPENERS, RELATIVES, TIME_WORDS } from '../language/en/phrase-bounds.js';
import { PEOPLE_NOUNS } from '../language/en/unnamed.js';
import { type CueGroup, OBJECT, SAY, TELL, URGE } from './cues.js';
import type { Frame } from './frames.js';
import { singularOf } from './mentions.js';
import { isFiniteVerb, type Range, subjectBefore } from './noun-phrases.js';
import { phraseAt } from './phrases-after.js';

/** A cue with its source found. */
export interface Placed {
  readonly group: CueGroup;
  readonly source: Range | null;
  /** True for `…,” said Smith`. */
  readonly inverted: boolean;
  /** First word of the clause of this cue, where another's content must end; -1 where it must not. */
  readonly barrier: number;
}

/** Governors of "to say": "went on to say", "continued to insist". */
const GOVERNORS = /^(?:went|go|goes|on|continued|continues|used)$/;
/** Verbs whose passive tells that something was said, by whom it does not: "officials were told". */
const TOLD = /^(?:tell|ask|order|instruct|inform|advise|warn|assure)$/;

/**
 * Finds who stands as source of the group; null where the group is no attribution. `floor`: words before it belong to
 * the cue before; `lastSource`: that cue's source, which an elided subject shares.
 */
export function place(frame: Frame, group: CueGroup, floor: number, lastSource: Range | null): Placed | null {
  const { words, speech, quote } = frame;
  const { from, to } = group;
  const before = words[from - 1];
  if (group.voice === 'passive') {
    return TOLD.test(group.lemma) ? { group, source: null, inverted: false, barrier: -1 } : null;
  }
  if (group.voice === 'infinitive') {
    return before !== undefined && GOVERNORS.test(before.norm)
      ? { group, source: lastSource, inverted: false, barrier: -1 }
      : null;
  }
  if (group.voice === 'participial') return placeParticiple(frame, group, floor, lastSource);
  const afterComma = before?.text === ',';
  const afterQuote =
    from > 0 && (speech[from - 1] === 1 || (afterComma && from > 1 && quote[from - 2]! >= 0));
  if (
    (group.takes & SAY) !== 0 &&
    (afterQuote ||
      (afterComma &&
        hasFiniteVerb(frame, /^(?:said|says)$/.test(words[group.verb]!.norm) ? 0 : floor, from))) &&
    !group.negated
  ) {
    const subject = phraseAt(frame, to);
    if (subject !== null && isInverted(frame, subject))
      return { group, source: subject, inverted: true, barrier: afterQuote ? -1 : from - 1 };
  }
  // "the plan, called Harvest, began": a participle that names is no cue.
  if (afterComma && NAMING.test(group.lemma) && !closesAside(frame, from - 1, floor)) return null;
  // "The memo that the Ledger disclosed on Monday says": the cue before stands in a relative clause of this subject.
  // "the skipper, who has pushed the council to act, wrote": behind the comma his own clause goes on.
  const closesRelative =
    afterComma &&
    lastSource !== null &&
    lastSource.to <= floor &&
    RELATIVES.has(words[lastSource.from]!.norm);
  let subject = closesRelative ? null : subjectBefore(frame, from, floor);
  if (subject === null || isDate(frame, subject)) {
    const whole =
      floor > 0 && before?.pos !== 'CCONJ' && (!afterComma || closesRelative)
        ? subjectBefore(frame, from, 0)
        : null;
    subject = whole !== null && whole.from < floor && !isDate(frame, whole) ? whole : null;
  }
  if (subject === null) {
    const joined = before !== undefined && (before.pos === 'CCONJ' || before.text === ',');
    const shared =
      lastSource !== null && (joined || before?.pos === 'ADV')
        ? lastSource
        : joined && floor === 0
          ? mainSubject(frame, from)
          : null;
    if (shared === null) return null;
    return {
      group,
      source: shared,
      inverted: false,
      barrier: words[from - 2]?.text === ',' ? from - 2 : from - 1,
    };
  }
  return { group, source: subject, inverted: false, barrier: barrierBefore(frame, subject.from) };
}

/** "on May 12 says": figures alone, after a word of time, speak no more than a year does. */
function isDate({ words }: Frame, { from, to }: Range): boolean {
  for (let i = from; i < to; i++)
    if (!/^\d/.test(words[i]!.norm) && !TIME_WORDS.has(words[i]!.norm)) return false;
  return true;
}

/** How far the comma that opens an appositive is looked back for, in words. */
const ASIDE = 16;

/** "Graham, R-Ohio, called the absence …", "Wren (the board's head), in a letter, called it": the comma closes an aside. */
function closesAside({ words, speech }: Frame, comma: number, floor: number): boolean {
  const after = words[comma + 2];
  if (after?.pos === 'PROPN' && words[comma + 3]?.norm !== "'s" && words[comma + 3]?.norm !== '’s')
    return false;
  for (let i = comma - 1; i > Math.max(floor, comma - ASIDE) && speech[i] === 0; i--) {
    if (isFiniteVerb(words, i)) return false;
    if (words[i]!.text === ',') return i > 0 && (words[i - 1]!.pos === 'PROPN' || words[i - 1]!.text === ')');
  }
  return false;
}

const NAMING = /^(?:call|name|know|describe|label|consider)$/;

/** "…, adding that" has the subject of its sentence; "a letter saying that" and "critics arguing" the noun before. */
function placeParticiple(
  frame: Frame,
  group: CueGroup,
  floor: number,
  lastSource: Range | null,
): Placed | null {
  const { words, quote } = frame;
  const { from } = group;
  const before = words[from - 1];
  if (before === undefined) return null;
  if ((group.takes & (SAY | TELL | OBJECT | URGE)) === 0 && before.text !== ',') return null;
  if (before.text === ',' || before.pos === 'CCONJ' || quote[from - 1]! >= 0) {
    const source = lastSource ?? mainSubject(frame, from);
    return source === null
      ? null
      : { group, source, inverted: false, barrier: before.text === ',' ? from - 1 : from };
  }
  if (before.pos === 'NOUN' || before.pos === 'PROPN') {
    const speaks =
      before.pos === 'PROPN' ||
      PEOPLE_NOUNS.has(singularOf(before.norm).singular) ||
      DOCUMENT_NOUNS.has(singularOf(before.norm).singular);
    if (!speaks) return null;
    const noun = nounBefore(frame, from, floor);
    return noun === null ? null : { group, source: noun, inverted: false, barrier: -1 };
  }
  return lastSource === null || before.pos === 'ADP'
    ? null
    : { group, source: lastSource, inverted: false, barrier: -1 };
}

/** The plain noun phrase that ends before word `end`, without what it hangs on. */
export function nounBefore(frame: Frame, end: number, floor: number): Range | null {
  const { words, speech } = frame;
  let from = end;
  while (
    from > floor &&
    speech[from - 1] === 0 &&
    ['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET'].includes(words[from - 1]!.pos)
  ) {
    from--;
    if (words[from]!.pos === 'DET') break;
  }
  return from < end ? { from, to: end } : null;
}

/** Where the clause of a subject begins, if a comma or conjunction sets it off from the content of another cue. */
function barrierBefore({ words }: Frame, subject: number): number {
  let edge = subject - 1;
  while (edge > 0 && words[edge]!.pos === 'ADV') edge--;
  const mark = words[edge];
  if (mark === undefined) return -1;
  const afterComma = words[edge - 1]?.text === ',';
  if (/^[,;—:]$/.test(mark.text)) return edge;
  if (mark.pos === 'CCONJ') return afterComma ? edge - 1 : edge;
  return afterComma && /^(?:while|although|though|as|because|after|before|when|since)$/.test(mark.norm)
    ? edge - 1
    : -1;
}

function isInverted({ words }: Frame, subject: Range): boolean {
  const head = words[subject.from]!;
  if (head.norm === 'it' || CLAUSE_OPENERS.has(head.norm)) return false;
  // "…, said he would" is a clause, not an inverted subject.
  const after = words[subject.to];
  return (
    after === undefined || !(after.pos === 'AUX' || (after.pos === 'VERB' && !after.norm.endsWith('ing')))
  );
}

const FRONTED_CLAUSE = /^(?:after|before|when|while|as|although|though|because|since|if|once)$/;

/** The subject of the frame's first finite verb: whom "…, adding that" and "and criticised" go back to. */
function mainSubject(frame: Frame, before: number): Range | null {
  const { words, speech } = frame;
  const hangs = FRONTED_CLAUSE.test(words[0]!.norm);
  let hung: Range | null = null;
  for (let i = 0; i < before && i < 80; i++) {
    if (speech[i] === 1 || !isFiniteVerb(words, i)) continue;
    const subject = subjectBefore(frame, i, 0);
    if (subject === null || RELATIVES.has(words[subject.to - 1]!.norm)) continue;
    // "After the reporter finished, Grimm stood up and said": the one whose clause hangs on another does not speak.
    if (!hangs || words.slice(0, i).some(({ text }) => text === ',')) return subject;
    hung ??= subject;
  }
  return hung;
}

function hasFiniteVerb({ words }: Frame, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isFiniteVerb(words, i)) return true;
  return false;
}
