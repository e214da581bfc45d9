/** Denials joined to what they deny. */

import {
  BELITTLING,
  EARLIER_VERSION,
  MAKES_LITTLE,
  OWN_REPORT,
  REJECTIONS,
  THINGS_SAID,
  WAS_WRONG,
} from '../language/en/denials.js';
import type { LocalAttribution } from '../model/analysis.js';
import type { Span } from '../model/span.js';
import { prepare } from '../similarity/prepare.js';
import { sameAssertion } from '../similarity/same.js';
import type { Unit } from '../similarity/unit.js';
import { stemsIn } from '../similarity/words.js';
import { answered, goesOnDenying } from './answers.js';
import { attributionOf, type Candidate, wordsIn } from './statements.js';

export interface Cluster {
  /** Candidate indices, ascending. */
  readonly members: readonly number[];
  /** Those of them that deny or play down what the others assert. */
  readonly denying: ReadonlySet<number>;
}

/**
 * A denial names what it denies but never says the same: from this likeness on it is joined to its likeliest
 * counterpart. Read on the example and on one case of real accounts at .2, .3 and .4.
 */
const DENIAL_THRESHOLD = 0.4;

/** Content words that tell what is denied. */
const LEAST_DENIED = 2;

/** What is denied has this part of its content words in the sentence that asserts it. Read on 50 events of three accounts. */
const LEAST_TOLD = 0.4;

/** Sentences within which a speaker goes on denying. */
const SEQUEL = 2;

/**
 * Clusters of denials moved, with the copies and echoes they hold, to what they deny. A denial with nothing to deny
 * stands as what its speaker says.
 */
export function attachDenials(
  clusters: readonly (readonly number[])[],
  all: readonly Candidate[],
): Cluster[] {
  const denials = all.filter(denies);
  const targets = new Map([...answersIn(all), ...targetsOf(denials, all)]);
  const denial = new Set([...denials.map((c) => c.index), ...targets.keys()]);
  const home = new Map(clusters.flatMap((members, index) => members.map((m) => [m, index] as const)));
  /** Where each statement goes, by cluster. */
  const moved = new Map<number, number>();
  clusters.forEach((members, index) => {
    const told = members.filter((m) => targets.has(m));
    if (told.length === 0) return;
    const whole = members.filter((m) => denial.has(m)).length * 2 > members.length;
    for (const m of whole ? members : told) {
      const to = home.get(targets.get(m) ?? targets.get(told[0]!)!)!;
      if (!whole || to !== index) moved.set(m, to);
    }
  });
  return clusters
    .map((members, index): Cluster => {
      const stay = members.filter((m) => !moved.has(m) || moved.get(m) === index);
      const come = [...moved].filter(([m, to]) => to === index && home.get(m) !== index).map(([m]) => m);
      const joined = [...stay, ...come].sort((a, b) => a - b);
      const denying = joined.filter((m) => moved.get(m) === index);
      return { members: joined, denying: new Set(denying.length < joined.length ? denying : []) };
    })
    .filter(({ members }) => members.length > 0)
    .sort((x, y) => x.members[0]! - y.members[0]!);
}

/** What is answered with a no right after it was said, and what goes on so: the answer, then what it answers. */
function answersIn(all: readonly Candidate[]): ReadonlyMap<number, number> {
  const answers = new Map<number, number>();
  for (const candidate of all) {
    const target = answered(candidate, all);
    if (target && !answers.has(target.index)) answers.set(candidate.index, target.index);
  }
  for (const [index, target] of [...answers])
    for (const other of all)
      if (!answers.has(other.index) && other.index !== target && goesOnDenying(other, all[index]!))
        answers.set(other.index, target);
  return answers;
}

