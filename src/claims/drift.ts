/** What changed at the word between a statement and the one it descends from. */
import type { LocalFigure } from '../model/analysis.js';
import type { Drift, Source } from '../model/record.js';
import type { Span } from '../model/span.js';
import { anchor } from '../text/anchors.js';
import { actorDrift } from './actors.js';
import { attributionDrift } from './attribution-drift.js';
import { conditionLost } from './conditions.js';
import { degreeDrift } from './degrees.js';
import { baseUnit, compatible, pairFigures, pairHeirs } from './figures.js';
import { hedgesLost } from './hedge-drift.js';
import { changedQuotation } from './quotations.js';
import { placesDiffer } from './slots.js';
import { by, type Candidate, itemKey } from './statements.js';
import { timeDrift } from './time-drift.js';

/** Drift from `from` to `to`, its descendant (or, where direction is undetermined, the later in document order). */
export function findDrift(from: Candidate, to: Candidate, sources: ReadonlyMap<string, Source>): Drift[] {
  const drift: Drift[] = [];
  const at = (candidate: Candidate, span: Span) => anchor(candidate.account.document, span);
  const words = (candidate: Candidate, span: Span): string =>
    candidate.account.document.text.slice(span.start, span.end).replace(/\s+/g, ' ');
  const pairs = [...pairFigures(from, to), ...pairHeirs(from, to)];
  for (const [x, y] of pairs) {
    if (baseUnit(x) === baseUnit(y) ? numbers(x) !== numbers(y) : !compatible(x, y)) {
      drift.push({
        kind: 'figure',
        from: at(from, x.span),
        to: at(to, y.span),
        note: `“${words(from, x.span)}” became “${words(to, y.span)}”${rate(x, y)}`,
      });
    }
    if (x.bound !== y.bound) {
      const [wide, narrow] = [withBound(from, x), withBound(to, y)];
      drift.push({
        kind: 'hedge',
        from: at(from, wide),
        to: at(to, narrow),
        note: `“${words(from, wide)}” became “${words(to, narrow)}”`,
      });
    }
  }
  drift.push(
    ...hedgesLost(
      from,
      to,
      pairs.flatMap((pair) => [...pair]),
    ),
  );
  drift.push(...conditionLost(from, to));
  if (from.assertion.kind === 'list' && to.assertion.kind === 'list') drift.push(...listDrift(from, to));
  drift.push(...degreeDrift(from, to));
  drift.push(...timeDrift(from, to));
  if (placesDiffer(from, to)) {
    const [x, y] = [from.places[0]!, to.places[0]!];
    drift.push({
      kind: 'wording',
      from: at(from, x.span),
      to: at(to, y.span),
      note: `“${words(from, x.span)}” became “${words(to, y.span)}”`,
    });
  }
  drift.push(...actorDrift(from, to), ...attributionDrift(from, to, sources), ...changedQuotation(from, to));
  return drift;
}

/** What a number became a rate of, or ceased to be one of. */
const rate = (x: LocalFigure, y: LocalFigure): string =>
  x.value === y.value && x.unit !== y.unit ? ` (${x.unit || 'in all'} → ${y.unit || 'in all'})` : '';

const numbers = (f: LocalFigure): string => `${f.value} ${f.min} ${f.max} ${f.unit}`;

/** Code units between a figure and the bound behind it: "190 million crowns at most". */
const BEHIND = 20;

/** The figure with the hedge that stands next to it: "at least 500", "190 million crowns at most". */
function withBound(candidate: Candidate, { span, hedges }: LocalFigure): Span {
  const near = [...candidate.assertion.hedges, ...hedges];
  const before = near.find((h) => h.end <= span.start && span.start - h.end <= 2);
  if (before) return { start: before.start, end: span.end };
  const behind = hedges.find((h) => h.start >= span.end && h.start - span.end <= BEHIND);
  return behind ? { start: span.start, end: behind.end } : span;
}

function listDrift(from: Candidate, to: Candidate): Drift[] {
  const items = (candidate: Candidate) =>
    candidate.draft.focus.map((a) => ({ anchor: a, key: itemKey(a.exact) }));
  const [before, after] = [items(from), items(to)];
  const dropped = before.filter((x) => !after.some((y) => y.key === x.key));
  const added = after.filter((y) => !before.some((x) => x.key === y.key));
  return [
    ...dropped.map((x) => ({
      kind: 'list' as const,
      from: x.anchor,
      to: null,
      note: `“${x.anchor.exact}” is not in the list${by(to, 'of')}`,
    })),
    ...added.map((y) => ({
      kind: 'list' as const,
      from: before[0]!.anchor,
      to: y.anchor,
      note: `“${y.anchor.exact}” was added to the list`,
    })),
  ];
}
