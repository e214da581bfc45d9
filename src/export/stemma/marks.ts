/** What a drawing of one story shows: accounts, lost witnesses, and folds of either. */
import type { StemmaEdge, StemmaNode } from './graph.js';
import type { Tie } from './ties.js';

/** `of` is the id of a node: the fold hangs on the mark that shows it. */
export type Fold =
  /** Accounts that nothing ties to another, or credited documents that nothing ties to an account. */
  | { readonly kind: 'lone' }
  /** The members of a family but its origin; `of` is the origin, null where it is undetermined. */
  | { readonly kind: 'family'; readonly of: string | null; readonly id: string }
  /** Accounts from which nothing goes on, by what they hang on most and how. */
  | {
      readonly kind: 'heirs';
      readonly of: string;
      readonly relation: Tie['relation'];
      readonly known: boolean;
    }
  /** Lost witnesses of one account, or one fold, alone. */
  | { readonly kind: 'sources'; readonly of: string }
  /** What stands next to one another in time, where nothing else makes the drawing small enough. */
  | { readonly kind: 'stretch' }
  /** A whole story, where there are too many to draw each. */
  | { readonly kind: 'story' };

export interface Mark {
  readonly id: string;
  /** Null of what is drawn by itself. */
  readonly fold: Fold | null;
  /** In the order of the graph; more than one only in a fold. */
  readonly members: readonly StemmaNode[];
  /** Drawn hollow: not among what was read. */
  readonly lost: boolean;
}

/** A story as a graph of its own. */
export interface StoryGraph {
  readonly nodes: readonly StemmaNode[];
  readonly edges: readonly StemmaEdge[];
  readonly families: readonly {
    readonly id: string;
    readonly origin: string | null;
    readonly members: readonly string[];
  }[];
}

export const single = (node: StemmaNode): Mark => ({
  id: node.id,
  fold: null,
  members: [node],
  lost: !node.inCorpus,
});
