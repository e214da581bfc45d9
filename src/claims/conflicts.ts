/** Statements of one claim that cannot both hold, and only those. */

import { EVERY_YEAR, NAMED_DAY } from '../language/en/months.js';
import type { LocalTime } from '../model/analysis.js';
import type { Drift } from '../model/record.js';
import type { Anchor, Span } from '../model/span.js';
import type { DraftConflict } from '../model/story.js';
import { anchor } from '../text/anchors.js';
import { playsDown, takenBack } from './denials.js';
import { compatible, contradict, isRateOf, pairFigures, pairHeirs } from './figures.js';
import { type Candidate, itemKey } from './statements.js';
import { DAY_LENGTH, meets } from './times.js';

interface Side {
  readonly anchors: Anchor[];
  readonly statements: string[];
}

/** A conflict that denials may still join. */
interface OpenConflict extends DraftConflict {
  readonly sides: readonly Side[];
}

export function findConflicts(
  asserting: readonly Candidate[],
  denying: readonly Candidate[],
): DraftConflict[] {
  const conflicts = [...figureConflicts(asserting), ...timeConflicts(asserting), ...listConflicts(asserting)];
  const taken = new Set(denying.filter((denial) => takeSide(denial, asserting, conflicts)));
  return [
    ...conflicts,
    ...denials(
      asserting,
      // What an account takes back it no longer says: that is a correction.
      denying.filter((denial) => !taken.has(denial) && !takenBack(denial)),
    ),
  ];
}

/** "The spokesman does not accept it. The excess would be 190 million": who denies one number and tells another stands with that. */
function takeSide(
  denial: Candidate,
  asserting: readonly Candidate[],
  conflicts: readonly OpenConflict[],
): boolean {
  const next = asserting.find(
    ({ draft, assertion }) =>
      draft.doc === denial.draft.doc && assertion.sentence === denial.assertion.sentence + 1,
  );
  const side = conflicts
    .flatMap(({ sides }) => sides)
    .find(({ statements }) => next !== undefined && statements.includes(next.draft.id));
  if (!side) return false;
  side.anchors.push(...denial.draft.focus);
  side.statements.push(denial.draft.id);
  return true;
}

const at = (candidate: Candidate, span: Span): Anchor => anchor(candidate.account.document, span);

/** One side for each number that cannot be the first; statements whose numbers agree stand together. */
function figureConflicts(asserting: readonly Candidate[]): OpenConflict[] {
  const conflicts: OpenConflict[] = [];
  const told = new Set<string>();
  for (const first of asserting) {
    for (const figure of first.figures) {
      const key = `${first.draft.doc} ${figure.span.start}`;
      if (told.has(key)) continue;
      const agree: Side = { anchors: [at(first, figure.span)], statements: [first.draft.id] };
      const differ: Side = { anchors: [], statements: [] };
      for (const other of asserting) {
        if (other === first) continue;
        const pair =
          pairFigures(first, other).find(([x]) => x === figure) ??
          pairHeirs(first, other).find(([x, y]) => x === figure && (isRateOf(x, y) || isRateOf(y, x)));
        if (!pair) continue;
        const differs = contradict(first, other, pair) && !bothPossible(first, other);
        if (!differs && !compatible(pair[0], pair[1])) continue;
        const side = differs ? differ : agree;
        side.anchors.push(at(other, pair[1].span));
        side.statements.push(other.draft.id);
        told.add(`${other.draft.doc} ${pair[1].span.start}`);
      }
      for (const side of differ.anchors.length > 0 ? [agree, differ] : [])
        addEqual(side, [agree, differ], asserting);
      if (differ.anchors.length > 0) {
        conflicts.push({
          kind: 'figure',
          note: `“${agree.anchors[0]!.exact}” against “${differ.anchors[0]!.exact}”${figure.of === '' ? '' : ` (${figure.of})`}`,
          sides: [agree, differ],
        });
      }
    }
  }
  return conflicts;
}

/** Statements that tell the number of a side without what it counts ("the excess would be 190 million") stand with it. */
function addEqual(side: Side, sides: readonly Side[], asserting: readonly Candidate[]): void {
  const placed = new Set(sides.flatMap(({ statements }) => statements));
  const own = asserting.filter(({ draft }) => side.statements.includes(draft.id));
  for (const other of asserting) {
    if (placed.has(other.draft.id)) continue;
    const pair = own
      .flatMap((c) => pairHeirs(c, other))
      .find(([x, y]) => x.value !== null && x.value === y.value && x.unit === y.unit);
    if (!pair) continue;
    side.anchors.push(at(other, pair[1].span));
    side.statements.push(other.draft.id);
  }
}

/** "May cost 40 million", "may cost 60 million": either may be. */
const bothPossible = (a: Candidate, b: Candidate): boolean =>
  a.assertion.modality === 'possible' && b.assertion.modality === 'possible';

/**
 * Days of one thing done that do not meet. Only where each statement names one stretch of calendar time, and none of the
 * claim names both: "begins on June 2 and runs through Sept. 30" sets "on June 2" and "until 30 September" at peace.
 */
