import type { Claim, Conflict, Origins, Statement } from '../model/record.js';
import type { DraftClaim, DraftStatement, StoryAccounts, StoryLineage } from '../model/story.js';
import { attributionId } from '../text/ids.js';
import { count } from './count.js';
import { reason } from './reason.js';
import { type Trail, traceRoots } from './roots.js';
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
          roots: trail.roots.map((root) => root.id),
          rule: trail.rule,
          firstHand: trail.firstHand,
          hedges: s.hedges,
        };
      }),
      origins: originsOf(asserting, trails, view),
      drift: claim.drift,
      conflicts: claim.conflicts.map(
        (conflict): Conflict => ({
          kind: conflict.kind,
          sides: conflict.sides.map((side) => ({
            anchors: side.anchors,
            origins: originsOf(side.statements, trails, view),
          })),
          note: conflict.note,
        }),
      ),
      possible: claim.possible,
    };
  });
}

function originsOf(
  statements: readonly string[],
  trails: ReadonlyMap<string, Trail>,
  view: StoryView,
): Origins {
  const behind = statements.map((id) => trails.get(id)!);
  const counted = count(behind, view);
  const accounts = new Set(statements.map((id) => view.statement(id).doc));
  const own = new Set(
    statements
      .filter((id) => trails.get(id)!.rule === 'attributed' || trails.get(id)!.rule === 'own')
      .map((id) => view.statement(id).doc),
  );
  return {
    min: counted.min,
    max: counted.max,
    roots: counted.roots.map((root) => root.id),
    reason: reason(counted, accounts.size, accounts.size - own.size, view),
  };
}
