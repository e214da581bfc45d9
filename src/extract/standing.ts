import { COORDINATORS, RELATIVES } from '../language/en/connectives.js';
import { ADDRESSING, BARE_SUBJECTS, CLAUSE_WORDS, TIME_UNITS } from '../language/en/sentences.js';
import type { Standing } from '../model/analysis.js';
import type { Span } from '../model/span.js';
import type { Token } from '../text/parsed.js';
import { isMark, isWord } from './focus.js';
import { isGerund, isModal, isQuoteMark, type VerbGroup } from './verb-shapes.js';
import { findVerbGroups } from './verbs.js';

/** A stretch of the focus: places of its tokens in the sentence, half-open. */
interface Part {
  readonly from: number;
  readonly to: number;
}

/**
 * How the words of a clause read when they stand alone. In doubt they are a part of their sentence: then that is shown.
 * `opensContent`: whether what somebody said begins at a place of the sentence, as in "told the Courier [boats sank]".
 */
export function standingOf(
  tokens: readonly Token[],
  focus: readonly Span[],
  opensContent: (at: number) => boolean,
): Standing {
  const parts = partsOf(tokens, focus);
  const kept = parts.flatMap(({ from, to }) => tokens.slice(from, to));
  const first = kept.find(isWord);
  if (first === undefined) return 'part';
  const groups = findVerbGroups(kept);
  const second = parts[1] === undefined ? '' : tokens[parts[1].from]!.norm;
  const begins =
    second === 'who' || second === 'which'
      ? isAntecedent(tokens, parts[0]!)
      : beginsClean(tokens, parts[0]!.from, opensContent);
  const whole =
    isStopped(tokens, parts) ||
    (begins &&
      endsClean(tokens, parts.at(-1)!, opensContent) &&
      parts.every((part, n) => n === 0 || goesOn(tokens, parts[n - 1]!, part, n === 1)) &&
      isSentence(
        kept,
        groups,
        parts[0]!.to - parts[0]!.from,
        /^(?:who|which)$/.test(tokens[parts.at(-1)!.to + 1]?.norm ?? ''),
      ));
  if (!whole) return 'part';
  if (outsideMarks(kept).some(addresses)) return 'address';
  if (!isBareSubject(kept, first)) return 'alone';
  // "[he] added, and [would carry radios]": who speaks is not who would.
  return parts.length > 1 && parts[0]!.to - parts[0]!.from === 1 ? 'part' : 'pronoun';
}

/** A whole sentence with its stop, whose verb the tagger may have missed; "that they be paid.", "To pay." are none. */
function isStopped(tokens: readonly Token[], parts: readonly Part[]): boolean {
  const first = tokens.findIndex(isWord);
  const last = tokens.findLastIndex(isWord);
  if (parts.length !== 1 || parts[0]!.from > first || parts[0]!.to <= last) return false;
  if (tokens.slice(last + 1).every((token) => token.norm !== '.')) return false;
  const { norm, pos } = tokens[first]!;
  return last - first >= 2 && !/VERB|AUX/.test(pos) && norm !== 'to' && !CLAUSE_WORDS.has(norm);
}

function partsOf(tokens: readonly Token[], focus: readonly Span[]): Part[] {
  return focus.flatMap(({ start, end }) => {
    const from = tokens.findIndex((token) => token.start >= start && token.start < end);
    if (from < 0) return [];
    let to = from;
    while (to < tokens.length && tokens[to]!.start < end) to += 1;
    return [{ from, to }];
  });
}

/** Nothing before it belongs to its first noun phrase: "[the agenda and has imposed …]" after "a critic of". */
function beginsClean(tokens: readonly Token[], from: number, opensContent: (at: number) => boolean): boolean {
  const before = besides(tokens, from - 1, -1);
  if (before === undefined || isMark(before) || opensContent(from)) return true;
  if (COORDINATORS.has(before.norm)) return true;
  const next = tokens[from]!;
  // "since [then prices have doubled]", "after [eleven at night could …]": a preposition, no conjunction.
  if (CLAUSE_WORDS.has(before.norm)) return next.pos !== 'NUM' && next.pos !== 'ADV' && !isDay(next);
  return before.pos === 'VERB' || before.pos === 'AUX' || before.pos === 'ADV' || before.norm === ')';
}

