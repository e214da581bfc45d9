import type { LocalList } from '../model/analysis.js';
import type { Claim, Drift } from '../model/record.js';
import type { DraftClaim, StoryAccounts, StoryLineage } from '../model/story.js';
import type { Stance } from '../model/vocabulary.js';
import { contentId } from '../text/ids.js';
import { compareStrings } from '../text/order.js';
import { saySame } from './alike.js';
import { amendClusters } from './amended.js';
import { countsAgainstNames, findConflicts } from './conflicts.js';
import { descentContext } from './context.js';
import { attachDenials, disowned } from './denials.js';
import { findDescents } from './descent.js';
import { findDrift } from './drift.js';
import { forebears } from './forebears.js';
import { joinStatements } from './join.js';
import { findLinks, type Link, POSSIBLE_THRESHOLD } from './links.js';
import { joinOpposed } from './opposed.js';
import { quotedApart } from './quotations.js';
import { attributionOf, type Candidate, candidatesOf } from './statements.js';

/** The claims of one story: what its accounts assert, joined, with drift along descent and conflicts. */
export function joinClaims(story: StoryAccounts, lineage: StoryLineage): DraftClaim[] {
  const all = candidatesOf(story, lineage);
  const context = descentContext(story, lineage);
  const forebearOf = forebears(story, lineage, context);
  const links = findLinks(all, story, context);
  const sources = new Map(lineage.sources.map((source) => [source.id, source]));
  const { clusters, apart: parted } = amendClusters(
    attachDenials(joinOpposed(joinStatements(all, links), all, links), all),
    all,
    story.amendments ?? [],
  );
  const idOf = (members: readonly number[]): string => contentId('c', all[members[0]!]!.draft.id);
  const clusterOf = new Map(
    clusters.flatMap(({ members }, index) => members.map((m) => [m, index] as const)),
  );
  const pairKey = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
  const linkOf = new Map(links.map((link) => [pairKey(link.a, link.b), link] as const));
  const altered = new Map<number, Link[]>();
  for (const link of links) {
    const home = clusterOf.get(link.a)!;
    if (link.kind !== 'passage' || link.slots.length === 0 || clusterOf.get(link.b) !== home) continue;
    altered.set(home, [...(altered.get(home) ?? []), link]);
  }
  const possible = clusters.map(() => new Set<number>());
  for (const link of links) {
    if (link.p < POSSIBLE_THRESHOLD || parted(link.a, link.b)) continue;
    const [a, b] = [clusterOf.get(link.a)!, clusterOf.get(link.b)!];
    if (a === b) continue;
    possible[a]!.add(b);
    possible[b]!.add(a);
  }
  return clusters.map(({ members, denying }, index): DraftClaim => {
    const candidates = members.map((m) => all[m]!);
    const stance = (c: Candidate): Stance =>
      denying.has(c.index) ? 'denies' : (disowned(c) ?? (neutral(c) ? 'neutral' : 'asserts'));
    const asserting = candidates.filter((c) => stance(c) === 'asserts');
    const descents = findDescents(candidates, new Set(asserting), context);
    const places = new Map(candidates.map((c, place) => [c, place] as const));
    const drift = candidates.flatMap((c, place): Drift[] => {
      const descent = descents[place] ?? null;
      // What denies a claim, or leaves it open, has not changed it.
      const ancestor = stance(c) === 'asserts' ? forebearOf(c, descent, asserting) : null;
      if (!ancestor) return [];
      const known = descent?.direction !== 'undetermined' || ancestor.index < c.index;
      const pair = known ? ([ancestor, c] as const) : ([c, ancestor] as const);
      const link = linkOf.get(pairKey(ancestor.index, c.index));
      const heard = descent?.rule === 'derived' && context.citedElsewhere(c.draft, ancestor.draft.doc);
      const found = findDrift(...pair, sources).filter(
        ({ kind, to }) => !(kind === 'attribution' && to === null && (heard || opensInDocument(c))),
      );
      return descent?.rule === 'copied' || saySame(...pair, link)
        ? found
        : found.filter(({ kind }) => !OF_ONE_ASSERTION.has(kind));
    });
    // Words that two accounts share but for a slot, though nothing shows which has them from which.
    const apart = (altered.get(index) ?? []).filter(({ a, b }) =>
      [a, b].every((member) => !descents[places.get(all[member]!)!]),
    );
    drift.push(...apart.flatMap(({ a, b }) => findDrift(all[a]!, all[b]!, sources)));
    return {
      id: idOf(members),
      kind: kindOf(candidates),
      statements: candidates.map((c, place) => ({
        ...c.draft,
        stance: stance(c),
        descent: descents[place] ?? null,
      })),
      drift: [
        ...drift,
        ...quotedApart(asserting.filter((c) => !descents[places.get(c)!])),
        // Where an item of so many was lost on the way, that is told.
        ...countsAgainstNames(candidates.filter((c) => !listLost(c, candidates, drift))),
      ],
      conflicts: findConflicts(
        asserting,
        candidates.filter((c) => denying.has(c.index)),
      ),
      possible: [...possible[index]!].map((other) => idOf(clusters[other]!.members)).sort(compareStrings),
    };
  });
}

