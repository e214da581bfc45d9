/** The words beside and behind each mark. Names lead; what it has from whom follows, in neutral words. */
import { clip, counted, day, percent, plain, sentenceCase } from '../plain.js';
import type { StemmaEdge, StemmaNode } from './graph.js';
import type { Fold, Mark, StoryGraph } from './marks.js';
import { knownOf } from './neighbours.js';
import { compareStrength, type Tie } from './ties.js';

/** Characters; what is longer is cut, and stands whole in the title. */
const MOST_NAME = 34;
const MOST_WITNESS = 46;
const MOST_OTHER = 40;
const MOST_TELLING = 76;
const MOST_FOLD_TELLING = 60;
export const MOST_HEADING = 80;
export const MOST_STORY = 52;
/** Members of a fold whose names its title lists. */
const MOST_LISTED = 20;

export interface Words {
  /** In the drawing, in this order on one line. */
  readonly name: string;
  readonly telling: string;
  /** All of it, for a pointer that rests on the mark and for screen readers. */
  readonly title: string;
}

export interface Wording {
  readonly story: StoryGraph;
  readonly marks: readonly Mark[];
  /** Drawn ties, the strongest first in each mark. */
  readonly ties: readonly Tie[];
  /** Accounts that can be reached from each node over known directions. */
  readonly behind: ReadonlyMap<string, number>;
}

export function wordsOf(mark: Mark, wording: Wording): Words {
  return mark.fold === null ? ofNode(mark, mark.members[0]!, wording) : ofFold(mark, mark.fold, wording);
}

function ofNode(mark: Mark, node: StemmaNode, { story, marks, ties, behind }: Wording): Words {
  const into = ties
    .filter((tie) => tie.to === mark.id || (!tie.known && tie.from === mark.id))
    .sort((a, b) => Number(b.to === mark.id) - Number(a.to === mark.id) || compareStrength(a, b));
  const names = new Map(marks.map((m) => [m.id, nameOf(m)]));
  const from = into
    .slice(0, 1)
    .map((tie) => tieWords(tie, clip(names.get(tie.to === mark.id ? tie.from : tie.to)!, MOST_OTHER)));
  const more = into.length > 1 ? [counted(into.length - 1, 'more tie')] : [];
  const after = behind.get(node.id) ?? 0;
  const reach =
    after === 0 || (mark.lost ? false : into.length > 0 && after < 2)
      ? []
      : [`behind ${counted(after, 'account')}`];
  const telling = [...(mark.lost ? ['not read'] : []), ...from, ...more, ...reach].join(', ');
  const labels = new Map(story.nodes.map((n) => [n.id, n.label]));
  const edges = story.edges.filter(
    (e) => e.target === node.id || (e.direction === 'undetermined' && e.source === node.id),
  );
  const told = edges.map((edge) => edgeWords(edge, node.id, labels));
  const head = mark.lost
    ? `${sentenceCase(node.label)}, not among what was read`
    : `${node.label}, ${dateTime(node.published) ?? 'undated'}${node.title === null ? '' : `: “${clip(node.title, 160)}”`}`;
  return {
    name: clip(mark.lost ? sentenceCase(node.label) : node.label, mark.lost ? MOST_WITNESS : MOST_NAME),
    telling: clip(telling, MOST_TELLING),
    title: [
      clip(head, 400),
      ...told.map(sentenceCase),
      ...(after > 0 ? [`Behind ${counted(after, 'account')}`] : []),
    ].join('. '),
  };
}

function ofFold(mark: Mark, fold: Fold, { marks }: Wording): Words {
  const accounts = mark.lost ? 'sources not read' : 'accounts';
  const other = (id: string): string => {
    const found = marks.find((m) => m !== mark && m.members.some((node) => node.id === id));
    return found === undefined ? '' : nameOf(found);
  };
  const period = periodOf(mark.members);
  const names = namesOf(mark.members);
  const listed = `${names.slice(0, MOST_LISTED).join(', ')}${names.length > MOST_LISTED ? ` and ${names.length - MOST_LISTED} more` : ''}`;
  const name = foldName(mark, fold, accounts, other);
  return {
    name: clip(name, MOST_WITNESS),
    telling: clip([period, listed].filter(Boolean).join(': '), MOST_FOLD_TELLING),
    title: `${mark.members.length} ${name}${period === '' ? '' : `, ${period}`}: ${clip(listed, 1000)}`,
  };
}

/** Each name once, with how often it stands there. */
function namesOf(nodes: readonly StemmaNode[]): readonly string[] {
  const times = new Map<string, number>();
  for (const { label } of nodes) times.set(plain(label), (times.get(plain(label)) ?? 0) + 1);
  return [...times].map(([name, n]) => (n === 1 ? name : `${name} (${n})`));
}

