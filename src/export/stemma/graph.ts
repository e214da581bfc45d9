/** The stemma of a record as a graph: every account, every source that an edge or a credit names, every edge. */
import type { Edge, Family, Source } from '../../model/record.js';
import { compareDocuments, compareStrings } from '../../text/order.js';
import { clip, plain } from '../plain.js';
import { accountName, lostWitnesses, unique, type View } from '../view.js';

export interface StemmaNode {
  readonly id: string;
  /** `account` for a document of the corpus, else what kind of source it is. */
  readonly kind: 'account' | Source['kind'];
  /** Of an account its outlet, else what the user called it; of a source how the accounts describe it. */
  readonly label: string;
  readonly title: string | null;
  readonly outlet: string | null;
  /** ISO 8601 at the precision known; null of a source, and where nothing tells. */
  readonly published: string | null;
  /** Id of the family that it is a member of. */
  readonly family: string | null;
  readonly role: Family['members'][number]['role'] | null;
  /** Id of its story; null of a source that several stories have, or none. */
  readonly story: string | null;
  /** False of a lost witness: accounts have something from it, and it was not read. */
  readonly inCorpus: boolean;
}

export interface StemmaEdge {
  readonly source: string;
  readonly target: string;
  readonly relation: Edge['relation'];
  readonly direction: Edge['direction'];
  /** Part of the words of the target, 0 to 1; null where an end is no account. */
  readonly share: number | null;
  /** The notes of its evidence, each once, with "; " between. */
  readonly evidence: string;
}

export interface Stemma {
  /** Accounts in the order of the record, then sources by label. */
  readonly nodes: readonly StemmaNode[];
  /** By source and target in the order of the nodes, whatever their order in the record. */
  readonly edges: readonly StemmaEdge[];
}

/** Of a title or the notes of an edge: what is passed on carries few words of an account (DESIGN §6). */
const MOST_TEXT = 300;

export function stemmaOf(view: View): Stemma {
  const { record } = view;
  const family = new Map(
    record.lineage.families.flatMap((f) =>
      f.members.map(({ doc, role }) => [doc, { id: f.id, role }] as const),
    ),
  );
  const stories = new Map(record.stories.flatMap((s) => s.documents.map((doc) => [doc, s.id] as const)));
  const known = record.lineage.edges.filter((e) => exists(view, e.from) && exists(view, e.to));
  const accounts = [...record.documents].sort(compareDocuments).map(
    (document): StemmaNode => ({
      id: document.id,
      kind: 'account',
      label: accountName(document),
      title: document.title === null ? null : clip(document.title, MOST_TEXT),
      outlet: document.outlet === null ? null : plain(document.outlet),
      published: document.published === null ? null : plain(document.published),
      family: family.get(document.id)?.id ?? null,
      role: family.get(document.id)?.role ?? null,
      story: stories.get(document.id) ?? null,
      inCorpus: true,
    }),
  );
  const storiesOf = new Map<string, Set<string>>();
  const inStory = (source: string, doc: string): void => {
    const story = stories.get(doc);
    if (story !== undefined && view.document(source) === undefined)
      storiesOf.set(source, (storiesOf.get(source) ?? new Set()).add(story));
  };
  for (const { from, to } of known) {
    inStory(from, to);
    inStory(to, from);
  }
  const witnesses = lostWitnesses(record);
  for (const { id, mentions } of witnesses) for (const { doc } of mentions) inStory(id, doc);
  const named = unique([
    ...known.flatMap((e) => [e.from, e.to]).filter((id) => view.document(id) === undefined),
    ...witnesses.map(({ id }) => id),
  ]);
  const sources = named
    .map((id) => sourceNode(view.source(id)!, view.name(id), storiesOf.get(id) ?? new Set()))
    .sort((a, b) => compareStrings(a.label, b.label) || compareStrings(a.id, b.id));
  const nodes = [...accounts, ...sources];
  return { nodes, edges: edgesInOrder(known, nodes) };
}

const exists = (view: View, id: string): boolean =>
  view.document(id) !== undefined || view.source(id) !== undefined;

function sourceNode(source: Source, label: string, stories: ReadonlySet<string>): StemmaNode {
  return {
    id: source.id,
    kind: source.kind,
    label: label.trim(),
    title: null,
    outlet: source.kind === 'outlet' ? plain(source.name) : null,
    published: null,
    family: null,
    role: null,
    story: stories.size === 1 ? [...stories][0]! : null,
    inCorpus: source.documents.length > 0,
  };
}

function edgesInOrder(edges: readonly Edge[], nodes: readonly StemmaNode[]): readonly StemmaEdge[] {
  const at = new Map(nodes.map(({ id }, i) => [id, i]));
  return edges
    .map(
      ({ from, to, relation, direction, share, evidence }): StemmaEdge => ({
        source: from,
        target: to,
        relation,
        direction,
        share,
        evidence: clip(unique(evidence.map(({ note }) => plain(note).trim())).join('; '), MOST_TEXT),
      }),
    )
    .sort(
      (a, b) =>
        at.get(a.source)! - at.get(b.source)! ||
        at.get(a.target)! - at.get(b.target)! ||
        compareStrings(a.relation, b.relation) ||
        compareStrings(a.direction, b.direction) ||
        (a.share ?? -1) - (b.share ?? -1) ||
        compareStrings(a.evidence, b.evidence),
    );
}
