/** Lines that outlets repeat, told as rows of passages. */
import { BOILERPLATE, ROW } from '../model/passage-rows.js';
import { LINE } from './boilerplate.js';
import { type Corpus, locator } from './corpus.js';
import { Uint32List } from './kernel/grow.js';

/**
 * Rows (model/passage-rows.ts) that tell what was found: each line in the first document of its outlet that has it and in
 * each other one from `firstNew` on, by the later document. Lines of one outlet (`outletOf` a document) stand together in
 * the lists.
 */
export function boilerplateRows(
  corpus: Corpus,
  lists: readonly Uint32Array[],
  outletOf: (doc: number) => string | null,
  firstNew: number,
): Uint32Array {
  const rows = new Uint32List();
  const locate = locator(corpus);
  let outlet: string | null = null;
  // By hash: the first line (document, offsets from and to), and the last document that has it.
  let first = new Map<number, { doc: number; start: number; end: number; last: number }>();
  for (const lines of lists) {
    for (let l = 0; l < lines.length; l += LINE) {
      const [doc, start, end, hash] = [lines[l]!, lines[l + 1]!, lines[l + 2]!, lines[l + 3]!];
      if (outletOf(doc) !== outlet) first = new Map();
      outlet = outletOf(doc);
      const [from, to] = locate(doc, start, end);
      const known = first.get(hash);
      if (known === undefined) first.set(hash, { doc, start: from, end: to, last: doc });
      else if (known.last !== doc) {
        known.last = doc;
        if (doc < firstNew) continue;
        for (const field of [
          known.doc,
          doc,
          known.start,
          known.end,
          from,
          to,
          end - start,
          end - start,
          ((end - start) | BOILERPLATE) >>> 0,
        ])
          rows.push(field);
      }
    }
  }
  const order = new Float64Array(rows.length / ROW);
  for (let r = 0; r < order.length; r++) order[r] = rows.values[r * ROW + 1]! * order.length + r;
  order.sort();
  const sorted = new Uint32Array(rows.length);
  for (let r = 0; r < order.length; r++) {
    const from = (order[r]! % order.length) * ROW;
    sorted.set(rows.values.subarray(from, from + ROW), r * ROW);
  }
  return sorted;
}
