/** A record's stemma as it is drawn: a story a panel, the largest first, small ones as a row each once there are many. */

import type { Family } from '../../model/record.js';
import { clip, counted } from '../plain.js';
import { unique, type View } from '../view.js';
import { foldStory } from './fold.js';
import { type Stemma, type StemmaEdge, type StemmaNode, stemmaOf } from './graph.js';
import type { Mark, StoryGraph } from './marks.js';
import { append, behindOf } from './neighbours.js';
import { type Row, rowsOf } from './rows.js';
import { strongest, type Tie, tiesBetween, withoutImplied } from './ties.js';
import { MOST_HEADING, MOST_STORY, periodOf, summaryOf, type Words, wordsOf } from './words.js';

/** Rows of all stories together: some three screens. What is left after the largest stories is a row each. */
export const MOST_ROWS_IN_ALL = 100;
/** Of stories drawn as one row; further ones are one row together. */
export const MOST_STORY_ROWS = 40;

export interface PanelRow extends Row {
  readonly words: Words;
}

/** One story, or the stories that are not drawn, a row each. */
export interface Panel {
  readonly title: string;
  readonly summary: string;
  readonly rows: readonly PanelRow[];
  /** By the ids of marks. */
  readonly ties: readonly Tie[];
  /** What is left out, in a sentence; empty where nothing is. */
  readonly note: string;
}

export function drawingOf(view: View): readonly Panel[] {
  const stories = storiesOf(view);
  const named = stories.length > 1;
  const drawn: Panel[] = [];
  const folded: Story[] = [];
  let left = MOST_ROWS_IN_ALL;
  for (const story of stories) {
    const tied = story.graph.edges.length > 0 || story.graph.families.length > 0;
    const marks = tied || !named ? foldStory(story.graph) : [];
    // A row behind which nothing is drawn yet may be as long as it is.
    if (marks.length > 0 && (marks.length <= left || drawn.length === 0)) {
      left -= marks.length;
      drawn.push(panelOf(story, marks));
    } else if (story.graph.nodes.length > 0) folded.push(story);
  }
  return folded.length === 0 ? drawn : [...drawn, storyRows(folded, drawn.length > 0)];
}

interface Story {
  readonly title: string;
  readonly graph: StoryGraph;
  /** Edges that follow from others. */
  readonly implied: number;
}

/** By number of accounts, else in the order of the record; accounts of no story are one of their own, the last. */
function storiesOf(view: View): readonly Story[] {
  const { record } = view;
  const stemma = withCorpusSources(stemmaOf(view), view);
  const storyOf = new Map(record.stories.flatMap((s) => s.documents.map((doc) => [doc, s.id] as const)));
  const reportOf = new Map(record.lineage.reports.map(({ doc, of }) => [doc, of]));
  const stories = [...record.stories, { id: '', title: 'In no story', documents: [] }];
  const edgesOf = new Map<string, StemmaEdge[]>();
  const nodesOf = new Map<string, Set<StemmaNode>>();
  const at = new Map(stemma.nodes.map(({ id }, i) => [id, i]));
  const add = (story: string, id: string): void => {
    nodesOf.set(story, (nodesOf.get(story) ?? new Set()).add(stemma.nodes[at.get(id)!]!));
  };
  const familiesOf = new Map<string, Family[]>();
  for (const family of record.lineage.families) {
    for (const story of unique(family.members.map(({ doc }) => storyOf.get(doc) ?? '')))
      append(familiesOf, story, family);
  }
  for (const node of stemma.nodes) {
    if (node.kind === 'account') add(storyOf.get(node.id) ?? '', node.id);
  }
  const tied = new Set<string>();
  for (const edge of stemma.edges) {
    // Lineage stays inside a story; of two accounts the heir's story is meant.
    const story = storyOf.get(edge.target) ?? storyOf.get(edge.source) ?? '';
    append(edgesOf, story, edge);
    for (const id of [edge.source, edge.target]) {
      tied.add(id);
      if (stemma.nodes[at.get(id)!]!.kind !== 'account') add(story, id);
    }
  }
  for (const node of stemma.nodes) {
    if (node.kind === 'account' || node.inCorpus || tied.has(node.id)) continue;
    const spoken = view.source(node.id)?.mentions.find(({ doc }) => storyOf.has(doc));
    add((spoken && storyOf.get(spoken.doc)) ?? stories[0]!.id, node.id);
  }
  return stories
    .map(({ id, title }) => {
      const nodes = [...(nodesOf.get(id) ?? [])].sort((a, b) => at.get(a.id)! - at.get(b.id)!);
      const ids = new Set(nodes.map((node) => node.id));
      const all = (edgesOf.get(id) ?? []).filter((e) => ids.has(e.source) && ids.has(e.target));
      const edges = withoutImplied(all, reportOf);
      const linked = new Set(edges.flatMap((e) => [e.source, e.target]));
      const families = (familiesOf.get(id) ?? []).flatMap((family) => {
        const members = family.members.flatMap(({ doc }) => (ids.has(doc) ? [doc] : []));
        return members.length > 1 ? [{ id: family.id, origin: family.origin, members }] : [];
      });
      // A source behind which another account of the same stands is that account.
      const shown = nodes.filter((n) => n.inCorpus || linked.has(n.id) || !tied.has(n.id));
      return { title, graph: { nodes: shown, edges, families }, implied: all.length - edges.length };
    })
    .filter(({ graph }) => graph.nodes.length > 0)
    .sort((a, b) => accountsIn(b) - accountsIn(a));
}

