/** Pairs of statements that may be one claim: by passage, by credit, or by what they say. */
import type { StoryAccounts } from '../model/story.js';
import { plainShare, SAME_THRESHOLD } from '../similarity/same.js';
import { sameStatements, storyCandidates } from '../similarity/story-pairs.js';
import { prepareStory } from '../similarity/story-units.js';
import { contentWords } from '../similarity/words.js';
import { saySame } from './alike.js';
import { oneButForNumber } from './but-for-number.js';
import { comparable } from './comparable.js';
import { comparedOf } from './compared.js';
import type { DescentContext } from './context.js';
import { copiedPairs } from './copied.js';
import { contradict, LEAST_TELLING_COUNT, pairFigures } from './figures.js';
import { compareMeasures, shareCount, shareMinute, shareQuoted } from './in-common.js';
import { sameBody } from './one-account.js';
import { differingSlots, type Slot } from './slots.js';
import { type Candidate, sentencesOf } from './statements.js';

/** A credit to the other account's report lets a looser likeness join: the news is said to be the same. Palladium and the cases were read at .35, .42, .5. */
const CREDIT_THRESHOLD = 0.42;

/** Where the sentence itself says that the other account reported it, less will do. Read on Palladium and the cases. */
const TOLD_THRESHOLD = 0.3;

/**
 * Statements that differ in a slot and do not descend join only as a conflict, or as a plan told as an act: where they
 * speak of one named thing and are as likely the same as not (a day), or clearly (a count: two counts of like things are
 * common). Read on the example; a plan and an act on the events of claim_pairs and the cases at .6, .7, .8, .9.
 */
const APART_THRESHOLD: { readonly [slot in Slot]?: number } = { time: 0.5, figure: 0.65, modality: 0.8 };

/** An account that is rewritten from another has from it what is so nearly the same, though a slot was changed. Read on the example cases. */
const REWRITE_THRESHOLD = 0.85;

/** Below this a pair is not worth offering as `possible`. */
export const POSSIBLE_THRESHOLD = 0.4;

/** Below this a pair tells nothing, also to the mean of two clusters. */
const LEAST_PROBABILITY = 0.2;

/** Where one account credits the other, the same count of the same things, or the same words in quotation marks, leave this part of the doubt; the same minute does so of any two. Read on Palladium and the example cases. */
const TELLING_DOUBT = 0.35;

/** Below this a count in common is chance: the same sum of another programme. */
const LEAST_DOUBTED = 0.1;

/** Names are what all accounts of a story share: below SAME_THRESHOLD a credit also needs this part of the other words in common. */
const LEAST_PLAIN = 0.25;

/** Below this two that differ in a slot must name one thing, and a credit alone does not join them. */
const SURE = 0.65;

/** So few content words ("The office is open") say something of their own only to whoever repeats them. Not tuned. */
const SLIGHT_WORDS = 2;
const SLIGHT_SURE = 0.9;

/** Two sentences of one body rarely say one thing; its headline and summary do. Read on the events of claim_pairs and the cases at .5, .6, .68, .75. */
const SAME_BODY_THRESHOLD = 0.75;

/** Part of the likeliest partner's probability that another part of its sentence needs. Read on claim_pairs and the cases at .75, .85, 1. */
const NEARLY = 0.85;

export interface Link {
  readonly a: number;
  readonly b: number;
  readonly kind: 'passage' | 'credit' | 'likeness';
  /** Of a credit, the one of the two whose account credits the other's report. */
  readonly heir: number | null;
  /** Probability that both assert the same thing; 1 for a passage. */
  readonly p: number;
  readonly slots: readonly Slot[];
  /** False where a slot keeps the two apart however alike they are. */
  readonly joins: boolean;
}

