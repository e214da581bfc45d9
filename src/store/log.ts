/** The log of a case: what was done to it, each line chained to the one before. */
import { GENERATOR_VERSION } from '../model/version.js';
import { sha256 } from '../text/ids.js';

/** Something that was done to the case. */
export interface Run {
  readonly id: number;
  /** ISO 8601. */
  readonly at: string;
  /** Who, as told; empty where nobody said. */
  readonly by: string;
  readonly what: 'read' | 'amend' | 'remove' | 'restore' | 'purge';
  /** In counts: what is purged later must not stand in the log. */
  readonly note: string;
  readonly generator: string;
  /** Hash of all that the case held after it. */
  readonly state: string;
  /** Hash of this and, through the one before, of every earlier one. */
  readonly chain: string;
}

/** What the caller says of a run. */
export type Doing = Pick<Run, 'what' | 'note' | 'by'> & { readonly at: Date };

/** The run that comes after `before` (null: the first) and leaves the case in this state. */
export function runAfter(before: Run | null, { at, by, what, note }: Doing, state: string): Run {
  const run = {
    id: (before?.id ?? 0) + 1,
    at: at.toISOString(),
    by,
    what,
    note,
    generator: GENERATOR_VERSION,
    state,
  };
  return { ...run, chain: chainOf(before, run) };
}

/** The runs that are not what was written, or do not follow from the one before. */
export const brokenRuns = (runs: readonly Run[]): readonly Run[] =>
  runs.filter((run, i) => run.chain !== chainOf(runs[i - 1] ?? null, run));

function chainOf(
  before: Run | null,
  { id, at, by, what, note, generator, state }: Omit<Run, 'chain'>,
): string {
  return sha256(JSON.stringify([before?.chain ?? '', id, at, by, what, note, generator, state]));
}
