import type { DocumentFacts } from '../../model/document-facts.js';
import { type AccountPage, heading, linesOf, notes, type PageOptions, pageOf } from '../account-page.js';
import { pad, padStart, wrap } from '../columns.js';
import { lineFinder } from '../lines.js';
import { clip, counted, plain } from '../plain.js';
import { extentLabel } from '../view.js';
import {
  countFacts,
  type DocumentWithFacts,
  FACT_KINDS,
  type Fact,
  type FactSelection,
  type Facts,
  inOrder,
} from './facts.js';
import { readingOf } from './words.js';

export interface FactsPageOptions extends PageOptions {
  /** What was asked for, to be said at the top. */
  readonly selection: FactSelection;
}

/** Wider lines are hard to read. */
const WIDEST = 130;
const NARROWEST = 50;
/** Columns before the words: the line number, and the kind of fact. */
const GUTTER = 16;
/** Of a fact's own words so many are shown; lists run long. */
const WORDS = 60;

/** In pieces, one an account: a corpus is longer than a string may be. */
export function* toFactsPage(facts: Facts, options: FactsPageOptions): Iterable<string> {
  const page = pageOf(options, NARROWEST, WIDEST);
  yield linesOf(header(page, facts, options.selection));
  for (const found of facts.documents) {
    const lines = account(page, found);
    if (lines.length > 0) yield `\n${linesOf([...heading(page, found.document), ...lines])}`;
  }
  const noted = notes(page, facts.messages);
  if (noted.length > 0) yield `\n${linesOf(noted)}`;
}

function header(
  { width, paint }: AccountPage,
  facts: Facts,
  { words, outlet }: FactSelection,
): readonly string[] {
  const counts = countFacts(facts);
  const found = FACT_KINDS.flatMap((kind) => (counts[kind] > 0 ? [counted(counts[kind], kind)] : []));
  const asked = [
    ...(words === null ? [] : [`with “${plain(words)}”`]),
    ...(outlet === null ? [] : [`in “${plain(outlet)}”`]),
  ].join(', ');
  const extent = extentLabel({ documents: facts.documents.map(({ document }) => document) });
  const sums = found.length === 0 ? 'No fact' : found.join(', ');
  const how =
    'At the left the line of each in its text. Times are told from the day of the account. Names and places stand where they are first met.';
  return [
    ...wrap(extent, width).map(paint.bold),
    ...wrap(asked === '' ? sums : `${sums}, ${asked}`, width),
    ...(found.length > 0 ? wrap(how, width).map(paint.dim) : []),
  ];
}

function account(page: AccountPage, { document, facts }: DocumentWithFacts): readonly string[] {
  const lineOf = lineFinder(document.text);
  let before = 0;
  return inOrder(facts)
    .filter(firstMet(facts))
    .flatMap((fact) => {
      const line = lineOf(fact.at.start);
      const shown = row(page, fact, line === before ? null : line);
      before = line;
      return shown;
    });
}

/** Names and places where they are first met; a name that is a place with a point on the map is that place. */
function firstMet({ places }: DocumentFacts): (fact: Fact) => boolean {
  const starts = new Set(places.map(({ anchor }) => anchor.start));
  const met = new Set<string>();
  return (fact) => {
    if (fact.kind === 'name')
      return (
        fact.at === fact.found.mentions[0] && !(fact.found.kind === 'place' && starts.has(fact.at.start))
      );
    if (fact.kind !== 'place') return true;
    const key = JSON.stringify([fact.found.name, fact.found.lat, fact.found.lon, fact.found.literal]);
    return !met.has(key) && met.add(key).size > 0;
  };
}

/** The words with what they are read as behind them, or below where the line is short. */
function row({ width, paint }: AccountPage, fact: Fact, line: number | null): readonly string[] {
  const words = fact.kind === 'list' ? '' : clip(fact.at.exact, WORDS);
  const told = [words, readingOf(fact)].filter((part) => part !== '').join('  ');
  const label = `${padStart(line === null ? '' : String(line), 5)}  ${pad(fact.kind, GUTTER - 8)} `;
  return wrap(told, width - GUTTER).map((part, i) => {
    const shown =
      i === 0 && words !== '' && part.startsWith(words) ? paint.bold(words) + part.slice(words.length) : part;
    return i === 0 ? paint.dim(label) + shown : ' '.repeat(GUTTER) + shown;
  });
}