/** "the two berths kept for them since [Friday were full]": a day is no subject that a clause begins with. */
const isDay = ({ norm, pos }: Token): boolean => pos === 'PROPN' && /(?:day|ber|ary)$/.test(norm);

/** Nothing behind it belongs to its last phrase: "[two weeks] before the vote", "[the fire] was out". */
function endsClean(
  tokens: readonly Token[],
  { from, to }: Part,
  opensContent: (at: number) => boolean,
): boolean {
  const after = besides(tokens, to, 1);
  if (after === undefined || isMark(after) || opensContent(to)) return true;
  const last = tokens[to - 1]!;
  if (isHinge(last)) return false;
  const unit = from < to && TIME_UNITS.has(last.lemma);
  if (unit && (after.norm === 'after' || after.norm === 'before')) return false;
  return !(after.pos === 'AUX' || isModal(after) || (after.pos === 'VERB' && /(?:ed|s)$/.test(after.norm)));
}

/** Whether a stretch goes on where the one before it was broken off. `second`: that one opens the clause. */
function goesOn(tokens: readonly Token[], before: Part, { from }: Part, second: boolean): boolean {
  if (isHinge(tokens[before.to - 1]!)) return false;
  const first = tokens[from]!;
  const next = tokens[from + 1];
  if (first.norm === 'who' || first.norm === 'which')
    return second && next !== undefined && /VERB|AUX|ADV/.test(next.pos);
  if (/VERB|AUX|ADV/.test(first.pos) || isModal(first)) return !RELATIVES.has(first.norm);
  if (COORDINATORS.has(first.norm)) return true;
  // "In 2028, he said, [a warden was fined]".
  return second && /ADP|ADV|SCONJ/.test(tokens[before.from]!.pos);
}

/**
 * Whether a relative can only be about this noun phrase: not "the cars in [use], [which were built at Kemmer]", but "embarking
 * on [the campaign], [which involves …]" and "the loss of [the trawler Constance Ann], [which sank]".
 */
function isAntecedent(tokens: readonly Token[], { from, to }: Part): boolean {
  const before = besides(tokens, from - 1, -1);
  if (before === undefined || isMark(before)) return true;
  if (before.norm === 'of' && tokens[from]!.pos === 'DET' && tokens[to - 1]!.pos === 'PROPN') return true;
  const governor = before.pos === 'ADP' ? tokens[tokens.indexOf(before) - 1] : before;
  return governor?.pos === 'VERB' || governor?.pos === 'AUX';
}

/** A word that must go on: "if", "and", "with", "the", "until", "now". */
function isHinge(token: Token): boolean {
  return (
    COORDINATORS.has(token.norm) ||
    CLAUSE_WORDS.has(token.norm) ||
    token.norm === 'to' ||
    /^(?:ADP|SCONJ|DET)$/.test(token.pos)
  );
}

/**
 * A subject and a finite verb that is not of a clause inside. `opening`: tokens of the first stretch; `isNoun`: the last word
 * can only be a noun ("the works permit, which …").
 */
function isSentence(
  kept: readonly Token[],
  groups: readonly VerbGroup[],
  opening: number,
  isNoun: boolean,
): boolean {
  const finite = groups.filter(({ form }) => form === 'finite' || form === 'soft');
  const verb = finite[0];
  const start = kept.findIndex(isWord);
  if (verb === undefined || verb.start <= start) return false;
  if (isNoun && finite.length === 1 && verb.end === kept.length) return false;
  const { norm: opener, pos } = kept[start]!;
  // "Which is why", "Where it was built", "Polished by persons unknown".
  if (/^(?:which|whom|whose)$/.test(opener) || (pos === 'VERB' && !isGerund(kept[start]!))) return false;
  if (SUBORDINATE.test(opener) && commas(kept, start, kept.length) === 0) return false;
  if (opener === 'that' && !/NOUN|VERB|AUX/.test(kept[start + 1]?.pos ?? '')) return false;
  const inner = clauseWords(kept, start);
  // The relative of "[The harbour], [which opened in 1990]" is told as a sentence.
  const told = /^(?:who|which)$/.test(kept[opening]?.norm ?? '') ? 1 : 0;
  if (finite.length - (inner.length - told) < 1) return false;
  return !lacksComma(kept, verb, opening) && !isSpliced(kept, finite) && !isBrokenOff(kept, finite, isNoun);
}

