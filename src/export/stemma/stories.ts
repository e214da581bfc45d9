/** The stemma by stories: what of it each panel is about. */
import type { Family } from '../../model/record.js';
import { append } from '../../text/multimap.js';
import { unique, type View } from '../view.js';
import type { Stemma, StemmaEdge, StemmaNode } from './graph.js';
import type { StoryGraph } from './marks.js';
import { withoutImplied } from './ties.js';

export interface Story {
  readonly title: string;
  readonly graph: StoryGraph;
  /** Edges left out: those that follow from others, and those that lead to another story. */
  readonly implied: number;
  readonly across: number;
}

/** Of accounts that are in no story. */
const NONE = { id: '', title: 'In no story' };

/** The largest first, else in the order of the record. */
export function storiesOf(all: Stemma, view: View): readonly Story[] {
  const { record } = view;
  const stemma = withCorpusSources(all, view);
  const home = new Map(record.stories.flatMap((s) => s.documents.map((doc) => [doc, s.id] as const)));
  const reports = new Map(record.lineage.reports.map(({ doc, of }) => [doc, of]));
  const nodes = nodesByStory(stemma, home, view);
  // Lineage stays inside a story; else the heir's is meant.
  const edges = new Map<string, StemmaEdge[]>();
  for (const edge of stemma.edges) append(edges, storyOf(edge, home), edge);
  const families = new Map<string, Family[]>();
  for (const family of record.lineage.families) {
    for (const story of unique(family.members.map(({ doc }) => home.get(doc) ?? NONE.id)))
      append(families, story, family);
  }
  return [...record.stories, NONE]
    .flatMap(({ id, title }) => {
      const here = nodes.get(id) ?? [];
      if (here.length === 0) return [];
      return storyOfNodes(title, here, edges.get(id) ?? [], families.get(id) ?? [], reports);
    })
    .sort((a, b) => accountsIn(b) - accountsIn(a));
}

const accountsIn = ({ graph }: Story): number => graph.nodes.filter(({ kind }) => kind === 'account').length;

const storyOf = ({ source, target }: StemmaEdge, home: ReadonlyMap<string, string>): string =>
  home.get(target) ?? home.get(source) ?? NONE.id;

function storyOfNodes(
  title: string,
  nodes: readonly StemmaNode[],
  edges: readonly StemmaEdge[],
  families: readonly Family[],
  reports: ReadonlyMap<string, string>,
): Story {
  const ids = new Set(nodes.map(({ id }) => id));
  const inside = edges.filter(({ source, target }) => ids.has(source) && ids.has(target));
  const drawn = withoutImplied(inside, reports);
  const ends = (of: readonly StemmaEdge[]) => new Set(of.flatMap(({ source, target }) => [source, target]));
  const [tied, linked] = [ends(inside), ends(drawn)];
  return {
    title,
    graph: {
      // A source with nothing but implied ties is told by the account of it that is here.
      nodes: nodes.filter(({ id, kind }) => kind === 'account' || linked.has(id) || !tied.has(id)),
      edges: drawn,
      families: families.flatMap(({ id, origin, members }) => {
        const here = members.flatMap(({ doc }) => (ids.has(doc) ? [doc] : []));
        return here.length > 1 ? [{ id, origin, members: here }] : [];
      }),
    },
    implied: inside.length - drawn.length,
    across: edges.length - inside.length,
  };
}

/** Accounts where they belong, a source in every story that has a tie to it, else where it is first spoken of. */
function nodesByStory(
  { nodes, edges }: Stemma,
  home: ReadonlyMap<string, string>,
  view: View,
): ReadonlyMap<string, readonly StemmaNode[]> {
  const storiesOfSource = new Map<string, string[]>();
  for (const edge of edges) {
    for (const id of [edge.source, edge.target]) append(storiesOfSource, id, storyOf(edge, home));
  }
  const found = new Map<string, StemmaNode[]>();
  for (const node of nodes) {
    if (node.kind === 'account') append(found, home.get(node.id) ?? NONE.id, node);
    else {
      const tied = storiesOfSource.get(node.id);
      for (const story of unique(tied ?? [spokenOf(node.id, home, view)])) append(found, story, node);
    }
  }
  return found;
}

function spokenOf(source: string, home: ReadonlyMap<string, string>, view: View): string {
  const mention = view.source(source)?.mentions.find(({ doc }) => home.has(doc));
  return (mention && home.get(mention.doc)) ?? view.record.stories[0]?.id ?? NONE.id;
}

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