/** The statement that each denial denies, where one is likely enough. */
function targetsOf(denials: readonly Candidate[], all: readonly Candidate[]): ReadonlyMap<number, number> {
  const targets = new Map<number, number>();
  const denied = denials.map(deniedBy);
  const denying = new Set(denials.map((c) => c.index));
  const prepared = prepare([...all.map((c) => c.unit), ...denied]);
  denials.forEach((denial, place) => {
    const words = stemsIn(denied[place]!.text);
    // "Denied the allegations" tells nothing of what they are.
    if (words.size < LEAST_DENIED) return;
    const least = byCue(denial) ? LEAST_TOLD * words.size : 0;
    let best = -1;
    let most = DENIAL_THRESHOLD;
    for (const other of all) {
      if (denying.has(other.index) || other.assertion.aboutSpeech || other.assertion.kind === 'list')
        continue;
      if (other.draft.doc === denial.draft.doc && other.assertion.sentence === denial.assertion.sentence)
        continue;
      // Nobody denies what he says himself.
      if (other.speaker !== null && other.speaker === denial.speaker) continue;
      const p = sameAssertion(prepared, all.length + place, other.index);
      if (p <= most) continue;
      const told = [...stemsIn(other.draft.anchor.exact)].filter((stem) => words.has(stem)).length;
      if (told >= least) [best, most] = [other.index, p];
    }
    if (best >= 0) targets.set(denial.index, best);
  });
  // "Forty is a fairy tale," she said. "It will be just a handful." One speaker goes on denying the same thing.
  for (const denial of denials) {
    if (targets.has(denial.index)) continue;
    const before = denials.find(
      (other) =>
        targets.has(other.index) &&
        other.draft.doc === denial.draft.doc &&
        other.speaker !== null &&
        other.speaker === denial.speaker &&
        Math.abs(other.assertion.sentence - denial.assertion.sentence) <= SEQUEL,
    );
    if (before) targets.set(denial.index, targets.get(before.index)!);
  }
  return targets;
}

/** "Denied that …": the cue governs what is denied. */
const byCue = (denial: Candidate): boolean => attributionOf(denial)!.attitude === 'denies';

/** What a denial speaks of: what its cue governs ("played down the decision to …"), else the sentence but for its source. */
function deniedBy(denial: Candidate): Unit {
  const { unit, draft } = denial;
  const attribution = attributionOf(denial)!;
  let words = wordsIn(denial, byCue(denial) ? attribution.content : []);
  if (words === '') {
    words = draft.anchor.exact;
    // Who denies tells nothing of what is denied.
    for (const { start, end } of attribution.source) {
      const [from, to] = [start - draft.anchor.start, end - draft.anchor.start];
      if (from >= 0 && to <= words.length)
        words = `${words.slice(0, from)}${' '.repeat(to - from)}${words.slice(to)}`;
    }
  }
  return { ...unit, text: words.replace(/\s+/g, ' '), negated: false, quotation: false };
}

/** "An earlier version of this article said that …", "Our article of 9 March said that … This was wrong": the account had it before. */
function takesBack(candidate: Candidate, { source }: LocalAttribution): boolean {
  const words = wordsIn(candidate, source);
  if (EARLIER_VERSION.test(words)) return true;
  if (!OWN_REPORT.test(words)) return false;
  const { account, draft, assertion } = candidate;
  const { sentences, blocks } = account.analysis;
  const { end } = blocks[sentences[assertion.sentence]!.block]!;
  return WAS_WRONG.test(account.document.text.slice(draft.anchor.start, end));
}

/** What an account had before and no longer says. */
export function takenBack(candidate: Candidate): boolean {
  const attribution = attributionOf(candidate);
  return attribution !== null && takesBack(candidate, attribution);
}

/** Makes little of what others say, and does not say that it is not so. */
export const playsDown = (candidate: Candidate): boolean => MAKES_LITTLE.test(candidate.draft.anchor.exact);

/** A plan, a bill, a nominee that somebody rejects is nothing said; a claim that he rejects is denied. */
const rejectsThing = (candidate: Candidate, { cue, content }: LocalAttribution): boolean =>
  REJECTIONS.test(wordsIn(candidate, cue)) && !THINGS_SAID.test(wordsIn(candidate, content));

/**
 * "The mayor denied that X", "rejected X", where the statement is X alone: he never asserts it, whether or not anybody
 * does; and what an account says that it had before, and takes back. Null where the statement holds its cue or has none of these.
 */
export function disowned(candidate: Candidate): 'denies' | 'neutral' | null {
  const attribution = attributionOf(candidate);
  if (takenBack(candidate)) return 'denies';
  if (attribution?.attitude !== 'denies' || candidate.assertion.aboutSpeech) return null;
  const holds = (cue: Span): boolean =>
    candidate.draft.focus.some((f) => f.start <= cue.start && cue.end <= f.end);
  if (attribution.cue.length === 0 || attribution.cue.some(holds)) return null;
  return rejectsThing(candidate, attribution) ? 'neutral' : 'denies';
}

function denies(candidate: Candidate): boolean {
  const attribution = attributionOf(candidate);
  if (!attribution || candidate.speaker === null) return false;
  if (takenBack(candidate)) return true;
  if (attribution.attitude === 'denies') return !rejectsThing(candidate, attribution);
  const { focus, negated } = candidate.assertion;
  return attribution.attitude === 'asserts' && !negated && BELITTLING.test(wordsIn(candidate, focus));
}
