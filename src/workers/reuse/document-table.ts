/** The documents of a run over a corpus, by number: what rows and messages say of them, and where their texts stand. */
import { about } from '../../ingest/document.js';
import type { Message } from '../../model/message.js';
import type { Allocate, Segment } from '../../reuse/segment.js';
import type { Rows } from './messages.js';

/** Where the text of a document is found again: its source (corpus, then against), and its bytes there. */
export interface TextPlace {
  readonly source: number;
  readonly start: number;
  readonly end: number;
}

/** What is known of each document, in the order of reading. */
export class DocumentTable {
  readonly segments: Segment[] = [];
  readonly ids: string[] = [];
  readonly outlets: (string | null)[] = [];
  readonly messages: Message[] = [];
  /** Documents whose id another has. */
  readonly taken: number[] = [];
  readonly unpublished = new Set<number>();
  private firstNew = 0;
  private readonly known = new Map<string, number>();
  private readonly outletNames = new Map<string, string>();
  /** By segment: its source, where its batch begins, and where its rows stand in the batch. */
  private readonly batches: {
    readonly first: number;
    readonly source: number;
    readonly offset: number;
    readonly starts: Uint32Array;
    readonly ends: Uint32Array;
  }[] = [];

  /** Adds the documents of a batch: of which source, what messages call it, where in it the batch begins. */
  add(source: number, ref: string, offset: number, rows: Rows): void {
    const { segment, ids, outlets, lines, starts, ends } = rows;
    for (const i of rows.unpublished) this.unpublished.add(this.ids.length + i);
    this.messages.push(...rows.messages);
    if (ids.length === 0) return;
    this.batches.push({ first: this.ids.length, source, offset, starts, ends });
    this.segments.push(segment);
    ids.forEach((id, i) => {
      const before = this.known.get(id);
      // What is asked about may stand in the corpus already; it is one document then.
      if (before !== undefined && before < this.firstNew) this.taken.push(before);
      else if (before !== undefined) {
        this.taken.push(this.ids.length);
        const place = lines.length > 0 ? `line ${lines[i]}: ` : '';
        this.messages.push(
          about('duplicate-id', 'error', ref, `${place}the id "${id}" is taken; the row was left out`),
        );
      }
      this.known.set(id, this.ids.length);
      this.ids.push(id);
      const outlet = outlets[i] ?? null;
      // One string an outlet, not one a document.
      if (outlet !== null && !this.outletNames.has(outlet)) this.outletNames.set(outlet, outlet);
      this.outlets.push(outlet === null ? null : this.outletNames.get(outlet)!);
    });
  }

  /** What comes from now on is asked about; returns the number of its first document. */
  startNew(): number {
    this.firstNew = this.ids.length;
    return this.firstNew;
  }

  /** Outlet of each document by number, 0 where it is not known. */
  outletNumbers(allocate: Allocate): Uint32Array {
    const numbers = new Map([...this.outletNames.keys()].map((name, i) => [name, i + 1]));
    const list = new Uint32Array(allocate(this.outlets.length * 4));
    this.outlets.forEach((outlet, doc) => {
      list[doc] = outlet === null ? 0 : numbers.get(outlet)!;
    });
    return list;
  }

  /** Where the text of a document is found again. */
  place(doc: number): TextPlace {
    let low = 0;
    let high = this.batches.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.batches[middle]!.first <= doc) low = middle;
      else high = middle - 1;
    }
    const { first, source, offset, starts, ends } = this.batches[low]!;
    const i = doc - first;
    // Whole documents are counted, not measured.
    if (starts.length === 0) return { source, start: offset + i, end: offset + i };
    return { source, start: offset + starts[i]!, end: offset + ends[i]! };
  }
}
