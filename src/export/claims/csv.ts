/** Claims as a table: one a row; of conflicts a side a row, of drift a change, of silence a claim with whose it is. */
import type { Claim, Conflict, Drift, Record } from '../../model/record.js';
import type { Anchor } from '../../model/span.js';
import { onClaim } from '../amended.js';
import { type Cell, type Columns, toTable } from '../csv.js';
import { clip } from '../plain.js';
import { byTelling, findSilence, type Telling } from '../silence.js';
import {
  accountLabel,
  accountsOf,
  conflictsOf,
  type PassOnOptions,
  refuseUnpublished,
  unique,
  type View,
  viewOf,
} from '../view.js';
import { type ClaimsSelection, earliestOf, selectClaims, sorter } from './selection.js';
import { changesOf, hedgesOf, placeFinder, speakersAt } from './words.js';

/** Characters of a quotation: a sentence is rarely longer, and a whole page that calls itself one is cut. */
const QUOTED = 600;

type PlaceFinder = ReturnType<typeof placeFinder>;

/**
 * The claims that are asked for. Throws RangeError where the record holds unpublished accounts and they are not meant to
 * be passed on.
 */
export function toClaimsCsv(
  record: Record,
  { only = null, sort = 'accounts' }: Partial<ClaimsSelection> = {},
  options: PassOnOptions = {},
): Iterable<string> {
  refuseUnpublished(record, options);
  const view = viewOf(record);
  const placeOf = placeFinder(view);
  const claims = selectClaims(record, { only, sort });
  const order = sorter(record, sort);
  const ofClaim = claimColumns(view, placeOf);
  switch (only) {
    case null:
    case 'single-origin':
      return toTable(
        ofClaim,
        claims.map((claim) => ({ claim })),
      );
    case 'conflicts':
      return toTable(
        { ...sideColumns(view, placeOf), ...ofClaim },
        order(conflictsOf(record), ({ claim }) => claim).flatMap(({ claim, conflict }, i) =>
          conflict.sides.map(
            (side, nth): SideRow => ({ claim, conflict, side, number: i + 1, nth: nth + 1 }),
          ),
        ),
      );
    case 'drift':
      return toTable(
        { ...driftColumns(view, placeOf), ...ofClaim },
        claims.flatMap((claim) => changesOf(claim).map((drift): DriftRow => ({ claim, drift }))),
      );
    case 'silence':
      return toTable({ ...silenceColumns(view), ...ofClaim }, silenceRows(record, order));
  }
}

interface ClaimRow {
  readonly claim: Claim;
}

function claimColumns(view: View, placeOf: PlaceFinder): Columns<ClaimRow> {
  const first = ({ claim }: ClaimRow): Anchor => earliestOf(claim).anchor;
  return {
    claim: ({ claim }) => claim.title,
    min: ({ claim }) => claim.origins.min,
    max: ({ claim }) => claim.origins.max,
    reason: ({ claim }) => claim.origins.reason,
    accounts: ({ claim }) => accountsOf(claim).length,
    where: ({ claim }) => labels(accountsOf(claim), view),
    origins: ({ claim }) => claim.origins.roots.map(view.name).join('; '),
    hedges: ({ claim }) => hedgesOf(claim.statements).join('; '),
    kind: ({ claim }) => claim.kind,
    story: ({ claim }) => view.story(claim.story)?.title ?? null,
    changes: ({ claim }) => changesOf(claim).length,
    conflicts: ({ claim }) => claim.conflicts.length,
    possible: ({ claim }) => claim.possible.length,
    amended: ({ claim }) => onClaim(claim, view).join(' '),
    sentence: (row) => clip(first(row).exact, QUOTED),
    date: (row) => view.document(first(row).doc)?.published ?? null,
    file: (row) => placeOf(first(row))?.file ?? null,
    line: (row) => placeOf(first(row))?.line ?? null,
    id: ({ claim }) => claim.id,
  };
}

interface SideRow extends ClaimRow {
  readonly conflict: Conflict;
  readonly side: Conflict['sides'][number];
  readonly number: number;
  readonly nth: number;
}

function sideColumns(view: View, placeOf: PlaceFinder): Columns<SideRow> {
  const all = (anchors: readonly Anchor[], what: (anchor: Anchor) => string): string =>
    unique(anchors.map(what)).join('; ');
  return {
    conflict: ({ number }) => number,
    side: ({ nth }) => nth,
    differs: ({ conflict }) => conflict.kind,
    note: ({ conflict }) => conflict.note,
    words: ({ side }) => all(side.anchors, ({ exact }) => clip(exact, QUOTED)),
    side_accounts: ({ side }) =>
      labels(
        side.anchors.map(({ doc }) => doc),
        view,
      ),
    side_behind: ({ claim, side }) => all(side.anchors, (anchor) => speakersAt(claim, anchor, view)),
    side_min: ({ side }) => side.origins.min,
    side_max: ({ side }) => side.origins.max,
    side_reason: ({ side }) => side.origins.reason,
    side_places: ({ side }) => all(side.anchors, (anchor) => placeWords(anchor, placeOf)),
  };
}

interface DriftRow extends ClaimRow {
  readonly drift: Drift;
}

function driftColumns(view: View, placeOf: PlaceFinder): Columns<DriftRow> {
  const end = (name: string, of: (drift: Drift) => Anchor | null): Columns<DriftRow> => {
    const column =
      (what: (anchor: Anchor) => Cell) =>
      ({ drift }: DriftRow): Cell => {
        const anchor = of(drift);
        return anchor === null ? null : what(anchor);
      };
    return {
      [name]: column(({ exact }) => clip(exact, QUOTED)),
      [`${name}_account`]: column(({ doc }) => labels([doc], view)),
      [`${name}_file`]: column((anchor) => placeOf(anchor)?.file ?? null),
      [`${name}_line`]: column((anchor) => placeOf(anchor)?.line ?? null),
    };
  };
  return {
    change: ({ drift }) => drift.kind,
    note: ({ drift }) => drift.note,
    ...end('from', ({ from }) => from),
    ...end('to', ({ to }) => to),
  };
}

interface SilenceRow extends ClaimRow {
  readonly telling: Telling;
  readonly part: 'all but' | 'only';
  /** Null where it has no meaning. */
  readonly earlier: boolean | null;
  readonly perhaps: readonly string[];
}

function silenceColumns(view: View): Columns<SilenceRow> {
  return {
    part: ({ part }) => part,
    account: ({ telling }) => labels(telling, view),
    earlier: ({ earlier }) => (earlier === null ? null : earlier ? 'yes' : 'no'),
    perhaps: ({ perhaps }) => perhaps.map((id) => view.claim(id)!.title).join('; '),
  };
}

function silenceRows(record: Record, order: ReturnType<typeof sorter>): readonly SilenceRow[] {
  const { onlyOne, allButOne } = findSilence(record);
  const rows = (found: readonly SilenceRow[]): readonly SilenceRow[] =>
    byTelling(
      order(found, ({ claim }) => claim),
      record,
    ).flatMap(([, items]) => items);
  return [
    ...rows(allButOne.map((item) => ({ ...item, part: 'all but' }))),
    ...rows(onlyOne.map((item) => ({ ...item, part: 'only', earlier: null }))),
  ];
}

const labels = (docs: readonly string[], view: View): string =>
  unique(docs.flatMap((id) => view.document(id) ?? []).map(accountLabel)).join('; ');

function placeWords(anchor: Anchor, placeOf: PlaceFinder): string {
  const place = placeOf(anchor);
  return place === null ? '' : `${place.file}:${place.line}`;
}
