/** Denials joined to what they deny. */
import { BELITTLING, DENIAL_CUES } from '../language/en/denials.js';
import { prepare } from '../similarity/prepare.js';
import { sameAssertion } from '../similarity/same.js';
import type { Unit } from '../similarity/unit.js';
import type { Candidate } from './statements.js';

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
  const targets = targetsOf(denials, all);
  const denial = new Set(denials.map((c) => c.index));
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

/** The statement that each denial denies, where one is likely enough. */
function targetsOf(denials: readonly Candidate[], all: readonly Candidate[]): ReadonlyMap<number, number> {
  const targets = new Map<number, number>();
  if (denials.length === 0) return targets;
  const denying = new Set(denials.map((c) => c.index));
  const prepared = prepare([...all.map((c) => c.unit), ...denials.map(wholeSentence)]);
  denials.forEach((denial, place) => {
    let best = -1;
    let most = DENIAL_THRESHOLD;
    for (const other of all) {
      if (denying.has(other.index) || other.assertion.aboutSpeech || other.assertion.kind === 'list')
        continue;
      if (other.draft.doc === denial.draft.doc && other.assertion.sentence === denial.assertion.sentence)
        continue;
      const p = sameAssertion(prepared, all.length + place, other.index);
      if (p > most) [best, most] = [other.index, p];
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

/** What is denied stands as often in the frame ("played down the decision to …") as in the words quoted. */
function wholeSentence({ account, unit, draft }: Candidate): Unit {
  // Who denies tells nothing of what is denied.
  const sources = draft.attribution === null ? [] : account.analysis.attributions[draft.attribution]!.source;
  let text = draft.anchor.exact;
  for (const { start, end } of sources) {
    const [from, to] = [start - draft.anchor.start, end - draft.anchor.start];
    if (from >= 0 && to <= text.length)
      text = `${text.slice(0, from)}${' '.repeat(to - from)}${text.slice(to)}`;
  }
  return { ...unit, text: text.replace(/\s+/g, ' '), negated: false, quotation: false };
}

function denies({ account, assertion, draft, speaker }: Candidate): boolean {
  if (draft.attribution === null || assertion.aboutSpeech) return false;
  const attribution = account.analysis.attributions[draft.attribution];
  if (!attribution) return false;
  if (attribution.attitude === 'denies') return true;
  if (attribution.attitude !== 'asserts' || speaker === null) return false;
  const focus = draft.focus.map((f) => f.exact).join(' ');
  const first = draft.focus[0]!.start - draft.anchor.start;
  const frame = draft.anchor.exact.slice(0, Math.max(0, first));
  return BELITTLING.test(focus) || DENIAL_CUES.test(frame);
}