const accountsIn = ({ graph }: Story): number => graph.nodes.filter(({ kind }) => kind === 'account').length;

/** A source that one document of the corpus is, is drawn as that document. */
function withCorpusSources({ nodes, edges }: Stemma, view: View): Stemma {
  const own = new Map(
    nodes.flatMap(({ id }) => {
      const documents = (view.source(id)?.documents ?? []).filter((doc) => view.document(doc) !== undefined);
      return documents.length === 1 ? [[id, documents[0]!] as const] : [];
    }),
  );
  const end = (id: string): string => own.get(id) ?? id;
  return {
    nodes: nodes.filter(({ id }) => !own.has(id)),
    edges: edges
      .map((edge) => ({ ...edge, source: end(edge.source), target: end(edge.target) }))
      .filter(({ source, target }) => source !== target),
  };
}

function panelOf({ title, graph, implied }: Story, marks: readonly Mark[]): Panel {
  const rows = rowsOf(marks, graph);
  const row = new Map(rows.map(({ mark }, i) => [mark.id, i]));
  const markOf = new Map(marks.flatMap((mark) => mark.members.map(({ id }) => [id, mark.id] as const)));
  const all = tiesBetween(
    graph.edges,
    (node) => markOf.get(node),
    (mark) => row.get(mark)!,
  );
  const ties = strongest(
    all,
    marks.some(({ fold }) => fold !== null && fold.kind !== 'lone'),
  );
  const behind = behindOf(graph);
  const wording = { story: graph, marks, ties, behind };
  const notes = [
    ...(implied > 0 ? [`${counted(implied, 'tie')} that a copy has from the text it takes over`] : []),
    ...(all.length > ties.length ? [`${counted(all.length - ties.length, 'weaker tie')}`] : []),
  ];
  return {
    title: clip(title, MOST_HEADING),
    summary: summaryOf(graph, behind),
    rows: rows.map((found) => ({ ...found, words: wordsOf(found.mark, wording) })),
    ties,
    note: notes.length === 0 ? '' : `Not drawn: ${notes.join('; ')}.`,
  };
}

function storyRows(stories: readonly Story[], further: boolean): Panel {
  const row = (nodes: readonly StemmaNode[], name: string, telling: string): PanelRow => {
    const accounts = nodes.filter(({ kind }) => kind === 'account');
    const members = accounts.length > 0 ? accounts : nodes;
    return {
      mark: { id: `story ${members[0]!.id}`, fold: { kind: 'story' }, members, lost: accounts.length === 0 },
      published: null,
      section: 'dated',
      words: { name, telling, title: `${name}: ${telling}` },
    };
  };
  const shown = stories.length <= MOST_STORY_ROWS + 1 ? stories : stories.slice(0, MOST_STORY_ROWS);
  const rest = stories.slice(shown.length);
  const rows = shown.map(({ title, graph }) =>
    row(
      graph.nodes,
      clip(title, MOST_STORY),
      [periodOf(graph.nodes), summaryOf(graph, behindOf(graph))].filter(Boolean).join(': '),
    ),
  );
  const others = rest.flatMap(({ graph }) => graph.nodes);
  if (rest.length > 0) rows.push(row(others, `in ${rest.length} more stories`, periodOf(others)));
  return {
    title: further ? 'Further stories' : 'Stories',
    summary: `${counted(stories.length, 'story', 'stories')}, a row each`,
    rows,
    ties: [],
    note: '',
  };
}
