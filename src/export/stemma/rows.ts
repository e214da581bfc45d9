/** Time: one mark a row, from the earliest account down. */
import type { Mark, StoryGraph } from './marks.js';
import { knownOf, neighboursOf } from './neighbours.js';

export interface Row {
  readonly mark: Mark;
  /** The date that it stands at, of a fold the earliest; null where it has none, as a lost witness. */
  readonly published: string | null;
  readonly section: Section;
}

/** Dated accounts, those of unknown date, and what nothing ties to anything. */
export type Section = 'dated' | 'undated' | 'lone';
const SECTIONS: readonly Section[] = ['dated', 'undated', 'lone'];

/** A lost witness stands just before the earliest of its heirs; those of one heir by how many others they have. */
export function rowsOf(marks: readonly Mark[], { nodes, edges }: StoryGraph): readonly Row[] {
  const at = new Map(nodes.map(({ id }, i) => [id, i]));
  const { heirs, ancestors } = neighboursOf(edges);
  const account = (id: string): boolean => nodes[at.get(id)!]?.kind === 'account';
  /** The first account that can be reached, over lost witnesses alone; null for none. */
  const first = (from: string, next: ReadonlyMap<string, readonly string[]>): number | null => {
    const seen = new Set([from]);
    const found: number[] = [];
    for (const id of seen) {
      for (const other of next.get(id) ?? []) {
        if (account(other)) found.push(at.get(other)!);
        else seen.add(other);
      }
    }
    return found.length === 0 ? null : found.reduce((a, b) => Math.min(a, b));
  };
  const placed = marks.map((mark) => {
    const places = mark.members.flatMap(({ id }) => {
      if (account(id)) return at.get(id)!;
      return first(id, heirs) ?? first(id, ancestors) ?? [];
    });
    const place = places.length === 0 ? null : places.reduce((a, b) => Math.min(a, b));
    const published = place === null ? null : nodes[place]!.published;
    const section: Section =
      place === null || mark.fold?.kind === 'lone' ? 'lone' : published === null ? 'undated' : 'dated';
    // What leads to more stands further up.
    const reach = mark.members.reduce((sum, { id }) => sum + (heirs.get(id)?.length ?? 0), 0);
    const own = mark.members.reduce((least, { id }) => Math.min(least, at.get(id)!), nodes.length);
    return { mark, published: mark.lost ? null : published, section, place: place ?? 0, reach, own };
  });
  const sorted = placed
    .sort(
      (a, b) =>
        SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section) ||
        a.place - b.place ||
        (Number(b.mark.lost) - Number(a.mark.lost)) * (a.section === 'lone' ? -1 : 1) ||
        b.reach - a.reach ||
        a.own - b.own,
    )
    .map(({ mark, published, section }) => ({ mark, published, section }));
  return sourcesFirst(sorted, neighboursOf(knownOf(edges)).ancestors);
}

/** Inside a day, and among the undated, what others have it from stands before them: dates alone do not tell. */
function sourcesFirst(
  rows: readonly Row[],
  ancestors: ReadonlyMap<string, readonly string[]>,
): readonly Row[] {
  const rowOf = new Map(rows.flatMap((row) => row.mark.members.map(({ id }) => [id, row] as const)));
  const done = new Set<Row>();
  const open = new Set<Row>();
  for (const first of rows) {
    const stack = [first];
    for (let row = stack.at(-1); row !== undefined; row = stack.at(-1)) {
      // Opened before: all that it waited for is done, or waits for it in turn, and a circle has no first.
      if (open.has(row)) {
        done.add(row);
        stack.pop();
        continue;
      }
      open.add(row);
      for (const { id } of row.mark.members) {
        for (const source of ancestors.get(id) ?? []) {
          const before = rowOf.get(source);
          if (before !== undefined && !open.has(before) && together(before, row)) stack.push(before);
        }
      }
    }
  }
  return [...done];
}

/** A lost witness has no day but its heirs'. */
const together = (a: Row, b: Row): boolean =>
  a.section === b.section && (a.mark.lost || a.published?.slice(0, 10) === b.published?.slice(0, 10));
