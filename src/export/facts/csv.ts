/** Facts as a table: one a row, of a name each mention. Columns that a kind of fact has no use for are empty. */
import type { Document } from '../../model/document.js';
import { ACCOUNT_COLUMNS, type Cell, type Columns, toTable } from '../csv.js';
import { contextOf, lineFinder } from '../lines.js';
import { type Fact, type FactKind, type FactOf, type Facts, inOrder } from './facts.js';

interface Row {
  readonly fact: Fact;
  readonly document: Document;
  readonly line: number;
}

/** Of facts of one kind; empty for the others. */
function only<K extends FactKind>(kind: K, of: (found: FactOf[K]) => Cell | undefined): (row: Row) => Cell {
  return ({ fact }) => (fact.kind === kind ? (of(fact.found as FactOf[K]) ?? null) : null);
}

const yes = (is: boolean): string => (is ? 'yes' : 'no');

/** `words` is `text.slice(start, end)`. */
const COLUMNS: Columns<Row> = {
  fact: ({ fact }) => fact.kind,
  kind: ({ fact }) => kindOf(fact),
  words: ({ fact }) => fact.at.exact,
  name: ({ fact }) => (fact.kind === 'name' || fact.kind === 'place' ? fact.found.name : null),
  aliases: only('name', ({ aliases }) => aliases.join('; ')),
  value: ({ fact }) => numberOf(fact),
  min: only('figure', ({ min }) => min),
  max: only('figure', ({ max }) => max),
  bound: only('figure', ({ bound }) => bound),
  unit: only('figure', ({ unit }) => unit),
  of: ({ fact }) =>
    fact.kind === 'figure' || fact.kind === 'ordinal' || fact.kind === 'list' ? fact.found.of : null,
  whose: only('figure', ({ whose }) => whose?.exact),
  hedges: only('figure', ({ hedges }) => hedges.map(({ exact }) => exact).join('; ')),
  change: only('figure', ({ change }) => (change === null ? null : `${change.direction} ${change.role}`)),
  'normal value': only('figure', ({ normal }) => normal?.value),
  'normal min': only('figure', ({ normal }) => normal?.min),
  'normal max': only('figure', ({ normal }) => normal?.max),
  'normal unit': only('figure', ({ normal }) => normal?.unit),
  timex: only('time', ({ value }) => value),
  mod: only('time', ({ mod }) => mod),
  from: only('time', ({ start }) => start),
  until: only('time', ({ end }) => end),
  country: only('place', ({ country }) => country),
  lat: only('place', ({ lat }) => lat),
  lon: only('place', ({ lon }) => lon),
  literal: only('place', ({ literal }) => yes(literal)),
  reason: only('place', ({ reason }) => reason),
  items: only('list', ({ items }) => items.map(({ exact }) => exact).join('; ')),
  named: only('list', ({ items }) => items.length),
  open: only('list', ({ open }) => yes(open)),
  ...ACCOUNT_COLUMNS,
  line: ({ line }) => line,
  start: ({ fact }) => fact.at.start,
  end: ({ fact }) => fact.at.end,
  context: ({ fact, document }) => contextOf(document.text, fact.at),
  document: ({ document }) => document.id,
};

function kindOf(fact: Fact): Cell {
  switch (fact.kind) {
    case 'ordinal':
      return null;
    case 'time':
      return fact.found.type;
    default:
      return fact.found.kind;
  }
}

/** Of a figure its one value, of an ordinal its number, of a list the count told. */
function numberOf(fact: Fact): Cell {
  switch (fact.kind) {
    case 'figure':
      return fact.found.value ?? null;
    case 'ordinal':
      return fact.found.value;
    case 'list':
      return fact.found.stated;
    default:
      return null;
  }
}

export function toFactsCsv({ documents }: Facts): Iterable<string> {
  return toTable(COLUMNS, rows(documents));
}

function* rows(documents: Facts['documents']): Iterable<Row> {
  for (const { document, facts } of documents) {
    const lineOf = lineFinder(document.text);
    for (const fact of inOrder(facts)) yield { fact, document, line: lineOf(fact.at.start) };
  }
}
