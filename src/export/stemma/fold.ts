/**
 * Folding: a drawing shows everything as long as it fits on a screen; then it folds, in this order and only until it
 * fits, what says least one by one: accounts without a tie; families, the largest first; accounts from which nothing goes
 * on and lost witnesses of one account, the largest group first; and stretches of time, which always fits.
 */

import { append } from '../../text/multimap.js';
import type { StemmaNode } from './graph.js';
import { type Fold, type Mark, type StoryGraph, single } from './marks.js';
import { behindOf } from './neighbours.js';
import { type Row, rowsOf } from './rows.js';
import { compareStrength, type Tie, tiesBetween } from './ties.js';

/** Rows of one story. Forty stand on a large screen or a printed page, and a reader can still follow a line down. */
export const MOST_ROWS = 40;
/** Accounts without a tie tell nothing of who has it from whom: more than a handful of them are a count. */
export const MOST_LONE = 5;
/** Two in a fold would save one row and hide two names. */
export const FEWEST = 3;
/** Rows that stretches of time may fall short of: four kinds of them, and two of what has no tie. */
const SLACK = 6;

/** The marks of a story, in the order of rows. */
export function foldStory(story: StoryGraph): readonly Mark[] {
  const folding = new Folding(story);
  folding.lone();
  if (folding.crowded()) folding.families();
  if (folding.crowded()) folding.leaves();
  if (folding.crowded()) folding.stretches();
  return folding.rows();
}

class Folding {
  private readonly byNode: Map<string, Mark>;
  private readonly at: ReadonlyMap<string, number>;

  constructor(private readonly story: StoryGraph) {
    this.byNode = new Map(story.nodes.map((node) => [node.id, single(node)]));
    this.at = new Map(story.nodes.map(({ id }, i) => [id, i]));
  }

  private marks(): readonly Mark[] {
    return [...new Set(this.byNode.values())];
  }

  crowded = (): boolean => this.marks().length > MOST_ROWS;

  rows(): readonly Mark[] {
    return rowsOf(this.marks(), this.story).map(({ mark }) => mark);
  }

  private ties(): readonly Tie[] {
    const row = new Map(this.rows().map(({ id }, i) => [id, i]));
    return tiesBetween(
      this.story.edges,
      (node) => this.byNode.get(node)?.id,
      (mark) => row.get(mark)!,
    );
  }

  private fold(nodes: readonly StemmaNode[], fold: Fold): void {
    const members = [...nodes].sort((a, b) => this.at.get(a.id)! - this.at.get(b.id)!);
    const mark = { id: `fold ${members[0]!.id}`, fold, members, lost: !members[0]!.inCorpus };
    for (const { id } of members) this.byNode.set(id, mark);
  }

  /** Untied documents that accounts credit are always one row: there is nothing to draw of them. */
  lone(): void {
    const tied = new Set([
      ...this.story.edges.flatMap(({ source, target }) => [source, target]),
      ...this.story.families.flatMap(({ members }) => (members.length > 1 ? members : [])),
    ]);
    const lone = this.story.nodes.filter(({ id }) => !tied.has(id));
    const accounts = lone.filter(({ inCorpus }) => inCorpus);
    const witnesses = lone.filter(({ inCorpus }) => !inCorpus);
    if (witnesses.length > 1) this.fold(witnesses, { kind: 'lone' });
    if (accounts.length > MOST_LONE || (accounts.length > 1 && this.crowded()))
      this.fold(accounts, { kind: 'lone' });
  }

  families(): void {
    const nodes = new Map(this.story.nodes.map((node) => [node.id, node]));
    const families = this.story.families
      .map(({ id, origin, members }) => ({
        id,
        origin,
        nodes: members.flatMap((doc) => (doc === origin ? [] : (nodes.get(doc) ?? []))),
      }))
      .filter((family) => family.nodes.length >= FEWEST);
    for (const family of this.largestFirst(families)) {
      if (!this.crowded()) return;
      this.fold(family.nodes, { kind: 'family', of: family.origin, id: family.id });
    }
  }

  leaves(): void {
    const groups = new Map<string, { fold: Fold; nodes: StemmaNode[] }>();
    const marks = new Map(this.marks().map((mark) => [mark.id, mark]));
    for (const [mark, ties] of this.tiesByMark()) {
      const onward = ties.some((tie) => tie.known && tie.from === mark.id);
      if (mark.fold !== null || (mark.lost ? ties.length > 1 : onward)) continue;
      const tie = ties[0]!;
      const of = marks.get(tie.from === mark.id ? tie.to : tie.from)!.members[0]!.id;
      const fold: Fold = mark.lost
        ? { kind: 'sources', of }
        : { kind: 'heirs', of, relation: tie.relation, known: tie.known };
      const key = JSON.stringify(fold);
      const group = groups.get(key) ?? { fold, nodes: [] };
      groups.set(key, group);
      group.nodes.push(...mark.members);
    }
    const large = [...groups.values()].filter(({ nodes }) => nodes.length >= FEWEST);
    for (const { nodes, fold } of this.largestFirst(large)) {
      if (!this.crowded()) return;
      this.fold(nodes, fold);
    }
  }

  /** Half the rows are kept for what most accounts are behind or in; the others fold with their neighbours in time. */
  stretches(): void {
    const behind = behindOf(this.story);
    const rows = rowsOf(this.marks(), this.story).filter(({ section }) => section !== 'lone');
    const weight = ({ mark: { members } }: Row): number =>
      members.reduce((most, { id }) => Math.max(most, behind.get(id)!), 0) + members.length;
    const kept = new Set([...rows].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_ROWS / 2));
    const rest = rows.filter((row) => !kept.has(row));
    // What does not divide evenly takes a row more: of the read and the lost, of the dated and the undated.
    const length = Math.max(2, Math.ceil(rest.length / (MOST_ROWS / 2 - SLACK)));
    const alike = new Map<string, Row[]>();
    for (const row of rest) append(alike, `${row.section} ${row.mark.lost}`, row);
    for (const part of alike.values()) {
      for (let i = 0; i < part.length; i += length) {
        const next = part.slice(i, i + length);
        if (next.length > 1)
          this.fold(
            next.flatMap(({ mark }) => mark.members),
            { kind: 'stretch' },
          );
      }
    }
  }

  /** Ties of each mark that has any, the strongest first. */
  private tiesByMark(): ReadonlyMap<Mark, readonly Tie[]> {
    const marks = new Map(this.marks().map((mark) => [mark.id, mark]));
    const found = new Map<Mark, Tie[]>();
    for (const tie of this.ties()) {
      for (const end of [tie.from, tie.to]) {
        const mark = marks.get(end)!;
        append(found, mark, tie);
      }
    }
    for (const ties of found.values()) ties.sort(compareStrength);
    return found;
  }

  private largestFirst<T extends { readonly nodes: readonly StemmaNode[] }>(
    groups: readonly T[],
  ): readonly T[] {
    const first = ({ nodes }: T): number =>
      nodes.reduce((least, { id }) => Math.min(least, this.at.get(id)!), Infinity);
    return [...groups].sort((a, b) => b.nodes.length - a.nodes.length || first(a) - first(b));
  }
}