export function findLinks(all: readonly Candidate[], story: StoryAccounts, context: DescentContext): Link[] {
  const { compared: spoken, copies } = comparedOf(all, copiedPairs(all, story.passages));
  const compared = prepareStory({ statements: spoken.map(({ unit }) => unit), ...sentencesOf(spoken) });
  const prepared = compared.statements;
  const links = new Map<string, Link>();
  const put = (link: Link): void => {
    const [a, b] = link.a < link.b ? [link.a, link.b] : [link.b, link.a];
    const key = `${a} ${b}`;
    const known = links.get(key);
    if (!known || rank(link) > rank(known) || (rank(link) === rank(known) && link.p > known.p))
      links.set(key, { ...link, a, b });
  };
  for (const [a, b] of copies) {
    put({ a, b, kind: 'passage', heir: null, p: 1, slots: differingSlots(all[a]!, all[b]!), joins: true });
  }
  const heirOf = (x: Candidate, y: Candidate): Candidate | null =>
    credits(context, y, x) ? y : credits(context, x, y) ? x : null;
  const doubted = (x: Candidate, y: Candidate, p: number): number => {
    const heir = heirOf(x, y);
    const measures = heir === null ? null : compareMeasures(x, y);
    const elsewhere = (): boolean => measured.has(`${heir!.index} ${(heir === x ? y : x).draft.doc}`);
    const telling =
      shareMinute(x, y) ||
      (heir !== null &&
        (shareQuoted(x, y) || (p >= LEAST_DOUBTED && (shareCount(x, y) || measures === 'same'))));
    if (telling) return 1 - (1 - p) * TELLING_DOUBT;
    // "24 hours a day" is from where 24 hours stand, not from where 12 do.
    return measures === 'other' && elsewhere() ? p * TELLING_DOUBT : p;
  };
  const pairs = storyCandidates(compared);
  // Statements that have a measure in common with one of an account that theirs credits, with that account.
  const measured = new Set(
    pairs.flatMap(({ a, b }) => {
      const [x, y] = [spoken[a]!, spoken[b]!];
      const heir = compareMeasures(x, y) === 'same' ? heirOf(x, y) : null;
      return heir === null ? [] : [`${heir.index} ${(heir === x ? y : x).draft.doc}`];
    }),
  );
  const probabilities = sameStatements(compared, pairs);
  // Of two sentences that say one thing only those parts say it that are each nearly the likeliest in their sentence.
  const likeliest = new Map<string, number>();
  const partner = (from: number, to: number): string => `${from} ${compared.sentenceOf[to]!}`;
  pairs.forEach(({ a, b }, i) => {
    for (const key of [partner(a, b), partner(b, a)])
      likeliest.set(key, Math.max(likeliest.get(key) ?? 0, probabilities[i]!));
  });
  const scored = pairs
    .map(({ a, b }, i) => ({ a, b, x: spoken[a]!, y: spoken[b]!, p: probabilities[i]! }))
    .filter(({ a, b, p }) => [partner(a, b), partner(b, a)].every((key) => p >= NEARLY * likeliest.get(key)!))
    .filter(({ x, y, p }) => comparable(x, y, p))
    .map((pair) => ({ ...pair, p: doubted(pair.x, pair.y, pair.p) }));
  const best = bestPartners(scored);
  for (const { a, b, x, y, p } of scored) {
    const slots = differingSlots(x, y);
    const heir = heirOf(x, y);
    const told = heir !== null && creditsHere(context, heir, heir === x ? y : x);
    if (heir !== null && p >= (told ? TOLD_THRESHOLD : CREDIT_THRESHOLD) && !slots.includes('negation')) {
      // Below one half a credit joins only what is nearest to each other in the two accounts; an account may credit the
      // report for one thing twice.
      const [back, forth] = [best.get(`${b} ${x.draft.doc}`) === a, best.get(`${a} ${y.draft.doc}`) === b];
      const nearest = told ? (heir === x ? forth : back) : back && forth;
      const plain = plainShare(prepared, a, b) >= LEAST_PLAIN;
      const joins = slots.length === 0 ? p >= SAME_THRESHOLD || (nearest && plain) : p >= SURE;
      put({ a: x.index, b: y.index, kind: 'credit', heir: heir.index, p, slots, joins });
      continue;
    }
    if (p < LEAST_PROBABILITY) continue;
    const copyist =
      slots.length > 0 && p >= REWRITE_THRESHOLD && !slots.includes('negation')
        ? rewriter(context, x, y)
        : null;
    if (copyist && best.get(`${a} ${y.draft.doc}`) === b && best.get(`${b} ${x.draft.doc}`) === a) {
      put({ a: x.index, b: y.index, kind: 'credit', heir: copyist.index, p, slots, joins: true });
      continue;
    }
    const alike = !sameBody(x, y) || p >= SAME_BODY_THRESHOLD;
    const sure = p >= SLIGHT_SURE || !isSlightBeside(x, y);
    const joins = alike && sure && (slots.length === 0 || inConflict(slots, p, x, y));
    put({ a: x.index, b: y.index, kind: 'likeness', heir: null, p, slots, joins });
  }
  const apart = [...links.values()].filter(
    ({ kind, joins, slots }) => kind === 'likeness' && !joins && slots.length === 1 && slots[0] === 'figure',
  );
  for (const place of oneButForNumber(
    all,
    apart.map(({ a, b }) => [all[a]!, all[b]!]),
  ))
    put({ ...apart[place]!, p: APART_THRESHOLD.figure!, joins: true });
  return [...links.values()].sort((s, t) => s.a - t.a || s.b - t.b);
}

