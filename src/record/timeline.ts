import type { Claim, Time, TimelineEntry } from '../model/record.js';
import { append } from '../text/multimap.js';
import { compareStrings } from '../text/order.js';
import { encloses } from '../text/spans.js';

/**
 * One entry for each claim that names a point or stretch of calendar time, from its earliest statement that does; where
 * its accounts differ on the time (drift or conflict), one for each time told. Ascending; a year stands before its days.
 */
export function makeTimeline(times: readonly Time[], claims: readonly Claim[]): TimelineEntry[] {
  const byDocument = new Map<string, Time[]>();
  for (const time of times) {
    if ((time.start === null && time.end === null) || time.type === 'SET' || time.type === 'DURATION')
      continue;
    append(byDocument, time.anchor.doc, time);
  }
  const entries = claims.flatMap((claim): TimelineEntry[] => {
    const told = claim.statements.flatMap(({ stance, anchor, focus }): TimelineEntry[] => {
      const time = (byDocument.get(anchor.doc) ?? []).find((t) =>
        focus.some((part) => encloses(part, t.anchor)),
      );
      return stance === 'asserts' && time ? [entry(time, claim.id)] : [];
    });
    const differ = [...claim.drift, ...claim.conflicts].some(({ kind }) => kind === 'time');
    return differ
      ? told.filter((one, at) => told.slice(0, at).every((other) => apart(one, other)))
      : told.slice(0, 1);
  });
  return entries.sort(
    (x, y) =>
      compareStrings(x.start, y.start) ||
      compareStrings(x.end, y.end) ||
      compareStrings(x.claim, y.claim) ||
      compareStrings(x.anchor.doc, y.anchor.doc),
  );
}

function entry({ start, end, anchor }: Time, claim: string): TimelineEntry {
  return {
    start: (start ?? end)!,
    end: (end ?? start)!,
    precision: precision((start ?? end)!),
    open: start === null ? 'start' : end === null ? 'end' : null,
    claim,
    anchor,
  };
}

/** Whether two times cannot be the same, at the precision both have: a month is not apart from its days. */
function apart(x: TimelineEntry, y: TimelineEntry): boolean {
  return before(x.end, y.start) || before(y.end, x.start);
}

function before(a: string, b: string): boolean {
  const common = Math.min(a.length, b.length);
  return a.slice(0, common) < b.slice(0, common);
}

function precision(iso: string): TimelineEntry['precision'] {
  if (iso.length <= 4) return 'year';
  if (iso.length <= 7) return 'month';
  return iso.length <= 10 ? 'day' : 'time';
}
