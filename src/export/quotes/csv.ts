/** Attributions as a table: one a row. */
import type { Document } from '../../model/document.js';
import type { DocumentAttribution } from '../../model/document-attribution.js';
import type { Anchor } from '../../model/span.js';
import { ACCOUNT_COLUMNS, type Columns, toTable } from '../csv.js';
import { lineFinder } from '../lines.js';
import { type Quotes, speakersOf } from './quotes.js';
import { placeOf, textOf } from './words.js';

interface Row {
  readonly found: DocumentAttribution;
  readonly document: Document;
  readonly line: number | null;
}

/** Several of one kind in a cell. */
const several = (items: readonly (string | null)[]): string =>
  items.some((item) => item !== null) ? items.map((item) => item ?? '').join('; ') : '';

/** `words` is `text.slice(start, end)` wherever the content is one stretch; else `spans` has each. */
const COLUMNS: Columns<Row> = {
  speaker: ({ found }) => several(speakersOf(found).map(({ name }) => name)),
  role: ({ found }) => several(speakersOf(found).map(({ role }) => role)),
  organisation: ({ found }) => several(speakersOf(found).map(({ organisation }) => organisation)),
  kind: ({ found }) => (found.speaker === null ? 'unresolved' : found.speaker.kind),
  named: ({ found }) => (found.speaker === null ? '' : found.speaker.named ? 'yes' : 'no'),
  candidates: ({ found }) => several(found.candidates.map(({ name }) => name)),
  cue: ({ found }) => textOf(found.cue),
  words: ({ found }) => exactly(found.content),
  form: ({ found }) => found.form,
  attitude: ({ found }) => found.attitude,
  told: ({ found }) => found.told,
  medium: ({ found }) => found.medium?.name ?? null,
  through: ({ found }) => several(found.through),
  ...ACCOUNT_COLUMNS,
  line: ({ line }) => line,
  start: ({ found }) => placeOf(found)[0]?.start ?? null,
  end: ({ found }) => placeOf(found).at(-1)?.end ?? null,
  spans: ({ found }) =>
    placeOf(found)
      .map(({ start, end }) => `${start}-${end}`)
      .join(' '),
  source: ({ found }) => exactly(found.source),
  document: ({ found }) => found.doc,
  id: ({ found }) => found.id,
  parent: ({ found }) => found.parent,
};

const exactly = (anchors: readonly Anchor[]): string => anchors.map(({ exact }) => exact).join(' … ');

export function toQuotesCsv({ documents }: Quotes): Iterable<string> {
  return toTable(COLUMNS, rows(documents));
}

function* rows(documents: Quotes['documents']): Iterable<Row> {
  for (const { document, attributions } of documents) {
    const lineOf = lineFinder(document.text);
    for (const found of attributions) {
      const place = placeOf(found)[0];
      yield { found, document, line: place === undefined ? null : lineOf(place.start) };
    }
  }
}
