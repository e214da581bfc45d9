/** Accounts of a case in which words stand, with where. */
import type { Document } from '../model/document.js';
import type { Span } from '../model/span.js';
import { linesOf, type PageOptions, pageOf } from './account-page.js';
import { padStart, wrap } from './columns.js';
import { contextOf, lineFinder } from './lines.js';
import { counted, plain } from './plain.js';
import { accountLabel } from './view.js';

export interface FoundAccount {
  readonly document: Document;
  /** Where the words stand, in order. */
  readonly places: readonly Span[];
}

/** Accounts and places that are shown. */
const MOST_ACCOUNTS = 50;
const MOST_PLACES = 3;
/** Columns before the words. */
const GUTTER = 7;

export function* toFoundPage(
  asked: string,
  found: readonly FoundAccount[],
  options: PageOptions = {},
): Iterable<string> {
  const { width, paint } = pageOf(options, 40, 110);
  const words = plain(asked).trim();
  yield linesOf(
    wrap(`${counted(found.length, 'account has', 'accounts have')} these words: ${words}`, width).map(
      paint.bold,
    ),
  );
  for (const { document, places } of found.slice(0, MOST_ACCOUNTS)) {
    const line = lineFinder(document.text);
    const shown = apart(places, document.text).slice(0, MOST_PLACES);
    const more = places.length > 1 ? ` · ${counted(places.length, 'place')}` : '';
    yield linesOf([
      '',
      ...wrap(`${accountLabel(document)} · ${plain(document.ref)}${more}`, width).map(paint.underline),
      ...shown.flatMap((place) =>
        wrap(contextOf(document.text, place), width - GUTTER).map(
          (words, i) =>
            `${i === 0 ? `${padStart(String(line(place.start)), GUTTER - 2)}  ` : ' '.repeat(GUTTER)}${words}`,
        ),
      ),
    ]);
  }
  if (found.length > MOST_ACCOUNTS)
    yield linesOf([
      '',
      paint.dim(`and ${counted(found.length - MOST_ACCOUNTS, 'more account')}; ask for more words`),
    ]);
}

/** Places that what is shown around those before does not show. */
function apart(places: readonly Span[], text: string): readonly Span[] {
  const shown: Span[] = [];
  for (const place of places) {
    const last = shown.at(-1);
    if (
      last === undefined ||
      place.start - last.end > NEAR ||
      text.slice(last.end, place.start).includes('\n')
    )
      shown.push(place);
  }
  return shown;
}

/** Code units after a place that are shown with it, for sure. */
const NEAR = 80;
