/** Passages as passim (Smith, Cordell and others) gives them: clusters of passages, one passage a line. */
import { ROW } from '../../model/passage-rows.js';

/** Two stretches of one document are one passage if they overlap by this part of the shorter one. */
const SAME_STRETCH = 0.5;

export interface PassimTable {
  readonly ids: readonly string[];
  readonly outlets: readonly (string | null)[];
}

/** One passage of a cluster. Clusters are numbered from 0 in the order in which they first appear in the corpus. */
export interface ClusterPassage {
  readonly cluster: number;
  /** Passages in the cluster. */
  readonly size: number;
  readonly doc: number;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

/** Passages that rest on one another, through overlaps in one document and rows between two, by cluster and document. */
export function clustersOf(rows: readonly Uint32Array[]): ClusterPassage[] {
  const count = rows.reduce((sum, list) => sum + list.length / ROW, 0);
  const docs = new Uint32Array(count * 2);
  const starts = new Uint32Array(count * 2);
  const ends = new Uint32Array(count * 2);
  let side = 0;
  for (const list of rows) {
    for (let r = 0; r < list.length; r += ROW) {
      for (let k = 0; k < 2; k++) {
        docs[side] = list[r + k]!;
        starts[side] = list[r + 2 + 2 * k]!;
        ends[side++] = list[r + 3 + 2 * k]!;
      }
    }
  }
  const order = new Uint32Array(count * 2);
  for (let s = 0; s < order.length; s++) order[s] = s;
  order.sort((p, q) => docs[p]! - docs[q]! || starts[p]! - starts[q]! || ends[q]! - ends[p]!);

  // Sides of one document that overlap make one stretch.
  const stretchOf = new Uint32Array(count * 2);
  const stretches: { doc: number; start: number; end: number }[] = [];
  for (const s of order) {
    const last = stretches.at(-1);
    const overlap = last?.doc === docs[s] ? Math.min(last!.end, ends[s]!) - starts[s]! : 0;
    if (
      overlap >= SAME_STRETCH * Math.min(ends[s]! - starts[s]!, last ? last.end - last.start : 0) &&
      overlap > 0
    )
      last!.end = Math.max(last!.end, ends[s]!);
    else stretches.push({ doc: docs[s]!, start: starts[s]!, end: ends[s]! });
    stretchOf[s] = stretches.length - 1;
  }

  const parent = new Uint32Array(stretches.length);
  for (let i = 0; i < parent.length; i++) parent[i] = i;
  const root = (of: number): number => {
    let at = of;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (let s = 0; s < stretchOf.length; s += 2) {
    const [p, q] = [root(stretchOf[s]!), root(stretchOf[s + 1]!)];
    parent[Math.max(p, q)] = Math.min(p, q);
  }
  const sizes = new Uint32Array(stretches.length);
  for (let i = 0; i < stretches.length; i++) sizes[root(i)]!++;
  const numbers = new Map<number, number>();
  return stretches
    .map(({ doc, start, end }, i) => {
      const top = root(i);
      if (!numbers.has(top)) numbers.set(top, numbers.size);
      return { cluster: numbers.get(top)!, size: sizes[top]!, doc, start, end };
    })
    .sort((p, q) => p.cluster - q.cluster || p.doc - q.doc || p.start - q.start);
}

/**
 * passim's fields, after those of the row itself: uid (the document), gid (its series), cluster, size, begin, end (code
 * points, as passim counts), id, series (the outlet), text (of the passage). `row`: the other fields of a document.
 */
export function* passimLines(
  passages: Iterable<ClusterPassage>,
  { ids, outlets }: PassimTable,
  textOf: (doc: number) => string,
  row: (doc: number) => { readonly [field: string]: unknown },
): Generator<string> {
  const series = new Map<string, number>();
  for (const { cluster, size, doc, start, end } of passages) {
    const text = textOf(doc);
    const name = outlets[doc] ?? ids[doc]!;
    if (!series.has(name)) series.set(name, series.size);
    const begin = codePoints(text, 0, start);
    const exact = text.slice(start, end);
    const { text: _, ...fields } = row(doc);
    yield `${JSON.stringify({
      ...fields,
      uid: doc,
      gid: series.get(name)!,
      cluster,
      size,
      begin,
      end: begin + codePoints(exact, 0, exact.length),
      id: ids[doc]!,
      series: name,
      text: exact,
    })}\n`;
  }
}

function codePoints(text: string, from: number, to: number): number {
  let count = to - from;
  for (let i = from; i + 1 < to; i++) {
    const code = text.charCodeAt(i);
    if (code < 0xd800 || code > 0xdbff) continue;
    const low = text.charCodeAt(i + 1);
    if (low >= 0xdc00 && low <= 0xdfff) {
      count--;
      i++;
    }
  }
  return count;
}