/** The words that open clauses inside; "that" before a noun points, "since 2024" is a phrase. */
function clauseWords(kept: readonly Token[], start: number): readonly number[] {
  return kept.flatMap(({ norm }, at) => {
    if (norm === 'that') return at === start || points(kept, at) ? [] : [at];
    if (RELATIVES.has(norm)) return [at];
    return CLAUSE_WORDS.has(norm) && finiteBefore(kept, at) ? [at] : [];
  });
}

/** "for that harbour", "tipped off that operation". */
function points(kept: readonly Token[], at: number): boolean {
  const [before, { pos }, next] = [kept[at - 1], kept[at]!, kept[at + 1]];
  if (pos === 'DET') return true;
  return before?.pos === 'ADP' && /NOUN|ADJ/.test(next?.pos ?? '');
}

/** Opens a clause that must be followed by another; "who" and "what" can open a subject. */
const SUBORDINATE =
  /^(?:where|when|why|if|unless|because|although|though|while|whereas|since|until|till|lest)$/;

/** Whether a finite verb comes before the next comma. */
function finiteBefore(kept: readonly Token[], from: number): boolean {
  for (let at = from + 1; at < kept.length && kept[at]!.norm !== ','; at += 1)
    if (kept[at]!.pos === 'AUX' || isModal(kept[at]!) || (kept[at]!.pos === 'VERB' && !isGerund(kept[at]!)))
      return kept[at - 1]!.norm !== 'to';
  return false;
}

/** "The operation, is to begin": the comma that opened what was cut out is lost. */
function lacksComma(kept: readonly Token[], { start }: VerbGroup, opening: number): boolean {
  return start < opening && kept[start - 1]?.norm === ',' && commas(kept, 0, start) === 1;
}

/** "chairs the chamber, thanked her": a verb after a lone comma, with nothing that joins it. */
function isSpliced(kept: readonly Token[], finite: readonly VerbGroup[]): boolean {
  return finite.some((group, n) => {
    if (n === 0 || kept[group.start - 1]?.norm !== ',') return false;
    // The comma in front of a participle is closed by the next: "the plan, announced on Monday, is".
    const odd = commas(kept, finite[n - 1]!.start - 1, group.start) === 1;
    const listed = finite.slice(n + 1).some(({ start }) => COORDINATORS.has(kept[start - 1]!.norm));
    return odd && !listed;
  });
}

/** ", and the court case that followed", ", and the chapel [, which …]": the last conjunct has no verb of its own. */
function isBrokenOff(kept: readonly Token[], finite: readonly VerbGroup[], isNoun: boolean): boolean {
  const at = kept.findLastIndex(({ norm }, n) => COORDINATORS.has(norm) && kept[n - 1]?.norm === ',');
  if (at < 0) return false;
  if (isNoun && finite.every(({ start }) => start < at)) return true;
  const relatives = kept.slice(at).filter(({ norm }) => /^(?:that|who|which)$/.test(norm)).length;
  const verbs = finite.filter(({ start }) => start > at).length;
  return relatives > 0 && verbs > 0 && verbs <= relatives;
}

const commas = (kept: readonly Token[], from: number, to: number): number =>
  kept.slice(from, to).filter(({ norm }) => norm === ',').length;

/** "we", "you": words of somebody who speaks for himself. Capitals are a country's. */
const addresses = ({ text, norm }: Token): boolean =>
  ADDRESSING.has(norm) && (norm === 'i' || text !== text.toUpperCase());

/** Words that are not in quotation marks. */
function outsideMarks(kept: readonly Token[]): readonly Token[] {
  let inside = false;
  return kept.filter((token) => {
    if (/^["“”«»]+$/.test(token.text)) inside = !inside;
    return !inside;
  });
}

function isBareSubject(kept: readonly Token[], first: Token): boolean {
  if (!BARE_SUBJECTS.has(first.norm)) return false;
  const next = kept[kept.indexOf(first) + 1];
  // "This week", "those members": it points at a noun that is there.
  return (
    /^(?:he|she|it|they)$/.test(first.norm) || next === undefined || !/NOUN|PROPN|ADJ|NUM/.test(next.pos)
  );
}

/** The next token in a direction that is no quotation mark. */
function besides(tokens: readonly Token[], from: number, step: 1 | -1): Token | undefined {
  let at = from;
  while (isQuoteMark(tokens[at])) at += step;
  return tokens[at];
}