/** "In the same e-mail, the agents were ordered to …": the sentence tells where it stands. */
function opensInDocument({ account, draft: { anchor } }: Candidate): boolean {
  const at = anchor.start + IN.length;
  return (
    anchor.exact.startsWith(IN) &&
    account.analysis.sources.some(
      ({ kind, mentions }) => kind === 'document' && mentions.some(({ start }) => start === at),
    )
  );
}

const IN = 'In ';

/** What two assertions differ in though nothing has changed: who acts, who says it, when, whether it is done. */
const OF_ONE_ASSERTION: ReadonlySet<Drift['kind']> = new Set([
  'actor',
  'attribution',
  'modality',
  'time',
] as const);

/** Its list has lost items of one that had as many as it says itself. */
function listLost(c: Candidate, candidates: readonly Candidate[], drift: readonly Drift[]): boolean {
  const stated = listOf(c)?.stated ?? null;
  const from = new Set(
    drift.flatMap(({ kind, from, to }) =>
      kind === 'list' && (to === null || to.doc === c.draft.doc) ? [from.doc] : [],
    ),
  );
  return candidates.some(
    (other) =>
      other.draft.doc !== c.draft.doc && from.has(other.draft.doc) && listOf(other)?.items.length === stated,
  );
}

const listOf = ({ assertion, account }: Candidate): LocalList | null =>
  assertion.list === null ? null : (account.analysis.lists[assertion.list] ?? null);

/** Doubts, reactions and refusals to comment assert nothing. */
function neutral(c: Candidate): boolean {
  const attribution = attributionOf(c);
  if (!attribution || c.assertion.aboutSpeech) return false;
  return (
    attribution.attitude === 'doubts' ||
    attribution.attitude === 'reacts' ||
    attribution.attitude === 'declines'
  );
}

function kindOf(candidates: readonly Candidate[]): Claim['kind'] {
  if (candidates.every((c) => c.assertion.kind === 'list')) return 'list';
  const speakers = new Set(candidates.flatMap((c) => c.speaker ?? []));
  if (
    speakers.size <= 1 &&
    candidates.some((c) => c.assertion.kind === 'quotation') &&
    candidates.every(echoes)
  )
    return 'quotation';
  const counted = candidates.filter((c) =>
    c.figures.some((f) => f.unit === '' || f.unit === 'percent' || /^[A-Z]{3}$/.test(f.unit)),
  );
  return counted.length * 2 > candidates.length ? 'figure' : 'statement';
}

/** Words of a speaker, direct or told. Those of two speakers are two utterances, however alike. */
function echoes(c: Candidate): boolean {
  return c.assertion.kind === 'quotation' || c.draft.attribution !== null;
}