/** One of two says next to nothing, and the other more than twice as much. */
function isSlightBeside(x: Candidate, y: Candidate): boolean {
  const [less, more] = [x, y].map(({ unit }) => contentWords(unit.text).length).sort((m, n) => m - n) as [
    number,
    number,
  ];
  return less <= SLIGHT_WORDS && more > 2 * SLIGHT_WORDS;
}

const rank = (link: Link): number => (link.kind === 'passage' ? 2 : link.kind === 'credit' ? 1 : 0);

/** Both speak of one named thing in one mode and differ in one slot that cannot hold both. */
function inConflict(slots: readonly Slot[], p: number, x: Candidate, y: Candidate): boolean {
  const threshold = slots.length === 1 ? APART_THRESHOLD[slots[0]!] : undefined;
  if (threshold === undefined || p < threshold) return false;
  if (slots[0] === 'figure' && !pairFigures(x, y).some((pair) => contradict(x, y, pair))) return false;
  // Two counts of two days both hold, and so do two acts of one man.
  if (slots[0] === 'time' && (otherCounts(x, y) || (p < SURE && !saySame(x, y, undefined)))) return false;
  if (p >= SURE) return true;
  const named = new Set(capitalised(x.unit.text));
  return capitalised(y.unit.text).some((word) => named.has(word));
}

/** Each tells one large number, and they are not the same. */
function otherCounts(x: Candidate, y: Candidate): boolean {
  const [f, g] = [x, y].map(({ figures }) =>
    figures.filter(({ value }) => (value ?? 0) >= LEAST_TELLING_COUNT),
  );
  return f!.length === 1 && g!.length === 1 && f![0]!.value !== g![0]!.value;
}

/** Words with a capital that do not begin the text: names, places, days left out. */
function capitalised(text: string): string[] {
  return (text.match(/(?<=[\s("“‘])\p{Lu}[\p{L}\p{N}]{2,}/gu) ?? []).filter((word) => !CALENDAR.test(word));
}

const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)/i;

/** For each statement and each other document, the statement there that is likeliest to be the same. */
function bestPartners(
  pairs: readonly { a: number; b: number; x: Candidate; y: Candidate; p: number }[],
): ReadonlyMap<string, number> {
  const best = new Map<string, { partner: number; p: number }>();
  const offer = (from: number, doc: string, partner: number, p: number): void => {
    const key = `${from} ${doc}`;
    const known = best.get(key);
    if (!known || p > known.p || (p === known.p && partner < known.partner)) best.set(key, { partner, p });
  };
  for (const { a, b, x, y, p } of pairs) {
    offer(a, y.draft.doc, b, p);
    offer(b, x.draft.doc, a, p);
  }
  return new Map([...best].map(([key, { partner }]) => [key, partner]));
}

/** x's account credits the outlet whose report y's account is. What a body published is cited for much else. */
function credits(context: DescentContext, x: Candidate, y: Candidate): boolean {
  const report = context.reportIn(y.draft.doc);
  if (report === context.reportIn(x.draft.doc)) return false;
  if (!context.mayCredit(x.draft.doc, y.draft.doc)) return false;
  return (context.credits.get(x.draft.doc) ?? []).some(
    (credit) => credit.report === report && !credit.document,
  );
}

/** The sentence of x says that the outlet of y's account reported it. */
function creditsHere(context: DescentContext, x: Candidate, y: Candidate): boolean {
  const report = context.reportIn(y.draft.doc);
  return (context.credits.get(x.draft.doc) ?? []).some(
    (credit) => credit.report === report && !credit.document && credit.sentence === x.assertion.sentence,
  );
}

/** Whichever of two stands in an account that is a copy or rewrite of the other's; null where none is known to be. */
function rewriter(context: DescentContext, x: Candidate, y: Candidate): Candidate | null {
  const has = (heir: Candidate, from: Candidate): boolean =>
    (context.ancestors.get(heir.draft.doc) ?? []).some(
      ({ doc, direction }) => doc === from.draft.doc && direction === 'known',
    );
  return has(y, x) ? y : has(x, y) ? x : null;
}