function foldName(mark: Mark, fold: Fold, accounts: string, other: (id: string) => string): string {
  switch (fold.kind) {
    case 'lone':
      return mark.lost ? 'further sources named, not read' : 'accounts without a tie';
    case 'family': {
      const copies = mark.members.every(({ role }) => role === 'copy') ? 'copies' : 'versions';
      const origin = fold.of === null ? '' : other(fold.of);
      return origin === '' ? `${copies} of one text` : `${copies} of ${clip(origin, MOST_OTHER)}`;
    }
    case 'heirs': {
      const anchor = other(fold.of);
      return anchor === '' ? accounts : heirsName(fold, clip(anchor, MOST_OTHER));
    }
    case 'sources':
    case 'stretch':
    case 'story':
      return accounts;
  }
}

function heirsName({ relation, known }: Extract<Fold, { kind: 'heirs' }>, other: string): string {
  if (!known) return `accounts with words in common with ${other}`;
  switch (relation) {
    case 'reprint':
    case 'rewrite':
      return `${relation}s of ${other}`;
    case 'quote':
      return `accounts that share words with ${other}`;
    case 'credit':
      return `accounts that credit ${other}`;
    case 'follow-up':
      return `follow-ups to ${other}`;
  }
}

/** How other marks are told of it. */
function nameOf(mark: Mark): string {
  if (mark.fold === null) return mark.members[0]!.label;
  const [first] = mark.members;
  return `${first!.label} and ${mark.members.length - 1} more`;
}

/** "reprint of The Courier, 98 %"; of an undetermined one only what both have. */
function tieWords({ relation, known, share }: Tie, other: string): string {
  const part = share === null || share === 0 ? '' : percent(share);
  if (!known)
    return part === '' ? `tied to ${other}, direction undetermined` : `${part} in common with ${other}`;
  switch (relation) {
    case 'reprint':
    case 'rewrite':
      return `${relation} of ${other}${part === '' ? '' : `, ${part}`}`;
    case 'quote':
      return part === '' ? `quotes ${other}` : `shares ${part} with ${other}`;
    case 'credit':
      return `credits ${other}`;
    case 'follow-up':
      return `follow-up to ${other}`;
  }
}

function edgeWords(edge: StemmaEdge, node: string, labels: ReadonlyMap<string, string>): string {
  const other = labels.get(edge.source === node ? edge.target : edge.source) ?? '';
  const tie = {
    from: '',
    to: '',
    relation: edge.relation,
    known: edge.direction === 'known',
    share: edge.share,
  };
  return `${tieWords(tie, clip(other, 80))}${edge.evidence === '' ? '' : ` (${clip(edge.evidence, 120)})`}`;
}

/** "12 May 2031" → "12 May 2031"; "8 October 2030" → "8 Oct 2030". */
export const shortDay = (iso: string | null): string | null =>
  day(iso)?.replace(/\b([A-Z][a-z]{2})[a-z]+/, '$1') ?? null;

function dateTime(iso: string | null): string | null {
  const time = /T(\d\d:\d\d)/.exec(iso ?? '')?.[1];
  const date = day(iso);
  return date === null || time === undefined ? date : `${date}, ${time}`;
}

/** "3–9 May 2031", "30 Apr – 2 May 2031"; empty where no date is known. */
export function periodOf(nodes: readonly StemmaNode[]): string {
  const dates = nodes.flatMap(({ published }) => published ?? []).sort();
  const [first, last] = [shortDay(dates[0] ?? null), shortDay(dates.at(-1) ?? null)];
  if (first === null || last === null || first === last) return first ?? last ?? '';
  const [from, to] = [first.split(' '), last.split(' ')];
  if (from.length === 3 && to.length === 3 && from[2] === to[2])
    return from[1] === to[1] ? `${from[0]}–${last}` : `${from[0]} ${from[1]} – ${last}`;
  return `${first} – ${last}`;
}

/** "12 accounts; 8 go back to an internal memo seen by the Ledger, 3 to the Coastal Safety Directorate". */
export function summaryOf({ nodes, edges }: StoryGraph, behind: ReadonlyMap<string, number>): string {
  const accounts = nodes.filter(({ kind }) => kind === 'account').length;
  const heirs = new Set(knownOf(edges).map(({ target }) => target));
  const roots = nodes
    .filter(({ id }) => !heirs.has(id) && (behind.get(id) ?? 0) > 1)
    .sort((a, b) => behind.get(b.id)! - behind.get(a.id)!)
    .slice(0, 2);
  const told = roots.map(({ id, label }, i) => {
    const those = behind.get(id) === accounts ? 'all' : String(behind.get(id));
    return `${those}${i === 0 ? ' go back' : ''} to ${clip(label, 60)}`;
  });
  return [counted(accounts, 'account'), ...(told.length === 0 ? [] : [told.join(', ')])].join('; ');
}
