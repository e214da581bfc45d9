/** What changed at the word between a statement and the one it descends from. */
import type { LocalFigure, LocalTime } from '../model/analysis.js';
import type { Drift } from '../model/record.js';
import type { Span } from '../model/span.js';
import { contentWords } from '../similarity/words.js';
import { anchor } from '../text/anchors.js';
import { conditionLost } from './conditions.js';
import { degreeDrift } from './degrees.js';
import { compatible, pairFigures } from './figures.js';
import { changedQuotation } from './quotations.js';
import { placesDiffer } from './slots.js';
import { type Candidate, itemKey, wordsOf } from './statements.js';
import { timesDiffer } from './times.js';

/** Drift from `from` to `to`, its descendant (or, where direction is undetermined, the later in document order). */
export function findDrift(from: Candidate, to: Candidate, sourceName: (id: string) => string): Drift[] {
  const drift: Drift[] = [];
  const at = (candidate: Candidate, span: Span) => anchor(candidate.account.document, span);
  const words = (candidate: Candidate, span: Span): string =>
    candidate.account.document.text.slice(span.start, span.end).replace(/\s+/g, ' ');
  const pairs = pairFigures(from, to);
  for (const [x, y] of pairs) {
    if (x.unit === y.unit ? numbers(x) !== numbers(y) : !compatible(x, y)) {
      drift.push({
        kind: 'figure',
        from: at(from, x.span),
        to: at(to, y.span),
        note: `“${words(from, x.span)}” became “${words(to, y.span)}”`,
      });
    } else if (x.bound !== y.bound) {
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
  drift.push(...conditionLost(from, to, by(to)));
  if (from.assertion.kind === 'list' && to.assertion.kind === 'list') drift.push(...listDrift(from, to));
  drift.push(...degreeDrift(from, to));
  if (timesDiffer(from, to)) {
    const told = (t: LocalTime): boolean => t.start !== null || t.end !== null;
    const [x, y] = [from.times.find(told)!, to.times.find(told)!];
    drift.push({
      kind: 'time',
      from: at(from, x.span),
      to: at(to, y.span),
      note: `“${words(from, x.span)}” became “${words(to, y.span)}”`,
    });
  }
  if (placesDiffer(from, to)) {
    const [x, y] = [from.places[0]!, to.places[0]!];
    drift.push({
      kind: 'wording',
      from: at(from, x.span),
      to: at(to, y.span),
      note: `“${words(from, x.span)}” became “${words(to, y.span)}”`,
    });
  }
  drift.push(
    ...actorDrift(from, to),
    ...attributionDrift(from, to, sourceName),
    ...changedQuotation(from, to),
  );
  return drift;
}

/** A drift without a second anchor says in words whose account it is in. */
const by = ({ account: { document } }: Candidate, word = 'by'): string =>
  ` ${word} ${document.outlet ?? document.ref}`;

const numbers = (f: LocalFigure): string => `${f.value} ${f.min} ${f.max} ${f.unit}`;

/** The figure with the hedge that stands next to it: "at least 500". */
function withBound(candidate: Candidate, figure: LocalFigure): Span {
  const before = candidate.assertion.hedges.find(
    (h) => h.end <= figure.span.start && figure.span.start - h.end <= 2,
  );
  return before ? { start: before.start, end: figure.span.end } : figure.span;
}

/** Code units behind a hedge in which the word that it weakens stands. */
const NEXT_WORDS = 60;

/** Hedges of the ancestor that stand nowhere in the descendant; those that bind a paired figure are told there. */
function hedgesLost(from: Candidate, to: Candidate, figures: readonly LocalFigure[]): Drift[] {
  const text = (candidate: Candidate, span: Span): string =>
    wordsOf(candidate.account.document.text.slice(span.start, span.end)).join(' ');
  const bindsFigure = (span: Span): boolean =>
    figures.some((f) =>
      span.end <= f.span.start + 1
        ? f.span.start - span.end <= 2
        : span.start < f.span.end && f.span.start < span.end,
    );
  const kept = new Set(to.assertion.hedges.map((h) => text(to, h)));
  const free = to.assertion.hedges.filter((h) => !bindsFigure(h));
  // One hedge exchanged for another is not a hedge lost.
  if (free.length > 0) return [];
  // What was not passed on at all lost no hedge: the word that it weakens is in the descendant.
  const passedOn = new Set(contentWords(to.unit.text).map((word) => word.stem));
  const weakened = (span: Span): boolean => {
    const after = from.account.document.text.slice(span.end, span.end + NEXT_WORDS);
    const next = contentWords(after)[0];
    return next === undefined || passedOn.has(next.stem);
  };
  return from.assertion.hedges
    .filter((h) => !bindsFigure(h) && !kept.has(text(from, h)) && weakened(h))
    .map((h) => ({
      kind: 'hedge' as const,
      from: anchor(from.account.document, h),
      to: null,
      note: `“${from.account.document.text.slice(h.start, h.end)}” was dropped${by(to)}`,
    }));
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

function actorDrift(from: Candidate, to: Candidate): Drift[] {
  const [x, y] = [from.assertion.subject, to.assertion.subject];
  if (!x || !y || from.actors.length === 0 || to.actors.length === 0) return [];
  const keys = (candidate: Candidate) =>
    new Set(candidate.actors.flatMap((n) => [n.name, ...n.aliases]).map((n) => wordsOf(n).join(' ')));
  const known = keys(from);
  if ([...keys(to)].some((key) => known.has(key))) return [];
  const [a, b] = [anchor(from.account.document, x), anchor(to.account.document, y)];
  return [{ kind: 'actor', from: a, to: b, note: `“${a.exact}” became “${b.exact}”` }];
}

function attributionDrift(from: Candidate, to: Candidate, sourceName: (id: string) => string): Drift[] {
  const before = attributionOf(from);
  if (!before || from.speaker === null) return [];
  const source = before.source[0] ?? before.cue[0];
  if (!source) return [];
  const start = anchor(from.account.document, source);
  const after = attributionOf(to);
  if (!after) {
    if (creditsInSentence(to)) return [];
    return [
      {
        kind: 'attribution',
        from: start,
        to: null,
        note: `the attribution to ${sourceName(from.speaker)} was dropped${by(to)}`,
      },
    ];
  }
  if (to.speaker === null || to.speaker === from.speaker || alikeSources(from, to)) return [];
  const [p, q] = [sourceName(from.speaker), sourceName(to.speaker)];
  if (p.toLowerCase() === q.toLowerCase() || (byPronoun(from) && byPronoun(to)) || mayBeOne(p, q)) return [];
  const end = after.source[0] ?? after.cue[0];
  const local = to.account.analysis.sources[after.speaker ?? -1];
  if (!end || local?.kind === 'outlet') return [];
  return [
    {
      kind: 'attribution',
      from: start,
      to: anchor(to.account.document, end),
      note: `attributed to ${p} there, to ${q} here`,
    },
  ];
}

/** "He", "she": whose words they are was found out, not read. */
function byPronoun(candidate: Candidate): boolean {
  const source = attributionOf(candidate)?.source[0];
  if (!source) return false;
  return /^(?:he|she|they|it)$/i.test(candidate.account.document.text.slice(source.start, source.end));
}

/** "Liz Ruiz" and "Elizabeth Ruiz": two names of people who share the last may be one person's. */
function mayBeOne(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  return x.length > 0 && x[x.length - 1] === y[y.length - 1];
}

/** Both name unnamed people, or both a document, by a common word: "two officials", "the two officials, who …". */
function alikeSources(from: Candidate, to: Candidate): boolean {
  const [a, b] = [from, to].map((c) => c.account.analysis.sources[attributionOf(c)?.speaker ?? -1]);
  if (!a || !b || a.kind !== b.kind || (a.kind !== 'people' && a.kind !== 'document')) return false;
  const words = new Set(wordsOf(a.name).filter((word) => word.length > 2));
  return wordsOf(b.name).some((word) => words.has(word));
}

const attributionOf = (candidate: Candidate) =>
  candidate.draft.attribution === null
    ? null
    : (candidate.account.analysis.attributions[candidate.draft.attribution] ?? null);

const creditsInSentence = (candidate: Candidate): boolean =>
  candidate.account.analysis.credits.some((credit) => credit.sentence === candidate.assertion.sentence);
