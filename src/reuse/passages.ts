import type { Passage } from '../model/record.js';
import type { Anchor } from '../model/span.js';
import { anchor } from '../text/anchors.js';
import { contentId } from '../text/ids.js';
import { findRows, type ReuseDocument, type ReuseOptions } from './rows.js';

/**
 * The passages that documents share word for word or edited, between all pairs, exact to the word on both sides; `a` is
 * the document that comes first in the array. Passages lie in text of the article: blocks of role byline, credit,
 * copyright and boilerplate are not read. `boilerplate`: lines that one outlet repeats under its articles (three or
 * more that are otherwise no copies); they make no passage among themselves.
 */
export function findPassages(
  documents: readonly ReuseDocument[],
  options: ReuseOptions = {},
): { readonly passages: Passage[]; readonly boilerplate: Anchor[] } {
  const { rows, boilerplate } = findRows(documents, options);
  return {
    passages: rows.map((row) => {
      const a = anchor(documents[row.a]!, { start: row.aStart, end: row.aEnd });
      const b = anchor(documents[row.b]!, { start: row.bStart, end: row.bEnd });
      return {
        id: contentId('p', a.doc, a.start, a.end, b.doc, b.start, b.end),
        a,
        b,
        kind: row.matched === row.aWords && row.matched === row.bWords ? 'verbatim' : 'edited',
        similarity: (2 * row.matched) / (row.aWords + row.bWords),
      };
    }),
    boilerplate: boilerplate.map((line) => anchor(documents[line.doc]!, line)),
  };
}
