import type { DocumentAttribution } from '../../model/document-attribution.js';
import { type AccountPage, heading, linesOf, notes, type PageOptions, pageOf } from '../account-page.js';
import { padStart, wrap } from '../columns.js';
import { lineFinder } from '../lines.js';
import { counted, plain } from '../plain.js';
import { extentLabel } from '../view.js';
import { type QuotedDocument, type Quotes, type Selection, speakersOf } from './quotes.js';
import { ATTITUDES, cueOf, placeOf, saidBy, textOf, whoIs } from './words.js';

export interface QuotesPageOptions extends PageOptions {
  /** What was asked for, to be said at the top. */
  readonly selection: Selection;
  /** How many attributions there are of which the shown ones were selected. */
  readonly all: number;
}

/** Wider lines are hard to read. */
const WIDEST = 110;
const NARROWEST = 40;
/** Columns before the words, the line number in them. */
const GUTTER = 7;

/** In pieces, one an account: a corpus is longer than a string may be. */
export function* toQuotesPage(quotes: Quotes, options: QuotesPageOptions): Iterable<string> {
  const page = pageOf(options, NARROWEST, WIDEST);
  yield linesOf(header(page, quotes, options));
  for (const quoted of quotes.documents) {
    if (quoted.attributions.length > 0) yield `\n${linesOf(account(page, quoted))}`;
  }
  const noted = notes(page, quotes.messages);
  if (noted.length > 0) yield `\n${linesOf(noted)}`;
}

function header(
  { width, paint }: AccountPage,
  quotes: Quotes,
  { selection, all }: QuotesPageOptions,
): readonly string[] {
  const shown = quotes.documents.flatMap(({ attributions }) => attributions);
  const forms = (['direct', 'mixed', 'indirect'] as const).flatMap((form) => {
    const n = shown.filter((found) => found.form === form).length;
    return n === 0 ? [] : [`${n.toLocaleString('en-US')} ${form}`];
  });
  const open = shown.filter(({ speaker }) => speaker === null).length;
  const asked = [
    ...(selection.speaker === null ? [] : [`by “${plain(selection.speaker)}”`]),
    ...(selection.outlet === null ? [] : [`in “${plain(selection.outlet)}”`]),
    ...(selection.forms === null ? [] : [[...selection.forms].join(' or ')]),
  ].join(', ');
  const extent = extentLabel({ documents: quotes.documents.map(({ document }) => document) });
  const sums = `${forms.length > 0 ? `: ${forms.join(', ')}` : ''}${open > 0 ? `; ${open.toLocaleString('en-US')} with nobody resolved` : ''}`;
  const count =
    asked === ''
      ? `${counted(shown.length, 'attribution')}${sums}`
      : `${shown.length.toLocaleString('en-US')} of ${counted(all, 'attribution')}, ${asked}${sums}`;
  const how =
    'At the left the line of each in its text, at the end its characters. Speakers are as each account tells them.';
  return [
    ...wrap(extent, width).map(paint.bold),
    ...wrap(count, width),
    ...(shown.length > 0 ? wrap(how, width).map(paint.dim) : []),
  ];
}

function account(page: AccountPage, { document, attributions }: QuotedDocument): readonly string[] {
  const lineOf = lineFinder(document.text);
  return [
    ...heading(page, document),
    ...attributions.flatMap((found, i) => [...(i > 0 ? [''] : []), ...attribution(page, found, lineOf)]),
  ];
}

/** Who; the words; then cue, circumstances, form and place. */
function attribution(
  { width, paint }: AccountPage,
  found: DocumentAttribution,
  lineOf: (at: number) => number,
): readonly string[] {
  const room = width - GUTTER;
  const who = saidBy(found)
    .map(({ name, office }) => (office === '' ? name : `${name} (${office})`))
    .join(' and ');
  const words = textOf(found.content);
  const lines = [
    ...wrap(who, room).map(found.speaker === null ? paint.yellow : paint.bold),
    ...(words === '' ? [] : wrap(words, room)),
    ...wrap(circumstances(found).join(' · '), room).map(paint.dim),
  ];
  const place = placeOf(found)[0];
  const number = place === undefined ? '' : String(lineOf(place.start));
  return lines.map(
    (line, i) => `${i === 0 ? paint.dim(padStart(number, GUTTER - 2)) : ' '.repeat(GUTTER - 2)}  ${line}`,
  );
}

function circumstances(found: DocumentAttribution): readonly string[] {
  const { form, attitude, medium, through } = found;
  const cue = cueOf(found);
  const own = new Set(speakersOf(found).map(({ name }) => name));
  const attitudeLabel = ATTITUDES[attitude];
  const spans = placeOf(found).map(({ start, end }) => `${start}–${end}`);
  return [
    cue === '' ? 'no words of attribution' : cue,
    ...(medium === null ? [] : [`in ${whoIs(medium).name}`]),
    ...through.filter((name) => !own.has(name)).map((name) => `through ${plain(name)}`),
    ...(attitudeLabel === null ? [] : [attitudeLabel]),
    form,
    spans.join(', '),
  ];
}
