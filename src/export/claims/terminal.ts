/** The claims of a record on a terminal: all of them, or what was asked for. */
import type { Claim, Drift, Record } from '../../model/record.js';
import { inProse } from '../../text/describe.js';
import { linesOf } from '../account-page.js';
import { wrap } from '../columns.js';
import {
  below,
  bullet,
  claimEntry,
  GUTTER,
  headingOf,
  indented,
  type RecordPage,
  recordPage,
  type TerminalOptions,
} from '../entries.js';
import { clip, plain } from '../plain.js';
import {
  type AllButOne,
  byTelling,
  findSilence,
  type OnlyOne,
  type Silence,
  tellingLabel,
} from '../silence.js';
import { accountLabel, conflictsOf, extentLabel, viewOf } from '../view.js';
import { foundLabel, nothingLabel, SORTED } from './asked.js';
import { type ClaimsSelection, isShared, selectClaims, sorter } from './selection.js';
import { conflictLines } from './sides.js';
import { changesOf, moreOf, placeFinder, placeLabel } from './words.js';

type Lines = readonly string[];
type PlaceFinder = ReturnType<typeof placeFinder>;

/** In pieces, one an entry: a large case is longer than a string may be. */
export function* toClaimsPage(
  record: Record,
  { only = null, sort = 'accounts' }: Partial<ClaimsSelection> = {},
  options: TerminalOptions = {},
): Iterable<string> {
  const page = recordPage(viewOf(record), options);
  const silence = only === 'silence' ? findSilence(record) : { of: 0, onlyOne: [], allButOne: [] };
  const found = selectClaims(record, { only, sort });
  const head = (words: string): Lines => [
    ...wrap(extentLabel(record), page.width).map(page.paint.bold),
    ...wrap(words, page.width),
  ];
  if (found.length === 0) {
    yield linesOf(head(nothingLabel(record, only)));
    return;
  }
  yield linesOf(
    head(
      `${foundLabel(record, only, silence)}; ${SORTED[sort]}. What follows is what these accounts say, not what is so.`,
    ),
  );
  const order = sorter(record, sort);
  const placeOf = placeFinder(page.view);
  switch (only) {
    case null:
      yield* part(page, 'Claims', 'origins', found, (claim) => whole(page, claim));
      break;
    case 'single-origin': {
      const shared = found.filter(isShared);
      const lone = found.filter((claim) => !isShared(claim));
      yield* part(page, 'In more than one account', 'origins', shared, (claim) => whole(page, claim));
      yield* part(page, 'In one account', 'origins', lone, (claim) => whole(page, claim));
      break;
    }
    case 'drift':
      yield* part(page, 'What changed on the way', 'origins', found, (claim) => [
        ...whole(page, claim),
        ...changesOf(claim).flatMap((drift) => change(page, drift, placeOf)),
      ]);
      break;
    case 'conflicts': {
      const conflicts = order(conflictsOf(record), ({ claim }) => claim);
      yield* part(page, 'Where accounts conflict', '', conflicts, (conflict) =>
        conflictLines(page, conflict, placeOf),
      );
      break;
    }
    case 'silence':
      yield* silencePage(page, silence, order);
  }
}

function* part<T>(
  page: RecordPage,
  title: string,
  column: string,
  items: readonly T[],
  show: (item: T) => Lines,
): Iterable<string> {
  if (items.length === 0) return;
  const heading = `${title} (${items.length.toLocaleString('en-US')})`;
  const lines =
    column === '' ? wrap(heading, page.width).map(page.paint.bold) : [headingOf(page, heading, column)];
  yield linesOf(['', ...lines]);
  for (const item of items) yield linesOf(show(item));
}

const whole = (page: RecordPage, claim: Claim): Lines => [
  ...claimEntry(page, claim),
  ...below(page, moreOf(claim, page.view)),
];

/** The kind and what changed; then from where to where, with the words where the note does not have them. */
function change(page: RecordPage, { kind, note, from, to }: Drift, placeOf: PlaceFinder): Lines {
  const { view, width, paint } = page;
  const at = (anchor: Drift['from']): string => {
    const words = plain(anchor.exact).trim();
    const quoted = note.includes(words) ? '' : `: “${clip(words, QUOTED)}”`;
    return `${placeLabel(anchor, view, placeOf(anchor))}${quoted}`;
  };
  const room = width - GUTTER - 2;
  return [
    ...wrap(`${kind}: ${plain(note)}`, room).map((line) => indented(paint.yellow(line))),
    ...wrap(`from ${at(from)}`, room).map((line) => indented(`  ${line}`)),
    ...(to === null ? [] : wrap(`to ${at(to)}`, room)).map((line) => indented(`  ${line}`)),
  ];
}
const QUOTED = 200;

function* silencePage(
  page: RecordPage,
  silence: Silence,
  order: ReturnType<typeof sorter>,
): Iterable<string> {
  const { view } = page;
  const groups = <T extends OnlyOne | AllButOne>(items: readonly T[]) =>
    byTelling(
      order(items, ({ claim }) => claim),
      view.record,
    );
  for (const [telling, items] of groups(silence.allButOne))
    yield* part(page, `All but ${tellingLabel(telling, view)} have this`, '', items, (item) => [
      ...whole(page, item.claim),
      ...(item.earlier ? below(page, 'It was published before all that have this.') : []),
      ...perhaps(page, item, 'there'),
    ]);
  for (const [telling, items] of groups(silence.onlyOne))
    yield* part(
      page,
      `Only ${tellingLabel(telling, view)} ${telling.length > 1 ? 'have' : 'has'} this`,
      '',
      items,
      (item) => [
        ...bullet(page, `${plain(item.claim.title)} (${item.claim.id})`, Number.POSITIVE_INFINITY),
        ...cut(page, item),
        ...perhaps(page, item, 'elsewhere'),
      ],
    );
}

/** Which copies lack it. */
function cut(page: RecordPage, { telling, documents }: OnlyOne): Lines {
  const having = new Set(documents);
  const without = telling.filter((doc) => !having.has(doc)).flatMap((doc) => page.view.document(doc) ?? []);
  return without.length === 0 ? [] : below(page, `Not in ${inProse(without.map(accountLabel))}.`);
}

/** The first in full, since a claim is never shown without its source and hedge; the others by their ids. */
function perhaps(page: RecordPage, { perhaps: ids }: OnlyOne | AllButOne, where: string): Lines {
  const [first, ...others] = ids;
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : `; and ${others.join(', ')}`;
  return below(page, `Perhaps ${where} in other words: ${page.view.claim(first)!.title} (${first})${more}.`);
}
