/** Which claims speak of a place in a text. */
import type { Claim } from '../model/record.js';
import type { Anchor } from '../model/span.js';

interface Focus {
  readonly start: number;
  readonly end: number;
  /** Place of its claim among all. */
  readonly claim: number;
}

interface Row {
  /** Ascending by start. */
  readonly foci: Focus[];
  /** Of each focus the greatest end of it and all before it: where it falls short, nothing before reaches. */
  readonly reach: number[];
}

/** The foci of claims by document, so that a mention is looked up in the time of what stands around it. */
export class Foci {
  private readonly rows = new Map<string, Row>();

  constructor(claims: readonly Claim[]) {
    claims.forEach(({ statements }, claim) => {
      for (const { focus } of statements) {
        for (const { doc, start, end } of focus) {
          const row = this.rows.get(doc);
          if (row) row.foci.push({ start, end, claim });
          else this.rows.set(doc, { foci: [{ start, end, claim }], reach: [] });
        }
      }
    });
    for (const { foci, reach } of this.rows.values()) {
      foci.sort((x, y) => x.start - y.start);
      for (const { end } of foci) reach.push(Math.max(end, reach.at(-1) ?? 0));
    }
  }

  /** Indices of the claims with a focus around any of the mentions, ascending, each with the documents where it is so. */
  around(mentions: readonly Anchor[]): [claim: number, docs: ReadonlySet<string>][] {
    const found = new Map<number, Set<string>>();
    for (const { doc, start, end } of mentions) {
      const row = this.rows.get(doc);
      if (!row) continue;
      let low = 0;
      for (let high = row.foci.length; low < high; ) {
        const middle = (low + high) >> 1;
        if (row.foci[middle]!.start <= start) low = middle + 1;
        else high = middle;
      }
      for (let i = low - 1; i >= 0 && row.reach[i]! >= end; i--) {
        if (row.foci[i]!.end < end) continue;
        const { claim } = row.foci[i]!;
        found.set(claim, (found.get(claim) ?? new Set<string>()).add(doc));
      }
    }
    return [...found].sort(([a], [b]) => a - b);
  }
}
