/** A record's stemma as it is drawn: a story a panel, the largest first, small ones as a row each once there are many. */
import { clip, counted } from '../plain.js';
import type { View } from '../view.js';
import { foldStory } from './fold.js';
import { type StemmaNode, stemmaOf } from './graph.js';
import type { Mark } from './marks.js';
import { behindOf } from './neighbours.js';
import { type Row, rowsOf } from './rows.js';
import { type Story, storiesOf } from './stories.js';
import { strongest, type Tie, tiesBetween } from './ties.js';
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
  const stories = storiesOf(stemmaOf(view), view);
  const named = stories.length > 1;
  const drawn: Panel[] = [];
  const folded: Story[] = [];
  let left = MOST_ROWS_IN_ALL;
  for (const story of stories) {
    const tied = story.graph.edges.length > 0 || story.graph.families.length > 0;
    const marks = tied || !named ? foldStory(story.graph) : [];
    if (marks.length > 0 && marks.length <= left) {
      left -= marks.length;
      drawn.push(panelOf(story, marks));
    } else folded.push(story);
  }
  return folded.length === 0 ? drawn : [...drawn, storyRows(folded, drawn.length > 0)];
}

function panelOf({ title, graph, implied, across }: Story, marks: readonly Mark[]): Panel {
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
    ...(across > 0 ? [`${counted(across, 'tie')} to other stories`] : []),
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
