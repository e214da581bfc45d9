import type { Claim, Time, TimelineEntry } from '../model/record.js';
import { compareStrings } from '../text/order.js';

/** One entry for each claim that names a point or stretch of calendar time, from its earliest statement that does. */
export function makeTimeline(times: readonly Time[], claims: readonly Claim[]): TimelineEntry[] {
  const byDocument = new Map<string, Time[]>();
  for (const time of times) {
    if ((time.start === null && time.end === null) || time.type === 'SET' || time.type === 'DURATION')
      continue;
    const known = byDocument.get(time.anchor.doc);
    if (known) known.push(time);
    else byDocument.set(time.anchor.doc, [time]);
  }
  const entries = claims.flatMap((claim): TimelineEntry[] => {
    for (const statement of claim.statements) {
      if (statement.stance !== 'asserts') continue;
      const time = (byDocument.get(statement.anchor.doc) ?? []).find(({ anchor }) =>
        statement.focus.some((f) => f.start <= anchor.start && anchor.end <= f.end),
      );
      if (time)
        return [
          {
            start: (time.start ?? time.end)!,
            end: (time.end ?? time.start)!,
            precision: precision((time.start ?? time.end)!),
            claim: claim.id,
            anchor: time.anchor,
          },
        ];
    }
    return [];
  });
  return entries.sort(
    (x, y) =>
      compareStrings(x.start, y.start) || compareStrings(x.end, y.end) || compareStrings(x.claim, y.claim),
  );
}

function precision(iso: string): TimelineEntry['precision'] {
  if (iso.length <= 4) return 'year';
  if (iso.length <= 7) return 'month';
  return iso.length <= 10 ? 'day' : 'time';
}
