import { NAMING } from '../language/en/cues.js';
import { ORDER_VERBS, PLAN_VERBS, REQUEST_VERBS } from '../language/en/modality.js';
import { RELATIVES } from '../language/en/phrase-bounds.js';
import { SHARES, SPOKEN_VERBS } from '../language/en/speech-acts.js';
import type { LocalAttribution } from '../model/analysis.js';
import type { Span } from '../model/span.js';
import type { Token } from '../text/parsed.js';
import { splitClauses } from './clauses.js';
import { isWord, placeOf } from './focus.js';
import { isQuoteMark } from './verb-shapes.js';

/** What one token is to the attributions of its sentence; numbers are indices of attributions. */
export interface Role {
  /** The innermost that it is content of, or null. */
  readonly content: number | null;
  /** The one in whose cue or source it stands, or null. */
  readonly frame: number | null;
  readonly cue: boolean;
}

export interface Roles {
  readonly of: readonly Role[];
  /** Attributions without a clause as content, read as one clause with their frame: "asked Congress to act". */
  readonly joined: ReadonlySet<number>;
}

/** Words below which a content without a verb is no assertion. */
export const MIN_CONTENT = 2;

/** Attributions nest two or three deep; more is a cycle. */
const MAX_DEPTH = 8;

/** The roles of a sentence's tokens. `here`: the attributions that touch the sentence. */
export function findRoles(
  tokens: readonly Token[],
  attributions: readonly LocalAttribution[],
  here: readonly number[],
): Roles {
  const of = tokens.map((): { -readonly [K in keyof Role]: Role[K] } => ({
    content: null,
    frame: null,
    cue: false,
  }));
  const joined = new Set<number>();
  const each = (spans: readonly Span[], mark: (role: (typeof of)[number]) => void): void => {
    for (const { start, end } of spans)
      for (let at = placeOf(tokens, start); at < tokens.length && tokens[at]!.start < end; at += 1)
        mark(of[at]!);
  };
  for (const index of outermostFirst(attributions, here)) {
    const own = attributions[index]!;
    const { cue, source, attitude } = own;
    // "The bill, known as the Harbour Act, allows fines", "it will be called Tern": nobody is said to say so.
    if (source.length === 0 && (attitude === 'reacts' || cue.some((span) => names(tokens, span)))) continue;
    const content = own.content.filter((span) => !isRelative(tokens, span));
    if (joins(tokens, own, content)) joined.add(index);
    else
      each(content, (role) => {
        // Nothing is painted over a direct quotation: it is one assertion.
        if (role.content === null || attributions[role.content]!.form !== 'direct') role.content = index;
      });
    each(cue, (role) => {
      role.frame ??= index;
      role.cue = true;
    });
    each([...source, ...asideOf(tokens, own)], (role) => {
      role.frame ??= index;
    });
  }
  return { of, joined };
}

/** Whether the words give a name and ascribe nothing: "will be known as", "is called". */
function names(tokens: readonly Token[], { end }: Span): boolean {
  let last = placeOf(tokens, end) - 1;
  if (tokens[last]?.norm === 'as') last -= 1;
  return NAMING.has(tokens[last]?.norm ?? '');
}

/** "The campaign, which the memo calls a raid": the pronoun belongs to the clause around it. */
function isRelative(tokens: readonly Token[], { start, end }: Span): boolean {
  const word = tokens[placeOf(tokens, start)];
  return word !== undefined && word.end >= end && RELATIVES.has(word.norm);
}

/** Words that an aside between source and cue has at most. */
const MAX_ASIDE = 25;

/** "the officials, who spoke on condition of anonymity, said", "said one, who gave no name.": what is told of the source. */
function asideOf(tokens: readonly Token[], { source, cue }: LocalAttribution): Span[] {
  const start = source[0]?.end;
  if (start === undefined || cue[0] === undefined) return [];
  const from = placeOf(tokens, start);
  const [mark, opener] = [tokens[from], tokens[from + 1]];
  if (mark?.text !== ',' || opener === undefined || !RELATIVES.has(opener.norm)) return [];
  const to = cue[0].start > start ? placeOf(tokens, cue[0].start) : tokens.length;
  const closed = cue[0].start > start ? tokens[to - 1]!.text === ',' : !tokens.slice(from).some(isQuoteMark);
  return closed && to - from <= MAX_ASIDE ? [{ start, end: tokens[to - 1]!.end }] : [];
}

/** By depth, then longer contents first, so that the innermost comes last. */
function outermostFirst(attributions: readonly LocalAttribution[], here: readonly number[]): number[] {
  const extent = (index: number) =>
    attributions[index]!.content.reduce((sum, { start, end }) => sum + end - start, 0);
  const depth = (index: number) => {
    let steps = 0;
    for (let at: number | null = index; at !== null && steps < MAX_DEPTH; steps += 1)
      at = attributions[at]?.parent ?? null;
    return steps;
  };
  return here
    .map((index) => ({ index, depth: depth(index), extent: extent(index) }))
    .sort((a, b) => a.depth - b.depth || b.extent - a.extent || a.index - b.index)
    .map(({ index }) => index);
}

/** Whether cue and content make one clause, since no clause stands after the cue or the source is a share of people. */
function joins(tokens: readonly Token[], attribution: LocalAttribution, content: readonly Span[]): boolean {
  const { form, cue, attitude } = attribution;
  if (form === 'direct' || content.length === 0) return false;
  if (isShare(tokens, attribution)) return true;
  const cues = inside(tokens, cue);
  // By lemma alone, since "plans" and "calls" are often taken for nouns.
  const governs = cues.some(
    ({ lemma }) => PLAN_VERBS.has(lemma) || REQUEST_VERBS.has(lemma) || ORDER_VERBS.has(lemma),
  );
  if (!governs && !cues.some(({ pos }) => pos === 'VERB')) return false;
  const words = inside(tokens, content);
  if (words.length === 0) return false;
  const spoken = cues.some(({ lemma }) => SPOKEN_VERBS.has(lemma));
  if (spoken && !governs && attitude === 'asserts' && !isBrief(tokens, attribution)) return false;
  // "were ordered to delete the records of all the children they held": whatever verbs stand behind it, an infinitive has no subject.
  if (governs && content.some((span) => isInfinitive(inside(tokens, [span])))) return true;
  return splitClauses(words).every((clause) => clause.verb === null || clause.kind !== 'main');
}

const isInfinitive = ([to, verb]: readonly Token[]): boolean =>
  to?.norm === 'to' && (verb?.pos === 'VERB' || verb?.pos === 'AUX');

/** "64 percent say", "three in four said": who is asked in a poll is what the sentence tells of, not whom it rests on. */
export function isShare(tokens: readonly Token[], { source }: LocalAttribution): boolean {
  const words = inside(tokens, source);
  return words.some(
    ({ norm, pos }, at) =>
      SHARES.has(norm) ||
      norm.endsWith('%') ||
      (pos === 'NUM' && words[at + 1]?.norm === 'in' && words[at + 2]?.pos === 'NUM'),
  );
}

/** "said no": too little to be an assertion without its frame. */
export function isBrief(tokens: readonly Token[], { content }: LocalAttribution): boolean {
  return inside(tokens, content).filter(isWord).length < MIN_CONTENT;
}

function inside(tokens: readonly Token[], spans: readonly Span[]): Token[] {
  return spans.flatMap(({ start, end }) => {
    const from = placeOf(tokens, start);
    return tokens.slice(from, Math.max(from, placeOf(tokens, end)));
  });
}
