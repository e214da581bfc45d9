/** Accounts with what their user says of them. */
import { type Amendments, saidOf } from '../model/amendments.js';
import type { Document } from '../model/document.js';
import { append } from '../text/multimap.js';
import { outerRefs } from '../text/refs.js';

/** Documents with what is said of them by path, URL or id; what is said last counts. */
export function amendAccounts(documents: readonly Document[], amendments: Amendments): Document[] {
  const said = saidOf(amendments, 'account');
  const byRef = new Map(documents.map((document) => [document.ref, document]));
  const names = ({ ref, id, url }: Document): readonly string[] =>
    url === null ? [ref, id] : [ref, id, url];
  const named = new Map<string, number[]>();
  said.forEach(({ ref }, i) => {
    append(named, ref, i);
  });
  const of = (called: readonly string[]): number[] => called.flatMap((name) => named.get(name) ?? []);
  return documents.map((document) => {
    const own = new Set(of(names(document)));
    // What is attached to a letter that is not published, or packed with it, is not published either.
    const around = outerRefs(document.ref).flatMap((ref) => {
      const outer = byRef.get(ref);
      return of(outer === undefined ? [ref] : names(outer));
    });
    const changes = [...new Set([...own, ...around])].sort((a, b) => a - b);
    const told: { [field: string]: string } = {};
    for (const i of changes) {
      const { what: _w, ref: _r, note: _n, by: _b, at: _a, ...words } = said[i]!;
      for (const [field, value] of Object.entries(own.has(i) ? words : { status: words.status }))
        if (value !== undefined) told[field] = value;
    }
    return { ...document, ...told };
  });
}
