import type { Claim, Conflict, Origins, Statement } from '../model/record.js';
import type { DraftClaim, DraftStatement, StoryAccounts, StoryLineage } from '../model/story.js';
import { describeNode } from '../text/describe.js';
import { attributionId } from '../text/ids.js';
import { compareStrings } from '../text/order.js';
import { count } from './count.js';
import { reason } from './reason.js';
import { type Trail, traceRoots } from './roots.js';
import { mayBeSame, sourcesMayBeSame } from './same.js';
import { type StoryView, viewStory } from './story.js';

/** Every claim of a story with the paths of its statements and its origins, each side of a conflict included. */
export function countOrigins(
  story: StoryAccounts,
  lineage: StoryLineage,
  claims: readonly DraftClaim[],
): Omit<Claim, 'story' | 'title'>[] {
  const view = viewStory(story, lineage, claims);
  return claims.map((claim) => {
    const trails = traceRoots(claim, view);
    const attributionOf = (s: DraftStatement): string | null => {
      const found = view.attribution(s);
      return found ? attributionId(s.doc, found) : null;
    };
    const asserting = claim.statements.filter((s) => s.stance === 'asserts').map((s) => s.id);
    return {
      id: claim.id,
      kind: claim.kind,
      statements: claim.statements.map((s): Statement => {
        const trail = trails.get(s.id)!;
        return {
          id: s.id,
          anchor: s.anchor,
          focus: s.focus,
          stance: s.stance,
          attribution: attributionOf(s),
          paths: trail.paths,
          roots: trail.grounds.map(({ root }) => root),
          grounds: trail.grounds,
          sourceless: trail.sourceless,
          contributors: trail.contributors,
          rule: trail.rule,
          firstHand: trail.firstHand,
          hedges: s.hedges,
        };
      }),
      origins: originsOf(claim.kind, asserting, trails, view),
      alike: alikeAmong(asserting, trails, view),
      drift: claim.drift,
      conflicts: claim.conflicts.map(
        (conflict): Conflict => ({
          kind: conflict.kind,
          sides: conflict.sides.map((side) => ({
            anchors: side.anchors,
            origins: originsOf(claim.kind, side.statements, trails, view),
          })),
          note: conflict.note,
        }),
      ),
      possible: claim.possible,
    };
  });
}

function originsOf(
  kind: DraftClaim['kind'],
  statements: readonly string[],
  trails: ReadonlyMap<string, Trail>,
  view: StoryView,
): Origins {
  const behind = statements.map((id) => trails.get(id)!);
  const alike = (a: string, b: string) => sourcesMayBeSame(a, b, view);
  const counted = count(behind, view.source, (a, b) => mayBeSame(a, b, alike));
  const accounts = new Set(statements.map((id) => view.statement(id).doc));
  const own = new Set(
    statements
      .filter((id) => trails.get(id)!.rule === 'attributed' || trails.get(id)!.rule === 'own')
      .map((id) => view.statement(id).doc),
  );
  return {
    min: counted.min,
    max: counted.max,
    roots: counted.grounds.map(({ root }) => root),
    reason: reason(counted, kind === 'quotation', accounts.size, accounts.size - own.size, (node) =>
      describeNode(node, view.source, (doc) => view.account(doc).document),
    ),
  };
}

/** Pairs of the sources behind some statements that may be one origin, sorted. */
function alikeAmong(
  statements: readonly string[],
  trails: ReadonlyMap<string, Trail>,
  view: StoryView,
): [string, string][] {
  const grounds = statements.flatMap((id) => trails.get(id)!.grounds);
  if (grounds.length <= 1) return [];
  const sources = [...new Set(grounds.flatMap(({ root, as }) => (as === 'source' ? [root] : [])))].sort(
    compareStrings,
  );
  return sources.flatMap((a, i) =>
    sources.slice(i + 1).flatMap((b): [string, string][] => (sourcesMayBeSame(a, b, view) ? [[a, b]] : [])),
  );
}

/** Whose report each document is known to be, by the ids that trails use. */
export function reportsIn(story: StoryAccounts, lineage: StoryLineage): { doc: string; of: string }[] {
  const view = viewStory(story, lineage, []);
  return story.accounts.flatMap(({ document }) => {
    const of = view.reportOf(document.id);
    return of === null ? [] : [{ doc: document.id, of }];
  });
}