function timeConflicts(asserting: readonly Candidate[]): OpenConflict[] {
  const datesOf = (c: Candidate): readonly LocalTime[] => c.times.flatMap((t) => dayOf(c, t) ?? []);
  const dated = asserting.flatMap((c) => {
    const times = datesOf(c);
    return times.length === 1 && c.assertion.kind === 'clause' ? [{ c, time: times[0]! }] : [];
  });
  const spanning = asserting.map(datesOf).filter((times) => times.length > 1);
  const bothNamed = (a: LocalTime, b: LocalTime): boolean =>
    spanning.some((times) => times.some((t) => meets(t, a)) && times.some((t) => meets(t, b)));
  const first = dated[0];
  if (!first) return [];
  const agree: Side = { anchors: [], statements: [] };
  const differ: Side = { anchors: [], statements: [] };
  for (const { c, time } of dated) {
    // A day against a week is a matter of precision, and what is planned may still move.
    if (
      time.start!.length !== first.time.start!.length ||
      (time.start === time.end) !== (first.time.start === first.time.end) ||
      c.assertion.modality !== first.c.assertion.modality
    )
      continue;
    const agrees = meets(first.time, time) || oneOfYear(first, { c, time });
    if (!agrees && bothNamed(first.time, time)) continue;
    const side = agrees ? agree : differ;
    side.anchors.push(at(c, time.span));
    side.statements.push(c.draft.id);
  }
  if (differ.anchors.length === 0) return [];
  return [
    {
      kind: 'time',
      note: `“${agree.anchors[0]!.exact}” against “${differ.anchors[0]!.exact}”`,
      sides: [agree, differ],
    },
  ];
}

/** A date; "Friday afternoon" as the Friday, since the hour of a day that is not named was read with a guess. Null for others. */
function dayOf(c: Candidate, t: LocalTime): LocalTime | null {
  if (t.start === null || t.end === null) return null;
  if (t.type === 'DATE') return EVERY_YEAR.test(at(c, t.span).exact) ? null : t;
  if (t.type !== 'TIME' || !NAMED_DAY.test(at(c, t.span).exact)) return null;
  return { ...t, start: t.start.slice(0, DAY_LENGTH), end: t.end.slice(0, DAY_LENGTH) };
}

/** "In December", "9 December 2034" and "9 December", in accounts of one story: a year that is not told is a guess. */
function oneOfYear(...told: readonly { readonly c: Candidate; readonly time: LocalTime }[]): boolean {
  const [x, y] = told.map(({ time }) => (DAY_OR_MONTH.test(time.value) ? time.value.slice(YEAR) : null));
  return x != null && x === y && told.some(({ c, time }) => !/\d{4}/.test(at(c, time.span).exact));
}

/** Code units of a year in an ISO 8601 day. */
const YEAR = 4;

const DAY_OR_MONTH = /^\d{4}-\d{2}(?:-\d{2})?$/;

/** Two lists that are each said to be whole, and name different things. */
function listConflicts(asserting: readonly Candidate[]): OpenConflict[] {
  const lists = asserting.flatMap((c) => {
    const list = c.assertion.list === null ? null : (c.account.analysis.lists[c.assertion.list] ?? null);
    return list && c.assertion.kind === 'list' && !list.open && list.stated === list.items.length
      ? [{ c, list }]
      : [];
  });
  const first = lists[0];
  if (!first) return [];
  const keys = (c: Candidate): string =>
    c.draft.focus
      .map((a) => itemKey(a.exact))
      .sort()
      .join('|');
  const agree: Side = { anchors: [], statements: [] };
  const differ: Side = { anchors: [], statements: [] };
  for (const { c } of lists) {
    const side = keys(c) === keys(first.c) ? agree : differ;
    side.anchors.push(...c.draft.focus);
    side.statements.push(c.draft.id);
  }
  if (differ.anchors.length === 0) return [];
  return [
    {
      kind: 'list',
      note: 'lists that are each said to be whole name different things',
      sides: [agree, differ],
    },
  ];
}

/** What the others do. */
function noteOf(denying: readonly Candidate[]): string {
  const little = denying.filter(playsDown).length;
  const verb = little === 0 ? 'denied' : little === denying.length ? 'played down' : 'denied or played down';
  return `asserted by some, ${verb} by others`;
}

/** A named denial faces what it denies. */
function denials(asserting: readonly Candidate[], denying: readonly Candidate[]): DraftConflict[] {
  if (asserting.length === 0 || denying.length === 0) return [];
  const side = (candidates: readonly Candidate[]): Side => ({
    anchors: candidates.flatMap((c) => c.draft.focus),
    statements: candidates.map((c) => c.draft.id),
  });
  return [
    {
      kind: 'wording',
      note: noteOf(denying),
      sides: [side(asserting), side(denying)],
    },
  ];
}

const GOES_ON = /^,[^,.;:]{1,80}\s(?:and|or)\s/;

/** A stated count against the things named, inside one account: "10 cities", nine of them named. */
export function countsAgainstNames(candidates: readonly Candidate[]): Drift[] {
  return candidates.flatMap((c) => {
    const list =
      c.assertion.kind === 'list' && c.assertion.list !== null
        ? (c.account.analysis.lists[c.assertion.list] ?? null)
        : null;
    if (!list || list.stated === null || list.statedSpan === null || list.stated === list.items.length)
      return [];
    // "Six were hurt: two officers, two guards, an aide and a lobbyist": the items count for themselves.
    const counted = list.items.some((item) =>
      c.account.analysis.figures.some((f) => f.span.start >= item.start && f.span.end <= item.end),
    );
    const last = list.items[list.items.length - 1]!;
    // "Pumps, hoses and ladders, boats and ropes": the list was read up to an "and" inside an item.
    const goesOn = GOES_ON.test(c.account.document.text.slice(last.end, c.draft.anchor.end));
    if (counted || goesOn) return [];
    return [
      {
        kind: 'list' as const,
        from: at(c, list.statedSpan),
        to: at(c, { start: list.items[0]!.start, end: last.end }),
        note: `${list.stated} said, ${list.items.length} named${list.open ? ' (the list is not said to be whole)' : ''}`,
      },
    ];
  });
}
