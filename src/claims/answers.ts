/** Denials that answer what stands right before them: "Vey denied it", "It never happened", "There was nothing wrong with the pump". */
import { ANSWERING, DISPUTING, REJECTIONS } from '../language/en/denials.js';
import type { LocalAttribution } from '../model/analysis.js';
import { stemsIn } from '../similarity/words.js';
import { attributionOf, type Candidate, wordsIn } from './statements.js';

/** Sentences back in which what is answered stands. */
const NEAR = 2;

/** Content words that an answer which names no "it" repeats of what it answers ("pump", "October"). */
const LEAST_REPEATED = 2;

/**
 * What a statement answers with a no: that of somebody else in the sentence nearest before it. Null where it is no such
 * answer, or where nobody is found to have said what it could answer. `all` in the record's order.
 */
export function answered(candidate: Candidate, all: readonly Candidate[]): Candidate | null {
  const attribution = attributionOf(candidate);
  if (!attribution || candidate.speaker === null) return null;
  const { text } = candidate.unit;
  const denied = wordsIn(candidate, attribution.content);
  const cue = wordsIn(candidate, attribution.cue);
  const disputes =
    (attribution.attitude === 'denies' || DISPUTING.test(cue)) &&
    PRONOUN.test(denied || text.split(/\s+/).at(-1)!) &&
    isObject(attribution);
  const contradicts = attribution.attitude === 'asserts' && ANSWERING.test(text);
  if (!disputes && !contradicts) return null;
  const before = earlier(candidate, all);
  if (disputes) {
    // "Rejected it", "dismissed them": the plan, the papers, unless somebody is told to have said it.
    const thing = REJECTIONS.test(cue) && PRONOUN_ALONE.test(denied);
    if (thing && /\bth[eo](?:se|m)\b/i.test(denied)) return null;
    const said = thing || SAID.test(denied);
    const open = before.filter((other) => !(said && other.draft.attribution === null));
    return open.findLast((other) => !speaksOfIt(denied, other)) ?? null;
  }
  if (/^\W*(?:it|this|that|these|those|they)\b/i.test(text)) return before.at(-1) ?? null;
  const own = stemsIn(text);
  const repeats = (other: Candidate): boolean =>
    [...stemsIn(other.unit.text)].filter((stem) => own.has(stem)).length >= LEAST_REPEATED;
  return before.findLast(repeats) ?? null;
}

const PRONOUN =
  /^\W*(?:it|this|that|these|those|them|(?:the|this|that) (?:claim|allegation|accusation|charge|figure|account|version)s?)\W*$/i;

const PRONOUN_ALONE = /^\W*(?:it|this|that|these|those|them)\W*$/i;

/** What somebody else has said. */
const SAID = /\b(?:claim|allegation|accusation|charge)s?(?=\W*$)/i;

/** "They opened an inquiry into the allegations. He denied the allegations": what he denies is named there, not said. */
function speaksOfIt(denied: string, { unit }: Candidate): boolean {
  const noun = SAID.exec(denied)?.[0].toLowerCase();
  return noun !== undefined && unit.text.toLowerCase().includes(noun);
}

/** Code units between a verb and the "it" that is its object: not what stands clauses later. */
const NEXT_WORD = 15;

function isObject({ cue, content }: LocalAttribution): boolean {
  const [verb, object] = [cue[0], content[0]];
  return !verb || !object || object.start - verb.end <= NEXT_WORD;
}

/** What the account of a statement tells shortly before it and not from the same speaker. */
function earlier({ draft, assertion, speaker }: Candidate, all: readonly Candidate[]): Candidate[] {
  return all.filter(
    (other) =>
      other.draft.doc === draft.doc &&
      other.assertion.sentence < assertion.sentence &&
      assertion.sentence - other.assertion.sentence <= NEAR &&
      other.speaker !== speaker &&
      !other.assertion.aboutSpeech &&
      other.assertion.kind !== 'list' &&
      attributionOf(other)?.attitude !== 'denies',
  );
}

/** Whether a statement goes on with the no of the one before: "‘No child has ever spent a night in my cells,’ he said". */
export function goesOnDenying(candidate: Candidate, denial: Candidate): boolean {
  const gap = candidate.assertion.sentence - denial.assertion.sentence;
  return (
    candidate.draft.doc === denial.draft.doc &&
    candidate.speaker !== null &&
    candidate.speaker === denial.speaker &&
    gap >= 0 &&
    gap <= 1 &&
    candidate.assertion.negated &&
    candidate.assertion.kind === 'quotation'
  );
}
